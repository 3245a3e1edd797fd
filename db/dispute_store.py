"""Writes of disputes: which claims wait to be lined up, what is near them, and what they make.

All but `forget` belong inside one transaction of the caller.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from db.rows import Row, sql
from db.writing import count_change, writing

WAITING = "SELECT DISTINCT document FROM claims WHERE dispute IS NULL ORDER BY document LIMIT ?"
# Neighbourhoods that lost a claim, and those with a claim that may be tied to one of the documents; an odd
# key that too many others have ties nobody.
TOUCHED = """
    SELECT neighbourhood FROM disputes WHERE stale
    UNION
    SELECT d.neighbourhood
    FROM (
        SELECT DISTINCT k.key FROM claims AS c JOIN claim_keys AS k ON k.claim = c.number
        WHERE c.document IN (SELECT value FROM json_each(?1))
    ) AS mine
    JOIN claim_keys AS theirs ON theirs.key = mine.key
    JOIN claims AS other ON other.number = theirs.claim
    JOIN disputes AS d ON d.number = other.dispute
    WHERE mine.key % 2 = 0 OR NOT EXISTS (
        SELECT 1 FROM claim_keys AS more JOIN claims AS one ON one.number = more.claim
        WHERE more.key = mine.key AND one.document NOT IN (SELECT value FROM json_each(?1))
        LIMIT 1 OFFSET ?2)"""
OTHER_RULES = """
    SELECT 1 FROM disputes WHERE rules < ?1 UNION ALL SELECT 1 FROM disputes WHERE rules > ?1 LIMIT 1"""
WITHIN = """
    SELECT DISTINCT c.document FROM disputes AS d JOIN claims AS c ON c.dispute = d.number
    WHERE d.neighbourhood IN (SELECT value FROM json_each(?))"""
CLAIMS = """
    SELECT c.*, d.neighbourhood FROM claims AS c LEFT JOIN disputes AS d ON d.number = c.dispute
    WHERE c.document IN (SELECT value FROM json_each(?)) ORDER BY c.document, c.sentence_start, c.number"""
DOCUMENTS = "SELECT * FROM documents WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"


@dataclass(frozen=True)
class Member:
    """A claim of a dispute by its number, the first claim of its account, the document whose text its own
    repeats, and what it totals."""

    claim: int
    account: int
    copy_of: str | None = None
    tally: str | None = None


@dataclass(frozen=True)
class NewDispute:
    """A dispute to store: its claims, the first one first, and links (answer, answered, type, why,
    strength)."""

    conflict: str
    neighbourhood: int
    members: Sequence[Member]
    links: Sequence[tuple[int, int, str, str, str]]


def waiting(db: Database, limit: int) -> list[str]:
    """Return the ids of documents with claims that were not lined up yet, at most so many."""
    return [id for (id,) in db.execute(WAITING, [limit])]


def count_waiting(db: Database) -> int:
    """Return how many documents have claims that were not lined up yet."""
    return int(db.execute("SELECT count(DISTINCT document) FROM claims WHERE dispute IS NULL").fetchone()[0])


def stale(db: Database) -> bool:
    """Return whether a dispute has lost a claim since it was made."""
    return db.execute("SELECT 1 FROM disputes WHERE stale LIMIT 1").fetchone() is not None


def put_keys(db: Database, keys: Iterable[tuple[int, int]]) -> None:
    """Store pairs of a key and the number of a claim that has it; an odd key counts while few have it."""
    db.conn.executemany("INSERT OR IGNORE INTO claim_keys(key, claim) VALUES (?, ?)", keys)


def touched(db: Database, documents: Sequence[str], rare: int) -> list[int]:
    """Return the neighbourhoods that the claims of these documents may join, and those that are stale; an odd
    key ties while at most `rare` other claims have it."""
    return [number for (number,) in db.execute(TOUCHED, [json.dumps(documents), rare])]


def documents_within(db: Database, neighbourhoods: Sequence[int]) -> list[str]:
    """Return the ids of the documents with claims in these neighbourhoods."""
    return [id for (id,) in db.execute(WITHIN, [json.dumps(neighbourhoods)])]


def documents_with_claims(db: Database, documents: Sequence[str]) -> list[tuple[Row, list[Row]]]:
    """Return the rows of documents, each with those of its claims in text order, with `neighbourhood`."""
    ids = json.dumps(documents)
    claims: dict[str, list[Row]] = {}
    for claim in db.query(CLAIMS, [ids]):
        claims.setdefault(claim["document"], []).append(claim)
    return [(row, claims.get(row["id"], [])) for row in db.query(DOCUMENTS, [ids])]


def replace(db: Database, neighbourhoods: Sequence[int], disputes: Iterable[NewDispute], rules: str) -> None:
    """Store the disputes in place of all those of some neighbourhoods."""
    old = json.dumps(neighbourhoods)
    db.execute(
        """DELETE FROM links WHERE answer IN (
            SELECT c.number FROM disputes AS d JOIN claims AS c ON c.dispute = d.number
            WHERE d.neighbourhood IN (SELECT value FROM json_each(?)))""",
        [old],
    )
    db.execute("DELETE FROM disputes WHERE neighbourhood IN (SELECT value FROM json_each(?))", [old])
    numbers = []
    for one in disputes:
        number = one.members[0].claim
        numbers.append(number)
        db.execute(
            "INSERT INTO disputes(number, conflict, neighbourhood, rules) VALUES (?, ?, ?, ?)",
            [number, one.conflict, one.neighbourhood, rules],
        )
        db.conn.executemany(
            "UPDATE claims SET dispute = ?, account = ?, copy_of = ?, tally = ? WHERE number = ?",
            [(number, m.account, m.copy_of, m.tally, m.claim) for m in one.members],
        )
        db.conn.executemany(
            "INSERT INTO links(answer, answered, type, why, strength) VALUES (?, ?, ?, ?, ?)", one.links
        )
    describe(db, numbers)
    count_change(db)


def forget(db: Database, rules: str) -> bool:
    """Delete all disputes if any was made by other rules than these; their claims wait again."""
    if db.execute(OTHER_RULES, [rules]).fetchone() is None:
        return False
    with writing(db):
        for table in ("links", "claim_keys", "disputes"):
            db.execute(f"DELETE FROM {table}")  # noqa: S608
        count_change(db)
    return True


# What a dispute is told by: its first allegation, else its first claim; its days are those that its
# allegations name, else those of its answers; a party answers for its side. What another side says of its own
# acts, with which the accused has answered, is no answer of the accused.
DESCRIBED = """
    WITH member AS MATERIALIZED (
        SELECT c.dispute, c.number, c.stance, c.day, c.category, c.accused, c.date_from, c.date_to,
               coalesce(p.side, c.claimant) AS speaks_for, coalesce(q.side, c.accused) AS accuses,
               row_number() OVER (PARTITION BY c.dispute ORDER BY c.stance <> 'alleges', c.accused IS NULL,
                                  d.published IS NULL, d.published, c.document, c.sentence_start,
                                  c.number) AS place
        FROM claims AS c JOIN documents AS d ON d.id = c.document
        LEFT JOIN parties AS p ON p.conflict = c.conflict AND p.name = c.claimant
        LEFT JOIN parties AS q ON q.conflict = c.conflict AND q.name = c.accused
        WHERE c.dispute IN (SELECT value FROM json_each(:numbers))
    ), told AS (
        SELECT *, first_value(accuses) OVER (PARTITION BY dispute ORDER BY place) AS asked FROM member
    ), whole AS (
        SELECT dispute,
               max(CASE WHEN place = 1 THEN day END) AS day,
               max(CASE WHEN place = 1 THEN category END) AS category,
               max(CASE WHEN place = 1 THEN accused END) AS accused,
               coalesce(min(CASE WHEN stance = 'alleges' THEN date_from END), min(date_from)) AS date_from,
               coalesce(max(CASE WHEN stance = 'alleges' THEN date_to END), max(date_to)) AS date_to,
               max(stance = 'alleges') AS alleged,
               max(stance = 'denies' AND speaks_for = accuses AND speaks_for = coalesce(asked, accuses))
                   AS denied,
               max(stance = 'admits' AND speaks_for = accuses AND speaks_for = coalesce(asked, accuses))
                   AS admitted,
               max(stance = 'alleges' AND speaks_for = asked AND accuses <> asked) AS countered,
               max(CASE WHEN stance = 'alleges' THEN accuses END) AS accuses
        FROM told GROUP BY dispute
    ), place AS (
        SELECT dispute, group_concat(region, ' ') AS region_set, group_concat(name, '; ') AS names FROM (
            SELECT DISTINCT m.dispute, x.region, r.name
            FROM member AS m JOIN claim_regions AS x ON x.claim = m.number
            JOIN regions AS r ON r.code = x.region
            JOIN whole AS w ON w.dispute = m.dispute
            WHERE m.stance = 'alleges' OR NOT w.alleged
            ORDER BY m.dispute, x.region)
        GROUP BY dispute
    )
    UPDATE disputes SET
        day = whole.day, category = whole.category, accused = whole.accused,
        date_from = whole.date_from, date_to = whole.date_to,
        region_set = coalesce(place.region_set, ''), places = coalesce(place.names, ''),
        (agreement, agreed) = (
            SELECT a.name, (SELECT max(b.start) FROM agreements AS b
                            WHERE b.conflict = a.conflict AND b.name = a.name)
            FROM agreements AS a
            WHERE a.conflict = disputes.conflict AND a.start <= whole.day
              AND (a.end IS NULL OR whole.day <= a.end)
              AND (a.scope = 'all' OR whole.category = 'energy_strike')
            ORDER BY a.start DESC, a.name LIMIT 1),
        status = CASE WHEN NOT alleged THEN 'no allegation'
                      WHEN denied AND admitted THEN 'denied and admitted'
                      WHEN denied THEN 'denied'
                      WHEN admitted THEN 'admitted'
                      WHEN countered THEN 'countered'
                      WHEN accuses IS NULL THEN 'nobody accused'
                      ELSE 'unanswered' END
    FROM whole LEFT JOIN place USING (dispute)
    WHERE disputes.number = whole.dispute"""


def describe_all(db: Database, conflict: str) -> None:
    """Write anew what the disputes of a conflict are told by, after its parties or truces have changed."""
    describe(db, [n for (n,) in db.execute("SELECT number FROM disputes WHERE conflict = ?", [conflict])])


def describe(db: Database, numbers: Sequence[int]) -> None:
    """Write what disputes are filtered, grouped and told by: days, regions, truce, status."""
    db.execute(sql(DESCRIBED), {"numbers": json.dumps(numbers)})
