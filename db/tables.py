"""The tables that leave the program: the rows of a filter, and what their columns hold."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from db.claims import NEWEST, count_claims
from db.claims_csv import claims_csv
from db.disputes import count_disputes, count_links, iter_disputes, iter_links, with_accounts
from db.export import csv_lines
from db.filter import ClaimFilter, where
from db.rows import REGION_NAMES, Row, sql, unpacked
from db.tallies import count_figures, gap, iter_windows

COLUMNS = Path(__file__).with_name("columns.toml")
KEYS = {  # the columns that tell a row from all others
    "claims": ["id"],
    "disputes": ["id"],
    "links": ["answer", "answered", "type"],
    "tallies": ["claims"],
}
MONTHS = {  # the columns that say in which month a row belongs
    "claims": "day",
    "disputes": "day",
    "links": "answer_published",
    "tallies": "day",
}
# The columns of the table of claims, and what `unpacked` makes some of them of.
CLAIMS = f"""
    SELECT c.id, c.conflict, c.day, c.date_from, c.date_to, c.stance, c.claimant, c.accused, c.category,
           c.region_set, {REGION_NAMES},
           c.count, c.unit, c.bound, c.target, c.weapon, c.speaker, c.via, c.sentence,
           d.title, d.publisher, d.published, d.url, d.kind, c.document, d.version,
           c.sentence_start, c.sentence_end, c.rule, c.entries, head.id AS dispute
    FROM claims AS c JOIN documents AS d ON d.id = c.document
    LEFT JOIN claims AS head ON head.number = c.dispute WHERE"""  # noqa: S608
AT_ONCE = 100  # disputes whose claims are read in one go


@dataclass(frozen=True)
class Column:
    """A column: its name, what it holds, its type as CSVW names it, and whether a cell is a list."""

    name: str
    holds: str
    type: str = "string"
    list: bool = False


@dataclass(frozen=True)
class Table:
    """A table: how many rows a filter has, and the rows, each a mapping with all columns."""

    name: str
    count: Callable[[Database, ClaimFilter], int]
    rows: Callable[[Database, ClaimFilter], Iterator[Row]]
    lines: Callable[[Database, ClaimFilter], Iterator[str]] | None = None

    def csv(self, db: Database, filter: ClaimFilter) -> Iterator[str]:
        """Yield a CSV file by RFC 4180, the names of the columns first, in pieces of whole lines."""
        if self.lines is None:
            return csv_lines(self.rows(db, filter), self.names)
        return chain(csv_lines((), self.names), self.lines(db, filter))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in their order."""
        return columns()[self.name]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)


@cache
def columns() -> Mapping[str, tuple[Column, ...]]:
    """Return the columns of all tables."""
    with COLUMNS.open("rb") as file:
        return {name: tuple(Column(**one) for one in found) for name, found in tomllib.load(file).items()}


def dispute_rows(db: Database, filter: ClaimFilter) -> Iterator[Row]:
    """Yield the rows of the table of disputes."""
    rows = iter_disputes(db, filter)
    while some := list(islice(rows, AT_ONCE)):
        yield from map(dispute_row, with_accounts(db, some, most=1))


def dispute_row(row: Row) -> Row:
    """Return a dispute with what is said in it in columns of their own."""
    accounts, silences = row["accounts"], row["silences"]
    lead = next((one for one in accounts if one["stance"] == "alleges"), accounts[0])
    days = [day for one in accounts for day in (one["first"], one["last"]) if day]
    against = [one for one in accounts if is_against(one, row["accused"])]
    asked = {side_of(one) for one in accounts if one["accused"] == row["accused"]} - {None}
    heard = [one for one in accounts if not asked or side_of(one) in asked]
    crossed = [one for one in accounts if not is_against(one, row["accused"]) and voice_of(one) in asked]
    only = lead["figures"][0] if len(lead["figures"]) == 1 else {"lowest": None, "highest": None}
    first = next(iter(silences), {"until": None, "documents": None, "own": None})
    return {
        **row,
        "alleged_by": parties(against, "alleges"),
        "denied_by": parties(heard, "denies"),
        "admitted_by": parties(heard, "admits"),
        "countered_by": parties(crossed, "alleges"),
        "first_report": min(days, default=None),
        "last_report": max(days, default=None),
        "lowest": only["lowest"],
        "highest": only["highest"],
        "figures": [ranged(one) for one in lead["figures"]],
        "unheard": [one["accused"] for one in silences],
        "looked_until": first["until"],
        "documents_read": first["documents"],
        "documents_own": first["own"],
        "sentence": lead["claims"][0]["sentence"],
        "url": lead["claims"][0]["url"],
    }


def ranged(figure: Row) -> str:
    """Return what is counted with the range of its numbers: "14 to 17 drones"."""
    span = dict.fromkeys([figure["lowest"], figure["highest"]])
    return f"{' to '.join(map(str, span))} {figure['counted']}"


def is_against(account: Mapping[str, Any], accused: str | None) -> bool:
    """Return whether an account is of an act of the accused, or leaves open whose it was."""
    return account["claims"][0]["accused"] in (accused, None)


def side_of(account: Mapping[str, Any]) -> str | None:
    """Return the side of the accused of an account, or the party itself if it is on none."""
    side: str | None = account["accused_side"] or account["accused"]
    return side


def voice_of(account: Mapping[str, Any]) -> str:
    """Return the side that an account is of, or the party itself if it is on none."""
    return str(account["claimant_side"] or account["claimant"])


def parties(accounts: Iterable[Mapping[str, Any]], stance: str) -> list[str]:
    """Return who says something of that stance, each once."""
    return list(dict.fromkeys(one["claimant"] for one in accounts if one["stance"] == stance))


def tally_rows(db: Database, filter: ClaimFilter) -> Iterator[Row]:
    """Yield the rows of the table of tallies: one a window and party."""
    for window in iter_windows(db, filter):
        for figure in window["figures"]:
            yield {
                **window,
                **figure,
                "counted": window["tally"],
                "gap": gap(window),
                "claims": [one["id"] for one in figure["said"]],
                "urls": [one["url"] for one in figure["said"] if one["url"]],
            }


def claim_rows(db: Database, filter: ClaimFilter) -> Iterator[Row]:
    """Yield the rows of the table of claims, the newest first."""
    condition, values = where(filter)
    return unpacked(db.query(sql(CLAIMS, condition, NEWEST), values))


TABLES = {
    table.name: table
    for table in (
        Table("claims", count_claims, claim_rows, claims_csv),
        Table("disputes", count_disputes, dispute_rows),
        Table("links", count_links, iter_links),
        Table("tallies", count_figures, tally_rows),
    )
}


def csvw(name: str, url: str) -> dict[str, Any]:
    """Return what CSV on the Web says of a table: its address, its columns, their types and meanings."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": url,
        "dc:title": f"Ceasefire claims: {name}",
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [
                {
                    "name": column.name,
                    "titles": column.name,
                    "datatype": column.type,
                    "dc:description": column.holds,
                    **({"separator": "; "} if column.list else {}),
                }
                for column in TABLES[name].columns
            ],
            "primaryKey": KEYS[name],
        },
    }
