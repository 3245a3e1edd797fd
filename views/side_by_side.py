"""The landing page: who alleges what, and what the other side answers, a dispute a row."""

import streamlit as st

from db import queries
from views.parts import disputes, heads, latest, opening, pictures
from views.parts.answers import asked
from views.parts.paging import page_of
from views.parts.sides import sides_in
from views.parts.source import opened
from views.parts.trend import days_of

ROWS = 20  # on a page

with opened() as db:
    title = "Who alleges what, and what the other side answers"
    chosen, totals = opening.view(db, "side-by-side", title, "disputes")
    opening.stop_if_empty(totals["claims"])
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
    with pages:
        stretch = page_of("dispute", totals["disputes"], ROWS, "disputes" in totals["more"])
    left.html(stretch.words)
    page = asked(queries.disputes, db, chosen, grouping, ROWS, stretch.offset)
    is_newest_first = grouping == "day" and stretch.offset == 0
    with figures:
        for newest in page[:1] if is_newest_first else asked(queries.disputes, db, chosen, "day", 1, 0):
            st.html(latest.latest(newest))
        if not totals["more"]:
            lately = days_of(chosen, totals["last_day"])
            heads.cards(totals, sides, asked(queries.timeline, db, lately, "day", False))
            pictures.timeline(db, chosen, sides)
        heads.missing_sources(db, chosen, sides)
    table.html(disputes.table(page, sides, chosen, str(grouping)))
