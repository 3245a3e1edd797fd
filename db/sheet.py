"""Rows as an Excel workbook: one sheet with the rows, one that says what they are."""

import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import xlsxwriter

from db.export import joined
from db.rows import Row
from db.tables import Table

MOST_ROWS = 1_048_575  # under the line with the names, the most that a sheet holds
LONGEST = 32_767  # characters, the most that a cell holds
CUT = " … (cut: a cell holds no more)"
PIECE = 1 << 16  # bytes of the stream
WIDTHS = {"sentence": 60, "title": 40, "url": 40}  # characters; other columns are of the usual width
SAFE = {  # every text stays a text, whatever it begins with
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(rows: Iterable[Row], table: Table, head: dict[str, Any]) -> Iterator[bytes]:
    """Yield the bytes of a workbook; the rows are written to a file first, so that none is kept in memory.

    `head` is told on the second sheet, with what the columns hold.
    """
    with tempfile.TemporaryFile() as file:
        with xlsxwriter.Workbook(file, SAFE) as book:
            changed = datetime.fromisoformat(head["data_version"].split()[-1])
            book.set_properties({"title": f"Ceasefire claims: {table.name}", "created": changed})
            bold = book.add_format({"bold": True, "bottom": 1})
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            for place, name in enumerate(table.names):
                sheet.set_column(place, place, WIDTHS.get(name, 14))
                sheet.write_string(0, place, name, bold)
            for number, row in enumerate(rows, start=1):
                for place, name in enumerate(table.names):
                    write(sheet, number, place, row[name])
            about(book.add_worksheet("about"), table, head)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def write(sheet: Any, row: int, column: int, value: Any) -> None:
    """Write a number as a number, anything else as a text; nothing is ever a formula."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, column, value)
    elif text := joined(value):
        cut = text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
        sheet.write_string(row, column, cut)


def about(sheet: Any, table: Table, head: dict[str, Any]) -> None:
    """Write what the workbook holds: the filter, the number of rows, the data's version, the columns."""
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 100)
    chosen = "; ".join(f"{name}: {', '.join(values)}" for name, values in head["filter"].items())
    lines = [("filter", chosen or "none"), ("rows", head["rows"]), ("data version", head["data_version"])]
    lines += [("", ""), *((column.name, column.holds) for column in table.columns)]
    for number, (name, value) in enumerate(lines):
        write(sheet, number, 0, name)
        write(sheet, number, 1, value)
