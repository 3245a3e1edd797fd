"""Makes a database of many millions of claims out of one: python benchmarks/multiply.py FROM FILE TIMES.

Each copy of a report stands some days later, under ids of its own. Rows are copied by SQL with no trigger and
no index in the way; then the indexes are made, the totals are counted anew from the rows by the views that
say what they count, and the triggers are put back: the tables are as if each row had been stored by itself.
"""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from db import open_db  # noqa: E402
from db.writing import count_change  # noqa: E402

APART = 11  # days between a copy and the next
MOST = 99  # times: the last copies stand three years later
NUMBER = "{0} + :first * copy"
NAME = "{0} || '-' || copy"
DAY = "date({0}, (:apart * copy) || ' days')"
TIME = "date({0}, (:apart * copy) || ' days') || substr({0}, 11)"
KEY = "({0} | (copy << 40)) - ({0} & (copy << 40))"  # other bits of it
# How a copy's columns differ from the first one's, by table.
COPIED = {
    "documents": {"id": NAME, "url": NAME, "published": DAY, "fetched": TIME},
    "document_sources": {"document": NAME, "published": f"iif({{0}} = '', '', {DAY})"},
    "claims": {
        **dict.fromkeys(("number", "dispute", "account"), NUMBER),
        **dict.fromkeys(("id", "document", "copy_of"), NAME),
        **dict.fromkeys(("day", "date_from", "date_to"), DAY),
    },
    "claim_regions": {"claim": NUMBER},
    "claim_places": {"claim": NUMBER},
    "claim_keys": {"claim": NUMBER, "key": KEY},
    "disputes": {
        **dict.fromkeys(("number", "neighbourhood"), NUMBER),
        **dict.fromkeys(("day", "date_from", "date_to"), DAY),
    },
    "links": {"answer": NUMBER, "answered": NUMBER},
}
# Where the order of the rows is not that of the copies.
SORTED = {"claim_keys": "ORDER BY 1, 2", "document_sources": "ORDER BY 1, 2, 3, 4"}
COPIES = """
    (WITH RECURSIVE n(copy) AS (SELECT 1 UNION ALL SELECT copy + 1 FROM n WHERE copy < :last)
     SELECT copy FROM n)"""
WORDS = """
    INSERT INTO claims_fts(rowid, sentence, title)
    SELECT c.number, c.sentence, d.title FROM claims AS c JOIN documents AS d ON d.id = c.document
    WHERE c.number > :first ORDER BY c.number"""
WORDS_AT_ONCE = 2**28  # bytes of words that are sorted in memory; by itself FTS5 takes 2**20
CELLS = "SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE '%/_cells' ESCAPE '/' ORDER BY 1"


def main(source: Path, path: Path, times: int) -> None:
    """Make the file, saying how far it is."""
    if not 1 < times <= MOST:
        raise SystemExit(f"A database can be multiplied by 2 to {MOST}, not by {times}.")
    shutil.copy(source, path)
    begun = time.monotonic()
    with closing(open_db(path)) as db:
        for done in multiply(db, times):
            print(f"{done}, {time.monotonic() - begun:,.0f} s", flush=True)
    print(f"{path}: {path.stat().st_size / 1e6:,.0f} MB", flush=True)


def multiply(db: Database, times: int) -> Iterator[str]:
    """Make so many of each row, in no hurry to reach the disk; yields what is done."""
    pragmas = ("foreign_keys = OFF", "journal_mode = OFF", "synchronous = OFF", "cache_size = -3000000")
    for pragma in pragmas:
        db.execute(f"PRAGMA {pragma}")
    given = {
        "first": db.execute("SELECT max(number) FROM claims").fetchone()[0],
        "last": times - 1,
        "apart": APART,
    }
    made = list(
        db.query("""
            SELECT type, name, sql FROM sqlite_schema
            WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type""")
    )
    for one in made:
        db.execute(f"DROP {one['type']} {one['name']}")
    for table in COPIED:
        db.execute(copying(db, table), given)
        db.conn.commit()
        yield table
    set_words_at_once(db, WORDS_AT_ONCE)
    db.execute(WORDS, {"first": given["first"]})
    db.conn.commit()
    set_words_at_once(db, 2**20)
    yield "claims_fts"
    for one in made:
        if one["type"] == "index":
            db.execute(one["sql"])
            yield one["name"]
    for (cells,) in db.execute(CELLS).fetchall():
        yield recount(db, cells)
    for one in made:
        if one["type"] == "trigger":
            db.execute(one["sql"])
    db.execute("ANALYZE")
    count_change(db)
    db.conn.commit()
    db.enable_wal()
    yield "ANALYZE"


def copying(db: Database, table: str) -> str:
    """Return the statement that copies the rows of a table."""
    columns = [column.name for column in db[table].columns]
    changed = COPIED[table]
    values = [changed[name].format(f"t.{name}") if name in changed else f"t.{name}" for name in columns]
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} "  # noqa: S608
        f"FROM {COPIES} CROSS JOIN {table} AS t {SORTED.get(table, '')}"
    )


def set_words_at_once(db: Database, size: int) -> None:
    """Set how many bytes of words FTS5 sorts in memory."""
    db.execute("INSERT INTO claims_fts(claims_fts, rank) VALUES ('hashsize', ?)", [size])


def recount(db: Database, cells: str) -> str:
    """Count totals anew from the view that says what they count; return their table."""
    table = cells.replace("_cells", "_totals")
    counted, summed = db[table], db[cells].columns_dict
    columns = [
        name if name in counted.pks else f"sum({name})" if name in summed else "count(*)"
        for name in counted.columns_dict
    ]
    db.execute(f"DELETE FROM {table}")  # noqa: S608
    db.execute(
        f"INSERT INTO {table} SELECT {', '.join(columns)} FROM {cells} "  # noqa: S608
        f"GROUP BY {', '.join(counted.pks)}"
    )
    db.conn.commit()
    return table


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
