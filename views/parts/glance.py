"""The timeline at a glance: a low strip of bars that comes with the page; the chart is drawn on demand."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from views.parts import axis, bands, markup, words
from views.parts.sides import Side
from views.parts.timeline import FEWEST, Timeline, edges, end_of, in_words, notes

_PAIR, _STRIP = 64, 30  # pixels: height of two sides together, of each of more
_LABELS = 6
_LAST = 95  # per cent of the width: where a label may begin


def glance(line: Timeline, agreements: Sequence[Mapping[str, Any]]) -> str:
    """HTML of a bar a day, week or month of each side: allegations in its colour, answers pale beyond them.

    Of two sides the first stands upward, the second downward. `agreements` have name, start and end (None:
    open).
    """
    shown = bands.within(line, agreements)
    names = words.listed((row["name"] for row in shown), at_most=4)
    has_answers = any(line.total(side.name) > line.total(side.name, "alleges") for side in line.sides)
    told = [
        *(["Pale: denies, admits."] * has_answers),
        *([f"Shaded: {names}."] if shown else []),
        *notes(line),
    ]
    span = words.period(line.first, end_of(line.last, line.step))
    is_pair = len(line.sides) == 2
    tops = [line.highest(side) for side in line.sides]
    unit = _PAIR / sum(tops) if is_pair else _STRIP / max(tops)
    key = strips = ""
    for index, (side, top) in enumerate(zip(line.sides, tops, strict=True)):
        falls = is_pair and index == 1
        arrow = ("▼ " if falls else "▲ ") if is_pair else ""
        key += f"<span{markup.side_style(side.colour)}>{arrow}{markup.text(side.name)}</span>"
        bars = _bars(line, side, top, falls, None) + _bars(line, side, top, falls, "alleges")
        height = f' style="height:{unit * top:.0f}px"'
        strips += f'<div{markup.side_style(side.colour)}><div class="strip"{height}>{bars}</div></div>'
    return (
        f'<div class="cc glance"><p><b>Claims a {line.step}, {span}</b><span class="key">{key}</span>'
        f"<small>{markup.text(' '.join(told))}</small></p>"
        f'<div class="field{" pair" * is_pair}" role="img" aria-label="{markup.text(in_words(line))}">'
        f"{_shades(line, shown)}{strips}</div>{_days(line)}</div>"
    )


def _bars(line: Timeline, side: Side, top: int, falls: bool, stance: str | None) -> str:
    """All bars of a side as one shape, from its axis outward."""
    corners = []
    for start in line.starts():
        if n := line.total(side.name, stance, start):
            left, right = _across(line, start), _across(line, end_of(start, line.step) + timedelta(1))
            right = min(right, left + 100 / FEWEST)
            foot, head = (0.0, 100 * n / top) if falls else (100.0, 100 - 100 * n / top)
            pad = 0.07 * (right - left)
            a, b = f"{left + pad:.2f}%", f"{right - pad:.2f}%"
            corners += [f"{a} {foot:g}%", f"{a} {head:.1f}%", f"{b} {head:.1f}%", f"{b} {foot:g}%"]
    kind = "said" if stance else "all"
    return f'<i class="{kind}" style="clip-path:polygon({",".join(corners)})"></i>' if corners else ""


def _shades(line: Timeline, shown: Sequence[Mapping[str, Any]]) -> str:
    """The days on which an agreement was in force."""
    drawn = ""
    for row in shown:
        start, end = words.as_date(row["start"]), words.as_date(row["end"])
        left = max(0.0, _across(line, start)) if start else 0.0
        right = min(100.0, _across(line, end + timedelta(1))) if end else 100.0
        drawn += f'<i class="shade" style="left:{left:.2f}%;width:{right - left:.2f}%"></i>'
    return drawn


def _days(line: Timeline) -> str:
    """The labels under the bars."""
    first, end = edges(line)
    before, labels = None, ""
    for day in axis.marks(first, end, _LABELS):
        if _across(line, day) > _LAST:
            break
        name = axis.named(day, before, (end - first).days)
        labels += f'<span style="left:{_across(line, day):.2f}%">{name}</span>'
        before = day
    return f'<div class="days" aria-hidden="true">{labels}</div>'


def _across(line: Timeline, day: date) -> float:
    """Where a day begins, in per cent of the width."""
    first, end = edges(line)
    return 100 * ((day - first) / (end - first))
