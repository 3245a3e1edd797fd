"""Reads on proof: the versions of a text, and the bytes that each was read from."""

from collections.abc import Iterator

from sqlite_utils import Database

from db.archive import folder_of, read_capture
from db.rows import Row, first, sql
from db.writing import path_of

TEXTS = """
    SELECT id, url, title, text, text_sha256, fetched, version, 1 AS current FROM documents
    UNION ALL
    SELECT e.document, d.url, e.title, e.text, e.text_sha256, e.fetched, e.version, 0
    FROM earlier_texts AS e JOIN documents AS d ON d.id = e.document"""


def texts(db: Database) -> Iterator[Row]:
    """Yield every text that is stored: id, url, title, text, text_sha256, fetched, version, current."""
    return db.query(f"{TEXTS} ORDER BY 1, version")


def claims_in(db: Database, text: Row) -> list[Row]:
    """Return the claims that stand in a text: none in an earlier version."""
    if not text["current"]:
        return []
    return list(db.query("SELECT * FROM claims WHERE document = ? ORDER BY number", [text["id"]]))


def versions(db: Database, document: str) -> list[Row]:
    """Return the versions of a document, the first one first, without their texts, each with its capture."""
    rows = list(db.query(sql("SELECT * FROM (", TEXTS, ") WHERE id = ? ORDER BY version"), [document]))
    for row in rows:
        row["characters"] = len(row.pop("text"))
        row["capture"] = capture(db, document, row["text_sha256"])
    return rows


def version(db: Database, document: str, number: int | None = None) -> Row | None:
    """Return a version of a document with its text, the current one if no number is given; None if there is
    none."""
    return first(
        db,
        sql(
            "SELECT * FROM (",
            TEXTS,
            ") WHERE id = ?1 AND coalesce(?2 = version, current) ORDER BY current DESC",
        ),
        document,
        number,
    )


def capture(db: Database, document: str, text_sha256: str) -> Row | None:
    """Return where the bytes of a text are: address, fetched, sha256, size, charset, file, offset."""
    return first(db, "SELECT * FROM captures WHERE document = ? AND text_sha256 = ?", document, text_sha256)


def content(db: Database, capture: Row) -> bytes:
    """Return the kept bytes. Raises ArchiveDamaged."""
    return read_capture(folder_of(path_of(db)), capture)
