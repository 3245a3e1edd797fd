"""The days that words count from another day: "a day earlier", "an hour later", "that day".

Whether that is the day of the statement or one that was told of before is for `dates` to say.
"""

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.dayrules import SHORT, the_day, the_night, unit_of, value
from pipeline.reckoning import UNKNOWN, Now, calendar, window
from pipeline.timewords import Days, Item

THAT = {"that", "this"}


def day_before(items: list[Item], now: Now) -> Days | None:
    """ "a day earlier", "the evening before", "two days ago", "the previous day"."""
    count, unit = value(items, "N") or 1, unit_of(items)
    last = now.doc[items[-1].start]
    if items[-1].code == "L" and last.pos_ in {"ADP", "SCONJ"} and takes_object(items[-1].end, now.doc):
        return UNKNOWN  # "a day before the summit"
    codes = [item.code for item in items]
    kind = "earlier" if codes[-1] == "L" or "r" in codes else "window"  # "ago" counts from the statement
    if any(item.code == "n" for item in items):
        return replace(window(now, 1), kind=kind)
    if unit in ("day", None):
        return replace(window(now, count, count), kind=kind)
    if unit == "hour":
        return window(now, int(count >= SHORT), int(count >= SHORT))
    if unit == "week" and count == 1:
        return window(now, 7, 7)
    return UNKNOWN


def takes_object(end: int, doc: Doc) -> bool:
    """Return whether what stands after "before" is an event: not so in "the day before that, they fired", "a
    raid the night before that killed two" and "the night before it was they who fired"."""
    after = [(token.pos_, token.tag_, token.lower_) for token in doc[end : end + 2]]
    if not after or after[0][0] not in {"DET", "PRON", "NOUN", "PROPN", "ADJ", "VERB"}:
        return False
    following = after[1][0] if len(after) > 1 else "PUNCT"
    if after[0][2] in THAT:
        return after[0][1] != "WDT" and following != "PUNCT"
    return not (after[0][1] == "PRP" and following == "AUX")


def on_day_before(items: list[Item], now: Now) -> Days | None:
    """ "on the previous day", not "over the previous day"."""
    return day_before(items[1:], now) if items[0].value == "on" else None


def day_after(items: list[Item], now: Now) -> Days | None:
    """ "the next morning", "the following day": after the day that was told of last."""
    last, ahead = now.doc[items[-1].start], any(item.value == "coming" for item in items)
    if now.day is None or ahead or last.tag_ == "NNS" or unit_of(items) not in (None, "day"):
        return None
    return Days(now.day, now.day, "following")


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


def that_period(items: list[Item], now: Now) -> Days | None:
    """ "in that period", "over the same two days": the stretch that was told of last."""
    several = items[-1].code != "U" or value(items, "N") is not None
    several = several or now.doc[items[-1].start].tag_ == "NNS"
    named = items[-1].code != "z" or items[-1].value == "time"
    if now.day is None or items[0].value in {"on", "at"} or not (several and named):
        return None
    return Days(now.day, now.day, "period")
