"""Answers of the database that are kept until its data change: a page asks some of them at every click."""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st
from sqlite_utils import Database

from db import queries
from db.filter import ClaimFilter
from views.parts.source import path

Answer = TypeVar("Answer")
_KEPT = 200  # answers, shared by all readers


def asked(question: Callable[..., Answer], db: Database, *about: ClaimFilter | str | int) -> Answer:
    """What `question(db, *about)` returns, from memory if it was asked of the same data before."""
    key = (question.__name__, str(path().resolve()), queries.data_version(db), about)
    answer: Answer = _answer(key, question, db, about)
    return answer


def conflicts_of(db: Database) -> dict[str, str]:
    """The conflicts with documents and their titles, the one with most claims first."""
    return {row["name"]: row["title"] for row in asked(queries.conflicts, db)}


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _answer(
    key: tuple[Any, ...],
    _question: Callable[..., Any],
    _db: Database,
    _about: tuple[ClaimFilter | str | int, ...],
) -> Any:
    return _question(_db, *_about)
