"""Where the names on a map stand: each by its bubble, over no other name, or nowhere if there is no room."""

from collections.abc import Iterable, Sequence

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Point = tuple[float, float]
_LETTER = 0.55  # of the height of letters: how wide one is
_OVER = 0.16  # of a name may lie over other bubbles


def placed(
    names: Sequence[str],
    reaches: Sequence[Box],
    taken: Iterable[Box],
    size: float,
    field: tuple[float, float],
) -> list[tuple[str, Point]]:
    """The names that find room, with the points where they begin; the first find it first.

    `reaches` are the boxes of their bubbles, `taken` other boxes that nothing may cover, `size` the height of
    letters, `field` the width and height of the drawing.
    """
    full, found = list(taken), []
    for rank, (name, own) in enumerate(zip(names, reaches, strict=True)):
        others = [*reaches[:rank], *reaches[rank + 1 :]]
        free: list[tuple[float, Point, Box]] = []
        for at in _around(own, name, size):
            box = _box(at, name, size)
            if _inside(box, field) and not any(_shared(box, one) for one in full):
                free.append((sum(_shared(box, other) for other in others) / _area(box), at, box))
        if free and (best := min(free, key=lambda one: one[0]))[0] <= _OVER:
            full.append(best[2])
            found.append((name, best[1]))
    return found


def _around(reach: Box, name: str, size: float) -> Iterable[Point]:
    """Where a name may begin: right of its bubble, left, above, below, at its corners."""
    left, top, right, bottom = reach
    wide, gap = _LETTER * size * len(name), 0.3 * size
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
    return x, y - 0.85 * size, x + _LETTER * size * len(name), y + 0.28 * size


def _inside(box: Box, field: tuple[float, float]) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= field[0] - 2 and box[3] <= field[1] - 2


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _shared(a: Box, b: Box) -> float:
    """The area that two boxes share."""
    wide, tall = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return wide * tall if wide > 0 and tall > 0 else 0.0
