"""The figures of a filter's claims: how many, in how many documents and disputes, of which days, by whom."""

import json
from dataclasses import replace
from datetime import date, timedelta

from sqlite_utils import Database

from db.claims import count_claims
from db.disputes import ANSWERED, count_disputes
from db.filter import ClaimFilter, where
from db.groups import allegations, count_groups, is_kept
from db.rows import Row, sql
from db.totals import counted, is_broad, next_month

# For a filter that is soon gone through: all figures of its claims at once.
TOTALS = """
    SELECT count(*) AS claims, count(DISTINCT c.document) AS documents,
           count(DISTINCT d.publisher) AS publishers, count(DISTINCT c.dispute) AS disputes,
           coalesce(sum(c.dispute IS NULL), 0) AS waiting, min(c.day) AS first_day, max(c.day) AS last_day
    FROM claims AS c JOIN documents AS d ON d.id = c.document WHERE"""
BY_CLAIMANT = """
    SELECT c.claimant, p.side, sum(c.stance = 'alleges') AS alleges, sum(c.stance = 'denies') AS denies,
           sum(c.stance = 'admits') AS admits,
           count(DISTINCT CASE WHEN c.stance = 'alleges' THEN c.account END) AS allegations,
           count(DISTINCT CASE WHEN c.stance = 'alleges'
                                AND s.status IN (SELECT value FROM json_each(:answered))
                               THEN c.account END) AS answered
    FROM claims AS c LEFT JOIN disputes AS s ON s.number = c.dispute
    LEFT JOIN parties AS p ON p.conflict = c.conflict AND p.name = c.claimant
    WHERE /*where*/
    GROUP BY 1, 2 ORDER BY count(*) DESC, 1"""
KEPT_BY_CLAIMANT = """
    SELECT t.claimant, p.side, sum(t.n * (t.stance = 'alleges')) AS alleges,
           sum(t.n * (t.stance = 'denies')) AS denies, sum(t.n * (t.stance = 'admits')) AS admits
    FROM /*cells*/ AS t
    LEFT JOIN parties AS p ON p.conflict = t.conflict AND p.name = t.claimant
    GROUP BY 1, 2 ORDER BY sum(t.n) DESC, 1"""
# Different allegations, and those in a dispute in which somebody answers.
ALLEGATIONS = """
    SELECT a.claimant, count(*) AS allegations,
           coalesce(sum(s.status IN (SELECT value FROM json_each(:answered))), 0) AS answered
    FROM (SELECT DISTINCT c.dispute, c.account, c.claimant FROM claims AS c INDEXED BY claims_by_account
          WHERE c.stance = 'alleges' AND c.account IS NOT NULL AND /*where*/) AS a
    JOIN disputes AS s ON s.number = a.dispute
    GROUP BY 1"""
DOCUMENTS = "SELECT count(DISTINCT c.document) FROM claims AS c INDEXED BY claims_by_document WHERE"
PUBLISHERS = "SELECT count(DISTINCT t.value) AS n FROM /*cells*/ AS t"
WAITING = "SELECT count(*) FROM claims AS c INDEXED BY claims_waiting WHERE c.dispute IS NULL AND"
# Of the claims with some words as many as are to be counted.
WITH_WORDS = """
    SELECT count(*) FROM (
        SELECT /*what*/ FROM claims_fts CROSS JOIN claims AS c ON c.number = claims_fts.rowid
        WHERE claims_fts MATCH :text AND /*where*/ LIMIT :most)"""
STATUSES = {"answered": json.dumps(ANSWERED)}


MOST = 25_000
"""Claims with the words that are looked for, of which figures are made; each of them has to be looked at."""


def figures(db: Database, filter: ClaimFilter) -> Row:
    """Return the `totals` of a filter, with `more`: of which of its figures there are more than it says.

    Where more than MOST claims have the words of the filter, only `claims` and `disputes` are counted, up to
    MOST.
    """
    if filter.text is None or count_with_words(db, filter) <= MOST:
        return {**totals(db, filter), "more": ()}
    disputes = count_with_words(db, filter, "DISTINCT c.dispute")
    more = ("claims", "disputes") if disputes > MOST else ("claims",)
    return {"claims": MOST, "disputes": min(disputes, MOST), "more": more}


def count_with_words(db: Database, filter: ClaimFilter, what: str = "c.number") -> int:
    """Return how many claims pass a filter with words, or how many values they have, up to one above MOST."""
    condition, values = where(replace(filter, text=None))
    statement = WITH_WORDS.replace("/*what*/", what).replace("/*where*/", condition)
    given = {**values, "text": where(filter)[1]["text"], "most": MOST + 1}
    return int(db.execute(statement, given).fetchone()[0])


