"""The axis of days under a chart, and the round numbers beside it."""

from datetime import date, timedelta

from views.parts.chart import Scale, letters
from views.parts.colours import Inks

HEIGHT = 24  # units
_LABELS = 7  # about
_EDGE = 0.03  # a label nearer to an edge than this share of the width stands beside its tick, not under it


def days(first: date, end: date, at: float, scale: Scale, inks: Inks) -> str:
    """SVG of ticks and labels from the first day to the end (not in it), their line at a height."""
    svg, before = "", None
    for day in marks(first, end):
        share = (day - first) / (end - first)
        anchor = "start" if share < _EDGE else "end" if share > 1 - _EDGE else "middle"
        x = scale.at(share)
        svg += f'<line x1="{x}" x2="{x}" y1="{at:.1f}" y2="{at + 4:.1f}" stroke="{inks.quiet}"/>'
        svg += letters(x, at + 17, named(day, before, (end - first).days), inks.quiet, anchor)
        before = day
    return svg


def marks(first: date, end: date) -> list[date]:
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
    return (found or every[:1])[:: max(1, round(len(found) / _LABELS))]


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
