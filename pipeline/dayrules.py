"""The days that single time words mean: each function takes the words that a rule of the grammar matched."""

from datetime import date

from spacy.tokens import Doc

from pipeline.reckoning import (
    UNKNOWN,
    Now,
    ahead,
    back,
    calendar,
    clipped,
    month_of,
    months_back,
    nearest,
    ordered,
    window,
)
from pipeline.timewords import ORDINAL, Days, Item

MONTHS = {"month": 1, "year": 12}
SHORT = 12  # fewer hours than these are taken to lie within the day


def value(items: list[Item], code: str) -> int | None:
    """Return the number that the first item of a code stands for."""
    return next((item.value for item in items if item.code == code), None)


def unit_of(items: list[Item]) -> str | None:
    """Return the unit of time that is named: "hour", "day", "week", "month" or "year"."""
    return next((str(item.value) for item in items if item.code == "U"), None)


def year_of(items: list[Item], now: Now) -> int | None:
    """Return the year that the words give: by number, or as "last year" or "this year"."""
    codes = "".join(item.code for item in items)
    if "Y" in codes:
        return value(items, "Y")
    if codes.endswith(("qU", "hU")) and now.day and items[-1].value == "year":
        return max(1, now.day.year - ("q" in codes))
    return None


def numbered_days(items: list[Item], now: Now) -> Days | None:
    """ "5 April", "April 5, 2025", "1, 2 and 11 October": in the nearest year in which they are not ahead."""
    month = value(items, "M")
    numbers = [item.value for item in items if item.code == "N"]
    if month is None or not all(1 <= number <= 31 for number in numbers):
        return None
    last = items[-1]
    if last.code == "N" and (len(numbers) > 1 or in_words(last, now.doc)) and counts_something(last, now.doc):
        return None
    kind = "days" if any(item.code == "a" for item in items) else "day"
    year = year_of(items, now)
    try:
        if year is not None:
            return ordered(date(year, month, numbers[0]), date(year, month, numbers[-1]), kind)
        return nearest(month, numbers, kind, now)
    except ValueError:
        return None


def iso_date(items: list[Item], now: Now) -> Days | None:
    """ "2025-04-03"."""
    try:
        found = date(items[0].value, items[2].value, items[4].value)
    except ValueError:
        return None
    return Days(found, found)


def in_words(item: Item, doc: Doc) -> bool:
    """Return whether a number is written as a word, as no day is: "in mid-February three men died"."""
    return doc[item.start].is_alpha


def counts_something(item: Item, doc: Doc) -> bool:
    """Return whether a number counts the words after it, and so is no day: "on April 5 and 14 drones"."""
    return item.end < len(doc) and doc[item.end].pos_ in {"NOUN", "ADJ", "PROPN"}


def whole_month(items: list[Item], now: Now) -> Days | None:
    """ "in March", "last October", "March 2025", "in March last year"."""
    month, year = value(items, "M"), year_of(items, now) or now.year
    if month is None:
        return None
    if year is not None:
        return clipped(month_of(year, month), now) if 1 <= year <= 9999 else None
    if now.day is None:
        return UNKNOWN
    earlier = month > now.day.month or (items[0].code == "q" and month == now.day.month)
    year = now.day.year - earlier
    return clipped(month_of(year, month), now) if year >= 1 else UNKNOWN


def whole_year(items: list[Item], now: Now) -> Days | None:
    """ "in 2023", "early 2025"."""
    year = value(items, "Y")
    return clipped(Days(date(year, 1, 1), date(year, 12, 31), "coarse"), now) if year else None


def weekday(items: list[Item], now: Now) -> Days | None:
    """ "Thursday": the latest one not after the statement; "last Thursday": before it; "next Thursday":
    unresolved.
    """
    wanted = value(items, "W")
    if now.day is None or wanted is None or items[0].code == "w":
        return UNKNOWN
    days = (now.day.weekday() - wanted) % 7
    if items[0].code == "q" and days == 0:
        days = 7
    found = back(now.day, days)
    return Days(found, found, "weekday")


