"""The timeline drawn: one side upward, the other downward; for three or more sides a strip each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from views.parts import axis, bands, markup, words
from views.parts.colours import INKS, mixed, tone
from views.parts.figure import LEFT, RIGHT, Entry, Head, Imprint, Room, framed, tip
from views.parts.sides import Side
from views.parts.sketch import Sketch
from views.parts.timeline import FEWEST, Timeline, edges, end_of, name_of, notes

# Stacked from the axis outward: strength of the side's colour for the category, a pattern for the answers.
STRENGTH = {"energy_strike": 1.0, "ceasefire_violation": 0.62, "other_strike": 0.34}
PATTERN = {"admits": ".", "denies": "/"}
LAYERS = [*(("alleges", category) for category in STRENGTH), ("admits", None), ("denies", None)]
_MIRRORED, _STRIP = 200, 88  # pixels: height of both sides together, of one of many
_DAY = 86_400_000  # milliseconds
BRUSH = 40
"""Pixels: the height of the strip in which days are chosen."""


@dataclass(frozen=True)
class Strip:
    """Where a side's bars stand: Plotly's axis, +1 upward or -1 downward, the ends of the axis."""

    side: Side
    axis: str
    sign: int
    low: float
    high: float


def figure(
    line: Timeline, agreements: Sequence[Mapping[str, Any]], imprint: Imprint, room: Room, mode: str = "light"
) -> go.Figure:
    """The timeline for a "light" or "dark" page; agreements have name, start, end (None: open).

    A point that can be chosen has the first and the last day of its bar as `customdata`.
    """
    span = words.period(line.first, end_of(line.last, line.step))
    shown = bands.within(line, agreements)
    names, levels = bands.names(line, shown, room)
    tall = (_MIRRORED if len(line.sides) == 2 else _STRIP * len(line.sides)) + bands.LINE * levels
    told = [*bands.in_words(shown, room), *notes(line)]
    head = Head(f"Claims a {line.step}, {span}", _key(line, mode), told)
    fig = framed(head, imprint, room, mode, tall, axis.HEIGHT)
    strips = _strips(line, bands.LINE * levels, tall)
    for strip in strips:
        _bars(fig, line, strip, mode)
    _stops(fig, line, strips, room, mode)
    bands.draw(fig, line, shown, names, mode)
    _axes(fig, line, strips, room, mode)
    return fig.figure()


def brush(line: Timeline, mode: str) -> go.Figure:
    """A low strip of all bars in grey under the timeline, over which days are dragged."""
    inks, (left, right) = INKS[mode], edges(line)
    starts = filled(line)
    counts = [sum(line.total(side.name, start=start) for side in line.sides) for start in starts]
    fig = Sketch()
    fig.add_bar(
        x=[_middle(line, start) for start in starts], y=counts, hoverinfo="skip",
        width=[_width(line, start) for start in starts], marker={"color": inks.dot, "line": {"width": 0}},
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )  # fmt: skip
    fig.update_layout(
        xaxis={"type": "date", "range": [str(left), str(right)], "visible": False, "fixedrange": True},
        yaxis={"visible": False, "fixedrange": True, "range": [0, max(counts) * 1.1]},
        template="none", height=BRUSH, showlegend=False, dragmode="select", selectdirection="h",
        margin={"l": LEFT, "r": RIGHT, "t": 0, "b": 0}, paper_bgcolor=inks.paper, plot_bgcolor=inks.band,
        newselection={"line": {"color": inks.ink, "width": 1, "dash": "solid"}},
    )  # fmt: skip
    return fig.figure()


def filled(line: Timeline) -> list[date]:
    """The starts of the bars that hold anything."""
    return [s for s in line.starts() if any(line.total(side.name, start=s) for side in line.sides)]


def _strips(line: Timeline, names: float, tall: float) -> list[Strip]:
    """The strips of sides, below the names of agreements; of two sides both have one axis."""
    tops = [line.highest(side) for side in line.sides]
    if len(line.sides) == 2:
        unit = sum(tops) / (tall - names - 12)
        low, high = -tops[1] - 6 * unit, tops[0] + (6 + names) * unit
        return [Strip(side, "y", sign, low, high) for side, sign in zip(line.sides, (1, -1), strict=True)]
    high = max(tops) * _STRIP / (_STRIP - 24)
    return [
        Strip(side, f"y{index + 1}" if index else "y", 1, 0, high) for index, side in enumerate(line.sides)
    ]


def _middle(line: Timeline, start: date) -> str:
    days = (end_of(start, line.step) - start).days + 1
    return f"{start + timedelta(days=days // 2)}T{'12:00' if days % 2 else '00:00'}"


def _width(line: Timeline, start: date) -> float:
    """How wide a bar is, in milliseconds."""
    left, right = edges(line)
    days = (end_of(start, line.step) - start).days + 1
    return 0.86 * _DAY * min(days, (right - left).days / FEWEST)


def _bars(fig: Sketch, line: Timeline, strip: Strip, mode: str) -> None:
    """A side's bars, a trace a layer."""
    for stance, category in LAYERS:
        counts = {start: line.total(strip.side.name, stance, start, category) for start in line.starts()}
        if starts := [start for start, n in counts.items() if n]:
            fig.add_bar(
                x=[_middle(line, start) for start in starts], y=[strip.sign * counts[s] for s in starts],
                width=[_width(line, start) for start in starts], yaxis=strip.axis, hoverinfo="skip",
                marker=_look(tone(strip.side.colour, mode), stance, category, mode), showlegend=False,
                name=f"{strip.side.name} {category or stance}", unselected={"marker": {"opacity": 1}},
            )  # fmt: skip


