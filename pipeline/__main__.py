"""The command line: what goes in, what comes out, and every error as one sentence.

Exit status 0: done. 1: nothing could be read, or what is kept is damaged. 2: wrong input. 3: sources are
amiss.
"""

from contextlib import ExitStack, closing
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline import keeping_commands, reading_commands
from pipeline.errors import BadOption, told
from pipeline.options import DEFAULT_DB, Db, Scheduler, Workers, one_of, readers
from pipeline.parallel import Processes
from pipeline.streams import name_of, new_folder, opened_lines, print_answers, report, written

# What takes long to load (spaCy, pandas) is imported by the command that needs it, so that --help is quick.

app = typer.Typer(
    name="python -m pipeline",
    help="Who alleges what against whom in a ceasefire, and what the accused answers: from news to claims.",
    epilog="Begin with: python -m pipeline ingest --sample",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def print_version(asked: bool) -> None:
    """Print the version and leave, if it is asked for."""
    if asked:
        with told():
            from pipeline.version import told_version

            typer.echo(told_version())
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=print_version,
            is_eager=True,
            help="Print the version of the program, of its rules and of the model.",
        ),
    ] = False,
) -> None:
    """Take the options that belong to no command."""


Docs = Annotated[str, typer.Argument(metavar="DOCS.jsonl", help="The documents, `-` for standard input.")]


Values = list[str] | None


def which(metavar: str, help: str, *names: str) -> Any:
    """Return an option of a filter; the filter itself refuses one that is given more often than it may be."""
    return typer.Option(*names, metavar=metavar, help=help)


def any_of(metavar: str, help: str) -> Any:
    """Return an option of a filter that can be repeated."""
    return which(metavar, f"{help} Can be repeated.")


for command in (reading_commands.ingest, reading_commands.watch, reading_commands.sources):
    app.command()(command)


@app.command()
def extract(
    stale: Annotated[
        bool, typer.Option("--stale", help="Only the documents that an older version has read.")
    ] = False,
    db: Db = DEFAULT_DB,
    workers: Workers = 1,
    scheduler: Scheduler = None,
) -> None:
    """Derive the claims of stored documents anew.

    For after a change of a rule or a word. Nothing is fetched.
    """
    with told():
        from db import open_db, open_readonly
        from pipeline import run
        from pipeline.progress import progress

        if not db.exists():
            open_readonly(db)  # says that it is missing; opening it for writing would make it
        with (
            readers(workers, scheduler) as those,
            closing(open_db(db)) as opened,
            progress("documents") as show,
        ):
            result = run.extract_again(opened, stale, those, show)
    if stale and not result.documents:
        typer.echo("All documents are up to date.")
    else:
        report(result)


app.command()(keeping_commands.verify)
app.command()(keeping_commands.remove)


@app.command()
def predict(docs: Docs, workers: Workers = 1, scheduler: Scheduler = None) -> None:
    """Print the claims in documents (no database).

    A line `{"id", "claims"}` for each document, which needs an `id` and a `text`; `published` (YYYY-MM-DD),
    `title` and `conflict` are used if they are there. The fields of a claim are those of the gold set,
    with the unit and the bound of its count.
    """
    with told():
        from pipeline.predict import predict

        with opened_lines(docs) as lines, readers(workers, scheduler) as those:
            print_answers(predict(lines, name_of(docs), those))


@app.command()
def attributions(docs: Docs, workers: Workers = 1) -> None:
    """Print who says what in documents (no database).

    A line `{"id", "attributions"}` for each document, which needs an `id` and a `text`. An attribution has a
    `source`, a `cue` and a `content`, each a list of spans: [start, end] in characters, the end exclusive.
    """
    with told():
        from pipeline.predict import attribute

        with opened_lines(docs) as lines:
            print_answers(attribute(lines, name_of(docs), Processes(workers)))


@app.command()
def disputes(
    docs: Docs,
    given_claims: Annotated[
        bool, typer.Option("--given-claims", help="Line up the claims that stand in the file, and find none.")
    ] = False,
) -> None:
    """Print which claims in documents are of the same acts.

    A line `{"dispute", "members", "links"}` for each dispute (no database). A member is a document's `id` and
    the index of a claim, from 0; a link goes `from` a claim `to` one that it answers, and has a `type`, the
    reason `why` and a `strength`.
    """
    with told():
        from pipeline.disputes.lines import disputes

        with opened_lines(docs) as lines:
            print_answers(disputes(lines, name_of(docs), given_claims), "disputes")


