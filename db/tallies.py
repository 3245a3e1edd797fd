"""Questions about tallies: what each side counts for the same stretch of days, and how far apart they are."""

import json
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import Row
from db.totals import is_broad, is_whole

# A window is what is counted, of which kind, in which days and regions; a total that names no days is one by
# itself, so that it matches none.
DATED = """
    SELECT c.conflict, c.tally, c.category, c.date_from, c.date_to, c.region_set, NULL AS apart,
           max(c.day) AS day
    FROM claims AS c /*indexed*/ WHERE c.tally IS NOT NULL AND c.date_from IS NOT NULL AND /*where*/
    GROUP BY c.date_to, c.date_from, c.tally, c.category, c.region_set, c.conflict"""
UNDATED = """
    SELECT c.conflict, c.tally, c.category, c.date_from, c.date_to, c.region_set, c.account AS apart,
           max(c.day) AS day
    FROM claims AS c /*indexed*/ WHERE c.tally IS NOT NULL AND c.date_from IS NULL AND /*where*/
    GROUP BY c.date_to, c.tally, c.category, c.region_set, c.account, c.conflict"""
# The dated ones stand in an index in the order of the page, so that no more are read than it needs.
PAGE = f"""
    SELECT * FROM ({DATED} ORDER BY c.date_to DESC, c.date_from DESC, c.tally, c.category, c.region_set,
                                    c.conflict LIMIT :limit + :offset)
    UNION ALL SELECT * FROM ({UNDATED})
    ORDER BY date_to DESC, day DESC, date_from DESC, tally, category, region_set, apart, conflict
    LIMIT :limit OFFSET :offset"""  # noqa: S608
COUNT = f"SELECT (SELECT count(*) FROM ({DATED})) + (SELECT count(*) FROM ({UNDATED}))"  # noqa: S608
KEPT_COUNT = "SELECT count(*) FROM window_totals WHERE conflict = :conflict"
TOLD = """
    WITH page AS MATERIALIZED (/*page*/
    ), counted AS MATERIALIZED (
        SELECT c.*, page.apart, coalesce(p.side, c.claimant) AS voice, p.side IS NOT NULL AS sided,
               coalesce(o.publisher, o.id) AS teller, d.publisher, d.published, d.url,
               d.title, d.source
        FROM page CROSS JOIN claims AS c INDEXED BY claims_tally
             ON c.conflict = page.conflict AND c.date_to IS page.date_to AND c.date_from IS page.date_from
             AND c.tally = page.tally AND c.category = page.category AND c.region_set = page.region_set
             AND coalesce(c.account = page.apart, page.apart IS NULL)
        JOIN documents AS d ON d.id = c.document
        JOIN documents AS o ON o.id = coalesce(c.copy_of, c.document)
        LEFT JOIN parties AS p ON p.conflict = c.conflict AND p.name = c.claimant
        WHERE c.tally IS NOT NULL AND /*where*/
    ), figure AS (
        SELECT conflict, tally, category, date_from, date_to, region_set, apart, voice, max(sided) AS sided,
               max(day) AS day, min(count) AS lowest, max(count) AS highest,
               count(DISTINCT document) AS reports, count(DISTINCT teller) AS publishers,
               json_group_array(json_object(
                   'id', id, 'count', count, 'bound', bound, 'unit', unit, 'sentence', sentence,
                   'speaker', speaker, 'claimant', claimant, 'publisher', publisher, 'published', published,
                   'url', url, 'title', title, 'source', source)) AS said
        FROM counted GROUP BY conflict, tally, category, date_from, date_to, region_set, apart, voice
    ), found AS (
        SELECT conflict, tally, category, date_from, date_to, region_set, apart, max(day) AS day,
               sum(sided) > 1 AS matched,
               json_group_array(json_object(
                   'party', voice, 'sided', sided, 'lowest', lowest, 'highest', highest, 'reports', reports,
                   'publishers', publishers, 'said', json(said))) AS figures
        FROM figure GROUP BY conflict, tally, category, date_from, date_to, region_set, apart
    )
    SELECT f.*,
           (SELECT a.name FROM agreements AS a
            WHERE a.conflict = f.conflict AND a.start <= f.date_to AND (a.end IS NULL OR f.date_to <= a.end)
              AND (a.scope = 'all' OR f.category = 'energy_strike')
            ORDER BY a.start DESC, a.name LIMIT 1) AS agreement
    FROM found AS f
    ORDER BY date_to DESC, day DESC, date_from DESC, tally, category, region_set, apart, conflict"""
