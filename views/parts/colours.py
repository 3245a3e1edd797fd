"""The colours of the charts on a light and on a dark page, and how those of the sides are made."""

from dataclasses import dataclass
from typing import Literal

Mode = Literal["light", "dark"]


@dataclass(frozen=True)
class Inks:
    """The colours of all that belongs to no side, each #rrggbb."""

    paper: str
    ink: str
    quiet: str
    grid: str
    band: str
    dot: str


INKS: dict[str, Inks] = {
    "light": Inks("#ffffff", "#1b2127", "#56626d", "#e2e6ea", "#edf0f3", "#b3bec8"),
    "dark": Inks("#14181c", "#e6e9ec", "#a7b1bb", "#2b3238", "#22292f", "#4a5560"),
}


def tone(colour: str, mode: str) -> str:
    """The colour as the style sheet turns it: dark enough to read on white, light enough on black."""
    return mixed(colour, "#000000", 0.92) if mode == "light" else mixed(colour, "#ffffff", 0.58)


def mixed(colour: str, ground: str, share: float) -> str:
    """`share` of a colour over a ground, both #rrggbb."""
    a, b = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (colour, ground))
    return "#" + "".join(f"{round(x * share + y * (1 - share)):02x}" for x, y in zip(a, b, strict=True))
