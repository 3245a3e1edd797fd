"""Reads documents from an address: the articles that a feed lists, or the one article of a page."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

import feedparser

from pipeline.articles import read_article
from pipeline.documents import canonical_address
from pipeline.records import Document, Failure, Kind
from pipeline.web import Fetch, Fetched, Unreachable, open_web

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
FEED_START = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """An article that a feed lists; `published` is the day in UTC."""

    address: str
    title: str
    published: date | None


def read_address(
    address: str,
    *,
    publisher: str | None = None,
    conflict: str | None = None,
    kind: Kind = "report",
    fetch: Fetch | None = None,
) -> Iterator[Document | Failure]:
    """Yield the documents at a feed's or a page's address; an address that gives none is a Failure.

    `fetch` is a function of `open_web`, so that many addresses can share its connections.
    """
    if fetch is None:
        with open_web() as fetch:
            yield from read_address(address, publisher=publisher, conflict=conflict, kind=kind, fetch=fetch)
        return
    try:
        answer = fetch(address)
    except Unreachable as error:
        yield Failure(address, str(error))
        return
    if not is_feed(answer):
        yield article(answer, Entry(address, "", None), publisher, conflict, kind)
        return
    name, entries = read_feed(answer)
    if not entries:
        yield Failure(address, "The feed lists no article.")
    for entry in entries:
        try:
            answer = fetch(entry.address)
        except Unreachable as error:
            yield Failure(entry.address, str(error))
        else:
            yield article(answer, entry, publisher or name, conflict, kind)


def is_feed(answer: Fetched) -> bool:
    """Return whether an answer is a feed, by its type or by how it begins."""
    return answer.content_type in FEED_TYPES or FEED_START.search(answer.content[:2000]) is not None


def read_feed(answer: Fetched) -> tuple[str | None, list[Entry]]:
    """Return the name of a feed and the articles that it lists, each address once, in its order.

    A feed that breaks off gives what stands before the break.
    """
    headers = {"Content-Type": answer.content_type}
    if answer.charset:
        headers["Content-Type"] += f"; charset={answer.charset}"
    # As a stream: feedparser would take a string for an address or a path, and open it.
    feed = feedparser.parse(io.BytesIO(answer.content), response_headers=headers, sanitize_html=True)
    entries: dict[str, Entry] = {}
    for item in feed.entries:
        address = canonical_address(urljoin(answer.address, item.get("link") or ""))
        day = item.get("published_parsed") or item.get("updated_parsed")
        if address and item.get("link"):
            entries.setdefault(
                address, Entry(address, item.get("title") or "", date(*day[:3]) if day else None)
            )
    return feed.feed.get("title") or None, list(entries.values())


def article(
    answer: Fetched, entry: Entry, publisher: str | None, conflict: str | None, kind: Kind
) -> Document | Failure:
    """Return the article of a fetched page."""
    return read_article(
        answer.content,
        entry.address,
        address=answer.address,
        charset=answer.charset,
        title=entry.title,
        published=entry.published,
        publisher=publisher,
        conflict=conflict,
        kind=kind,
        fetched=answer.time,
    )
