"""Feeds readers what nobody would write: mutated feeds, pages, lines, mails and archives.

python benchmarks/fuzz.py [NUMBER]      20,000 if no number is given; exits with 1 if anything broke a reader
"""

import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from memory import peak  # noqa: E402
from test_archives import PACKED, PLAIN, mail, wacz  # noqa: E402
from test_feeds import ATOM, JSON_FEED, NEWS  # noqa: E402
from test_web import BOMB, FEEDS, PAGES  # noqa: E402

from pipeline.articles import read_article  # noqa: E402
from pipeline.feeds import NotAFeed, read_feed  # noqa: E402
from pipeline.files import read_path  # noqa: E402
from pipeline.records import Document  # noqa: E402
from pipeline.web import Fetched  # noqa: E402
from pipeline.web.client import retry_after  # noqa: E402
from pipeline.web.robots import Robots  # noqa: E402

NUMBER = 20_000
SLOW = 5.0  # seconds that one input may take
LINE = (
    b'{"id": "a", "text": "The army denied it.", "published": "2025-03-27", "url": "https://a.example/x"}\n'
)
TABLE = b'title,text,published\nOne,"Two\nlines.",2025-03-27\nTwo,Text.,\n'
ROBOTS = b"User-agent: *\nDisallow: /secret*\nCrawl-delay: 3\nSitemap: https://a.example/s.xml\n"
STRANGE = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xed\xa0\x80", b"<", b">", b"&", b"]]>", b"%",
    b"%00", b"<![CDATA[", b"<!--", b"<script>", b"&#0;", b"&#x110000;", b"&lol;", b"9" * 400, b"-1", b"1e309",
    b"\r\n", b"http://[", b"//", b"2025-02-30", b"Thu, 99 Mar 20255", b"\xf0\x9f\x92\xa3" * 30,
    b"[" * 900,
    b"<div>" * 400,
]  # fmt: skip

Reader = Callable[[bytes], object]


def feed(content: bytes) -> None:
    """Read a feed."""
    kind = ("application/rss+xml", "text/xml", "application/feed+json", "")[len(content) % 4]
    with suppress(NotAFeed):
        read_feed(Fetched("http://a.example/f", content, kind, "utf-8", datetime.now(UTC)))


def page(content: bytes) -> None:
    """Read a page."""
    found = read_article(content, "a", address="https://a.example/2025/03/27/x", charset="utf-8")
    if isinstance(found, Document):
        found.text.encode()


def robots(content: bytes) -> None:
    """Read the rules of a site, and when to come again."""
    answer = Fetched("http://a.example/robots.txt", content, "text/plain", None, datetime.now(UTC))
    rules = Robots("ceasefire-claims", lambda _: answer)
    try:
        rules.check("http://a.example", "http://a.example/secret/x")
    except Exception as error:
        if type(error).__name__ != "Unreachable":
            raise
    retry_after(content[:60].decode("latin-1"))


def file(ending: str) -> Reader:
    """Return the reader of files with an ending."""
    path = Path(tempfile.mkdtemp()) / f"a{ending}"

    def read(content: bytes) -> None:
        path.write_bytes(content)
        for found in read_path(path):
            str(found).encode(errors="replace")

    return read


def seeds() -> list[tuple[str, Reader, bytes]]:
    """Return what is mutated: its kind, who reads it, and how it was before."""
    feeds = [BOMB, ATOM, NEWS.format("http://a.example"), json.dumps(JSON_FEED)]
    feeds += [content for name, content in FEEDS.items() if name != "many"]
    found = [("feed", feed, one if isinstance(one, bytes) else one.encode()) for one in feeds]
    found += [
        ("page", page, answer[2]) for name, (answer, _) in PAGES.items() if name not in ("blog", "deep")
    ]
    files = {
        ".jsonl": [LINE * 3],
        ".csv": [TABLE],
        ".warc": [PLAIN],
        ".warc.gz": [PACKED],
        ".wacz": [wacz(PACKED)],
    }
    files[".eml"] = [mail(plain="The army denied it.", html="<p>It did.</p>").as_bytes()]
    for ending, contents in files.items():
        found += [(ending, file(ending), content) for content in contents]
    return [*found, ("robots.txt", robots, ROBOTS)]


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return the content with bytes changed, cut out, doubled, moved, and strange ones put in."""
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        at = chance.randrange(len(found) + 1)
        to = min(len(found), at + chance.choice((1, 2, 8, 64, 512)))
        match chance.randrange(6):
            case 0:
                found[at:to] = chance.randbytes(to - at)
            case 1:
                del found[at:to]
            case 2:
                found[at:at] = found[at:to] * chance.choice((1, 3, 40))
            case 3:
                found[at:at] = chance.choice(STRANGE)
            case 4:
                del found[at:]
            case _:
                piece = bytes(found[at:to])
                del found[at:to]
                place = chance.randrange(len(found) + 1)
                found[place:place] = piece
    return bytes(found)


def main(number: int) -> int:
    """Run, and return how many inputs broke their reader or took too long."""
    chance = random.Random(number)
    sown, run, broken = seeds(), Counter[str](), Counter[str]()
    slowest = 0.0
    start = time.perf_counter()
    for _ in range(number):
        kind, read, content = chance.choice(sown)
        changed = mutated(content, chance)
        run[kind] += 1
        began = time.process_time()
        try:
            read(changed)
        except Exception:
            broken[kind] += 1
            print(f"{kind}: {changed[:300]!r}\n{traceback.format_exc()}", file=sys.stderr)
        took = time.process_time() - began
        slowest = max(slowest, took)
        if took > SLOW:
            broken[kind] += 1
            print(f"{kind}: {took:.1f} seconds for {changed[:300]!r}", file=sys.stderr)
    print(f"{number:,} inputs in {time.perf_counter() - start:.0f} s: {dict(run)}")
    print(f"{sum(broken.values())} broke a reader; the slowest took {slowest:.2f} s; {peak():,} MB at most")
    return sum(broken.values())


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER) > 0)
