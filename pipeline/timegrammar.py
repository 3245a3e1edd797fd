"""The grammar of dates: rules that rewrite words of time into days, from single days to ranges.

A rule is a pattern over the letters of `time.toml` (D is a date already found) and a function that makes the days of it,
or None to leave the words as they stand. `Days` without a start are time words that cannot be resolved.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc

from pipeline.timewords import Days, Item

UNKNOWN = Days(None, None, "window")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Now:
    """What the words count from: the day of the statement, the year that the sentence names, and its tokens."""

    day: date | None
    year: int | None
    doc: Doc


Rule = tuple[re.Pattern[str], Callable[[list[Item], Now], Days | None]]


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


def value(items: list[Item], code: str) -> int | None:
    """Return the value of the first item of a code."""
    return next((item.value for item in items if item.code == code), None)


def year_of(items: list[Item], now: Now) -> int | None:
    """Return the year that the words give: by number, or as "last year" or "this year"."""
    codes = "".join(item.code for item in items)
    if "Y" in codes:
        return value(items, "Y")
    if codes.endswith(("qU", "hU")) and now.day and items[-1].value == "year":
        return max(1, now.day.year - ("q" in codes))
    return None


def numbered_days(items: list[Item], now: Now) -> Days | None:
    """ "5 April", "April 5, 2025", "1, 2 and 11 October", "9-10 April": the nearest year in which they are not ahead."""
    month = value(items, "M")
    numbers = [item.value for item in items if item.code == "N"]
    if month is None or not all(1 <= number <= 31 for number in numbers):
        return None
    last = items[-1]
    if last.code == "N" and len(numbers) > 1 and counts_something(last, now.doc):
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


def nearest(month: int, numbers: list[int], kind: str, now: Now) -> Days:
    """Return the days of a date without a year. A date ahead by weeks only is a plan, and stays unresolved."""
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


def ordered(first: date, last: date, kind: str) -> Days:
    """Return the days between two, whichever is named first."""
    return Days(min(first, last), max(first, last), kind)


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
    """ "Thursday": the latest one not after the statement; "last Thursday": before it; "next Thursday": unresolved."""
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
    return window(now, 0)


def day_before(items: list[Item], now: Now) -> Days | None:
    """ "a day earlier", "the evening before", "two days ago", "the previous day"."""
    count, unit = value(items, "N") or 1, value(items, "U")
    end = items[-1].end
    if (
        items[-1].code == "L"
        and end < len(now.doc)
        and now.doc[end].pos_ in {"DET", "PRON", "NOUN", "PROPN", "ADJ", "VERB"}
    ):
        return UNKNOWN  # "a day before the summit"
    if any(item.code == "n" for item in items):
        return window(now, 1)
    if unit in ("day", None):
        return window(now, count, count)
    if unit == "hour":
        return window(now, 0 if count < 12 else 1, 0 if count < 12 else 1)
    if unit == "week" and count == 1:
        return window(now, 7, 7)
    return UNKNOWN


def past(items: list[Item], now: Now) -> Days | None:
    """ "the past 24 hours", "the past week": up to the statement; "last week", "last month": the one before."""
    count, unit = value(items, "N"), value(items, "U")
    if now.day is None:
        return UNKNOWN
    if count is None and items[0].code != "d" and any(item.value == "last" for item in items):
        return calendar(str(unit), now.day, 1)
    length = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}[str(unit)] * (count or 1)
    if unit == "hour":
        length = -(-(count or 1) // 24) if (count or 1) >= 12 else 0
    if unit == "month":
        return Days(months_back(now.day, count or 1), now.day, "window")
    if unit == "year":
        return Days(months_back(now.day, 12 * (count or 1)), now.day, "window")
    return window(now, min(length, 100000))


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


def this_unit(items: list[Item], now: Now) -> Days | None:
    """ "this week": Monday to the day of the statement; "this month", "this year" likewise."""
    return calendar(str(items[-1].value), now.day, 0) if now.day and items[-1].value != "hour" else UNKNOWN


def weekend(items: list[Item], now: Now) -> Days | None:
    """ "at the weekend": the latest Saturday not after the statement, and the Sunday if that has come."""
    if now.day is None or items[0].code == "w":
        return UNKNOWN
    saturday = back(now.day, (now.day.weekday() - 5) % 7)
    return Days(saturday, min(ahead(saturday), now.day), "window")


def edge(items: list[Item], now: Now) -> Days | None:
    """ "the start of the year", "the end of 20 April", "the beginning of March"."""
    first = next(item.value for item in items if item.code == "g") != "end"
    inner = items[-1].value
    if not isinstance(inner, Days):
        if now.day is None:
            return UNKNOWN
        inner = calendar(str(inner), now.day, int(any(item.code == "q" for item in items)))
    if inner.start is None or inner.end is None:
        return UNKNOWN
    found = inner.start if first else inner.end
    return Days(found, found)


def some_hours(items: list[Item], now: Now) -> Days | None:
    """ "in twenty-four hours": up to the statement. Shorter and longer times are not a date."""
    last = items[-1]
    following = now.doc[last.end].pos_ if last.end < len(now.doc) else "PUNCT"
    return window(now, 1) if last.value == "hour" and value(items, "N") == 24 and following != "ADP" else None


def hours_to(items: list[Item], now: Now) -> Days | None:
    """ "the 24 hours to Saturday morning": that day and the one before."""
    days, count = same(items, now), value(items, "N") or 0
    unit = value(items, "U")
    if days is None or days.start is None or str(unit) != "hour" or not 12 <= count <= 96:
        return None
    return Days(back(days.start, -(-count // 24)), days.end, "window")


def same(items: list[Item], now: Now) -> Days | None:
    """Keep the day that the words stand with: "early on Sunday", "Thursday night", "8 p.m. on Tuesday"."""
    return next((item.value for item in items if item.code == "D"), None)


def night_of(items: list[Item], now: Now) -> Days | None:
    """ "the night of 9 April" begins on that day; "the nights of 12 and 13 April" ends on the day after the last."""
    found, plural = (
        [item.value for item in items if item.code == "D"],
        any(item.value == "nights" for item in items),
    )
    days = found[0]
    if days.start is None or days.end is None:
        return days
    if len(found) > 1 and plural and found[1].start is not None:
        return Days(days.start, max(days.start, found[1].end), "window")
    if days.start == days.end or (plural and days.kind == "days"):
        return Days(days.start, ahead(days.end), "window")
    return days


def night_to(items: list[Item], now: Now) -> Days | None:
    """ "overnight into Sunday", "the night to Sunday", "overnight on Sunday": the night that ends on that day."""
    days = same(items, now)
    if days is None or days.start is None or days.end is None or days.start != days.end:
        return days
    return Days(back(days.start, 1), days.end, "window")


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
    if not found:  # "from midnight to noon": of the day of the statement, or of the night before it
        return window(now, int(ends[0].value > ends[-1].value > 0))
    first, last = min(days.start for days in found), max(days.end for days in found)
    if found[-1].kind == "weekday" and found[0].kind == "weekday" and found[0].start > found[-1].end:
        first, last = back(found[0].start, 7), found[-1].end
    return Days(first, last, "span")


def spanned(items: list[Item], now: Now) -> Days | None:
    """ "between 10 and 20 October": the days found are a stretch in which acts are counted."""
    days = same(items, now)
    return Days(days.start, days.end, "span") if days and days.start != days.end else None


def at_clock(items: list[Item], now: Now) -> Days | None:
    """ "at midnight": no date by itself, but the beginning of "since the truce began at midnight"."""
    return Days(now.day, now.day, "clock") if now.day else None


def that_day(items: list[Item], now: Now) -> Days | None:
    """ "that day", "the same evening": the day named before it, else that of the statement."""
    days = the_night(items, now) if items[-1].code == "n" else the_day(items, now)
    return Days(days.start, days.end, "same") if days else None


def since(items: list[Item], now: Now) -> Days | None:
    """ "since Thursday", "since midnight": up to the day of the statement."""
    days = same(items, now) or window(now, 0)
    if days.start is None or now.day is None or days.start > now.day:
        return UNKNOWN
    return Days(days.start, now.day, "since")


def until(items: list[Item], now: Now) -> Days | None:
    """ "by Sunday": an end, and no day of an act by itself."""
    days = same(items, now)
    return Days(days.start, days.end, "until") if days else None


def unknown(items: list[Item], now: Now) -> Days | None:
    """Words of time that are not resolved: "next week", "tomorrow"."""
    return UNKNOWN


TAIL = "(?:,?Y|o?[qh]U)?"
RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        ("YtNtN", iso_date),
        (f"(?:d?N(?:,?[at]|,))*d?N(?:o?)M{TAIL}", numbered_days),
        (f"Md?N(?:(?:,d?N)*,?[at]d?N(?!o?M|U|m))?{TAIL}", numbered_days),
        (f"Md?N{TAIL}", numbered_days),
        (f"[qh]?M{TAIL}", whole_month),
        ("(?<=[isfbotlae])Y", whole_year),
        ("[qwh]?W", weekday),
        ("d?god?[hq]?U|d?goD", edge),
        ("R", relative_day),
        ("w[UWnpEM]", unknown),
        ("d?[qr]Nt?U|d?qU|(?<=i)drU", past),
        ("[qdA]?rU|dr[np]|[NA]U[GL]|dUL|d[np]L", day_before),
        ("UG", unknown),
        ("kp|kn|kU", that_day),
        ("hU", this_unit),
        ("[qh]?d?[hq]?E", weekend),
        ("iN(?:t)?U", some_hours),
        ("d?nod?D(?:,?aD)?", night_of),
        ("d?ntd?D|v[it]?d?D|D,?v", night_to),
        ("(?:e|B)*i?d?p(?:[io]d?D)|e?D(?=x)|eD", same),
        ("(?:e|B)*c[i,]?D", same),
        ("D,?D", both),
        ("d?Nt?U(?:t|l|xt)D", hours_to),
        ("D(?:[i,]{0,2}(?:e|B)*(?:d?p|(?<=[ie,])c|c))+|D[np]", same),
        ("[fb]e?i?[Dc],?(?:[taB]|l)e?i?[Dc]|D[t]i?D|D(?:,D)*,?aD", span_of),
        ("[fb]D", spanned),
        ("si?e?D|si?e?d?[pc]", since),
        ("lD", until),
        ("v|id?n(?=[^U])|podn|[it]dn|dnj|[qh]n", the_night),
        ("ic", at_clock),
        ("h[pn]|e?idU|pod?[h]?U|[i]d?p|(?:e|B)p|B?dp(?=x)", the_day),
    )
)


def rewrite(items: list[Item], rule: Rule, now: Now) -> list[Item]:
    """Return the items with each match of a rule made into one date."""
    pattern, make = rule
    made: list[Item] = []
    at = 0
    for match in pattern.finditer("".join(item.code for item in items)):
        matched = items[match.start() : match.end()]
        days = make(matched, now) if matched else None
        if days is not None:
            made += items[at : match.start()]
            made.append(Item("D", matched[0].start, matched[-1].end, days))
            at = match.end()
    return made + items[at:]
