"""Claims over time, counted into days, weeks or months: the numbers behind the picture and its table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from typing import Any, Literal

from views.parts import words
from views.parts.sides import Side, side_of

Step = Literal["day", "week", "month"]
A_DAY_EACH, A_WEEK_EACH = 100, 760  # spans in days up to which a bar is a day, a week


LAST_YEAR, ALL = SPANS = ("last year", "all years")
"""What is drawn of a view that spans many years."""

FEWEST = 12
"""Bars that fill the width: where there are fewer, each is as narrow as these."""

# (side, stance, category, start of the bar); None stands for all of them together.
Cell = tuple[str, str | None, str | None, date | None]


@dataclass(frozen=True)
class Timeline:
    """Counts by bar; `first` and `last` are the starts of the outer bars.

    `outside`: claims of parties of no side; `earlier`: claims before the first day that was asked for.
    """

    step: Step
    first: date
    last: date
    sides: tuple[Side, ...]
    counts: Mapping[Cell, int]
    outside: int
    earlier: int
    sentences: Mapping[Cell, str] = field(default_factory=dict)  # of the first claim of each bar

    def starts(self) -> list[date]:
        """The start of every bar from first to last, empty ones too."""
        found = [self.first]
        while found[-1] < self.last:
            found.append(_next(found[-1], self.step))
        return found

    def total(
        self, side: str, stance: str | None = None, start: date | None = None, category: str | None = None
    ) -> int:
        """How many claims of a side, of one stance, category and bar where these are given."""
        return self.counts.get((side, stance, category, start), 0)

    def highest(self, side: Side) -> int:
        """How many claims the longest bar of a side holds, at least one."""
        return max(1, *(self.total(side.name, start=start) for start in self.starts()))

    def sentence(self, side: str, stance: str, start: date, category: str | None = None) -> str:
        """The sentence of the first claim of a part of a bar, empty if it holds none."""
        return self.sentences.get((side, stance, category, start), "")


def read_timeline(
    rows: Iterable[Mapping[str, Any]], sides: Sequence[Side], step: Step | None = None, earlier: int = 0
) -> Timeline | None:
    """Counts rows of (day, claimant, category or None, stance, n) into bars; None if none has day and side.

    `step` is that of the bars, if the rows are of one already; `earlier` claims are left out of them.
    """
    dated: list[tuple[date, Side, Mapping[str, Any]]] = []
    beyond = 0
    for row in rows:
        day, side = words.as_date(row["day"]), side_of(row["claimant"], sides)
        if day is None:
            continue
        if side is None:
            beyond += row["n"]
        else:
            dated.append((day, side, row))
    if not dated:
        return None
    first, last = min(d for d, _, _ in dated), max(d for d, _, _ in dated)
    step = step or step_for(first, last)
    counts: Counter[Cell] = Counter()
    sentences: dict[Cell, str] = {}
    for day, side, row in dated:
        parts = {row["stance"], None}, {row["category"], None}, {start_of(day, step), None}
        for cell in product({side.name}, *parts):
            counts[cell] += row["n"]
            if row.get("sentence"):
                sentences.setdefault(cell, row["sentence"])
    ends = start_of(first, step), start_of(last, step)
    return Timeline(step, *ends, tuple(sides), counts, beyond, earlier, sentences)


def since_when(rows: Iterable[Mapping[str, Any]], span: str | None = None) -> date | None:
    """From which day on rows with a `day` are drawn, None for all: of many years the last one, if not asked
    for ALL."""
    days = [day for row in rows if (day := words.as_date(row["day"]))]
    if not is_long(days) or span == ALL:
        return None
    return max(days) - timedelta(days=365)


def is_long(days: Sequence[date]) -> bool:
    """Whether days span so many years that their bars would be months."""
    return bool(days) and (max(days) - min(days)).days > A_WEEK_EACH


def step_for(first: date, last: date) -> Step:
    """A bar a day for a season, a week for two years, else a month."""
    span = (last - first).days
    return "day" if span <= A_DAY_EACH else "week" if span <= A_WEEK_EACH else "month"


def start_of(day: date, step: Step) -> date:
    """The first day of the bar that a day falls into; weeks begin on Monday."""
    if step == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step == "month" else day


def end_of(start: date, step: Step) -> date:
    """The last day of a bar."""
    return _next(start, step) - timedelta(days=1)


def edges(line: Timeline) -> tuple[date, date]:
    """The first day of a timeline, and the first one after it."""
    return line.first, end_of(line.last, line.step) + timedelta(days=1)


def name_of(start: date, step: Step) -> str:
    """`27 March 2025`, `24–30 March 2025`, `March 2025`."""
    return f"{start:%B %Y}" if step == "month" else words.period(start, end_of(start, step))


def in_words(line: Timeline) -> str:
    """What the picture shows, for those who do not see it."""
    parts = []
    for side in line.sides:
        said = line.total(side.name, "alleges")
        busiest = max(line.starts(), key=lambda start: line.total(side.name, "alleges", start))
        most = line.total(side.name, "alleges", busiest)
        at = "on" if line.step == "day" else "in"
        peak = f", the most ({most}) {at} {name_of(busiest, line.step)}" if most else ""
        answers = f"{words.counted(line.total(side.name, 'denies'), 'denial')} and "
        answers += words.counted(line.total(side.name, "admits"), "admission")
        parts.append(f"{side.name}: {words.counted(said, 'allegation')}{peak}; {answers}.")
    span = words.period(line.first, end_of(line.last, line.step))
    return f"Bars, one a {line.step}, {span}. {' '.join(parts)}"


def notes(line: Timeline) -> list[str]:
    """What is not drawn."""
    told = []
    if line.earlier:
        told.append(f"{words.counted(line.earlier, 'earlier claim')} not drawn.")
    if line.outside:
        told.append(f"{words.counted(line.outside, 'claim')} by others not drawn.")
    return [" ".join(told)] if told else []


def _next(start: date, step: Step) -> date:
    if step == "month":
        return (start.replace(day=1) + timedelta(days=32)).replace(day=1)
    return start + timedelta(days=7 if step == "week" else 1)
