"""The picture of a timeline: one side upward, the other downward; for three or more sides a strip each."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from views.parts import markup, words
from views.parts.timeline import Timeline, end_of, name_of

# Stacked from the axis outward: strength of the side's colour for the category, a pattern for the answers.
STRENGTH = {"energy_strike": 1.0, "ceasefire_violation": 0.62, "other_strike": 0.34}
PATTERN = {"denies": "/", "admits": "."}
PAPER = {"light": "#ffffff", "dark": "#14181c"}
INK = {"light": "#1b2127", "dark": "#e6e9ec"}
QUIET = {"light": "#56626d", "dark": "#a7b1bb"}
_BAND = {"light": "#e8ecf0", "dark": "#262d34"}
_DAY = 86_400_000  # milliseconds
_DAYS_SEEN = 20  # a band shorter than this is no more than a hair among months
_FEWEST = 12  # bars that fill the width: where there are fewer, each is as narrow as these
_LABELS = 7  # on the axis, about


def figure(line: Timeline, agreements: Sequence[Mapping[str, Any]], mode: str = "light") -> go.Figure:
    """A plotly figure for a "light" or "dark" page; agreements have name, start, end (None: open)."""
    mirrored = len(line.sides) == 2
    fig = go.Figure()
    starts = line.starts()
    names = [name_of(start, line.step) for start in starts]
    left, right = _edges(line)
    widest = (right - left).days / _FEWEST
    shape = {
        "x": [_middle(start, line) for start in starts],
        "width": [0.86 * _DAY * min((end_of(s, line.step) - s).days + 1, widest) for s in starts],
    }
    for index, side in enumerate(line.sides):
        colour = tone(side.colour, mode)
        sign = -1 if mirrored and index == 1 else 1
        axis = "y" if mirrored or index == 0 else f"y{index + 1}"
        head = f"<b>{markup.text(side.name)}</b> · %{{customdata[0]}}<br>%{{customdata[1]}}"
        for stance, category in _layers():
            counts = [line.total(side.name, stance, start, category) for start in starts]
            if any(counts):
                said = [_label(stance, category, n) for n in counts]
                first = [_quoted(line.sentence(side.name, stance, s, category)) for s in starts]
                fig.add_bar(
                    y=[sign * n for n in counts],
                    yaxis=axis,
                    marker=_marker(colour, stance, category, mode),
                    customdata=list(zip(names, said, first, strict=True)),
                    hovertemplate=f"{head}%{{customdata[2]}}<extra></extra>",
                    **shape,
                )
    _bands(fig, line, agreements, mode)
    _axes(fig, line, mirrored, mode)
    return fig


def _layers() -> list[tuple[str, str | None]]:
    return [("alleges", category) for category in STRENGTH] + [("admits", None), ("denies", None)]


def _quoted(sentence: str) -> str:
    """The sentence in lines short enough for the box under the pointer."""
    lines = wrap(markup.cut(sentence, 220), 60)
    return f"<br><i>{'<br>'.join(map(markup.text, lines))}</i>" if lines else ""


def _label(stance: str, category: str | None, n: int) -> str:
    if category:
        return f"alleges · {words.CATEGORIES[category]}: {n}"
    return f"{stance}: {n}"


def _marker(tone: str, stance: str, category: str | None, mode: str) -> dict[str, Any]:
    if category:
        return {"color": mixed(tone, PAPER[mode], STRENGTH[category]), "line": {"width": 0}}
    pattern = {
        "shape": PATTERN[stance],
        "fgcolor": tone,
        "bgcolor": PAPER[mode],
        "size": 5,
        "solidity": 0.35,
    }
    return {"color": tone, "pattern": pattern, "line": {"width": 0}}


def within(line: Timeline, agreements: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The agreements in force on a day of the picture, by their start; among months none of mere days."""
    left, right = _edges(line)
    shortest = _DAYS_SEEN if line.step == "month" else 0
    found = []
    for row in sorted(agreements, key=lambda row: str(row["start"])):
        start, end = words.as_date(row["start"]) or right, words.as_date(row["end"]) or right
        if start < right and end >= left and (end - start).days >= shortest:
            found.append(row)
    return found


def _bands(fig: go.Figure, line: Timeline, agreements: Sequence[Mapping[str, Any]], mode: str) -> None:
    """Pale bands with their names over them; a name that would run into another moves a line up."""
    left, right = _edges(line)
    lines: list[list[tuple[float, float]]] = [[]]  # of names: which shares of the width are taken
    for agreement in within(line, agreements):
        start, end = words.as_date(agreement["start"]) or left, words.as_date(agreement["end"]) or right
        x0, x1 = max(start, left), min(end + timedelta(days=1), right)
        band = {"fillcolor": _BAND[mode], "line": {"width": 0}, "opacity": 0.85, "layer": "below"}
        fig.add_shape(type="rect", xref="x", yref="paper", x0=x0, x1=x1, y0=0, y1=1, **band)
        name = markup.text(agreement["name"])
        a, width = (x0 - left).days / (right - left).days, 0.0068 * len(name) + 0.01
        side, x = ("left", x0) if a + width <= 1 else ("right", x1)
        b = a + width if side == "left" else (x1 - left).days / (right - left).days
        level = next(
            (i for i, taken in enumerate(lines) if all(b <= t0 or b - width >= t1 for t0, t1 in taken)), None
        )
        if level is None:
            level = len(lines)
            lines.append([])
        lines[level].append((b - width, b))
        place = {"x": x, "y": 1, "xref": "x", "yref": "paper", "xanchor": side, "yanchor": "bottom"}
        font = {"size": 12, "color": QUIET[mode]}
        fig.add_annotation(text=name, showarrow=False, yshift=1 + 15 * level, font=font, **place)
    fig.update_layout(margin={"t": 4 + 16 * len(lines)})


