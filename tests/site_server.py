"""A real HTTP server on this machine that answers what a test lays down, well or badly."""

import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pipeline.web import Manners

Answer = tuple[int, dict[str, str], bytes]
Write = Callable[[BaseHTTPRequestHandler], None]

QUICK = Manners(delay=0, backoff=0.01, allow_private=True)
"""Manners for a server of one's own, which need not be spared."""

ARTICLE = """<html><head><title>Raid on {name}</title></head><body><article>
<p>The ministry said on Thursday that the other side's drones had hit the power station of {name}.</p>
<p>The other side's army denied it and called the report an invention of the ministry.</p>
</article></body></html>"""

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Northern Post</title>
{items}</channel></rss>"""
ITEM = """<item><title>Raid on {0}</title><link>{0}.html</link>
<pubDate>Thu, 27 Mar 2025 21:00:00 GMT</pubDate></item>"""


def ok(text: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    """Return an answer that is well; a header's name is written with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return 200, {"Content-Type": kind, **named}, text.encode() if isinstance(text, str) else text


def feed(*names: str) -> Answer:
    """Return a feed of the articles of these names."""
    return ok(RSS.format(items="".join(map(ITEM.format, names))), "application/rss+xml")


@dataclass
class Site:
    """What a server answers, by path: an answer, a function that writes one, or several to be given in turn.

    `asked` counts the requests by path; `conditions` has the headers of the last one.
    """

    address: str = ""
    answers: dict[str, Answer | Write | list[Answer]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


def handler_of(site: Site) -> type[BaseHTTPRequestHandler]:
    """Return the class that answers for a site; an ETag that is asked with is answered with 304."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked[self.path] += 1
            site.times.append(time.monotonic())
            site.headers = {name.lower(): value for name, value in self.headers.items()}
            found = site.answers.get(self.path, (404, {}, b""))
            if callable(found):
                found(self)
                return
            if isinstance(found, list):
                found = found.pop(0) if len(found) > 1 else found[0]
            status, headers, body = found
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            lengths = {} if status == 304 else {"Content-Length": str(len(body))}
            for name, value in {**lengths, **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    return Handler


class QuietServer(ThreadingHTTPServer):
    """A server whose threads end with the test; a reader that hangs up early is no news."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def serving(
    answers: dict[str, Answer | Write | list[Answer]] | None = None, certificate: Path | None = None
) -> Iterator[Site]:
    """Give a site that is served, over TLS if a file with key and certificate is named."""
    site = Site(answers=answers or {})
    with QuietServer(("127.0.0.1", 0), handler_of(site)) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site.address = f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}"
        try:
            yield site
        finally:
            server.shutdown()
