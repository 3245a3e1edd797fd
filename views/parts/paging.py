"""A long list in pages: which page the reader is on, kept in the address."""

from dataclasses import dataclass

import streamlit as st

from views.parts import words


@dataclass(frozen=True)
class Stretch:
    """Where in the list the page begins, and which part of it that is in words (HTML)."""

    offset: int
    words: str


def page_of(what: str, n: int, rows: int, has_more: bool = False) -> Stretch:
    """Show the numbers of the pages, if there are several, and return the chosen one.

    `has_more`: the list has more than `n`, and these can be turned to.
    """
    pages = max(1, -(-n // rows))
    number = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    offset = (number - 1) * rows
    last = min(offset + rows, n)
    shown = words.counted(n, what) if pages == 1 else (
        f"{what.capitalize()}s {words.number(offset + 1)}–{words.number(last)} of "
        f"{'more than ' * has_more}{words.number(n)}"
    )  # fmt: skip
    return Stretch(offset, f'<p class="cc quiet">{shown}</p>')