def _axes(fig: go.Figure, line: Timeline, mirrored: bool, mode: str) -> None:
    quiet = {"size": 12, "color": QUIET[mode]}
    days = {"range": list(_edges(line)), "showgrid": False, "ticks": "outside", "ticklen": 4, **_dates(line)}
    fig.update_xaxes(type="date", tickfont=quiet, tickcolor=QUIET[mode], fixedrange=True, **days)
    zero = {"zeroline": True, "zerolinecolor": INK[mode], "zerolinewidth": 1.2}
    grid = {"showgrid": True, "gridcolor": mixed(QUIET[mode], PAPER[mode], 0.16), "ticks": ""}
    value = {"tickfont": quiet, "fixedrange": True, "side": "right", **zero, **grid}
    tops = [max(1, *(line.total(side.name, start=start) for start in line.starts())) for side in line.sides]
    ticks = _ticks(max(tops))
    if mirrored:
        both = [-t for t in reversed(ticks)] + [0, *ticks]
        value |= {"tickvals": both, "ticktext": [str(abs(t)) for t in both]}
        fig.update_layout(yaxis={**value, "range": [-1.1 * tops[1], 1.1 * tops[0]]})
    else:
        fig.update_xaxes(anchor=f"y{len(line.sides)}" if len(line.sides) > 1 else "y")
        for index, side in enumerate(line.sides):
            high, low = 1 - index / len(line.sides), 1 - (index + 0.82) / len(line.sides)
            own = {**value, "domain": [low, high], "range": [0, 1.15 * max(tops)], "tickvals": ticks}
            fig.update_layout({f"yaxis{index + 1 if index else ''}": own})
            place = {"x": 0, "y": high, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top"}
            font = {"size": 12, "color": tone(side.colour, mode)}
            name = f"<b>{markup.text(side.name)}</b>"
            fig.add_annotation(text=name, showarrow=False, font=font, name="side", **place)
    clear = "rgba(0,0,0,0)"
    fig.update_layout(
        barmode="relative",
        bargap=0,
        showlegend=False,
        height=264 if mirrored else max(240, 110 * len(line.sides) + 40),
        hovermode="closest",
        dragmode="select",
        selectdirection="h",
        paper_bgcolor=clear,
        plot_bgcolor=clear,
        margin={"l": 2, "r": 28, "b": 26},
    )


def _edges(line: Timeline) -> tuple[date, date]:
    return line.first, end_of(line.last, line.step) + timedelta(days=1)


def _middle(start: date, line: Timeline) -> str:
    days = (end_of(start, line.step) - start).days + 1
    return f"{start + timedelta(days=days // 2)}T{'12:00' if days % 2 else '00:00'}"


def _dates(line: Timeline) -> dict[str, Any]:
    """Few labels: Mondays, first weeks of months, or Januaries; the first one far enough from the edge."""
    starts = line.starts()
    if line.step == "day":
        marks = [s for s in starts if s.weekday() == 0] if len(starts) > 14 else starts
    elif line.step == "week":
        marks = [s for s in starts if s.day <= 7]
    else:
        marks = [s for s in starts if s.month == 1] if len(starts) > 30 else starts
    marks = [s for s in marks if starts.index(s) >= 0.03 * len(starts)] or starts
    marks = marks[:: max(1, round(len(marks) / _LABELS))]
    names = []
    for i, start in enumerate(marks):
        turn = i > 0 and start.year != marks[i - 1].year
        name = f"{start.day} {start:%b}" if line.step == "day" else f"{start:%b}"
        names.append(f"{name} {start.year}" if turn else name)
        if line.step == "month" and len(starts) > 30:
            names[-1] = f"{start.year}"
    return {"tickvals": [_middle(s, line) for s in marks], "ticktext": names, "tickangle": 0}


def _ticks(highest: int) -> list[int]:
    step = next((s for s in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500) if highest / s <= 3), 1000)
    return list(range(step, highest + 1, step))


def tone(colour: str, mode: str) -> str:
    """The colour as the style sheet turns it: dark enough to read on white, light enough on black."""
    return mixed(colour, "#000000", 0.92) if mode == "light" else mixed(colour, "#ffffff", 0.58)


def mixed(colour: str, ground: str, share: float) -> str:
    """`share` of a colour over a ground, both #rrggbb."""
    a, b = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (colour, ground))
    return "#" + "".join(f"{round(x * share + y * (1 - share)):02x}" for x, y in zip(a, b, strict=True))
