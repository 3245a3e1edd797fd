"""One dispute under its own address: both sides, who answers whom and why we think so, and every report."""

import streamlit as st

from db import queries
from views.parts import copying, disputes, heads, whole
from views.parts.notices import notice
from views.parts.paging import page_of
from views.parts.sides import sides_in
from views.parts.source import opened

ROWS = 50  # reports on a page
ACCOUNTS = 50  # in a cell

with opened() as db:
    wanted = st.query_params.get("claim", "")
    dispute = queries.dispute(db, wanted) if wanted else None
    if dispute is None:
        heads.head("A dispute", "All reports of one alleged act, and what is said to it.")
        if wanted:
            notice("There is no dispute of that claim.", "Its text was changed, or is read otherwise now.")
        else:
            notice("This address names no dispute.", "It has to end in `dispute?claim=` and a claim's id.")
        st.stop()
    chosen = queries.ClaimFilter(conflict=dispute["conflict"])
    sides = sides_in(db, dispute["conflict"])
    heads.head(whole.title(dispute), whole.context(dispute))
    told = {claim["document"]: claim["kind"] for one in dispute["accounts"] for claim in one["claims"]}
    heads.sample_note_of(told.values())
    st.html(disputes.whole(dispute, sides, chosen, ACCOUNTS) + whole.links(dispute))
    reports, pages = st.container(), st.container()
    with pages:
        stretch = page_of("claim", dispute["claims"], ROWS)
    claims = queries.dispute_claims(db, dispute["number"], ROWS, stretch.offset)
    reports.html(whole.reports(claims, sides, chosen, stretch.words))
    cited = whole.line(dispute, queries.data_version(db))
    st.html(whole.cite(dispute, cited))
    copying.buttons("dispute", link=whole.address(dispute), citation=cited)
