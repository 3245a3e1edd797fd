"""What there is to choose from in each filter, and how many claims each choice would let through."""

from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import Row, sql
from db.totals import Kind, counted

# parameter of the URL → the filter's field that must not count, what its totals are told apart by, and how
# they are counted: from what is kept, else from the claims
FACETS: dict[str, tuple[dict[str, Any], Kind, str, str]] = {
    "conflict": (
        {"conflict": None},
        "all",
        """SELECT t.conflict AS value, o.title AS label, sum(t.n) AS n
           FROM /*cells*/ AS t JOIN conflicts AS o ON o.name = t.conflict""",
        """SELECT c.conflict AS value, o.title AS label, count(*) AS n
           FROM claims AS c JOIN conflicts AS o ON o.name = c.conflict WHERE""",
    ),
    "region": (
        {"regions": ()},
        "region",
        """SELECT t.value, r.name AS label, sum(t.n) AS n
           FROM /*cells*/ AS t JOIN regions AS r ON r.code = t.value""",
        """SELECT x.region AS value, r.name AS label, count(*) AS n
           FROM claims AS c JOIN claim_regions AS x ON x.claim = c.number
           JOIN regions AS r ON r.code = x.region WHERE""",
    ),
    "party": (
        {"parties": ()},
        "all",
        "SELECT t.claimant AS value, t.claimant AS label, sum(t.n) AS n FROM /*cells*/ AS t",
        "SELECT c.claimant AS value, c.claimant AS label, count(*) AS n FROM claims AS c WHERE",
    ),
    "accused": (
        {"accused": ()},
        "all",
        """SELECT t.accused AS value, t.accused AS label, sum(t.n) AS n
           FROM /*cells*/ AS t WHERE t.accused <> ''""",
        """SELECT c.accused AS value, c.accused AS label, count(*) AS n
           FROM claims AS c WHERE c.accused IS NOT NULL AND""",
    ),
    "category": (
        {"categories": ()},
        "all",
        "SELECT t.category AS value, t.category AS label, sum(t.n) AS n FROM /*cells*/ AS t",
        "SELECT c.category AS value, c.category AS label, count(*) AS n FROM claims AS c WHERE",
    ),
    "stance": (
        {"stances": ()},
        "all",
        "SELECT t.stance AS value, t.stance AS label, sum(t.n) AS n FROM /*cells*/ AS t",
        "SELECT c.stance AS value, c.stance AS label, count(*) AS n FROM claims AS c WHERE",
    ),
    "publisher": (
        {"publishers": ()},
        "publisher",
        "SELECT t.value, t.value AS label, sum(t.n) AS n FROM /*cells*/ AS t",
        """SELECT d.publisher AS value, d.publisher AS label, count(*) AS n
           FROM claims AS c JOIN documents AS d ON d.id = c.document WHERE d.publisher IS NOT NULL AND""",
    ),
}
FACET = "GROUP BY 1 ORDER BY 3 DESC, 2"  # a value has one label


def choices(db: Database, filter: ClaimFilter) -> dict[str, list[Row]]:
    """Return what there is to choose from for each parameter of the URL: value, label, n; most claims first.

    `n` counts the claims that all other parameters let through. A chosen value is listed even if n is 0.
    """
    chosen = filter.to_params()
    found = {}
    for name, (without, *_) in FACETS.items():
        rows = facet(db, replace(filter, **without), name)
        listed = {row["value"] for row in rows}
        rows += [
            {"value": value, "label": value, "n": 0} for value in chosen.get(name, []) if value not in listed
        ]
        found[name] = rows
    return found


def tellers(db: Database, filter: ClaimFilter) -> list[str]:
    """Return the publishers of the claims that pass the filter, those of most claims first."""
    return [row["value"] for row in facet(db, filter, "publisher")]


def facet(db: Database, filter: ClaimFilter, name: str) -> list[Row]:
    """Return the values of a parameter that claims that pass the filter have, with label and n."""
    _, by, kept, anew = FACETS[name]
    rows = counted(db, filter, sql(kept, FACET), by)
    if rows is None:
        condition, values = where(filter)
        rows = list(db.query(sql(anew, condition, FACET), values))
    return rows
