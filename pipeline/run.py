"""The order of the steps: a document comes, its conflict is told, its claims are derived, stored, lined up.

Documents come one by one and are stored one by one: a run that is killed has stored each whole or not at all,
and the next goes on where it stopped. What fails is a row in `failures`, and the rest goes on.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace

from sqlite_utils import Database

from db import queries, store
from db.archive import Archive, archive_of, folder_of
from db.erasure import erase
from db.errors import BadRecord
from db.removal import is_removed
from db.writing import path_of
from pipeline.conflict import conflict_names, load_conflict
from pipeline.lining import NowAndThen, line_up
from pipeline.parallel import HERE, Workers
from pipeline.reader import LANGUAGE, Item, Read, read_all, source_of
from pipeline.records import Document, Failure, Visit
from pipeline.rows import conflict_row, document_of
from pipeline.version import extractor_version

FIGURES = ("documents", "new", "changed", "unchanged", "failed", "claims")

Progress = Callable[[], None]
"""Called once for each document or failure when it is done with."""


def quietly() -> None:
    """Show no progress."""


HEARTBEAT = 10.0
"""Seconds between two signs of life of a run."""
OFTEN = 100
"""Documents after which those that came are lined up, if that costs little."""


@dataclass
class RunResult:
    """A run's figures: documents that came; of these new, changed, unchanged; claims in the first two."""

    run: int
    documents: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0  # left out, for they were removed
    claims: int = 0
    failures: list[Failure] = field(default_factory=list)
    answered: int = 0  # addresses that gave what was asked of them
    counted: int = 0  # of the new ones, those that some feed's visit has counted
    beaten: float = field(default_factory=time.monotonic)

    @property
    def figures(self) -> dict[str, int]:
        """What the table of runs holds."""
        return {name: getattr(self, name) for name in FIGURES}

    @property
    def failed(self) -> int:
        """How many sources or documents could not be read or stored."""
        return len(self.failures)


def ingest(
    db: Database,
    documents: Iterable[Item],
    conflict: str | None = None,
    workers: Workers = HERE,
    progress: Progress = quietly,
    keep_bytes: bool = True,
) -> RunResult:
    """Store the documents with their claims; one that is stored already, and is the same, is left alone.

    So is one that was removed.

    What was fetched is kept in an archive beside the database, if `keep_bytes`. `conflict` holds for all
    documents; without it each one's own, or the one that its text speaks of. Raises UnknownConflict before
    anything is read, and DatabaseError if the database cannot be written to.
    """
    if conflict is not None:
        load_conflict(conflict)
    return run(db, "ingest", conflict, of_conflict(documents, conflict), workers, progress, keep_bytes)


def extract_again(
    db: Database,
    stale_only: bool = False,
    workers: Workers = HERE,
    progress: Progress = quietly,
    until: Callable[[Iterator[Item]], Iterator[Item]] = iter,
) -> RunResult:
    """Derive the claims of the stored documents anew: all, or those of another version of the extractor.

    `until` may end the documents early.
    """
    ids = queries.document_ids(db, other_than=extractor_version() if stale_only else None)
    rows = (queries.document(db, id) for id in ids)
    documents = (document_of(row) for row in rows if row is not None)
    return run(db, "extract", None, until(documents), workers, progress, again=True)


def of_conflict(documents: Iterable[Item], conflict: str | None) -> Iterator[Item]:
    """Yield the documents as of the conflict, if one is given; one of their own that is not known goes."""
    for item in documents:
        if not isinstance(item, Document):
            yield item
        elif conflict is not None or item.conflict not in conflict_names():
            yield replace(item, conflict=conflict)
        else:
            yield item


def run(
    db: Database,
    command: str,
    conflict: str | None,
    documents: Iterable[Item],
    workers: Workers,
    progress: Progress,
    keep_bytes: bool = False,
    again: bool = False,
) -> RunResult:
    """Take each document through all steps, as one run in the table of runs."""
    result = RunResult(store.start_run(db, command, conflict, extractor_version()))
    known: set[str] = set()

    def wanted(archive: Archive) -> Iterator[Item]:
        for item in documents:
            result.documents += isinstance(item, Document)
            if isinstance(item, Document) and is_removed(db, item.id):
                result.removed += 1
                progress()
            elif isinstance(item, Document) and not again and is_current(db, item):
                put_conflict(db, item.conflict, known)  # whose data may have changed all the same
                result.unchanged += 1
                progress()
            else:
                yield archived(db, archive if keep_bytes else None, item)

    now_and_then = NowAndThen(db)
    with archive_of(db, result.run) as archive, closing(read_all(wanted(archive), workers)) as found:
        for number, read in enumerate(found, 1):
            keep(db, read, result, known)
            if not isinstance(read, Visit):
                progress()
            if number % OFTEN == 0:
                now_and_then()
            if time.monotonic() - result.beaten > HEARTBEAT:
                result.beaten = time.monotonic()
                store.beat(db, result.run, result.figures)
    line_up(db)
    store.finish_run(db, result.run, result.figures)
    return result


def archived(db: Database, archive: Archive | None, item: Item) -> Item:
    """Return the document with its fetched bytes put into the archive, unless they are in one."""
    if not isinstance(item, Document) or item.capture is None:
        return item
    if archive is None or store.has_capture(db, asdict(item)):
        return replace(item, capture=None)
    where = archive.keep(vars(item.capture))
    return replace(item, capture=replace(item.capture, content=b"", **where))


def is_current(db: Database, document: Document) -> bool:
    """Tell whether a document is stored as it is, with claims of this extractor."""
    return store.is_current(db, asdict(document), extractor_version())


def keep(db: Database, read: Read, result: RunResult, known: set[str]) -> None:
    """Store one document with its claims, or why there are none, and count it."""
    if isinstance(read, Failure):
        result.failures.append(read)
        store.put_failure(db, result.run, read.source, read.reason)
        return
    if isinstance(read, Visit):
        store.put_visit(db, result.run, asdict(read), result.new - result.counted)
        result.answered += read.error is None
        if read.listed is not None:
            result.counted = result.new
        return
    document, claims = read
    try:
        put_conflict(db, document.conflict, known)
        change = store.put_document(db, asdict(document), map(asdict, claims), extractor_version())
    except BadRecord as error:
        keep(db, Failure(source_of(document), str(error)), result, known)
        return
    setattr(result, change, getattr(result, change) + 1)
    if change == "removed" and document.capture and document.capture.file:  # while it was read
        erase(folder_of(path_of(db)), asdict(document.capture))
    if change in ("unchanged", "removed"):
        return
    result.claims += len(claims)
    if document.language not in (None, LANGUAGE):
        reason = f"It is in another language ({document.language}): kept, but no claims are read from it."
        keep(db, Failure(source_of(document), reason), result, known)


def put_conflict(db: Database, name: str | None, known: set[str]) -> None:
    """Store the data of a conflict, once in a run."""
    if name is not None and name not in known:
        store.put_conflict(db, conflict_row(load_conflict(name)))
        known.add(name)
