"""The database behind the pages, opened for reading only; a sentence on the page if it cannot be."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st
from sqlite_utils import Database

from db import open_readonly, queries
from db.errors import DatabaseError
from views.parts.notices import notice

DEFAULT = Path("db/claims.db")
_WAIT = 5.0  # seconds; a page does not wait longer for a writer


def path() -> Path:
    """The database file: that of CLAIMS_DB, else db/claims.db."""
    return Path(os.environ.get("CLAIMS_DB") or DEFAULT)


@contextmanager
def opened() -> Iterator[Database]:
    """The database; the page stops with a sentence if it is missing, is none, or holds nothing yet."""
    try:
        db = open_readonly(path(), wait=_WAIT)
    except DatabaseError as error:
        _stop("There is no data to show yet.", str(error))
    try:
        if not queries.has_documents(db):
            _stop("The database holds no documents yet.", _still_reading(db))
        yield db
    except DatabaseError as error:
        _stop("The data cannot be read just now.", str(error))
    finally:
        db.close()


def theme_mode() -> str:
    """ "dark" or "light", as the reader's browser shows the page."""
    return st.context.theme.type or "light"


def _still_reading(db: Database) -> str:
    latest = next(iter(queries.runs(db, 1)), None)
    if latest and latest["finished"] is None:
        return f"Reading began at {latest['started']} and is not finished: reload this page in a minute."
    return "Read the sample with `python -m pipeline ingest --sample`, or name your own sources."


def _stop(what: str, then: str) -> None:
    st.html('<div class="cc head"><h1>Who alleges what, and what the other side answers</h1></div>')
    notice(what, then)
    st.stop()
