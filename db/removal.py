"""Removes documents with all that hangs on them, and remembers that they are not to come back."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from db.archive import ArchiveDamaged, folder_of
from db.erasure import erase
from db.errors import explained
from db.rows import first
from db.writing import count_change, now, path_of, printable, writing

NAMED = """
    SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?1))
    UNION SELECT id FROM documents WHERE source IN (SELECT value FROM json_each(?1)) AND url IS NULL
    UNION SELECT document FROM addresses
    WHERE address IN (SELECT value FROM json_each(?1)) AND document IS NOT NULL"""
FAILURES = """
    FROM failures WHERE source IN (
        SELECT coalesce(url, source) FROM documents WHERE id = ?1
        UNION SELECT address FROM addresses WHERE document = ?1)"""
LINKS = """
    FROM links WHERE answer IN (SELECT number FROM claims WHERE document = ?1)
                  OR answered IN (SELECT number FROM claims WHERE document = ?1)"""
OWN_CAPTURES = """
    SELECT * FROM captures AS mine WHERE document = ?1 AND NOT EXISTS (
        SELECT 1 FROM captures AS other
        WHERE other.document <> ?1 AND other.file = mine.file AND other.offset = mine.offset)"""
# An odd key that many claims have ties nobody; now that fewer have it, it may tie those that are left.
LOOSEN = """
    UPDATE disputes SET stale = 1 WHERE number IN (
        SELECT c.dispute FROM claim_keys AS k JOIN claims AS c ON c.number = k.claim
        WHERE c.document <> ?1 AND k.key IN (
            SELECT mine.key FROM claims AS gone JOIN claim_keys AS mine ON mine.claim = gone.number
            WHERE gone.document = ?1 AND mine.key % 2 <> 0 AND NOT EXISTS (
                SELECT 1 FROM claim_keys AS more JOIN claims AS one ON one.number = more.claim
                WHERE more.key = mine.key AND one.document <> ?1
                LIMIT 1 OFFSET ?2)))"""

MERGED = 2_000  # pages of the index of words that are merged in one transaction


@dataclass
class Removed:
    """A document that was removed: its id, address or file and title, and how much went with it.

    `pages` counts the fetched bytes that were written over, `damaged` says which could not be found.
    """

    id: str
    name: str
    title: str
    claims: int = 0
    links: int = 0
    failures: int = 0
    pages: int = 0
    damaged: list[str] = field(default_factory=list)


def named(db: Database, names: Iterable[str]) -> list[str]:
    """Return the ids of the documents that have one of the names: an id, an address asked, or a file."""
    return [id for (id,) in db.execute(NAMED, [json.dumps([printable(name) for name in names])])]


def is_removed(db: Database, id: str) -> bool:
    """Return whether a document was removed, so that it must not come back by itself."""
    return db.execute("SELECT 1 FROM removed WHERE id = ?", [printable(id)]).fetchone() is not None


def readmit(db: Database, id: str) -> None:
    """Let a document that was removed come back."""
    with writing(db):
        db.execute("DELETE FROM removed WHERE id = ?", [printable(id)])


def remove(db: Database, ids: Sequence[str], rare: int) -> list[Removed]:
    """Remove documents in one transaction, with their claims, links, failures and fetched bytes.

    Their disputes wait to be lined up anew, and so do those of claims that share a key with theirs which at
    most `rare` others have now. Raises DatabaseError: then nothing is removed, but for some bytes perhaps.
    """
    db.execute("PRAGMA secure_delete = ON")  # what is deleted is written over in the file
    with writing(db):
        found = [done for id in ids if (done := remove_one(db, id, rare)) is not None]
        if found:
            count_change(db)
    return found


def remove_one(db: Database, id: str, rare: int) -> Removed | None:
    """Remove a document; None if it is not there. Belongs inside the transaction."""
    row = first(db, "SELECT id, url, source, title FROM documents WHERE id = ?", id)
    if row is None:
        return None
    done = Removed(id, row["url"] or row["source"] or id, row["title"])
    done.claims = count(db, "FROM claims WHERE document = ?1", id)
    done.links = count(db, LINKS, id)
    done.failures = count(db, FAILURES, id)
    for capture in db.query(OWN_CAPTURES, [id]):
        try:
            erase(folder_of(path_of(db)), capture)
            done.pages += 1
        except ArchiveDamaged as error:
            done.damaged.append(str(error))
    db.execute(LOOSEN, [id, rare])
    db.execute(f"DELETE {FAILURES}", [id])
    # That the address was asked stays known: it is not asked more often for having been removed.
    db.execute("UPDATE addresses SET document = NULL WHERE document = ?", [id])
    db.execute("DELETE FROM documents WHERE id = ?", [id])
    db.execute("INSERT OR IGNORE INTO removed(id, at) VALUES (?, ?)", [id, now()])
    return done


def count(db: Database, what: str, *values: str) -> int:
    """Return how many rows there are."""
    return int(db.execute(f"SELECT count(*) {what}", list(values)).fetchone()[0])


def count_stale(db: Database) -> int:
    """Return how many disputes that still hold a claim wait to be lined up anew."""
    return count(
        db, "FROM disputes AS d WHERE stale AND EXISTS (SELECT 1 FROM claims AS c WHERE c.dispute = d.number)"
    )


def leave_no_trace(db: Database) -> None:
    """Write over what the index of words and the log still hold of rows that were deleted.

    The parts of the index are merged bit by bit, so that other writers find room in between.
    """
    pages = -MERGED  # less than nothing begins to merge all parts
    while True:
        before = db.conn.total_changes
        with writing(db):
            db.execute("INSERT INTO claims_fts(claims_fts, rank) VALUES ('merge', ?)", [pages])
        if db.conn.total_changes - before < 2:  # so SQLite says that there was nothing to do
            break
        pages = MERGED
    with explained(path_of(db)):
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # does what it can beside readers
