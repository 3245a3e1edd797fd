"""Rows of claims as the questions share them: one SELECT, and the lists in it unpacked."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]

CLAIMS = """
    SELECT c.*, d.title, d.url, d.publisher, d.published, d.kind, d.version,
           p.side AS claimant_side, q.side AS accused_side,
           (SELECT json_group_array(name)
            FROM (SELECT r.name FROM claim_regions AS x JOIN regions AS r ON r.code = x.region
                  WHERE x.claim = c.number ORDER BY r.code)) AS region_names
    FROM claims AS c
    JOIN documents AS d ON d.id = c.document
    LEFT JOIN parties AS p ON p.conflict = c.conflict AND p.name = c.claimant
    LEFT JOIN parties AS q ON q.conflict = c.conflict AND q.name = c.accused
    WHERE"""


def sql(*parts: str) -> str:
    """Return one statement from its parts, all of them written in this program."""
    return "\n".join(parts)


def unpacked(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of CLAIMS with `regions` and `region_names` as lists."""
    for row in rows:
        row["regions"] = row.pop("region_set").split()
        row["region_names"] = json.loads(row["region_names"])
        yield row


def first(db: Database, statement: str, *values: Any) -> Row | None:
    """Return the first row of a statement, or None."""
    return next(iter(db.query(statement, values)), None)


def with_answers(db: Database, rows: list[Row]) -> list[Row]:
    """Give each claim its `answers`: the claims of the same document that answer it, same sentence first."""
    numbers = json.dumps([row["number"] for row in rows])
    found = db.query(
        sql(
            "WITH pairs AS (SELECT * FROM answers",
            "WHERE allegation IN (SELECT value FROM json_each(:numbers)))",
            "SELECT pairs.allegation, pairs.same_sentence, given.* FROM pairs JOIN (",
            CLAIMS,
            "c.number IN (SELECT answer FROM pairs)) AS given ON given.number = pairs.answer",
            "ORDER BY pairs.allegation, pairs.same_sentence DESC, given.sentence_start, given.number",
        ),
        {"numbers": numbers},
    )
    answers: dict[int, list[Row]] = {}
    for answer in unpacked(found):
        answer["same_sentence"] = bool(answer["same_sentence"])
        answers.setdefault(answer.pop("allegation"), []).append(answer)
    for row in rows:
        row["answers"] = answers.get(row["number"], [])
    return rows
