"""What was read: publishers with their articles and claims, the articles, and what could not be read."""

import streamlit as st

from db import queries
from views.parts import exports, heads, reading
from views.parts.answers import asked
from views.parts.filters import chosen_filter
from views.parts.paging import page_of
from views.parts.source import opened

ROWS = 50  # articles on a page

with opened() as db:
    chosen = chosen_filter(db, "sources")
    heads.head("Sources", reading.context(db, chosen))
    heads.sample_note(db, chosen.conflict)
    exports.links(db, chosen, "claims")
    publishers, articles, failed = st.tabs(["Publishers", "Articles", "Not read"])
    with publishers:
        st.html(reading.publishers(db, chosen))
    with articles:
        table, pages = st.container(), st.container()
        with pages:
            stretch = page_of("article", asked(queries.count_documents, db, chosen), ROWS)
        table.html(reading.articles(queries.documents(db, chosen, ROWS, stretch.offset)))
    with failed:
        st.html(reading.failures(db))
