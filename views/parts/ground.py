"""The ground of a map: which stretch of the earth is shown, and the faint points that give it its shape."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

WIDTH = 1000.0  # units of the picture
_FLATTEST = 0.45  # its height for its width
WIDE, NARROW = 0.62, 1.2  # the most of it, on a wide screen and on a phone
_MARGIN = 0.09  # of the longer side, around the bubbles
_LEAST = 2.0  # degrees of latitude, so that a single region is seen in its surroundings
DOT = 2.0
"""Units: the size of a point of the land."""
_FEW, _SHRINKS = 0.04, 0.7  # so small a share is left out where the frame shrinks to so much without it

Point = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """A stretch of the earth, in degrees, drawn with the middle latitude true to scale."""

    south: float
    north: float
    west: float
    east: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude in the middle of the frame."""
        return max(0.1, cos(radians((self.south + self.north) / 2)))

    @property
    def height(self) -> float:
        """The height of the picture in its units."""
        return WIDTH * (self.north - self.south) / ((self.east - self.west) * self.squeeze)

    def at(self, latitude: float, longitude: float) -> Point:
        """Where a point of the earth stands in the picture: x from the left, y from the top."""
        x = WIDTH * (longitude - self.west) / (self.east - self.west)
        return x, self.height * (self.north - latitude) / (self.north - self.south)

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether the point is in the picture."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east


def frame_of(spots: Sequence[tuple[float, float, int]], steepest: float = WIDE) -> Frame:
    """The frame for spots of latitude, longitude and weight, `steepest` times as high as wide at most.

    A few far ones are left out if the rest is seen much larger for it: they carry little of the weight.
    """
    kept = list(spots)
    spare = _FEW * sum(weight for _, _, weight in spots)
    while len(kept) > 2:
        far = min(kept, key=lambda spot: (_area([s for s in kept if s is not spot]), spot))
        rest = [spot for spot in kept if spot is not far]
        spare -= far[2]
        if spare < 0 or _area(rest) > _SHRINKS * _area(kept):
            break
        kept = rest
    return _widened(kept, steepest)


def dots(land: Iterable[Point], frame: Frame) -> list[Point]:
    """The land within the frame as points in the picture, those that would touch once."""
    steps = {
        (round(x / DOT), round(y / DOT))
        for x, y in (frame.at(*point) for point in land if frame.holds(*point))
    }
    return [(x * DOT, y * DOT) for x, y in sorted(steps)]


def _area(spots: Sequence[tuple[float, float, int]]) -> float:
    latitudes, longitudes = [s[0] for s in spots], [s[1] for s in spots]
    return (max(latitudes) - min(latitudes) + 1) * (max(longitudes) - min(longitudes) + 1)


def _widened(spots: Sequence[tuple[float, float, int]], steepest: float) -> Frame:
    """A frame around the spots with a margin, no flatter and no steeper than a picture should be."""
    latitudes, longitudes = [s[0] for s in spots], [s[1] for s in spots]
    middle, centre = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
    squeeze = max(0.1, cos(radians(middle)))
    tall = max(max(latitudes) - min(latitudes), _LEAST)
    wide = max((max(longitudes) - min(longitudes)) * squeeze, _LEAST)
    margin = _MARGIN * max(tall, wide)
    tall, wide = tall + 2 * margin, wide + 2 * margin
    tall, wide = max(tall, _FLATTEST * wide), max(wide, tall / steepest)
    return Frame(
        middle - tall / 2, middle + tall / 2, centre - wide / squeeze / 2, centre + wide / squeeze / 2
    )
