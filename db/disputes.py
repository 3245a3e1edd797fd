"""Questions about disputes: the rows of the main page, one dispute with all its reports, the silences."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from sqlite_utils import Database

from db.claims import goes_through
from db.filter import ClaimFilter, where
from db.groups import count_groups, is_kept
from db.rows import CLAIMS, Row, first, sql, unpacked
from db.silences import with_silences
from db.totals import is_broad, is_whole

Grouping = Literal["day", "region", "agreement"]
GROUPINGS = ("day", "region", "agreement")
ANSWERED = ("denied", "admitted", "denied and admitted", "countered")

DISPUTES = """
    SELECT d.number, head.id, d.conflict, d.day, d.date_from, d.date_to, d.category, d.accused, d.agreement,
           d.status, d.region_set, d.places,
           (SELECT count(*) FROM claims AS c WHERE c.dispute = d.number) AS claims,
           (SELECT count(DISTINCT c.document) FROM claims AS c WHERE c.dispute = d.number) AS reports,
           (SELECT count(DISTINCT coalesce(o.publisher, o.id)) FROM claims AS c
            JOIN documents AS o ON o.id = coalesce(c.copy_of, c.document)
            WHERE c.dispute = d.number) AS publishers
    FROM disputes AS d JOIN claims AS head ON head.number = d.number WHERE"""
# By region: those of no region last. By agreement: the newest first, those under none last.
ORDERS = {
    "day": "ORDER BY d.day DESC, d.number",
    "region": "ORDER BY d.places = '', d.places, d.day DESC, d.number",
    "agreement": "ORDER BY d.agreed DESC, d.agreement, d.day DESC, d.number",
}
# One party's allegation or answer with its reports.
ACCOUNTS = """
    SELECT c.dispute, c.account, count(DISTINCT c.document) AS reports,
           count(DISTINCT coalesce(o.publisher, o.id)) AS publishers,
           min(d.published) AS first, max(d.published) AS last
    FROM claims AS c JOIN documents AS d ON d.id = c.document
    JOIN documents AS o ON o.id = coalesce(c.copy_of, c.document)
    WHERE c.dispute IN (SELECT value FROM json_each(:disputes))
    GROUP BY c.dispute, c.account"""
# What an account counts, each sort with its range: its totals, if it has any, else what all claims count.
FIGURES = """
    SELECT account, counted, lowest, highest FROM (
        SELECT c.account, coalesce(c.tally, c.unit, 'acts') AS counted, min(c.count) AS lowest,
               max(c.count) AS highest, c.tally IS NOT NULL AS total, min(c.number) AS number,
               max(c.tally IS NOT NULL) OVER (PARTITION BY c.account) AS totals
        FROM claims AS c
        WHERE c.dispute IN (SELECT value FROM json_each(:disputes)) AND c.count IS NOT NULL
        GROUP BY c.account, c.tally IS NOT NULL, coalesce(c.tally, c.unit, 'acts'))
    WHERE total = totals
    ORDER BY account, number"""
FIRST_OF_EACH = """c.number IN (
        SELECT number FROM (
            SELECT m.number, row_number() OVER (
                PARTITION BY m.account ORDER BY m.copy_of IS NOT NULL, t.published IS NULL, t.published,
                m.document, m.sentence_start, m.number
            ) AS place
            FROM claims AS m JOIN documents AS t ON t.id = m.document
            WHERE m.dispute IN (SELECT value FROM json_each(:disputes)))
        WHERE place <= :most)
    ORDER BY d.published IS NULL, d.published, c.copy_of IS NOT NULL, c.document, c.sentence_start,
             c.number"""
LINKS = """
    SELECT l.type, l.why, l.strength, answer.account AS answer, answered.account AS answered, answer.dispute,
           answer.id AS answer_id, answered.id AS answered_id,
           answer.sentence AS answer_sentence, answered.sentence AS answered_sentence,
           one.publisher AS answer_publisher, other.publisher AS answered_publisher,
           one.published AS answer_published, other.published AS answered_published,
           answer.document = answered.document AS same_document,
           answer.document = answered.document AND answer.sentence_start = answered.sentence_start
             AS same_sentence,
           julianday(one.published) - julianday(other.published) AS days
    FROM claims AS answer CROSS JOIN links AS l ON l.answer = answer.number
    JOIN claims AS answered ON answered.number = l.answered
    JOIN documents AS one ON one.id = answer.document JOIN documents AS other ON other.id = answered.document
    WHERE answer.dispute IN (SELECT value FROM json_each(:disputes))
    ORDER BY answer.dispute, l.strength, days, answer.number, answered.number"""
ALL_LINKS = """
    SELECT d.conflict, head.id AS dispute, l.type, l.strength, l.why, answer.id AS answer,
           answered.id AS answered, answer.claimant AS answer_by, answered.claimant AS answered_by,
           one.published AS answer_published, other.published AS answered_published,
           one.url AS answer_url, other.url AS answered_url
    FROM disputes AS d JOIN claims AS head ON head.number = d.number
    JOIN claims AS answer ON answer.dispute = d.number
    JOIN links AS l ON l.answer = answer.number JOIN claims AS answered ON answered.number = l.answered
    JOIN documents AS one ON one.id = answer.document JOIN documents AS other ON other.id = answered.document
    WHERE /*where*/
    ORDER BY d.day DESC, d.number, answer.number, l.type, answered.number"""
COUNT_LINKS = """
    SELECT count(*) FROM disputes AS d CROSS JOIN claims AS answer ON answer.dispute = d.number
    CROSS JOIN links AS l ON l.answer = answer.number WHERE"""

COUNTED = "SELECT count(DISTINCT c.dispute) FROM claims AS c /*indexed*/ WHERE"
PAGE = """
    WITH page AS MATERIALIZED (SELECT d.number FROM disputes AS d /*indexed*/ WHERE /*where*/ /*order*/
                               LIMIT :limit OFFSET :offset)"""
IN_ORDER = {
    "day": "disputes_conflict_day",
    "region": "disputes_conflict_places",
    "agreement": "disputes_conflict_agreement",
}


def count_disputes(db: Database, filter: ClaimFilter) -> int:
    """Return how many disputes hold a claim that passes the filter."""
    if is_kept(filter):
        return count_groups(db, filter, "dispute")
    condition, values = where(filter)
    indexed = "INDEXED BY claims_by_account" if is_broad(filter) else ""
    statement = sql(COUNTED.replace("/*indexed*/", indexed), condition)
    return int(db.execute(statement, values).fetchone()[0])


def disputes(
    db: Database, filter: ClaimFilter, grouping: Grouping = "day", limit: int = 20, offset: int = 0
) -> list[Row]:
    """Return a page of the disputes that hold a claim that passes the filter, with all that is said in them.

    A row has the columns of DISPUTES, `regions` and `region_names` as lists, and `accounts`, `links` and
    `silences` as `with_accounts` gives them.
    """
    condition, values = disputes_where(filter)
    indexed = ""
    if filter.conflict and not is_whole(filter) and goes_through(db, filter, limit + offset):
        indexed = f"INDEXED BY {IN_ORDER[grouping]}"
        passing = where(filter)[0].replace("c.number IN (SELECT", "+c.number IN (SELECT")
        condition = sql(
            "d.conflict = :conflict AND EXISTS (SELECT 1 FROM claims AS c INDEXED BY claims_dispute",
            "WHERE c.dispute = d.number AND", passing, ")",
        )  # fmt: skip
    page = PAGE.replace("/*indexed*/", indexed).replace("/*where*/", condition)
    statement = sql(
        page.replace("/*order*/", ORDERS[grouping]), DISPUTES, "d.number IN page", ORDERS[grouping]
    )
    rows = list(told(db.query(statement, {**values, "limit": limit, "offset": offset})))
    return with_accounts(db, rows)


def iter_disputes(db: Database, filter: ClaimFilter) -> Iterator[Row]:
    """Yield all disputes that hold a claim that passes the filter, the newest first, without what is said."""
    condition, values = disputes_where(filter)
    return told(db.query(sql(DISPUTES, condition, ORDERS["day"]), values))


def count_links(db: Database, filter: ClaimFilter) -> int:
    """Return how many links `iter_links` yields."""
    condition, values = disputes_where(filter)
    return int(db.execute(sql(COUNT_LINKS, condition), values).fetchone()[0])


def iter_links(db: Database, filter: ClaimFilter) -> Iterator[Row]:
    """Yield all links between the claims of disputes that hold a claim that passes the filter."""
    condition, values = disputes_where(filter)
    return db.query(ALL_LINKS.replace("/*where*/", condition), values)


def dispute(db: Database, claim: str) -> Row | None:
    """Return the dispute that holds the claim of this id, None if there is none."""
    number = first(db, "SELECT dispute FROM claims WHERE id = ?", claim)
    if number is None or number["dispute"] is None:
        return None
    rows = list(told(db.query(sql(DISPUTES, "d.number = ?"), [number["dispute"]])))
    return with_accounts(db, rows)[0]


def dispute_claims(db: Database, number: int, limit: int = 50, offset: int = 0) -> list[Row]:
    """Return a page of the claims of a dispute in the order of their reports."""
    order = "ORDER BY d.published IS NULL, d.published, c.document, c.sentence_start, c.number"
    statement = sql(CLAIMS, "c.dispute = :number", order, "LIMIT :limit OFFSET :offset")
    return list(unpacked(db.query(statement, {"number": number, "limit": limit, "offset": offset})))


def disputes_where(filter: ClaimFilter) -> tuple[str, dict[str, Any]]:
    """Return the condition on `disputes AS d`, and its named values."""
    if is_whole(filter):
        return ("d.conflict = :conflict" if filter.conflict else "1"), {"conflict": filter.conflict}
    condition, values = where(filter)
    return sql("d.number IN (SELECT c.dispute FROM claims AS c WHERE", condition, ")"), values


def told(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows of DISPUTES with `regions` and `region_names` as lists."""
    for row in rows:
        row["regions"] = row.pop("region_set").split()
        row["region_names"] = row.pop("places").split("; ") if row["regions"] else []
        yield row


