"""Reads that count: claims a day, totals, and what there is to choose from in each filter."""

from dataclasses import replace

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import Row, sql

TIMELINE = """
    SELECT c.day, c.claimant, p.side, c.category, c.stance, count(*) AS n, min(c.number) AS first, c.sentence
    FROM claims AS c LEFT JOIN parties AS p ON p.conflict = c.conflict AND p.name = c.claimant
    WHERE c.day IS NOT NULL AND"""


def timeline(db: Database, filter: ClaimFilter) -> list[Row]:
    """Return day, claimant, side, category, stance and n, oldest day first; without the claims of no day.

    `sentence` is that of the first of the n claims.
    """
    condition, values = where(filter)
    return list(db.query(sql(TIMELINE, condition, "GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 4, 5"), values))


TOTALS = """
    SELECT count(*) AS claims, count(DISTINCT c.document) AS documents,
           count(DISTINCT d.publisher) AS publishers, count(DISTINCT c.dispute) AS disputes,
           coalesce(sum(c.dispute IS NULL), 0) AS waiting, min(c.day) AS first_day, max(c.day) AS last_day,
           coalesce(sum(d.kind = 'paraphrase'), 0) AS paraphrases
    FROM claims AS c JOIN documents AS d ON d.id = c.document WHERE"""
BY_CLAIMANT = """
    SELECT c.claimant, p.side, sum(c.stance = 'alleges') AS alleges, sum(c.stance = 'denies') AS denies,
           sum(c.stance = 'admits') AS admits,
           count(DISTINCT CASE WHEN c.stance = 'alleges' THEN c.account END) AS allegations,
           count(DISTINCT CASE WHEN c.stance = 'alleges' AND s.status IN (
               'denied', 'admitted', 'denied and admitted', 'countered') THEN c.account END) AS answered
    FROM claims AS c
    LEFT JOIN disputes AS s ON s.number = c.dispute
    LEFT JOIN parties AS p ON p.conflict = c.conflict AND p.name = c.claimant
    WHERE /*where*/
    GROUP BY 1, 2 ORDER BY count(*) DESC, 1"""


def totals(db: Database, filter: ClaimFilter) -> Row:
    """Return the figures of the claims that pass the filter.

    `claims`, `documents`, `publishers`, `disputes`, `waiting` (claims that are still to be lined up),
    `first_day`, `last_day`, `paraphrases` (claims of documents that are paraphrases); and `claimants`: for
    each its side, how many claims it alleges, denies, admits, how many different `allegations` these are, and
    how many of them are in a dispute in which somebody answers (`answered`).
    """
    condition, values = where(filter)
    row = next(iter(db.query(sql(TOTALS, condition), values)))
    row["claimants"] = list(db.query(BY_CLAIMANT.replace("/*where*/", condition), values))
    return row


# parameter of the URL → the filter's field that must not count, and what is counted
FACETS = {
    "conflict": (
        {"conflict": None},
        """SELECT c.conflict AS value, o.title AS label, count(*) AS n
           FROM claims AS c JOIN conflicts AS o ON o.name = c.conflict WHERE""",
    ),
    "region": (
        {"regions": ()},
        """SELECT x.region AS value, r.name AS label, count(*) AS n
           FROM claims AS c JOIN claim_regions AS x ON x.claim = c.number
           JOIN regions AS r ON r.code = x.region WHERE""",
    ),
    "party": (
        {"parties": ()},
        "SELECT c.claimant AS value, c.claimant AS label, count(*) AS n FROM claims AS c WHERE",
    ),
    "accused": (
        {"accused": ()},
        """SELECT c.accused AS value, c.accused AS label, count(*) AS n
           FROM claims AS c WHERE c.accused IS NOT NULL AND""",
    ),
    "category": (
        {"categories": ()},
        "SELECT c.category AS value, c.category AS label, count(*) AS n FROM claims AS c WHERE",
    ),
    "stance": (
        {"stances": ()},
        "SELECT c.stance AS value, c.stance AS label, count(*) AS n FROM claims AS c WHERE",
    ),
    "publisher": (
        {"publishers": ()},
        """SELECT d.publisher AS value, d.publisher AS label, count(*) AS n
           FROM claims AS c JOIN documents AS d ON d.id = c.document WHERE d.publisher IS NOT NULL AND""",
    ),
}


def choices(db: Database, filter: ClaimFilter) -> dict[str, list[Row]]:
    """Return what there is to choose from for each parameter of the URL: value, label, n; most claims first.

    `n` counts the claims that all other parameters let through. A chosen value is listed even if n is 0.
    """
    chosen = filter.to_params()
    found = {}
    for name, (without, select) in FACETS.items():
        condition, values = where(replace(filter, **without))  # type: ignore[arg-type]
        rows = list(db.query(sql(select, condition, "GROUP BY 1, 2 ORDER BY n DESC, label"), values))
        listed = {row["value"] for row in rows}
        rows += [
            {"value": value, "label": value, "n": 0} for value in chosen.get(name, []) if value not in listed
        ]
        found[name] = rows
    return found
