"""The store: documents, the claims derived from them, and the questions asked of both. One SQLite file.

`open_db` is for writing and brings the tables up to date; `open_readonly` is for everybody else.
"""

import os
import sqlite3
import stat
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from db.errors import (
    DatabaseMissing,
    DatabaseReadOnly,
    NewerDatabase,
    NotADatabase,
    OlderDatabase,
    explained,
)
from db.migrations import migrations

WAIT_SECONDS = 30.0  # how long a writer waits for another one


def open_db(path: Path | str, wait: float = WAIT_SECONDS) -> Database:
    """Open a database for writing, making the file and its tables if need be.

    Raises DatabaseMissing (no such folder), NotADatabase, NewerDatabase, DatabaseReadOnly or DatabaseLocked.
    """
    path = Path(path)
    if not path.parent.is_dir():
        raise DatabaseMissing(f"{path} cannot be made: there is no folder {path.parent}.")
    if path.exists() and not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise DatabaseReadOnly(f"{path} cannot be written to: it is write-protected.")
    check_is_file(path)
    with explained(path):
        connection = sqlite3.connect(path, timeout=wait, check_same_thread=False)
        try:
            db = Database(connection, strict=True, execute_plugins=False)
            check_version(db, path, pending_allowed=True)
            db.enable_wal()
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = NORMAL")  # with WAL: no damage at power loss
            if migrations.pending(db):
                migrate(db)
        except BaseException:
            connection.close()
            raise
    return db


def migrate(db: Database) -> None:
    """Bring the tables up to date in one transaction, whoever else is about to do the same."""
    db.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        db.commit()
    except BaseException:
        db.rollback()
        raise


def open_readonly(path: Path | str, wait: float = WAIT_SECONDS) -> Database:
    """Open an existing database for reading only.

    Raises DatabaseMissing, NotADatabase, NewerDatabase or OlderDatabase.
    """
    path = Path(path)
    if not path.exists():
        raise DatabaseMissing(
            f"There is no database at {path}: make one with `python -m pipeline ingest --db {path}`."
        )
    check_is_file(path)
    with explained(path):
        db = Database(connect_readonly(path, wait), execute_plugins=False)
        try:
            check_version(db, path, pending_allowed=False)
            db.execute("PRAGMA query_only = ON")
        except BaseException:
            db.close()
            raise
    return db


def connect_readonly(path: Path, wait: float) -> sqlite3.Connection:
    """Return a read-only connection, also where the folder is read-only and the log cannot be opened."""
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=wait, check_same_thread=False)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        log = path.with_name(path.name + "-wal")
        if os.access(path.parent, os.W_OK) or (log.exists() and log.stat().st_size):
            raise
        # A database with a write-ahead log needs two files beside it, unless told that nobody changes it.
        address += "?mode=ro&immutable=1"
        return sqlite3.connect(address, uri=True, timeout=wait, check_same_thread=False)
    except BaseException:
        connection.close()
        raise
    return connection


def check_is_file(path: Path) -> None:
    """Raise NotADatabase if the path is a folder or the file begins as no SQLite file does."""
    if path.is_dir():
        raise NotADatabase(f"{path} is a folder, not a database: name a file.")
    if path.exists():
        with path.open("rb") as file:
            head = file.read(16)
        if head and head != b"SQLite format 3\x00":
            raise NotADatabase(f"{path} is not an SQLite database: name another file with --db.")


def check_version(db: Database, path: Path, pending_allowed: bool) -> None:
    """Raise an error if the tables are newer than this program, foreign to it, or older than it can read."""
    applied = [migration.name for migration in migrations.applied(db)]
    unknown = [name for name in applied if name not in migration_names()]
    if unknown:
        raise NewerDatabase(
            f"{path} was written by a newer version of this program (it has {unknown[-1]}): update it."
        )
    if not applied and db.table_names():
        raise NotADatabase(f"{path} is an SQLite database of another program: name another file with --db.")
    if pending_allowed:
        return
    if not applied:
        raise NotADatabase(f"{path} is empty: fill it with `python -m pipeline ingest --db {path}`.")
    if migrations.pending(db):
        raise OlderDatabase(
            f"{path} was written by an older version of this program: "
            f"bring it up to date with `python -m pipeline extract --db {path}`."
        )


@cache
def migration_names() -> tuple[str, ...]:
    """Return the names of all migrations this program knows, in order."""
    with closing(sqlite3.connect(":memory:")) as connection:
        return tuple(
            migration.name for migration in migrations.pending(Database(connection, execute_plugins=False))
        )
