"""What can be taken home of this view: the filtered rows, all of them, as CSV or JSON."""

import streamlit as st
from sqlite_utils import Database

from db import export, open_readonly, queries
from db.filter import ClaimFilter
from views.downloads import file_name
from views.parts import markup, words
from views.parts.address import address_of
from views.parts.answers import asked
from views.parts.source import path


def links(db: Database, chosen: ClaimFilter) -> None:
    """In the side bar: the button, and the addresses that give the same rows to a program."""
    n = asked(queries.count_claims, db, chosen)
    csv, json = (markup.text(address_of(chosen, f"claims.{ending}")) for ending in ("csv", "json"))
    head = {"filter": chosen.to_params(), "rows": n, "data_version": queries.data_version(db)}
    with st.sidebar:
        st.download_button(
            f"Download CSV · {words.counted(n, 'claim')}",
            lambda: csv_text(chosen),
            file_name=f"{file_name(head)}.csv",
            mime="text/csv",
            on_click="ignore",
            disabled=n == 0,
            width="stretch",
        )
        st.html(
            '<p class="cc exports">For programs, all rows of this view: '
            f'<a href="{csv}">claims.csv</a> · <a href="{json}">claims.json</a></p>'
        )


def csv_text(chosen: ClaimFilter) -> str:
    """All rows of the filter; made when the button is pressed, in a thread of its own."""
    db = open_readonly(path())
    try:
        return "".join(export.csv_lines(queries.iter_claims(db, chosen)))
    finally:
        db.close()
