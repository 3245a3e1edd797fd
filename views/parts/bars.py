"""The timeline drawn: one side upward, the other downward; for three or more sides a strip each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from views.parts import axis, markup, words
from views.parts.chart import Chart, Entry, Scale, Told, hatching, letters, square
from views.parts.colours import INKS, Inks, mixed, tone
from views.parts.sides import Side
from views.parts.timeline import Timeline, end_of, in_words, name_of

# Stacked from the axis outward: strength of the side's colour for the category, a pattern for the answers.
STRENGTH = {"energy_strike": 1.0, "ceasefire_violation": 0.62, "other_strike": 0.34}
PATTERN = {"admits": "dots", "denies": "lines"}
LAYERS = [*(("alleges", category) for category in STRENGTH), ("admits", None), ("denies", None)]
_MIRRORED, _STRIP, _LINE = 200, 88, 16  # units: height of both sides together, of one of many, of a name
_FEWEST = 12  # bars that fill the width: where there are fewer, each is as narrow as these
_DAYS_SEEN = 20  # a band shorter than this is no more than a hair among months
_CUT = 220  # characters of a sentence under the pointer

Link = Callable[[date, date], str]  # of the days of a bar


@dataclass(frozen=True)
class Strip:
    """Where a side's bars stand: the height of their axis, units for a claim, +1 downward or -1 upward."""

    side: Side
    base: float
    unit: float
    sign: int


def chart(
    line: Timeline,
    agreements: Sequence[Mapping[str, Any]],
    mode: str = "light",
    width: float | None = None,
    link: Link | None = None,
) -> Chart:
    """The timeline for a "light" or "dark" page or a file; agreements have name, start, end (None: open).

    With `link`, each bar that holds anything leads to its days.
    """
    inks, scale = INKS[mode], Scale(width)
    tall = _MIRRORED if len(line.sides) == 2 else _STRIP * len(line.sides)
    bands, top = _bands(line, agreements, tall, scale, inks)
    bottom, strips = top + tall, _strips(line, top)
    left, right = edges(line)
    patterns = "".join(
        hatching(f"{stance}-{index}", form, tone(side.colour, mode), inks)
        for index, side in enumerate(line.sides)
        for stance, form in PATTERN.items()
    )
    svg = f"<defs>{patterns}</defs>{bands}{_grid(line, strips, mode)}{_bars(line, strips, scale, mode)}"
    for strip in strips if len(line.sides) > 2 else strips[:1]:
        svg += f'<line x1="0" x2="100%" y1="{strip.base:.1f}" y2="{strip.base:.1f}" stroke="{inks.ink}"/>'
    svg += axis.days(left, right, bottom, scale, inks)
    if link:
        svg += _stops(line, scale, top, bottom, link)
    return Chart(
        title=f"Claims a {line.step}",
        span=words.period(line.first, end_of(line.last, line.step)),
        alt=in_words(line),
        svg=svg if width is None else svg.replace('"100%"', f'"{width:g}"'),
        height=bottom + axis.HEIGHT,
        key=(*_key(line, mode, inks), *_shaded(within(line, agreements), inks)),
        notes=_notes(line, bool(link)),
        told=tuple(_told(line, start, mode) for start in filled(line)) if link else (),
    )


def edges(line: Timeline) -> tuple[date, date]:
    """The first day of the picture, and the first one after it."""
    return line.first, end_of(line.last, line.step) + timedelta(days=1)


def filled(line: Timeline) -> list[date]:
    """The starts of the bars that hold anything."""
    return [s for s in line.starts() if any(line.total(side.name, start=s) for side in line.sides)]


