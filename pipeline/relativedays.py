"""The days that words count from another day: "a day earlier", "an hour later", "that day".

Whether that is the day of the statement or one that was told of before is for `dates` to say.
"""

from dataclasses import replace

from pipeline.dayrules import SHORT, the_day, the_night, unit_of, value
from pipeline.reckoning import UNKNOWN, Now, calendar, window
from pipeline.timewords import Days, Item


def day_before(items: list[Item], now: Now) -> Days | None:
    """ "a day earlier", "the evening before", "two days ago", "the previous day"."""
    count, unit = value(items, "N") or 1, unit_of(items)
    end = items[-1].end
    if (
        items[-1].code == "L"
        and now.doc[items[-1].start].pos_ in {"ADP", "SCONJ"}
        and end < len(now.doc)
        and now.doc[end].pos_ in {"DET", "PRON", "NOUN", "PROPN", "ADJ", "VERB"}
    ):
        return UNKNOWN  # "a day before the summit"
    kind = "earlier" if items[-1].code == "L" else "window"  # "ago" counts from the statement
    if any(item.code == "n" for item in items):
        return replace(window(now, 1), kind=kind)
    if unit in ("day", None):
        return replace(window(now, count, count), kind=kind)
    if unit == "hour":
        return window(now, int(count >= SHORT), int(count >= SHORT))
    if unit == "week" and count == 1:
        return window(now, 7, 7)
    return UNKNOWN


def hours_apart(items: list[Item], now: Now) -> Days | None:
    """ "two hours later", "minutes before": on the day that was told of last, else that of the statement."""
    last, count = items[-1], value(items, "N") or 1
    if unit_of(items) not in (None, "hour") or count >= SHORT:
        return None
    following = now.doc[last.end].pos_ if last.end < len(now.doc) else "PUNCT"
    if now.day is None or (last.code == "e" and last.value != "later"):
        return None
    if last.code == "L" and following != "PUNCT":
        return None  # "hours before the truce began"
    return Days(now.day, now.day, "same" if last.code == "L" else "later")


def that_day(items: list[Item], now: Now) -> Days | None:
    """ "that day", "the same evening": the day named before it, else that of the statement."""
    if items[-1].value == "week":
        return calendar("week", now.day, 0) if now.day else UNKNOWN
    days = the_night(items, now) if items[-1].code == "n" else the_day(items, now)
    return Days(days.start, days.end, "same") if days else None
