"""What can be wrong with a database or a filter: one class each; the message is one sentence for a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class DatabaseError(Exception):
    """The database cannot be used."""


class DatabaseMissing(DatabaseError):
    """There is no file at the path."""


class NotADatabase(DatabaseError):
    """The file is not SQLite, is damaged, or holds another program's tables."""


class NewerDatabase(DatabaseError):
    """The file was written by a newer version of this program."""


class OlderDatabase(DatabaseError):
    """The file was written by an older version and has not been migrated yet."""


class DatabaseReadOnly(DatabaseError):
    """The file, its folder or the connection allows reading only."""


class DatabaseLocked(DatabaseError):
    """Another program is writing and did not finish in time."""


class BadRecord(DatabaseError):
    """A document or claim breaks a rule of the tables and was not stored."""


class BadFilter(Exception):
    """A filter's parameter or value is not one that exists."""


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turn SQLite's errors inside the block into this module's, with a sentence that names the file."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise BadRecord(f"{path}: a row was refused, for it breaks a rule of the table: {error}.") from error
    except (OverflowError, UnicodeError) as error:
        raise BadRecord(
            f"{path}: a row was refused, for SQLite cannot hold a value of it: {error}."
        ) from error
    except sqlite3.DatabaseError as error:
        text = str(error)
        if "locked" in text or "busy" in text:
            raise DatabaseLocked(
                f"{path} is locked: another program is writing to it. Wait until it is done and try again."
            ) from error
        if "readonly" in text or "read-only" in text:
            raise DatabaseReadOnly(
                f"{path} cannot be written to: make the file and its folder writable, or name another file."
            ) from error
        if "not a database" in text or "malformed" in text:
            raise NotADatabase(
                f"{path} is not an SQLite database, or it is damaged: name another file with --db."
            ) from error
        if "unable to open" in text:
            raise DatabaseMissing(f"{path} cannot be opened: look whether its folder exists.") from error
        raise DatabaseError(f"{path} cannot be used: SQLite says: {error}.") from error
