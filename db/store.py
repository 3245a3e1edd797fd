"""Writes: each function leaves the file as it was, or with the whole change in it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from sqlite_utils import Database

from db.errors import BadRecord, explained

STAMP = "%Y-%m-%dT%H:%M:%SZ"

Change = Literal["new", "changed", "unchanged"]
Row = dict[str, Any]

SPANS = ("speaker", "cue", "accused", "target", "weapon", "date")
CLAIM_FIELDS = (
    *("stance", "claimant", "accused", "category", "sentence", "speaker", "via", "count", "unit", "bound"),
    *("date_from", "date_to", "target", "weapon", "rule"),
)
DOCUMENT_FIELDS = ("id", "url", "publisher", "title", "published", "language", "conflict", "text", "kind")


def put_document(
    db: Database, document: Mapping[str, Any], claims: Iterable[Mapping[str, Any]], extractor: str = ""
) -> Change:
    """Store a document with all its claims in one transaction, in place of what was stored under its id.

    The mappings have the fields of `Document` and `Claim`; days may be `date`s or ISO text. What is the same as
    before is not written again. Raises BadRecord if a field is wrong; then nothing of the document is stored.
    """
    row = document_row(document, extractor)
    found = claim_rows(row, claims)
    with writing(db):
        old = first(db, "SELECT * FROM documents WHERE id = ?", row["id"])
        stored = [] if old is None else stored_claims(db, row["id"])
        differs = old is None or any(
            old[key] != row[key] for key in row if key not in ("fetched", "extractor")
        )
        if old is not None and not differs and stored == found:
            if old["extractor"] != extractor:
                db.execute("UPDATE documents SET extractor = ? WHERE id = ?", [extractor, row["id"]])
            return "unchanged"
        db.execute("INSERT OR IGNORE INTO conflicts(name, title) VALUES (?1, ?1)", [row["conflict"]])
        if old is None:
            db.table("documents").insert(row)
        else:
            if old["text_sha256"] != row["text_sha256"]:
                earlier = {key: old[key] for key in ("text_sha256", "title", "text", "fetched")}
                db.table("earlier_texts").insert({"document": row["id"], **earlier}, ignore=True)
            db.table("documents").update(row["id"], {key: row[key] for key in row if key != "id"})
        if stored != found:
            db.execute("DELETE FROM claims WHERE document = ?", [row["id"]])
            for claim in found:
                insert_claim(db, claim)
        count_change(db)
        return "new" if old is None else "changed"


def document_row(document: Mapping[str, Any], extractor: str) -> Row:
    """Return the row of a document. Raises BadRecord if it has no id or text."""
    row = {key: text_of(document.get(key)) for key in DOCUMENT_FIELDS}
    if not row["id"] or row["text"] is None:
        raise BadRecord("A document needs an id and a text.")
    row["title"] = row["title"] or ""
    row["kind"] = row["kind"] or "report"
    row["conflict"] = row["conflict"] or "world"
    fetched = document.get("fetched")
    row["fetched"] = fetched.astimezone(UTC).strftime(STAMP) if isinstance(fetched, datetime) else fetched
    row["text_sha256"] = hashlib.sha256(row["text"].encode("utf-8", "surrogatepass")).hexdigest()
    row["extractor"] = extractor
    return row


def claim_rows(document: Row, claims: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Return the rows of a document's claims, in text order. Raises BadRecord if a sentence is not in the text."""
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
        row["places"] = place_rows(claim.get("places") or ())
        row["id"] = claim_id(row, taken)
        taken.add(row["id"])
        rows.append(row)
    return rows


def claim_id(row: Row, taken: set[str]) -> str:
    """Return the claim's lasting id: a hash of its document, sentence span, claimant, accused, stance and category.

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
    """Return the rows of a claim's places, given as mappings with name, span, region, latitude and longitude."""
    rows = {}
    for place in places:
        start, end = place["span"]
        rows[start] = {"place_start": start, "place_end": end, "name": place["name"]}
        rows[start] |= {key: place.get(key) for key in ("region", "latitude", "longitude")}
    return [rows[start] for start in sorted(rows)]


def stored_claims(db: Database, document: str) -> list[Row]:
    """Return a document's claims as `claim_rows` would give them."""
    rows = list(db.query("SELECT * FROM claims WHERE document = ? ORDER BY number", [document]))
    for row in rows:
        places = db.query("SELECT * FROM claim_places WHERE claim = ? ORDER BY place_start", [row["number"]])
        row["places"] = [{key: place[key] for key in place if key != "claim"} for place in places]
        del row["number"]
    return rows


