"""Rows as they leave the program: the same columns in CSV, JSON and JSON lines."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from db.rows import Row

# Characters that reorder or hide text, and control characters: shown as a mark, never obeyed.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
# A spreadsheet takes a cell that begins so for a formula; an apostrophe in front of it makes it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_lines(rows: Iterable[Row], names: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a CSV file by RFC 4180, the names of the columns first, each with its line end."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(names)
    yield taken(buffer)
    for row in rows:
        writer.writerow([cell(row[name]) for name in names])
        yield taken(buffer)


def json_lines(rows: Iterable[Row], names: Sequence[str]) -> Iterator[str]:
    """Yield a JSON object a line, each with its line end."""
    for row in rows:
        yield json.dumps({name: row[name] for name in names}, ensure_ascii=False) + "\n"


def json_document(
    rows: Iterable[Row], names: Sequence[str], head: dict[str, Any], table: str = "claims"
) -> Iterator[str]:
    """Yield the pieces of one JSON object: what `head` says, and under the table's name the rows."""
    yield json.dumps(head, ensure_ascii=False)[:-1] + (", " if head else "") + f'"{table}": ['
    between = "\n"
    for row in rows:
        yield between + json.dumps({name: row[name] for name in names}, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def cell(value: Any) -> str | int | float:
    """Return what stands in a cell of a CSV file: lists with "; " between, nothing that is a formula."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = joined(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def joined(value: Any) -> str:
    """Return a value as one text that nothing in it reorders or hides; of a list with "; " between."""
    if isinstance(value, bool):
        return str(value).lower()
    return plain("; ".join(value) if isinstance(value, list) else value)


def plain(value: object) -> str:
    """Return the value as a text, with a mark for each character that reorders or hides text."""
    return UNSEEN.sub("\ufffd", "" if value is None else str(value))


def taken(buffer: io.StringIO) -> str:
    """Return what was written to the buffer and empty it."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
