"""Measures how fast documents are read, and whether time grows in line with length: `make bench`.

Reads the sample in one process, then one text at once, four and sixteen times its length.
"""

import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.language import load_model  # noqa: E402
from pipeline.reader import read_claims  # noqa: E402
from pipeline.records import Document, Failure  # noqa: E402
from pipeline.sources import read_sample  # noqa: E402

LENGTHS = (1, 4, 16)


def main() -> None:
    """Measure and print."""
    load_model()
    documents = [document for document in read_sample() if isinstance(document, Document)]
    read_claims(documents[0])  # loads what is loaded once
    start = time.perf_counter()
    words = 0
    for document in documents:
        words += len(document.text.split())
        found = read_claims(document)
        if isinstance(found, Failure):
            print(f"{found.source}: {found.reason}", file=sys.stderr)
    seconds = time.perf_counter() - start
    print(f"sample: {len(documents) / seconds:.1f} documents a second, {words / seconds:,.0f} words a second")

    text = "\n\n".join(document.text for document in documents[:20])
    for times in LENGTHS:
        long = Document(id=f"long-{times}", text="\n\n".join([text] * times), conflict=documents[0].conflict)
        start = time.perf_counter()
        found = read_claims(long)
        seconds = time.perf_counter() - start
        note = f" ({found.reason})" if isinstance(found, Failure) else ""
        rate = len(long.text) / seconds
        print(f"length {times:>2}: {len(long.text):>9,} characters, {seconds:6.2f} s, {rate:,.0f}/s{note}")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most")


if __name__ == "__main__":
    main()
