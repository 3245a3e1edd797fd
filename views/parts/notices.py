"""A sentence where there is nothing to show: what is the matter, and what to do."""

import re

import streamlit as st

from views.parts import markup


def notice(what: str, then: str = "") -> None:
    """Show it; `words in backquotes` stand as something to type."""
    sentences = f"<b>{_typed(what)}</b> {_typed(then)}".strip()
    st.html(f'<div class="cc notice" role="status"><p>{sentences}</p></div>')


def sorry(error: Exception) -> bool:
    """Stands on the page in place of what failed; the error itself is in the server's log."""
    notice(
        "This page could not be made.",
        "The fault is the program's; its log has the details. Reload to try again.",
    )
    return True


def _typed(sentence: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", markup.text(sentence))
