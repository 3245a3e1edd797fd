"""Makes rows of the tables from a document and its claims, given as mappings."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from db.errors import BadRecord
from db.rows import Row

STAMP = "%Y-%m-%dT%H:%M:%SZ"
SPANS = ("speaker", "cue", "accused", "target", "weapon", "date")
CLAIM_FIELDS = (
    *("stance", "claimant", "accused", "category", "sentence", "speaker", "via", "count", "unit", "bound"),
    *("date_from", "date_to", "target", "weapon", "rule"),
)
DOCUMENT_FIELDS = (
    *("id", "url", "publisher", "title", "published", "language", "conflict", "text", "kind", "source"),
)


def document_row(document: Mapping[str, Any], extractor: str) -> Row:
    """Return the row of a document. Raises BadRecord if it has no id or text."""
    row = {key: text_of(document.get(key)) for key in DOCUMENT_FIELDS}
    if not row["id"] or row["text"] is None:
        raise BadRecord("A document needs an id and a text.")
    if "\0" in row["id"]:
        raise BadRecord(f"The id {row['id']!r} of a document holds a NUL, which SQLite takes for its end.")
    row["title"] = row["title"] or ""
    row["kind"] = row["kind"] or "report"
    row["conflict"] = row["conflict"] or "world"
    fetched = document.get("fetched")
    row["fetched"] = fetched.astimezone(UTC).strftime(STAMP) if isinstance(fetched, datetime) else fetched
    row["text_sha256"] = hashlib.sha256(row["text"].encode("utf-8", "surrogatepass")).hexdigest()
    row["extractor"] = extractor
    return row


def claim_rows(document: Row, claims: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Return the rows of a document's claims in text order. Raises BadRecord if a sentence is not there."""
    rows: list[Row] = []
    taken: set[str] = set()
    for claim in sorted(claims, key=lambda claim: tuple(claim["span"])):
        row: Row = {key: text_of(claim.get(key)) for key in CLAIM_FIELDS}
        row["count"] = claim.get("count")
        row["rule"] = row["rule"] or ""
        start, end = claim["span"]
        if document["text"][start:end] != row["sentence"]:
            raise BadRecord(f"The sentence of a claim is not at {start}–{end} in document {document['id']}.")
        row |= {"document": document["id"], "conflict": document["conflict"]}
        row |= {"sentence_start": start, "sentence_end": end}
        for name in SPANS:
            row[f"{name}_start"], row[f"{name}_end"] = claim.get(f"{name}_span") or (None, None)
        row["day"] = row["date_to"] or document["published"]
        row["region_set"] = " ".join(sorted(set(claim.get("regions") or ())))
        grounds = [(ground["entry"], *ground["span"]) for ground in claim.get("grounds") or ()]
        row["grounds"] = json.dumps(grounds, ensure_ascii=False)
        row["entries"] = "; ".join(dict.fromkeys(entry for entry, *_ in grounds))
        row["places"] = place_rows(claim.get("places") or ())
        row["id"] = claim_id(row, taken)
        taken.add(row["id"])
        rows.append(row)
    return rows


def claim_id(row: Row, taken: set[str]) -> str:
    """Return the claim's lasting id: a hash of document, span, claimant, accused, stance and category.

    Should two claims of a document agree in all of these, the second's id also counts that it is the second.
    """
    keys = ("document", "sentence_start", "sentence_end", "claimant", "accused", "stance", "category")
    parts = [row[key] for key in keys]
    for number in range(1, len(taken) + 2):
        text = json.dumps(parts if number == 1 else [*parts, number], ensure_ascii=False)
        found = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if found not in taken:
            break
    return found


def place_rows(places: Iterable[Any]) -> list[Row]:
    """Return the rows of a claim's places: mappings with name, span, region, latitude and longitude."""
    rows = {}
    for place in places:
        start, end = place["span"]
        rows[start] = {"place_start": start, "place_end": end, "name": place["name"]}
        rows[start] |= {key: place.get(key) for key in ("region", "latitude", "longitude")}
    return [rows[start] for start in sorted(rows)]


def text_of(value: Any) -> Any:
    """Return a day as ISO text, and anything else as it is."""
    return value.isoformat() if isinstance(value, date) else value
