"""Answers of the database that are kept until its data change: a page asks some of them at every click."""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st
from sqlite_utils import Database

from db import queries
from db.filter import ClaimFilter
from views.parts.source import path

Answer = TypeVar("Answer")
About = ClaimFilter | str | int
_KEPT = 200  # answers, shared by all readers
_DRAWN = 60  # pictures


def asked(question: Callable[..., Answer], db: Database, *about: About) -> Answer:
    """What `question(db, *about)` returns, from memory if it was asked of the same data before."""
    answer: Answer = _answer(_key(question.__name__, db, about), question, db, about)
    return answer


def drawn(draw: Callable[[], Answer], name: str, db: Database, *about: About) -> Answer:
    """What `draw()` returns, from memory if a picture of that name and about the same was drawn of the same
    data before: it is not to be changed."""
    picture: Answer = _picture(_key(name, db, about), draw)
    return picture


def conflicts_of(db: Database) -> dict[str, str]:
    """The conflicts with documents and their titles, the one with most claims first."""
    return {row["name"]: row["title"] for row in asked(queries.conflicts, db)}


def _key(name: str, db: Database, about: tuple[About, ...]) -> tuple[Any, ...]:
    return name, str(path().resolve()), queries.data_version(db), about


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _answer(
    key: tuple[Any, ...], _question: Callable[..., Any], _db: Database, _about: tuple[About, ...]
) -> Any:
    return _question(_db, *_about)


@st.cache_resource(max_entries=_DRAWN, show_spinner=False)
def _picture(key: tuple[Any, ...], _draw: Callable[[], Any]) -> Any:
    return _draw()