def with_accounts(db: Database, rows: list[Row], most: int = 6) -> list[Row]:
    """Give each dispute what is said in it.

    `accounts`: one for each body's allegation or answer, in the order of the first reports: its `reports`
    and independent `publishers`, days `first` and `last`, `figures` (what is `counted`, `lowest`, `highest`),
    and its first `claims`, `most` at most. `links`: between accounts. `silences`: as `silences` gives them.
    """
    values = {"disputes": json.dumps([row["number"] for row in rows]), "most": most}
    claims: dict[int, list[Row]] = {}
    for claim in unpacked(db.query(sql(CLAIMS, FIRST_OF_EACH), values)):
        claims.setdefault(claim["account"], []).append(claim)
    counted = {row["account"]: row for row in db.query(ACCOUNTS, {"disputes": values["disputes"]})}
    figures: dict[int, list[Row]] = {}
    for figure in db.query(FIGURES, {"disputes": values["disputes"]}):
        figures.setdefault(figure.pop("account"), []).append(figure)
    accounts: dict[int, list[Row]] = {}
    for number, said in claims.items():
        head = {key: said[0][key] for key in SHARED} | {"figures": figures.get(number, [])}
        accounts.setdefault(said[0]["dispute"], []).append({**counted[number], **head, "claims": said})
    links: dict[int, list[Row]] = {}
    for link in db.query(LINKS, {"disputes": values["disputes"]}):
        links.setdefault(link.pop("dispute"), []).append(link)
    for row in rows:
        row["accounts"] = accounts.get(row["number"], [])
        row["links"] = links.get(row["number"], [])
    return with_silences(db, rows)


SHARED = ("stance", "claimant", "claimant_side", "accused", "accused_side")
