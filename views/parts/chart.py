"""A chart: its drawing in SVG, its title, its key, and what it says in words, for a page or for a file.

On a page it is as wide as there is room, its letters always of one size: widths are told in percent. In a
file it has a width of its own.
"""

from dataclasses import dataclass
from typing import Any

from views.parts import markup
from views.parts.colours import Inks

SAMPLE = 13  # units: the side of the square that a sample in the key fills
LETTERS = 12  # units: the height of letters in a drawing


@dataclass(frozen=True)
class Entry:
    """What a form or colour means: the words, a sample (SVG), the colour of the words if they name a side."""

    words: str
    sample: str = ""
    colour: str | None = None
    kind: str = ""  # a class for the style sheet


Told = dict[str, Any]
"""What is told of a stop: its name, and what is said there (side, colour, counts, sentences)."""


@dataclass(frozen=True)
class Chart:
    """A drawing `height` units high, and all that belongs to it.

    `view`: the width and height in its own units of a drawing that grows with the page, letters and all; such
    a one is drawn anew for a phone (`narrow`). `notes` are sentences under the key. `told` is what stands
    under the pointer at each stop (a link in the group "stops"), in their order.
    """

    title: str
    span: str
    alt: str
    svg: str
    height: float
    key: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    view: tuple[float, float] | None = None
    narrow: "Chart | None" = None


@dataclass(frozen=True)
class Scale:
    """Where a share of the drawing's width stands: of `width` units in a file, in percent on a page."""

    width: float | None

    def at(self, share: float) -> str:
        """The place, as SVG writes it."""
        return f"{100 * share:.2f}%" if self.width is None else f"{share * self.width:.1f}"


def letters(
    x: str, y: float, words: str, colour: str, anchor: str = "start", bold: bool = False, more: str = ""
) -> str:
    """SVG of a line of letters."""
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}" font-size="{LETTERS}"'
        f"{weight}{more}>{markup.text(words)}</text>"
    )


def square(colour: str) -> str:
    """The sample of a filled bar."""
    return f'<rect width="{SAMPLE}" height="{SAMPLE}" fill="{colour}"/>'


def hatching(name: str, form: str, colour: str, inks: Inks) -> str:
    """SVG of a pattern: `lines` that slant, or `dots`."""
    inner = (
        '<path d="M-1 1l2-2M0 5l5-5M4 6l2-2" stroke-width="1.5"/>'
        if form == "lines"
        else f'<circle cx="2.5" cy="2.5" r="1" fill="{colour}" stroke="none"/>'
    )
    return (
        f'<pattern id="{name}" width="5" height="5" patternUnits="userSpaceOnUse" stroke="{colour}">'
        f'<rect width="5" height="5" fill="{inks.paper}" stroke="none"/>{inner}</pattern>'
    )
