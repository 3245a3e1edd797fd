"""Sums over the totals that are kept of claims, for filters that these can answer: exact, of few rows.

Filters without days are answered by the totals of all time, others by those of months: months that a filter
cuts through are counted from the totals of days, or from the claims. A total knows one region or one
publisher: what asks for more is counted anew.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Literal

from sqlite_utils import Database

from db.filter import NONE, ClaimFilter, where
from db.rows import Row, sql

Kind = Literal["all", "month", "day", "region", "publisher"]

KEPT = """
    SELECT kept.conflict, /*value*/ AS value, kept.claimant, kept.accused, kept.category, kept.stance, kept.n
    FROM /*totals*/ AS kept WHERE"""
ANEW = """
    SELECT c.conflict, /*value*/ AS value, c.claimant, coalesce(c.accused, '') AS accused, c.category,
           c.stance, 1 AS n
    FROM claims AS c /*join*/ WHERE"""
JOINS = {
    "region": ("x.region", "JOIN claim_regions AS x ON x.claim = c.number"),
    "publisher": ("d.publisher", "JOIN documents AS d ON d.id = c.document AND d.publisher IS NOT NULL"),
}
CONDITIONS = {
    "parties": "kept.claimant IN (SELECT value FROM json_each(:parties))",
    "accused": """(kept.accused IN (SELECT value FROM json_each(:accused))
                   OR (:no_accused AND kept.accused = ''))""",
    "categories": "kept.category IN (SELECT value FROM json_each(:categories))",
    "stances": "kept.stance IN (SELECT value FROM json_each(:stances))",
    "publishers": "kept.value IN (SELECT value FROM json_each(:publishers))",
}


def cells(filter: ClaimFilter, by: Kind = "all") -> tuple[str, dict[str, Any]] | None:
    """Return a SELECT of conflict, value, claimant, accused, category, stance and n, with its values.

    `value` is the month (empty if unknown), day, region or publisher if the rows are told apart `by` it; a
    claim that names two regions is then in two rows. None: the totals cannot answer for this filter.
    """
    kind = kind_for(filter, by)
    if kind is None:
        return None
    _, values = where(filter)
    fixed = [
        "kept.conflict = :conflict" if filter.conflict else "kept.conflict IN (SELECT name FROM conflicts)"
    ]
    fixed += [f"kept.kind = '{kind}'"]
    if kind == "region" and by != "region":
        fixed.append("kept.value = :region")
        values["region"] = filter.regions[0]
    fixed += [condition for field, condition in CONDITIONS.items() if getattr(filter, field)]
    if kind == "day":
        return sql(kept(), *conjoined(fixed, days(filter))), values
    if by != "month" and not (filter.date_from or filter.date_to):
        return sql(kept(totals="overall_totals"), *conjoined(fixed)), values
    select = kept("kept.month" if by == "month" else "kept.value")
    whole, edges = months(filter)
    values |= whole
    bounds = [
        f"kept.month {sign} :{name}"
        for name, sign in (("month_from", ">="), ("month_to", "<="))
        if name in whole
    ]
    bounds += ["kept.month <> ''"] if filter.date_from or filter.date_to else []
    bounds += ["kept.value = ''"] if kind == "all" else []  # which it is: so the months are in order
    parts = [sql(select, *conjoined(fixed, bounds))]
    for number, (first, last) in enumerate(edges):
        edge = replace(filter, date_from=first, date_to=last)
        if kind == "all":
            condition = sql(*conjoined([fixed[0], "kept.kind = 'day'", *fixed[2:]], days(edge)))
            part = sql(select, condition)
        else:
            value, join = JOINS[by] if by == kind else ("substr(c.day, 1, 7)", "")
            condition = where(edge)[0]
            part = sql(ANEW.replace("/*value*/", value).replace("/*join*/", join), condition)
        parts.append(part.replace(":date_from", f":from_{number}").replace(":date_to", f":to_{number}"))
        values |= {f"from_{number}": first.isoformat(), f"to_{number}": last.isoformat()}
    return sql(" UNION ALL ".join(parts)), values


def kept(value: str = "kept.value", totals: str = "claim_totals") -> str:
    """Return the beginning of a SELECT of totals, up to its condition."""
    return KEPT.replace("/*value*/", value).replace("/*totals*/", totals)


def kind_for(filter: ClaimFilter, by: Kind) -> str | None:
    """Return which totals answer: those of all claims, or of one region, one publisher or day each."""
    if filter.text or (filter.regions and filter.publishers) or len(filter.regions) > 1:
        return None
    is_plain = by in ("all", "month")
    if filter.regions:
        return None if not is_plain else "no region" if filter.regions == (NONE,) else "region"
    if filter.publishers:
        return "publisher" if is_plain or by == "publisher" else None
    return "all" if is_plain else by


def days(filter: ClaimFilter) -> list[str]:
    """Return the conditions on a total's day."""
    bounds = {"date_from": "kept.value >= :date_from", "date_to": "kept.value <= :date_to"}
    return [condition for field, condition in bounds.items() if getattr(filter, field)]


def months(filter: ClaimFilter) -> tuple[dict[str, str], list[tuple[date, date]]]:
    """Return the first and last month that lie whole in a filter's days, and the stretches beside them."""
    first, last = filter.date_from, filter.date_to
    whole: dict[str, str] = {}
    if first is None and last is None:
        return whole, []
    after = None if last in (None, date.max) else last + timedelta(1)  # the first day that is not in it
    start = first if first is None or first.day == 1 else next_month(first)
    stop = after if after is None or after.day == 1 else after.replace(day=1)
    if start is not None:
        whole["month_from"] = f"{start:%Y-%m}"
    if stop is not None:
        whole["month_to"] = f"{stop - timedelta(1):%Y-%m}"
    if first and after and start and stop and start >= stop:  # no month is whole
        return {"month_from": "9", "month_to": "0"}, [(first, after - timedelta(1))]
    edges = []
    if first and start and first < start:
        edges.append((first, start - timedelta(1)))
    if after and stop and stop < after:
        edges.append((stop, after - timedelta(1)))
    return whole, edges


def next_month(day: date) -> date:
    """Return the first day of the next month."""
    return (day.replace(day=1) + timedelta(32)).replace(day=1)


def conjoined(*conditions: list[str]) -> Iterator[str]:
    """Yield the conditions with AND between them."""
    yield " AND ".join(condition for some in conditions for condition in some)


def counted(db: Database, filter: ClaimFilter, statement: str, by: Kind = "all") -> list[Row] | None:
    """Return the rows of a statement that reads /*cells*/, None if the totals cannot answer."""
    found = cells(filter, by)
    if found is None:
        return None
    return list(db.query(statement.replace("/*cells*/", f"({found[0]})"), found[1]))


def is_broad(filter: ClaimFilter) -> bool:
    """Return whether a filter is best counted by going through all claims of its conflict in an index."""
    narrow = filter.regions or filter.publishers or filter.text
    return filter.conflict is not None and not narrow


def is_whole(filter: ClaimFilter) -> bool:
    """Return whether nothing but the conflict is filtered."""
    return filter == ClaimFilter(conflict=filter.conflict)
