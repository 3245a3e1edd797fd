"""Makes a database of invented claims for measurements: python benchmarks/generate.py FILE CLAIMS [SEED].

Rows are made by the store's own functions and every trigger fires, so what is derived from them comes out as
if each document had been stored by itself; only that many are written at once. Who disputes with whom is the
story's own, and is not lined up; the keys of a dispute stand for those by which the rules would find it.
"""

import random
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.invented import CONFLICTS, Chunk, Story, chunks  # noqa: E402
from db import dispute_store, open_db, store  # noqa: E402
from db.dispute_store import Member, NewDispute  # noqa: E402
from db.record_rows import claim_rows, document_row  # noqa: E402
from db.rows import Row  # noqa: E402
from db.writing import count_change  # noqa: E402
from pipeline.conflict import load_conflict  # noqa: E402
from pipeline.rows import conflict_row  # noqa: E402
from pipeline.version import extractor_version  # noqa: E402

KEYS = 3  # that the claims of a dispute share
LINKS = {"alleges": "repeats", "denies": "denies", "admits": "admits"}


def main(path: Path, claims: int, seed: int = 1) -> None:
    """Make the file, saying how far it is."""
    began, done, said = time.monotonic(), 0, 0
    with closing(opened(path)) as db:
        for chunk in chunks(claims, seed):
            write(db, chunk)
            done += sum(len(found) for _, found in chunk.documents)
            if done - said > claims // 20:
                said = done
                print(f"{done:>12,} claims, {time.monotonic() - began:,.0f} s", flush=True)
        db.execute("ANALYZE")
        db.conn.commit()
    print(f"{path}: {done:,} claims, {path.stat().st_size / 1e6:,.0f} MB", flush=True)


def opened(path: Path) -> Database:
    """Return a new database with the conflicts in it, that is in no hurry to reach the disk."""
    db = open_db(path)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -1500000"):
        db.execute(f"PRAGMA {pragma}")
    for name in CONFLICTS:
        store.put_conflict(db, conflict_row(load_conflict(name)))
    return db


def write(db: Database, chunk: Chunk) -> None:
    """Write a chunk in one transaction."""
    numbers, last = [], db.execute("SELECT coalesce(max(number), 0) FROM claims").fetchone()[0]
    rows: list[Row] = []
    documents = []
    for document, claims in chunk.documents:
        documents.append(document_row(document, extractor_version()))
        found = claim_rows(documents[-1], claims)
        numbers.append([last + len(rows) + n + 1 for n in range(len(found))])
        rows += found
    for number, row in enumerate(rows, last + 1):
        row["number"] = number
    db.execute("BEGIN")
    insert(db, "documents", documents)
    insert(db, "claims", [{key: row[key] for key in row if key != "places"} for row in rows])
    insert(db, "claim_regions", [
        {"claim": row["number"], "region": code} for row in rows for code in row["region_set"].split()
    ])  # fmt: skip
    insert(db, "claim_places", [{"claim": row["number"], **one} for row in rows for one in row["places"]])
    for _ in documents:
        count_change(db)
    put_disputes(db, chunk, numbers)
    db.execute("COMMIT")


def put_disputes(db: Database, chunk: Chunk, numbers: list[list[int]]) -> None:
    """Write the disputes of stored documents, of which the numbers of the claims are given."""
    new = list(disputes(chunk, numbers))
    members = [(one.members[0].claim, one) for one in new]
    dispute_store.put_keys(db, (
        (key, member.claim) for number, one in members for key in keys(number) for member in one.members
    ))  # fmt: skip
    dispute_store.replace(db, [], new, extractor_version())


def disputes(chunk: Chunk, numbers: list[list[int]]) -> Iterator[NewDispute]:
    """Yield the disputes of a chunk: the same claimant's claims of one stance are an account."""
    for story in chunk.stories:
        said = sorted((numbers[document][claim], stance) for document, claim, stance in story.told)
        heads: dict[str, int] = {}
        for number, stance in said:
            heads.setdefault(stance, number)
        members = [Member(number, heads[stance], None, tally(story, stance)) for number, stance in said]
        links = [
            (
                number,
                heads[stance] if stance == "alleges" else heads["alleges"],
                LINKS[stance],
                "invented",
                "likely",
            )
            for number, stance in said
            if number != heads["alleges"]
        ]
        yield NewDispute(chunk.conflict, members[0].claim, members, links)


def tally(story: Story, stance: str) -> str | None:
    """What an allegation is a running total of."""
    if not story.tally or stance != "alleges":
        return None
    return "acts" if story.category == "ceasefire_violation" else story.fields["weapons"]


def keys(number: int) -> list[int]:
    """The keys of a dispute."""
    chance = random.Random(number)
    return [chance.getrandbits(63) for _ in range(KEYS)]


def insert(db: Database, table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns."""
    rows = list(rows)
    if rows:
        names = list(rows[0])
        holes = ", ".join("?" * len(names))
        statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({holes})"  # noqa: S608
        db.conn.executemany(statement, [tuple(row.values()) for row in rows])


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
