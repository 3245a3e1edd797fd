"""The commands that read sources and look after them."""

from contextlib import ExitStack, closing
from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import BadSource, told
from pipeline.options import (
    DEFAULT_DB,
    AllowPrivate,
    Contact,
    Db,
    Delay,
    KeepBytes,
    Scheduler,
    Workers,
    readers,
)
from pipeline.parallel import Processes
from pipeline.streams import report

if TYPE_CHECKING:
    from pipeline.web import Manners

Conflicts = Annotated[
    list[str] | None,
    typer.Option("--conflict", metavar="NAME", help="A conflict whose sources are meant. Default: all."),
]
TROUBLED = 3
"""The exit status when all went well but some sources did not answer, or have fallen silent."""


def ingest(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="The address of a feed or a page, a file (.txt, .html, .eml, .jsonl, .csv, .warc, .warc.gz, "
            ".wacz), or a folder of files. None: the feeds that the --conflict lists.",
            show_default=False,
        ),
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Read the bundled sample.")] = False,
    all_of: Annotated[
        list[str] | None,
        typer.Option(
            "--conflict", metavar="NAME", help="The conflict of all documents. Default: told from each text."
        ),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY=NAME", help="The column NAME of a CSV file holds the KEY (text, title, published …)."
        ),
    ] = None,
    readmit: Annotated[
        bool, typer.Option("--readmit", help="Read also what was removed; --sample does so anyway.")
    ] = False,
    delay: Delay = 1.0,
    contact: Contact = "",
    allow_private: AllowPrivate = False,
    keep_bytes: KeepBytes = True,
    db: Db = DEFAULT_DB,
    workers: Workers = 1,
    scheduler: Scheduler = None,
) -> None:
    """Read sources and keep the claims in them.

    A text file may begin with the lines `date: YYYY-MM-DD`, `title: …`, `publisher: …` and `url: …`. What was
    read before and is the same is left alone, so that the same ingest can be run again and again. What cannot
    be read is told, kept in the table `failures`, and never stops the rest.
    """
    with told(), ExitStack() as stack:
        from db import open_db
        from pipeline import run
        from pipeline.asked import one_conflict
        from pipeline.memory import recall
        from pipeline.progress import progress
        from pipeline.removing import readmitted
        from pipeline.sources import (
            Reading,
            columns_of,
            feeds_of,
            read_feeds,
            read_sample,
            read_sources,
        )

        conflict = one_conflict(all_of)
        if sample and sources:
            raise BadSource("Name either a source or --sample, not both.")
        # Opened when it is first needed, so that a wrong option makes no empty database.
        opened = cache(lambda: stack.enter_context(closing(open_db(db))))
        reading = Reading(
            manners_of(delay, contact, allow_private),
            memory=lambda address: recall(opened(), address),
            columns=columns_of(column or ()),
        )
        if sample:
            documents = read_sample()
        elif sources:
            documents = read_sources(sources, reading)
        elif conflict is not None:
            documents, conflict = read_feeds(feeds_of([conflict]), reading), None
        else:
            raise BadSource("Name a source to read, or --conflict NAME for its own feeds, or --sample.")
        if readmit or sample:
            documents = readmitted(opened(), documents)
        with readers(workers, scheduler) as those, progress("documents") as show:
            result = run.ingest(opened(), documents, conflict, those, show, keep_bytes)
    report(result)


def sources(
    conflict: Conflicts = None,
    check: Annotated[
        bool, typer.Option("--check", help="Ask each address, and say what it answers.")
    ] = False,
    delay: Delay = 1.0,
    contact: Contact = "",
    allow_private: AllowPrivate = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List the sources of conflicts with their last state.

    Exits with 3 if a source did not answer the last time (with --check: now), or has fallen silent.
    """
    with told():
        from pipeline.asked import conflicts_called
        from pipeline.source_table import checked, listed, sources_of

        chosen = conflicts_called(conflict)
        if check:
            asked = [source for _, source in sources_of(chosen)]
            rows = list(checked(asked, manners_of(delay, contact, allow_private)))
        else:
            rows = list(listed(chosen, db))
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table("source", "country", "side", "articles", "last asked", "state", box=None)
        for row in rows:
            table.add_row(*map(Text, row.cells))
        Console(width=None if Console().is_terminal else 200).print(table)
    if any(row.amiss for row in rows):
        raise typer.Exit(TROUBLED)


def watch(
    every: Annotated[
        str, typer.Option(metavar="TIME", help="How often: 30m, 1h, 1d; with --once of no account.")
    ] = "1h",
    once: Annotated[bool, typer.Option("--once", help="Read once and leave, for cron or a timer.")] = False,
    conflict: Conflicts = None,
    delay: Delay = 1.0,
    contact: Contact = "",
    allow_private: AllowPrivate = False,
    keep_bytes: KeepBytes = True,
    db: Db = DEFAULT_DB,
    workers: Workers = 1,
) -> None:
    """Read the feeds of conflicts again and again.

    Stops cleanly on SIGTERM and Ctrl-C; a second one on the same database leaves at once, with 1. With --once
    it exits with 3 if feeds did not answer or have fallen silent; they are told.
    """
    with told():
        from pipeline.asked import conflicts_called
        from pipeline.conflict import conflict_names
        from pipeline.rounds import Habit, watch_feeds
        from pipeline.sources import feeds_of
        from pipeline.watch import Busy, seconds_of

        habit = Habit(
            manners_of(delay, contact, allow_private), seconds_of(every), once, Processes(workers), keep_bytes
        )
        try:
            amiss = watch_feeds(db, feeds_of(conflicts_called(conflict) or conflict_names()), habit)
        except Busy as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(1) from None
    if amiss:
        raise typer.Exit(TROUBLED)


def manners_of(delay: float, contact: str, allow_private: bool) -> "Manners":
    """Return the manners that options ask for."""
    from pipeline.web import Manners

    return Manners(delay=delay, contact=contact, allow_private=allow_private)
