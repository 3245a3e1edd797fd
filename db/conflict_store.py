"""Writes a conflict's own data: parties, agreements, regions and sources."""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from db.dispute_store import describe_all
from db.record_rows import text_of
from db.rows import Row
from db.writing import count_change, writing

# table → its key, and the columns that a conflict's data fill; other columns are left as they are
TABLES = {
    "conflicts": (("name",), ("name", "title", "sides", "land")),
    "parties": (("conflict", "name"), ("name", "side", "colour", "colour_dark", "countries")),
    "agreements": (("conflict", "name", "start"), ("name", "start", "end", "scope", "parties", "source")),
    "sources": (("conflict", "address"), ("address", "publisher", "country", "party", "site", "feed")),
    "regions": (("code",), ("code", "name", "country", "latitude", "longitude")),
}


def put_conflict(db: Database, conflict: Mapping[str, Any]) -> None:
    """Store a conflict's own data in place of what was stored under its name.

    Keys: name, title, sides (list), land (list of latitude and longitude), and lists of mappings: parties,
    agreements, sources and regions with the columns of TABLES. Regions are shared by all conflicts and
    never go.
    """
    name = conflict["name"]
    with writing(db):
        changed = put_rows(db, "conflicts", [row_of("conflicts", conflict)])
        for table in ("parties", "agreements", "sources"):
            rows = [{**row_of(table, item), "conflict": name} for item in conflict.get(table, ())]
            differs = put_rows(db, table, rows, conflict=name)
            if differs and table == "sources":
                put_document_sources(db, name)
            changed |= differs
        changed |= put_rows(db, "regions", [row_of("regions", item) for item in conflict.get("regions", ())])
        if changed:
            describe_all(db, name)
            count_change(db)


def put_rows(db: Database, name: str, rows: list[Row], conflict: str | None = None) -> bool:
    """Insert rows, or update those that differ; delete the conflict's others. Return whether any changed."""
    table, key = db.table(name), TABLES[name][0]
    stored = table.rows if conflict is None else table.rows_where("conflict = ?", [conflict])
    old = {tuple(row[column] for column in key): row for row in stored}
    new = {tuple(row[column] for column in key): row for row in rows}
    changed = False
    for values, row in new.items():
        if values not in old:
            table.insert(row)
        elif any(old[values][column] != value for column, value in row.items()):
            table.update(values, row)
        else:
            continue
        changed = True
    for values in set(old) - set(new) if conflict is not None else ():
        table.delete(values)
        changed = True
    return changed


def put_document_sources(db: Database, conflict: str) -> None:
    """Tell anew which documents of a conflict are of which of its sources."""
    db.execute("DELETE FROM document_sources WHERE conflict = ?", [conflict])
    db.execute(
        "INSERT INTO document_sources SELECT * FROM sources_of_documents WHERE conflict = ?", [conflict]
    )


def row_of(table: str, item: Mapping[str, Any]) -> Row:
    """Return the columns of the table that the item fills: lists as JSON, days as ISO text."""
    row = {column: item.get(column) for column in TABLES[table][1]}
    for column, value in row.items():
        is_list = column in ("sides", "land", "countries") or (table, column) == ("agreements", "parties")
        row[column] = json.dumps(list(value or ()), ensure_ascii=False) if is_list else text_of(value)
    return row
