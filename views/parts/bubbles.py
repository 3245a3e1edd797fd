"""The bubbles of a map in SVG: a disc a spot, cut into a sector for each side that alleges, each by area.

Of two sides the first is the left half, the second the right one, as in their columns. What all others
allege together is a ring around the same point.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from views.parts import markup, words
from views.parts.colours import INKS
from views.parts.ground import WIDTH, Frame, Point
from views.parts.naming import Box, Named

LARGEST = 50.0  # units: the radius of the sector that holds the highest number
_SMALLEST = 4.0
_ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)


@dataclass(frozen=True)
class Spot:
    """A region or place: its point, the allegations of each side there, those of all others, its link."""

    name: str
    latitude: float
    longitude: float
    alleged: Mapping[str, int]
    others: int
    address: str | None

    @property
    def total(self) -> int:
        """The allegations of all."""
        return sum(self.alleged.values()) + self.others

    @property
    def most(self) -> int:
        """The highest of its numbers."""
        return max([self.others, *self.alleged.values()])


@dataclass(frozen=True)
class Look:
    """What the bubbles of a drawing have in common: the sides' colours, the highest number, light or dark."""

    tones: Mapping[str, str]
    most: int
    mode: str


def drawn(spot: Spot, look: Look, frame: Frame) -> str:
    """SVG of a spot: a link to its claims, if they have an address."""
    x, y = frame.at(spot.latitude, spot.longitude)
    inks = INKS[look.mode]
    paths = "".join(
        f'<path class="sector" fill="{colour}" fill-opacity="0.84" stroke="{inks.paper}" '
        f'd="{sector((x, y), radius(n, look.most), index, len(look.tones))}"/>'
        for index, (side, colour) in enumerate(look.tones.items())
        if (n := spot.alleged.get(side, 0))
    )
    if spot.others:
        r = radius(spot.others, look.most, 1)
        paths += (
            f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="none" stroke="{inks.ink}" '
            'stroke-width="2"/>'
        )
    if spot.address is None:
        return f"<g>{paths}</g>"
    label = markup.text(told(spot, list(look.tones)))
    return f'<a href="{markup.text(spot.address)}" aria-label="{label}">{paths}</a>'


def told(spot: Spot, sides: Sequence[str]) -> str:
    """`Kursk: Russia 41, Ukraine 3, others 1`."""
    said = [f"{side} {words.number(spot.alleged.get(side, 0))}" for side in sides]
    return f"{spot.name}: {', '.join(said + ([f'others {spot.others}'] if spot.others else []))}"


def radius(n: int, most: int, parts: int = 2) -> float:
    """The radius of a half disc, or of one of so many parts, that says n where `most` is the highest."""
    return max(_SMALLEST, LARGEST * sqrt(n / most) * sqrt(parts / 2)) if n else 0.0


def sector(centre: Point, r: float, index: int, of: int) -> str:
    """The path of one of so many equal sectors, counted from the top counter-clockwise."""
    x, y = centre
    r = r if of < 2 else r * sqrt(of / 2)
    if of < 2:
        half = f"a{r:.1f} {r:.1f} 0 1 0"
        return f"M{x - r:.1f} {y:.1f}{half} {2 * r:.1f} 0{half} {-2 * r:.1f} 0z"
    first, last = (2 * pi * turn / of for turn in (index, index + 1))
    a, b = ((x - r * sin(angle), y - r * cos(angle)) for angle in (first, last))
    return f"M{x:.1f} {y:.1f}L{a[0]:.1f} {a[1]:.1f}A{r:.1f} {r:.1f} 0 0 0 {b[0]:.1f} {b[1]:.1f}z"


def scale(look: Look, size: float) -> tuple[str, Box]:
    """SVG of two half discs with their numbers in the corner, which say how much an area is; their box."""
    inks = INKS[look.mode]
    high = max(n for n in _ROUND if n <= look.most)
    svg, x, y = "", WIDTH - LARGEST - 2 * size, LARGEST + 6
    for n in dict.fromkeys((high, max(m for m in _ROUND if m <= max(1, high / 4)))):
        half = sector((x, y), radius(n, look.most), 0, 2)
        svg += f'<path d="{half}" fill="{inks.paper}" stroke="{inks.quiet}" stroke-width="1.3"/>'
        svg += f'<text x="{x + 4:.0f}" y="{y + 0.35 * size:.0f}" font-size="{size:g}" fill="{inks.ink}">'
        svg += f"{n:,}</text>"
        x -= 1.6 * LARGEST + size
    return f'<g aria-hidden="true">{svg}</g>', (x, 0.0, WIDTH, 2 * y)


def named(spot: Spot, look: Look, frame: Frame) -> Named:
    """The bubble with its name, to find room for that."""
    x, y = frame.at(spot.latitude, spot.longitude)
    ring = radius(spot.others, look.most, 1)
    radii = [radius(spot.alleged.get(side, 0), look.most) for side in look.tones]
    left, right = (radii[0], radii[1]) if len(radii) == 2 else (max(radii), max(radii))
    tall = max(ring, *radii)
    return Named(spot.name, x, y, (x - max(left, ring), y - tall, x + max(right, ring), y + tall))
