"""Reads: one function a question. Rows are dicts; days are ISO text; lists are lists."""

import json

from sqlite_utils import Database

from db.captures import capture, content, version, versions
from db.choices import choices, tellers
from db.claims import Order, claim, claims, count_claims, document_claims, iter_claims, latest_claims
from db.disputes import (
    ANSWERED,
    GROUPINGS,
    Grouping,
    count_disputes,
    dispute,
    dispute_claims,
    disputes,
)
from db.documents import count_documents, documents, own_documents, publishers
from db.figures import count_with_words, figures, paraphrased, totals
from db.filter import CATEGORIES, NONE, STANCES, ClaimFilter
from db.geography import by_place, by_region, count_of_no_place, count_of_no_region, land
from db.rows import Row, first
from db.silences import DAYS_TO_ANSWER
from db.source_states import balance, given_by_sources, source_states, troubled
from db.tallies import count_windows, gap, windows
from db.timeline import Step, timeline

__all__ = [
    "ANSWERED",
    "CATEGORIES",
    "DAYS_TO_ANSWER",
    "GROUPINGS",
    "NONE",
    "STANCES",
    "ClaimFilter",
    "Grouping",
    "Order",
    "Step",
    "agreements",
    "balance",
    "by_place",
    "by_region",
    "capture",
    "choices",
    "claim",
    "claims",
    "conflicts",
    "content",
    "count_claims",
    "count_disputes",
    "count_documents",
    "count_of_no_place",
    "count_of_no_region",
    "count_windows",
    "count_with_words",
    "data_version",
    "dispute",
    "dispute_claims",
    "disputes",
    "document",
    "document_claims",
    "document_ids",
    "documents",
    "failures",
    "figures",
    "gap",
    "given_by_sources",
    "has_documents",
    "iter_claims",
    "land",
    "latest_claims",
    "own_documents",
    "paraphrased",
    "parties",
    "publishers",
    "regions",
    "runs",
    "source_states",
    "sources",
    "tellers",
    "timeline",
    "totals",
    "troubled",
    "version",
    "versions",
    "windows",
]


def document(db: Database, id: str) -> Row | None:
    """Return a document with its whole text, or None if there is none of that id."""
    return first(db, "SELECT * FROM documents WHERE id = ?", id)


def document_ids(db: Database, other_than: str | None = None) -> list[str]:
    """Return the ids of all documents, or of those whose claims are of another version of the extractor."""
    rows = db.execute(
        "SELECT id FROM documents WHERE ?1 IS NULL OR extractor <> ?1 ORDER BY rowid", [other_than]
    )
    return [id for (id,) in rows]


def has_documents(db: Database) -> bool:
    """Return whether anything was read yet."""
    return db.execute("SELECT 1 FROM documents LIMIT 1").fetchone() is not None


def conflicts(db: Database) -> list[Row]:
    """Return the conflicts that have documents: name, title, sides, documents, claims; most claims first."""
    rows = list(
        db.query("""
        SELECT o.name, o.title, o.sides,
               (SELECT coalesce(sum(t.documents), 0) FROM document_totals AS t
                WHERE t.conflict = o.name) AS documents,
               (SELECT coalesce(sum(t.n), 0) FROM overall_totals AS t
                WHERE t.conflict = o.name AND t.kind = 'all') AS claims
        FROM conflicts AS o WHERE documents > 0 ORDER BY claims DESC, o.title""")
    )
    return unjson(rows, "sides")


def parties(db: Database, conflict: str) -> list[Row]:
    """Return a conflict's parties: name, side, colour, countries."""
    rows = list(
        db.query("SELECT * FROM parties WHERE conflict = ? ORDER BY side IS NULL, side, name", [conflict])
    )
    return unjson(rows, "countries")


def agreements(db: Database, conflict: str) -> list[Row]:
    """Return a conflict's agreements by start: name, start, end (None: open), scope, parties, source."""
    rows = list(db.query("SELECT * FROM agreements WHERE conflict = ? ORDER BY start, name", [conflict]))
    return unjson(rows, "parties")


def regions(db: Database, conflict: str | None = None) -> list[Row]:
    """Return the regions that claims (of a conflict) name: code, name, country, latitude, longitude."""
    return list(
        db.query(
            """
        SELECT * FROM regions WHERE code IN (
            SELECT t.value FROM overall_totals AS t
            WHERE t.conflict IN (SELECT name FROM conflicts WHERE ?1 IS NULL OR name = ?1)
              AND t.kind = 'region')
        ORDER BY country, name""",
            [conflict],
        )
    )


def sources(db: Database, conflict: str | None = None) -> list[Row]:
    """Return the sources (of a conflict) by publisher."""
    return list(
        db.query(
            "SELECT * FROM sources WHERE ?1 IS NULL OR conflict = ?1 ORDER BY publisher, address", [conflict]
        )
    )


def runs(db: Database, limit: int = 50) -> list[Row]:
    """Return the latest runs, newest first; `finished` is None while one is at work, or if it was killed."""
    return list(db.query("SELECT * FROM runs ORDER BY id DESC LIMIT ?", [limit]))


def failures(db: Database, limit: int = 200) -> list[Row]:
    """Return what could not be read and why, latest first; a source and reason once, with `times`."""
    return list(
        db.query(
            """
        SELECT source, reason, count(*) AS times, max(at) AS at, max(run) AS run FROM failures
        GROUP BY source, reason ORDER BY max(id) DESC LIMIT ?""",
            [limit],
        )
    )


def data_version(db: Database) -> str:
    """Return the version of documents and claims, as "12 of 2025-04-01T10:00:00Z"; it changes as they do."""
    number, changed = db.execute("SELECT number, changed FROM data_version").fetchone()
    return f"{number} of {changed}"


def unjson(rows: list[Row], column: str) -> list[Row]:
    """Read a column of JSON lists."""
    for row in rows:
        row[column] = json.loads(row[column])
    return rows
