"""The bubbles of a map in SVG: a disc a spot, cut into a sector for each side that alleges, each by area.

Of two sides the first is the left half, the second the right one, as in their columns. What all others
allege together is a ring around the same point.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from views.parts import markup, words
from views.parts.ground import WIDTH, Frame, Point

LARGEST = 50.0  # units: the radius of the sector that holds the highest number
_SMALLEST = 4.0
_SIZES = {"wide": 15.0, "narrow": 30.0}  # of the letters, on a wide screen and on a phone
_NAMED = 12  # of the largest bubbles are named whatever they lie over
_ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)

Box = tuple[float, float, float, float]


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


def drawn(spots: Sequence[Spot], sides: Sequence[str], colours: Mapping[str, str], frame: Frame) -> str:
    """SVG of all bubbles, the largest at the bottom, each a link to its claims, of names and of the scale."""
    most = max((spot.most for spot in spots), default=1)
    ranked = sorted(spots, key=lambda spot: (-spot.total, spot.name))
    bubbles = "".join(_bubble(spot, sides, colours, frame, most) for spot in ranked)
    return bubbles + "".join(_names(ranked, sides, frame, most, kind) + _scale(most, kind) for kind in _SIZES)


def told(spot: Spot, sides: Sequence[str]) -> str:
    """`Kursk: Russia 41, Ukraine 3, others 1`."""
    said = [f"{side} {words.number(spot.alleged.get(side, 0))}" for side in sides]
    return f"{spot.name}: {', '.join(said + ([f'others {spot.others}'] if spot.others else []))}"


def _bubble(spot: Spot, sides: Sequence[str], colours: Mapping[str, str], frame: Frame, most: int) -> str:
    centre = frame.at(spot.latitude, spot.longitude)
    paths = "".join(
        f'<path class="sector"{markup.side_style(colours.get(side))} '
        f'd="{_sector(centre, radius(n, most), index, len(sides))}"/>'
        for index, side in enumerate(sides)
        if (n := spot.alleged.get(side, 0))
    )
    if spot.others:
        x, y = centre
        paths += f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="{radius(spot.others, most, 1):.1f}"/>'
    label = markup.text(told(spot, sides))
    if spot.address is None:
        return f"<g><title>{label}</title>{paths}</g>"
    return f'<a href="{markup.text(spot.address)}" aria-label="{label}"><title>{label}</title>{paths}</a>'


def radius(n: int, most: int, parts: int = 2) -> float:
    """The radius of a half disc, or of one of so many parts, that says n where `most` is the highest."""
    return max(_SMALLEST, LARGEST * sqrt(n / most) * sqrt(parts / 2)) if n else 0.0


def _sector(centre: Point, r: float, index: int, of: int) -> str:
    """The path of one of so many equal sectors, counted from the top counter-clockwise."""
    x, y = centre
    r = r if of < 2 else r * sqrt(of / 2)
    if of < 2:
        half = f"a{r:.1f} {r:.1f} 0 1 0"
        return f"M{x - r:.1f} {y:.1f}{half} {2 * r:.1f} 0{half} {-2 * r:.1f} 0z"
    first, last = (2 * pi * turn / of for turn in (index, index + 1))
    a, b = ((x - r * sin(angle), y - r * cos(angle)) for angle in (first, last))
    return f"M{x:.1f} {y:.1f}L{a[0]:.1f} {a[1]:.1f}A{r:.1f} {r:.1f} 0 0 0 {b[0]:.1f} {b[1]:.1f}z"


def _scale(most: int, kind: str) -> str:
    """Two half discs with their numbers in the corner: how much an area says."""
    high = max(n for n in _ROUND if n <= most)
    size, html, x = _SIZES[kind], "", WIDTH - LARGEST - 2 * _SIZES[kind]
    for n in dict.fromkeys((high, max(m for m in _ROUND if m <= max(1, high / 4)))):
        r = radius(n, most)
        html += f'<path class="ring" d="{_sector((x, LARGEST + 6), r, 0, 2)}"/>'
        html += f'<text x="{x + 4:.0f}" y="{LARGEST + 6 + 0.35 * size:.0f}" font-size="{size:g}">{n:,}</text>'
        x -= 1.6 * LARGEST + size
    return f'<g class="names {kind}" aria-hidden="true">{html}</g>'


def _names(ranked: Sequence[Spot], sides: Sequence[str], frame: Frame, most: int, kind: str) -> str:
    """The names, each where no other name and no other bubble stands; the largest bubbles' in any case."""
    size = _SIZES[kind]
    reaches = [_reach(spot, sides, frame, most) for spot in ranked]
    taken: list[Box] = []
    html = ""
    for rank, spot in enumerate(ranked):
        others = reaches[:rank] + reaches[rank + 1 :]
        places = [(at, _box(at, spot.name, size)) for at in _around(reaches[rank], spot.name, size)]
        free = [(at, box) for at, box in places if _inside(box, frame) and not _hits(box, taken)]
        over = [sum(_shared(box, other) for other in others) for _, box in free]
        if over and (min(over) == 0 or rank < _NAMED):
            (x, y), box = free[over.index(min(over))]
            taken.append(box)
            html += f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size:g}">{markup.text(spot.name)}</text>'
    return f'<g class="names {kind}" aria-hidden="true">{html}</g>'


def _reach(spot: Spot, sides: Sequence[str], frame: Frame, most: int) -> Box:
    """The box that a bubble fills: left, top, right, bottom."""
    x, y = frame.at(spot.latitude, spot.longitude)
    ring = radius(spot.others, most, 1)
    radii = [radius(spot.alleged.get(side, 0), most) for side in sides]
    left, right = (radii[0], radii[1]) if len(radii) == 2 else (max(radii), max(radii))
    tall = max(ring, *radii)
    return x - max(left, ring), y - tall, x + max(right, ring), y + tall


def _around(reach: Box, name: str, size: float) -> Iterable[Point]:
    """Where a name may begin: right of its bubble, left, above, below, at its corners."""
    left, top, right, bottom = reach
    wide, gap = 0.56 * size * len(name), 0.3 * size
    middle = (top + bottom) / 2 + 0.35 * size
    yield right + gap, middle
    yield left - gap - wide, middle
    yield (left + right - wide) / 2, top - gap
    yield (left + right - wide) / 2, bottom + gap + 0.7 * size
    for y in (top + 0.2 * size, bottom + 0.3 * size):
        yield right - 0.2 * size, y
        yield left + 0.2 * size - wide, y


def _box(at: Point, name: str, size: float) -> Box:
    x, y = at
    return x, y - 0.8 * size, x + 0.56 * size * len(name), y + 0.25 * size


def _inside(box: Box, frame: Frame) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= WIDTH - 2 and box[3] <= frame.height - 2


def _hits(box: Box, others: Iterable[Box]) -> bool:
    return any(_shared(box, other) for other in others)


def _shared(a: Box, b: Box) -> float:
    """The area that two boxes share."""
    wide, tall = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return wide * tall if wide > 0 and tall > 0 else 0.0
