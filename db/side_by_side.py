"""The table of the main page: a row a day and set of regions, a cell a side, the answers under each allegation."""

from typing import Any

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import CLAIMS, Row, sql, unpacked, with_answers

OTHERS = "others"  # the cell of claimants that belong to no side
DAYS_TO_ANSWER = 7

# A denial that is shown under the allegation it answers makes no row of its own, if that allegation is shown.
SHOWN = """
    WITH chosen AS MATERIALIZED (
        SELECT c.number, c.conflict, c.day, c.region_set, c.stance FROM claims AS c WHERE /*where*/
    ),
    shown AS MATERIALIZED (
        SELECT * FROM chosen
        WHERE stance = 'alleges'
           OR number NOT IN (SELECT answer FROM answers WHERE allegation IN (SELECT number FROM chosen))
    )"""
PAGE = """
    SELECT conflict, day, region_set, count(*) AS n, json_group_array(number) AS numbers
    FROM shown GROUP BY conflict, day, region_set
    ORDER BY day DESC NULLS LAST, conflict, n DESC, region_set LIMIT :limit OFFSET :offset"""
COUNT = "SELECT count(*) FROM (SELECT 1 FROM shown GROUP BY conflict, day, region_set)"
CELLS = """c.number IN (SELECT value FROM json_each(:numbers))
    ORDER BY c.stance <> 'alleges', c.category, c.document, c.sentence_start, c.number"""
READ_AFTER = """
    SELECT count(*) FROM documents AS d
    WHERE d.conflict = :conflict AND d.published BETWEEN :day AND date(:day, :days)
      AND (d.publisher IN (SELECT s.publisher FROM sources AS s
                           JOIN parties AS p ON p.conflict = d.conflict AND p.name = s.party WHERE p.side = :side)
           OR EXISTS (SELECT 1 FROM claims AS c JOIN parties AS p ON p.conflict = c.conflict
                      AND p.name IN (c.claimant, c.accused)
                      WHERE c.document = d.id AND p.side = :side))"""


def side_by_side(db: Database, filter: ClaimFilter, limit: int = 20, offset: int = 0) -> list[Row]:
    """Return a page of rows, the newest day first.

    A row has `conflict`, `day`, `regions`, `region_names`, `n` (claims in it) and `cells`: for each side, and for
    "others", the claims made by it (rows as of `claims`), each with `answers`. An allegation also has `read_after`:
    how many documents from or about the accused's side were published from that day on to seven days later, None if
    there is no day or no side. Answers are shown whether or not the filter lets them through.
    """
    condition, values = where(filter)
    shown = SHOWN.replace("/*where*/", condition)
    page = list(db.query(sql(shown, PAGE), {**values, "limit": limit, "offset": offset}))
    for row in page:
        claims = with_answers(
            db, list(unpacked(db.query(sql(CLAIMS, CELLS), {"numbers": row.pop("numbers")})))
        )
        row["regions"] = row.pop("region_set").split()
        row["region_names"] = claims[0]["region_names"]
        row["cells"] = {}
        for claim in claims:
            if claim["stance"] == "alleges":
                claim["read_after"] = read_after(db, row["conflict"], row["day"], claim["accused_side"])
            row["cells"].setdefault(claim["claimant_side"] or OTHERS, []).append(claim)
    return page


def count_rows(db: Database, filter: ClaimFilter) -> int:
    """Return how many rows `side_by_side` has in all."""
    condition, values = where(filter)
    return int(db.execute(sql(SHOWN.replace("/*where*/", condition), COUNT), values).fetchone()[0])


def read_after(db: Database, conflict: str, day: str | None, side: str | None) -> int | None:
    """Return how many documents from or about a side were published from a day on to DAYS_TO_ANSWER days later."""
    if day is None or side is None:
        return None
    values: dict[str, Any] = {
        "conflict": conflict,
        "day": day,
        "days": f"+{DAYS_TO_ANSWER} days",
        "side": side,
    }
    return int(db.execute(READ_AFTER, values).fetchone()[0])
