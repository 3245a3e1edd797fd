"""Reads the numerals of a sentence, in digits or words, with what is said of their bound."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.model_caches import remembered
from pipeline.phrases import Phrase, phrases_in
from pipeline.records import Bound

DIGITS = re.compile(r"\d{1,9}|\d{1,3}(?:[,’']\d{3}){1,3}|\d{1,3}\.\d{3}")
GROUPED = re.compile(r"\d{3}")
LARGEST = 10**9


@dataclass(frozen=True)
class Numeral:
    """A number as it stands in the text: token indices; `start` takes in the words of its bound, `first`
    does not.
    """

    value: int
    bound: Bound
    start: int
    first: int
    end: int
    adverb: bool = False


def digits(token: Token) -> int | None:
    """Return the value of a number in digits: "1,500" and "2.935" are thousands, "3.5" is none."""
    text = token.text
    if not text[0].isdigit():
        return None
    text = text.replace("\u00a0", "").replace("\u202f", "")
    return int(re.sub(r"[,.’']", "", text)) if text.isascii() and DIGITS.fullmatch(text) else None


@remembered(16)  # each act of a sentence asks anew
def numerals(sentence: Span) -> Sequence[Numeral]:
    """Return the numerals of a sentence in text order. "Dozens" and "hundreds" give no number."""
    marks = {start: (end, phrase) for start, end, phrase in phrases_in(sentence, "numbers")}
    return list(read(sentence, marks))


def read(sentence: Span, marks: dict[int, tuple[int, Phrase]]) -> Iterator[Numeral]:
    """Yield each numeral of a sentence whose number words were found before."""
    bound: Bound
    at, bound, bound_start = sentence.start, "exact", None
    while at < sentence.end:
        end, phrase = marks.get(at, (at + 1, None))
        role = phrase.entry.data["role"] if phrase else ""
        if role == "before" and phrase is not None:
            bound, bound_start, at = phrase.entry.data["bound"], at, end
            continue
        value, stop, adverb = value_at(sentence, at, marks)
        if value is None:
            # "more than a hundred": the article stands between a bound and its number.
            if not (bound_start is not None and sentence.doc[at].pos_ == "DET"):
                bound, bound_start = "exact", None
            at = end
            continue
        following = marks.get(stop)
        if following and following[1].entry.data["role"] == "after":
            stop, bound = following[0], following[1].entry.data["bound"]
        yield Numeral(value, bound, at if bound_start is None else bound_start, at, stop, adverb)
        at, bound, bound_start = stop, "exact", None


def value_at(sentence: Span, at: int, marks: dict[int, tuple[int, Phrase]]) -> tuple[int | None, int, bool]:
    """Return the value and end of the numeral that begins at a token, and whether it is one like "twice"."""
    doc, total, part, seen = sentence.doc, 0, 0, False
    if at in marks and marks[at][1].entry.data["role"] in ("times", "half", "pair"):
        end, phrase = marks[at]
        return values(phrase), end, phrase.entry.data["role"] == "times"
    while at < sentence.end:
        number = digits(doc[at])
        end, word = marks.get(at, (at + 1, None))
        role = word.entry.data["role"] if word else ""
        if number is not None and not seen:
            part, seen, at = number, True, at + 1
            # "1 500": digits grouped by a space.
            while (
                at < sentence.end
                and number < 1000
                and GROUPED.fullmatch(doc[at].text)
                and doc[at - 1].whitespace_
                and (at + 1 < sentence.end and doc[at + 1].pos_ in ("NOUN", "PROPN", "ADJ"))
            ):
                part, at = part * 1000 + int(doc[at].text), at + 1
        elif word is not None and role in ("small", "tens") and fits(part, values(word)):
            part, seen, at = part + values(word), True, end
        elif (
            word is not None
            and role in ("scale", "dozen")
            and part < LARGEST
            and (seen or article(sentence, at))
        ):
            scale = values(word)
            if scale in (12, 100):
                part = max(part, 1) * scale
            else:
                total, part = total + max(part, 1) * scale, 0
            seen, at = True, end
        elif seen and joins(sentence, at, marks, total + part):
            at += 1
        else:
            break
    return (total + part if seen else None), at, False


def values(phrase: Phrase) -> int:
    """Return the value of a number word."""
    value: int = phrase.entry.data["values"][phrase.index]
    return value


def fits(part: int, value: int) -> bool:
    """Return whether a number word goes on with the numeral: "twenty" "six" does, "six" "twenty" does not."""
    if part == 0:
        return True
    return (part % 100 == 0 and value < 100) or (part % 100 >= 20 and part % 10 == 0 and 0 < value < 10)


def article(sentence: Span, at: int) -> bool:
    """Return whether an article before a scale stands for one: "a hundred"; "the dozen" gives no number."""
    return at > sentence.start and "Ind" in sentence.doc[at - 1].morph.get("Definite", [])


def joins(sentence: Span, at: int, marks: dict[int, tuple[int, Phrase]], value: int) -> bool:
    """Return whether a hyphen or a conjunction inside a numeral goes on with it: "twenty-six", "a hundred
    and five".
    """
    token, following = sentence.doc[at], marks.get(at + 1)
    if following is None or following[1].entry.data["role"] not in ("small", "tens"):
        return False
    if token.text in ("-", "‑", "–"):
        return fits(value, values(following[1])) and not token.whitespace_
    return token.pos_ == "CCONJ" and value >= 100 and value % 100 == 0
