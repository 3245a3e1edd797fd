"""Questions about claims: a page of them, one with its evidence, those of a document."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import CLAIMS, Row, sql, unpacked, with_answers
from db.totals import counted

Order = Literal["newest", "oldest", "largest", "party"]


NEWEST = "ORDER BY c.day DESC NULLS LAST, c.document, c.sentence_start, c.number"
OLDEST = "ORDER BY c.day ASC NULLS LAST, c.document, c.sentence_start, c.number"
LARGEST = "ORDER BY c.count DESC NULLS LAST, c.day DESC NULLS LAST, c.document, c.sentence_start, c.number"
PARTY = "ORDER BY c.claimant, c.day DESC NULLS LAST, c.document, c.sentence_start, c.number"
ORDERS = {"newest": NEWEST, "oldest": OLDEST, "largest": LARGEST, "party": PARTY}
# The index that has the claims of a conflict in each order, for oldest first all but those of one day.
IN_ORDER = {
    "newest": "claims_newest",
    "oldest": "claims_newest",
    "largest": "claims_largest",
    "party": "claims_party",
}
COUNT = "SELECT coalesce(sum(t.n), 0) AS n FROM /*cells*/ AS t"
NUMBERED = """
    WITH page AS MATERIALIZED (SELECT c.number FROM claims AS c /*indexed*/ WHERE /*where*/ /*order*/
                               LIMIT :limit OFFSET :offset)"""


def count_claims(db: Database, filter: ClaimFilter) -> int:
    """Return how many claims pass the filter."""
    kept = counted(db, filter, COUNT)
    if kept is not None:
        return int(kept[0]["n"])
    condition, values = where(filter)
    return int(db.execute(sql("SELECT count(*) FROM claims AS c WHERE", condition), values).fetchone()[0])


def claims(
    db: Database, filter: ClaimFilter, order: Order = "newest", limit: int = 50, offset: int = 0
) -> list[Row]:
    """Return a page of claims with their document's title, url, publisher, published and kind."""
    condition, values = where(filter)
    indexed = f"INDEXED BY {IN_ORDER[order]}" if goes_through(db, filter, limit + offset) else ""
    page = NUMBERED.replace("/*indexed*/", indexed).replace("/*where*/", condition)
    statement = sql(page.replace("/*order*/", ORDERS[order]), CLAIMS, "c.number IN page", ORDERS[order])
    return list(unpacked(db.query(statement, {**values, "limit": limit, "offset": offset})))


def goes_through(db: Database, filter: ClaimFilter, wanted: int) -> bool:
    """Return whether to go through a conflict's claims in their order until enough pass the filter.

    The other way is to find all that pass and sort them. One costs the conflict's claims a passing one, the
    other the passing ones.
    """
    if filter.conflict is None:
        return False
    passing = probable(db, filter)
    return passing * passing > wanted * count_claims(db, ClaimFilter(conflict=filter.conflict))


PROBE = 20_000
"""Claims with the words that are looked for, above which they count as many."""


def probable(db: Database, filter: ClaimFilter) -> int:
    """Return how many claims pass the filter, of several regions or with words too many."""
    kept = counted(db, filter, COUNT)
    if kept is not None:
        return int(kept[0]["n"])
    least = [
        count_claims(db, replace(filter, text=None, regions=regions, publishers=publishers))
        for regions, publishers in (*(((region,), ()) for region in filter.regions), ((), filter.publishers))
    ]
    found = min(sum(least[:-1]), least[-1]) if filter.regions else least[-1]
    if filter.text:
        statement = """
            SELECT count(*) FROM (SELECT 1 FROM claims_fts WHERE claims_fts MATCH :text LIMIT :most)"""
        values = {"text": where(filter)[1]["text"], "most": PROBE}
        found = min(found, int(db.execute(statement, values).fetchone()[0]))
    return found


def iter_claims(db: Database, filter: ClaimFilter, order: Order = "newest") -> Iterator[Row]:
    """Yield all claims that pass the filter, a row at a time."""
    condition, values = where(filter)
    return unpacked(db.query(sql(CLAIMS, condition, ORDERS[order]), values))


# From the latest document on, until enough pass; or all that pass, sorted.
LATEST_DOCUMENTS = "documents AS d INDEXED BY documents_latest CROSS JOIN claims AS c ON c.document = d.id"
ALL_DOCUMENTS = "claims AS c JOIN documents AS d ON d.id = c.document"
LATEST = """
    c.number IN (SELECT c.number FROM /*documents*/ WHERE /*where*/
                 ORDER BY coalesce(d.fetched, d.published, '') DESC, c.number DESC LIMIT :limit)
    ORDER BY coalesce(d.fetched, d.published, '') DESC, c.number DESC"""


def latest_claims(db: Database, filter: ClaimFilter, limit: int) -> list[Row]:
    """Return the claims that were read last, or if nothing says when, published last; with `fetched`."""
    condition, values = where(filter)
    through = goes_through(db, filter, limit)
    latest = LATEST.replace("/*documents*/", LATEST_DOCUMENTS if through else ALL_DOCUMENTS)
    if through:
        condition = f"d.conflict = :conflict AND {condition}"
    statement = sql(CLAIMS, latest.replace("/*where*/", condition))
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
