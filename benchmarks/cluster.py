"""Measures reading on a Dask cluster of two workers on this machine, next to reading by one process.

All have read the sample once before, and so loaded the model and the data of the conflicts, as workers that
stay have. Then one of them is killed half-way: the database must be the same all the same.

    python benchmarks/cluster.py [--copies N] [--json FILE]
"""

import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from clusters import scheduler, workers  # noqa: E402
from rows import Row, at_least, costliest, keep, options  # noqa: E402
from stories import contents  # noqa: E402

from db import open_db  # noqa: E402
from pipeline.cluster import connected  # noqa: E402
from pipeline.parallel import HERE, Workers  # noqa: E402
from pipeline.reader import read_together  # noqa: E402
from pipeline.records import Document  # noqa: E402
from pipeline.run import ingest  # noqa: E402
from pipeline.sources import read_sample  # noqa: E402

BAR = 1.5
COPIES = 6  # times that the sample is read, under other names
Tables = dict[str, list[Any]]
WITH_TIMES = ("data_version",)  # tables of which no row is the same twice


def main(copies: int) -> list[Row]:
    """Measure, print and return the row."""
    sample = [one for one in read_sample() if isinstance(one, Document)]
    documents = list(copied(sample, copies))
    read_together(sample)  # loads what is loaded once
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = stack.enter_context(scheduler(folder)).address
        first, _ = stack.enter_context(workers(address, 2, folder))
        cluster = stack.enter_context(connected(address))
        cluster.client.wait_for_workers(2, timeout=60)
        cluster.client.run(read_together, sample)

        def killing() -> Iterator[Document]:
            for number, document in enumerate(documents):
                if number == len(documents) // 2:
                    first.kill()
                yield document

        alone, expected = measured(folder / "one.db", documents, HERE)
        both, found = measured(folder / "two.db", documents, cluster)
        where = ""
        if alone / both < BAR:
            spent = costliest(lambda: measured(folder / "again.db", documents, cluster))
            where = f"The process that writes spends its time in {spent}."
        lost, after = measured(folder / "lost.db", killing(), cluster)
        detail = (
            f"{len(documents)} documents in {alone:.1f} s by one process and {both:.1f} s by two workers, "
            f"database {same(found, expected)}; with one of them killed half-way {lost:.1f} s, "
            f"database {same(after, expected)}"
        )
        print(detail)
        right = found == expected == after
        row = at_least("Dask, 2 workers on this machine", "1 process", alone / both, BAR, detail, right)
        return [replace(row, where=where)]


def same(found: Tables, expected: Tables) -> str:
    """Return whether two databases are the same, or in which tables they differ."""
    differing = [name for name in expected if found[name] != expected[name]]
    return f"DIFFERENT in {', '.join(differing)}" if differing else "identical"


def copied(sample: Sequence[Document], copies: int) -> Iterator[Document]:
    """Yield the documents so many times, each time as others."""
    for number in range(copies):
        for one in sample:
            yield replace(one, id=f"{one.id}-{number}", url=None, text=f"{one.text}\n\n{number}")


def measured(path: Path, documents: Iterable[Document], by: Workers) -> tuple[float, Tables]:
    """Return the seconds that reading into a new database takes, and what is in it then."""
    with closing(open_db(path)) as db:
        start = time.perf_counter()
        ingest(db, documents, workers=by)
        took = time.perf_counter() - start
        return took, {name: rows for name, rows in contents(db).items() if name not in WITH_TIMES}


if __name__ == "__main__":
    given = options(__doc__, copies=COPIES)
    keep(given.json, main(given.copies))
