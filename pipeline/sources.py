"""Yields the documents of what somebody names as a source: an address, a file, a folder, a conflict."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from pipeline.addresses import Memory, Origin, nothing, read_address
from pipeline.conflict import Source, load_conflict
from pipeline.errors import BadSource
from pipeline.fields import FIELDS
from pipeline.files import files_in, is_folder, read_path
from pipeline.records import Document, Failure, Visit
from pipeline.tables import Columns
from pipeline.web import Manners, open_web
from pipeline.web.hosts import Rest, sleep

SAMPLE = Path(__file__).parent / "sample"
MARKED = sorted(SAMPLE.glob("dev*.jsonl"))  # its files whose claims people have marked: the gold set

Items = Iterator[Document | Failure | Visit]


@dataclass(frozen=True)
class Reading:
    """How sources are read: with which manners, what memory of earlier visits, which way of waiting.

    `columns` are those of CSV files.
    """

    manners: Manners = field(default_factory=Manners)
    memory: Memory = nothing
    rest: Rest = sleep
    columns: Columns = field(default_factory=dict)


def is_address(name: str) -> bool:
    """Return whether a source is an address and no path."""
    return name.lower().startswith(("http://", "https://"))


def read_sources(names: Sequence[str], reading: Reading | None = None) -> Items:
    """Yield the documents at the addresses and in the files and folders of the names, in their order."""
    reading = reading or Reading()
    with open_web(reading.manners, reading.rest) as fetch:
        for name in names:
            if is_address(name):
                yield from read_address(name, fetch=fetch, memory=reading.memory)
            else:
                yield from read_path(Path(name), columns=reading.columns)


def parts_of(name: str) -> list[str]:
    """Return the files of a source that is a folder with any, else the source itself."""
    if is_address(name) or not is_folder(Path(name)):
        return [name]
    return [str(file) for file in files_in(Path(name))] or [name]


def read_sample() -> Items:
    """Yield the documents of the sample: paraphrases of what was reported at the addresses that they give."""
    return read_path(SAMPLE, kind="paraphrase")


def feeds_of(conflicts: Iterable[str]) -> list[Source]:
    """Return the feeds that conflicts list in sources.toml, each once. Raises BadSource if there are none."""
    found = {
        source.url: source for name in conflicts for source in load_conflict(name).sources if source.feed
    }
    if not found:
        raise BadSource(f"The conflict {' '.join(conflicts)!r} lists no feed: name a source to read.")
    return list(found.values())


def read_feeds(feeds: Iterable[Source], reading: Reading | None = None) -> Items:
    """Yield what is in the feeds of a list, under the names that they have there."""
    reading = reading or Reading()
    with open_web(reading.manners, reading.rest) as fetch:
        for feed in feeds:
            origin = Origin(publisher=feed.name, source=feed.url, must_be_feed=True)
            yield from read_address(feed.url, origin, fetch, reading.memory)


def unless_nothing(documents: Items) -> Items:
    """Return the documents, having looked at the first two. Raises BadSource if there is but one failure."""
    first = next(documents, None)
    second = next(documents, None)
    if isinstance(first, Failure) and second is None:
        raise BadSource(f"{first.source}: {first.reason}")
    return chain((one for one in (first, second) if one is not None), documents)


def columns_of(given: Iterable[str]) -> Columns:
    """Return the columns of options like "text=Body". Raises BadSource."""
    pairs = [option.partition("=") for option in given]
    for key, _, column in pairs:
        if key not in FIELDS or not column:
            raise BadSource(f"--column {key}: write it as KEY=NAME, where KEY is one of {', '.join(FIELDS)}.")
    return {key: column for key, _, column in pairs}
