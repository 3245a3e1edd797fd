"""Reads a list of feeds round after round, and tells of each round what came of it and what is amiss."""

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import typer

from db import open_db, queries
from db.errors import DatabaseError
from pipeline import run
from pipeline.conflict import Source
from pipeline.memory import recall
from pipeline.parallel import HERE, Workers
from pipeline.sources import Reading, read_feeds
from pipeline.streams import counted
from pipeline.version import extractor_version
from pipeline.watch import Stop, Stopped, alone
from pipeline.web import Manners


@dataclass(frozen=True)
class Habit:
    """How feeds are watched: a round begins `pause` seconds after the last has begun, or there is but one."""

    manners: Manners
    pause: float = 3600.0
    once: bool = False
    workers: Workers = HERE
    keep_bytes: bool = True


def watch_feeds(db: Path, feeds: Sequence[Source], habit: Habit) -> bool:
    """Read the feeds until SIGTERM or Ctrl-C, or once; return whether something was amiss in the only round.

    Raises Busy if somebody else watches for the same database.
    """
    stop = Stop()
    stop.listen()
    with alone(db):
        while True:
            start = time.monotonic()
            amiss = one_round(db, feeds, habit, stop)
            if stop.told:
                return False
            if habit.once:
                return amiss
            try:
                stop.rest(max(habit.pause - (time.monotonic() - start), 0.0))
            except Stopped:
                return False


def one_round(path: Path, feeds: Sequence[Source], habit: Habit, stop: Stop) -> bool:
    """Read all feeds once, and tell what is amiss with any; return whether something is."""
    try:
        with closing(open_db(path)) as db:
            if queries.document_ids(db, other_than=extractor_version()):
                run.extract_again(db, stale_only=True, workers=habit.workers, until=stop.before)
            reading = Reading(habit.manners, lambda address: recall(db, address), stop.rest)
            documents = stop.before(read_feeds(feeds, reading))
            result = run.ingest(db, documents, None, habit.workers, keep_bytes=habit.keep_bytes)
            amiss = list(queries.troubled(db, [feed.url for feed in feeds]))
    except DatabaseError as error:  # a full disk or a locked file of today is none tomorrow
        typer.echo(f"Error: {error}", err=True)
        return True
    for address, words in amiss:
        typer.echo(f"{address}: {words}", err=True)
    read, claims = counted(result.documents, "document"), counted(result.claims, "claim")
    failures, wrong = counted(result.failed, "failure"), counted(len(amiss), "feed")
    typer.echo(
        f"{read}: {result.new} new, {result.changed} changed; {claims}; {failures}; "
        f"{wrong} of {len(feeds)} with something amiss."
    )
    return bool(amiss)