def relative_day(items: list[Item], now: Now) -> Days | None:
    """ "today", "yesterday"; "tomorrow" is unresolved."""
    shift = items[0].value
    return UNKNOWN if shift > 0 else window(now, -shift, -shift)


def the_night(items: list[Item], now: Now) -> Days | None:
    """ "overnight", "in the night", "last night": the night that ends on the morning of the statement."""
    return window(now, 1)


def the_day(items: list[Item], now: Now) -> Days | None:
    """ "this morning", "earlier in the day", "hours ago": the day of the statement."""
    return window(now, 0) if unit_of(items) in (None, "hour", "day") else None


def last_part(items: list[Item], now: Now) -> Days | None:
    """ "last evening": the day before the statement."""
    return window(now, 1, 1)


def holiday(items: list[Item], now: Now) -> Days | None:
    """ "New Year's Eve", "Christmas Day": the latest one; "New Year's night" has two days."""
    month, day, nights = items[0].value
    days = nearest(month, [day], "day", now)
    return days if not nights or days.end is None else Days(days.start, ahead(days.end), "window")


def past(items: list[Item], now: Now) -> Days | None:
    """ "the past 24 hours", "the past week": up to the statement; "last week": the one before."""
    given, unit = value(items, "N"), unit_of(items)
    count = given or 1
    if now.day is None or unit is None:
        return UNKNOWN
    if given is None and items[0].code != "d" and any(item.value == "calendar" for item in items):
        return calendar(unit, now.day, 1)
    if unit in MONTHS:
        return Days(months_back(now.day, MONTHS[unit] * count), now.day, "window")
    if unit == "hour":
        return window(now, whole_days(count))
    return window(now, count * (7 if unit == "week" else 1))


def whole_days(hours: int) -> int:
    """Return how many days back so many hours reach: 24 to the day before, a few stay on the day."""
    return -(-hours // 24) if hours >= SHORT else 0


def this_unit(items: list[Item], now: Now) -> Days | None:
    """ "this week": Monday to the day of the statement; "this month", "this year" likewise."""
    return calendar(str(items[-1].value), now.day, 0) if now.day and items[-1].value != "hour" else UNKNOWN


def weekend(items: list[Item], now: Now) -> Days | None:
    """ "at the weekend": the latest Saturday not after the statement, and the Sunday if that has come."""
    if now.day is None or items[0].code == "w":
        return UNKNOWN
    saturday = back(now.day, (now.day.weekday() - 5) % 7)
    return Days(saturday, min(ahead(saturday), now.day), "window")


def some_hours(items: list[Item], now: Now) -> Days | None:
    """ "in twenty-four hours": up to the statement. Shorter and longer times are not a date."""
    last = items[-1]
    following = now.doc[last.end].pos_ if last.end < len(now.doc) else "PUNCT"
    return window(now, 1) if last.value == "hour" and value(items, "N") == 24 and following != "ADP" else None


def at_clock(items: list[Item], now: Now) -> Days | None:
    """ "at midnight": no date by itself, but the beginning of "since the truce began at midnight"."""
    return Days(now.day, now.day, "clock") if now.day else None


def after_midnight(items: list[Item], now: Now) -> Days | None:
    """ "after midnight": the day of the statement; "before noon": no date by itself."""
    after = items[0].value == 1 and items[-1].value == 0
    return window(now, 0) if after else at_clock(items, now)


def bare_ordinal(items: list[Item], now: Now) -> Days | None:
    """ "on the 9th": of the month of the statement, or of the one before if it is ahead."""
    number = items[-1]
    if not ORDINAL.fullmatch(now.doc[number.start].lower_) or counts_something(number, now.doc):
        return None
    if now.day is None:
        return UNKNOWN
    month = now.day if number.value <= now.day.day else months_back(now.day.replace(day=1), 1)
    try:
        found = month.replace(day=number.value)
    except ValueError:
        return UNKNOWN
    return Days(found, found)


def unknown(items: list[Item], now: Now) -> Days | None:
    """Words of time that are not resolved: "next week", "tomorrow"."""
    return UNKNOWN
