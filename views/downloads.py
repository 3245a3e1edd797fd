"""HTTP routes for programs and for the export links: each table of a filter in each form, an Atom feed of the
latest claims, what the columns hold, and /health.

They take the parameters of the page and give all rows of the filter, from one state of the database.
"""

import re
import zlib
from collections.abc import Callable, Container, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any
from urllib.parse import urlencode

from sqlite_utils import Database
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from db import atom, export, open_readonly, queries
from db.errors import BadFilter, DatabaseError
from db.filter import ClaimFilter
from db.sheet import MOST_ROWS, workbook
from db.tables import TABLES, Table, csvw
from db.typed import as_known, read_typed
from views.parts.source import path

AT_ONCE = 2**20  # bytes in one piece of a stream: each goes from hand to hand several times
LONGEST_NAME = 120  # characters of a file's name that tell the filter
LATEST = 200  # entries of a feed
WAIT = 5.0  # seconds for a writer to let go of the database

Head = dict[str, Any]  # what a download says of itself: filter, rows, data_version
Form = Callable[[Iterable[Any], Table, Head], Iterator[str] | Iterator[bytes]]

# The ending of a file → its media type, and how it is made of the rows.
FORMS: dict[str, tuple[str, Form]] = {
    "csv": ("text/csv; charset=utf-8; header=present", lambda pieces, *_: iter(pieces)),
    "json": (
        "application/json",
        lambda rows, table, head: export.json_document(rows, table.names, head, table.name),
    ),
    "jsonl": ("application/x-ndjson", lambda rows, table, _: export.json_lines(rows, table.names)),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook),
}


def table_route(table: Table, ending: str) -> Route:
    """The route of a table in one form: all rows of the filter."""
    return Route(f"/{table.name}.{ending}", lambda request: download(request, table, ending))


def no_form_route(table: Table) -> Route:
    """The route of a table in a form that it is not made in; the page would be given otherwise."""
    names = ", ".join(f"{table.name}.{ending}" for ending in FORMS)

    def answer(request: Request) -> Response:
        asked = request.url.path.rpartition("/")[2][:60]
        return sentence(f"There is no {asked}; there are {names}.", 404)

    return Route(f"/{table.name}.{{ending:str}}", answer)


def metadata_route(table: Table) -> Route:
    """The route of what CSV on the Web says of a table, beside the table itself."""

    def answer(_: Request) -> Response:
        return JSONResponse(csvw(table.name, f"{table.name}.csv"), media_type="application/csvm+json")

    return Route(f"/{table.name}.csv-metadata.json", answer)


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


def download(request: Request, table: Table, ending: str) -> Response:
    """Return the rows of a table for the request's filter as a file."""
    asked = read(request, table)
    if isinstance(asked, Response):
        return asked
    db, chosen, head = asked
    media_type, form = FORMS[ending]
    if ending == "xlsx" and head["rows"] > MOST_ROWS:
        db.close()
        return sentence(f"An Excel sheet holds no more than {MOST_ROWS:,} rows: take {table.name}.csv.", 400)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(table.name, head)}.{ending}"',
        **said(head),
    }
    if ending == "csv":
        headers["Link"] = f'<{table.name}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'
    if request.method == "HEAD":
        db.close()
        return Response(headers=headers, media_type=media_type)
    rows = table.csv(db, chosen) if ending == "csv" else table.rows(db, chosen)
    pieces = stream(db, form(rows, table, head))
    if ending != "xlsx" and "gzip" in request.headers.get("Accept-Encoding", ""):
        headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        pieces = packed(pieces)
    return StreamingResponse(pieces, headers=headers, media_type=media_type)


