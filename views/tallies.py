"""The two sides' running totals for the same days, and how far they are apart."""

import streamlit as st

from db import queries
from views.parts import dots, exports, heads, opening, pictures, tallies
from views.parts.answers import asked
from views.parts.filters import chosen_filter
from views.parts.paging import page_of
from views.parts.sides import sides_in
from views.parts.source import opened

ROWS = 50  # windows on a page

with opened() as db:
    chosen = chosen_filter(db, "tallies")
    n = asked(queries.count_windows, db, chosen)
    heads.head("What each side counts", tallies.context(n))
    heads.sample_note(db, chosen.conflict)
    exports.links(db, chosen, "tallies")
    opening.stop_if_empty(n, "total")
    sides = sides_in(db, chosen.conflict)
    drawn = asked(queries.windows, db, chosen, dots.DRAWN, 0)
    heads.missing_sources(db, chosen, sides)
    pictures.tallies(db, chosen, sides, drawn)
    table, pages = st.container(), st.container()
    with pages:
        stretch = page_of("window", n, ROWS)
    page = asked(queries.windows, db, chosen, ROWS, stretch.offset)
    table.html(tallies.table(page, sides, chosen, stretch.words))
