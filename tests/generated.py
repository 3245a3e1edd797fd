"""Databases of invented claims for tests: written at once, and written by the store a document at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from benchmarks.generate import opened, put_disputes, write
from benchmarks.invented import chunks
from db import store
from pipeline.version import extractor_version


@contextmanager
def generated(path: Path, claims: int) -> Iterator[Database]:
    """Give a new database of so many claims."""
    db = opened(path)
    try:
        for chunk in chunks(claims):
            write(db, chunk)
        db.execute("ANALYZE")
        db.conn.commit()
        yield db
    finally:
        db.close()


def stored(db: Database, claims: int) -> None:
    """Put the same claims into an empty database through the store."""
    for chunk in chunks(claims):
        numbers = []
        for document, found in chunk.documents:
            store.put_document(db, document, found, extractor_version())
            rows = db.execute(
                "SELECT number FROM claims WHERE document = ? ORDER BY number", [document["id"]]
            )
            numbers.append([number for (number,) in rows])
        db.begin()
        put_disputes(db, chunk, numbers)
        db.commit()