def totals(db: Database, filter: ClaimFilter) -> Row:
    """Return the figures of the claims that pass the filter.

    `claims`, `documents`, `publishers`, `disputes`, `waiting` (claims that are still to be lined up),
    `first_day`, `last_day`; and `claimants`: for each its side, how many claims it alleges, denies, admits,
    how many different `allegations` these are, and how many of them are in a dispute in which somebody
    answers (`answered`).
    """
    return narrow_totals(db, filter) if is_narrow(db, filter) else broad_totals(db, filter)


FEW = 30
"""One in so many of a conflict's claims: if fewer pass, to look at each is cheaper than an index of all."""


def is_narrow(db: Database, filter: ClaimFilter) -> bool:
    """Return whether the figures of a filter are best counted from the claims that pass, one by one."""
    if not is_broad(filter) or is_kept(filter):
        return not is_broad(filter)
    return FEW * count_claims(db, filter) < count_claims(db, ClaimFilter(conflict=filter.conflict))


def narrow_totals(db: Database, filter: ClaimFilter) -> Row:
    """Return the same from the claims alone."""
    condition, values = where(filter)
    row = next(iter(db.query(sql(TOTALS, condition), values)))
    row["claimants"] = list(db.query(BY_CLAIMANT.replace("/*where*/", condition), {**values, **STATUSES}))
    return row


def broad_totals(db: Database, filter: ClaimFilter) -> Row:
    """Return the same from what is kept, and what is to be counted once from indexes in whose order it is."""
    condition, values = where(filter)
    claimants = counted(db, filter, KEPT_BY_CLAIMANT) or []
    if is_kept(filter):
        documents, found = count_groups(db, filter, "document"), allegations(db, filter)
    else:
        documents = db.execute(sql(DOCUMENTS, condition), values).fetchone()[0]
        statement = ALLEGATIONS.replace("/*where*/", condition)
        found = list(db.query(statement, {**values, **STATUSES}))
    said = {one["claimant"]: one for one in found}
    for one in claimants:
        mine = said.get(one["claimant"], {})
        one |= {name: mine.get(name, 0) for name in ("allegations", "answered")}
    publishers = counted(db, filter, PUBLISHERS, "publisher") or [{"n": 0}]
    return {
        "claims": count_claims(db, filter),
        "documents": documents,
        "publishers": publishers[0]["n"],
        "disputes": count_disputes(db, filter),
        "waiting": db.execute(sql(WAITING, condition), values).fetchone()[0],
        **span(db, filter),
        "claimants": claimants,
    }


# In the order of the totals, so that no more of them are read than until the first that passes.
FIRST = "SELECT t.value FROM /*cells*/ AS t WHERE t.value <> '' ORDER BY t.value LIMIT 1"
LAST = "SELECT t.value FROM /*cells*/ AS t WHERE t.value <> '' ORDER BY t.value DESC LIMIT 1"


def span(db: Database, filter: ClaimFilter) -> Row:
    """Return the first and the last day of the claims that pass a filter that `is_broad`."""
    found: Row = {"first_day": None, "last_day": None}
    for name, statement in zip(found, (FIRST, LAST), strict=True):
        for month in counted(db, filter, statement, "month") or []:
            first, last = month_days(month["value"])
            within = replace(
                filter,
                date_from=max(first, filter.date_from or first),
                date_to=min(last, filter.date_to or last),
            )
            for day in counted(db, within, statement, "day") or []:
                found[name] = day["value"]
    return found


def month_days(month: str) -> tuple[date, date]:
    """Return the first and the last day of a month, given as YYYY-MM."""
    first = date.fromisoformat(f"{month}-01")
    return first, next_month(first) - timedelta(1)


def paraphrased(db: Database, filter: ClaimFilter) -> tuple[int, int]:
    """Return how many documents of the filter's conflict are paraphrases, and how many there are."""
    of = ":conflict" if filter.conflict else "SELECT name FROM conflicts"
    statement = sql(
        "SELECT (SELECT count(*) FROM documents AS d WHERE d.kind = 'paraphrase' AND d.conflict IN (",
        of,
        ")), (SELECT coalesce(sum(t.documents), 0) FROM document_totals AS t WHERE t.conflict IN (",
        of,
        "))",
    )
    paraphrases, documents = db.execute(statement, {"conflict": filter.conflict}).fetchone()
    return paraphrases, documents
