"""Reckons days from a day: so many before it, its week or month, the nearest date that has no year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc

from pipeline.timewords import Days

UNKNOWN = Days(None, None, "window")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Now:
    """What the words count from: the day of the statement, the year that the sentence names, its tokens."""

    day: date | None
    year: int | None
    doc: Doc


def back(day: date, days: int) -> date:
    """Return a day so many days before, not before the first day there is."""
    return date.fromordinal(max(1, day.toordinal() - days))


def ahead(day: date) -> date:
    """Return the next day, or the last day there is."""
    return day if day == date.max else day + DAY


def window(now: Now, days: int, until: int = 0) -> Days:
    """Return the days from so many days before the statement up to so many before it."""
    if now.day is None:
        return UNKNOWN
    return Days(back(now.day, days), back(now.day, until), "window")


def month_of(year: int, month: int) -> Days:
    """Return the days of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "coarse")


def clipped(days: Days, now: Now) -> Days:
    """Return a month or year up to the day of the statement; unresolved if it lies ahead."""
    if now.day is None or days.start is None or days.end is None:
        return days
    return UNKNOWN if days.start > now.day else Days(days.start, min(days.end, now.day), days.kind)


def months_back(day: date, months: int) -> date:
    """Return the same day so many months before, or the last of that month."""
    index = max(12, day.year * 12 + day.month - 1 - min(months, 12000))
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def calendar(unit: str, day: date, before: int) -> Days:
    """Return the calendar week, month or year of a day, or the one before it, up to that day."""
    if unit == "week":
        monday = back(day, day.weekday() + 7 * before)
        return Days(monday, min(monday + 6 * DAY, day) if monday < date(9999, 12, 25) else day, "coarse")
    if unit == "month":
        first = months_back(day.replace(day=1), before)
        return Days(first, min(month_of(first.year, first.month).end or day, day), "coarse")
    if unit == "year":
        year = max(1, day.year - before)
        return Days(date(year, 1, 1), min(date(year, 12, 31), day), "coarse")
    return Days(back(day, before), back(day, before), "window")


def ordered(first: date, last: date, kind: str) -> Days:
    """Return the days between two, whichever is named first."""
    return Days(min(first, last), max(first, last), kind)


def nearest(month: int, numbers: list[int], kind: str, now: Now) -> Days:
    """Return the days of a date without a year. A date ahead by weeks is a plan: unresolved."""
    if now.year is not None and (now.day is None or now.year != now.day.year):
        return ordered(date(now.year, month, numbers[0]), date(now.year, month, numbers[-1]), kind)
    if now.day is None:
        return UNKNOWN
    for year in range(now.day.year, max(0, now.day.year - 9), -1):
        try:
            first, last = date(year, month, numbers[0]), date(year, month, numbers[-1])
        except ValueError:  # 29 February
            continue
        if first <= ahead(now.day):
            return ordered(first, last, kind)
        if (first - now.day).days < 60:
            return UNKNOWN
    return UNKNOWN
