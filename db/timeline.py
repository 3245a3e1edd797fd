"""Claims over time: how many there are in each day, week or month, by who says what."""

from typing import Literal

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import Row
from db.totals import cells

Step = Literal["day", "week", "month"]
# The first day of the bar that a day falls into; weeks begin on Monday.
BARS = {
    "day": "{day}",
    "week": "date({day}, 'weekday 0', '-6 days')",
    "month": "substr({day}, 1, 7) || '-01'",
}
BAR_ENDS = {
    "day": "date(b.day, '+1 day')",
    "week": "date(b.day, '+7 days')",
    "month": "date(b.day, '+1 month')",
}
TIMELINE = """
    SELECT b.day, b.claimant, p.side, b.category, b.stance, b.n, /*sentence*/ AS sentence
    FROM (/*bars*/) AS b LEFT JOIN parties AS p ON p.conflict = b.conflict AND p.name = b.claimant
    ORDER BY 1, 2, 4, 5"""
KEPT_BARS = """
    SELECT t.conflict, /*day*/ AS day, t.claimant, /*category*/ AS category, t.stance, sum(t.n) AS n
    FROM (/*cells*/) AS t WHERE t.value <> '' GROUP BY 1, 2, 3, 4, 5"""
COUNTED_BARS = """
    SELECT c.conflict, /*day*/ AS day, c.claimant, /*category*/ AS category, c.stance, count(*) AS n,
           c.sentence, min(c.day || printf(' %020d', c.number))  -- whose row gives the sentence
    FROM claims AS c WHERE c.day IS NOT NULL AND /*where*/ GROUP BY 1, 2, 3, 4, 5"""
FIRST_SENTENCE = """(
    SELECT c.sentence FROM claims AS c INDEXED BY claims_first
    WHERE c.conflict = b.conflict AND c.claimant = b.claimant AND c.category = b.category
      AND c.stance = b.stance AND c.day >= b.day AND c.day < /*end*/ AND /*where*/
    ORDER BY c.day, c.number LIMIT 1)"""


def timeline(db: Database, filter: ClaimFilter, step: Step = "day", in_full: bool = True) -> list[Row]:
    """Return day, claimant, side, category, stance and n, oldest day first; without the claims of no day.

    `day` is the first one of a bar of this step; `sentence` is that of the first of the n claims. If not
    `in_full`, there is no sentence, and the claims of all categories are in one row, whose own is None.
    """
    condition, values = where(filter)
    found = (
        None if filter.regions or filter.publishers else cells(filter, "month" if step == "month" else "day")
    )
    if found is None:
        bars = COUNTED_BARS.replace("/*day*/", BARS[step].format(day="c.day")).replace("/*where*/", condition)
        sentence, category = "b.sentence", "c.category"
    else:
        kept, more = found
        values |= more
        day = "t.value || '-01'" if step == "month" else BARS[step].format(day="t.value")
        bars = KEPT_BARS.replace("/*day*/", day).replace("/*cells*/", kept)
        sentence = FIRST_SENTENCE.replace("/*end*/", BAR_ENDS[step]).replace("/*where*/", condition)
        category = "t.category"
    bars = bars.replace("/*category*/", category if in_full else "NULL")
    statement = TIMELINE.replace("/*sentence*/", sentence if in_full else "NULL").replace("/*bars*/", bars)
    return list(db.query(statement, values))
