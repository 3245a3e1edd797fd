"""Reads the lines at the head of a text file that say what it is: its day, title, publisher, address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from pipeline.documents import read_day
from pipeline.fields import FIELDS, NotReadable

KEYS = tuple(key for key in FIELDS if key not in ("text", "published"))
DATE_LINE = re.compile(r"date:?\s+(\d{4}-\d{2}-\d{2})(?:\s+(.*))?", re.IGNORECASE)
NEARLY_DATE_LINE = re.compile(r"date\b\W*(?:\w+\W+){0,2}\d", re.IGNORECASE)
KEY_LINE = re.compile(rf"({'|'.join(KEYS)}):\s*(\S.*)", re.IGNORECASE)
NEARLY = 80  # of 100, by rapidfuzz's ratio; a letter more, less or other in a key
LIKE_KEY_LINE = re.compile(r"\w[\w -]{0,30}:")


@dataclass(frozen=True)
class Head:
    """What the head of a text says, by the keys of a JSON line, with the text below it as `text`.

    `problems`: what is amiss with each line that was meant to belong to it, and is read as text.
    """

    fields: dict[str, str]
    problems: tuple[str, ...] = ()


def read_head(text: str) -> Head:
    """Return what the first lines of a clean text say of it. Raises NotReadable if a day is none.

    A line that only looks like one of them does not end them: with another below it is amiss, else text.
    """
    fields: dict[str, str] = {}
    lines = text.split("\n")
    doubtful: list[int] = []
    end = 0
    for at, line in enumerate(lines):
        found = dict(said_by(line, at + 1))
        if found and not found.keys() & fields.keys():
            fields |= found
            end = at + 1
        elif LIKE_KEY_LINE.match(line) or NEARLY_DATE_LINE.match(line):
            doubtful.append(at)
        else:
            break
    dateless = "published" not in fields
    told = [
        at
        for at in doubtful
        if at < end or (dateless and NEARLY_DATE_LINE.match(lines[at])) or (fields and misspells(lines[at]))
    ]
    rest = [lines[at] for at in doubtful if at < end] + lines[end:]
    return Head(
        fields | {"text": "\n".join(rest)}, tuple(problem(lines[at], at + 1, dateless) for at in told)
    )


def misspells(line: str) -> bool:
    """Return whether a line begins with what is nearly one of the keys: "publsher: East Wire"."""
    word = line.partition(":")[0].strip().lower()
    found = process.extractOne(word, ("date", *KEYS), scorer=fuzz.ratio, score_cutoff=NEARLY)
    return found is not None and found[0] != word


def problem(line: str, number: int, dateless: bool) -> str:
    """Return the sentence that tells what is amiss with a line of the head."""
    if dateless and NEARLY_DATE_LINE.match(line):
        why = "it is not like `date 2025-03-27 Title`; its date is unknown"
    else:
        why = f"it gives none of date, {', '.join(KEYS)}, or one that stands above it"
    return f"Its line {number} is read as text, for {why}."


def said_by(line: str, number: int) -> Iterator[tuple[str, str]]:
    """Yield the keys and values of a line of the head; none if it is none. Raises NotReadable."""
    if dated := DATE_LINE.fullmatch(line):
        if read_day(dated[1]) is None:
            raise NotReadable(
                f"Its line {number} gives {dated[1]} as the date, which is no day of the calendar."
            )
        yield "published", dated[1]
        if dated[2]:
            yield "title", dated[2]
    elif named := KEY_LINE.fullmatch(line):
        yield named[1].lower(), named[2]
