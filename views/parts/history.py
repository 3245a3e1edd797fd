"""The timeline of a filter: its bars counted by the database, in the steps that its span calls for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from db import queries
from db.filter import ClaimFilter
from views.parts import words
from views.parts.sides import Side
from views.parts.timeline import Timeline, read_timeline, since_when, step_for

Ask = Callable[..., Any]
"""Puts a question of `db.queries` with what it is about, and returns the answer."""


def timeline_of(
    ask: Ask, chosen: ClaimFilter, sides: Sequence[Side], span: str | None, in_full: bool = True
) -> Timeline | None:
    """The timeline of so many years as `span` says; None if no claim has both a day and a side.

    It knows sentences and tells categories apart if it is to be `in_full`.
    """
    ends = ends_of(ask, chosen)
    first, last = (words.as_date(end["day"]) for end in ends) if ends else (None, None)
    if first is None or last is None:
        return None
    since = since_when(ends, span)
    earlier = 0
    if since:
        earlier = ask(queries.count_claims, replace(chosen, date_to=since - timedelta(1)))
        first, chosen = since, replace(chosen, date_from=since)
    step = step_for(first, last)
    return read_timeline(ask(queries.timeline, chosen, step, in_full), sides, step, earlier)


def ends_of(ask: Ask, chosen: ClaimFilter) -> list[dict[str, Any]]:
    """The first and the last day of the claims as rows with a `day`; none if no claim has one."""
    found = ask(queries.figures, chosen)  # which the page has asked for before
    return [{"day": day} for day in (found["first_day"], found["last_day"]) if day]
