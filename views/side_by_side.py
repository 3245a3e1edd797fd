"""The landing page: who alleges what, and what the other side answers."""

import streamlit as st

from db import queries
from views.parts import exports, heads, pictures, rows
from views.parts.answers import asked
from views.parts.filters import chosen_filter
from views.parts.notices import notice
from views.parts.paging import page_of
from views.parts.sides import sides_in
from views.parts.source import opened

ROWS = 20  # on a page

with opened() as db:
    chosen = chosen_filter(db, "side-by-side")
    totals = asked(queries.totals, db, chosen)
    heads.head("Who alleges what, and what the other side answers", heads.context(totals))
    heads.sample_note(db, chosen.conflict)
    exports.links(db, chosen)
    if not totals["claims"]:
        notice("No claim passes the filters.", "Take one away, widen the days, or search for another word.")
        st.stop()
    figures, tools, table, pages = st.container(), st.container(), st.container(), st.container()
    with tools:
        left, right = st.columns([5, 1], vertical_alignment="center")
    sides = sides_in(db, chosen.conflict)
    if len(sides) > 1:
        swap = right.container(horizontal_alignment="right")
        turned = swap.toggle("Swap sides", key="turned", bind="query-params")
        sides = sides_in(db, chosen.conflict, turned)
    with figures:
        heads.cards(totals, sides)
        pictures.timeline(db, chosen, sides)
    with pages:
        stretch = page_of("row", asked(queries.count_rows, db, chosen), ROWS)
    left.html(stretch.words)
    page = asked(queries.side_by_side, db, chosen, ROWS, stretch.offset)
    table.html(rows.table(page, sides, chosen))
