"""Reads what a feed lists: RSS, Atom and RDF (by feedparser), JSON Feed, sitemaps with or without news."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from urllib.parse import urljoin

import feedparser
from lxml import etree

from pipeline.articles import plain_title
from pipeline.documents import canonical_address, read_day
from pipeline.web import Fetched

MOST = 1000
"""Articles of a feed that are read; no news site has more new ones in an hour."""

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
JSON_TYPES = ("application/feed+json", "application/json")
FEED_START = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
SITEMAP_START = re.compile(rb"<(?:\w+:)?(urlset|sitemapindex)[\s>]")
JSON_START = re.compile(rb"\s*\{.{0,500}?jsonfeed\.org/version", re.DOTALL)
ITEM = re.compile(rb"<(?:item|entry|(?:\w+:)?url)[\s>]", re.IGNORECASE)


class NotAFeed(Exception):
    """What was fetched lists no articles, though it should; the message is one sentence."""


@dataclass(frozen=True)
class Entry:
    """An article that a feed lists; `published` is the day in UTC."""

    address: str
    title: str
    published: date | None


@dataclass(frozen=True)
class Listing:
    """What a feed calls itself, and its articles, each address once, in its order; `cut`: not all of them."""

    name: str | None
    entries: tuple[Entry, ...]
    cut: bool = False


def is_feed(answer: Fetched) -> bool:
    """Return whether an answer is a feed, by its type or by how it begins."""
    start = answer.content[:2000]
    return (
        answer.content_type in FEED_TYPES
        or FEED_START.search(start) is not None
        or SITEMAP_START.search(start) is not None
        or JSON_START.match(start) is not None
    )


def read_feed(answer: Fetched) -> Listing:
    """Return what a feed lists; one that breaks off gives what stands before the break. Raises NotAFeed."""
    items = [match.start() for match in islice(ITEM.finditer(answer.content), MOST + 1)]
    cut = len(items) > MOST
    content = answer.content[: items[MOST]] if cut else answer.content
    start = content[:2000]
    if answer.content_type in JSON_TYPES or JSON_START.match(start):
        name, found = read_json_feed(content)
    elif SITEMAP_START.search(start):
        name, found = None, read_sitemap(content)
    else:
        name, found = read_xml_feed(answer, content)
    entries: dict[str, Entry] = {}
    for link, title, day in found:
        address = canonical_address(joined(answer.address, link))
        if address:
            entries.setdefault(address, Entry(address, plain_title(title), possible(day)))
    cut = cut or len(entries) > MOST
    return Listing(plain_title(name or "") or None, tuple(entries.values())[:MOST], cut)


Items = Iterator[tuple[str, str, date | None]]
"""Link, title and day of publication."""


def read_xml_feed(answer: Fetched, content: bytes) -> tuple[str | None, Items]:
    """Return the name and the items of an RSS, Atom or RDF feed. Raises NotAFeed."""
    headers = {"Content-Type": answer.content_type, "Content-Location": answer.address}
    if answer.charset:
        headers["Content-Type"] += f"; charset={answer.charset}"
    # As a stream: feedparser would take a string for an address or a path, and open it.
    try:
        feed = feedparser.parse(io.BytesIO(content), response_headers=headers, sanitize_html=True)
    except Exception as error:  # strange bytes set off anything in its lenient parser
        raise NotAFeed("It is not a feed that can be read.") from error

    def items() -> Items:
        for item in feed.entries:
            time = item.get("published_parsed") or item.get("updated_parsed")
            if item.get("link"):
                yield str(item["link"]), str(item.get("title") or ""), date(*time[:3]) if time else None

    return feed.feed.get("title"), items()


def read_json_feed(content: bytes) -> tuple[str | None, Items]:
    """Return the name and the items of a JSON Feed. Raises NotAFeed."""
    try:
        feed = json.loads(content)
        listed = feed["items"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotAFeed("It is not a JSON Feed that can be read.") from error
    if not isinstance(listed, list):
        raise NotAFeed("It is not a JSON Feed that can be read.")

    def items() -> Items:
        for item in listed:
            if isinstance(item, dict) and (link := item.get("url") or item.get("external_url")):
                day = read_day(str(item.get("date_published") or ""))
                yield str(link), str(item.get("title") or ""), day

    name = feed.get("title")
    return name if isinstance(name, str) else None, items()


def read_sitemap(content: bytes) -> Items:
    """Return the items of a sitemap. Raises NotAFeed for one that only lists others."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAFeed("It is not a sitemap that can be read.") from error
    if root is None:
        raise NotAFeed("It is not a sitemap that can be read.")
    if str(root.tag).endswith("sitemapindex"):
        raise NotAFeed("It is a list of sitemaps: name one of those that it lists.")

    def items() -> Items:
        for item in root.iterchildren("{*}url"):
            day = text_in(item, "publication_date") or text_in(item, "lastmod")
            yield text_in(item, "loc"), text_in(item, "title"), read_day(day)

    return items()


def text_in(item: etree._Element, name: str) -> str:
    """Return the text of the first element of a name, "" if there is none."""
    found = next(item.iter(f"{{*}}{name}"), None)
    return (found.text or "").strip() if found is not None else ""


def joined(base: str, link: str) -> str:
    """Return a link as seen from its feed, "" if it is none."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def possible(day: date | None) -> date | None:
    """Return a day of publication, None if it is yet to come; tomorrow is, to the east of us, today."""
    return day if day is not None and day <= datetime.now(UTC).date() + timedelta(days=1) else None
