"""One claim under its own address: its sentence in the stored text, what was read in it, how to cite it."""

import streamlit as st

from db import queries
from views.parts import citing, copying, heads, panel
from views.parts.notices import notice
from views.parts.sides import sides_in
from views.parts.source import opened

with opened() as db:
    wanted = st.query_params.get("id", "")
    claim = queries.claim(db, wanted)
    if claim is None:
        heads.head("A claim", "One sentence, who says it, and the text that it stands in.")
        if wanted:
            notice("There is no claim of that id.", "Its text was changed, or is read otherwise now.")
        else:
            notice("This address names no claim.", "It has to end in `claim?id=` and a claim's id.")
        st.stop()
    document = queries.document(db, claim["document"]) or {}
    document["versions"] = queries.versions(db, claim["document"])
    beside = queries.document_claims(db, claim["document"])
    chosen = queries.ClaimFilter(conflict=claim["conflict"])
    heads.head(citing.title(claim), citing.context(claim))
    heads.sample_note_of([claim["kind"]])
    cited = citing.line(claim, document, queries.data_version(db))
    st.html(panel.panel(claim, document, beside, sides_in(db, claim["conflict"]), chosen, cited, alone=True))
    copying.buttons("claim", link=citing.address(claim), citation=cited)
