"""The records that pass from step to step: a document, an attribution, a claim.

A `Span` is (start, end) in characters of `Document.text`, end exclusive. What a text leaves open is None.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Span = tuple[int, int]

Kind = Literal["report", "statement", "paraphrase"]
Stance = Literal["alleges", "denies", "admits"]
Category = Literal["energy_strike", "ceasefire_violation", "other_strike"]
Bound = Literal["exact", "minimum", "maximum"]


@dataclass(frozen=True)
class Document:
    """An article as it was read: `text` is what every span counts in, and never changes afterwards.

    `source` is the address of the feed or page that gave it, or the file if it has no address of its own.
    """

    id: str
    text: str
    published: date | None = None
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    conflict: str | None = None
    language: str | None = None
    kind: Kind = "report"
    fetched: datetime | None = None
    source: str | None = None
    capture: "Capture | None" = None


@dataclass(frozen=True)
class Capture:
    """The bytes that a document was read from, unpacked, with the headers and the address of the answer.

    Once they are kept, `content` is empty and the record of them is at `offset` of the `file`.
    """

    address: str
    time: datetime
    content: bytes = field(repr=False)
    headers: tuple[tuple[str, str], ...] = ()
    charset: str | None = None
    file: str | None = None
    offset: int | None = None
    size: int = 0
    sha256: str = ""


@dataclass(frozen=True)
class Listed:
    """What a feed listed: articles in all, those `asked` for, of these without an article, and failed."""

    articles: int = 0
    asked: int = 0
    empty: int = 0
    failed: int = 0


@dataclass(frozen=True)
class Visit:
    """An address was asked; comes after the documents that it gave.

    `etag` and `modified` are for asking whether it has changed since, `until` is when it may be asked again.
    `listed` is for a feed, `document` for a page.
    """

    address: str
    time: datetime
    etag: str | None = None
    modified: str | None = None
    error: str | None = None
    until: datetime | None = None
    document: str | None = None
    listed: Listed | None = None


@dataclass(frozen=True)
class Failure:
    """Something that could not be read: `source` is a path, a line or an address; `reason` one sentence."""

    source: str
    reason: str


@dataclass(frozen=True)
class Attribution:
    """Somebody says something: who, by which words it is told, and what part of the text is said."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str


@dataclass(frozen=True)
class Claim:
    """One claimant's assertion about one kind of act, anchored in one sentence.

    `claimant` and `accused` are names of parties. `regions` are ISO 3166-2 codes, sorted. `date_from` and
    `date_to` are the days of the alleged act, both None if the text gives none. `speaker` is None where
    nobody is named in the text's own words. `via` names those who passed the statement on. The definition of
    each field is in README, "What counts as a claim".
    """

    sentence: str
    span: Span
    stance: Stance
    claimant: str
    accused: str | None
    category: Category
    speaker: str | None = None
    regions: tuple[str, ...] = ()
    count: int | None = None
    unit: str | None = None
    bound: Bound | None = None
    date_from: date | None = None
    date_to: date | None = None
    via: str | None = None
    target: str | None = None
    weapon: str | None = None
    rule: str = ""
    speaker_span: Span | None = None
    cue_span: Span | None = None
    accused_span: Span | None = None
    target_span: Span | None = None
    weapon_span: Span | None = None
    places: tuple["Place", ...] = field(default=())
    date_span: Span | None = None
    grounds: tuple["Ground", ...] = field(default=())


@dataclass(frozen=True)
class Ground:
    """Something that made a claim: an entry of the lexicons or of the conflict's data, where it was found.

    `entry` names the file and the entry: "acts:shell", "parties:Norland (capital)".
    """

    entry: str
    span: Span


@dataclass(frozen=True)
class Place:
    """A place named in a document: where it stands in the text, and where on the map, as far as is known."""

    name: str
    span: Span
    region: str | None
    latitude: float | None = None
    longitude: float | None = None
