"""Feeds and pages from a real server on this machine: good ones, broken ones, and none at all."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.feeds import read_address, read_feed
from pipeline.records import Document, Failure
from pipeline.web import Fetched, Unreachable, open_web

ARTICLE = """<html><head><title>Raid on {name}</title></head><body><article>
<p>The ministry said on Thursday that the other side's drones had hit the power station of {name}.</p>
<p>The other side's army denied it and called the report an invention of the ministry.</p>
</article></body></html>"""

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Northern Post</title>
{items}</channel></rss>"""
ITEM = """<item><title>Raid on {0}</title><link>{0}.html</link>
<pubDate>Thu, 27 Mar 2025 21:00:00 GMT</pubDate></item>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Southern Post</title>
<entry><title>Raid on south</title><link href="/south.html"/>
<updated>2025-03-28T01:00:00Z</updated></entry></feed>"""

Answer = tuple[int, dict[str, str], bytes]


def ok(text: str, kind: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    return 200, {"Content-Type": kind, **headers}, text.encode()


ANSWERS: dict[str, Answer] = {
    "/feed.xml": ok(
        RSS.format(items="".join(map(ITEM.format, ["north", "east", "gone", "empty", "north"]))), "text/xml"
    ),
    "/atom": ok(ATOM, "application/atom+xml"),
    "/none.xml": ok(RSS.format(items="<item><title>No link</title></item>"), "application/rss+xml"),
    "/broken.xml": ok(RSS.format(items=ITEM.format("north") + "<item><title>West"), "application/rss+xml"),
    "/north.html": ok(ARTICLE.format(name="north")),
    "/east.html": ok(ARTICLE.format(name="east")),
    "/south.html": ok(ARTICLE.format(name="south")),
    "/empty.html": ok("<html><body></body></html>"),
    "/packed": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(ARTICLE.format(name="packed").encode()),
    ),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * 3_000_000)),
    "/moved": (301, {"Location": "/north.html"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/elsewhere": (302, {"Location": "ftp://a.example/"}, b""),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7 \0\0"),
    "/forbidden": (403, {}, b"no"),
    "/down": (503, {}, b""),
    "/short": (200, {"Content-Type": "text/html", "Content-Length": "1000"}, b"<html>"),
    "/bad-gzip": (200, {"Content-Encoding": "gzip"}, b"not packed at all"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(3)
        if self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(30):
                self.wfile.write(b" ")
                time.sleep(0.1)
            return
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A reader that hangs up early is part of the tests."""


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with QuietServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_feed_gives_its_articles_once_each_and_what_failed(site: str) -> None:
    north, east, gone, empty = read_address(f"{site}/feed.xml", conflict="ukraine")
    for found, name in ((north, "north"), (east, "east")):
        assert isinstance(found, Document)
        assert found.url == f"{site}/{name}.html"
        assert found.title == f"Raid on {name}"
        assert found.published == date(2025, 3, 27)
        assert (found.publisher, found.conflict) == ("Northern Post", "ukraine")
        assert found.fetched is not None and found.fetched.tzinfo is not None
        assert f"the power station of {name}" in found.text
    assert gone == Failure(f"{site}/gone.html", "It answers 404 Not Found.")
    assert empty == Failure(f"{site}/empty.html", "No article was found on the page.")


def test_an_atom_feed_is_a_feed_too(site: str) -> None:
    (found,) = read_address(f"{site}/atom", publisher="The Southern Post", kind="statement")
    assert isinstance(found, Document)
    assert (found.published, found.publisher, found.kind) == (
        date(2025, 3, 28),
        "The Southern Post",
        "statement",
    )


def test_a_feed_that_breaks_off_gives_what_stands_before_the_break(site: str) -> None:
    (found,) = read_address(f"{site}/broken.xml")
    assert isinstance(found, Document) and found.url == f"{site}/north.html"


def test_a_page_is_its_own_article(site: str) -> None:
    for path in ("/north.html", "/moved"):
        (found,) = read_address(site + path)
        assert isinstance(found, Document)
        assert (found.url, found.published) == (f"{site}/north.html", None)


def test_a_packed_answer_is_unpacked(site: str) -> None:
    (found,) = read_address(f"{site}/packed")
    assert isinstance(found, Document) and "power station of packed" in found.text


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none.xml", "The feed lists no article."),
        ("/nothing", "It answers 404 Not Found."),
        ("/forbidden", "It answers 403 Forbidden."),
        ("/down", "It answers 503 Service Unavailable."),
        ("/round", "It sends one on more than 10 times."),
        ("/elsewhere", "It is not a web address: one begins with http:// or https://."),
        ("/empty.html", "No article was found on the page."),
        ("/pdf", "It is a binary file, not a web page."),
        ("/short", "The answer broke off:"),
        ("/bad-gzip", "The answer broke off:"),
    ],
)
def test_an_address_that_gives_no_article_is_a_failure(site: str, path: str, reason: str) -> None:
    (found,) = read_address(site + path)
    assert isinstance(found, Failure)
    assert found.source == site + path
    assert found.reason.startswith(reason) and found.reason.endswith(".")


def test_a_server_that_is_not_there_is_a_failure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    (found,) = read_address(f"http://127.0.0.1:{port}/feed.xml")
    assert isinstance(found, Failure) and found.reason == "It cannot be reached: Connection refused."


@pytest.mark.parametrize(
    "address", ["http://", "ftp://a.example/x", "feed", "http://[::1", "http://a\x00b/", ""]
)
def test_what_is_no_address_is_a_failure(address: str) -> None:
    (found,) = read_address(address)
    assert isinstance(found, Failure) and found.reason.startswith("It is not a web address")


def test_a_slow_server_is_given_up(site: str) -> None:
    with (
        open_web(patience=0.2) as fetch,
        pytest.raises(Unreachable, match=r"did not answer within 0\.2 seconds"),
    ):
        fetch(f"{site}/slow")


def test_an_answer_that_never_ends_is_given_up(site: str) -> None:
    with open_web(deadline=0.3) as fetch, pytest.raises(Unreachable, match=r"took longer than 0\.3 seconds"):
        fetch(f"{site}/drip")


def test_an_answer_that_is_too_large_is_given_up_also_when_it_is_packed(site: str) -> None:
    with open_web(largest=1_000_000) as fetch, pytest.raises(Unreachable, match="larger than 1 MB"):
        fetch(f"{site}/bomb")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda t: RSS.format(items=t).encode()))
def test_any_bytes_are_a_feed_of_no_or_some_articles(content: bytes) -> None:
    answer = Fetched("http://a.example/feed", content, "text/xml", None, time=None)  # type: ignore[arg-type]
    _, entries = read_feed(answer)
    assert all(entry.address.startswith("http") for entry in entries)
