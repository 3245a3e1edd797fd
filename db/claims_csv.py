"""The CSV of claims. SQLite itself writes its lines, in less than half the time of making rows of them.

Texts stand in quotation marks, days, numbers and words of this program without; nothing is a formula.
"""

import csv
from collections.abc import Iterator
from itertools import chain

from sqlite_utils import Database

from db.claims import NEWEST
from db.export import csv_of, is_any_suspect, is_suspect
from db.filter import ClaimFilter, where
from db.rows import sql

# The columns of the table, in their order: what stands in them, and whether it is any text.
REGIONS = """iif(c.region_set = '', NULL, coalesce(
    (SELECT name FROM regions WHERE code = c.region_set),
    (SELECT group_concat(name, '; ')
     FROM (SELECT r.name FROM claim_regions AS x JOIN regions AS r ON r.code = x.region
           WHERE x.claim = c.number ORDER BY r.code))))"""
COLUMNS = {
    **dict.fromkeys(("c.id", "c.conflict", "c.day", "c.date_from", "c.date_to", "c.stance"), False),
    **{"c.claimant": True, "c.accused": True, "c.category": False},
    **{"replace(c.region_set, ' ', '; ')": False, REGIONS: True, "c.count": False, "c.unit": True},
    **{"c.bound": False, **dict.fromkeys(("c.target", "c.weapon", "c.speaker", "c.via", "c.sentence"), True)},
    **{"d.title": True, "d.publisher": True, "d.published": False, "d.url": True, "d.kind": True},
    **{"c.document": True, "d.version": False, "c.sentence_start": False, "c.sentence_end": False},
    **{"c.rule": True, "c.entries": True, "head.id": False},
}
KNOWN = {
    "c.claimant",
    "c.sentence",
    "d.title",
    "c.document",
    "c.rule",
    "c.entries",
}  # texts that are never NULL
FORMAT = ",".join('"%w"' if is_text else "%s" for is_text in COLUMNS.values())
# Nothing is written for a NULL as "%s"; "%w" would write "(NULL)".
VALUES = ", ".join(
    f"ifnull({column}, '')" if is_text and column not in KNOWN else column
    for column, is_text in COLUMNS.items()
)
# `printf` takes a NUL for the end of a text, so a line with one is put together piece by piece.
PIECES = " || ',' || ".join(
    f"""'"' || replace(ifnull({column}, ''), '"', '""') || '"'""" if is_text else f"ifnull({column}, '')"
    for column, is_text in COLUMNS.items()
)
LINE = f"""
    iif(instr(c.sentence, char(0)) OR instr(d.title, char(0)) OR instr(d.publisher, char(0))
            OR instr(d.url, char(0)),
        {PIECES}, printf('{FORMAT}', {VALUES}))"""
# The claims are put in order first, by their numbers alone, and then looked up one by one.
LINES = f"""
    SELECT {LINE}
    FROM (SELECT c.number FROM claims AS c WHERE /*where*/ {NEWEST} LIMIT -1) AS o
    CROSS JOIN claims AS c ON c.number = o.number CROSS JOIN documents AS d ON d.id = c.document
    LEFT JOIN claims AS head ON head.number = c.dispute"""  # noqa: S608
AT_ONCE = 500  # lines in a piece


def claims_csv(db: Database, filter: ClaimFilter) -> Iterator[str]:
    """Yield the lines of the claims that pass the filter, the newest first, many in a piece."""
    condition, values = where(filter)
    found = db.execute(sql(LINES.replace("/*where*/", condition)), values)
    while rows := found.fetchmany(AT_ONCE):
        lines = list(chain.from_iterable(rows))
        text = "\r\n".join(lines) + "\r\n"
        if is_any_suspect(lines, text):
            text = "\r\n".join(mended(line) if is_suspect(line) else line for line in lines) + "\r\n"
        yield text


def mended(line: str) -> str:
    """Return a line in which no cell is a formula and nothing hides or reorders text."""
    _, mended = csv_of(csv.reader([line]), ())
    return mended.removesuffix("\r\n")
