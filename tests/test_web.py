"""Asking a real server on this machine: manners, limits, and all that a server can do wrong."""

import gzip
import socket
import subprocess
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path

import pytest
from site_server import ARTICLE, ITEM, QUICK, RSS, Answer, Site, Write, feed, ok, serving

from pipeline.addresses import read_address
from pipeline.records import Document, Failure, Visit
from pipeline.web import Fetched, Known, Manners, Unreachable, open_web
from pipeline.web.wire import is_public

INWARD = "no address of the public internet"


def get(address: str, manners: Manners = QUICK, known: Known | None = None) -> Fetched:
    with open_web(manners) as fetch:
        return fetch(address, known)


def reason(address: str, manners: Manners = QUICK) -> str:
    """Return why an address gives nothing."""
    with pytest.raises(Unreachable) as told:
        get(address, manners)
    assert str(told.value).endswith(".")
    return str(told.value)


def read(address: str) -> list[Document | Failure]:
    """Return what is at an address, without the visits."""
    with open_web(QUICK) as fetch:
        return [item for item in read_address(address, fetch=fetch) if not isinstance(item, Visit)]


def dripping(pause: float, head: bytes = b"") -> Write:
    """Return what sends a byte now and then without end, after a head (without one: inside the head)."""

    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head or b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(200):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(pause)

    return write


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Send without end, as fast as it goes."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>")
    while True:
        handler.wfile.write(b"<item><title>On and on</title></item>" * 1000)


# --- manners -----------------------------------------------------------------------------------------------


def test_the_program_says_who_it_is_and_where_somebody_can_be_reached() -> None:
    with serving({"/a": ok("a")}) as site:
        get(f"{site.address}/a", Manners(delay=0, allow_private=True, contact="desk@news.example"))
    assert site.headers["user-agent"].startswith("ceasefire-claims/")
    assert "contact: desk@news.example" in site.headers["user-agent"]
    assert site.headers["accept-encoding"] == "gzip, deflate"


def test_robots_are_told_apart_and_obeyed() -> None:
    rules = "User-agent: *\nDisallow: /secret\n\nUser-agent: ceasefire-claims\nDisallow: /private\n"
    answers = {"/robots.txt": ok(rules, "text/plain"), "/secret": ok("a"), "/private": ok("b"), "/c": ok("c")}
    with serving(answers) as site, open_web(QUICK) as fetch:
        assert fetch(f"{site.address}/secret").content == b"a"
        with pytest.raises(Unreachable, match=r"asks programs not to read it \(robots.txt\)"):
            fetch(f"{site.address}/private")
        site.answers["/to"] = (302, {"Location": "/private"}, b"")
        with pytest.raises(Unreachable, match=r"robots.txt"):
            fetch(f"{site.address}/to")
        fetch(f"{site.address}/c")
        assert (site.asked["/robots.txt"], site.asked["/private"]) == (1, 0)


def test_without_readable_robots_nothing_is_asked() -> None:
    with serving({"/robots.txt": (503, {}, b""), "/a": ok("a")}) as site:
        assert reason(f"{site.address}/a").startswith("Its robots.txt cannot be read: it answers 503")
        assert site.asked["/a"] == 0
        site.answers["/robots.txt"] = ok(b"\xff\xfe\0garbage" * 100_000, "text/plain")
        assert get(f"{site.address}/a").content == b"a"


def test_one_host_is_asked_only_so_often() -> None:
    with serving({"/robots.txt": ok("User-agent: *\nCrawl-delay: 0.3", "text/plain")}) as site:
        site.answers |= {"/a": ok("a"), "/b": (302, {"Location": "/a"}, b"")}
        with open_web(Manners(delay=0.2, allow_private=True)) as fetch:
            fetch(f"{site.address}/a")
            fetch(f"{site.address}/b")
    assert len(site.times) == 4
    gaps = [after - before for before, after in pairwise(site.times)]
    assert min(gaps[:1]) > 0.15 and min(gaps[1:]) > 0.25


def test_what_has_not_changed_is_not_sent_again() -> None:
    with serving({"/a": ok("a", ETag='"1"', Last_Modified="Thu, 27 Mar 2025 08:00:00 GMT")}) as site:
        first = get(f"{site.address}/a")
        again = get(f"{site.address}/a", known=first.known)
    assert (first.unchanged, again.unchanged, again.content) == (False, True, b"")
    assert site.headers["if-modified-since"] == "Thu, 27 Mar 2025 08:00:00 GMT"


