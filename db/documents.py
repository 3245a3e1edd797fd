"""Reads of what was read: the documents of a filter's conflict, and what each publisher gave."""

from typing import Any

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import Row, sql

# Documents of the conflict, publishers and days of a filter, whether or not they hold a claim that passes it.
CONDITIONS = {
    "conflict": "d.conflict = :conflict",
    "publishers": "d.publisher IN (SELECT value FROM json_each(:publishers))",
    "date_from": "d.published >= :date_from",
    "date_to": "d.published <= :date_to",
}
COUNTED = """
    LEFT JOIN (SELECT c.document, count(*) AS n FROM claims AS c WHERE /*where*/ GROUP BY c.document) AS k
      ON k.document = d.id"""


def count_documents(db: Database, filter: ClaimFilter) -> int:
    """Return how many documents `documents` has in all."""
    condition, values = _documents_where(filter)
    return int(db.execute(sql("SELECT count(*) FROM documents AS d WHERE", condition), values).fetchone()[0])


def documents(db: Database, filter: ClaimFilter, limit: int = 50, offset: int = 0) -> list[Row]:
    """Return a page of documents without their texts, the latest first; `claims`: those that pass."""
    condition, values = _documents_where(filter)
    statement = sql(
        "SELECT d.id, d.url, d.publisher, d.title, d.published, d.fetched, d.kind, d.conflict,",
        "length(d.text) AS characters, coalesce(k.n, 0) AS claims FROM documents AS d",
        _counted(filter),
        "WHERE",
        condition,
        "ORDER BY d.published DESC NULLS LAST, d.publisher, d.id LIMIT :limit OFFSET :offset",
    )
    return list(db.query(statement, {**values, "limit": limit, "offset": offset}))


def publishers(db: Database, filter: ClaimFilter) -> list[Row]:
    """Return each publisher's documents, those `with_claims`, claims that pass, first and last day."""
    condition, values = _documents_where(filter)
    statement = sql(
        "SELECT d.publisher, count(*) AS documents, sum(k.n IS NOT NULL) AS with_claims,",
        "coalesce(sum(k.n), 0) AS claims, min(d.published) AS first_day, max(d.published) AS last_day",
        "FROM documents AS d",
        _counted(filter),
        "WHERE",
        condition,
        "GROUP BY 1 ORDER BY claims DESC, documents DESC, d.publisher",
    )
    return list(db.query(statement, values))


def _counted(filter: ClaimFilter) -> str:
    return COUNTED.replace("/*where*/", where(filter)[0])


def _documents_where(filter: ClaimFilter) -> tuple[str, dict[str, Any]]:
    _, values = where(filter)
    chosen = [condition for field, condition in CONDITIONS.items() if getattr(filter, field)]
    return " AND ".join(["1", *chosen]), values
