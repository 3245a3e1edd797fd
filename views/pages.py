"""Which pages there are; any other address is answered with 404 and a sentence, not with the landing page."""

from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LISTED = {
    "side_by_side": "Side by side",
    "tallies": "Tallies",
    "map": "Map",
    "claims": "Claims",
    "sources": "Sources",
    "method": "Method",
}
"""Name of the file → title of the pages in the menu; the first is the landing page, the name of each of the
others is its address."""
HIDDEN = {"claim": "A claim", "dispute": "A dispute"}
LANDING, *_ = LISTED
ADDRESSES = frozenset({"", *LISTED, *HIDDEN} - {LANDING})

_LINKS = " · ".join(
    f'<a href="{"" if name == LANDING else name}">{title}</a>' for name, title in LISTED.items()
)
_MISSING = f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>No such page · Ceasefire claims</title><base href="BASE">
<style>:root {{ color-scheme: light dark }}
body {{ font: 1rem/1.5 "Source Sans", Arial, sans-serif; margin: 4rem auto; max-width: 40rem }}
h1 {{ font: 700 1.6rem/1.2 "Source Serif", serif }}</style>
<h1>There is no page of that address.</h1>
<p>The pages are: {_LINKS}.</p>
"""


class Pages:
    """Streamlit gives its own page for every address that it has no file for; ours are the only ones."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or address(scope) in ADDRESSES:
            await self.app(scope, receive, send)
            return
        missing = False

        async def sent(message: Message) -> None:
            nonlocal missing
            if message["type"] == "http.response.start":
                kind = dict(message["headers"]).get(b"content-type", b"")
                missing = message["status"] == 200 and kind.startswith(b"text/html")
                if missing:
                    page = _MISSING.replace("BASE", f"{scope.get('root_path', '')}/")
                    await HTMLResponse(page, 404)(scope, receive, send)
            if not missing:
                await send(message)

        await self.app(scope, receive, sent)


def address(scope: Scope) -> str:
    """The address of a request within the dashboard, without slashes around it."""
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    return path.strip("/")


middleware = [Middleware(Pages)]
