"""Removes documents by what a person calls them, and lines up anew what they leave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from db import removal
from db.removal import Removed
from pipeline.disputes.crowds import RARE
from pipeline.documents import canonical_address, document_id
from pipeline.errors import NotStored
from pipeline.lining import line_up
from pipeline.reader import Item
from pipeline.records import Document
from pipeline.sources import read_sample
from pipeline.streams import counted


@dataclass(frozen=True)
class Removal:
    """What was removed, and how many disputes that it belonged to are left, lined up anew."""

    documents: tuple[Removed, ...]
    disputes: int

    def __str__(self) -> str:
        of = {
            name: sum(getattr(one, f"{name}s") for one in self.documents)
            for name in ("claim", "link", "failure", "page")
        }
        *gone, last = [counted(n, "kept page" if name == "page" else name) for name, n in of.items()]
        documents, disputes = counted(len(self.documents), "document"), counted(self.disputes, "dispute")
        return f"{documents} removed, with {', '.join(gone)} and {last}; {disputes} lined up anew."


def ids_of(db: Database, name: str) -> list[str]:
    """Return the ids of the documents that have a name: an id, an address, or the file they were read from.

    Raises NotStored if there is none.
    """
    names = {name, str(Path(name))}
    if address := canonical_address(name):
        names |= {address, document_id(address, "")}
    ids = removal.named(db, names)
    if not ids:
        raise NotStored(
            f"There is no document {name!r} in the database: name it by its id, its address, or, if it has "
            "none, the file that it was read from."
        )
    return ids


def sample_ids(db: Database) -> list[str]:
    """Return the ids of the stored documents that are of the sample. Raises NotStored if none is."""
    ids = removal.named(db, (one.id for one in read_sample() if isinstance(one, Document)))
    if not ids:
        raise NotStored("The database holds nothing of the sample.")
    return ids


def remove(db: Database, ids: Iterable[str]) -> Removal:
    """Remove documents with all that hangs on them. Raises DatabaseError."""
    found = removal.remove(db, list(dict.fromkeys(ids)), RARE)
    disputes = removal.count_stale(db)
    line_up(db)
    if found:
        removal.leave_no_trace(db)
    return Removal(tuple(found), disputes)


def readmitted(db: Database, documents: Iterable[Item]) -> Iterator[Item]:
    """Yield the documents, each let in again if it was removed."""
    for item in documents:
        if isinstance(item, Document) and removal.is_removed(db, item.id):
            removal.readmit(db, item.id)
        yield item
