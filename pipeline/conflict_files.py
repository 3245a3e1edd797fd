"""Reads and checks the values in a conflict's data files; a wrong one is told with its file and entry."""

import csv
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# How a party is named. The common kinds mean the same party in every conflict; "generic" ("the rebels"),
# "seat" (a town that stands for its authorities) and "hostile" ("the regime") hold within their own conflict.
COMMON_KINDS = ("state", "demonym", "capital", "body", "person", "outlet", "group", "local", "polity")
KINDS = (*COMMON_KINDS, "generic", "seat", "hostile", "usual")

COLUMNS = ("code", "name", "state", "capital", "demonym", "body")  # of countries.csv


class ConflictError(Exception):
    """A file of a conflict is wrong; the message names the file and the entry."""


@cache
def read_toml(path: Path) -> dict[str, Any]:
    """Return a file's contents. Raises ConflictError if it is missing or not TOML."""
    where = f"{path.parent.name}/{path.name}"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConflictError(f"{where}: there is no such file; every conflict needs one.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConflictError(f"{where}: not valid TOML: {error}.") from error


@cache
def read_countries(folder: Path) -> tuple[Mapping[str, str], ...]:
    """Return the rows of countries.csv, () if there is none. Raises ConflictError if a column is missing."""
    path = folder / "countries.csv"
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, 2):
        if not all(
            row.get(key) is not None for key in ("code", "name", "state", "capital", "demonym", "body")
        ):
            raise ConflictError(f"{folder.name}/countries.csv, line {number}: a column is missing.")
    return tuple(rows)


def strings_of(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """Return a list of strings, () if there is none. Raises ConflictError if it is something else."""
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ConflictError(f"{where}: `{key}` must be a list of strings.")
    return tuple(value)


def day_of(entry: Mapping[str, Any], key: str, where: str) -> date | None:
    """Return a day, None if there is none. Raises ConflictError if it is no date."""
    value = entry.get(key)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise ConflictError(f"{where}: `{key}` must be a date such as 2025-03-18.")


def check_address(value: object, where: str) -> str | None:
    """Return a web address, None if there is none. Raises ConflictError if it is not http or https."""
    if value is None:
        return None
    if isinstance(value, str) and urlsplit(value).scheme in ("http", "https") and urlsplit(value).hostname:
        return value
    raise ConflictError(f"{where}: {value!r} is no web address.")
