"""What feeds of every kind list, and what is read from a real server on this machine that is well."""

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from site_server import ARTICLE, ITEM, QUICK, RSS, Site, feed, ok, serving

from pipeline.addresses import Origin, Remembered, is_due, read_address
from pipeline.feeds import MOST, Listing, NotAFeed, read_feed
from pipeline.records import Document, Failure, Visit
from pipeline.web import Fetched, Known, open_web

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Southern Post</title>
<entry><title>Raid on south</title><link href="/south.html"/>
<updated>2025-03-28T01:00:00Z</updated></entry></feed>"""
NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{0}/south.html</loc><n:news>
<n:publication_date>2025-03-28T01:00:00Z</n:publication_date><n:title>Raid on south</n:title></n:news></url>
</urlset>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Southern Post",
    "items": [{"id": "1", "url": "/south.html", "title": "Raid on south", "date_published": "2025-03-28"}],
}
PACKED = {"Content-Type": "text/html", "Content-Encoding": "gzip"}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    answers = {
        "/feed.xml": ok(
            RSS.format(items="".join(map(ITEM.format, ["north", "east", "gone", "empty", "north"]))),
            "text/xml",
        ),
        "/atom": ok(ATOM, "application/atom+xml"),
        "/feed.json": ok(json.dumps(JSON_FEED), "application/feed+json"),
        "/broken.xml": ok(
            RSS.format(items=ITEM.format("north") + "<item><title>West"), "application/rss+xml"
        ),
        "/empty.html": ok("<html><body></body></html>"),
        "/packed": (200, PACKED, gzip.compress(ARTICLE.format(name="packed").encode())),
        "/moved": (301, {"Location": "/north.html"}, b""),
        **{f"/{name}.html": ok(ARTICLE.format(name=name)) for name in ("north", "east", "south")},
    }
    with serving(answers) as served:
        served.answers["/news.xml"] = ok(NEWS.format(served.address), "application/xml")
        yield served


def read(address: str, origin: Origin | None = None) -> list[Document | Failure]:
    """Return what is at an address, without the visits."""
    with open_web(QUICK) as fetch:
        return [item for item in read_address(address, origin, fetch) if not isinstance(item, Visit)]


def listed(content: bytes | str, kind: str = "text/xml") -> Listing:
    """Return what a feed of this content lists."""
    body = content.encode() if isinstance(content, str) else content
    return read_feed(Fetched("http://a.example/x/feed", body, kind, None, datetime.now(UTC)))


def test_a_feed_gives_its_articles_once_each_and_what_failed(site: Site) -> None:
    north, east, gone, empty = read(f"{site.address}/feed.xml", Origin(conflict="ukraine"))
    for found, name in ((north, "north"), (east, "east")):
        assert isinstance(found, Document)
        assert found.url == f"{site.address}/{name}.html"
        assert found.title == f"Raid on {name}"
        assert found.published == date(2025, 3, 27)
        assert (found.publisher, found.conflict) == ("Northern Post", "ukraine")
        assert found.source == f"{site.address}/feed.xml"
        assert found.fetched is not None and found.fetched.tzinfo is not None
        assert found.capture is not None and found.capture.content == ARTICLE.format(name=name).encode()
        assert f"the power station of {name}" in found.text
    assert gone == Failure(f"{site.address}/gone.html", "It answers 404 Not Found.")
    assert empty == Failure(f"{site.address}/empty.html", "No article was found on the page.")


@pytest.mark.parametrize("path", ["/atom", "/feed.json", "/news.xml"])
def test_feeds_of_other_kinds_are_feeds_too(site: Site, path: str) -> None:
    (found,) = read(site.address + path, Origin(publisher="The Southern Post", kind="statement"))
    assert isinstance(found, Document)
    assert (found.published, found.publisher, found.kind, found.title) == (
        date(2025, 3, 28),
        "The Southern Post",
        "statement",
        "Raid on south",
    )


def test_a_feed_that_breaks_off_gives_what_stands_before_the_break(site: Site) -> None:
    (found,) = read(f"{site.address}/broken.xml")
    assert isinstance(found, Document) and found.url == f"{site.address}/north.html"


def test_a_page_is_its_own_article(site: Site) -> None:
    for path in ("/north.html", "/moved"):
        (found,) = read(site.address + path)
        assert isinstance(found, Document)
        assert (found.url, found.published) == (f"{site.address}/north.html", None)


def test_a_packed_answer_is_unpacked(site: Site) -> None:
    (found,) = read(f"{site.address}/packed")
    assert isinstance(found, Document) and "power station of packed" in found.text


def test_a_page_is_no_feed_where_one_is_wanted(site: Site) -> None:
    (found,) = read(f"{site.address}/north.html", Origin(must_be_feed=True))
    assert isinstance(found, Failure) and found.reason == "It gives a web page and no feed."


def test_a_title_has_no_tags_and_a_day_to_come_is_none() -> None:
    later = (datetime.now(UTC) + timedelta(days=400)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    title = "&lt;script&gt;steal()&lt;/script&gt;&lt;b onclick='x'&gt;Raid&lt;/b&gt; on &lt;i&gt;north"
    item = f"<item><title>{title}</title><link>n.html</link><pubDate>{later}</pubDate></item>"
    (entry,) = listed(RSS.format(items=item)).entries
    assert (entry.address, entry.title, entry.published) == (
        "http://a.example/x/n.html",
        "Raid on north",
        None,
    )


def test_a_feed_of_very_many_articles_is_cut() -> None:
    items = "".join(ITEM.format(f"a{number}") for number in range(MOST * 50))
    found = listed(RSS.format(items=items))
    assert (len(found.entries), found.cut) == (MOST, True)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            b"<sitemapindex><sitemap><loc>http://a.example/1.xml</loc></sitemap></sitemapindex>",
            "list of sitemaps",
        ),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 7}', "not a JSON Feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000, "not a JSON Feed"),
    ],
)
def test_what_lists_no_articles_is_told(content: bytes, reason: str) -> None:
    with pytest.raises(NotAFeed, match=reason):
        listed(content)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda t: RSS.format(items=t).encode()))
def test_any_bytes_are_a_feed_of_no_or_some_articles(content: bytes) -> None:
    assert all(entry.address.startswith("http") for entry in listed(content).entries)


def test_what_was_asked_before_is_asked_only_for_what_has_changed() -> None:
    remembered: dict[str, Remembered] = {}
    with serving({"/feed.xml": feed("north", "east")}) as site, open_web(QUICK) as fetch:
        site.answers |= {
            "/feed.xml": (
                200,
                {**site.answers["/feed.xml"][1], "ETag": '"f1"'},
                site.answers["/feed.xml"][2],
            ),
            "/north.html": ok(ARTICLE.format(name="north"), ETag='"n1"'),
            "/east.html": (503, {}, b""),
        }
        address = f"{site.address}/feed.xml"

        def look(hours: float) -> list[str]:
            found = []
            for item in read_address(address, None, fetch, remembered.get):
                found.append(type(item).__name__)
                if isinstance(item, Visit):
                    before = remembered.get(item.address)
                    time = datetime.now(UTC) - timedelta(hours=hours)
                    first = before.first if before else time
                    known = Known(item.etag, item.modified)
                    remembered[item.address] = Remembered(known, first, time, feed=item.listed is not None)
            return found

        assert look(0) == ["Document", "Visit", "Failure", "Visit"]
        assert remembered[address].known == Known()  # not all of it was read: it is asked for as a whole
        site.answers["/east.html"] = ok(ARTICLE.format(name="east"))
        assert look(0) == ["Document", "Visit", "Visit"]
        assert site.asked["/north.html"] == 1  # it is not time to look again
        assert look(0) == ["Visit"]
        assert site.headers["if-none-match"] == '"f1"'
        assert site.asked["/feed.xml"] == 3
        site.answers["/feed.xml"] = feed("north", "east")
        remembered[f"{site.address}/north.html"] = Remembered(
            Known('"n1"'), datetime.now(UTC) - timedelta(hours=3), datetime.now(UTC) - timedelta(hours=2)
        )
        assert look(0) == ["Visit", "Visit"]  # north is as it was, east not due
        assert (site.asked["/north.html"], site.asked["/east.html"]) == (2, 4)
        remembered[address] = Remembered(
            Known(), datetime.now(UTC), datetime.now(UTC), datetime.now(UTC) + timedelta(hours=1)
        )
        assert look(0) == ["Failure"]


def test_a_page_is_looked_at_ever_more_seldom() -> None:
    now = datetime(2025, 3, 27, 12, tzinfo=UTC)
    first = now - timedelta(hours=8)
    assert not is_due(Remembered(Known(), first, now - timedelta(minutes=59)), now)
    assert not is_due(Remembered(Known(), first, now - timedelta(hours=3)), now)
    assert is_due(Remembered(Known(), first, now - timedelta(hours=4)), now)
    assert is_due(Remembered(Known(), first, now + timedelta(days=365)), now)
