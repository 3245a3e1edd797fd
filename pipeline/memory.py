"""What a database remembers of the addresses that were asked before."""

from sqlite_utils import Database

from db import visits
from pipeline.addresses import Remembered
from pipeline.web import Known


def recall(db: Database, address: str) -> Remembered | None:
    """Return what is remembered of an address, None of one that was never asked."""
    row = visits.remembered(db, address)
    if row is None:
        return None
    known = Known(row["etag"], row["modified"])
    return Remembered(known, row["first"], row["last"], row["until"], bool(row["feed"]))
