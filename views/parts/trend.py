"""How much a side alleges lately, next to the days before: the trend of a number."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from db.filter import ClaimFilter
from views.parts import words

_LENGTHS = 30, 7  # days


def days_of(chosen: ClaimFilter, last: Any) -> ClaimFilter:
    """The filter of the days that a trend rests on, of a view whose last day is `last`."""
    end = words.as_date(last)
    begin = end - timedelta(2 * max(_LENGTHS) - 1) if end else None
    return replace(chosen, date_from=max(filter(None, (begin, chosen.date_from)), default=None))


def trend(rows: Iterable[Mapping[str, Any]], parties: Container[str], first: Any, last: Any) -> str:
    """`3 in the 30 days to 2 May 2025, 1 in the 30 before`; of a short view weeks, of one of less than two
    nothing.

    `rows` have day, claimant, stance and n, as `queries.timeline` gives them; the view is from `first` to
    `last`.
    """
    begin, end = words.as_date(first), words.as_date(last)
    span = (end - begin).days + 1 if begin and end else 0
    length = next((days for days in _LENGTHS if span >= 2 * days), None)
    if end is None or length is None:
        return ""
    lately = before = 0
    for row in rows:
        day = words.as_date(row["day"])
        if day and row["stance"] == "alleges" and row["claimant"] in parties:
            age = (end - day).days // length
            lately += row["n"] * (age == 0)
            before += row["n"] * (age == 1)
    latest = f"{words.number(lately)} in the {length} days to {words.short_day(end)}"
    return f"{latest}, {words.number(before)} in the {length} before"
