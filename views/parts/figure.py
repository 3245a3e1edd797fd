"""What all charts have in common: a Plotly figure that bears its title, filter, source and data version.

Each is made twice, for a wide page and for a phone; the style sheet shows the one that fits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from views.parts import markup
from views.parts.colours import INKS
from views.parts.sketch import Sketch

SANS = '"Source Sans", "Source Sans 3", Arial, Helvetica, sans-serif'
LETTERS = 12  # pixels: the height of letters on axes and in keys
LEFT, RIGHT = 1, 40  # pixels beside the field: numbers stand at the right
_PRINT = 11  # pixels: the height of the small print below
_LETTER = 0.51  # of the height of letters: how wide one is
_SWATCH = 42  # pixels that an entry of the key takes beside its letters
_LOWERED = 16  # pixels above a title of several lines, whose first Plotly sets too high
_LINE = 1.36  # of the height of letters: that of a line


@dataclass(frozen=True)
class Room:
    """About how many pixels wide a chart is; labels on its axis; letters in a line of a tip, a sentence."""

    kind: str
    width: int
    labels: int
    tip: int
    sentence: int


WIDE, NARROW = ROOMS = (Room("wide", 1080, 8, 60, 240), Room("narrow", 356, 4, 40, 100))


@dataclass(frozen=True)
class Imprint:
    """What a chart says of itself wherever it goes: the filter, the source with the data version, a name."""

    filter: str
    source: str
    name: str


@dataclass(frozen=True)
class Entry:
    """An entry of the key: its words, and the look of its sample, as Plotly takes it of a bar or a marker."""

    words: str
    marker: dict[str, Any]
    is_bar: bool = True


@dataclass(frozen=True)
class Head:
    """What stands around the field of a chart: its title, its key, and what is said of it in small print."""

    title: str
    key: Sequence[Entry]
    notes: Sequence[str] = ()


def framed(head: Head, imprint: Imprint, room: Room, mode: str, field: float, axis: int) -> Sketch:
    """An empty chart with its frame of words, for a "light" or "dark" page.

    `field` is the height in pixels of what is to be drawn, `axis` that of the labels below it.
    """
    inks = INKS[mode]
    title = lines(head.title, room.width, 17)
    about = lines(imprint.filter, room.width, 13)
    small = [line for text in (*head.notes, imprint.source) for line in lines(text, room.width, _PRINT)]
    top = 22 * len(title) + 18 * len(about) + 18
    key = 21 * _rows(head.key, room) + 8 if head.key else 4
    bottom = axis + round(_LINE * _PRINT * len(small)) + 8
    sketch = Sketch()
    for entry in head.key:
        look = {"name": _text(entry.words), "hoverinfo": "skip", "showlegend": True}
        if entry.is_bar:
            sketch.add_bar(x=[None], y=[None], marker=entry.marker, **look)
        else:
            sketch.add_scatter(x=[None], y=[None], mode="markers", marker=entry.marker, **look)
    sketch.update_layout(
        template="none",
        title={
            "text": f"<b>{_joined(title)}</b>", "font": {"size": 17, "color": inks.ink},
            "subtitle": {"text": _joined(about), "font": {"size": 13, "color": inks.quiet}},
            "x": 0, "xref": "container", "xanchor": "left", "y": 1, "yref": "container", "yanchor": "top",
            "pad": {"t": 6 if len(title) == 1 else _LOWERED, "l": LEFT}, "automargin": False,
        },
        legend={
            "orientation": "h", "x": 0, "xref": "paper", "xanchor": "left", "yref": "container",
            "y": 1 - top / (top + key + field + bottom), "yanchor": "top", "itemclick": False,
            "itemdoubleclick": False, "font": {"size": 13, "color": inks.ink}, "traceorder": "normal",
            "tracegroupgap": 0, "bgcolor": "rgba(0,0,0,0)", "itemwidth": 30,
        },
        height=round(top + key + field + bottom),
        margin={"l": LEFT, "r": RIGHT, "t": top + key, "b": bottom},
        font={"family": SANS, "size": LETTERS, "color": inks.quiet},
        paper_bgcolor=inks.paper,
        plot_bgcolor=inks.paper,
        hovermode="closest",
        hoverlabel={
            "bgcolor": inks.paper, "bordercolor": inks.dot, "align": "left", "namelength": -1,
            "font": {"family": SANS, "size": 13, "color": inks.ink},
        },
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": inks.quiet, "activecolor": inks.ink},
        dragmode=False,
    )  # fmt: skip
    sketch.add_annotation(
        text=_joined(small), showarrow=False, align="left", xref="paper", yref="paper", x=0, y=0,
        xanchor="left", yanchor="top", yshift=-axis, borderpad=0, font={"size": _PRINT, "color": inks.quiet},
    )  # fmt: skip
    return sketch


def config(figure: go.Figure, imprint: Imprint, room: Room, form: str) -> dict[str, Any]:
    """How Plotly shows it: one button, which makes a picture of it in the browser, `png` or `svg`."""
    return {
        "modeBarButtons": [["toImage"]],
        "displaylogo": False,
        "doubleClick": False,
        "doubleClickDelay": 0,  # ms: of two touches at once, a double click, Streamlit forgets the point
        "scrollZoom": False,
        "showTips": False,
        "showAxisDragHandles": False,
        "toImageButtonOptions": {
            "format": form,
            "filename": imprint.name,
            "width": room.width,
            "height": figure.layout.height,
            "scale": 2 if form == "png" else 1,
        },
    }


def lines(text: str, width: float, size: float) -> list[str]:
    """A text broken into lines of a width in pixels, in letters of a size."""
    return wrap(markup.plain(text), max(16, int(width / (_LETTER * size))))


def tip(name: str, said: Iterable[tuple[str, str, Sequence[str]]], room: Room) -> str:
    """What stands under the pointer: a name, then of each who speaks a head, its colour, and sentences."""
    parts = [f"<b>{part}</b>" for part in map(_text, wrap(markup.plain(name), room.tip))]
    for head, colour, sentences in said:
        broken = map(_text, wrap(markup.plain(head), room.tip))
        parts += [f'<span style="color:{colour}"><b>{part}</b></span>' for part in broken]
        for sentence in sentences:
            parts += map(_text, wrap(markup.cut(sentence, room.sentence), room.tip))
    return "<br>".join(parts)


def _rows(key: Sequence[Entry], room: Room) -> int:
    """How many rows the key fills: one, or as many as it takes in columns as wide as the widest entry."""
    wide, widths = room.width - LEFT - RIGHT, [_SWATCH + _LETTER * 13 * len(entry.words) for entry in key]
    return 1 if sum(widths) <= wide else -(-len(key) // max(1, int(wide / max(widths))))


def _joined(broken: Iterable[str]) -> str:
    return "<br>".join(map(_text, broken))


def _text(value: str) -> str:
    return markup.text(value)
