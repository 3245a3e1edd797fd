"""No answer found, as a value: whether nobody answered an allegation, or nobody looked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.disputes.accounts import Told
from pipeline.disputes.days import LATE
from pipeline.disputes.records import Dispute, Key

ANSWERS = ("denies", "admits", "counters")


@dataclass(frozen=True)
class Read:
    """A document that was read: its day, and the parties that it is from (its source is theirs), or about."""

    id: str
    published: date | None
    source: str | None = None
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Silence:
    """That no answer of the accused was found in the documents of the days from `since` to `until`, both
    counted.

    `documents`: how many were from or about the accused. `own`: how many of these were from its own sources.
    With no documents nobody looked. The days are None if no report of the allegation has one.
    """

    accused: str
    since: date | None
    until: date | None
    documents: int
    own: int


class DocumentsRead:
    """The days of the documents that were read, by party."""

    def __init__(self, documents: Iterable[Read]) -> None:
        self.about: dict[str, list[date]] = {}
        self.own: dict[str, list[date]] = {}
        for one in documents:
            if one.published is None:
                continue
            for party in one.parties | ({one.source} if one.source else set()):
                self.about.setdefault(party, []).append(one.published)
            if one.source:
                self.own.setdefault(one.source, []).append(one.published)
        for days in (*self.about.values(), *self.own.values()):
            days.sort()

    def silence(self, accused: str, since: date | None) -> Silence:
        """Return how many documents could have held an answer to what was first alleged on a day."""
        if since is None:
            return Silence(accused, None, None, 0, 0)
        until = since + LATE
        return Silence(
            accused,
            since,
            until,
            within(self.about.get(accused, ()), since, until),
            within(self.own.get(accused, ()), since, until),
        )


def within(days: Sequence[date], since: date, until: date) -> int:
    """Return how many of the days, which are in order, are from `since` to `until`."""
    return bisect_right(days, until) - bisect_left(days, since)


def silences(dispute: Dispute, told: Mapping[Key, Told], read: DocumentsRead) -> list[Silence]:
    """Return a silence for each party that is accused in a dispute and says nothing to it, in order of
    names.

    A party answers by a denial, an admission, or a `counters` link; it need not be linked, if it stands in
    the dispute. `told` holds every member of the dispute.
    """
    members = [told[key] for key in dispute.members]
    answered = {one.claimant for one in members if one.stance != "alleges"}
    answered |= {told[link.answer].claimant for link in dispute.links if link.type in ANSWERS}
    first: dict[str, date | None] = {}
    for one in members:
        if one.stance == "alleges" and one.accused and one.accused != one.claimant:
            known = [day for day in (first.get(one.accused), one.published) if day]
            first[one.accused] = min(known, default=None)
    return [read.silence(accused, day) for accused, day in sorted(first.items()) if accused not in answered]


def never_read(read: DocumentsRead, parties: Iterable[str], since: date, until: date) -> list[str]:
    """Return the parties of which no own source was read in a stretch of days, both ends counted."""
    return [one for one in parties if not within(read.own.get(one, ()), since, until)]
