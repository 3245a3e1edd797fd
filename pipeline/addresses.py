"""Reads documents from an address: the articles that a feed lists, or the one article of a page.

What was asked before is asked again only when it is time to, and only for what has changed since.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from pipeline.articles import read_article
from pipeline.feeds import Entry, NotAFeed, is_feed, read_feed
from pipeline.records import Capture, Document, Failure, Kind, Listed, Visit
from pipeline.web import Fetch, Fetched, Known, Unreachable, open_web

SOONEST = timedelta(hours=1)
"""How long a page is left alone after it was read."""

Read = Iterator[Document | Failure | Visit]


@dataclass(frozen=True)
class Remembered:
    """What is known of an address from the first and the last visit; until `until` it is left alone."""

    known: Known
    first: datetime
    last: datetime
    until: datetime | None = None
    feed: bool = False


class Memory(Protocol):
    """Tells what is remembered of an address."""

    def __call__(self, address: str) -> Remembered | None:
        """Return what is remembered, None of one that was never asked."""


def nothing(address: str) -> None:
    """Remember no address."""


@dataclass(frozen=True)
class Origin:
    """What holds for all documents of an address, whatever they say of themselves."""

    publisher: str | None = None
    conflict: str | None = None
    kind: Kind = "report"
    source: str | None = None
    must_be_feed: bool = False


def read_address(
    address: str, origin: Origin | None = None, fetch: Fetch | None = None, memory: Memory = nothing
) -> Read:
    """Yield the documents at a feed's or a page's address, and what cannot be read as a Failure.

    After the documents of an address comes its Visit. `fetch` is a function of `open_web`, so that many
    addresses can share its connections.
    """
    if fetch is None:
        with open_web() as fetch:
            yield from read_address(address, origin, fetch, memory)
        return
    origin = origin or Origin()
    before = memory(address)
    now = datetime.now(UTC)
    if before and before.until and before.last <= now < before.until:
        yield Failure(address, f"It asks to be left alone until {before.until:%Y-%m-%d %H:%M} UTC.")
        return
    try:
        answer = fetch(address, before.known if before else None)
    except Unreachable as error:
        yield Failure(address, str(error))
        until = now + timedelta(seconds=error.after) if error.after else None
        yield Visit(address, now, error=str(error), until=until, listed=Listed())
        return
    if answer.unchanged and before and before.feed:
        known = renewed(answer.known, before)
        yield Visit(address, answer.time, known.etag, known.modified, listed=Listed())
    elif is_feed(answer) or origin.must_be_feed:
        yield from read_listing(address, answer, origin, fetch, memory)
    else:
        yield from read_page(address, answer, Entry(address, "", None), origin, before)


@dataclass
class Tally:
    """How reading the articles of a feed went; `again`: some are to be asked another time."""

    asked: int = 0
    empty: int = 0
    failed: int = 0
    again: bool = False
    error: str | None = None


def read_listing(address: str, answer: Fetched, origin: Origin, fetch: Fetch, memory: Memory) -> Read:
    """Yield the articles that a feed lists, those that it is time to read; in the end the feed's Visit."""
    tally = Tally()
    try:
        if not is_feed(answer):
            raise NotAFeed("It gives a web page and no feed.")
        listing = read_feed(answer)
        if not listing.entries:
            raise NotAFeed("The feed lists no article.")
    except NotAFeed as error:
        yield Failure(address, str(error))
        yield Visit(address, answer.time, error=str(error), listed=Listed())
        return
    if listing.cut:
        yield Failure(address, f"It lists very many articles: the first {len(listing.entries)} are read.")
    own = Origin(origin.publisher or listing.name, origin.conflict, origin.kind, origin.source or address)
    for entry in listing.entries:
        before = memory(entry.address)
        if before is None or is_due(before, datetime.now(UTC)):
            try:
                yield from read_entry(entry, own, fetch, before, tally)
            except HostLeft as error:
                tally.error = str(error)
                yield Failure(address, str(error))
                break
    known = Known() if tally.again else answer.known  # else the feed would be "unchanged" the next time
    yield Visit(
        address,
        answer.time,
        known.etag,
        known.modified,
        error=tally.error,
        listed=Listed(len(listing.entries), tally.asked, tally.empty, tally.failed),
    )


class HostLeft(Exception):
    """The host of a feed's articles is left alone for now; the message says why."""


def read_entry(entry: Entry, origin: Origin, fetch: Fetch, before: Remembered | None, tally: Tally) -> Read:
    """Yield the article of a feed's entry, and its Visit. Raises HostLeft."""
    try:
        answer = fetch(entry.address, before.known if before else None)
    except Unreachable as error:
        tally.again |= error.again
        if error.host_left:
            raise HostLeft(str(error)) from error
        tally.asked += 1
        tally.failed += 1
        yield Failure(entry.address, str(error))
        if not error.again:
            yield Visit(entry.address, datetime.now(UTC), error=str(error))
        return
    tally.asked += 1
    for item in read_page(entry.address, answer, entry, origin, before):
        tally.empty += isinstance(item, Failure)
        yield item


def read_page(
    asked: str, answer: Fetched, entry: Entry, origin: Origin, before: Remembered | None = None
) -> Read:
    """Yield the article of a fetched page, or why it has none, and the page's Visit."""
    found: Document | Failure | None = None
    if not answer.unchanged:
        found = read_article(
            answer.content,
            asked,
            address=answer.address,
            charset=answer.charset,
            title=entry.title,
            published=entry.published,
            publisher=origin.publisher,
            conflict=origin.conflict,
            kind=origin.kind,
            feed=origin.source or asked,
            capture=Capture(answer.address, answer.time, answer.content, answer.headers, answer.charset),
        )
        yield found
    known = renewed(answer.known, before)
    yield Visit(
        asked,
        answer.time,
        known.etag,
        known.modified,
        document=found.id if isinstance(found, Document) else None,
        error=found.reason if isinstance(found, Failure) else None,
    )


def renewed(known: Known, before: Remembered | None) -> Known:
    """Return what to ask with the next time; an answer "unchanged" need not repeat it."""
    return known if known.etag or known.modified or before is None else before.known


def is_due(before: Remembered, now: datetime) -> bool:
    """Return whether it is time to look at a page again: when it was left alone for as long as it is known.

    So a new report is looked at after one hour, two, four, eight, and seldom once it is old. A clock that
    jumped back makes every page due.
    """
    since = now - before.last
    return since < timedelta(0) or since >= max(SOONEST, before.last - before.first)
