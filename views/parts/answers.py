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


def asked(question: Callable[..., Answer], db: Database, chosen: ClaimFilter, *more: int | str) -> Answer:
    """What `question(db, chosen, *more)` returns, from memory if it was asked of the same data before."""
    key = (question.__name__, str(path().resolve()), queries.data_version(db), chosen, more)
    answer: Answer = _answer(key, question, db, chosen, more)
    return answer


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _answer(
    key: tuple[Any, ...],
    _question: Callable[..., Any],
    _db: Database,
    _chosen: ClaimFilter,
    _more: tuple[int | str, ...],
) -> Any:
    return _question(_db, _chosen, *_more)
