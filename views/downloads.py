"""HTTP routes for programs and for the export links: /claims.csv, /disputes.csv, /links.csv, /tallies.csv and
/claims.json of a filter, what their columns hold, and /health.

They take the parameters of the page and give all rows of the filter, from one state of the database.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from sqlite_utils import Database
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from db import export, open_readonly, queries
from db.errors import BadFilter, DatabaseError
from db.filter import ClaimFilter, check
from db.tables import TABLES, Table, csvw
from views.parts.source import path

ROWS_AT_ONCE = 200  # in one piece of a stream
LONGEST_NAME = 120  # characters of a file's name that tell the filter
CSV = "text/csv; charset=utf-8; header=present"
WAIT = 5.0  # seconds for a writer to let go of the database

Form = Callable[[Iterable[dict[str, Any]], dict[str, Any]], Iterator[str]]


def csv_of(table: Table) -> Route:
    """The route of a table as CSV: all rows of the filter."""

    def answer(request: Request) -> Response:
        return download(request, table, "csv", CSV, lambda rows, _: export.csv_lines(rows, table.names))

    return Route(f"/{table.name}.csv", answer)


def metadata_of(table: Table) -> Route:
    """The route of what CSV on the Web says of a table, beside the table itself."""

    def answer(_: Request) -> Response:
        return JSONResponse(csvw(table.name, f"{table.name}.csv"), media_type="application/csvm+json")

    return Route(f"/{table.name}.csv-metadata.json", answer)


def claims_json(request: Request) -> Response:
    """All claims of the filter as one JSON object, with the filter, their number and the data's version."""
    table = TABLES["claims"]
    return download(
        request,
        table,
        "json",
        "application/json",
        lambda rows, head: export.json_document(rows, table.names, head),
    )


def health(request: Request) -> Response:
    """Whether the database can be read, and what is in it."""
    try:
        db = open_readonly(path(), wait=WAIT)
        try:
            claims = queries.count_claims(db, ClaimFilter())
            documents = queries.count_documents(db, ClaimFilter())
            version = queries.data_version(db)
        finally:
            db.close()
    except DatabaseError as error:
        return JSONResponse({"status": "no data", "reason": str(error)}, 503)
    return JSONResponse(
        {
            "status": "ok",
            "claims": claims,
            "documents": documents,
            "data_version": version,
        }
    )


def download(request: Request, table: Table, ending: str, media_type: str, form: Form) -> Response:
    """Return the rows of a table for the request's filter as a file; 400: a wrong filter, 503: no data."""
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    try:
        chosen = ClaimFilter.from_params(given)
        db = open_readonly(path(), wait=WAIT)
    except BadFilter as error:
        return PlainTextResponse(f"{error}\n", 400)
    except DatabaseError as error:
        return PlainTextResponse(f"{error}\n", 503)
    try:
        check(db, chosen)
        db.begin()  # count and rows of one state, whatever is written meanwhile
        params = chosen.to_params()
        head: dict[str, Any] = {
            "filter": params,
            "rows": table.count(db, chosen),
            "data_version": queries.data_version(db),
        }
    except BadFilter as error:
        db.close()
        return PlainTextResponse(f"{error}\n", 400)
    except BaseException:
        db.close()
        raise
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(table.name, head)}.{ending}"',
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        "X-Filter": urlencode(params, doseq=True),
        "X-Row-Count": str(head["rows"]),
        "X-Data-Version": head["data_version"],
    }
    if ending == "csv":
        headers["Link"] = f'<{table.name}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'
    if request.method == "HEAD":
        db.close()
        return Response(headers=headers, media_type=media_type)
    pieces = stream(db, form(table.rows(db, chosen), head))
    return StreamingResponse(pieces, headers=headers, media_type=media_type)


def stream(db: Database, lines: Iterator[str]) -> Iterator[bytes]:
    """Yield the lines in larger pieces; close the database after the last or when the reader goes away."""
    try:
        while piece := "".join(islice(lines, ROWS_AT_ONCE)):
            yield piece.encode()
    finally:
        db.close()


def file_name(table: str, head: dict[str, Any]) -> str:
    """Return a file name, without its ending, that tells what is in the file once its headers are gone:
    claims_region-RU-BRY_12-rows_version-7."""
    said = "_".join([table, *(f"{name}-{'-'.join(values)}" for name, values in head["filter"].items())])
    safe = re.sub(r"[^A-Za-z0-9_]+", "-", said)[:LONGEST_NAME].strip("-_")
    return f"{safe}_{head['rows']}-rows_version-{head['data_version'].split()[0]}"


routes = [
    *map(csv_of, TABLES.values()),
    *map(metadata_of, TABLES.values()),
    Route("/claims.json", claims_json),
    Route("/health", health),
]