def test_what_fails_for_now_is_asked_again() -> None:
    with serving({"/a": [(500, {}, b""), (503, {}, b""), ok("a")]}) as site:
        assert get(f"{site.address}/a").content == b"a"
        assert site.asked["/a"] == 3


def test_a_server_is_asked_again_when_it_says() -> None:
    with serving({"/a": [(429, {"Retry-After": "1"}, b""), ok("a")]}) as site:
        get(f"{site.address}/a")
        assert 0.9 < site.times[-1] - site.times[-2] < 3


def test_a_server_that_asks_for_a_long_rest_gets_it() -> None:
    with (
        serving({"/a": (429, {"Retry-After": "7200"}, b""), "/b": ok("b")}) as site,
        open_web(QUICK) as fetch,
    ):
        with pytest.raises(Unreachable, match="429 Too Many Requests") as told:
            fetch(f"{site.address}/a")
        assert told.value.after == 7200
        with pytest.raises(Unreachable, match="asks to be left alone"):
            fetch(f"{site.address}/b")
        assert (site.asked["/a"], site.asked["/b"]) == (1, 0)


def test_a_host_that_fails_again_and_again_is_left_alone_for_this_run() -> None:
    with serving({"/f.xml": feed("a", "b", "c", "d", "e")}) as site, open_web(QUICK) as fetch:
        site.answers |= {f"/{name}.html": (500, {}, b"") for name in "abcde"}
        found = [
            item for item in read_address(f"{site.address}/f.xml", fetch=fetch) if isinstance(item, Failure)
        ]
        assert [one.reason[:30] for one in found] == ["It answers 500 Internal Server"] * 3 + [
            "Its server failed 3 times in a"
        ]
        assert site.asked["/d.html"] == 0


# --- limits ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bad() -> Iterator[Site]:
    """A site on which everything is wrong."""
    xml = {"Content-Type": "text/xml"}
    answers: dict[str, Answer | Write | list[Answer]] = {
        "/401": (401, {}, b""),
        "/403": (403, {}, b"no"),
        "/404": (404, {}, b""),
        "/410": (410, {}, b""),
        "/429": (429, {}, b""),
        "/500": (500, {}, b""),
        "/599": (599, {}, b""),
        "/304": (304, {}, b""),
        "/round": (302, {"Location": "/round"}, b""),
        "/file": (302, {"Location": "file:///etc/hosts"}, b""),
        "/ftp": (302, {"Location": "ftp://a.example/"}, b""),
        "/no-location": (302, {"Location": "http://[::1"}, b""),
        "/short": (200, {"Content-Type": "text/html", "Content-Length": "1000"}, b"<html>"),
        "/bad-gzip": (200, {"Content-Encoding": "gzip"}, b"not packed at all"),
        "/bomb": (200, {**xml, "Content-Encoding": "gzip"}, gzip.compress(b"<rss>" + b" " * 60_000_000)),
        "/bomb-twice": (200, {"Content-Encoding": "gzip, gzip"}, gzip.compress(gzip.compress(b" " * 10**7))),
        "/brotli": (200, {"Content-Encoding": "br"}, b"whatever"),
        "/endless": endless,
        "/drip": dripping(0.05, b"HTTP/1.1 200 OK\r\n\r\n"),
        "/drip-head": dripping(0.05),
        "/garbage": lambda handler: handler.wfile.write(b"\0\xff no HTTP at all\r\n\r\n"),
        "/hang-up": lambda handler: handler.connection.shutdown(socket.SHUT_RDWR),
        "/silent": lambda handler: time.sleep(3),
        "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7 \0\0"),
        "/empty": ok(""),
        "/nothing.xml": ok(RSS.format(items="<item><title>No link</title></item>"), "application/rss+xml"),
    }
    with serving(answers) as site:
        yield site


