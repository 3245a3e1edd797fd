"""Measures how fast documents are read, next to spaCy's whole model on the same texts: `make bench`.

The sample alone; the sample among other news, if a folder with PolNeAR is given (19 words of it to one of
ours); one text once, four and sixteen times its length; and the sample read into a database by one process
and by two.

    python benchmarks/speed.py [FOLDER] [--words N] [--repeated N] [--json FILE]

Times of one process are those of the processor, so that other work on the machine counts less.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from rows import Row, at_least, at_most, explained, keep, not_measured, options

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pipeline  # noqa: E402, F401  # before NumPy is loaded: both sides have one thread of it
from db import open_db  # noqa: E402
from pipeline.claims import anchored, claims_in, extract, understood  # noqa: E402
from pipeline.conflict import load_conflict  # noqa: E402
from pipeline.headings import without_headings  # noqa: E402
from pipeline.language import installed, load_model  # noqa: E402
from pipeline.parallel import Processes  # noqa: E402
from pipeline.parts import parts  # noqa: E402
from pipeline.reader import known_conflict, read_all  # noqa: E402
from pipeline.records import Claim, Document  # noqa: E402
from pipeline.relevance import Passage, passages  # noqa: E402
from pipeline.run import ingest  # noqa: E402
from pipeline.sources import read_sample  # noqa: E402
from tests.memory import peak  # noqa: E402

LENGTHS = (1, 4, 16)
LINEAR = 1.5  # how many times longer a character may take in the longest text than in the shortest
OFF_TOPIC = 19  # words of other news to one of the sample in the mixed stream
WORDS = 120_000  # words of other news that are read
REPEATED = 6  # times that the sample is read by one process and by two, under other names
ON_TOPIC, MIXED, TWO = 2.0, 15.0, 1.7  # the bars: how many times as fast
MODEL = "the whole model on the same texts"
TABLES = ("documents", "claims", "claim_regions", "claim_places")
UNTOLD = {"fetched", "run", "number"}  # columns that tell when a row was written, not what was read


def main(folder: Path | None, most: int, repeated: int) -> Iterator[Row]:
    """Measure, print, and yield the rows."""
    import spacy  # after our own, which tells NumPy to keep to one core

    bare = spacy.load(installed())  # before ours, which sets up its model its own way
    sample = [document for document in read_sample() if isinstance(document, Document)]
    list(read_all(sample[:20]))  # loads what is loaded once
    list(bare.pipe(document.text for document in sample[:20]))
    yield against("articles on topic, one process", sample, bare, ON_TOPIC)
    mixed_stream = "mixed stream, 5 % of its words on topic"
    if folder is not None:
        other = list(polnear(folder, most))
        words = sum(map(size, other)) // OFF_TOPIC
        yield against(mixed_stream, list(mixed(other, sample, words)), bare, MIXED)
        yield compared(other)
    else:
        print("mixed stream: not measured, for no folder with PolNeAR is named")
        yield not_measured(mixed_stream, MODEL, f"≥ {MIXED:g}", "POLNEAR names no folder with the corpus")
    yield lengths(sample)
    yield workers(sample, repeated)
    print(f"memory: {peak():,} MB at most")


def size(document: Document) -> int:
    """Return the words of a document."""
    return len(document.text.split())


def polnear(folder: Path, most: int) -> Iterator[Document]:
    """Yield documents of other news until there are enough words."""
    words, seen = 0, set()  # what several people marked is in the corpus several times
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = json.loads(line)
            if fields["text"] in seen:
                continue
            seen.add(fields["text"])
            document = Document(f"other-{fields['id']}", fields["text"])
            words += size(document)
            if words > most:
                return
            yield document


def mixed(other: Sequence[Document], sample: Sequence[Document], words: int) -> Iterator[Document]:
    """Yield other news with as many words of the sample spread among it."""
    chosen: list[Document] = []
    while sum(map(size, chosen)) < words:
        chosen.append(sample[len(chosen) * 7 % len(sample)])
    step = len(other) // len(chosen)
    for number, document in enumerate(other):
        if number % step == 0 and number // step < len(chosen):
            yield chosen[number // step]
        yield document


def against(name: str, documents: Sequence[Document], bare: Callable[..., object], bar: float) -> Row:
    """Return how many times as fast documents are read as the whole model parses them, and print it."""

    def ours() -> list[object]:
        passages.cache_clear()
        return list(read_all(documents))

    words = sum(map(size, documents))
    taken = [(timed(lambda: list(bare.pipe([one.text for one in documents]))), timed(ours)) for _ in range(2)]
    peer, own = map(min, zip(*taken, strict=True))
    detail = (
        f"{len(documents) / own:.1f} documents and {words / own:,.0f} words a second; the model "
        f"{len(documents) / peer:.1f} and {words / peer:,.0f}"
    )
    print(f"{name}: {detail}; ratio {peer / own:.2f}")
    return explained(at_least(name, MODEL, peer / own, bar, detail), ours)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compared(documents: Sequence[Document]) -> Row:
    """Return in how many documents the claims are others if all of the text is parsed, not its passages.

    What the whole text would claim outside of them is left out either way: nothing there tells of fighting.
    """
    read = differing = elsewhere = 0
    for document in documents:
        conflict = load_conflict(known_conflict(document))
        telling = [one for one in passages(document.text, conflict) if one.telling]
        claims = whole(document)
        inside = [claim for claim in claims if any(stands_in(claim, passage) for passage in telling)]
        read += bool(telling)
        differing += inside != extract(document, load_model(), conflict)
        elsewhere += len(claims) - len(inside)
    detail = (
        f"{len(documents) - read} documents of other news speak of no fighting and are not parsed; of the "
        f"{read} in which passages are, {differing} have other claims there if parsed from end to end, and "
        f"{elsewhere} sentences of all would make claims where nothing speaks of fighting"
    )
    print(f"passages: {detail}")
    return at_most("documents with other claims for not being parsed whole", "0", differing, 0, detail)


def stands_in(claim: Claim, passage: Passage) -> bool:
    """Tell whether the sentence of a claim stands in a passage."""
    return passage.start <= claim.span[0] and claim.span[1] <= passage.start + len(passage.text)


def whole(document: Document) -> list[Claim]:
    """Return the claims of a document that is parsed from end to end."""
    conflict = load_conflict(known_conflict(document))
    found: list[Claim] = []
    for start, text in parts(document.text):
        part = replace(document, text=text)
        context = understood(part, load_model(), conflict)
        found += (anchored(claim, start, document.text) for claim in claims_in(context, part))
    return without_headings(found, document.text)


def lengths(sample: Sequence[Document]) -> Row:
    """Return whether time grows in line with length, and print it."""
    text = "\n\n".join(document.text for document in sample[:20])
    rates = []
    for times in LENGTHS:
        long = Document(f"long-{times}", "\n\n".join([text] * times), conflict=sample[0].conflict)
        seconds = timed(lambda: list(read_all([long])))  # noqa: B023
        rates.append(seconds / len(long.text))
        print(f"length {times:>2}: {len(long.text):>9,} characters, {seconds:6.2f} s, {1 / rates[-1]:,.0f}/s")
    what = f"time for a character, {LENGTHS[-1]} times the text"
    return at_most(what, "the text once", rates[-1] / rates[0], LINEAR, f"{1 / rates[-1]:,.0f} a second")


def workers(sample: Sequence[Document], repeated: int) -> Row:
    """Return how many times as fast two processes are as one, and whether the databases are the same."""
    documents = [
        replace(one, id=f"{one.id}-{n}", url=None, text=f"{one.text}\n\n{n}")
        for n in range(repeated)
        for one in sample
    ]
    with tempfile.TemporaryDirectory() as folder:
        one, expected = stored(Path(folder, "one.db"), documents, 1)
        two, found = stored(Path(folder, "two.db"), documents, 2)
        detail = (
            f"{len(documents)} documents into a database in {one:.1f} s by one process, "
            f"{two:.1f} s by two; databases {'identical' if found == expected else 'DIFFERENT'}"
        )
        print(f"workers: {detail}; ratio {one / two:.2f}")
        row = at_least("2 workers", "1 worker", one / two, TWO, detail, found == expected)
        return explained(row, lambda: stored(Path(folder, "again.db"), documents, 2))


def stored(path: Path, documents: Sequence[Document], number: int) -> tuple[float, list[object]]:
    """Return the seconds that reading into a new database takes, and what it holds then."""
    with closing(open_db(path)) as db:
        start = time.perf_counter()
        ingest(db, documents, workers=Processes(number))
        return time.perf_counter() - start, [rows(db, table) for table in TABLES]


def rows(db: object, table: str) -> list[list[object]]:
    """Return what a table holds, without the columns that tell when it was written."""
    kept = db[table].rows  # type: ignore[index]
    return sorted(([v for k, v in row.items() if k not in UNTOLD] for row in kept), key=repr)


if __name__ == "__main__":
    given = options(__doc__, folder=True, words=WORDS, repeated=REPEATED)
    keep(given.json, list(main(given.folder, given.words, given.repeated)))