FIGURES = """
    SELECT count(*) FROM (
        SELECT 1 FROM claims AS c /*indexed*/
        LEFT JOIN parties AS p ON p.conflict = c.conflict AND p.name = c.claimant
        WHERE c.tally IS NOT NULL AND /*where*/
        GROUP BY c.conflict, c.tally, c.category, c.date_from, c.date_to, c.region_set,
                 CASE WHEN c.date_from IS NULL THEN c.account END, coalesce(p.side, c.claimant))"""
AT_ONCE = 500  # windows that are read in one go


def count_windows(db: Database, filter: ClaimFilter) -> int:
    """Return how many windows `windows` has in all."""
    kept = filter.conflict and is_whole(filter)
    statement, values = of(filter, KEPT_COUNT if kept else COUNT)
    return int(db.execute(statement, values).fetchone()[0])


def windows(db: Database, filter: ClaimFilter, limit: int = 50, offset: int = 0) -> list[Row]:
    """Return a page of windows, the latest first and those without days last, each with the `figures` of all
    who count.

    A window has `tally` (what is counted: acts, drones, …), `category`, `date_from` and `date_to` (None: the
    text names no days, which matches nothing and falls into no truce), `day`, `regions`, `agreement` and
    `matched`: whether two sides count in it. A figure has its `party` (a side, or a party of none), `lowest`,
    `highest`, `latest` (that of the last report), `reports`, `publishers`, and what was `said`, the oldest
    report first.
    """
    statement, values = of(filter, TOLD.replace("/*page*/", PAGE))
    return list(unfolded(db, db.query(statement, {**values, "limit": limit, "offset": offset})))


def iter_windows(db: Database, filter: ClaimFilter) -> Iterator[Row]:
    """Yield all windows, the latest first and those without days last."""
    for offset in count(0, AT_ONCE):
        rows = windows(db, filter, AT_ONCE, offset)
        yield from rows
        if len(rows) < AT_ONCE:
            return


def count_figures(db: Database, filter: ClaimFilter) -> int:
    """Return how many figures all windows have together."""
    statement, values = of(filter, FIGURES)
    return int(db.execute(statement, values).fetchone()[0])


def gap(window: Row) -> int | None:
    """Return how far the latest figures of two sides are apart, None unless two count in the window."""
    figures = [one["latest"] for one in window["figures"] if one["sided"]]
    return abs(figures[0] - figures[1]) if len(figures) == 2 else None


def of(filter: ClaimFilter, statement: str) -> tuple[str, dict[str, Any]]:
    """Return a statement on the totals of a filter, and its named values."""
    condition, values = where(filter)
    indexed = "INDEXED BY claims_tally" if is_broad(filter) else ""
    return statement.replace("/*indexed*/", indexed).replace("/*where*/", condition), values


def unfolded(db: Database, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield windows with their lists as lists."""
    names = dict(db.execute("SELECT code, name FROM regions").fetchall())
    for row in rows:
        row["regions"] = row.pop("region_set").split()
        row["region_names"] = [names[code] for code in row["regions"]]
        row["matched"] = bool(row["matched"])
        row["figures"] = sorted(json.loads(row["figures"]), key=lambda figure: str(figure["party"]))
        for figure in row["figures"]:
            figure["said"].sort(key=lambda one: (one["published"] or "", one["count"], one["id"]))
            figure["latest"] = figure["said"][-1]["count"]
        yield row
