"""Tells the browser with the page itself which scripts the page will need, so that they come at once.

By themselves they are asked for as the page's parts arrive, and the largest, that of the charts, last. Where
a page has a chart only once its reader opens it, that script is fetched after all others.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from views import pages

_STATIC = Path(streamlit.__file__).parent / "static"
_ENTRY = "index.html"  # what it imports is asked for by Streamlit's own page
_CHARTS = "PlotlyChart"  # Streamlit's names for what our pages consist of, the largest first
_PARTS = (
    *("Html", "Selectbox", "Multiselect", "ButtonGroup", "DateInput", "TextInput"),
    *("DownloadButton", "BidiComponent", "Checkbox", "Pagination"),
)
_WITH_CHARTS = frozenset({"tallies", "map"})  # addresses of pages that begin with a chart
_SERIF = "SourceSerifVariable-Roman"


class Preload:
    """Adds a header with the addresses of scripts to the answer that is the page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message)["Link"] = links(pages.address(scope) in _WITH_CHARTS)
            await send(message)

        is_page = scope["type"] == "http" and pages.address(scope) in pages.ADDRESSES
        await self.app(scope, receive, sent if is_page else send)


@cache
def links(with_charts: bool) -> str:
    """The header; empty if this Streamlit does not say of which files it consists."""
    try:
        manifest = json.loads((_STATIC / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    known = {Path(one.get("src", "")).stem: name for name, one in manifest.items()}
    given = set(imported(manifest, _ENTRY))

    def files(parts: Iterable[str]) -> dict[str, None]:
        found = (file for part in parts if part in known for file in imported(manifest, known[part]))
        return dict.fromkeys(file for file in found if file not in given)

    needed = files([_CHARTS, *_PARTS] if with_charts else _PARTS)
    later = [file for file in files([_CHARTS]) if file not in needed]
    fonts = [file for file in manifest[_ENTRY].get("assets", ()) if _SERIF in file]
    return ", ".join(
        [f'<./{file}>; rel="modulepreload"; crossorigin' for file in needed]
        + [f'<./{file}>; rel="preload"; as="font"; type="font/woff2"; crossorigin' for file in fonts]
        + [f'<./{file}>; rel="prefetch"; as="script"; crossorigin' for file in later]
    )


def imported(manifest: Mapping[str, Any], name: str, seen: set[str] | None = None) -> Iterator[str]:
    """The files of a part: its own, and all that it imports."""
    seen = set() if seen is None else seen
    if name not in seen and name in manifest:
        seen.add(name)
        yield manifest[name]["file"]
        for other in manifest[name].get("imports", ()):
            yield from imported(manifest, other, seen)


middleware = [Middleware(Preload)]
