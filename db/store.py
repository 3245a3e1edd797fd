"""Writes: each function leaves the file as it was, or with the whole change in it."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from sqlite_utils import Database

from db.conflict_store import put_conflict
from db.record_rows import claim_rows, document_row
from db.removal import is_removed
from db.rows import Row, first
from db.visits import put_visit
from db.writing import count_change, now, printable, writing

__all__ = [
    "Change",
    "beat",
    "finish_run",
    "has_capture",
    "is_current",
    "put_conflict",
    "put_document",
    "put_failure",
    "put_visit",
    "start_run",
]

Change = Literal["new", "changed", "unchanged", "removed"]

HAS_CAPTURE = "SELECT 1 FROM captures WHERE document = ? AND text_sha256 = ?"
IS_EARLIER = "SELECT 1 FROM earlier_texts WHERE document = ? AND text_sha256 = ? AND fetched = ?"
NEVER_CHANGE = {"fetched", "extractor", "source"}  # of themselves they make no document another one


def put_document(
    db: Database, document: Mapping[str, Any], claims: Iterable[Mapping[str, Any]], extractor: str = ""
) -> Change:
    """Store a document with all its claims in one transaction, in place of what was stored under its id.

    The mappings have the fields of `Document` and `Claim`; days may be `date`s or ISO text. What is the same
    as before is not written again, and what was removed not at all. Raises BadRecord if a field is wrong;
    then nothing is stored of it.
    """
    row = document_row(document, extractor)
    found = claim_rows(row, claims)
    with writing(db):
        if is_removed(db, row["id"]):
            return "removed"
        old = first(db, "SELECT * FROM documents WHERE id = ?", row["id"])
        stored = [] if old is None else stored_claims(db, row["id"])
        differs = old is None or any(old[key] != row[key] for key in row if key not in NEVER_CHANGE)
        if old is not None and not differs and stored == found:
            put_capture(db, row, document)
            if old["extractor"] != extractor:
                db.execute("UPDATE documents SET extractor = ? WHERE id = ?", [extractor, row["id"]])
            return "unchanged"
        db.execute("INSERT OR IGNORE INTO conflicts(name, title) VALUES (?1, ?1)", [row["conflict"]])
        if old is None:
            db.table("documents").insert(row)
        else:
            if old["text_sha256"] != row["text_sha256"]:
                earlier = {key: old[key] for key in ("text_sha256", "title", "text", "fetched", "version")}
                db.table("earlier_texts").insert({"document": row["id"], **earlier}, replace=True)
                row["version"] = old["version"] + 1
            row["source"] = row["source"] or old["source"]
            db.table("documents").update(row["id"], {key: row[key] for key in row if key != "id"})
        if stored != found or differs:  # what stands around a claim tells which others it belongs to
            db.execute("DELETE FROM claims WHERE document = ?", [row["id"]])
            for claim in found:
                insert_claim(db, claim)
        put_capture(db, row, document)
        count_change(db)
        return "new" if old is None else "changed"


def put_capture(db: Database, row: Row, document: Mapping[str, Any]) -> None:
    """Store where the bytes of a document's text are, if it says so and none are named yet."""
    capture = document.get("capture")
    if capture and capture.get("file"):
        kept = {key: capture[key] for key in ("address", "sha256", "size", "charset", "file", "offset")}
        own = {"document": row["id"], "text_sha256": row["text_sha256"], "fetched": row["fetched"]}
        db.table("captures").insert({**own, **kept}, ignore=True)


def is_earlier(db: Database, row: Row) -> bool:
    """Return whether a text is, as it was fetched then, an earlier version of a document."""
    values = (row["id"], row["text_sha256"], row["fetched"])
    return row["fetched"] is not None and first(db, IS_EARLIER, *map(printable, values)) is not None


def has_capture(db: Database, document: Mapping[str, Any]) -> bool:
    """Return whether the bytes are kept that this very text of a document was read from."""
    row = document_row(document, "")
    return first(db, HAS_CAPTURE, printable(row["id"]), row["text_sha256"]) is not None


def is_current(db: Database, document: Mapping[str, Any], extractor: str) -> bool:
    """Return whether a document is stored just so, with claims of this version of the extractor.

    It is, too, if it was stored so and a later version has taken its place.
    """
    new = document_row(document, extractor)
    if is_earlier(db, new):
        return True
    old = first(db, "SELECT * FROM documents WHERE id = ?", printable(new["id"]))
    open_fields = {"fetched", "source"} | ({"conflict"} if document.get("conflict") is None else set())
    return old is not None and all(old[key] == new[key] for key in new if key not in open_fields)


def stored_claims(db: Database, document: str) -> list[Row]:
    """Return a document's claims as `claim_rows` would give them."""
    rows = list(db.query("SELECT * FROM claims WHERE document = ? ORDER BY number", [document]))
    for row in rows:
        places = db.query("SELECT * FROM claim_places WHERE claim = ? ORDER BY place_start", [row["number"]])
        row["places"] = [{key: place[key] for key in place if key != "claim"} for place in places]
        for column in ("number", "dispute", "account", "copy_of", "tally"):
            del row[column]
    return rows


def insert_claim(db: Database, row: Row) -> None:
    """Insert a claim with its regions and places; a region not heard of before has its code as its name."""
    number = db.table("claims").insert({key: row[key] for key in row if key != "places"}).last_rowid
    regions = row["region_set"].split()
    for code in {*regions, *(place["region"] for place in row["places"] if place["region"])}:
        db.execute("INSERT OR IGNORE INTO regions(code, name) VALUES (?1, ?1)", [code])
    db.table("claim_regions").insert_all({"claim": number, "region": code} for code in regions)
    db.table("claim_places").insert_all({"claim": number, **place} for place in row["places"])


def start_run(db: Database, command: str, conflict: str | None, extractor: str) -> int:
    """Return the number of a new run."""
    row = {"command": command, "conflict": conflict, "extractor": extractor, "started": now()}
    with writing(db):
        return int(db.table("runs").insert(row).last_rowid or 0)


def finish_run(db: Database, run: int, figures: Mapping[str, int]) -> None:
    """Write a run's figures (documents, new, changed, unchanged, failed, claims) and the time of its end."""
    with writing(db):
        db.table("runs").update(run, {"finished": now(), **figures})


def beat(db: Database, run: int, figures: Mapping[str, int]) -> None:
    """Write a sign of life of a run that is at work, with its figures so far."""
    with writing(db):
        db.table("runs").update(run, {"heartbeat": now(), **figures})


def put_failure(db: Database, run: int, source: str, reason: str) -> None:
    """Store that a source could not be read, or a document not be kept, and why."""
    told = {"source": printable(source), "reason": printable(reason)}
    with writing(db):
        db.table("failures").insert({"run": run, "at": now(), **told})