@app.command()
def explain(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file, a folder of files, or the address of a page.")
    ],
    about: Annotated[
        list[str] | None,
        typer.Option("--conflict", metavar="NAME", help="The conflict. Default: told from the text."),
    ] = None,
) -> None:
    """Print an article with everything found in it.

    Voices, acts, parties, targets, places and dates are marked; below each sentence stands how they were
    read, the claims, and for an act without a claim the reason (no database).
    """
    with told():
        from rich.console import Console

        from pipeline.asked import one_conflict
        from pipeline.explain_print import print_each
        from pipeline.run import of_conflict
        from pipeline.sources import parts_of, read_sources, unless_nothing

        conflict, console, parts = one_conflict(about), Console(), parts_of(file)
        for part in parts:
            found = read_sources([part])
            print_each(
                console, of_conflict(found if len(parts) > 1 else unless_nothing(found), conflict), part
            )


@app.command()
def score(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD.jsonl...", help="Documents with their claims.")],
    predicted: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What `predict` printed. Default: predict now."),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List the missed and the spurious claims.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    workers: Workers = 1,
) -> None:
    """Compare claims with those of a gold set.

    How many were found, how many of them are right, and field by field.
    """
    with told():
        import json

        from pipeline.predict import predict_all
        from pipeline.score import compare, read_scored
        from pipeline.score_table import tables

        wanted = read_scored(gold)
        made = read_scored([predicted]) if predicted else predict_all(wanted, Processes(workers))
        found = compare(wanted, made)
        typer.echo(json.dumps(found.figures(), indent=2) if as_json else tables(found, errors))


@app.command()
def export(
    table: Annotated[
        str, typer.Option(metavar="NAME", help="What to print: claims, disputes, links or tallies.")
    ] = "claims",
    conflict: Annotated[Values, which("NAME", "Of a conflict.")] = None,
    region: Annotated[
        Values, any_of("NAME", "In a region, by its name or ISO 3166-2 code; `none`: in no region.")
    ] = None,
    party: Annotated[Values, any_of("NAME", "Made by a party.")] = None,
    accused: Annotated[Values, any_of("NAME", "Against a party; `none`: against nobody named.")] = None,
    category: Annotated[
        Values, any_of("NAME", "Of a category: energy_strike, ceasefire_violation, other_strike.")
    ] = None,
    stance: Annotated[Values, any_of("NAME", "Of a stance: alleges, denies, admits.")] = None,
    publisher: Annotated[Values, any_of("NAME", "Reported by a publisher.")] = None,
    first: Annotated[Values, which("DAY", "From a day on.", "--from")] = None,
    last: Annotated[Values, which("DAY", "Up to a day.", "--to")] = None,
    q: Annotated[Values, which("WORDS", "With these words in sentence or title.", "--q")] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="csv; jsonl: a JSON object a line; or parquet: a folder of Parquet files.",
        ),
    ] = "csv",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="PATH", help="The file or folder. Default, and `-`: standard output."
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace the file, or the exported folder, if it is there already."),
    ] = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Give what is stored as CSV, JSON or Parquet.

    Claims, disputes, links or tallies: all, or those of a filter: the filters of the dashboard, by the names
    in its address, with values in any case. An option that can be repeated takes claims for which any of its
    values holds; all options must hold. A dispute passes if one of its claims does. With --format parquet a
    folder is written, with a file for each conflict and month.
    """
    with told():
        from db import open_readonly
        from db.export import json_lines
        from db.tables import TABLES
        from db.typed import as_known, read_typed
        from pipeline.asked import party_names, region_names, region_words
        from pipeline.progress import followed

        one_of("--table", table, TABLES)
        one_of("--format", form, ("csv", "jsonl", "parquet"))
        if form == "parquet" and output is None:
            raise BadOption("--format parquet writes a folder: name it with --output.")
        options = {"conflict": conflict, "region": region, "party": party, "accused": accused}
        options |= {"category": category, "stance": stance, "publisher": publisher}
        options |= {"from": first, "to": last, "q": q}
        given = {name: values for name, values in options.items() if values}
        typed = read_typed(given)
        with closing(open_readonly(db)) as opened, ExitStack() as stack:
            names = {"party": party_names, "accused": party_names, "region": region_names}
            chosen = as_known(opened, typed, names, region_words(), towns=True)
            that = TABLES[table]
            if form == "parquet" and output is not None:
                from db.parquet import write_parquet

                folder = stack.enter_context(new_folder(output, force))
                write_parquet(followed(that.rows(opened, chosen), "rows"), that, folder)
                return
            if form == "csv":
                lines = that.csv(opened, chosen)
            else:
                lines = json_lines(that.rows(opened, chosen), that.names)
            stack.enter_context(written(output, force)).writelines(line.encode() for line in lines)


if __name__ == "__main__":
    app()
