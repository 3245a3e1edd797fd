"""The application: the pages, and the HTTP routes for programs. `python dashboard.py` starts it."""

import streamlit as st

from views import downloads

app = st.App("views/app.py", routes=downloads.routes)

if __name__ == "__main__":
    app.run()
