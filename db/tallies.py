"""Questions about tallies: what each side counts for the same stretch of days, and how far apart they are."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from db.filter import ClaimFilter, where
from db.rows import Row, sql

# A window is what is counted, of which kind, in which days and regions; a total that names no days is one by
# itself, so that it matches none.
WINDOWS = """
    WITH counted AS MATERIALIZED (
        SELECT c.*, coalesce(p.side, c.claimant) AS voice, p.side IS NOT NULL AS sided,
               CASE WHEN c.date_from IS NULL THEN c.account END AS apart,
               coalesce(o.publisher, o.id) AS teller, d.publisher, d.published, d.url,
               d.title, d.source
        FROM claims AS c JOIN documents AS d ON d.id = c.document
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
            WHERE a.conflict = f.conflict AND a.start <= f.day AND (a.end IS NULL OR f.day <= a.end)
              AND (a.scope = 'all' OR f.category = 'energy_strike')
            ORDER BY a.start DESC, a.name LIMIT 1) AS agreement
    FROM found AS f"""
NEWEST = "ORDER BY day DESC, date_from DESC, tally, category, region_set, apart LIMIT :limit OFFSET :offset"


def count_windows(db: Database, filter: ClaimFilter) -> int:
    """Return how many windows `windows` has in all."""
    statement, values = of(filter)
    return int(db.execute(sql("SELECT count(*) FROM (", statement, ")"), values).fetchone()[0])


def windows(db: Database, filter: ClaimFilter, limit: int = 50, offset: int = 0) -> list[Row]:
    """Return a page of windows, the latest first, each with the `figures` of all who count.

    A window has `tally` (what is counted: acts, drones, …), `category`, `date_from` and `date_to` (None: the
    text names no days, which matches nothing), `day`, `regions`, `agreement` and `matched`: whether two sides
    count in it. A figure has its `party` (a side, or a party of none), `lowest`, `highest`, `latest` (that of
    the last report), `reports`, `publishers`, and what was `said`, the oldest report first.
    """
    statement, values = of(filter)
    return list(unfolded(db, db.query(sql(statement, NEWEST), {**values, "limit": limit, "offset": offset})))


def iter_windows(db: Database, filter: ClaimFilter) -> Iterator[Row]:
    """Yield all windows, the latest first."""
    statement, values = of(filter)
    return unfolded(db, db.query(sql(statement, NEWEST), {**values, "limit": -1, "offset": 0}))


def count_figures(db: Database, filter: ClaimFilter) -> int:
    """Return how many figures all windows have together."""
    statement, values = of(filter)
    counted = sql("SELECT coalesce(sum(json_array_length(figures)), 0) FROM (", statement, ")")
    return int(db.execute(counted, values).fetchone()[0])


def gap(window: Row) -> int | None:
    """Return how far the latest figures of two sides are apart, None unless two count in the window."""
    figures = [one["latest"] for one in window["figures"] if one["sided"]]
    return abs(figures[0] - figures[1]) if len(figures) == 2 else None


def of(filter: ClaimFilter) -> tuple[str, dict[str, Any]]:
    """Return the statement that gives the windows of a filter, and its named values."""
    condition, values = where(filter)
    return WINDOWS.replace("/*where*/", condition), values


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
