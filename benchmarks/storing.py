"""Measures what storing one more document costs at a million claims, next to a thousand.

python benchmarks/storing.py [FOLDER] [--claims N] [--few N] [--documents N] [--json FILE]

The store and the lining up apart: the documents are invented ones, of days after all that are stored, and put
into copies of the databases in turns, some at a time. Times are those of this process.
"""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median

from databases import database
from rows import Row, at_most, keep, options
from sqlite_utils import Database

from benchmarks.invented import chunks
from db import open_db, store
from pipeline.lining import line_up
from pipeline.version import extractor_version

BAR = 1.3
AT_ONCE = 50  # documents between two linings up
LATE = 2026  # the year of the new documents


def main(folder: Path | None, claims: int, few: int, documents: int) -> Iterator[Row]:
    """Measure, print and yield the rows."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        copies = [shutil.copy(database(folder, n), Path(place, f"{n}.db")) for n in (claims, few)]
        with closing(open_db(copies[0])) as large, closing(open_db(copies[1])) as small:
            for db in (large, small):
                line_up(db)
            stored: list[list[float]] = [[], []]
            lined: list[list[float]] = [[], []]
            told = [new(documents, seed) for seed in (2, 3)]  # what is remembered of texts helps neither
            for _ in range(0, documents, AT_ONCE):
                for number, db in enumerate((large, small)):
                    some = list(islice(told[number], AT_ONCE))
                    stored[number].append(put(db, some) / len(some))
                    lined[number].append(timed(db) / len(some))
    for what, taken in (("storing", stored), ("lining up", lined)):
        here, there = map(median, taken)
        detail = f"{1000 * here:.2f} ms and {1000 * there:.2f} ms a document"
        print(f"{what}: {here / there:.2f} ({detail})", flush=True)
        yield at_most(f"{what} a document at {claims:,} claims", f"at {few:,}", here / there, BAR, detail)


def new(documents: int, seed: int) -> Iterator[tuple[dict, list[dict]]]:  # type: ignore[type-arg]
    """Yield so many documents of days that come after all others."""
    found = (
        (document, claims)
        for chunk in chunks(documents * 3, seed)
        if chunk.conflict == "ukraine"
        for document, claims in chunk.documents
    )
    for number, (document, claims) in enumerate(islice(found, documents)):
        later = {"published": document["published"].replace(year=LATE, day=1)}
        for claim in claims:
            claim |= {
                day: claim[day] and claim[day].replace(year=LATE, day=1) for day in ("date_from", "date_to")
            }
        yield {**document, **later, "id": f"new-{number}"}, claims


def put(db: Database, documents: list[tuple[dict, list[dict]]]) -> float:  # type: ignore[type-arg]
    """Return the seconds that storing takes."""
    begun = time.process_time()
    for document, claims in documents:
        store.put_document(db, document, claims, extractor_version())
    return time.process_time() - begun


def timed(db: Database) -> float:
    """Return the seconds that lining up takes."""
    begun = time.process_time()
    line_up(db)
    return time.process_time() - begun


if __name__ == "__main__":
    given = options(__doc__, folder=True, claims=1_000_000, few=1_000, documents=500)
    keep(given.json, list(main(given.folder, given.claims, given.few, given.documents)))
