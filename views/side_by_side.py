"""The landing page: who alleges what, and what the other side answers, a dispute a row."""

import streamlit as st

from db import queries
from views.parts import disputes, exports, heads, pictures
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
    exports.links(db, chosen, "disputes")
    if not totals["claims"]:
        notice("No claim passes the filters.", "Take one away, widen the days, or search for another word.")
        st.stop()
    figures, tools, table, pages = st.container(), st.container(), st.container(), st.container()
    with tools:
        left, right = st.columns([2, 3], vertical_alignment="center")
    sides = sides_in(db, chosen.conflict)
    with right.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        grouping = st.segmented_control(
            "Grouped by", queries.GROUPINGS, default="day", required=True, key="by", bind="query-params",
            label_visibility="collapsed",
        )  # fmt: skip
        turned = len(sides) > 1 and st.toggle("Swap sides", key="turned", bind="query-params")
        sides = sides_in(db, chosen.conflict, turned)
    with figures:
        heads.cards(totals, sides)
        pictures.timeline(db, chosen, sides, turned)
        heads.missing_sources(db, chosen, sides)
    with pages:
        stretch = page_of("dispute", asked(queries.count_disputes, db, chosen), ROWS)
    left.html(stretch.words)
    page = asked(queries.disputes, db, chosen, grouping, ROWS, stretch.offset)
    table.html(disputes.table(page, sides, chosen, str(grouping)))
