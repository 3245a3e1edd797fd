"""How days, numbers and the terms of the data are written out for a reader."""

from collections.abc import Iterable, Sequence
from datetime import date

STANCES = ("alleges", "denies", "admits")
OF_SEVERAL = {"alleges": "allege", "denies": "deny", "admits": "admit"}
CATEGORIES = {
    "energy_strike": "energy strike",
    "ceasefire_violation": "truce breach",
    "other_strike": "other strike",
}
SHORT_CATEGORIES = {
    "energy_strike": "energy",
    "ceasefire_violation": "truce breach",
    "other_strike": "other strikes",
}


def as_date(value: date | str | None) -> date | None:
    """A date, whether the database gave ISO text or a date."""
    return date.fromisoformat(value[:10]) if isinstance(value, str) and value else value or None


def day(value: date | str | None, year: bool = True) -> str:
    """`27 March 2025`; `27 March` without the year."""
    d = as_date(value)
    if d is None:
        return "date unknown"
    return f"{d.day} {d:%B} {d.year}" if year else f"{d.day} {d:%B}"


def moment(value: str) -> str:
    """`27 March 2025, 14:05 UTC`, of a time in UTC as ISO text."""
    return f"{day(value)}, {value[11:16]} UTC"


def short_day(value: date | str | None, beside: date | str | None = None) -> str:
    """`27 Mar`, with the year unless it is that of the day it stands beside."""
    d, other = as_date(value), as_date(beside)
    if d is None:
        return "date unknown"
    return f"{d.day} {d:%b}" if other and other.year == d.year else f"{d.day} {d:%b} {d.year}"


def period(first: date | str | None, last: date | str | None) -> str:
    """`5 April 2025`, `24–27 March 2025`, `18 March – 26 April 2025`, `30 December 2024 – 2 January 2025`."""
    a, b = as_date(first), as_date(last)
    if a is None or b is None or a == b:
        return day(a or b)
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{day(b)}"
    return f"{day(a, year=a.year != b.year)} – {day(b)}"


def within(first: date | str | None, last: date | str | None) -> str:
    """`for 24–27 March 2025`, `since 24 March 2025`, `until 27 March 2025`; empty if neither day is given."""
    if first and last:
        return f"for {period(first, last)}"
    return f"since {day(first)}" if first else f"until {day(last)}" if last else ""


def number(n: int) -> str:
    """A whole number with commas between its thousands."""
    return f"{n:,}"


def counted(n: int, one: str, many: str | None = None, is_least: bool = False) -> str:
    """`1 claim`, `412 claims`; `more than 412 claims`."""
    return f"{'more than ' * is_least}{number(n)} {one if n == 1 else many or one + 's'}"


def listed(items: Iterable[str], at_most: int = 7) -> str:
    """`a, b and c`; a long list ends in how many more there are."""
    words: Sequence[str] = list(items)
    if len(words) > at_most:
        return f"{', '.join(words[: at_most - 1])} and {len(words) - at_most + 1} more"
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
