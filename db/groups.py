"""How many documents, disputes and accounts hold a claim that passes a filter, from totals kept of them.

A total knows what is said in a group, not where, when and by which publisher: `claims`, the JSON text
[["Norland","Sudland","other_strike","alleges"],["Sudland","","energy_strike","denies"]], of each claim once.
"""

import json
from itertools import product
from typing import Literal

from sqlite_utils import Database

from db.filter import NONE, ClaimFilter
from db.rows import Row

Kind = Literal["document", "dispute", "account"]

OTHERS = ("regions", "publishers", "date_from", "date_to", "text")
GROUPS = """
    SELECT coalesce(sum(t.n), 0) FROM group_totals AS t
    WHERE t.conflict = :conflict AND t.kind = :kind AND /*where*/"""
ALLEGATIONS = """
    SELECT s.claimant, sum(s.n) AS allegations, sum(s.n * s.answered) AS answered
    FROM (SELECT DISTINCT t.answered, t.claims, t.n, json_extract(g.value, '$[0]') AS claimant
          FROM group_totals AS t CROSS JOIN json_each(t.claims) AS g
          WHERE t.conflict = :conflict AND t.kind = 'account' AND json_extract(g.value, '$[3]') = 'alleges'
            AND /*where*/) AS s
    GROUP BY 1"""


def is_kept(filter: ClaimFilter) -> bool:
    """Return whether the totals of groups can answer for a filter."""
    return filter.conflict is not None and not any(getattr(filter, field) for field in OTHERS)


def count_groups(db: Database, filter: ClaimFilter, kind: Kind) -> int:
    """Return how many groups hold a claim that passes a filter that `is_kept`."""
    texts = telling(filter)
    condition, values = holding("t.claims", texts)
    if len(texts) > 1:  # all of it has to stand in one claim
        one = holding("g.value", texts)[0]
        condition += f" AND EXISTS (SELECT 1 FROM json_each(t.claims) AS g WHERE {one})"  # noqa: S608
    statement = GROUPS.replace("/*where*/", condition)
    given = {"conflict": filter.conflict, "kind": kind}
    return int(db.execute(statement, {**values, **given}).fetchone()[0])


def allegations(db: Database, filter: ClaimFilter) -> list[Row]:
    """Return how many different allegations each claimant makes that pass a filter that `is_kept`.

    Rows of `claimant`, `allegations`, and `answered`: those in a dispute in which somebody answers.
    """
    condition, values = holding("g.value", telling(filter))
    statement = ALLEGATIONS.replace("/*where*/", condition)
    return list(db.query(statement, {**values, "conflict": filter.conflict}))


def holding(column: str, texts: list[list[str]]) -> tuple[str, dict[str, str]]:
    """Return the condition that a column holds a text of each list, and its named values."""
    values = {f"text_{i}_{j}": text for i, some in enumerate(texts) for j, text in enumerate(some)}
    found = [[f"instr({column}, :text_{i}_{j})" for j, _ in enumerate(some)] for i, some in enumerate(texts)]
    return " AND ".join(["1", *(f"({' OR '.join(some)})" for some in found)]), values


def telling(filter: ClaimFilter) -> list[list[str]]:
    """Return texts of which one stands in a claim that is by, and against, and says what passes.

    A list for each of the three that is filtered. Nothing else looks so: within a name a quotation mark is
    escaped, and no name is that of a kind. To look for texts is many times as fast as to read a list.
    """
    kinds, stances = map(quoted, filter.categories), map(quoted, filter.stances)
    if filter.categories and filter.stances:
        said = [f",{kind},{stance}]" for kind, stance in product(kinds, stances)]
    else:
        said = [*(f",{kind}," for kind in kinds), *(f",{stance}]" for stance in stances)]
    by = [f"[{quoted(party)}," for party in filter.parties]
    against = [f",{quoted('' if party == NONE else party)}," for party in filter.accused]
    return [texts for texts in (by, against, said) if texts]


def quoted(value: str) -> str:
    """Return a value as it stands in `claims`."""
    return json.dumps(value, ensure_ascii=False)
