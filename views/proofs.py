"""HTTP routes to what is kept as proof: /text, a version of a document as plain text, and /bytes, as fetched.

They take the parameters `document` and, for an earlier version, `version`.
"""

from collections.abc import Callable

from sqlite_utils import Database
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from db import open_readonly, queries
from db.errors import DatabaseError
from db.rows import Row
from views.parts.source import path

WAIT = 5.0  # seconds for a writer to let go of the database
SAFE = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}


def text(db: Database, version: Row) -> Response:
    """The stored text of a version."""
    return PlainTextResponse(version["text"], headers={**SAFE, "X-SHA-256": version["text_sha256"]})


def fetched(db: Database, version: Row) -> Response:
    """The bytes that a version was read from, to be kept and not to be shown; 404 if none are kept."""
    capture = queries.capture(db, version["id"], version["text_sha256"])
    if capture is None:
        return PlainTextResponse("The bytes of this version are not kept.\n", 404)
    name = f'attachment; filename="{version["id"]}-{version["version"]}.html"'
    headers = {**SAFE, "Content-Disposition": name, "X-SHA-256": capture["sha256"]}
    return Response(queries.content(db, capture), headers=headers, media_type="application/octet-stream")


def of_version(give: Callable[[Database, Row], Response]) -> Callable[[Request], Response]:
    """Return the answer to a request for a version; 404 if there is none, 503 if it cannot be read."""

    def answer(request: Request) -> Response:
        number = request.query_params.get("version", "")
        if number and not (number.isascii() and number.isdecimal() and len(number) < 10):
            return PlainTextResponse("A version is a number.\n", 400)
        try:
            db = open_readonly(path(), wait=WAIT)
            try:
                document = request.query_params.get("document", "")
                version = queries.version(db, document, int(number) if number else None)
                if version is None:
                    return PlainTextResponse("There is no such version of a document.\n", 404)
                return give(db, version)
            finally:
                db.close()
        except DatabaseError as error:
            return PlainTextResponse(f"{error}\n", 503)

    return answer


routes = [Route("/text", of_version(text)), Route("/bytes", of_version(fetched))]
