"""The application: the pages, and the HTTP routes for programs. `python dashboard.py` starts it."""

import streamlit as st

from views import downloads, headers, pages, preload, proofs, sockets
from views.parts import login
from views.parts.notices import sorry

# Streamlit's login guards the pages alone: where it is asked for, nothing is given out beside them.
served = [*downloads.routes, *proofs.routes]
routes = [downloads.health_route] if login.is_asked_for() else served

app = st.App(
    "views/app.py",
    lifespan=sockets.at_once,
    routes=routes,
    middleware=[*headers.middleware, *preload.middleware, *pages.middleware],
    on_script_error=sorry,
)

if __name__ == "__main__":
    app.run()
