"""Where the acts are said to have happened, and who says so."""

import streamlit as st

from db.filter import ClaimFilter
from views.parts import opening, pictures
from views.parts.sides import sides_in
from views.parts.source import opened


@st.fragment
def drawn(chosen: ClaimFilter) -> None:
    """The map; other bubbles draw nothing but this."""
    with opened() as db:
        pictures.map_of(db, chosen, sides_in(db, chosen.conflict))


with opened() as db:
    chosen, totals = opening.view(db, "map", "Where, and who says so", "claims")
    opening.stop_if_empty(totals["claims"])
    drawn(chosen)
