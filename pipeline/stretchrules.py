"""The days that dates mean together with the words around them: nights, ranges, "since", "the end of"."""

from pipeline.dayrules import SHORT, unit_of, value, whole_days
from pipeline.reckoning import UNKNOWN, Now, ahead, back, calendar, window
from pipeline.timewords import Days, Item

LONG = 96  # hours that are still told as hours


def edge(items: list[Item], now: Now) -> Days | None:
    """ "the start of the year", "the end of 20 April", "the beginning of March"."""
    first = next(item.value for item in items if item.code == "g") == "first"
    inner = items[-1].value
    if not isinstance(inner, Days):
        if now.day is None:
            return UNKNOWN
        inner = calendar(str(inner), now.day, int(any(item.code == "q" for item in items)))
    if inner.start is None or inner.end is None:
        return UNKNOWN
    found = inner.start if first else inner.end
    return Days(found, found)


def hours_to(items: list[Item], now: Now) -> Days | None:
    """ "the 24 hours to Saturday morning": that day and the one before; "the week to 11 April": seven."""
    days, count, unit = same(items, now), value(items, "N"), unit_of(items)
    if days is None or days.start is None or days.end is None:
        return None
    if unit == "hour" and count is not None and SHORT <= count <= LONG:
        return Days(back(days.start, whole_days(count)), days.end, "window")
    if unit == "week" and count is None:
        return Days(back(days.start, 6), days.end, "window")
    return None


def same(items: list[Item], now: Now) -> Days | None:
    """Keep the day that the words stand with: "early on Sunday", "Thursday night", "8 p.m. on Tuesday"."""
    return next((item.value for item in items if item.code == "D"), None)


def night_of(items: list[Item], now: Now) -> Days | None:
    """ "the night of 9 April" begins on that day; "the nights of 12 and 13 April" end on the day after.

    Said on that very day, it is the night that ended then: no other is over.
    """
    found: list[Days] = [item.value for item in items if item.code == "D"]
    plural = any(item.code == "n" and item.value > 1 for item in items)
    days = found[0]
    if days.start is None or days.end is None:
        return days
    if len(found) > 1 and plural and found[1].end is not None:
        return Days(days.start, max(days.start, found[1].end), "window")
    if days.start == days.end == now.day and not plural:
        return Days(back(days.start, 1), days.end, "window")
    if days.start == days.end or (plural and days.kind == "days"):
        return Days(days.start, ahead(days.end), "window")
    return days


def night_to(items: list[Item], now: Now) -> Days | None:
    """ "overnight into Sunday", "the night to Sunday", "overnight on Sunday": the night that ends then."""
    days = same(items, now)
    if days is None or days.start is None or days.end is None or days.start != days.end:
        return days
    return Days(back(days.start, 1), days.end, "window")


def nights_between(items: list[Item], now: Now) -> Days | None:
    """ "the night from Saturday to Sunday"."""
    first, last = [item.value for item in items if item.code == "D"]
    if first.start is None or last.end is None or first.start > last.end:
        return night_to([items[0], items[-1]], now)
    return Days(first.start, last.end, "window")


def both(items: list[Item], now: Now) -> Days | None:
    """ "Thursday, 8 May": the one day that both name; with two different days, leave them."""
    named, numbered = [item.value for item in items if item.code == "D"]
    if named.kind == "weekday" and numbered.kind == "day" and numbered.start is not None:
        return numbered if numbered.start.weekday() == (named.start or numbered.start).weekday() else None
    if numbered.kind == "weekday" and named.kind == "day" and named.start is not None:
        return named if named.start.weekday() == (numbered.start or named.start).weekday() else None
    return None


def span_of(items: list[Item], now: Now) -> Days | None:
    """ "from Monday to Friday", "between midnight and noon on Thursday", "6 p.m. on Saturday to midnight"."""
    ends = [item for item in items if item.code in "Dc"]
    found = [item.value for item in ends if item.code == "D"]
    if any(days.start is None for days in found):
        return UNKNOWN
    if any(days.kind == "later" for days in found):
        return None  # "hit on Tuesday, and an hour later"
    if not found:  # "from midnight to noon": of the day of the statement, or of the night before it
        return window(now, int(ends[0].value > ends[-1].value > 0))
    if found[0].kind == found[-1].kind == "coarse" and found[0].start > found[-1].end:
        return Days(found[0].start.replace(year=found[-1].start.year), found[-1].end, "span")  # "last year"
    first, last = min(days.start for days in found), max(days.end for days in found)
    if found[-1].kind == "weekday" and found[0].kind == "weekday" and found[0].start > found[-1].end:
        first, last = back(found[0].start, 7), found[-1].end
    return Days(first, last, "span")


def to_part(items: list[Item], now: Now) -> Days | None:
    """ "from 9 p.m. on Tuesday until dawn", which is that of the next day; "until the evening" is not."""
    days = same(items, now)
    if days is None or days.start is None or days.end is None or items[-1].value != "morning":
        return days
    return Days(days.start, ahead(days.end), "span")


def since(items: list[Item], now: Now) -> Days | None:
    """ "since Thursday", "since midnight": up to the day of the statement."""
    days = same(items, now) or window(now, 0)
    if days.start is None or now.day is None or days.start > now.day:
        return UNKNOWN
    return Days(days.start, now.day, "since")


def spanned(items: list[Item], now: Now) -> Days | None:
    """ "between 10 and 20 October": the days found are a stretch in which acts are counted."""
    days = same(items, now)
    return Days(days.start, days.end, "span") if days and days.start != days.end else None


def until(items: list[Item], now: Now) -> Days | None:
    """ "by Sunday": an end, and no day of an act by itself."""
    days = same(items, now)
    return Days(days.start, days.end, "until") if days else None
