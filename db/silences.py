"""Who was accused and is not heard, and what might have held an answer: documents, and tallies of its own."""

import json
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from db.rows import Row

DAYS_TO_ANSWER = 5  # after the first report of an allegation; as the rules of lining up have it
# What is asked: the accused of each dispute, with all parties of its side.
ASKED = """
    WITH asked AS MATERIALIZED (
        SELECT key, json_extract(value, '$.conflict') AS conflict,
               json_extract(value, '$.accused') AS accused,
               json_extract(value, '$.dispute') AS dispute, json_extract(value, '$.since') AS since,
               date(json_extract(value, '$.since'), '+' || :days || ' days') AS until
        FROM json_each(:asked)
    ), named AS MATERIALIZED (
        SELECT key, accused AS party FROM asked
        UNION
        SELECT k.key, other.name FROM asked AS k
        JOIN parties AS one ON one.conflict = k.conflict AND one.name = k.accused
        JOIN parties AS other ON other.conflict = k.conflict AND other.side = one.side
    )"""
# Documents from or about the accused's side, of the days in which it could have answered.
LOOKED = f"""{ASKED}, own AS MATERIALIZED (
        SELECT DISTINCT k.key, o.document
        FROM asked AS k JOIN named AS n ON n.key = k.key
        JOIN sources AS s ON s.conflict = k.conflict AND s.party = n.party
        JOIN document_sources AS o ON o.conflict = k.conflict AND o.address = s.address
             AND o.published BETWEEN k.since AND k.until
    ), read AS (
        SELECT k.key, d.id,
               EXISTS (SELECT 1 FROM own WHERE own.key = k.key AND own.document = d.id) AS own,
               EXISTS (SELECT 1 FROM claims AS c JOIN named AS n ON n.party IN (c.claimant, c.accused)
                       WHERE c.document = d.id AND n.key = k.key) AS about
        FROM asked AS k JOIN documents AS d INDEXED BY documents_newest
          ON d.conflict = k.conflict AND d.published BETWEEN k.since AND k.until
    )
    SELECT k.key, k.until, coalesce(sum(r.own OR r.about), 0) AS documents, coalesce(sum(r.own), 0) AS own
    FROM asked AS k LEFT JOIN read AS r USING (key) GROUP BY k.key"""  # noqa: S608
# The accused's side gives a figure of its own for what a dispute totals, and for the same days and regions.
COUNTED_TOO = f"""{ASKED}
    SELECT k.key FROM asked AS k
    WHERE EXISTS (
        SELECT 1 FROM claims AS mine
        JOIN claims AS its INDEXED BY claims_tally
          ON its.conflict = mine.conflict AND its.date_to = mine.date_to AND its.date_from = mine.date_from
         AND its.tally = mine.tally AND its.category = mine.category AND its.region_set = mine.region_set
        JOIN named AS n ON n.key = k.key AND n.party = its.claimant
        WHERE mine.dispute = k.dispute AND mine.tally IS NOT NULL AND its.tally IS NOT NULL
          AND its.stance = 'alleges')"""  # noqa: S608


def with_silences(db: Database, rows: list[Row]) -> list[Row]:
    """Give each dispute its `silences`: a party that is accused and whose side says nothing to it.

    `accused`, `since` and `until` (None: no report has a day), how many `documents` from or about its side
    were published in these days, how many of them are its `own` sources', and whether its side has `counted`
    the same for the same days, which no dispute shows.
    """
    silences: list[Row] = []
    asked: list[Row] = []
    for row in rows:
        row["silences"] = list(unheard(row["accounts"]))
        silences += row["silences"]
        shared = {"conflict": row["conflict"], "dispute": row["number"]}
        asked += [{**shared, "accused": one["accused"], "since": one["since"]} for one in row["silences"]]
    # What was read is the same in all disputes of one day in which the same party is not heard.
    alike = [(one["conflict"], one["accused"], one["since"]) for one in asked]
    once = dict(zip(alike, asked, strict=True))
    abouts = list(once)
    given = {"asked": json.dumps(list(once.values())), "days": DAYS_TO_ANSWER}
    looked = {abouts[row["key"]]: row for row in db.query(LOOKED, given)}
    counted = {key for (key,) in db.execute(COUNTED_TOO, {**given, "asked": json.dumps(asked)})}
    for key, silence in enumerate(silences):
        silence |= {column: looked[alike[key]][column] for column in ("until", "documents", "own")}
        silence["counted"] = key in counted
    return rows


def unheard(accounts: Sequence[Row]) -> Iterator[Row]:
    """Yield the parties that are accused, where nobody of their side denies, admits or accuses in turn."""
    heard = {side_of(one, "claimant") for one in accounts if one["stance"] != "alleges"}
    charges = [one for one in accounts if one["stance"] == "alleges" and one["accused"]]
    heard |= {side_of(one, "claimant") for one in charges} & {side_of(one, "accused") for one in charges}
    silent: dict[str, Row] = {}
    for one in charges:
        side = side_of(one, "accused")
        if side in heard or side == side_of(one, "claimant"):
            continue
        known = silent.setdefault(side, {"accused": one["accused"], "since": one["first"]})
        known["since"] = min(filter(None, (known["since"], one["first"])), default=None)
    yield from silent.values()


def side_of(account: Row, role: str) -> str:
    """Return the side of an account's claimant or accused, or the party itself where it is on none."""
    return str(account[f"{role}_side"] or account[role])
