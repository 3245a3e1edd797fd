"""Reads the lines at the head of a text file that say what it is: its day, title, publisher, address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.documents import read_day
from pipeline.fields import FIELDS, NotReadable

KEYS = tuple(key for key in FIELDS if key not in ("text", "published"))
DATE_LINE = re.compile(r"date:?\s+(\d{4}-\d{2}-\d{2})(?:\s+(.*))?", re.IGNORECASE)
NEARLY_DATE_LINE = re.compile(r"date\b\W*(?:\w+\W+){0,2}\d", re.IGNORECASE)
KEY_LINE = re.compile(rf"({'|'.join(KEYS)}):\s*(\S.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Head:
    """What the head of a text says, by the keys of a JSON line, with the text below it as `text`.

    `problem`: what is amiss with the line that ends it, if it was meant to belong to it.
    """

    fields: dict[str, str]
    problem: str | None = None


def read_head(text: str) -> Head:
    """Return what the first lines of a clean text say of it. Raises NotReadable if a day is none."""
    fields: dict[str, str] = {}
    rest = text
    for number, line in enumerate(text.split("\n"), 1):
        found = dict(said_by(line, number))
        if not found or found.keys() & fields.keys():
            break
        fields |= found
        rest = rest.partition("\n")[2]
    else:
        number, line = 0, ""
    nearly = "published" not in fields and NEARLY_DATE_LINE.match(line)
    problem = (
        f"Its line {number} is read as text, for it is not like `date 2025-03-27 Title`; its date is unknown."
    )
    return Head(fields | {"text": rest}, problem if nearly else None)


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
