"""Writes a conflict's own data: parties, agreements, regions and sources."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlite_utils import Database

from db.record_rows import text_of
from db.rows import Row
from db.writing import count_change, writing


def put_conflict(db: Database, conflict: Mapping[str, Any]) -> None:
    """Store a conflict's own data in place of what was stored under its name.

    Keys: name, title, sides (list), and lists of mappings: parties (name, side, colour, colour_dark,
    countries), agreements (name, start, end, scope, parties, source), regions (code, name, country, latitude,
    longitude), sources (address, publisher, country, party).
    """
    name = conflict["name"]
    new = {
        "parties": rows_of(conflict, "parties", "name side colour colour_dark countries", conflict=name),
        "agreements": rows_of(conflict, "agreements", "name start end scope parties source", conflict=name),
    }
    head = pick(conflict, "name title sides")
    with writing(db):
        before = db.conn.total_changes
        upsert(db, "conflicts", [head], "name")
        for table, rows in new.items():
            old = list(db.query(SELECT_OF[table], [name]))
            if sorted(map(repr, old)) != sorted(map(repr, rows)):
                db.table(table).delete_where("conflict = ?", [name])
                db.table(table).insert_all(rows)
        upsert(db, "regions", rows_of(conflict, "regions", "code name country latitude longitude"), "code")
        sources = rows_of(conflict, "sources", "address publisher country party", conflict=name)
        upsert(db, "sources", sources, "address")
        if db.conn.total_changes != before:
            count_change(db)


SELECT_OF = {
    "parties": "SELECT name, side, colour, colour_dark, countries, conflict FROM parties WHERE conflict = ?",
    "agreements": """SELECT name, start, "end", scope, parties, source, conflict FROM agreements
                     WHERE conflict = ?""",
}


def upsert(db: Database, table: str, rows: Iterable[Row], key: str) -> None:
    """Insert or update the rows that differ from what is stored; columns that the rows do not name stay."""
    stored = {row[key]: row for row in db.table(table).rows}
    for row in rows:
        old = stored.get(row[key])
        if old is None:
            db.table(table).insert(row)
        elif any(old[column] != value for column, value in row.items()):
            db.table(table).update(row[key], row)


def rows_of(given: Mapping[str, Any], what: str, keys: str, **more: str) -> list[Row]:
    """Return the rows of one of the conflict's lists."""
    return [pick(row, keys, **more) for row in given.get(what, ())]


def pick(mapping: Mapping[str, Any], keys: str, **more: str) -> Row:
    """Return the named keys as a row: lists as JSON, days as ISO text."""
    row: Row = {}
    for key in keys.split():
        value = mapping.get(key)
        many = key in ("sides", "countries") or (key == "parties" and "start" in mapping)
        row[key] = json.dumps(list(value or ()), ensure_ascii=False) if many else text_of(value)
    return {**row, **more}
