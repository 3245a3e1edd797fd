"""What can be taken home of this view: the filtered rows, all of them, in several forms."""

from collections.abc import Iterable

import streamlit as st
from sqlite_utils import Database

from db import open_readonly, queries
from db.filter import ClaimFilter
from db.tables import TABLES
from views.downloads import file_name
from views.parts import copying, login, markup, words
from views.parts.address import address_of
from views.parts.answers import asked
from views.parts.source import path

_ROWS = {"claims": ("claim", "claims"), "disputes": ("dispute", "disputes"), "tallies": ("figure", "figures")}


def links(
    db: Database, chosen: ClaimFilter, table: str, n: int | None = None, has_more: bool = False
) -> None:
    """In the side bar: the button for the page's table, of `n` rows or of more, and the addresses of all."""
    n = asked(TABLES[table].count, db, chosen) if n is None else n
    head = {"filter": chosen.to_params(), "rows": n, "data_version": queries.data_version(db)}
    head |= {"rows": f"over-{n}"} if has_more else {}
    with st.sidebar:
        st.download_button(
            f"Download CSV · {words.counted(n, *_ROWS[table], is_least=has_more)}",
            lambda: csv_text(table, chosen),
            file_name=f"{file_name(table, head)}.csv",
            mime="text/csv",
            on_click="ignore",
            disabled=n == 0,
            width="stretch",
        )
        copying.buttons("view", link="")
        if login.is_asked_for():
            return  # then no program is answered
        same = [f"{table}.{ending}" for ending in ("xlsx", "csv", "json", "jsonl")]
        others = [f"{name}.csv" for name in TABLES if name != table]
        st.html(
            f'<p class="cc exports">All rows of this view, also for programs: {_files(chosen, same)}.<br>'
            f"Its other tables: {_files(chosen, others)}.<br>"
            f"To follow it in a feed reader: {_files(chosen, ['claims.atom'])}.</p>"
        )


def _files(chosen: ClaimFilter, names: Iterable[str]) -> str:
    return " · ".join(f'<a href="{markup.text(address_of(chosen, name))}">{name}</a>' for name in names)


def csv_text(table: str, chosen: ClaimFilter) -> str:
    """All rows of the filter; made when the button is pressed, in a thread of its own."""
    db = open_readonly(path())
    try:
        return "".join(TABLES[table].csv(db, chosen))
    finally:
        db.close()