ONCE = Manners(delay=0, attempts=1, allow_private=True, patience=1, deadline=1.5, failures=999)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/401", "It answers 401 Unauthorized."),
        ("/403", "It answers 403 Forbidden."),
        ("/404", "It answers 404 Not Found."),
        ("/410", "It answers 410 Gone."),
        ("/429", "It answers 429 Too Many Requests."),
        ("/500", "It answers 500 Internal Server Error."),
        ("/599", "It answers 599."),
        ("/304", "It answers 304 Not Modified, though nothing was read of it before."),
        ("/round", "It sends one on more than 10 times."),
        ("/file", "It sends one on to what is no web address (file:)."),
        ("/ftp", "It sends one on to what is no web address (ftp:)."),
        ("/no-location", "The answer broke off:"),
        ("/short", "The answer broke off:"),
        ("/bad-gzip", "The answer cannot be unpacked:"),
        ("/bomb", "The answer is larger than 20 MB."),
        ("/bomb-twice", "The answer is packed in a way that was not asked for (gzip, gzip)."),
        ("/brotli", "The answer is packed in a way that was not asked for (br)."),
        ("/endless", "The answer is larger than 20 MB."),
        ("/drip", "The answer took longer than 1.5 seconds."),
        ("/drip-head", "The answer took longer than 1.5 seconds."),
        ("/garbage", "The answer broke off:"),
        ("/hang-up", "The answer broke off:"),
        ("/silent", "It did not answer within 1 seconds."),
        ("/pdf", "It is a binary file, not a web page."),
        ("/empty", "It is empty."),
        ("/nothing.xml", "The feed lists no article."),
    ],
)
def test_an_address_that_gives_no_article_is_one_failure(bad: Site, path: str, words: str) -> None:
    with open_web(ONCE) as fetch:
        found, visit = read_address(bad.address + path, fetch=fetch)
    assert isinstance(found, Failure) and isinstance(visit, Visit)
    assert found.source == bad.address + path
    assert found.reason.startswith(words) and found.reason.endswith(".")
    assert visit.error == found.reason


def test_a_server_that_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert reason(f"http://127.0.0.1:{port}/feed.xml") == "It cannot be reached: Connection refused."


@pytest.mark.parametrize(
    "address",
    ["http://", "ftp://a.example/x", "file:///etc/hosts", "feed", "http://[::1", "http://a\x00b/", ""],
)
def test_what_is_no_address(address: str) -> None:
    assert reason(address).startswith("It is not a web address")


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    both = tmp_path / "both.pem"
    command = (
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -keyout {both} -out {both}.c"
    )
    try:
        subprocess.run(command.split(), check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("There is no openssl.")
    with both.open("a") as file:
        file.write(Path(f"{both}.c").read_text())
    with serving({"/a": ok("a")}, certificate=both) as site:
        assert "certificate verify failed" in reason(f"{site.address}/a")


# --- inner networks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "[::1]", "[::ffff:127.0.0.1]", "[fe80::1]", "[fd00::1]", "[64:ff9b::a00:1]", "2130706433",
     "0x7f.1", "localhost", "192.0.2.1"],
)  # fmt: skip
def test_an_inner_address_is_refused_however_it_is_written(host: str) -> None:
    assert INWARD in reason(f"http://{host}:1/", Manners(delay=0, attempts=1))


def test_a_name_that_leads_inward_is_refused() -> None:
    name = socket.gethostname()
    try:
        inward = not is_public(socket.gethostbyname(name))
    except OSError:
        inward = False
    if not inward:
        pytest.skip("The name of this machine leads to no inner address.")
    assert INWARD in reason(f"http://{name}:1/", Manners(delay=0, attempts=1))


