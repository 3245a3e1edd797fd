"""Reads for the map: where the claims of a filter are said to have happened, and the shape of the land."""

import json
from dataclasses import replace

from sqlite_utils import Database

from db.claims import count_claims
from db.filter import NONE, ClaimFilter, where
from db.rows import Row, first, sql
from db.totals import counted

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


PLACED = """
    SELECT count(DISTINCT c.number) FROM claims AS c JOIN claim_places AS x ON x.claim = c.number
    WHERE x.latitude IS NOT NULL AND x.longitude IS NOT NULL AND"""
KEPT_BY_REGION = """
    SELECT r.code AS region, r.name, r.latitude, r.longitude, k.claimant, k.alleges, k.denies, k.admits
    FROM (SELECT t.value, t.claimant, sum(t.n * (t.stance = 'alleges')) AS alleges,
                 sum(t.n * (t.stance = 'denies')) AS denies, sum(t.n * (t.stance = 'admits')) AS admits
          FROM /*cells*/ AS t GROUP BY 1, 2) AS k
    JOIN regions AS r ON r.code = k.value ORDER BY 2, 1, 5"""


def by_region(db: Database, filter: ClaimFilter) -> list[Row]:
    """Return region, name, latitude, longitude, claimant, alleges, denies and admits, a row a claimant.

    A claim that names three regions counts in each of them.
    """
    kept = counted(db, filter, KEPT_BY_REGION, "region")
    return anew(db, filter, BY_REGION) if kept is None else kept


def by_place(db: Database, filter: ClaimFilter) -> list[Row]:
    """Return the same for places that have a point; `region` is that of the place, None if it has none."""
    return anew(db, filter, BY_PLACE)


def count_of_no_region(db: Database, filter: ClaimFilter) -> int:
    """Return how many claims of the filter name no region."""
    if filter.regions and NONE not in filter.regions:
        return 0
    return count_claims(db, replace(filter, regions=(NONE,)))


def count_of_no_place(db: Database, filter: ClaimFilter) -> int:
    """Return how many claims of the filter name no place with a point."""
    condition, values = where(filter)
    statement = sql(PLACED, condition)
    return count_claims(db, filter) - int(db.execute(statement, values).fetchone()[0])


def land(db: Database, filter: ClaimFilter) -> list[tuple[float, float]]:
    """Return the points (latitude, longitude in degrees) of all places that the filter's conflict knows."""
    row = first(db, "SELECT land FROM conflicts WHERE name = ?", filter.conflict)
    return [(latitude, longitude) for latitude, longitude in json.loads(row["land"])] if row else []


def anew(db: Database, filter: ClaimFilter, select: str) -> list[Row]:
    """Return the rows of BY_REGION or BY_PLACE, counted from the claims."""
    condition, values = where(filter)
    statement = sql(select.replace("/*said*/", SAID), condition, "GROUP BY 1, 2, 5 ORDER BY 2, 1, 5")
    return list(db.query(statement, values))
