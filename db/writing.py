"""A transaction that writes, and the version of the data that it raises."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from db.errors import explained
from db.record_rows import STAMP


def count_change(db: Database) -> None:
    """Raise the number of the data's version; belongs inside the transaction that changes the data."""
    db.execute("UPDATE data_version SET number = number + 1, changed = ?", [now()])


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """Run the block as one transaction that may write from its start. Raises the kinds of DatabaseError."""
    with explained(path_of(db)):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise


def path_of(db: Database) -> Path:
    """Return the path of an open database's file."""
    return Path(str(db.execute("PRAGMA database_list").fetchone()[2] or "the database"))


def now() -> str:
    """Return the time in UTC as ISO text."""
    return datetime.now(UTC).strftime(STAMP)


def printable(text: str) -> str:
    """Return the text with a question mark for each half of a character, which SQLite cannot hold."""
    return text.encode(errors="replace").decode()
