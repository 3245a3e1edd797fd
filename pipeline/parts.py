"""Cuts a text too long to be read at once into parts, so that time and memory grow in line with its length.

A report is shorter than a part. What is longer (a live blog, a whole day's feed in one file) is read part by
part, and a pronoun at the start of one is not traced into the part before.
"""

import re
from collections.abc import Iterator

PART = 16_000  # characters; some 2,700 words
# Where a part may end, the best place first: a paragraph, a line, a sentence, a word.
ENDS = tuple(re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", r"[.!?…][\"”»’')]*\s", r"\s"))


def parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a text with their offsets, in characters; joined they are the text."""
    start = 0
    while len(text) - start > PART:
        end = start + cut(text[start : start + PART])
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def cut(text: str) -> int:
    """Return where to cut a text: after the last end of the best kind in its second half, else at its end."""
    half = len(text) // 2
    for pattern in ENDS:
        found = [match.end() for match in pattern.finditer(text, half)]
        if found:
            return found[-1]
    return len(text)
