"""Reads of what was read: the documents of a filter's conflict, and what each publisher gave."""

from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import Row, sql
from db.totals import is_broad, is_whole

# Documents of the conflict, publishers and days of a filter, whether or not they hold a claim that passes it.
CONDITIONS = {
    "conflict": "d.conflict = :conflict",
    "publishers": "d.publisher IN (SELECT value FROM json_each(:publishers))",
    "date_from": "d.published >= :date_from",
    "date_to": "d.published <= :date_to",
}


def count_documents(db: Database, filter: ClaimFilter) -> int:
    """Return how many documents `documents` has in all."""
    if filter.conflict and is_whole(filter):
        statement = "SELECT coalesce(sum(documents), 0) FROM document_totals WHERE conflict = ?"
        return int(db.execute(statement, [filter.conflict]).fetchone()[0])
    condition, values = _documents_where(filter)
    return int(db.execute(sql("SELECT count(*) FROM documents AS d WHERE", condition), values).fetchone()[0])


PAGE = """
    WITH page AS MATERIALIZED (
        SELECT d.id FROM documents AS d WHERE /*documents*/
        ORDER BY d.published DESC NULLS LAST, d.publisher, d.id LIMIT :limit OFFSET :offset)
    SELECT d.id, d.url, d.publisher, d.title, d.published, d.fetched, d.kind, d.conflict, d.source,
           length(d.text) AS characters,
           (SELECT count(*) FROM claims AS c WHERE c.document = d.id AND /*where*/) AS claims
    FROM documents AS d WHERE d.id IN page ORDER BY d.published DESC NULLS LAST, d.publisher, d.id"""


def documents(db: Database, filter: ClaimFilter, limit: int = 50, offset: int = 0) -> list[Row]:
    """Return a page of documents without their texts, the latest first; `claims`: those that pass."""
    condition, values = _documents_where(filter)
    # A claim of the document is looked up by its document, never by what else it has to pass.
    passing = where(filter)[0].replace("c.number IN (SELECT", "+c.number IN (SELECT")
    statement = PAGE.replace("/*documents*/", condition).replace("/*where*/", passing)
    return list(db.query(statement, {**values, "limit": limit, "offset": offset}))


BY_PUBLISHER = """
    SELECT d.publisher, count(*) AS documents, min(d.published) AS first_day, max(d.published) AS last_day
    FROM documents AS d WHERE /*documents*/ GROUP BY 1"""
WITH_CLAIMS = """
    SELECT d.publisher, count(*) AS with_claims, sum(k.n) AS claims
    FROM (SELECT c.document, count(*) AS n FROM claims AS c /*indexed*/ WHERE /*where*/
          GROUP BY c.document) AS k
    CROSS JOIN documents AS d ON d.id = k.document WHERE /*documents*/ GROUP BY 1"""


KEPT_BY_PUBLISHER = """
    SELECT nullif(t.publisher, '') AS publisher, t.documents, t.with_claims,
           (SELECT coalesce(sum(k.n), 0) FROM overall_totals AS k
            WHERE k.conflict = t.conflict AND k.value = t.publisher
              AND k.kind = iif(t.named, 'publisher', 'no publisher')) AS claims,
           (SELECT min(d.published) FROM documents AS d
            WHERE d.conflict = t.conflict AND d.publisher IS nullif(t.publisher, '')) AS first_day,
           (SELECT max(d.published) FROM documents AS d
            WHERE d.conflict = t.conflict AND d.publisher IS nullif(t.publisher, '')) AS last_day
    FROM document_totals AS t WHERE t.conflict = :conflict"""


def publishers(db: Database, filter: ClaimFilter) -> list[Row]:
    """Return each publisher's documents, those `with_claims`, claims that pass, first and last day."""
    if filter.conflict and is_whole(filter):
        return most_first(db.query(KEPT_BY_PUBLISHER, {"conflict": filter.conflict}))
    condition, values = _documents_where(filter)
    indexed = "INDEXED BY claims_by_document" if is_broad(filter) else ""
    statement = WITH_CLAIMS.replace("/*indexed*/", indexed).replace("/*where*/", where(filter)[0])
    said = {row["publisher"]: row for row in db.query(statement.replace("/*documents*/", condition), values)}
    rows = list(db.query(BY_PUBLISHER.replace("/*documents*/", condition), values))
    for row in rows:
        found = said.get(row["publisher"], {})
        row |= {name: found.get(name, 0) for name in ("with_claims", "claims")}
    return most_first(rows)


def most_first(rows: Iterable[Row]) -> list[Row]:
    """Return rows of publishers, those with most claims first."""
    return sorted(rows, key=lambda row: (-row["claims"], -row["documents"], row["publisher"] or ""))


def own_documents(db: Database, filter: ClaimFilter) -> dict[str, int]:
    """Return for each side of the filter's conflict how many documents of its days are from its own sources.

    Own is what a source gives, or publishes, that the conflict's data name as a party's.
    """
    rows = db.execute(
        """
        SELECT p.side, count(DISTINCT o.document)
        FROM parties AS p
        LEFT JOIN sources AS s ON s.conflict = p.conflict AND s.party = p.name
        LEFT JOIN document_sources AS o ON o.conflict = p.conflict AND o.address = s.address
             AND (:date_from IS NULL OR o.published >= :date_from)
             AND (:date_to IS NULL OR (o.published <= :date_to AND o.published <> ''))
        WHERE p.conflict = :conflict AND p.side IS NOT NULL GROUP BY 1 ORDER BY 1""",
        {
            "conflict": filter.conflict,
            "date_from": filter.date_from and filter.date_from.isoformat(),
            "date_to": filter.date_to and filter.date_to.isoformat(),
        },
    )
    return dict(rows.fetchall())


def _documents_where(filter: ClaimFilter) -> tuple[str, dict[str, Any]]:
    _, values = where(filter)
    chosen = [condition for field, condition in CONDITIONS.items() if getattr(filter, field)]
    return " AND ".join(["1", *chosen]), values