@pytest.mark.parametrize("target", ["http://169.254.169.254/latest/", "http://localhost/", "http://[::1]/"])
def test_a_redirect_inward_is_refused(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    # A proxy on this machine plays the public network: it answers for any host.
    with serving({"http://news.example/a": (302, {"Location": target}, b"")}) as site:
        monkeypatch.setenv("http_proxy", site.address)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert INWARD in reason("http://news.example/a", Manners(delay=0, attempts=1))
        assert target not in site.asked


# --- pages and feeds that are wrong in themselves -----------------------------------------------------------

TOWN = ARTICLE.format(name="north")
HALF = "<p>The ministry said on Thursday that the other side's drones had hit the power station.</p>"
LATIN = '<?xml version="1.0" encoding="utf-8"?>' + RSS.partition("?>")[2]


def page(inside: str, head: str = "") -> Answer:
    return ok(f"<html><head><title>Raid</title>{head}</head><body>{inside}</body></html>")


PAGES: dict[str, tuple[Answer, str]] = {
    "paywall": (
        page(f"<article>{HALF}<p>Subscribe now to continue reading.</p></article>"),
        "for subscribers",
    ),
    "cookies": (
        page("<main><p>We value your privacy. We and our partners store and access information on a device, "
             "such as cookies, for the purposes described below.</p></main>"),
        "on cookies",
    ),
    "script": (page("<div id=app></div><script>render('The ministry said it.')</script>"), "No article"),
    "noscript": (
        page("<noscript><p>You need to enable JavaScript to run this app. Please turn on JavaScript in the "
             "settings of your browser, and reload the page.</p></noscript>"),
        "on scripts",
    ),
    "menu": (page("<nav>" + "<a href=/x>World news</a> " * 50 + "</nav>"), "No article"),
    "deep": (page("<div>" * 20_000 + HALF + "</div>" * 20_000), ""),
    "nulls": (ok(TOWN.replace("drones", "dro\0nes") + "\0" * 9), "Document"),
    "wrong-charset": (ok(TOWN.replace("other", "öther").encode("latin-1")), "Document"),
    "no-such-charset": (ok(TOWN, "text/html; charset=klingon"), "Document"),
    "two": (page(f"<article><h1>One</h1>{HALF * 2}</article><article>{HALF}</article>"), "Document"),
    "blog": (
        page("<main>" + "".join(
            f"<article data-x='{'x' * 1800}'><h2>{n}</h2><p>Nothing is new at {n} past noon.</p></article>"
            for n in range(1000)) + "</main>"),
        "Document",
    ),
    "title": (
        ok(TOWN.replace("Raid on north", "Raid <script>alert(1)</script>&lt;b onclick=x&gt;on north")),
        "Document",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_wrong_is_one_failure_or_the_right_document(name: str) -> None:
    answer, words = PAGES[name]
    with serving({"/p": answer}) as site, open_web(QUICK) as fetch:
        found, _ = read_address(f"{site.address}/p", fetch=fetch)
    if isinstance(found, Failure):
        assert words in found.reason and found.reason.endswith(".")
        return
    assert words in ("Document", "") and isinstance(found, Document)
    assert "\0" not in found.text and "<" not in found.title and "alert" not in found.title
    if name != "blog":
        assert "the power station" in found.text


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "boom">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + ']><rss version="2.0"><channel><title>&a9;</title><item><title>&a9;</title>'
    "<link>north.html</link></item></channel></rss>"
)
OUTWARD = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>'
    "<title>&a;</title><item><title>&a;</title><link>north.html</link></item></channel></rss>"
)
MANY = RSS.format(items="".join(ITEM.format("north") for _ in range(50_000)))
FEEDS: dict[str, str | bytes] = {
    "malformed": RSS.format(items=ITEM.format("north") + "<item><link>east.html</item></oops>"),
    "wrong-encoding": LATIN.format(items=ITEM.format("north").replace("Raid", "Räid")).encode("latin-1"),
    "utf-16": RSS.replace("utf-8", "utf-16").format(items=ITEM.format("north")).encode("utf-16"),
    "no-dates": RSS.format(items="<item><link>north.html</link></item>"),
    "to-come": RSS.format(items=ITEM.format("north").replace("2025", "2199")),
    "same-ids": RSS.format(items=(ITEM.format("north").replace("<title>", "<guid>1</guid><title>")) * 3),
    "relative": RSS.format(items="<item><link> ./x/../north.html?utm_source=rss#top </link></item>"),
    "outward": OUTWARD,
    "many": MANY,
}


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_that_is_wrong_gives_its_articles(name: str) -> None:
    with serving({"/f": ok(FEEDS[name], "application/rss+xml"), "/north.html": ok(TOWN)}) as site:
        found = read(f"{site.address}/f")
        documents = [item for item in found if isinstance(item, Document)]
        assert [document.url for document in documents] == [f"{site.address}/north.html"]
        assert "root:" not in documents[0].title + str(documents[0].publisher)
        assert (documents[0].published is None) == (name in ("no-dates", "to-come", "relative", "outward"))
        assert site.asked["/north.html"] == 1
        assert len(found) == (2 if name == "many" else 1)


def test_a_bomb_of_entities_does_not_go_off() -> None:
    with serving({"/f": ok(BOMB, "application/rss+xml"), "/north.html": ok(TOWN)}) as site:
        (found,) = read(f"{site.address}/f")
    assert isinstance(found, Document) and len(found.title) < 100
