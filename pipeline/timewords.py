"""Reads a sentence as a string of letters, one for each word of time, on which the grammar of dates is
written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from spacy.tokens import Span, Token

from pipeline.model_caches import remembered
from pipeline.numerals import numerals
from pipeline.phrases import Phrase, phrase_table, phrases_in, plain

YEAR = re.compile(r"(?:19[5-9]|20\d)\d")
CLOCK = re.compile(r"(\d{1,2})([:.])(\d{2})")
WITH_HALF = re.compile(r"(\d{1,2})(?:[:.]\d{2})?([ap])m", re.IGNORECASE)  # "9.30pm"
JOINED_DAYS = re.compile(r"(\d{1,2})[-–—](\d{1,2})")
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
AMBIGUOUS = ("W", "M")  # "may", "march", "sat": a date only where it is written as a name
LAST_DAY = 31


@dataclass(frozen=True)
class Days:
    """A stretch of days, both ends included, or both None where the words cannot be resolved.

    `kind`: "day" and "weekday" (one day), "days" (several joined by "and"), "coarse" (a week, month or year
    by name), "window" ("overnight", "in the past week"), "span" (from … to …), "since" (up to the day of
    the statement), "until" (only an end), "same" ("that day"), "later" ("an hour later"), "earlier" ("a day
    earlier"), "following" ("the next day"), "period" ("in that period"), "clock" (a time without a day).
    """

    start: date | None
    end: date | None
    kind: str = "day"


class Item(NamedTuple):
    """A word of time (or any other word, code "x"), in token indices."""

    code: str
    start: int
    end: int
    value: Any = None


@remembered(16)  # the dates of a sentence are counted from more than one day
def items_of(sentence: Span) -> Sequence[Item]:
    """Return the sentence as items, in text order; a token such as "9–10" makes three."""
    doc = sentence.doc
    numbers = {number.first: number for number in numerals(sentence)}
    words = {start: (end, phrase) for start, end, phrase in phrases_in(sentence, "time")}
    items: list[Item] = []
    at = sentence.start
    while at < sentence.end:
        token = doc[at]
        special = from_digits(token, items[-1].code if items else "x", at)
        if special:
            items.extend(special)
            at += 1
        elif at in words and is_time(token, words[at][1]):
            end, phrase = words[at]
            given = phrase.entry.data.get("values")
            items.append(
                Item(phrase.entry.data["code"], at, end, given[phrase.index] if given else token.lower_)
            )
            at = end
        elif at in numbers and numbers[at].value < 1000:
            items.append(Item("N", at, numbers[at].end, numbers[at].value))
            at = numbers[at].end
        else:
            items.append(Item("x", at, at + 1))
            at += 1
    return with_clocks(items)


def with_clocks(items: list[Item]) -> list[Item]:
    """Return the items with "6 p.m. local time", "8:50 Hilltown time" made into one time of day."""
    made: list[Item] = []
    for item in items:
        before = made[-1] if made else None
        if (
            item.code == "m"
            and before
            and (before.code == "c" or (before.code == "N" and before.value <= 24))
        ):
            hour = before.value + (item.value if before.value < 12 else 0)
            made[-1] = Item("c", before.start, item.end, hour)
        elif item.code == "z" and before and before.code == "c":
            made[-1] = Item("c", before.start, item.end, before.value)
        elif item.code == "z" and before and before.code == "x" and len(made) > 1 and made[-2].code == "c":
            made[-2:] = [Item("c", made[-2].start, item.end, made[-2].value)]
        else:
            made.append(item)
    return made


def from_digits(token: Token, before: str, at: int) -> list[Item]:
    """Return the items of a token of digits: a year, a time, an ordinal, joined days, a date; else none."""
    text = token.text
    if not text[:1].isdigit() or (not text.isascii() and not JOINED_DAYS.fullmatch(text)):
        return []
    if YEAR.fullmatch(text):
        return [Item("Y", at, at + 1, int(text))]
    if match := ORDINAL.fullmatch(text.lower()):
        return [Item("N", at, at + 1, int(match[1]))] if int(match[1]) <= LAST_DAY else []
    if match := JOINED_DAYS.fullmatch(text):
        first, last = Item("N", at, at + 1, int(match[1])), Item("N", at, at + 1, int(match[2]))
        return [first, Item("t", at, at + 1), last]
    if match := DOTTED.fullmatch(text):
        return whole_date(int(match[3]), int(match[2]), int(match[1]), at)
    if (match := WITH_HALF.fullmatch(text)) and int(match[1]) < 13:
        return [Item("c", at, at + 1, int(match[1]) % 12 + 12 * (match[2] in "pP"))]
    match = CLOCK.fullmatch(text)
    following = token.nbor() if at + 1 < len(token.doc) else token
    clock = match and int(match[1]) < 25 and int(match[3]) < 60
    if match and clock and (match[2] == ":" or is_meridiem(following) or before in "ieBfbatl"):
        return [Item("c", at, at + 1, int(match[1]))]
    return []


def whole_date(year: int, month: int, day: int, at: int) -> list[Item]:
    """Return the items of a date in digits; none if there is no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return []
    return [Item("D", at, at + 1, Days(found, found))]


def is_time(token: Token, phrase: Phrase) -> bool:
    """Return whether a word that may be a name of time is one here."""
    code = phrase.entry.data["code"]
    if code in AMBIGUOUS:
        name = token.text[:1].isupper()
        return name and (token.pos_ == "PROPN" or len(token.text) > 5 or next_to_number(token))
    return True


def is_meridiem(token: Token) -> bool:
    """Return whether a token is "a.m." or the like."""
    phrase = phrase_table("time")[0].get((plain(token.text),))
    return phrase is not None and phrase.entry.data["code"] == "m"


def next_to_number(token: Token) -> bool:
    """Return whether a number stands beside a word: "may 5", "5 march"."""
    near = token.doc[max(token.i - 1, 0) : token.i + 2]
    return any(each.text[:1].isdigit() for each in near if each != token)
