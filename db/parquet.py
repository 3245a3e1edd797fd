"""Rows as a folder of Parquet files, one for each conflict and month, as DuckDB, Spark and pandas read them.

The folders are named as Hive's are: `conflict=ukraine/month=2025-03/part-0.parquet`. Rows are written as they
come, so that none are kept; a month that comes again after many others goes on in another file.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa
from pyarrow import parquet

from db.rows import Row
from db.tables import MONTHS, Table

TYPES = {
    "string": pa.string(),
    "anyURI": pa.string(),
    "date": pa.date32(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
}
AT_ONCE = 4_000  # rows of a file that are written together
OPEN = 16  # files that are written to at the same time
UNKNOWN = "unknown"  # and not Hive's null: where all months are, a reader could not tell their type
CONFLICT = "conflict"  # told by the folder, so it is no column of a file


class Part:
    """A file that rows are added to."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.schema = schema
        self.file = parquet.ParquetWriter(path, schema, compression="zstd")
        self.rows: list[Row] = []

    def add(self, row: Row) -> None:
        """Add a row."""
        self.rows.append(row)
        if len(self.rows) == AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write the rows that are waiting."""
        columns = [pa.array([row[one.name] for row in self.rows], one.type) for one in self.schema]
        self.file.write_table(pa.Table.from_arrays(columns, schema=self.schema))
        self.rows = []

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        if self.rows:
            self.write()
        self.file.close()


def write_parquet(rows: Iterable[Row], table: Table, folder: Path) -> None:
    """Write rows of a table into an empty folder; without any, a file without rows, for its columns."""
    fields = schema(table)
    dated = {column.name for column in table.columns if column.type == "date"}
    parts: OrderedDict[str, Part] = OrderedDict()
    written: defaultdict[str, int] = defaultdict(int)
    try:
        for row in rows:
            place = place_of(row, MONTHS[table.name])
            if place not in parts:
                parts[place] = Part(folder / place / f"part-{written[place]}.parquet", fields)
                written[place] += 1
            parts.move_to_end(place)
            parts[place].add({name: day(row[name]) if name in dated else row[name] for name in fields.names})
            if len(parts) > OPEN:
                parts.popitem(last=False)[1].close()
    finally:
        for part in parts.values():
            part.close()
    if not written:
        parquet.write_table(fields.empty_table(), folder / "part-0.parquet")


def schema(table: Table) -> pa.Schema:
    """Return the columns of a table with their types; what each holds is its `description`."""
    return pa.schema(
        pa.field(
            one.name,
            pa.list_(TYPES[one.type]) if one.list else TYPES[one.type],
            metadata={"description": one.holds},
        )
        for one in table.columns
        if one.name != CONFLICT
    )


def place_of(row: Row, month: str) -> str:
    """Return the folder that a row belongs into."""
    conflict = quote(row[CONFLICT], safe="") if row[CONFLICT] else UNKNOWN
    return f"{CONFLICT}={conflict}/month={row[month][:7] if row[month] else UNKNOWN}"


def day(text: Any) -> date | None:
    """Return a day that is kept as text."""
    return date.fromisoformat(text) if text else None
