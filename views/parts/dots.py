"""The picture of tallies: each side's total on the last day of its window, the gap between two that match."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import log10
from typing import Any

from db import queries
from views.parts import axis, markup, words
from views.parts.chart import SAMPLE, Chart, Entry, Scale, Told, letters
from views.parts.colours import INKS, mixed, tone
from views.parts.sides import Side
from views.parts.tallies import counted, days
from views.parts.timeline import since_when

_HEIGHT, _TOP, _R = 250, 14, 5.5  # units: of the field of dots, above it, a dot's radius
_MARGIN = 0.02  # of the width, left and right of the outer dots
_CUT = 220  # characters of a sentence under the pointer
DRAWN = 400
"""Windows in the picture, the latest."""

Window = Mapping[str, Any]
Figure = Mapping[str, Any]
Link = Callable[[str], str]  # of a claim's id


def chart(
    windows: Sequence[Window],
    shown: Sequence[Window],
    sides: Sequence[Side],
    mode: str = "light",
    width: float | None = None,
    link: Link | None = None,
) -> Chart:
    """The totals of windows that have days (`shown`, of all `windows`), on a scale of powers of ten."""
    inks, scale = INKS[mode], Scale(width)
    first, end = _edges(shown)
    highest = max(figure["latest"] for window in shown for figure in window["figures"])
    power = max(1, len(str(highest - 1))) if highest > 1 else 1
    bottom = _TOP + _HEIGHT

    def place(window: Window, figure: Figure) -> tuple[str, float]:
        share = (_day(window) - first) / (end - first)
        high = log10(max(figure["latest"], 1)) / power
        return scale.at(share), bottom - 10 - high * (_HEIGHT - 10)

    svg = "".join(_rule(10**n, n / power, bottom, inks.grid, inks.quiet) for n in range(power + 1))
    svg += f'<line x1="0" x2="100%" y1="{bottom}" y2="{bottom}" stroke="{inks.ink}"/>'
    svg += axis.days(first, end, bottom, scale, inks)
    gaps, dots, told = "", "", []
    colours = {side.name: tone(side.colour, mode) for side in sides}
    for window in sorted(shown, key=lambda one: str(one["date_to"])):
        if queries.gap(window) is not None:
            (x, y), (_, other) = (place(window, one) for one in window["figures"] if one["sided"])
            gaps += (
                f'<line class="gap" x1="{x}" x2="{x}" y1="{y:.1f}" y2="{other:.1f}" '
                f'stroke="{mixed(inks.quiet, inks.paper, 0.55)}" stroke-width="2"/>'
            )
        for figure in window["figures"]:
            colour = colours.get(figure["party"], inks.quiet)
            fill = colour if window["matched"] else inks.paper
            dot = _dot(*place(window, figure), window["tally"] == "acts", fill, colour)
            told.append(_told(window, figure, colour))
            dots += _linked(dot, told[-1], link(figure["said"][-1]["id"])) if link else dot
    svg += gaps + f'<g class="stops dots">{dots}</g>'
    return Chart(
        title="Totals by the last day they cover",
        span=words.period(min(map(_day, shown)), max(map(_day, shown))),
        alt=in_words(shown, sides),
        svg=svg if width is None else svg.replace('"100%"', f'"{width:g}"'),
        height=bottom + axis.HEIGHT,
        key=_key(sides, mode),
        notes=_notes(windows, shown),
        told=tuple(told) if link else (),
    )


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


def _rule(n: int, share: float, bottom: float, grid: str, quiet: str) -> str:
    y = bottom - 10 - share * (_HEIGHT - 10)
    line = f'<line x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}" stroke="{grid}"/>'
    return line + letters("100%", y + 4, words.number(n), quiet, more=' dx="6"')


def _dot(x: str, y: float, of_acts: bool, fill: str, colour: str) -> str:
    """A disc for acts, a square for weapons, around a point."""
    look = f'fill="{fill}" stroke="{colour}" stroke-width="2"'
    if of_acts:
        return f'<circle cx="{x}" cy="{y:.1f}" r="{_R}" {look}/>'
    side = 2 * _R - 1
    moved = f'transform="translate({-side / 2:g} {-side / 2:g})"'
    return f'<rect x="{x}" y="{y:.1f}" width="{side:g}" height="{side:g}" {moved} {look}/>'


def _linked(dot: str, told: Told, address: str) -> str:
    label = f"{told['name']}. {told['said'][0]['side']} {told['said'][0]['counts']}"
    return f'<a href="{markup.text(address)}" aria-label="{markup.text(label)}">{dot}</a>'


def _told(window: Window, figure: Figure, colour: str) -> Told:
    """What the dot says under the pointer: the figure, the days, how far apart, who reports it."""
    tellers = dict.fromkeys(said["publisher"] or "unknown" for said in figure["said"])
    gap = queries.gap(window)
    apart = f"apart by {words.number(gap)}" if gap is not None else "no total of another side for these days"
    return {
        "name": f"{days(window)}: {apart}",
        "said": [
            {
                "side": f"{figure['party']}:",
                "colour": colour,
                "counts": f"{words.number(figure['latest'])} {counted(window)}, "
                f"in {words.listed(tellers, at_most=4)}",
                "sentences": [markup.cut(figure["said"][-1]["sentence"], _CUT)],
            }
        ],
    }


def _key(sides: Sequence[Side], mode: str) -> tuple[Entry, ...]:
    inks, half = INKS[mode], SAMPLE / 2
    filled = [
        Entry(side.name, _dot(f"{half}", half, True, tone(side.colour, mode), tone(side.colour, mode)))
        for side in sides
    ]
    hollow = _dot(f"{half}", half, True, inks.paper, inks.quiet)
    square = _dot(f"{half}", half, False, inks.paper, inks.quiet)
    return (
        *filled,
        Entry("no total of another side for the same days", hollow),
        Entry("weapons, not acts", square),
        Entry("each step is ten times the last"),
    )


def _notes(windows: Sequence[Window], shown: Sequence[Window]) -> tuple[str, ...]:
    """What is not drawn, and how many match."""
    notes = [_match(shown)]
    undated = sum(not one["date_to"] for one in windows)
    earlier = len(windows) - undated - len(shown)
    if earlier:
        notes.append(f"{words.counted(earlier, 'earlier total')} not drawn.")
    if undated:
        notes.append(f"{words.counted(undated, 'total')} without days not drawn.")
    return tuple(notes)


def _match(windows: Sequence[Window]) -> str:
    matched = sum(bool(one["matched"]) for one in windows)
    if not matched:
        return "In no window do two sides give a total of the same thing for the same days."
    return (
        f"In {words.counted(matched, 'window')} two sides give a total of the same thing for the same days."
    )
