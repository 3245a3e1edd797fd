"""Measures lining up one large batch, half of it undated pages: `python benchmarks/batch.py`.

The documents are those of `linking.py`, stored with their claims before any is lined up. Every second one is
a page without a day of publication, on which a claim has a day only if its sentence gives one. Printed is the
processor time of lining up a document and the most memory, of the batch and of one a tenth as large.
"""

import sys
import tempfile
import time
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks"), str(ROOT / "tests")]

from linking import generated  # noqa: E402
from memory import peak  # noqa: E402
from rows import Row, at_most, keep, options  # noqa: E402

from db import open_db, queries, store  # noqa: E402
from pipeline import run  # noqa: E402
from pipeline.disputes import Report  # noqa: E402
from pipeline.lining import line_up  # noqa: E402
from pipeline.version import extractor_version  # noqa: E402


def main(documents: int) -> list[Row]:
    """Line up the two batches, print and return the rows."""
    few, many = (lined_up(size) for size in (documents // 10, documents))
    detail = f"{many[0]:.1f} ms a document of {documents:,}, {few[0]:.1f} ms of {documents // 10:,}"
    memory = f"{many[1]:,} MB for {documents:,}, {few[1]:,} MB for {documents // 10:,}"
    return [
        at_most("lining up one batch, half of it undated", "a tenth as many", many[0] / few[0], 2, detail),
        at_most("memory for that", "a tenth as many", many[1] / few[1], 2, memory),
    ]


def lined_up(documents: int) -> tuple[float, int]:
    """Return the milliseconds that a document takes, and the most memory so far, in MB."""
    with tempfile.TemporaryDirectory() as folder, closing(open_db(Path(folder) / "claims.db")) as db:
        run.put_conflict(db, "ukraine", set())
        for number, one in enumerate(generated(documents)):
            report = undated(one) if number % 2 else one
            store.put_document(db, asdict(report.document), map(asdict, report.claims), extractor_version())
        began = time.process_time()
        line_up(db)
        took = 1000 * (time.process_time() - began) / documents
        waiting = queries.totals(db, queries.ClaimFilter())["waiting"]
    print(f"{documents:>10,} documents{took:>10.1f} ms each{peak():>10,} MB{waiting:>6} wait", flush=True)
    return took, peak()


def undated(report: Report) -> Report:
    """Return a report as a page that gives no day."""
    return replace(report, document=replace(report.document, published=None))


if __name__ == "__main__":
    given = options(__doc__, documents=50_000)
    keep(given.json, main(given.documents))
