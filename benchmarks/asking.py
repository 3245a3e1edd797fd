"""Measures how long each question of the pages takes at a million claims, next to Datasette.

python benchmarks/asking.py [FOLDER] [--claims N] [--larger N] [--times N] [--json FILE]

FOLDER holds the invented databases and the environment of Datasette; what is missing is made (`--larger 0`:
without the larger one). Datasette serves the same file and is asked over HTTP, its limits of time
lifted: by its own it gives up on many questions. Medians of as many times as are asked for;
Datasette's answers that take it seconds are asked for fewer times.
"""

import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from databases import database, datasette
from rows import Row, at_least, at_most, keep, options
from sqlite_utils import Database

from db import open_readonly, queries
from db.filter import ClaimFilter

QUESTIONS = tomllib.loads(Path(__file__).with_name("asking.toml").read_text())["question"]
FASTER, PAGED, WHOLE = 10, 3, 12  # the bars
PATIENCE = 40.0  # seconds for all the times that Datasette is asked one question
Ask = Callable[[Database, ClaimFilter], Any]
OURS: dict[str, Ask] = {
    "disputes": lambda db, chosen: (queries.count_disputes(db, chosen), queries.disputes(db, chosen)),
    "documents": lambda db, chosen: (queries.count_documents(db, chosen), queries.documents(db, chosen)),
    "latest": lambda db, chosen: queries.latest_claims(db, chosen, 200),
    "choices": queries.choices,
    "timeline": lambda db, chosen: queries.timeline(db, chosen, "month"),
    "map": lambda db, chosen: (queries.by_region(db, chosen), queries.count_of_no_region(db, chosen)),
    "windows": lambda db, chosen: (queries.count_windows(db, chosen), queries.windows(db, chosen)),
    "totals": queries.totals,
    "publishers": queries.publishers,
}


def main(folder: Path | None, claims: int, larger: int, times: int) -> Iterator[Row]:
    """Measure, print and yield a row a question."""
    path = database(folder, claims)
    ours = []
    with datasette(folder, path) as client, closing(open_readonly(path)) as db:
        for question in QUESTIONS:
            mine, theirs = against(db, client, question, times)
            ours.append(mine)
            detail = f"{1000 * mine:,.1f} ms; Datasette {1000 * theirs:,.0f} ms; {claims:,} claims"
            print(f"{question['asks']:<40} {theirs / mine:>9,.1f} times as fast: {detail}", flush=True)
            yield at_least(f"question: {question['asks']}", "Datasette", theirs / mine, FASTER, detail)
    if not larger:
        return
    with closing(open_readonly(path)) as db, closing(open_readonly(database(folder, larger))) as large:
        for question in QUESTIONS:
            turn(large, question)  # what it reads is in memory then, as it is of the smaller one
            taken: dict[Database, list[float]] = {db: [], large: []}
            for number in range(times):  # neither is always the second, to which a busy machine is slower
                for one in (db, large) if number % 2 else (large, db):
                    taken[one].append(turn(one, question))
            here, there = median(taken[db]), median(taken[large])
            bar = WHOLE if question["kind"] == "whole" else PAGED
            detail = f"{1000 * there:,.1f} ms and {1000 * here:,.1f} ms"
            what = f"question at {larger:,} claims: {question['asks']}"
            print(f"{what:<60} {there / here:>6.2f} ({detail})", flush=True)
            yield at_most(what, f"at {claims:,}", there / here, bar, detail)


def against(db: Database, client: httpx.Client, question: dict[str, Any], times: int) -> tuple[float, float]:
    """Return the seconds that we and Datasette take to answer, asked in turns."""
    turn(db, question)
    first = asked(client, question)
    mine, theirs = list[float](), [first] if first > PATIENCE / 2 else []
    while len(mine) < times:
        mine.append(turn(db, question))
        if len(theirs) < times and sum(theirs) < PATIENCE:
            theirs.append(asked(client, question))
    return median(mine), median(theirs)


def turn(db: Database, question: dict[str, Any]) -> float:
    """Return the seconds that our answer takes, with the number of all that pass where a page shows it.

    Claims with the words that are looked for are counted up to 25,000, as the page counts them.
    """
    given = {name: tuple(v) if isinstance(v, list) else v for name, v in question.get("filter", {}).items()}
    chosen = ClaimFilter("ukraine", **given)
    begun = time.perf_counter()
    if "question" in question:
        OURS[question["question"]](db, chosen)
    else:
        (queries.count_with_words if chosen.text else queries.count_claims)(db, chosen)
        queries.claims(db, chosen, question.get("order", "newest"))
    return time.perf_counter() - begun


def asked(client: httpx.Client, question: dict[str, Any]) -> float:
    """Return the seconds that Datasette's answer takes."""
    begun = time.perf_counter()
    for one in question["theirs"]:
        if one.startswith("/"):
            answer = client.get(one)
        else:
            address = f"{str(client.base_url).rstrip('/')}.json"
            answer = client.get(address, params={"sql": one, "_shape": "arrays"})
        answer.raise_for_status()
    return time.perf_counter() - begun


if __name__ == "__main__":
    given = options(__doc__, folder=True, claims=1_000_000, larger=10_000_000, times=20)
    keep(given.json, list(main(given.folder, given.claims, given.larger, given.times)))
