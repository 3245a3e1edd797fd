"""Every claim that passes the filters, and the evidence of the one that the address names."""

import streamlit as st

from db import queries
from db.filter import ClaimFilter
from views.parts import citing, copying, listing, opening, panel
from views.parts.answers import conflicts_of
from views.parts.notices import notice
from views.parts.paging import page_of
from views.parts.sides import sides_in
from views.parts.source import opened

ROWS = 50  # on a page
ORDERS = {
    "newest": "newest first",
    "oldest": "oldest first",
    "largest": "largest number first",
    "party": "by party",
}


@st.fragment
def listed(chosen: ClaimFilter, n: int, has_more: bool, wanted: str) -> None:
    """A page of the claims; another order, column or page draws nothing but this."""
    with opened() as db:
        sides = sides_in(db, chosen.conflict)
        left, middle, right = st.columns([3, 1.2, 1.2], vertical_alignment="bottom")
        order = middle.selectbox(
            "Order", list(ORDERS), format_func=ORDERS.__getitem__, key="order", bind="query-params"
        )
        with right.popover("Columns", width="stretch"):
            columns = st.pills(
                "Columns", list(listing.COLUMNS), default=listing.USUAL, selection_mode="multi",
                key="columns", bind="query-params",
            )  # fmt: skip
        table, pages = st.container(), st.container()
        with pages:
            stretch = page_of("claim", n, ROWS, has_more)
        left.html(stretch.words)
        page = queries.claims(db, chosen, order, ROWS, stretch.offset)
        table.html(listing.table(page, columns, sides, chosen, wanted))


with opened() as db:
    wanted = st.query_params.get("claim", "")
    claim = queries.claim(db, wanted) if wanted else None
    chosen, totals = opening.view(db, "claims", "Claims", "claims", claim and claim["conflict"])
    if wanted:
        if claim:
            if claim["conflict"] != chosen.conflict:
                st.html(panel.elsewhere(claim, conflicts_of(db)))
            document = queries.document(db, claim["document"]) or {}
            beside = queries.document_claims(db, claim["document"])
            document["versions"] = queries.versions(db, claim["document"])
            cited = citing.line(claim, document, queries.data_version(db))
            st.html(panel.panel(claim, document, beside, sides_in(db, claim["conflict"]), chosen, cited))
            copying.buttons("claim", link=citing.address(claim), citation=cited)
        else:
            notice(
                "There is no claim of that number.",
                "It never was one, or its text has been changed or is read otherwise since.",
            )
    opening.stop_if_empty(totals["claims"])
    listed(chosen, totals["claims"], bool(totals["more"]), wanted)
