"""A chart as a file of its own, in SVG: with its title, filter and key, and where and when it is from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from views.parts import markup
from views.parts.chart import LETTERS, SAMPLE, Chart, Entry
from views.parts.colours import INKS, Inks

WIDTH = 1200  # units
_MARGIN = 40
ROOM = WIDTH - 2 * _MARGIN - 36  # for the drawing: its numbers stand right of it
_SANS = '"Source Sans", "Source Sans 3", Arial, Helvetica, sans-serif'
_SERIF = '"Source Serif", "Source Serif 4", "Times New Roman", serif'
_LETTER = 0.5  # of the height of letters: how wide one is


@dataclass(frozen=True)
class Imprint:
    """What a file says beside its chart: the title over it, lines under the title and under the chart."""

    title: str
    lines: Sequence[str]
    source: Sequence[str]


def svg(chart: Chart, imprint: Imprint) -> str:
    """The whole file; every text from outside is escaped in it."""
    inks, y = INKS["light"], _MARGIN + 22.0
    body = _line(
        _MARGIN, y, f"{chart.title}, {chart.span}", inks.ink, 26, f"font-family='{_SERIF}' font-weight='700'"
    )
    y += 10
    for size, colour, lines in ((15, inks.ink, [imprint.title]), (14, inks.quiet, imprint.lines)):
        part, y = _lines(lines, y, size, colour)
        body += part
    part, y = _key((entry for entry in chart.key if entry.kind != "bands"), y + 30, inks)
    body += part
    part, y = _drawing(chart, y + 20)
    body += part
    part, y = _lines([" ".join(chart.notes), *imprint.source], y + 6, 13, inks.quiet)
    body += part
    height = y + _MARGIN - 12
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" '
        f'viewBox="0 0 {WIDTH} {height:.0f}" role="img" font-family=\'{_SANS}\'>'
        f"<title>{markup.text(f'{chart.title}, {chart.span}. {imprint.title}')}</title>"
        f"<desc>{markup.text(' '.join([chart.alt, *imprint.source]))}</desc>"
        f'<rect width="100%" height="100%" fill="{inks.paper}"/>{body}</svg>\n'
    )


def _drawing(chart: Chart, y: float) -> tuple[str, float]:
    """The drawing, as wide as the page, and where it ends."""
    if chart.view is None:
        return f'<g transform="translate({_MARGIN} {y:.0f})">{chart.svg}</g>', y + chart.height
    grown = (WIDTH - 2 * _MARGIN) / chart.view[0]
    place = f"translate({_MARGIN} {y:.0f}) scale({grown:.3f})"
    return f'<g transform="{place}">{chart.svg}</g>', y + grown * chart.view[1]


def _key(entries: Iterable[Entry], y: float, inks: Inks) -> tuple[str, float]:
    """The key in as many lines as it needs, and where it ends."""
    body, x = "", float(_MARGIN)
    for entry in entries:
        wide = (SAMPLE + 6 if entry.sample else 0) + 0.54 * 14 * len(entry.words) + 18
        if x + wide > WIDTH - _MARGIN and x > _MARGIN:
            x, y = float(_MARGIN), y + 22
        if entry.sample:
            body += f'<g transform="translate({x:.0f} {y - 11:.0f})">{entry.sample}</g>'
        bold = "font-weight='600'" if entry.colour else ""
        start = x + (SAMPLE + 6 if entry.sample else 0)
        body += _line(start, y, entry.words, entry.colour or inks.quiet, 14, bold)
        x += wide
    return body, y


def _lines(lines: Iterable[str], y: float, size: int, colour: str) -> tuple[str, float]:
    """Lines of text under a height, broken where they are too long, and where the last one stands."""
    body, room = "", int((WIDTH - 2 * _MARGIN) / (_LETTER * size))
    for piece in (piece for line in lines if line for piece in wrap(markup.plain(line), room)):
        y += 1.42 * size
        body += _line(_MARGIN, y, piece, colour, size)
    return body, y


def _line(x: float, y: float, words: str, colour: str, size: int = LETTERS, more: str = "") -> str:
    return (
        f'<text x="{x:.0f}" y="{y:.1f}" font-size="{size}" fill="{colour}" {more}>{markup.text(words)}</text>'
    )
