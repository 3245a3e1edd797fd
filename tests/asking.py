"""Requests to the routes for programs, sensible and not, and what an answer has to be."""

import http.client
from urllib.parse import quote, urlencode

from hostile import PAYLOADS
from hypothesis import strategies as st

from db.filter import PARAMETERS
from db.tables import TABLES
from views.downloads import FORMS

ROUTES = (
    *(f"/{name}.{ending}" for name in TABLES for ending in FORMS),
    *(
        "/claims.atom",
        "/claims.csv-metadata.json",
        "/health",
        "/text",
        "/bytes",
        "/claims.exe",
    ),
)
METHODS = ("GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
KNOWN = (
    *("ukraine", "RU-BRY", "UA-65", "none", "Russia", "Ukraine", "energy_strike", "alleges", "denies"),
    *("2025-03-25", "2025-04-01", "9999-12-31", "0001-01-01", "East Wire", "Kherson", "drones OR shell*", ""),
)
NAMES = st.sampled_from(
    (*PARAMETERS, *PARAMETERS, "page", "document", "version", "claim", "span", "spots", "turned")
) | st.text(max_size=20)
VALUES = st.sampled_from((*KNOWN, *KNOWN, *(payload[:500] for payload in PAYLOADS))) | st.text(max_size=60)
QUERIES = st.lists(st.tuples(NAMES, VALUES), max_size=5).map(lambda pairs: urlencode(pairs, errors="replace"))
RAW = st.text().map(lambda text: quote(text, safe="%&=+", errors="replace"))
TARGETS = st.tuples(st.sampled_from(ROUTES), QUERIES | RAW).map("?".join)
REQUESTS = st.tuples(st.sampled_from(METHODS), TARGETS)
ALLOWED = {200, 400, 404, 405}


def fault(connection: http.client.HTTPConnection, method: str, target: str) -> str | None:
    """Ask, and return what is wrong with the answer: a status that must not be, a 400 without a sentence."""
    connection.request(method, target)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status not in ALLOWED:
        return f"{method} {target[:300]}: {answer.status} {body[:200]!r}"
    if answer.status == 400 and method == "GET" and not (body.endswith(b".\n") and body.count(b"\n") == 1):
        return f"{method} {target[:300]}: 400 without a sentence, but with {body[:200]!r}"
    return None
