"""The frame around every page: navigation, the style sheet, the note on sample data."""

from pathlib import Path

import streamlit as st

from views.parts import login

HERE = Path(__file__).parent
PAGES = [
    st.Page(HERE / "side_by_side.py", title="Side by side", url_path="side-by-side", default=True),
    st.Page(HERE / "tallies.py", title="Tallies", url_path="tallies"),
    st.Page(HERE / "map.py", title="Map", url_path="map"),
    st.Page(HERE / "claims.py", title="Claims", url_path="claims"),
    st.Page(HERE / "sources.py", title="Sources", url_path="sources"),
    st.Page(HERE / "method.py", title="Method", url_path="method"),
    st.Page(HERE / "claim.py", title="A claim", url_path="claim", visibility="hidden"),
    st.Page(HERE / "dispute.py", title="A dispute", url_path="dispute", visibility="hidden"),
]

page = st.navigation(PAGES, position="top")
st.set_page_config(page_title=f"{page.title} · Ceasefire claims", layout="wide")
st.html(HERE / "parts" / "style.css")
login.stop_strangers()
page.run()
