"""Measures what lining up a new document costs as the store grows: `python benchmarks/lining.py`.

The store is filled with the sample, told again and again with all its days moved, so that it is as dense at
the end as at the beginning. Nothing is extracted: claims are those of the sample.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rows import Row, keep, options, without_bar  # noqa: E402

from db import open_db, queries, store  # noqa: E402
from pipeline import run  # noqa: E402
from pipeline.lining import line_up  # noqa: E402
from pipeline.sources import read_sample  # noqa: E402

APART = 11  # days between two tellings
DAYS = ("published", "date_from", "date_to")
Telling = tuple[dict[str, Any], list[dict[str, Any]]]


def main(documents: int) -> list[Row]:
    """Fill, measure, print and return the row."""
    costs: list[tuple[int, float]] = []
    with tempfile.TemporaryDirectory() as folder, closing(open_db(Path(folder) / "claims.db")) as db:
        run.ingest(db, read_sample())
        sample = list(told(db))
        wanted, took, stored = min(1000, documents), 0.0, 0
        print(f"{'documents':>10}{'claims':>10}{'ms a document':>16}{'page ms':>10}{'database MB':>14}")
        for number, (document, claims) in enumerate(again(sample, documents), 1):
            store.put_document(db, document, claims, "benchmark")
            if number % 50:
                continue
            began = time.process_time()
            line_up(db)
            took, stored = took + time.process_time() - began, stored + 50
            if number >= wanted:
                began = time.process_time()
                queries.disputes(db, queries.ClaimFilter(conflict="ukraine"))
                page = time.process_time() - began
                claims_now = queries.count_claims(db, queries.ClaimFilter())
                size = (Path(folder) / "claims.db").stat().st_size / 1e6
                each = 1000 * took / stored
                costs.append((number, each))
                print(
                    f"{number:>10,}{claims_now:>10,}{each:>16.1f}{1000 * page:>10.1f}{size:>14.0f}",
                    flush=True,
                )
                wanted, took, stored = min(wanted * 3, documents), 0.0, 0
    (few, early), (many, late) = costs[0], costs[-1]
    detail = f"{early:.1f} ms a document up to {few:,}, {late:.1f} ms up to {many:,}"
    what, against = f"lining up one more document, up to {many:,} stored", f"up to {few:,}"
    return [without_bar(what, against, late / early, detail)]


def told(db: Any) -> Iterator[Telling]:
    """Yield the stored documents that hold claims, with these as they are stored."""
    for id in queries.document_ids(db):
        claims = queries.document_claims(db, id)
        if claims:
            yield queries.document(db, id) or {}, [with_spans(claim) for claim in claims]


def with_spans(claim: dict[str, Any]) -> dict[str, Any]:
    """Return a stored claim as the store takes it."""
    places = [{**one, "span": (one["place_start"], one["place_end"])} for one in claim["places"]]
    return {
        **claim,
        "span": (claim["sentence_start"], claim["sentence_end"]),
        "places": places,
        "grounds": (),
    }


def again(sample: list[Telling], documents: int) -> Iterator[Telling]:
    """Yield so many documents: the sample with its days moved, ever further back."""
    for number in range(documents):
        round, index = divmod(number, len(sample))
        document, claims = sample[index]
        back = timedelta(days=APART * (round + 1))
        moved = moved_back(document, back)
        yield {**moved, "id": f"{document['id']}-{round}", "url": None}, [moved_back(c, back) for c in claims]


def moved_back(row: dict[str, Any], by: timedelta) -> dict[str, Any]:
    """Return a row with its days so much earlier."""
    days = {name: row[name] for name in DAYS if row.get(name)}
    return {**row, **{name: str(date.fromisoformat(day) - by) for name, day in days.items()}}


if __name__ == "__main__":
    given = options(__doc__, documents=3000)
    keep(given.json, main(given.documents))
