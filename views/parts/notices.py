"""A sentence where there is nothing to show: what is the matter, and what to do."""

import re

import streamlit as st

from views.parts import markup


def notice(what: str, then: str = "") -> None:
    """Show it; `words in backquotes` stand as something to type."""
    sentences = f"<b>{_typed(what)}</b> {_typed(then)}".strip()
    st.html(f'<div class="cc notice" role="status"><p>{sentences}</p></div>')


def _typed(sentence: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", markup.text(sentence))
