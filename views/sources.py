"""What was read: sources and how evenly the sides are read, publishers, articles, and what was not read."""

import streamlit as st

from db import queries
from db.filter import ClaimFilter
from views.parts import balance, exports, heads, reading, source_list
from views.parts.answers import asked
from views.parts.filters import chosen_filter
from views.parts.paging import page_of
from views.parts.sides import sides_in
from views.parts.source import opened

ROWS = 50  # articles on a page


@st.fragment
def tabs(chosen: ClaimFilter, weeks: list[balance.Week]) -> None:
    """What was read in five tabs; another tab or page draws nothing but this, and asks for nothing else."""
    with opened() as db:
        sides = sides_in(db, chosen.conflict)
        names = ["Sources", "Balance", "Publishers", "Articles", "Not read"]
        sources, sides_read, publishers, articles, failed = st.tabs(names, key="tab", bind="query-params")
        if sources.open:
            given = asked(queries.given_by_sources, db, chosen.conflict or "")
            states = queries.source_states(db, chosen.conflict or "", given=given)
            sources.html(source_list.summary(states) + source_list.table(states, sides))
        if sides_read.open:
            sides_read.html(balance.table(weeks, sides))
        if publishers.open:
            publishers.html(reading.publishers(db, chosen))
        if articles.open:
            table, pages = articles.container(), articles.container()
            with pages:
                stretch = page_of("article", asked(queries.count_documents, db, chosen), ROWS)
            table.html(reading.articles(asked(queries.documents, db, chosen, ROWS, stretch.offset)))
        if failed.open:
            failed.html(reading.failures(db))


with opened() as db:
    chosen = chosen_filter(db, "sources")
    heads.head("Sources", reading.context(db, chosen))
    heads.sample_note(db, chosen.conflict)
    exports.links(db, chosen, "claims")
    sides = sides_in(db, chosen.conflict)
    weeks = balance.weeks_of(asked(queries.balance, db, ClaimFilter(conflict=chosen.conflict)), sides)
    if warning := balance.warning(weeks, sides):
        st.html(warning)
    tabs(chosen, weeks)
