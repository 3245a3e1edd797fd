"""Measures an ingest from a server on this machine: fetching and extraction apart, and the memory it takes.

Printed are the time for 1,000 pages, then the memory at 1,000 and at 50,000 of them.

    python benchmarks/fetching.py [--pages N] [--many N] [--json FILE]
"""

import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from memory import peak  # noqa: E402
from rows import Row, at_most, keep, options  # noqa: E402
from site_server import QUICK, feed, serving  # noqa: E402

from db import open_db  # noqa: E402
from pipeline import run  # noqa: E402
from pipeline.language import load_model  # noqa: E402
from pipeline.reader import read_claims  # noqa: E402
from pipeline.records import Document  # noqa: E402
from pipeline.sources import Reading, read_sources  # noqa: E402

PAGES, MANY = 1_000, 50_000
BAR = 1.25
A_FEED = 500  # pages that a feed lists
EVERY = 10  # one page in so many holds claims
FIRST_DAY, A_DAY = date(2022, 3, 1), 40  # the day of the first page, and how many pages have one day
QUIET = "The council of the town of {name} met on Thursday to speak of roads, schools and the price of bread."
CLAIMS = (
    "Ukraine's air force said on Tuesday that Russian drones had struck a power station near {name}.</p>"
    "<p>Russia's defence ministry denied on Wednesday that it had attacked a power station near {name}."
)
PAGE = (
    "<html><head><title>News of {name}</title>"
    "<meta property='article:published_time' content='{day}T08:00:00Z'></head>"
    "<body><article><p>{text}</p></article>{rest}</body></html>"
)
REST = "<aside>" + "<a href='/x'>Another page of the site</a> " * 300 + "</aside>"  # 12 kB, as of a menu


def page(handler: BaseHTTPRequestHandler) -> None:
    """Answer with the page of the number in the path."""
    number = int(handler.path.strip("/p.html"))
    text = (QUIET if number % EVERY else CLAIMS).format(name=f"T{number}")
    day = FIRST_DAY + timedelta(number // A_DAY)
    body = PAGE.format(name=f"T{number}", text=text, rest=REST, day=day).encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html; charset=utf-8")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def answers(number: int) -> tuple[dict[str, object], list[str]]:
    """Return what a site of so many pages answers, and the paths of its feeds."""
    found: dict[str, object] = {f"/p{n}.html": page for n in range(number)}
    feeds = {
        f"/feed{start}.xml": feed(*(f"p{n}" for n in range(start, min(start + A_FEED, number))))
        for start in range(0, number, A_FEED)
    }
    return {**found, **feeds}, list(feeds)


def times(number: int) -> None:
    """Print how long fetching takes, and how long extraction."""
    load_model()
    given, feeds = answers(number)
    with serving(given) as site:  # type: ignore[arg-type]
        start = time.perf_counter()
        addresses = [site.address + path for path in feeds]
        found = [item for item in read_sources(addresses, Reading(QUICK)) if isinstance(item, Document)]
        fetched = time.perf_counter() - start
    read_claims(found[0])
    start = time.perf_counter()
    claims = sum(len(read[1]) for read in map(read_claims, found) if isinstance(read, tuple))
    extracted = time.perf_counter() - start
    print(f"{len(found):,} pages, {claims:,} claims: ", end="")
    print(f"{fetched:.1f} s in fetching and reading the pages, {extracted:.1f} s in extraction")


def memory(number: int) -> int:
    """Return the MB that an ingest of so many pages takes at most; this process is the server."""
    given, feeds = answers(number)
    with serving(given) as site:  # type: ignore[arg-type]
        addresses = [site.address + path for path in feeds]
        program = [sys.executable, __file__, "--ingest", *addresses]
        told = subprocess.run(program, check=True, capture_output=True, text=True)
    print(told.stdout.strip())
    return int(told.stdout.split()[-1])


def ingest(addresses: list[str]) -> None:
    """Read addresses into a new database, and print the memory that it took."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, closing(open_db(Path(folder) / "claims.db")) as db:
        result = run.ingest(db, read_sources(addresses, Reading(QUICK)))
    took = time.perf_counter() - start
    print(
        f"{result.documents:,} documents, {result.claims:,} claims: {took:.0f} s, most MB of memory: {peak()}"
    )


def main(pages: int, many: int) -> list[Row]:
    """Measure, print, and return the row on memory."""
    times(pages)
    few, more = memory(pages), memory(many)
    detail = f"{few:,} MB and {more:,} MB, fetched from a server on this machine and stored"
    return [at_most(f"peak memory, {many:,} documents", f"{pages:,} documents", more / few, BAR, detail)]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--ingest"]:
        ingest(sys.argv[2:])
    else:
        given = options(__doc__, pages=PAGES, many=MANY)
        keep(given.json, main(given.pages, given.many))
