"""Reads the CSV files of places row by row, and says where a wrong one stands."""

import csv
from collections.abc import Iterator
from pathlib import Path


class GazetteerError(Exception):
    """A file of places is missing or wrong; the message names the file and the row."""


def read_rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row of a CSV file after a text that says where it stands. Raises GazetteerError."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(line for line in file if not line.startswith("#"))
            if reader.fieldnames is None or not set(needed) <= set(reader.fieldnames):
                raise GazetteerError(f"{path}: the first line must name the columns {', '.join(needed)}.")
            for row in reader:
                where = f"{path}, row {row[needed[0]]!r}"
                if None in row or None in row.values():
                    raise GazetteerError(f"{where}: has not as many fields as the first line.")
                yield where, row
    except FileNotFoundError as error:
        raise GazetteerError(f"{path}: there is no such file; scripts/build_places.py makes it.") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: is not UTF-8 text.") from error


def number(text: str, where: str) -> float | None:
    """Return a coordinate or weight, None for an empty field. Raises GazetteerError."""
    try:
        return float(text) if text else None
    except ValueError as error:
        raise GazetteerError(f"{where}: {text!r} is not a number.") from error


def split(names: str) -> tuple[str, ...]:
    """Return the names of a field that separates them by bars."""
    return tuple(name for name in names.split("|") if name)
