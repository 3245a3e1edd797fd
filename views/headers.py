"""The headers that every answer of the dashboard bears: what a browser may do with it.

Streamlit puts its styles into the page and runs the scripts of its components from memory, so these two are
allowed beside the server's own; nothing is loaded from, sent to or framed by another host.
"""

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGES = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
FILES = "default-src 'none'; sandbox; frame-ancestors 'none'"
_FILES = (".csv", ".json", ".jsonl", ".xlsx", ".atom", "/health", "/text", "/bytes")


class Headers:
    """Adds the headers to every answer over HTTP."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_file = scope["path"].endswith(_FILES)
                headers["Content-Security-Policy"] = FILES if is_file else PAGES
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
            await send(message)

        await self.app(scope, receive, sent if scope["type"] == "http" else send)


middleware = [Middleware(Headers)]