def _look(colour: str, stance: str, category: str | None, mode: str) -> dict[str, Any]:
    paper = INKS[mode].paper
    if category:
        return {"color": mixed(colour, paper, STRENGTH[category]), "line": {"width": 0}}
    pattern = {"shape": PATTERN[stance], "fgcolor": colour, "bgcolor": paper, "size": 5, "solidity": 0.35}
    return {"color": colour, "pattern": pattern, "line": {"color": colour, "width": 0.5}}


def _stops(fig: Sketch, line: Timeline, strips: Sequence[Strip], room: Room, mode: str) -> None:
    """Over each bar that holds anything, from top to bottom, what is told of it and can be chosen."""
    starts = filled(line)
    told = [[str(s), str(end_of(s, line.step)), _told(line, s, room, mode)] for s in starts]
    for strip in {strip.axis: strip for strip in strips}.values():
        fig.add_bar(
            x=[_middle(line, s) for s in starts], base=strip.low, y=[strip.high - strip.low] * len(starts),
            width=[_DAY * ((end_of(s, line.step) - s).days + 1) for s in starts], yaxis=strip.axis,
            marker={"color": INKS[mode].ink, "opacity": 0}, showlegend=False, name="days", customdata=told,
            hovertemplate="%{customdata[2]}<extra></extra>", selected={"marker": {"opacity": 0.1}},
            unselected={"marker": {"opacity": 0}},
        )  # fmt: skip


def _told(line: Timeline, start: date, room: Room, mode: str) -> str:
    """The days, and of each side the numbers and a sentence of each stance."""
    said = []
    for side in line.sides:
        found = [(stance, line.total(side.name, stance, start)) for stance in words.STANCES]
        counts = ", ".join(f"{stance} {n}" for stance, n in found if n)
        sentences = [line.sentence(side.name, stance, start) for stance, n in found if n]
        if counts:
            said.append((f"{side.name} {counts}", tone(side.colour, mode), [s for s in sentences if s]))
    return tip(name_of(start, line.step), said, room)


def _axes(fig: Sketch, line: Timeline, strips: Sequence[Strip], room: Room, mode: str) -> None:
    left, right = edges(line)
    inks = INKS[mode]
    fig.update_layout(xaxis=axis.days(left, right, room.labels, mode))
    tops = [line.highest(strip.side) for strip in strips]
    zero = {"zeroline": True, "zerolinecolor": inks.ink, "zerolinewidth": 1, **axis.numbers(mode)}
    zero |= {"zeroline": True}
    marks = axis.steps(max(tops))
    if len(strips) == 2:
        vals = [-n for n in reversed(marks) if n <= tops[1]] + [0] + [n for n in marks if n <= tops[0]]
        ends = [strips[0].low, strips[0].high]
        fig.update_layout(yaxis={**zero, "range": ends, "tickvals": vals, "ticktext": _written(vals)})
    else:
        part = 1 / len(strips)
        for index, strip in enumerate(strips):
            top = 1 - index * part
            own = {**zero, "domain": [top - 0.96 * part, top], "range": [strip.low, strip.high]}
            own |= {"tickvals": [0, *marks], "ticktext": _written([0, *marks])}
            fig.update_layout(**{f"yaxis{index + 1 if index else ''}": own})
            if len(strips) > 1:
                fig.add_annotation(
                    text=f"<b>{markup.text(strip.side.name)}</b>", showarrow=False, xref="paper", x=0,
                    yref="paper", y=top, xanchor="left", yanchor="top", borderpad=1,
                    font={"size": 12, "color": tone(strip.side.colour, mode)},
                )  # fmt: skip
        fig.update_layout(xaxis={"anchor": strips[-1].axis})
    fig.update_layout(barmode="relative", bargap=0)


def _written(vals: Sequence[int]) -> list[str]:
    return [words.number(abs(n)) for n in vals]


def _key(line: Timeline, mode: str) -> list[Entry]:
    """Which direction and colour is whose, which strength is what, which pattern is which answer."""
    verb, quiet = "alleges" if len(line.sides) > 1 else "allege", INKS[mode].quiet
    arrows = ("▲ ", "▼ ") if len(line.sides) == 2 else ("",) * len(line.sides)
    found = [
        Entry(f"{arrow}{side.name} {verb}", _look(tone(side.colour, mode), "", "energy_strike", mode))
        for side, arrow in zip(line.sides, arrows, strict=True)
    ]
    found += [
        Entry(words.SHORT_CATEGORIES[category], _look(quiet, "", category, mode))
        for category in STRENGTH
        if any(line.total(side.name, "alleges", category=category) for side in line.sides)
    ]
    return found + [
        Entry(stance, _look(quiet, stance, None, mode))
        for stance in reversed(PATTERN)
        if any(line.total(side.name, stance) for side in line.sides)
    ]
