"""The agreements in force under a timeline: pale bands, with their names in them where there is room."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from views.parts import markup, words
from views.parts.colours import INKS
from views.parts.figure import Room
from views.parts.sketch import Sketch
from views.parts.timeline import Timeline, edges

LINE = 16
"""Pixels: the height of a line of names."""
_DAYS_SEEN = 20  # a band shorter than this is no more than a hair among months

Agreement = Mapping[str, Any]
Name = tuple[date, str, str, int]
"""Where the name of a band stands: the day, which end of it stands there, the name, the line."""


def within(line: Timeline, agreements: Sequence[Agreement]) -> list[Agreement]:
    """The agreements in force on a day of the picture, by their start; among months none of mere days."""
    left, right = edges(line)
    shortest = _DAYS_SEEN if line.step == "month" else 0
    found = []
    for row in sorted(agreements, key=lambda row: str(row["start"])):
        start, end = words.as_date(row["start"]) or right, words.as_date(row["end"]) or right
        if start < right and end >= left and (end - start).days >= shortest:
            found.append(row)
    return found


def names(line: Timeline, shown: Sequence[Agreement], room: Room) -> tuple[list[Name], int]:
    """Where the names of bands stand, and how many lines they fill.

    A name that would run into another moves a line down; where there is little room, none is written.
    """
    if room.kind != "wide" or not shown:
        return [], 0
    left, right = edges(line)
    span = (right - left).days
    levels: list[list[tuple[float, float]]] = [[]]
    placed: list[Name] = []
    for row in shown:
        start, end = words.as_date(row["start"]) or left, words.as_date(row["end"]) or right
        a, b = max(start, left), min(end + timedelta(days=1), right)
        wide = span * (0.0062 * len(row["name"]) + 0.012)
        anchor, day = ("left", a) if (a - left).days + wide <= span else ("right", b)
        x = (day - left).days
        reach = (x, x + wide) if anchor == "left" else (x - wide, x)
        level = next((i for i, taken in enumerate(levels) if not _meets(reach, taken)), len(levels))
        if level == len(levels):
            levels.append([])
        levels[level].append(reach)
        placed.append((day, anchor, row["name"], level))
    return placed, len(levels)


def draw(
    fig: Sketch,
    line: Timeline,
    shown: Sequence[Agreement],
    found: Sequence[Name],
    mode: str,
) -> None:
    """Pale bands with their names in them."""
    left, right = edges(line)
    for row in shown:
        start, end = words.as_date(row["start"]) or left, words.as_date(row["end"]) or right
        fig.add_shapes({
            "type": "rect", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "x0": str(max(start, left)),
            "x1": str(min(end + timedelta(days=1), right)), "layer": "below", "fillcolor": INKS[mode].band,
            "line": {"width": 0},
        })  # fmt: skip
    for day, anchor, name, level in found:
        fig.add_annotation(
            text=markup.text(name), showarrow=False, xref="x", yref="paper", x=str(day), y=1, xanchor=anchor,
            yanchor="top", yshift=-LINE * level, font={"size": 12, "color": INKS[mode].quiet}, borderpad=1,
        )  # fmt: skip


def in_words(shown: Sequence[Agreement], room: Room) -> list[str]:
    """What is in force where it is shaded, where there is no room to write the names over the bands."""
    if room.kind == "wide" or not shown:
        return []
    return [f"Shaded: {words.listed((row['name'] for row in shown), at_most=9)}."]


def _meets(reach: tuple[float, float], taken: Sequence[tuple[float, float]]) -> bool:
    return any(reach[0] < b and a < reach[1] for a, b in taken)
