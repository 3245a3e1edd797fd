"""How a view begins: its filters, its title, what passes, the note on sample data, what can be taken home."""

from typing import Any

import streamlit as st
from sqlite_utils import Database

from db import queries
from db.filter import ClaimFilter
from views.parts import exports, heads
from views.parts.answers import asked
from views.parts.filters import chosen_filter
from views.parts.notices import notice


def view(
    db: Database, page: str, title: str, table: str, conflict: str | None = None
) -> tuple[ClaimFilter, dict[str, Any]]:
    """Show it all and return the filter with the figures of what passes it (`queries.figures`).

    `table` is what the view is taken home as; `conflict` what it is about if its address names none.
    """
    chosen = chosen_filter(db, page, conflict)
    totals = asked(queries.figures, db, chosen)
    heads.head(title, heads.context(totals))
    heads.sample_note(db, chosen.conflict)
    exports.links(db, chosen, table, totals[table], table in totals["more"])
    return chosen, totals


def stop_if_empty(n: int, what: str = "claim") -> None:
    """End the page with a sentence where nothing passes the filter."""
    if not n:
        notice(f"No {what} passes the filters.", "Take one away, widen the days, or search for another word.")
        st.stop()
