"""The application: the pages, and the HTTP routes for programs. `python dashboard.py` starts it."""

import streamlit as st

from views import downloads, headers, proofs
from views.parts.notices import sorry

app = st.App(
    "views/app.py",
    routes=[*downloads.routes, *proofs.routes],
    middleware=headers.middleware,
    on_script_error=sorry,
)

if __name__ == "__main__":
    app.run()
