"""The bubbles of a map: a disc a spot, cut into a sector for each side that alleges, each by area.

Of two sides the first is the left half, the second the right one, as in their columns. What all others
allege together is a ring around the same point. They are shapes of Plotly's, measured in pixels from their
point, so that they stay round and readable on a map of any width.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt, tan
from typing import Any

from views.parts import words
from views.parts.colours import INKS
from views.parts.naming import Box, Named

_SMALLEST = 0.08  # of the largest
_ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)

Shape = dict[str, Any]


@dataclass(frozen=True)
class Spot:
    """A region or place: its point, the allegations of each side there, those of all others, its code."""

    name: str
    latitude: float
    longitude: float
    alleged: Mapping[str, int]
    others: int
    region: str

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
    """What the bubbles of a map have in common: the sides' colours, the highest number and the radius in
    pixels of the sector that says it, light or dark."""

    tones: Mapping[str, str]
    most: int
    largest: float
    mode: str

    def radius(self, n: int, parts: int = 2) -> float:
        """The radius in pixels of a half disc, or of one of so many parts, that says n."""
        if not n:
            return 0.0
        return self.largest * max(_SMALLEST, sqrt(n / self.most) * sqrt(parts / 2))


def shapes(spot: Spot, x: float, y: float, look: Look) -> Iterator[Shape]:
    """The shapes of a spot at a point of the axes."""
    at = {"xref": "x", "yref": "y", "xanchor": x, "yanchor": y}
    inks = INKS[look.mode]
    for index, (side, colour) in enumerate(look.tones.items()):
        if n := spot.alleged.get(side, 0):
            path = sector(look.radius(n), index, len(look.tones))
            yield _shape(path, colour, inks.paper, 0.84, 1) | at
    if spot.others:
        yield _shape(sector(look.radius(spot.others, 1), 0, 1), None, inks.ink, 1, 1.6) | at


def told(spot: Spot, sides: Sequence[str]) -> str:
    """`Hill: Norland 41, Sudland 3, others 1`."""
    said = [f"{side} {words.number(spot.alleged.get(side, 0))}" for side in sides]
    return f"{spot.name}: {', '.join(said + ([f'others {spot.others}'] if spot.others else []))}"


def reach(spot: Spot, look: Look) -> float:
    """The radius in pixels of the circle around all of a spot."""
    return max(look.radius(spot.others, 1), *(look.radius(n) for n in spot.alleged.values()), 1)


def sector(r: float, index: int, of: int) -> str:
    """The path of one of so many equal sectors around 0,0, counted from the top counter-clockwise."""
    r = r if of < 2 else r * sqrt(of / 2)
    first, last = (2 * pi * turn / max(of, 1) for turn in (index, index + 1))
    steps = max(1, round((last - first) / (pi / 2) + 0.49))
    turn = (last - first) / steps
    bend = 4 / 3 * tan(turn / 4)
    begin = f"{-r * sin(first):.1f},{r * cos(first):.1f}"
    path = f"M{begin}" if of < 2 else f"M0,0L{begin}"
    for n in range(steps):
        a, b = first + n * turn, first + (n + 1) * turn
        ends = (
            (-sin(a) - bend * cos(a), cos(a) - bend * sin(a)),
            (-sin(b) + bend * cos(b), cos(b) + bend * sin(b)),
            (-sin(b), cos(b)),
        )
        path += "C" + " ".join(f"{r * x:.1f},{r * y:.1f}" for x, y in ends)
    return path + "Z"


def scale(look: Look) -> tuple[list[Shape], list[tuple[str, float, float]]]:
    """Two half discs at the upper right of the map, which say how much an area is, and their numbers (words,
    pixels from there)."""
    inks = INKS[look.mode]
    high = max(n for n in _ROUND if n <= look.most)
    at = {"xref": "paper", "yref": "paper", "yanchor": 1}
    drawn, numbers, x, y = [], [], -44.0, -look.largest - 4
    for n in dict.fromkeys((high, max(m for m in _ROUND if m <= max(1, high / 4)))):
        path = _moved(sector(look.radius(n), 0, 2), x, y)
        drawn.append(_shape(path, inks.paper, inks.quiet, 1, 1.3) | at | {"xanchor": 1})
        numbers.append((words.number(n), x + 3, y))
        x -= 1.2 * look.largest + 34
    return drawn, numbers


def corner(look: Look, width: float) -> Box:
    """The box that the scale fills."""
    return width - 44 - 2.4 * look.largest - 40, 0.0, width, 2 * look.largest + 12


def named(spot: Spot, x: float, y: float, look: Look) -> Named:
    """The bubble at a point in pixels with its name, to find room for that."""
    ring = look.radius(spot.others, 1)
    radii = [look.radius(spot.alleged.get(side, 0)) for side in look.tones]
    left, right = (radii[0], radii[1]) if len(radii) == 2 else (max(radii), max(radii))
    tall = max(ring, *radii)
    return Named(spot.name, x, y, (x - max(left, ring), y - tall, x + max(right, ring), y + tall))


def _shape(path: str, fill: str | None, line: str, opacity: float, width: float) -> Shape:
    look = {"fillcolor": fill} if fill else {}
    return {
        "type": "path", "path": path, "xsizemode": "pixel", "ysizemode": "pixel", "opacity": opacity,
        "line": {"color": line, "width": width}, "layer": "below", **look,
    }  # fmt: skip


def _moved(path: str, x: float, y: float) -> str:
    """A path of absolute commands, moved."""

    def there(point: str) -> str:
        a, b = point.split(",")
        return f"{float(a) + x:.1f},{float(b) + y:.1f}"

    return re.sub(r"-?[\d.]+,-?[\d.]+", lambda found: there(found[0]), path)