def claims_atom(request: Request) -> Response:
    """The latest claims of the request's filter as an Atom feed."""
    asked = read(request, TABLES["claims"])
    if isinstance(asked, Response):
        return asked
    db, chosen, head = asked
    try:
        rows = queries.latest_claims(db, chosen, LATEST)
    finally:
        db.close()
    site, query = str(request.base_url), urlencode(head["filter"], doseq=True)
    title = f"Ceasefire claims: {', '.join(v for values in head['filter'].values() for v in values) or 'all'}"
    updated = head["data_version"].split()[-1]
    body = "".join(
        atom.feed(rows, title, f"{site}claims.atom?{query}", f"{site}claims?{query}", site, updated)
    )
    return Response(body, headers=said(head), media_type="application/atom+xml")


def read(
    request: Request, table: Table, beside: Container[str] = ()
) -> tuple[Database, ClaimFilter, Head] | Response:
    """Return the database in one state, the request's filter, and what there is of it in the table.

    Parameters named in `beside` are none of the filter. A wrong filter is answered with 400, a database that
    cannot be read with 503, each with a sentence.
    """
    params = request.query_params
    given = {name: params.getlist(name) for name in params if name not in beside}
    try:
        typed = read_typed(given)
        db = open_readonly(path(), wait=WAIT)
    except BadFilter as error:
        return sentence(str(error), 400)
    except DatabaseError as error:
        return sentence(str(error), 503)
    try:
        chosen = as_known(db, typed)
        db.begin()  # count and rows of one state, whatever is written meanwhile
        head = {
            "filter": chosen.to_params(),
            "rows": table.count(db, chosen),
            "data_version": queries.data_version(db),
        }
    except BadFilter as error:
        db.close()
        return sentence(str(error), 400)
    except BaseException:
        db.close()
        raise
    return db, chosen, head


def said(head: Head) -> dict[str, str]:
    """What a download says of itself, as headers."""
    return {
        "Cache-Control": "no-cache",
        "X-Filter": urlencode(head["filter"], doseq=True),
        "X-Row-Count": str(head["rows"]),
        "X-Data-Version": head["data_version"],
    }


def sentence(text: str, status: int) -> Response:
    """An answer in one sentence."""
    return PlainTextResponse(f"{text}\n", status)


def stream(db: Database, pieces: Iterator[str] | Iterator[bytes]) -> Generator[bytes]:
    """Yield larger pieces; close the database after the last or when the reader goes away."""
    gathered, size = list[bytes](), 0
    try:
        for piece in pieces:
            gathered.append(piece.encode() if isinstance(piece, str) else piece)
            size += len(gathered[-1])
            if size >= AT_ONCE:
                yield b"".join(gathered)
                gathered, size = [], 0
        yield b"".join(gathered)
    finally:
        db.close()


def packed(pieces: Generator[bytes]) -> Iterator[bytes]:
    """Yield the same as gzip, packed as fast as can be: all rows may be hundreds of megabytes.

    A piece is packed while the next one is read.
    """
    packer = zlib.compressobj(zlib.Z_BEST_SPEED, wbits=zlib.MAX_WBITS | 16)
    with closing(pieces), ThreadPoolExecutor(1) as beside:
        before = beside.submit(bytes)
        for piece in pieces:
            last, before = before, beside.submit(packer.compress, piece)
            if done := last.result():
                yield done
        yield before.result() + packer.flush()


def file_name(table: str, head: Head, rows: str = "rows") -> str:
    """Return a file name, without its ending, that tells what is in the file once its headers are gone:
    claims_region-RU-BRY_12-rows_version-7; `rows` is what is counted."""
    told = "_".join([table, *(f"{name}-{'-'.join(values)}" for name, values in head["filter"].items())])
    safe = re.sub(r"[^A-Za-z0-9_]+", "-", told)[:LONGEST_NAME].strip("-_")
    return f"{safe}_{head['rows']}-{rows}_version-{head['data_version'].split()[0]}"


health_route = Route("/health", health)
routes = [
    *(table_route(table, ending) for table in TABLES.values() for ending in FORMS),
    *map(metadata_route, TABLES.values()),
    Route("/claims.atom", claims_atom),
    health_route,
    *map(no_form_route, TABLES.values()),
]
