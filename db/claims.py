"""Questions about claims: a page of them, one with its evidence, those of a document."""

from collections.abc import Iterator
from typing import Literal

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import CLAIMS, Row, sql, unpacked, with_answers

Order = Literal["newest", "oldest", "largest", "party"]


NEWEST = "ORDER BY c.day DESC NULLS LAST, c.document, c.sentence_start, c.number"
OLDEST = "ORDER BY c.day ASC NULLS LAST, c.document, c.sentence_start, c.number"
LARGEST = "ORDER BY c.count DESC NULLS LAST, c.day DESC NULLS LAST, c.document, c.sentence_start, c.number"
PARTY = "ORDER BY c.claimant, c.day DESC NULLS LAST, c.document, c.sentence_start, c.number"
ORDERS = {"newest": NEWEST, "oldest": OLDEST, "largest": LARGEST, "party": PARTY}


def count_claims(db: Database, filter: ClaimFilter) -> int:
    """Return how many claims pass the filter."""
    condition, values = where(filter)
    return int(db.execute(sql("SELECT count(*) FROM claims AS c WHERE", condition), values).fetchone()[0])


def claims(
    db: Database, filter: ClaimFilter, order: Order = "newest", limit: int = 50, offset: int = 0
) -> list[Row]:
    """Return a page of claims with their document's title, url, publisher, published and kind."""
    condition, values = where(filter)
    statement = sql(CLAIMS, condition, ORDERS[order], "LIMIT :limit OFFSET :offset")
    return list(unpacked(db.query(statement, {**values, "limit": limit, "offset": offset})))


def iter_claims(db: Database, filter: ClaimFilter, order: Order = "newest") -> Iterator[Row]:
    """Yield all claims that pass the filter, a row at a time."""
    condition, values = where(filter)
    return unpacked(db.query(sql(CLAIMS, condition, ORDERS[order]), values))


LATEST = """
    c.number IN (SELECT c.number FROM claims AS c JOIN documents AS d ON d.id = c.document
                 WHERE /*where*/
                 ORDER BY coalesce(d.fetched, d.published, '') DESC, c.number DESC LIMIT :limit)
    ORDER BY coalesce(d.fetched, d.published, '') DESC, c.number DESC"""


def latest_claims(db: Database, filter: ClaimFilter, limit: int) -> list[Row]:
    """Return the claims that were read last, or if nothing says when, published last; with `fetched`."""
    condition, values = where(filter)
    statement = sql(CLAIMS, LATEST.replace("/*where*/", condition))
    return list(unpacked(db.query(statement, {**values, "limit": limit})))


def claim(db: Database, id: str) -> Row | None:
    """Return a claim with its `places` and `answers`, or None if there is none of that id."""
    row = next(unpacked(db.query(sql(CLAIMS, "c.id = ?"), [id])), None)
    return None if row is None else with_places(db, with_answers(db, [row]))[0]


def document_claims(db: Database, id: str) -> list[Row]:
    """Return the claims of a document in text order, with `places` and `answers`."""
    statement = sql(CLAIMS, "c.document = ? ORDER BY c.sentence_start, c.number")
    return with_places(db, with_answers(db, list(unpacked(db.query(statement, [id])))))


def with_places(db: Database, rows: list[Row]) -> list[Row]:
    """Give each claim its `places`: name, span, region and point."""
    for row in rows:
        places = db.query("SELECT * FROM claim_places WHERE claim = ? ORDER BY place_start", [row["number"]])
        row["places"] = [{key: place[key] for key in place if key != "claim"} for place in places]
    return rows
