"""Claims as they leave the program: the same columns in CSV, JSON and JSON lines."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from db.rows import Row

COLUMNS = (
    *("id", "conflict", "day", "date_from", "date_to", "stance", "claimant", "accused", "category"),
    *("regions", "region_names", "count", "unit", "bound", "target", "weapon", "speaker", "via", "sentence"),
    *(
        "title",
        "publisher",
        "published",
        "url",
        "kind",
        "document",
        "version",
        "sentence_start",
        "sentence_end",
        "rule",
    ),
)

# A spreadsheet takes a cell that begins so for a formula; an apostrophe in front of it makes it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def record(row: Row) -> Row:
    """Return the columns of a claim's row, lists and numbers as they are."""
    return {column: row[column] for column in COLUMNS}


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a CSV file by RFC 4180, the names of the columns first, each with its line end."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    yield taken(buffer)
    for row in rows:
        writer.writerow([cell(row[column]) for column in COLUMNS])
        yield taken(buffer)


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a JSON object a line, each with its line end."""
    for row in rows:
        yield json.dumps(record(row), ensure_ascii=False) + "\n"


def json_document(rows: Iterable[Row], head: dict[str, Any]) -> Iterator[str]:
    """Yield the pieces of one JSON object: what `head` says, and under `claims` the rows."""
    yield json.dumps(head, ensure_ascii=False)[:-1] + (", " if head else "") + '"claims": ['
    between = "\n"
    for row in rows:
        yield between + json.dumps(record(row), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def cell(value: Any) -> str | int | float:
    """Return what stands in a cell of a CSV file: lists with "; " between, nothing that is a formula."""
    if value is None:
        return ""
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