def within(line: Timeline, agreements: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The agreements in force on a day of the picture, by their start; among months none of mere days."""
    left, right = edges(line)
    shortest = _DAYS_SEEN if line.step == "month" else 0
    found = []
    for row in sorted(agreements, key=lambda row: str(row["start"])):
        start, end = words.as_date(row["start"]) or right, words.as_date(row["end"]) or right
        if start < right and end >= left and (end - start).days >= shortest:
            found.append(row)
    return found


def place(line: Timeline, start: date) -> tuple[float, float]:
    """Where a bar begins and how wide it is, in shares of the width."""
    left, right = edges(line)
    span = (right - left).days
    days = (end_of(start, line.step) - start).days + 1
    wide = 0.86 * min(days, span / _FEWEST)
    return ((start - left).days + (days - wide) / 2) / span, wide / span


def _strips(line: Timeline, top: float) -> list[Strip]:
    """The strips from a height on; of two sides both have one axis."""
    tops = [_highest(line, side) for side in line.sides]
    if len(line.sides) == 2:
        unit = (_MIRRORED - 12) / sum(tops)
        base = top + 6 + tops[0] * unit
        return [Strip(line.sides[0], base, unit, -1), Strip(line.sides[1], base, unit, 1)]
    unit = (_STRIP - 24) / max(tops)
    return [Strip(side, top + (i + 1) * _STRIP - 4, unit, -1) for i, side in enumerate(line.sides)]


def _highest(line: Timeline, side: Side) -> int:
    return max(1, *(line.total(side.name, start=start) for start in line.starts()))


def _grid(line: Timeline, strips: Sequence[Strip], mode: str) -> str:
    """Faint lines with their numbers at the right, the same for all sides; the names of strips."""
    svg, inks = "", INKS[mode]
    tops = {strip.side.name: _highest(line, strip.side) for strip in strips}
    for strip in strips:
        for n in axis.steps(max(tops.values())):
            if len(strips) != 2 or n <= tops[strip.side.name]:
                y = strip.base + strip.sign * n * strip.unit
                svg += f'<line x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}" stroke="{inks.grid}"/>'
                svg += letters("100%", y + 4, words.number(n), inks.quiet, more=' dx="6"')
        if len(strips) > 2:
            colour = tone(strip.side.colour, mode)
            svg += letters("0", strip.base - _STRIP + 18, strip.side.name, colour, bold=True)
    return svg + letters("100%", strips[0].base + 4, "0", inks.quiet, more=' dx="6"')


def _bars(line: Timeline, strips: Sequence[Strip], scale: Scale, mode: str) -> str:
    svg = ""
    for index, strip in enumerate(strips):
        colour = tone(strip.side.colour, mode)
        for start in line.starts():
            x, wide = place(line, start)
            y = strip.base
            for stance, category in LAYERS:
                if n := line.total(strip.side.name, stance, start, category):
                    high = n * strip.unit
                    fill = _strength(colour, category, mode) if category else f"url(#{stance}-{index})"
                    y += strip.sign * high
                    svg += (
                        f'<rect x="{scale.at(x)}" width="{scale.at(wide)}" '
                        f'y="{min(y, y - strip.sign * high):.1f}" height="{high:.1f}" fill="{fill}"/>'
                    )
    return f'<g class="bars" shape-rendering="crispEdges">{svg}</g>'


def _strength(colour: str, category: str, mode: str) -> str:
    return mixed(colour, INKS[mode].paper, STRENGTH[category])


def _bands(
    line: Timeline, agreements: Sequence[Mapping[str, Any]], tall: float, scale: Scale, inks: Inks
) -> tuple[str, float]:
    """Pale bands with their names over them, and where the bars begin below the names.

    A name that would run into another moves a line up.
    """
    left, right = edges(line)
    span = (right - left).days
    levels: list[list[tuple[float, float]]] = [[]]  # of names: which shares of the width are taken
    placed: list[tuple[float, float, str, float, str, int]] = []
    for agreement in within(line, agreements):
        start, end = words.as_date(agreement["start"]) or left, words.as_date(agreement["end"]) or right
        a, b = (max(start, left) - left).days / span, (min(end + timedelta(days=1), right) - left).days / span
        wide = 0.0062 * len(agreement["name"]) + 0.012
        anchor, x = ("start", a) if a + wide <= 1 else ("end", b)
        reach = (x, x + wide) if anchor == "start" else (x - wide, x)
        level = next((i for i, taken in enumerate(levels) if not _meets(reach, taken)), len(levels))
        if level == len(levels):
            levels.append([])
        levels[level].append(reach)
        placed.append((a, b, anchor, x, agreement["name"], level))
    top = _LINE * len(levels) + 4 if placed else 4
    svg = "".join(
        f'<rect class="band" x="{scale.at(a)}" width="{scale.at(b - a)}" y="{top}" height="{tall}" '
        f'fill="{inks.band}"/>'
        for a, b, *_ in placed
    )
    names = "".join(
        letters(scale.at(x), top - 5 - _LINE * level, name, inks.quiet, anchor)
        for _, _, anchor, x, name, level in placed
    )
    return f'{svg}<g class="names">{names}</g>', top


def _meets(reach: tuple[float, float], taken: Sequence[tuple[float, float]]) -> bool:
    return any(reach[0] < b and a < reach[1] for a, b in taken)


def _stops(line: Timeline, scale: Scale, top: float, bottom: float, link: Link) -> str:
    """A link over each bar that holds anything, to its days."""
    left, right = edges(line)
    span, svg = (right - left).days, ""
    for start in filled(line):
        end = end_of(start, line.step)
        x, wide = (start - left).days / span, ((end - start).days + 1) / span
        said = "; ".join(
            f"{side.name} {what}" for side in line.sides if (what := _counts(line, side.name, start))
        )
        svg += (
            f'<a href="{markup.text(link(start, end))}" data-from="{start}" data-to="{end}" '
            f'aria-label="{markup.text(f"{name_of(start, line.step)}: {said}")}">'
            f'<rect x="{scale.at(x)}" width="{scale.at(wide)}" y="{top}" height="{bottom - top:.1f}"/></a>'
        )
    return f'<g class="stops">{svg}</g>'


def _counts(line: Timeline, side: str, start: date) -> str:
    """`alleges 3, denies 1`."""
    found = ((stance, line.total(side, stance, start)) for stance in words.STANCES)
    return ", ".join(f"{stance} {n}" for stance, n in found if n)


def _told(line: Timeline, start: date, mode: str) -> Told:
    """What stands under the pointer: the days, and of each side the numbers and a sentence of each stance."""
    said = [
        {
            "side": side.name,
            "colour": tone(side.colour, mode),
            "counts": counts,
            "sentences": [
                markup.cut(sentence, _CUT)
                for stance in words.STANCES
                if (sentence := line.sentence(side.name, stance, start))
            ],
        }
        for side in line.sides
        if (counts := _counts(line, side.name, start))
    ]
    return {"name": name_of(start, line.step), "said": said}


def _key(line: Timeline, mode: str, inks: Inks) -> list[Entry]:
    """Which direction, which strength, which pattern."""
    verb = "alleges" if len(line.sides) > 1 else "allege"
    found = []
    for index, side in enumerate(line.sides):
        colour, arrow = tone(side.colour, mode), ("▲ ", "▼ ")[index] if len(line.sides) == 2 else ""
        found.append(Entry(f"{arrow}{side.name} {verb}", colour=colour))
        found += [
            Entry(words.SHORT_CATEGORIES[category], square(_strength(colour, category, mode)))
            for category in STRENGTH
            if line.total(side.name, "alleges", category=category)
        ]
    for stance, form in reversed(PATTERN.items()):
        if any(line.total(side.name, stance) for side in line.sides):
            pattern = hatching(f"key-{stance}", form, inks.quiet, inks)
            found.append(Entry(stance, f"<defs>{pattern}</defs>{square(f'url(#key-{stance})')}"))
    return found


def _shaded(agreements: Sequence[Mapping[str, Any]], inks: Inks) -> list[Entry]:
    """What is in force where it is shaded, for where there is no room to write the names over the bands."""
    names = words.listed((row["name"] for row in agreements), at_most=9)
    return [Entry(names, square(inks.band), kind="bands")] if agreements else []


def _notes(line: Timeline, linked: bool) -> tuple[str, ...]:
    notes = ["Click a bar for its claims alone, drag over several for theirs."] if linked else []
    if line.earlier:
        notes.append(f"{words.counted(line.earlier, 'earlier claim')} not drawn.")
    if line.outside:
        notes.append(f"{words.counted(line.outside, 'claim')} by others not drawn.")
    return tuple(notes)
