"""Writes and reads what is remembered of the addresses that were asked."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from db.record_rows import STAMP
from db.rows import Row, first
from db.writing import printable, writing

REMEMBER = """
    INSERT INTO addresses(address, feed, etag, modified, first, last, until, error, document)
    VALUES (:address, :feed, :etag, :modified, :at, :at, :until, :error,
            (SELECT id FROM documents WHERE id = :document))
    ON CONFLICT (address) DO UPDATE SET feed = excluded.feed, etag = excluded.etag,
        modified = excluded.modified, last = excluded.last, until = excluded.until, error = excluded.error,
        document = coalesce(excluded.document, document)"""
HISTORY = """
    INSERT INTO visits(run, address, at, articles, asked, empty, failed, new, error)
    VALUES (:run, :address, :at, :articles, :asked, :empty, :failed, :new, :error)"""


def put_visit(db: Database, run: int, visit: Mapping[str, Any], new: int) -> None:
    """Store that an address was asked, with what it said; of a feed also what it listed, `new` of it."""
    row: Row = {key: visit[key] and printable(visit[key]) for key in ("address", "etag", "modified", "error")}
    row |= {"at": stamp(visit["time"]), "until": visit["until"] and stamp(visit["until"])}
    listed = visit["listed"]
    row |= {"document": visit["document"], "feed": int(listed is not None)}
    with writing(db):
        db.execute(REMEMBER, row)
        if listed is not None:
            db.execute(HISTORY, {**row, **listed, "run": run, "new": new})


def remembered(db: Database, address: str) -> Row | None:
    """Return what is known of an address: feed, etag, modified, first, last, until (times as datetime)."""
    row = first(db, "SELECT * FROM addresses WHERE address = ?", printable(address))
    if row is not None:
        for name in ("first", "last", "until"):
            row[name] = datetime.fromisoformat(row[name]) if row[name] else None
    return row


def stamp(time: datetime) -> str:
    """Return a time as it is stored."""
    return time.astimezone(UTC).strftime(STAMP)