def insert_claim(db: Database, row: Row) -> None:
    """Insert a claim with its regions and places; a region that the database has not heard of keeps its code as name."""
    number = db.table("claims").insert({key: row[key] for key in row if key != "places"}).last_rowid
    regions = row["region_set"].split()
    for code in {*regions, *(place["region"] for place in row["places"] if place["region"])}:
        db.execute("INSERT OR IGNORE INTO regions(code, name) VALUES (?1, ?1)", [code])
    db.table("claim_regions").insert_all({"claim": number, "region": code} for code in regions)
    db.table("claim_places").insert_all({"claim": number, **place} for place in row["places"])


def put_conflict(db: Database, conflict: Mapping[str, Any]) -> None:
    """Store a conflict's own data in place of what was stored under its name.

    Keys: name, title, sides (list), and lists of mappings: parties (name, side, colour, countries), agreements (name,
    start, end, scope, parties, source), regions (code, name, country, latitude, longitude), sources (address,
    publisher, country, party).
    """
    name = conflict["name"]
    new = {
        "parties": [
            pick(row, "name side colour countries", conflict=name) for row in conflict.get("parties", ())
        ],
        "agreements": [
            pick(row, "name start end scope parties source", conflict=name)
            for row in conflict.get("agreements", ())
        ],
    }
    head = pick(conflict, "name title sides")
    with writing(db):
        before = db.conn.total_changes
        upsert(db, "conflicts", [head], "name")
        for table, rows in new.items():
            old = list(db.query(SELECT_OF[table], [name]))
            if sorted(map(repr, old)) != sorted(map(repr, rows)):
                db.table(table).delete_where("conflict = ?", [name])
                db.table(table).insert_all(rows)
        regions = [pick(row, "code name country latitude longitude") for row in conflict.get("regions", ())]
        upsert(db, "regions", regions, "code")
        sources = [
            pick(row, "address publisher country party", conflict=name) for row in conflict.get("sources", ())
        ]
        upsert(db, "sources", sources, "address")
        if db.conn.total_changes != before:
            count_change(db)


SELECT_OF = {
    "parties": "SELECT name, side, colour, countries, conflict FROM parties WHERE conflict = ?",
    "agreements": """SELECT name, start, "end", scope, parties, source, conflict FROM agreements
                     WHERE conflict = ?""",
}


def upsert(db: Database, table: str, rows: Iterable[Row], key: str) -> None:
    """Insert or update the rows that differ from what is stored; columns that the rows do not name stay."""
    for row in rows:
        stored = next(db.table(table).rows_where(key + " = ?", [row[key]]), None)
        if stored is None:
            db.table(table).insert(row)
        elif any(stored[column] != value for column, value in row.items()):
            db.table(table).update(row[key], row)


def pick(mapping: Mapping[str, Any], keys: str, **more: str) -> Row:
    """Return the named keys as a row: lists as JSON, days as ISO text."""
    row: Row = {}
    for key in keys.split():
        value = mapping.get(key)
        many = key in ("sides", "countries") or (key == "parties" and "start" in mapping)
        row[key] = json.dumps(list(value or ()), ensure_ascii=False) if many else text_of(value)
    return {**row, **more}


def start_run(db: Database, command: str, conflict: str | None, extractor: str) -> int:
    """Return the number of a new run."""
    row = {"command": command, "conflict": conflict, "extractor": extractor, "started": now()}
    with writing(db):
        return int(db.table("runs").insert(row).last_rowid or 0)


def finish_run(db: Database, run: int, figures: Mapping[str, int]) -> None:
    """Write a run's figures (documents, new, changed, unchanged, failed, claims) and that it came to its end."""
    with writing(db):
        db.table("runs").update(run, {"finished": now(), **figures})


def put_failure(db: Database, run: int, source: str, reason: str) -> None:
    """Store that a source could not be read, or a document not be kept, and why."""
    with writing(db):
        db.table("failures").insert({"run": run, "source": source, "reason": reason, "at": now()})


def count_change(db: Database) -> None:
    """Raise the number of the data's version; belongs inside the transaction that changes the data."""
    db.execute("UPDATE data_version SET number = number + 1, changed = ?", [now()])


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """Run the block as one transaction that has the right to write from its beginning. Raises DatabaseError's kinds."""
    with explained(path_of(db)):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise


def path_of(db: Database) -> Path:
    """Return the path of an open database's file."""
    return Path(str(db.execute("PRAGMA database_list").fetchone()[2] or "the database"))


def first(db: Database, sql: str, *values: Any) -> Row | None:
    """Return the first row of a query, or None."""
    return next(iter(db.query(sql, values)), None)


def now() -> str:
    """Return the time in UTC as ISO text."""
    return datetime.now(UTC).strftime(STAMP)


def text_of(value: Any) -> Any:
    """Return a day as ISO text, and anything else as it is."""
    return value.isoformat() if isinstance(value, date) else value
