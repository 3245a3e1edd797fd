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
# A document d is of a source s that gave it, on whose site it stands, or whose name its publisher has.
THEIRS = """(s.address = d.source OR s.publisher = d.publisher OR instr(d.url, '//' || s.site || '/')
             OR instr(d.url, '.' || s.site || '/'))"""
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
        "SELECT d.id, d.url, d.publisher, d.title, d.published, d.fetched, d.kind, d.conflict, d.source,",
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


def own_documents(db: Database, filter: ClaimFilter) -> dict[str, int]:
    """Return for each side of the filter's conflict how many documents of its days are from its own sources.

    Own is what a source gives, or publishes, that the conflict's data name as a party's.
    """
    rows = db.execute(
        """
        SELECT p.side, count(DISTINCT d.id)
        FROM parties AS p
        LEFT JOIN sources AS s ON s.conflict = p.conflict AND s.party = p.name
        LEFT JOIN documents AS d ON d.conflict = p.conflict AND /*theirs*/
             AND (:date_from IS NULL OR d.published >= :date_from)
             AND (:date_to IS NULL OR d.published <= :date_to)
        WHERE p.conflict = :conflict AND p.side IS NOT NULL GROUP BY 1 ORDER BY 1""".replace(
            "/*theirs*/", THEIRS
        ),
        {
            "conflict": filter.conflict,
            "date_from": filter.date_from and filter.date_from.isoformat(),
            "date_to": filter.date_to and filter.date_to.isoformat(),
        },
    )
    return dict(rows.fetchall())


def _counted(filter: ClaimFilter) -> str:
    return COUNTED.replace("/*where*/", where(filter)[0])


def _documents_where(filter: ClaimFilter) -> tuple[str, dict[str, Any]]:
    _, values = where(filter)
    chosen = [condition for field, condition in CONDITIONS.items() if getattr(filter, field)]
    return " AND ".join(["1", *chosen]), values
