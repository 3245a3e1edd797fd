"""What a claim is, the terms, the limits; that codes settle no border and that no side is taken."""

import streamlit as st

from views.parts import heads, prose, sections
from views.parts.source import opened

with opened() as db:
    heads.head("Method", "What a claim is, how it is found, and what these pages cannot tell.")
    heads.sample_note(db)
    st.html(prose.html())
    sections.scroll()
