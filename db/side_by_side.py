"""The main page's table: a row a day and set of regions, a cell a side, answers under each allegation."""

import json

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
    WITH named AS (SELECT value AS name FROM json_each(:names))
    SELECT count(*) FROM documents AS d
    WHERE d.conflict = :conflict AND d.published BETWEEN :day AND date(:day, :days)
      AND (d.publisher IN (SELECT publisher FROM sources WHERE party IN named)
           OR EXISTS (SELECT 1 FROM claims AS c
                      WHERE c.document = d.id AND (c.claimant IN named OR c.accused IN named)))"""


def side_by_side(db: Database, filter: ClaimFilter, limit: int = 20, offset: int = 0) -> list[Row]:
    """Return a page of rows, the newest day first.

    A row has `conflict`, `day`, `regions`, `region_names`, `n` (claims in it) and `cells`: for each side the
    claims made by it (as `claims` gives them), each with `answers`; of no side under OTHERS, or under the
     claimant's name where the conflict has no sides. An allegation also has `read_after`: how many
    documents from or about the accused's side were published from that day on to DAYS_TO_ANSWER days later
    (None without a day or an accused). Answers are there whether or not the filter lets them through.
    """
    condition, values = where(filter)
    shown = SHOWN.replace("/*where*/", condition)
    page = list(db.query(sql(shown, PAGE), {**values, "limit": limit, "offset": offset}))
    counted: dict[tuple[str, ...], int] = {}
    for row in page:
        claims = list(unpacked(db.query(sql(CLAIMS, CELLS), {"numbers": row.pop("numbers")})))
        has_sides = bool(sides(db, row["conflict"]))
        row["regions"] = row.pop("region_set").split()
        row["region_names"] = claims[0]["region_names"]
        row["cells"] = {}
        for claim in with_answers(db, claims):
            if claim["stance"] == "alleges":
                key = (row["conflict"], row["day"] or "", claim["accused"] or "")
                if key not in counted and all(key):
                    counted[key] = read_after(db, *key)
                claim["read_after"] = counted.get(key)
            cell = claim["claimant_side"] or (OTHERS if has_sides else claim["claimant"])
            row["cells"].setdefault(cell, []).append(claim)
    return page


def count_rows(db: Database, filter: ClaimFilter) -> int:
    """Return how many rows `side_by_side` has in all."""
    condition, values = where(filter)
    return int(db.execute(sql(SHOWN.replace("/*where*/", condition), COUNT), values).fetchone()[0])


def read_after(db: Database, conflict: str, day: str, party: str) -> int:
    """Return how many documents from or about a party's side were published from a day on to a week later."""
    same_side = """SELECT other.name FROM parties AS one JOIN parties AS other USING (conflict, side)
                   WHERE one.conflict = ? AND one.name = ?"""
    names = {party, *(name for (name,) in db.execute(same_side, [conflict, party]))}
    values = {
        "conflict": conflict,
        "day": day,
        "days": f"+{DAYS_TO_ANSWER} days",
        "names": json.dumps(list(names)),
    }
    return int(db.execute(READ_AFTER, values).fetchone()[0])


def sides(db: Database, conflict: str) -> list[str]:
    """Return the names of a conflict's sides, [] if it has none."""
    found = db.execute("SELECT sides FROM conflicts WHERE name = ?", [conflict]).fetchone()
    return list(json.loads(found[0])) if found else []
