"""The frame around every page: navigation, the style sheet, who may read."""

from pathlib import Path

import streamlit as st

from views import pages
from views.parts import carrying, login

HERE = Path(__file__).parent
listed = [
    st.Page(HERE / f"{name}.py", title=title, url_path=name, default=name == pages.LANDING)
    for name, title in pages.LISTED.items()
]
hidden = [
    st.Page(HERE / f"{name}.py", title=title, url_path=name, visibility="hidden")
    for name, title in pages.HIDDEN.items()
]

page = st.navigation([*listed, *hidden], position="top")
st.set_page_config(page_title=f"{page.title} · Ceasefire claims", layout="wide")
st.html(HERE / "parts" / "style.css")
carrying.carried()
login.stop_strangers()
page.run()
