"""Yields the documents of what somebody names as a source: an address, a file, a folder, a conflict."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from pipeline.conflict import load_conflict
from pipeline.errors import BadSource
from pipeline.feeds import read_address
from pipeline.files import read_path
from pipeline.records import Document, Failure
from pipeline.web import open_web

SAMPLE = Path(__file__).parent / "sample"


def read_sources(names: Sequence[str]) -> Iterator[Document | Failure]:
    """Yield the documents at the addresses and in the files and folders of the names, in their order."""
    with open_web() as fetch:
        for name in names:
            if name.lower().startswith(("http://", "https://")):
                yield from read_address(name, fetch=fetch)
            else:
                yield from read_path(Path(name))


def read_sample() -> Iterator[Document | Failure]:
    """Yield the documents of the sample: paraphrases of what was reported at the addresses that they give."""
    return read_path(SAMPLE, kind="paraphrase")


def read_own_sources(conflict: str) -> Iterator[Document | Failure]:
    """Yield what is in the feeds that a conflict names in its sources.toml. Raises BadSource if none is."""
    feeds = [source for source in load_conflict(conflict).sources if source.feed]
    if not feeds:
        raise BadSource(f"The conflict {conflict!r} lists no feed: name a source to read.")
    with open_web() as fetch:
        for feed in feeds:
            yield from read_address(feed.url, publisher=feed.name, conflict=conflict, fetch=fetch)


def unless_nothing(documents: Iterator[Document | Failure]) -> Iterator[Document | Failure]:
    """Return the documents, having looked at the first two. Raises BadSource if there is but one failure."""
    first = next(documents, None)
    second = next(documents, None)
    if isinstance(first, Failure) and second is None:
        raise BadSource(f"{first.source}: {first.reason}")
    return chain((one for one in (first, second) if one is not None), documents)
