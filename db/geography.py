"""Reads for the map: where the claims of a filter are said to have happened, and the shape of the land."""

import json

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import Row, first, sql

SAID = """
    count(DISTINCT iif(c.stance = 'alleges', c.number, NULL)) AS alleges,
    count(DISTINCT iif(c.stance = 'denies', c.number, NULL)) AS denies,
    count(DISTINCT iif(c.stance = 'admits', c.number, NULL)) AS admits"""
BY_REGION = """
    SELECT r.code AS region, r.name, r.latitude, r.longitude, c.claimant, /*said*/
    FROM claims AS c JOIN claim_regions AS x ON x.claim = c.number JOIN regions AS r ON r.code = x.region
    WHERE"""
BY_PLACE = """
    SELECT x.region, x.name, min(x.latitude) AS latitude, min(x.longitude) AS longitude, c.claimant, /*said*/
    FROM claims AS c JOIN claim_places AS x ON x.claim = c.number
    WHERE x.latitude IS NOT NULL AND x.longitude IS NOT NULL AND"""


def by_region(db: Database, filter: ClaimFilter) -> list[Row]:
    """Return region, name, latitude, longitude, claimant, alleges, denies and admits, a row a claimant.

    A claim that names three regions counts in each of them.
    """
    return _counted(db, filter, BY_REGION)


def by_place(db: Database, filter: ClaimFilter) -> list[Row]:
    """Return the same for places that have a point; `region` is that of the place, None if it has none."""
    return _counted(db, filter, BY_PLACE)


def count_unplaced(db: Database, filter: ClaimFilter) -> Row:
    """Return how many claims of the filter name no region (`region`) and no place with a point (`place`)."""
    condition, values = where(filter)
    statement = sql(
        "SELECT coalesce(sum(c.region_set = ''), 0) AS region, coalesce(sum(c.number NOT IN",
        "(SELECT claim FROM claim_places WHERE latitude IS NOT NULL AND longitude IS NOT NULL)), 0) AS place",
        "FROM claims AS c WHERE",
        condition,
    )
    return next(iter(db.query(statement, values)))


def land(db: Database, filter: ClaimFilter) -> list[tuple[float, float]]:
    """Return the points (latitude, longitude in degrees) of all places that the filter's conflict knows."""
    row = first(db, "SELECT land FROM conflicts WHERE name = ?", filter.conflict)
    return [(latitude, longitude) for latitude, longitude in json.loads(row["land"])] if row else []


def _counted(db: Database, filter: ClaimFilter, select: str) -> list[Row]:
    condition, values = where(filter)
    statement = sql(select.replace("/*said*/", SAID), condition, "GROUP BY 1, 2, 5 ORDER BY 2, 1, 5")
    return list(db.query(statement, values))
