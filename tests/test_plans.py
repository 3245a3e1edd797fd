"""An index answers every question of every page: no statement that they run goes through a whole table."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from generated import generated
from sqlite_utils import Database

from db import open_readonly, queries
from db.filter import ClaimFilter
from db.tables import TABLES
from db.typed import as_known

CLAIMS = 1500
UKRAINE = ClaimFilter("ukraine")
FILTERS = {
    "conflict": UKRAINE,
    "party": ClaimFilter("ukraine", parties=("Russia",)),
    "answers": ClaimFilter("ukraine", accused=("Ukraine",), stances=("admits", "denies")),
    "kind": ClaimFilter("ukraine", categories=("energy_strike",)),
    "region": ClaimFilter("ukraine", regions=("UA-32",)),
    "no region": ClaimFilter("ukraine", regions=("none",)),
    "regions": ClaimFilter("ukraine", regions=("UA-32", "UA-65", "none")),
    "publisher": ClaimFilter("ukraine", publishers=("Ukrinform",)),
    "days": ClaimFilter("ukraine", date_from=date(2024, 1, 15), date_to=date(2024, 7, 10)),
    "a day": ClaimFilter("ukraine", date_from=date(2024, 7, 10), date_to=date(2024, 7, 10)),
    "words": ClaimFilter("ukraine", text="refinery"),
    "all at once": ClaimFilter(
        "ukraine", ("UA-32",), ("Russia",), ("Ukraine",), ("other_strike",), ("alleges",), ("Ukrinform",),
        date(2020, 1, 1), date(2025, 1, 1), "drones",
    ),
}  # fmt: skip
QUESTIONS: dict[str, Callable[[Database, ClaimFilter], Any]] = {
    "figures": queries.figures,
    "choices": lambda db, chosen: queries.choices(db, ClaimFilter(chosen.conflict)),
    "sample": queries.paraphrased,
    "conflicts": lambda db, _: queries.conflicts(db),
    **{f"claims, {o}": (lambda db, chosen, o=o: queries.claims(db, chosen, o)) for o in
       ("newest", "oldest", "largest", "party")},
    "later claims": lambda db, chosen: queries.claims(db, chosen, offset=100),
    "claim": lambda db, chosen: [queries.claim(db, one["id"]) for one in queries.claims(db, chosen, limit=1)],
    "its document": lambda db, chosen: [
        (queries.document_claims(db, one["document"]), queries.versions(db, one["document"]))
        for one in queries.claims(db, chosen, limit=1)
    ],
    **{f"disputes by {g}": (lambda db, chosen, g=g: queries.disputes(db, chosen, g)) for g in
       queries.GROUPINGS},
    "dispute": lambda db, chosen: [
        (queries.dispute(db, one["id"]), queries.dispute_claims(db, one["number"]))
        for one in queries.disputes(db, chosen, limit=1)
    ],
    **{f"timeline by {s}": (lambda db, chosen, s=s: queries.timeline(db, chosen, s)) for s in
       ("day", "week", "month")},
    "timeline at a glance": lambda db, chosen: queries.timeline(db, chosen, "week", in_full=False),
    "windows": queries.windows,
    "map of regions": queries.by_region,
    "of no region": queries.count_of_no_region,
    "map of places": queries.by_place,
    "of no place": queries.count_of_no_place,
    "documents": queries.documents,
    "publishers": queries.publishers,
    "tellers": queries.tellers,
    "own sources": queries.own_documents,
    "balance": queries.balance,
    "sources": lambda db, chosen: queries.source_states(db, str(chosen.conflict)),
    "latest": lambda db, chosen: queries.latest_claims(db, chosen, 200),
    **{f"how many {table.name}": table.count for table in TABLES.values()},
    "how many documents": queries.count_documents,
    "is in the database": as_known,
}  # fmt: skip
LARGE = ("claims", "documents", "claim_regions", "claim_places", "claim_keys", "disputes", "links",
         "claim_totals", "overall_totals", "document_sources", "group_totals")  # fmt: skip
SMALL = ("USING INDEX claims_waiting", "USING COVERING INDEX claims_waiting")  # holds but what waits


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "claims.db"
    with generated(path, CLAIMS):
        return path


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_index_answers(path, question: str) -> None:
    with closing(open_readonly(path)) as db:
        for name, chosen in FILTERS.items():
            for statement in set(run(db, QUESTIONS[question], chosen)):
                scanned = [step for step in plan(db, statement) if scans(step, statement)]
                assert not scanned, (name, scanned, statement)


def run(db: Database, question: Callable[[Database, ClaimFilter], Any], chosen: ClaimFilter) -> Iterator[str]:
    """Yield the statements that a question runs, with their values in them."""
    said: list[str] = []
    db.conn.set_trace_callback(said.append)
    try:
        question(db, chosen)
    finally:
        db.conn.set_trace_callback(None)
    return (one for one in said if one.lstrip().startswith(("SELECT", "WITH")))


def plan(db: Database, statement: str) -> list[str]:
    """Return the steps of a statement as SQLite tells them."""
    return [row["detail"] for row in db.query(f"EXPLAIN QUERY PLAN {statement}")]


def scans(step: str, statement: str) -> bool:
    """Whether a step goes through a large table, or the whole of an index of one."""
    found = re.match(r"SCAN (\S+)", step)
    if not found or step.endswith(SMALL):
        return False
    named = re.findall(rf"\b(\w+) AS {found[1]}\b", statement)
    return not {found[1], *named}.isdisjoint(LARGE)
