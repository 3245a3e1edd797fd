"""Reads documents as JSON lines, their claims given or found, and writes their disputes as JSON lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from pipeline.disputes.grouping import Disputes
from pipeline.disputes.records import Dispute, Link, Report
from pipeline.documents import read_day
from pipeline.fields import NotReadable, parse_line, read_lines
from pipeline.predict import OPTIONAL, Answer, document_of, left_out
from pipeline.reader import known_conflict, read_claims
from pipeline.records import Category, Claim, Document, Failure, Stance
from pipeline.score import BadGold, read_document, read_named

Fields = Mapping[str, Any]


def disputes(lines: Iterable[bytes], name: str, given: bool) -> Iterator[Answer]:
    """Yield what is wrong with a line, then the disputes of the documents on all others.

    `given`: of the claims that stand in the lines, else of those that are found.
    """
    lined_up = Disputes()
    seen = set()
    for where, line in read_lines(lines, name):
        try:
            fields = read_document(line) if given else read_named(line)
            report = report_of(fields, given)
            if report.document.id in seen:
                raise NotReadable(f"The id {report.document.id!r} appears twice.")
        except NotReadable as error:
            yield Answer(where, None, str(error))
        else:
            seen.add(report.document.id)
            lined_up.add(report)
            if notes := tuple(left_out(fields, OPTIONAL)):
                yield Answer(where, None, notes=notes)
    for number, dispute in enumerate(lined_up.all(), 1):
        yield Answer(name, as_fields(dispute, f"d{number:03}"))


def report_of(fields: Fields, given: bool) -> Report:
    """Return the report of a line. Raises NotReadable."""
    if not isinstance(fields.get("text"), str):
        raise NotReadable("Its `text` is not a string.")
    document = document_of(dict(fields))
    if given:
        document = replace(document, conflict=known_conflict(document))
        return Report(document, tuple(claim_of(one, document) for one in fields["claims"]))
    found = read_claims(document)
    if isinstance(found, Failure):
        raise NotReadable(found.reason)
    return Report(found[0], tuple(found[1]))


def claim_of(fields: Fields, document: Document) -> Claim:
    """Return a given claim; its span is where its sentence first stands in the text. Raises NotReadable."""
    for name, allowed in (("stance", get_args(Stance)), ("category", get_args(Category))):
        if fields.get(name) not in allowed:
            value = fields.get(name)
            raise NotReadable(f"The `{name}` of one of its claims is {value!r}, not {' or '.join(allowed)}.")
    if not isinstance(fields.get("claimant"), str):
        raise NotReadable("One of its claims has no `claimant`.")
    for name in ("accused", "speaker"):
        if not isinstance(fields.get(name), str | None):
            raise NotReadable(f"The `{name}` of one of its claims is not a string.")
    start = max(0, document.text.find(fields["sentence"]))
    count = fields.get("count")
    return Claim(
        sentence=fields["sentence"],
        span=(start, start + len(fields["sentence"])),
        stance=fields["stance"],
        claimant=fields["claimant"],
        accused=fields.get("accused"),
        category=fields["category"],
        speaker=fields.get("speaker"),
        regions=tuple(sorted(fields.get("regions") or ())),
        count=count if isinstance(count, int) else None,
        date_from=day(fields.get("date_from")),
        date_to=day(fields.get("date_to")),
    )


def day(value: object) -> date | None:
    """Return a day that is written like 2025-03-27, None for anything else."""
    return read_day(value) if isinstance(value, str) else None


def as_fields(dispute: Dispute, name: str) -> dict[str, Any]:
    """Return a dispute as the line that holds it."""
    return {
        "dispute": name,
        "members": [list(key) for key in dispute.members],
        "links": [
            {
                "from": list(one.answer),
                "to": list(one.answered),
                "type": one.type,
                "why": one.why,
                "strength": one.strength,
            }
            for one in dispute.links
        ],
    }


def read_disputes(path: Path) -> list[Dispute]:
    """Return the disputes of a file of the form that the command prints. Raises BadGold."""
    found = []
    try:
        with path.open("rb") as file:
            for where, line in read_lines(file, str(path)):
                found.append(dispute_of(parse_line(line), where))
    except OSError as error:
        raise BadGold(f"{path}: It cannot be opened: {error.strerror or error}.") from error
    return found


def dispute_of(fields: Fields, where: str) -> Dispute:
    """Return the dispute of a line. Raises BadGold."""
    try:
        return Dispute(
            tuple((str(id), int(index)) for id, index in fields["members"]),
            tuple(
                Link(
                    (str(one["from"][0]), int(one["from"][1])),
                    (str(one["to"][0]), int(one["to"][1])),
                    one["type"],
                    one.get("why", ""),
                    one.get("strength", "certain"),
                )
                for one in fields.get("links", ())
            ),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise BadGold(f"{where}: It is no dispute: `members` and `links` are wrong ({error}).") from error
