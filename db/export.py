"""Rows as they leave the program: the same columns in CSV, JSON and JSON lines."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from db.rows import Row

# Characters that reorder or hide text, and control characters: shown as a mark, never obeyed.
HIDING = [
    chr(code)
    for first, last in (
        *((0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x7F), (0x200E, 0x200F), (0x202A, 0x202E)),
        *((0x2060, 0x2069), (0xFEFF, 0xFEFF), (0xFFFE, 0xFFFF)),
    )
    for code in range(first, last + 1)
]
CONTROLS = [sign for sign in HIDING if sign.isascii()]
UNSEEN = re.compile(f"[{''.join(HIDING)}]")
# A spreadsheet takes a cell that begins so for a formula; an apostrophe in front of it makes it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Either amid a line of CSV, where a cell begins after a comma or quotation mark; the usual "-" is looked for
# by itself.
BEGINS = re.escape("".join(FORMULA).replace("-", ""))
SUSPECT = re.compile(rf"[{BEGINS}{UNSEEN.pattern[1:-1]}](?:(?<=[,\"].)|(?<={UNSEEN.pattern}))", re.DOTALL)
# A formula in a cell that stands in quotation marks.
QUOTED = re.compile(f'"[{re.escape("".join(FORMULA))}]')


def csv_lines(rows: Iterable[Row], names: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a CSV file by RFC 4180, the names of the columns first, each with its line end."""
    return csv_of((values_of(row, names) for row in rows), names)


def values_of(row: Row, names: Sequence[str]) -> list[Any]:
    """Return the values of a row in the order of the columns, each a text, a number or None."""
    values = map(row.__getitem__, names)
    return [joined(value) if isinstance(value, list | bool) else value for value in values]


def csv_of(rows: Iterable[Sequence[Any]], names: Sequence[str]) -> Iterator[str]:
    """Yield the lines of CSV of rows as `values_of` gives them."""
    write = csv.writer(Line()).writerow  # returns the line
    yield write(names)
    for row in rows:
        line: str = write(row)
        yield write(list(map(cell, row))) if is_suspect(line.removesuffix("\r\n")) else line


def is_suspect(line: str) -> bool:
    """Return whether a line of CSV, without its end, may hold a formula or what hides text.

    Then each cell is to be looked at.
    """
    return line.startswith(FORMULA) or ",-" in line or '"-' in line or SUSPECT.search(line) is not None


def is_any_suspect(lines: Sequence[str], text: str) -> bool:
    """Return the same of any of many lines, faster, where each text but no last cell is in quotation marks.

    `text` is all of them together.
    """
    if any(map(text.__contains__, CONTROLS)) or QUOTED.search(text):
        return True
    return any(UNSEEN.search(line) for line in lines if not line.isascii())


class Line:
    """A file for a writer that gives back what is written."""

    def write(self, text: str) -> str:
        """Return the text."""
        return text


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
