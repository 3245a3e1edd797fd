"""Puts SVG of ours onto the page: Streamlit's own HTML leaves drawings out."""

import streamlit as st

_JS = """
export default function ({ parentElement, data }) {
  parentElement.querySelector(".drawing").innerHTML = data;
}
"""
_HTML = '<div class="cc drawing"></div>'


def drawing(svg: str) -> None:
    """Show the drawing; every text in it has to be made safe with `markup.text` before."""
    st.components.v2.component("drawing", html=_HTML, js=_JS, isolate_styles=False)(data=svg)
