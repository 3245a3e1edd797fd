"""Lines up the stored claims that wait for it: the new ones, and all that are tied to these.

What is stored is at every moment what lining up all of it from the beginning would give, but for the claims
that wait: a document touches the neighbourhoods that it shares a key with, and these are made anew as wholes.
"""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b

from sqlite_utils import Database

from db import dispute_store
from db.dispute_store import Member, NewDispute
from db.writing import writing
from pipeline.conflict import WORLD, conflict_names
from pipeline.disputes import Dispute, Disputes, Report, Told, accounts, copies
from pipeline.disputes.blocks import is_late, ties_by
from pipeline.disputes.crowds import RARE
from pipeline.disputes.evidence import statements
from pipeline.disputes.portions import tells_some
from pipeline.disputes.records import Key, Statement
from pipeline.language import fresh_model
from pipeline.lexicon import read_lexicon
from pipeline.rows import claim_of, document_of
from pipeline.version import extractor_version

AT_ONCE = 500  # documents that are lined up in one transaction
SHARE = 0.2  # of the time of a run, at most, that is spent on lining up before its end


def line_up(db: Database) -> None:
    """Line up all claims that wait; whatever another version of the rules has lined up waits too.

    Raises DatabaseError if the database cannot be written to.
    """
    from pipeline.progress import progress  # takes a moment, and only a terminal needs it

    dispute_store.forget(db, extractor_version())
    with progress("documents lined up", dispute_store.count_waiting(db)) as advance:
        while (waiting := dispute_store.waiting(db, AT_ONCE)) or dispute_store.stale(db):
            with writing(db):
                line_up_some(db, waiting)
            for _ in waiting:
                advance()


class NowAndThen:
    """Lines up during a run: often while it costs little, seldom where thousands report one event."""

    def __init__(self, db: Database) -> None:
        self.db, self.cost, self.ended = db, 0.0, time.monotonic()

    def __call__(self) -> None:
        """Line up what waits, unless that was done a moment ago."""
        began = time.monotonic()
        if self.cost <= SHARE * (began - self.ended):
            line_up(self.db)
            self.ended = time.monotonic()
            self.cost = self.ended - began


def line_up_some(db: Database, waiting: Sequence[str]) -> None:
    """Line up the claims of some documents with all that they are tied to."""
    fresh_model()  # where others read the documents, here is where words are learned
    new = Stored(db, waiting)
    dispute_store.put_keys(db, new.keys())
    touched = dispute_store.touched(db, waiting, RARE)
    near = Stored(db, sorted({*waiting, *dispute_store.documents_within(db, touched)}))
    dispute_store.replace(db, touched, near.disputes(set(touched)), extractor_version())


class Stored:
    """Stored documents with their claims, as the records that are lined up."""

    def __init__(self, db: Database, documents: Sequence[str]) -> None:
        self.reports: dict[str, list[Report]] = {}  # by conflict: claims of two conflicts are never tied
        self.number: dict[Key, int] = {}
        self.neighbourhood: dict[Key, int | None] = {}  # None: it waits
        self.texts: dict[str, str] = {}
        for row, claims in dispute_store.documents_with_claims(db, documents):
            document = document_of(row)
            if document.conflict not in conflict_names():
                document = replace(document, conflict=WORLD)
            report = Report(document, tuple(map(claim_of, claims)))
            self.reports.setdefault(row["conflict"], []).append(report)
            self.texts[row["id"]] = row["text"]
            for index, claim in enumerate(claims):
                self.number[row["id"], index] = claim["number"]
                self.neighbourhood[row["id"], index] = claim["neighbourhood"]

    def keys(self) -> Iterator[tuple[int, int]]:
        """Yield the keys of the claims that wait, each with the claim's number."""
        for conflict, reports in self.reports.items():
            for statement in (one for report in reports for one in read(report)):
                if self.neighbourhood[statement.key] is None:
                    for key in ties_by(statement):
                        yield as_number(conflict, key), self.number[statement.key]

    def disputes(self, touched: set[int]) -> Iterator[NewDispute]:
        """Yield the disputes of the claims that wait and of those in the neighbourhoods."""
        for conflict, reports in self.reports.items():
            lined_up, seen = Disputes(), set[Key]()
            # A claim whose neighbourhood is here in part would follow another than it does in all.
            whole = {key for key, number in self.neighbourhood.items() if number in {None, *touched}}
            for report in reports:
                lined_up.add_read(report.document.id, read(report), whole)
            for key in lined_up.statements:
                if key in seen or key not in whole:
                    continue
                found = lined_up.near([key])
                members = [member for dispute in found for member in dispute.members]
                seen.update(members)
                least = min(self.number[member] for member in members)
                for dispute in found:
                    yield self.stored(dispute, conflict, least, lined_up)

    def stored(self, dispute: Dispute, conflict: str, neighbourhood: int, lined_up: Disputes) -> NewDispute:
        """Return a dispute as it is stored."""
        documents = sorted({id for id, _ in dispute.members})
        original = copies({id: self.texts[id] for id in documents}) if len(documents) > 1 else {}
        told = {key: told_by(lined_up.statements[key]) for key in dispute.members}
        account = {key: self.number[one.members[0]] for one in accounts(dispute, told) for key in one.members}
        members = [
            Member(
                self.number[key],
                account[key],
                original[key[0]] if original.get(key[0], key[0]) != key[0] else None,
                tallied(lined_up.statements[key]),
            )
            for key in dispute.members
        ]
        links = [
            (self.number[one.answer], self.number[one.answered], one.type, one.why, one.strength)
            for one in dispute.links
        ]
        return NewDispute(conflict, neighbourhood, members, list(dict.fromkeys(links)))


@lru_cache(maxsize=2_000)  # the same few reports are near to many new ones
def read(report: Report) -> tuple[Statement, ...]:
    """Return the claims of a report, each with what its words say of its act."""
    return tuple(statements(report))


def told_by(statement: Statement) -> Told:
    """Return who says what of whom in a claim."""
    claim = statement.claim
    return Told(statement.key, claim.stance, claim.claimant, claim.accused)


def tallied(statement: Statement) -> str | None:
    """Return what an allegation is a running total of: "acts", or drones or whatever weapon it counts.

    None of a part of one, of a figure with a place that only some of the acts were in, and of a volley: a few
    shells, or a few acts of no day that broke no truce.
    """
    claim = statement.claim
    if claim.stance != "alleges" or not statement.total or statement.evidence.part:
        return None
    if claim.regions and tells_some(claim.sentence):
        return None
    entry = read_lexicon("units").entries.get(claim.unit or "")
    weapon = entry is not None and entry.data["kind"] == "weapon"
    lasts = not weapon and (claim.date_from or claim.category == "ceasefire_violation")
    if not (statement.many or lasts):
        return None
    return entry.id if entry is not None and weapon else "acts"


def as_number(conflict: str, key: tuple[str, ...]) -> int:
    """Return a key as the number under which it is stored: an odd one if it counts only while few have it."""
    text = json.dumps([conflict, *key], ensure_ascii=False)
    number = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)
    return number | 1 if is_late(key) else number & ~1
