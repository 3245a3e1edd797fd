"""Where the names on a map stand: each nearest to its bubble and over no other, or nowhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Place = tuple[float, float, str]
"""Where a name stands: x, y of its base line, and what of it stands there: its start, middle or end."""
_LETTER = 0.55  # of the height of letters: how wide one is
_OVER = 0.2  # of a name may lie over other bubbles


@dataclass(frozen=True)
class Named:
    """A bubble with its name: its middle, and the box that it fills; its halves may differ."""

    name: str
    x: float
    y: float
    box: Box


def placed(
    bubbles: Sequence[Named], taken: Iterable[Box], size: float, field: tuple[float, float]
) -> list[tuple[Named, Place]]:
    """The bubbles whose names find room, with the places of these; the first find it first.

    `taken` are boxes that nothing may cover, `size` the height of letters, `field` the width and height of
    the drawing.
    """
    full, found = list(taken), []
    for rank, own in enumerate(bubbles):
        others = [*bubbles[:rank], *bubbles[rank + 1 :]]
        free: list[tuple[float, Place, Box]] = []
        for place in _around(own.box, own.name, size):
            box = _box(place, own.name, size)
            if (
                _inside(box, field)
                and not any(_shared(box, one) for one in full)
                and all(_far(box, other) > _far(box, own) for other in others)
            ):
                free.append((sum(_shared(box, other.box) for other in others) / _area(box), place, box))
        if free and (best := min(free, key=lambda one: one[0]))[0] <= _OVER:
            full.append(best[2])
            found.append((own, best[1]))
    return found


def _around(bubble: Box, name: str, size: float) -> Iterable[Place]:
    """Where a name may stand: right of its bubble, left, above, below, at its corners, in a large one."""
    left, top, right, bottom = bubble
    gap = 0.3 * size
    centre, middle = (left + right) / 2, (top + bottom) / 2 + 0.35 * size
    yield right + gap, middle, "start"
    yield left - gap, middle, "end"
    yield centre, top - gap, "middle"
    yield centre, bottom + gap + 0.7 * size, "middle"
    for y in (top + 0.2 * size, bottom + 0.3 * size):
        yield right - 0.2 * size, y, "start"
        yield left + 0.2 * size, y, "end"
    if right - left > 0.8 * _LETTER * size * len(name):
        yield centre, middle, "middle"


def _box(place: Place, name: str, size: float) -> Box:
    x, y, anchor = place
    wide = _LETTER * size * len(name)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return left, y - 0.85 * size, left + wide, y + 0.28 * size


def _inside(box: Box, field: tuple[float, float]) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= field[0] - 2 and box[3] <= field[1] - 2


def _far(name: Box, bubble: Named) -> float:
    """How far a name is from the edge of a bubble's half, less than 0 within it."""
    x = min(max(bubble.x, name[0]), name[2])
    y = min(max(bubble.y, name[1]), name[3])
    left, right = bubble.x - bubble.box[0], bubble.box[2] - bubble.x
    half = right if x > bubble.x else left if x < bubble.x else max(left, right)
    return hypot(x - bubble.x, y - bubble.y) - half


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _shared(a: Box, b: Box) -> float:
    """The area that two boxes share."""
    wide, tall = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return wide * tall if wide > 0 and tall > 0 else 0.0
