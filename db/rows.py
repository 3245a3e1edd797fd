"""Rows of claims as the questions share them: one SELECT, and the lists in it unpacked."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]

REGION_NAMES = """
    iif(c.region_set = '', '[]',
        (SELECT json_group_array(name)
         FROM (SELECT r.name FROM claim_regions AS x JOIN regions AS r ON r.code = x.region
               WHERE x.claim = c.number ORDER BY r.code))) AS region_names"""
CLAIMS = f"""
    SELECT c.*, d.title, d.url, d.publisher, d.published, d.fetched, d.kind, d.version, d.source,
           p.side AS claimant_side, q.side AS accused_side, head.id AS dispute_id, {REGION_NAMES}
    FROM claims AS c
    JOIN documents AS d ON d.id = c.document
    LEFT JOIN claims AS head ON head.number = c.dispute
    LEFT JOIN parties AS p ON p.conflict = c.conflict AND p.name = c.claimant
    LEFT JOIN parties AS q ON q.conflict = c.conflict AND q.name = c.accused
    WHERE"""  # noqa: S608


def sql(*parts: str) -> str:
    """Return one statement from its parts, all of them written in this program."""
    return "\n".join(parts)


def unpacked(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of CLAIMS with `regions`, `region_names` and `entries` as lists."""
    for row in rows:
        row["regions"] = row.pop("region_set").split()
        row["region_names"] = json.loads(row["region_names"])
        row["entries"] = row["entries"].split("; ") if row["entries"] else []
        yield row


def first(db: Database, statement: str, *values: Any) -> Row | None:
    """Return the first row of a statement, or None."""
    return next(iter(db.query(statement, values)), None)


def with_answers(db: Database, rows: list[Row]) -> list[Row]:
    """Give each claim its `answers`: the claims that deny, admit or counter it, the surest first.

    An answer has the `type`, `why` and `strength` of the link.
    """
    numbers = json.dumps([row["number"] for row in rows])
    found = db.query(
        sql(
            "SELECT l.answered, l.type, l.why, l.strength, given.* FROM links AS l JOIN (",
            CLAIMS,
            "c.number IN (SELECT answer FROM links",
            "WHERE answered IN (SELECT value FROM json_each(:numbers)))) AS given ON given.number = l.answer",
            "WHERE l.answered IN (SELECT value FROM json_each(:numbers))",
            "AND l.type IN ('denies', 'admits', 'counters')",
            "ORDER BY l.answered, l.strength, given.published, given.sentence_start, given.number",
        ),
        {"numbers": numbers},
    )
    answers: dict[int, list[Row]] = {}
    for answer in unpacked(found):
        answers.setdefault(answer.pop("answered"), []).append(answer)
    for row in rows:
        row["answers"] = answers.get(row["number"], [])
    return rows
