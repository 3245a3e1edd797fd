"""A hostile corpus in every field, read and stored, through all pages and exports: nothing acts."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import httpx
import openpyxl
import pytest
from conftest import Dashboard, pointed_at, settled
from hostile import ACT, PAYLOADS, UNSEEN, fill, write_reports
from playwright.sync_api import Browser, Page
from typer.testing import CliRunner

from db import open_db
from db.export import FORMULA
from db.tables import TABLES
from pipeline.__main__ import app

CLAIMS = tuple(f"claims?page={n}" for n in (1, 3, 5, 7, 9))
LISTS = ("", "?page=2", "?page=9", "tallies", "map", "map?spots=places", "sources", "method", *CLAIMS)
COLUMNS = "".join(f"&columns={name}" for name in ("party", "says", "sentence", "speaker", "via", "target"))


@pytest.fixture(scope="module")
def corpus(dashboard: Dashboard, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The dashboard shows the hostile corpus: what the program itself reads, and every field of the store."""
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "hostile.db"
    fill(path)
    files = [str(file) for file in write_reports(folder)]
    read = CliRunner().invoke(app, ["ingest", *files, "--db", str(path)])
    assert read.exit_code == 0, read.output
    with pointed_at(dashboard, path):
        yield path


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page without the protection of the headers, and what happens on it that must not."""
    context = browser.new_context(bypass_csp=True)
    page, happened = context.new_page(), list[str]()
    page.on("dialog", lambda dialog: (happened.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda request: is_ours(request.url) or happened.append(request.url))
    page.on("popup", lambda popup: happened.append(f"window {popup.url}"))
    yield page, happened
    context.close()


def is_ours(address: str) -> bool:
    return urlsplit(address).scheme in ("data", "blob") or urlsplit(address).hostname in ("localhost", None)


def is_quiet(page: Page, happened: list[str]) -> None:
    """Nothing has acted, no element is foreign, no link leads to a script, nothing reorders the text."""
    settled(page)
    assert happened == []
    assert page.evaluate("window.taken") is None
    assert "taken" not in page.title()
    foreign = ".cc :is(script, style, img, iframe, object, embed, link, base, meta, form, video, audio, math)"
    assert page.locator(foreign).count() == 0
    attributes = "[...document.querySelectorAll('.cc *')].flatMap(e => [...e.attributes])"
    assert page.evaluate(f"{attributes}.filter(a => /^on/i.test(a.name)).length") == 0
    kinds = "all => all.map(a => a.protocol || new URL(a.href.baseVal, location).protocol)"
    links = page.locator(".cc a").evaluate_all(kinds)
    assert set(links) <= {"http:", "https:"}
    seen = page.locator("[data-testid=stApp]").inner_text()
    assert not set(UNSEEN) & set(seen)


@pytest.mark.parametrize("path", LISTS)
def test_no_page_lets_a_text_act(
    dashboard: Dashboard, corpus: Path, watched: tuple[Page, list[str]], path: str
) -> None:
    page, happened = watched
    page.goto(f"{dashboard.address}{path}{COLUMNS if path in CLAIMS else ''}")
    is_quiet(page, happened)
    for name in ("Articles", "Not read") if path == "sources" else ():
        page.get_by_role("tab", name=name).click()
        is_quiet(page, happened)


def test_no_evidence_lets_a_text_act(
    dashboard: Dashboard, corpus: Path, watched: tuple[Page, list[str]]
) -> None:
    page, happened = watched
    with closing(open_db(corpus)) as db:
        (all_at_once,) = db.execute("SELECT id FROM claims WHERE document = 'doc-0'").fetchone()
        (found,) = db.execute("SELECT id FROM claims WHERE speaker LIKE 'Governor Ivan <script>%'").fetchone()
    for path in (
        f"claim?id={found}",
        *(f"{p}={all_at_once}" for p in ("claim?id", "dispute?claim", "claims?claim")),
    ):
        page.goto(dashboard.address + path)
        is_quiet(page, happened)
        assert ACT in page.locator("body").inner_text()
        for link in page.locator(".cc details summary").all()[:3]:
            link.click()
        is_quiet(page, happened)


@pytest.mark.parametrize("payload", PAYLOADS[::16], ids=range(len(PAYLOADS[::16])))
def test_no_address_lets_a_text_act(
    dashboard: Dashboard, corpus: Path, watched: tuple[Page, list[str]], payload: str
) -> None:
    page, happened = watched
    for parameter in ("q", "party", "region"):
        query = httpx.QueryParams({parameter: payload[:2000], "claim": payload[:2000], "by": payload[:50]})
        page.goto(f"{dashboard.address}claims?{query}")
        is_quiet(page, happened)


@pytest.mark.parametrize("name", TABLES)
def test_no_export_holds_a_formula(dashboard: Dashboard, corpus: Path, name: str) -> None:
    with httpx.Client(base_url=dashboard.address, trust_env=False, timeout=60) as client:
        told = client.get(f"{name}.csv").content.decode()
        rows = list(csv.reader(io.StringIO(told, newline=""), strict=True))
        cells = [cell for row in rows[1:] for cell in row if not cell.lstrip("-").isdigit()]
        assert not [cell for cell in cells if cell.startswith(FORMULA)]
        assert not set(UNSEEN) & set(told)
        book = openpyxl.load_workbook(io.BytesIO(client.get(f"{name}.xlsx").content))
        assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
        assert book[name].max_row == len(rows)
        assert len(client.get(f"{name}.json").json()[name]) == len(rows) - 1
        assert len([json.loads(line) for line in client.get(f"{name}.jsonl").iter_lines()]) == len(rows) - 1


def test_the_feed_holds_no_markup(dashboard: Dashboard, corpus: Path) -> None:
    content = httpx.get(f"{dashboard.address}claims.atom", trust_env=False).content
    feed = feedparser.parse(content)
    assert (feed.bozo, len(feed.entries)) == (False, 200)
    assert not any(word in content for word in (b"<script", b"<img", b"<a "))
    links = [link.href for entry in feed.entries for link in entry.links]
    assert all(link.startswith(("http://", "https://")) for link in links)
    assert not set(UNSEEN) & set(content.decode())
