"""Where the acts are said to have happened, and who says so."""

import streamlit as st

from db import queries
from views.parts import exports, heads, pictures
from views.parts.answers import asked
from views.parts.filters import chosen_filter
from views.parts.notices import notice
from views.parts.sides import sides_in
from views.parts.source import opened

with opened() as db:
    chosen = chosen_filter(db, "map")
    totals = asked(queries.totals, db, chosen)
    heads.head("Where, and who says so", heads.context(totals))
    heads.sample_note(db, chosen.conflict)
    exports.links(db, chosen, "claims")
    if not totals["claims"]:
        notice("No claim passes the filters.", "Take one away, widen the days, or search for another word.")
        st.stop()
    pictures.map_of(db, chosen, sides_in(db, chosen.conflict), totals["claims"])
