"""Rows as they leave the program: the same columns in CSV, JSON and JSON lines."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from db.rows import Row

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


def json_document(rows: Iterable[Row], names: Sequence[str], head: dict[str, Any]) -> Iterator[str]:
    """Yield the pieces of one JSON object: what `head` says, and under `claims` the rows."""
    yield json.dumps(head, ensure_ascii=False)[:-1] + (", " if head else "") + '"claims": ['
    between = "\n"
    for row in rows:
        yield between + json.dumps({name: row[name] for name in names}, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def cell(value: Any) -> str | int | float:
    """Return what stands in a cell of a CSV file: lists with "; " between, nothing that is a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def taken(buffer: io.StringIO) -> str:
    """Return what was written to the buffer and empty it."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
