"""How many documents, disputes and accounts hold a claim that passes a filter, from totals kept of them.

A total knows what is said in a group, not where, when and by which publisher.
"""

from typing import Literal

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import Row, sql

Kind = Literal["document", "dispute", "account"]

# The filter's field → the condition on what is said in a group, [claimant, accused, category, stance].
CONDITIONS = {
    "parties": "json_extract(g.value, '$[0]') IN (SELECT value FROM json_each(:parties))",
    "accused": """(json_extract(g.value, '$[1]') IN (SELECT value FROM json_each(:accused))
                   OR (:no_accused AND json_extract(g.value, '$[1]') = ''))""",
    "categories": "json_extract(g.value, '$[2]') IN (SELECT value FROM json_each(:categories))",
    "stances": "json_extract(g.value, '$[3]') IN (SELECT value FROM json_each(:stances))",
}
OTHERS = ("regions", "publishers", "date_from", "date_to", "text")
GROUPS = """
    SELECT coalesce(sum(t.n), 0) FROM group_totals AS t
    WHERE t.conflict = :conflict AND t.kind = :kind AND /*where*/"""
ALLEGATIONS = """
    SELECT s.claimant, sum(s.n) AS allegations, sum(s.n * s.answered) AS answered
    FROM (SELECT DISTINCT t.answered, t.claims, t.n, json_extract(g.value, '$[0]') AS claimant
          FROM group_totals AS t CROSS JOIN json_each(t.claims) AS g
          WHERE t.conflict = :conflict AND t.kind = 'account' AND /*where*/
            AND json_extract(g.value, '$[3]') = 'alleges') AS s
    GROUP BY 1"""


def is_kept(filter: ClaimFilter) -> bool:
    """Return whether the totals of groups can answer for a filter."""
    return filter.conflict is not None and not any(getattr(filter, field) for field in OTHERS)


def count_groups(db: Database, filter: ClaimFilter, kind: Kind) -> int:
    """Return how many groups hold a claim that passes a filter that `is_kept`."""
    condition = passing(filter)
    if condition:
        condition = sql("EXISTS (SELECT 1 FROM json_each(t.claims) AS g WHERE", condition, ")")
    statement = GROUPS.replace("/*where*/", condition or "1")
    return int(db.execute(statement, {**where(filter)[1], "kind": kind}).fetchone()[0])


def allegations(db: Database, filter: ClaimFilter) -> list[Row]:
    """Return how many different allegations each claimant makes that pass a filter that `is_kept`.

    Rows of `claimant`, `allegations`, and `answered`: those in a dispute in which somebody answers.
    """
    statement = ALLEGATIONS.replace("/*where*/", passing(filter) or "1")
    return list(db.query(statement, where(filter)[1]))


def passing(filter: ClaimFilter) -> str:
    """Return the condition on what is said, empty if anything passes."""
    return " AND ".join(condition for field, condition in CONDITIONS.items() if getattr(filter, field))
