"""Runs a page over a real database, without a browser, and gives what it shows."""

from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

VIEWS = Path(__file__).parents[1] / "views"


def run(page: str, **params: str) -> AppTest:
    """Run a page with the parameters of its address; nothing may go wrong."""
    app = AppTest.from_file(str(VIEWS / f"{page}.py"), default_timeout=20)
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    """All our HTML on the page, as a reader sees its characters, and what its drawings are made of."""
    drawn = [block.proto.json for block in app.get("bidi_component")]
    return unescape("\n".join([*(block.proto.body for block in app.get("html")), *drawn]))
