"""The picture of tallies: each side's total on the last day of its window, the gap between two that match."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from db import queries
from views.parts import axis, words
from views.parts.colours import INKS, mixed, tone
from views.parts.figure import Entry, Head, Imprint, Room, framed, tip
from views.parts.sides import Side
from views.parts.tallies import counted, days
from views.parts.timeline import since_when

_HEIGHT, _DOT = 250, 11  # pixels: of the field of dots, a dot's diameter
_MARGIN = 0.02  # of the width, left and right of the outer dots
DRAWN = 400
"""Windows in the picture, the latest."""

Window = Mapping[str, Any]
Total = Mapping[str, Any]


def figure(
    windows: Sequence[Window],
    shown: Sequence[Window],
    sides: Sequence[Side],
    imprint: Imprint,
    room: Room,
    mode: str = "light",
) -> go.Figure:
    """The totals of windows that have days (`shown`, of all `windows`), on a scale of powers of ten.

    A point that can be chosen has the id of its claim as `customdata`.
    """
    inks, (first, end) = INKS[mode], _edges(shown)
    span = words.period(min(map(_day, shown)), max(map(_day, shown)))
    head = Head(f"Totals by the last day they cover, {span}", _key(sides, mode), _notes(windows, shown))
    fig = framed(head, imprint, room, mode, _HEIGHT, axis.HEIGHT)
    ordered = sorted(shown, key=lambda one: str(one["date_to"]))
    matched = [one for one in ordered if queries.gap(one) is not None]
    ends = [[total["latest"] for total in one["figures"] if total["sided"]] for one in matched]
    fig.add_scatter(
        x=[x for one in matched for x in (one["date_to"], one["date_to"], None)],
        y=[y for pair in ends for y in (*pair, None)],
        mode="lines", line={"color": mixed(inks.quiet, inks.paper, 0.55), "width": 2}, name="gaps",
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip
    dots = [(window, total) for window in ordered for total in window["figures"]]
    colours = {side.name: tone(side.colour, mode) for side in sides}
    own = [colours.get(total["party"], inks.quiet) for _, total in dots]
    fill = [c if window["matched"] else inks.paper for (window, _), c in zip(dots, own, strict=True)]
    fig.add_scatter(
        x=[window["date_to"] for window, _ in dots],
        y=[max(total["latest"], 1) for _, total in dots],
        mode="markers", name="totals", showlegend=False,
        marker=_dot(own, fill, ["circle" if w["tally"] == "acts" else "square" for w, _ in dots]),
        customdata=[[t["said"][-1]["id"], _told(w, t, c, room)] for (w, t), c in zip(dots, own, strict=True)],
        hovertemplate="%{customdata[1]}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )  # fmt: skip
    highest = max(total["latest"] for _, total in dots)
    power = max(1, len(str(highest - 1))) if highest > 1 else 1
    ticks = [10**n for n in range(power + 1)]
    line = {"showline": True, "linecolor": inks.ink, "linewidth": 1}
    scale = {"type": "log", "range": [-0.04 * power, 1.02 * power], "tickvals": ticks}
    scale |= {"ticktext": [words.number(n) for n in ticks]}
    fig.update_layout(
        xaxis={**axis.days(first, end, room.labels, mode), **line}, yaxis={**axis.numbers(mode), **scale}
    )
    return fig.figure()


def within(windows: Sequence[Window], span: str | None) -> list[Window]:
    """The windows that name their days, those of the last year only if there are many."""
    dated = [one for one in windows if one["date_to"]]
    since = since_when(({"day": one["date_to"]} for one in dated), span)
    return [one for one in dated if since is None or one["date_to"] >= str(since)]


def in_words(windows: Sequence[Window], sides: Sequence[Side]) -> str:
    """What the picture shows, for those who do not see it."""
    given = Counter(figure["party"] for window in windows for figure in window["figures"])
    totals = "; ".join(f"{side.name}: {words.counted(given[side.name], 'total')}" for side in sides)
    return f"Totals by the last day they cover, on a scale of powers of ten. {totals}. {_match(windows)}"


def _edges(windows: Sequence[Window]) -> tuple[date, date]:
    """The stretch of days that is drawn: a little more than that of the windows, a week at least."""
    first, last = min(map(_day, windows)), max(map(_day, windows))
    spare = max(timedelta(days=3), _MARGIN * (last - first))
    return first - spare, last + spare


def _day(window: Window) -> date:
    return date.fromisoformat(window["date_to"])


def _dot(colour: Any, fill: Any, symbol: Any) -> dict[str, Any]:
    """The look of dots: a disc for acts, a square for weapons."""
    return {
        "size": _DOT,
        "symbol": symbol,
        "color": fill,
        "opacity": 1,
        "line": {"color": colour, "width": 2},
    }


def _told(window: Window, total: Total, colour: str, room: Room) -> str:
    """What the dot says under the pointer: the figure, the days, how far apart, who reports it."""
    tellers = dict.fromkeys(said["publisher"] or "unknown" for said in total["said"])
    gap = queries.gap(window)
    apart = f"apart by {words.number(gap)}" if gap is not None else "no total of another side for these days"
    number = f"{total['party']}: {words.number(total['latest'])} {counted(window)}"
    said = f"{number}, in {words.listed(tellers, at_most=4)}"
    return tip(f"{days(window)}: {apart}", [(said, colour, [total["said"][-1]["sentence"]])], room)


def _key(sides: Sequence[Side], mode: str) -> list[Entry]:
    inks = INKS[mode]
    filled = [
        Entry(side.name, _dot(tone(side.colour, mode), tone(side.colour, mode), "circle"), False)
        for side in sides
    ]
    return [
        *filled,
        Entry("no total of another side for the days", _dot(inks.quiet, inks.paper, "circle"), False),
        Entry("weapons, not acts", _dot(inks.quiet, inks.paper, "square"), False),
    ]


def _notes(windows: Sequence[Window], shown: Sequence[Window]) -> list[str]:
    """How to read it, how many match, and what is not drawn."""
    notes = ["Each step is ten times the last.", _match(shown)]
    undated = sum(not one["date_to"] for one in windows)
    earlier = len(windows) - undated - len(shown)
    if earlier:
        notes.append(f"{words.counted(earlier, 'earlier total')} not drawn.")
    if undated:
        notes.append(f"{words.counted(undated, 'total')} without days not drawn.")
    return [" ".join(notes)]


def _match(windows: Sequence[Window]) -> str:
    matched = sum(bool(one["matched"]) for one in windows)
    if not matched:
        return "In no window do two sides give a total of the same thing for the same days."
    return (
        f"In {words.counted(matched, 'window')} two sides give a total of the same thing for the same days."
    )
