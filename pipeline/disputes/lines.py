"""Reads documents as JSON lines, their claims given or found, and writes their disputes as JSON lines."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

from pipeline.disputes.grouping import Disputes
from pipeline.disputes.records import Dispute, Link, Report
from pipeline.documents import read_day
from pipeline.fields import parse_line, read_lines
from pipeline.predict import document_of
from pipeline.records import Category, Claim, Document, Failure, Stance
from pipeline.run import read_claims
from pipeline.score import BadGold, read_by_id, read_document, read_named

Fields = Mapping[str, Any]


def disputes(path: Path, given: bool) -> Iterator[dict[str, Any]]:
    """Yield the disputes of the documents of a file. `given`: of the claims that stand in it, else of those
    found.

    Raises BadGold if the file holds something else than documents.
    """
    documents = read_by_id([path], read_document if given else read_named)
    lined_up = Disputes(report_of(fields, given, str(path)) for fields in documents.values())
    for number, dispute in enumerate(lined_up.all(), 1):
        yield as_fields(dispute, f"d{number:03}")


def report_of(fields: Fields, given: bool, where: str) -> Report:
    """Return the report of a line. Raises BadGold if it cannot be read."""
    if not isinstance(fields.get("text"), str):
        raise BadGold(f"{where}: The `text` of document {fields['id']!r} is not a string.")
    document = document_of(dict(fields))
    if given:
        here = f"{where}, document {document.id!r}"
        return Report(document, tuple(claim_of(one, document, here) for one in fields["claims"]))
    found = read_claims(document)
    if isinstance(found, Failure):
        raise BadGold(f"{where}: {found.reason}")
    return Report(document, tuple(found[1]))


def claim_of(fields: Fields, document: Document, where: str) -> Claim:
    """Return a given claim; its span is where its sentence first stands in the text. Raises BadGold."""
    for name, allowed in (("stance", get_args(Stance)), ("category", get_args(Category))):
        if fields.get(name) not in allowed:
            raise BadGold(
                f"{where}: The `{name}` of a claim is {fields.get(name)!r}, not {' or '.join(allowed)}."
            )
    if not isinstance(fields.get("claimant"), str):
        raise BadGold(f"{where}: A claim has no `claimant`.")
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
