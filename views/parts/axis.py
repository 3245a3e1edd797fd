"""The axis of days under a chart, and the round numbers beside it."""

from datetime import date, timedelta
from typing import Any

from views.parts.colours import INKS

HEIGHT = 26  # pixels
_EDGE = 0.03  # no label nearer to an edge than this share of the width


def days(first: date, end: date, labels: int, mode: str) -> dict[str, Any]:
    """Plotly's axis from the first day to the end (not in it), with so many labels or a few more or less."""
    inks, span = INKS[mode], (end - first).days
    noon = "T12:00" if span <= 110 else ""
    vals, names, before = [], [], None
    for day in marks(first, end, labels):
        if _EDGE <= (day - first) / (end - first) <= 1 - _EDGE or span <= 14:
            vals.append(f"{day}{noon}")
            names.append(named(day, before, span))
            before = day
    return {
        "type": "date", "range": [str(first), str(end)], "tickvals": vals, "ticktext": names, "tickangle": 0,
        "ticks": "outside", "ticklen": 4, "tickcolor": inks.quiet, "showgrid": False, "zeroline": False,
        "fixedrange": True, "tickfont": {"color": inks.quiet}, "automargin": False,
    }  # fmt: skip


def numbers(mode: str) -> dict[str, Any]:
    """Plotly's axis of numbers, at the right, with faint lines."""
    inks = INKS[mode]
    return {
        "side": "right", "gridcolor": inks.grid, "zeroline": False, "ticks": "", "fixedrange": True,
        "tickfont": {"color": inks.quiet}, "automargin": False, "ticklabelstandoff": 4,
    }  # fmt: skip


def marks(first: date, end: date, labels: int = 7) -> list[date]:
    """The days with a label: all of a fortnight, Mondays of a season, firsts of months, of years."""
    span = (end - first).days
    every = [first + timedelta(days=n) for n in range(span)]
    if span > 900:
        found = [day for day in every if (day.month, day.day) == (1, 1)]
    elif span > 110:
        found = [day for day in every if day.day == 1]
    elif span > 14:
        found = [day for day in every if day.weekday() == 0]
    else:
        found = every
    return (found or every[:1])[:: max(1, -(-len(found) // labels))]


def named(day: date, before: date | None, span: int) -> str:
    """`24 Mar`, `Apr`, `2025`; with the year where it is another than that of the label before."""
    if span > 900:
        return f"{day.year}"
    turn = f" {day.year}" if before and before.year != day.year else ""
    return f"{day:%b}{turn}" if span > 110 else f"{day.day} {day:%b}{turn}"


def steps(highest: int) -> list[int]:
    """Three round numbers at most, up to the highest."""
    sizes = [n * 10**power for power in range(7) for n in (1, 2, 5)]
    step = next(size for size in sizes if highest / size <= 3 or size == sizes[-1])
    return list(range(step, highest + 1, step))
