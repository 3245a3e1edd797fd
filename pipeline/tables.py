"""Reads documents from files that hold many: JSON lines, and CSV with its columns named in some way."""

import codecs
import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.documents import LARGEST
from pipeline.fields import FIELDS, NotReadable, from_fields, parse_line, read_lines, shown
from pipeline.records import Document, Failure

Columns = Mapping[str, str]
"""The key of a document → the column that holds it."""


def read_json_lines(path: Path, name: str) -> Iterator[Document | Failure]:
    """Yield the documents of a file with one JSON object a line, in the format of the gold set."""
    with path.open("rb") as lines:
        for where, line in read_lines(lines, name):
            try:
                yield from_fields(parse_line(line), where)
            except NotReadable as error:
                yield Failure(where, str(error))


def read_table(path: Path, name: str, columns: Columns) -> Iterator[Document | Failure]:
    """Yield the documents of a CSV file, whose columns are named as the keys of a JSON line, or by `columns`.

    Raises NotReadable if the text has no column.
    """
    csv.field_size_limit(LARGEST)
    number = 1
    with path.open(encoding=encoding_of(path), newline="") as lines:
        rows = csv.DictReader(lines, strict=True)
        try:
            named = {columns.get(key, key): key for key in FIELDS}
            for key in ("text", *columns):
                if columns.get(key, key) not in (rows.fieldnames or ()):
                    raise NotReadable(
                        f"Its first line names no column {shown(columns.get(key, key))}: say with"
                        f" --column {key}=NAME which one holds the {key}; it names"
                        f" {shown(', '.join(rows.fieldnames or ()))}."
                    )
            for row in rows:
                number = rows.line_num
                where = f"{name}:{number}"
                try:
                    fields = {
                        named[column]: value for column, value in row.items() if column in named and value
                    }
                    yield from_fields(fields, where)
                except NotReadable as error:
                    yield Failure(where, str(error))
        except csv.Error as error:
            yield Failure(f"{name}:{rows.line_num}", f"It is not CSV: {error}.")
        except UnicodeError:
            yield Failure(f"{name}:{number}", "After this line it is not text in UTF-8: save it as UTF-8.")


def encoding_of(path: Path) -> str:
    """Return the encoding that a file's mark tells, else UTF-8."""
    with path.open("rb") as file:
        start = file.read(2)
    return "utf-16" if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
