"""Reads on sources: what each gave, when it was last asked, and whether it has fallen silent."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from db.filter import ClaimFilter
from db.rows import Row, sql
from db.visits import stamp

SILENT = 7  # days without a new article after which a source is silent
WEEKS = 4  # before the last one, whose mean is what a source usually gives
FEWEST = 6  # articles a week from which on half of them is too few
TRIED = 3  # pages in one visit from which on it says something that none held an article

STATES = """
    SELECT s.address, s.publisher, s.country, s.party, s.feed, a.last AS fetched, a.error, a.until
    FROM sources AS s LEFT JOIN addresses AS a ON a.address = s.address
    WHERE s.conflict = :conflict
    ORDER BY s.party IS NULL, s.party, s.country, s.publisher"""
GIVEN = """
    SELECT o.address, count(*) AS articles, nullif(max(o.published), '') AS last_day,
           sum((SELECT count(*) FROM claims AS c WHERE c.document = o.document)) AS claims
    FROM document_sources AS o WHERE o.conflict = :conflict AND o.owner GROUP BY o.address"""
NOTHING = {"articles": 0, "last_day": None, "claims": 0}
BALANCE = """
    SELECT date(d.published, 'weekday 0', '-6 days') AS week, s.party, count(*) AS articles,
           sum((SELECT count(*) FROM claims AS c WHERE c.document = d.id)) AS claims
    FROM documents AS d LEFT JOIN document_sources AS o ON o.document = d.id AND o.owner
    LEFT JOIN sources AS s ON s.conflict = o.conflict AND s.address = o.address
    WHERE d.conflict = :conflict AND d.published IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"""


def given_by_sources(db: Database, conflict: str) -> dict[str, Row]:
    """Return by address what each source of a conflict gave: `articles`, `claims`, `last_day`."""
    return {row.pop("address"): row for row in db.query(GIVEN, {"conflict": conflict})}


def source_states(
    db: Database, conflict: str, now: datetime | None = None, given: dict[str, Row] | None = None
) -> list[Row]:
    """Return a conflict's sources, those of the parties first, with what they gave and how they are.

    Columns of `sources`; `articles`, `claims`, `last_day`, of `given` if that is known; `fetched`, `error`,
    `until` of the last visit; `silence`: in words, why something seems to be amiss, None if nothing does.
    """
    now = now or datetime.now(UTC)
    given = given_by_sources(db, conflict) if given is None else given
    rows = list(db.query(STATES, {"conflict": conflict}))
    for row in rows:
        row |= given.get(row["address"], NOTHING)
        row["silence"] = silence(db, row["address"], now) if row["feed"] else None
    return rows


def balance(db: Database, filter: ClaimFilter) -> list[Row]:
    """Return for each week (its Monday) and party the articles and claims of the party's own outlets.

    Of the filter only the conflict counts. The party is None for all who belong to none.
    """
    return list(db.query(BALANCE, {"conflict": filter.conflict}))


def troubled(db: Database, addresses: list[str], now: datetime | None = None) -> Iterator[tuple[str, str]]:
    """Yield the feeds with which something is amiss, and what, in words."""
    now = now or datetime.now(UTC)
    for address in addresses:
        row = next(iter(db.query("SELECT error FROM addresses WHERE address = ?", [address])), None)
        words = (row and row["error"]) or silence(db, address, now)
        if words:
            yield address, words


def silence(db: Database, address: str, now: datetime) -> str | None:
    """Return why a feed seems to have fallen silent, None if it does not. `now` is in UTC."""
    figures = figures_of(db, address, now)
    if figures["visits"] == 0:
        return None
    since = figures["last_new"] or figures["first"]
    days = (now - datetime.fromisoformat(since)).days
    if days >= SILENT:
        return f"Nothing new for {days} days."
    if figures["asked"] >= TRIED and figures["empty"] == figures["asked"]:
        return f"No article was found on any of the {figures['asked']} pages read last."
    if figures["usual"] >= FEWEST and figures["recent"] * 2 < figures["usual"]:
        return f"{figures['recent']} new articles in a week, where {figures['usual']:.0f} are usual."
    return None


def figures_of(db: Database, address: str, now: datetime) -> dict[str, Any]:
    """Return what the visits to a feed add up to."""
    week, month = (stamp(now - timedelta(days=days)) for days in (7, 7 + 7 * WEEKS))
    row = next(iter(db.query(
        sql(
            "SELECT count(*) AS visits, min(at) AS first, max(at) FILTER (WHERE new > 0) AS last_new,",
            "coalesce(sum(new) FILTER (WHERE at >= :week), 0) AS recent,",
            "coalesce(sum(new) FILTER (WHERE at < :week AND at >= :month), 0) AS earlier",
            "FROM visits WHERE address = :address",
        ),
        {"address": address, "week": week, "month": month},
    )))  # fmt: skip
    full = row["first"] is not None and row["first"] <= month
    row["usual"] = row["earlier"] / WEEKS if full else 0.0
    last = db.query(
        "SELECT asked, empty FROM visits WHERE address = ? AND asked > 0 ORDER BY id DESC", [address]
    )
    return {"asked": 0, "empty": 0, **next(iter(last), {}), **row}
