"""Runs a page over a real database, without a browser, and gives what it shows."""

import json
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

# At every run of a page Streamlit looks through all that is installed for components: half of the run's time.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

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
    """All our HTML on the page, as a reader sees its characters."""
    return unescape("\n".join(block.proto.body for block in app.get("html")))


def charts(app: AppTest) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The charts on the page as Plotly gets them: figures, and how they are to be shown."""
    blocks = [block.proto for block in app.get("plotly_chart")]
    return [(json.loads(block.spec), json.loads(block.config)) for block in blocks]
