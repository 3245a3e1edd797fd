"""Which passages of a text are worth parsing: those that speak of fighting, with what stands around them.

A cheap look at the words alone, before spaCy, for most of what is written is about other things.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.conflict import Conflict
from pipeline.documents import same_length
from pipeline.fighting import SHORT, WORD, words_of_fighting
from pipeline.parts import parts

BEFORE = 150  # words before, in which those who speak of the fighting may be named
AFTER = 100  # words after, in which it may be answered


@dataclass(frozen=True)
class Passage:
    """A stretch of a text, where it begins in characters, and whether it may hold a claim."""

    start: int
    text: str
    telling: bool


@lru_cache(maxsize=64)  # what parses texts together asks first, what finds the claims afterwards
def passages(text: str, conflict: Conflict) -> tuple[Passage, ...]:
    """Return the passages of a text, in text order; joined they are as long as the text."""
    return tuple(cut(same_length(text), conflict))


def cut(text: str, conflict: Conflict) -> Iterator[Passage]:
    """Yield the passages of a text."""
    for start, part in parts(text):
        at = 0
        for low, high in stretches(part, conflict):
            if low > at:
                yield Passage(start + at, part[at:low], False)
            yield Passage(start + low, part[low:high], True)
            at = high
        if at < len(part) or not part:
            yield Passage(start + at, part[at:], False)


def stretches(text: str, conflict: Conflict) -> list[tuple[int, int]]:
    """Return where a text speaks of fighting: paragraphs and those around them; if they are half, all."""
    words = WORD.findall(text)
    joined: list[tuple[int, int]] = []
    for place in words_of_fighting(words, conflict):
        low, high = max(0, place - BEFORE), min(len(words) - 1, place + AFTER)
        if joined and low <= joined[-1][1]:
            joined[-1] = joined[-1][0], high
        else:
            joined.append((low, high))
    covered = sum(high - low for low, high in joined)
    if joined and (len(words) <= SHORT or 2 * covered >= len(words)):
        return [(0, len(text))]
    if not joined:
        return []
    at = [word.span() for word in WORD.finditer(text)]
    return list(whole_paragraphs(text, [(at[low][0], at[high][1]) for low, high in joined]))


def whole_paragraphs(text: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield stretches widened to whole paragraphs, those that meet as one."""
    ends = [end.start() for end in re.finditer("\n", text)]
    begun: tuple[int, int] | None = None
    for start, end in found:
        before, after = bisect_left(ends, start), bisect_right(ends, end - 1)
        low = ends[before - 1] + 1 if before else 0
        high = ends[after] + 1 if after < len(ends) else len(text)
        if begun is not None and low <= begun[1]:
            begun = begun[0], high
        else:
            if begun is not None:
                yield begun
            begun = low, high
    if begun is not None:
        yield begun
