"""Who may read: everybody, or those who log in where `.streamlit/secrets.toml` has a section `[auth]`."""

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from views.parts.notices import notice


def is_asked_for() -> bool:
    """Whether a reader has to log in."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def stop_strangers() -> None:
    """Show the way to log in, and nothing else, to a reader who has to and has not."""
    if is_asked_for() and not st.user.get("is_logged_in"):
        notice("These pages are for readers who have logged in.")
        st.button("Log in", on_click=st.login)
        st.stop()
