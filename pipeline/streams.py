"""What the command line reads from and prints to: files, or standard input and output."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from pipeline.errors import BadSource

STDIN = STDOUT = "-"
PARTS = ("conflict=", "part-")  # how what lies in an exported folder is named
JSON_LINES = ".jsonl"

if TYPE_CHECKING:
    from pipeline.predict import Answer
    from pipeline.run import RunResult


@contextmanager
def written(path: Path | None, force: bool = False) -> Iterator[BinaryIO]:
    """Give the file to write to, or standard output for None and `-`. Raises BadSource.

    A file that holds anything is replaced only with `force`, and once the new one is whole: what is broken
    off leaves all as it was. A pipe or device is written to as it is.
    """
    if path is None or str(path) == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with reported(path):
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        if path.exists() and path.stat().st_size and not force:
            raise BadSource(f"{path} is there already: name another file, or replace it with --force.")
        target = path.resolve()  # a link stays one
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as place:
            made = Path(place, target.name)
            with made.open("xb") as file:
                yield file
            if target.exists():
                shutil.copymode(target, made)
            made.replace(target)


@contextmanager
def new_folder(path: Path, force: bool = False) -> Iterator[Path]:
    """Give a folder to write into, which gets its name when it is whole. Raises BadSource.

    There must be nothing of that name, or an empty folder, or with `force` a folder that was written so
    before. What is broken off leaves all as it was.
    """
    if str(path) == STDOUT:
        raise BadSource("A folder cannot go to standard output: name one that is to be made.")
    with reported(path):
        if path.exists() and not path.is_dir():
            raise BadSource(f"{path} is a file: name a folder that is to be made.")
        names = [one.name for one in path.iterdir()] if path.is_dir() else []
        if names and not force:
            raise BadSource(f"{path} is not empty: name another folder, or replace it with --force.")
        if not all(name.startswith(PARTS) for name in names):
            raise BadSource(f"{path} holds what is no such export: name a folder that is to be made.")
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as place:
            folder = Path(place, path.name)
            folder.mkdir()
            yield folder
            if names:
                path.replace(Path(place, "old"))  # goes with the place
            folder.replace(path)


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn an error of the system into a BadSource that names the path."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever read has read enough
    except OSError as error:
        raise BadSource(f"{path}: It cannot be written: {error.strerror or error}.") from error


def name_of(docs: str) -> str:
    """Return what messages call the file, or standard input."""
    return "standard input" if docs == STDIN else docs


@contextmanager
def opened_lines(name: str) -> Iterator[BinaryIO]:
    """Give the lines of a file, or of standard input for `-`. Raises BadSource."""
    from pipeline.fields import NotReadable
    from pipeline.files import ENDINGS, check_file

    if name == STDIN:
        yield sys.stdin.buffer
        return
    if name.lower().endswith(tuple(set(ENDINGS) - {JSON_LINES})):
        raise BadSource(
            f"{name}: This command reads {JSON_LINES}, a JSON object a line; "
            "`ingest` and `explain` read others."
        )
    try:
        check_file(Path(name))
        file = Path(name).open("rb")  # noqa: SIM115
    except NotReadable as error:
        raise BadSource(f"{name}: {error}") from error
    except OSError as error:
        raise BadSource(f"{name}: It cannot be opened: {error.strerror or error}.") from error
    with file:
        yield file


def print_answers(answers: Iterator["Answer"], what: str = "documents") -> None:
    """Print each answer as a line, and what went wrong on standard error; the same note is told once.

    Exits with 2 in the end if a line was no document.
    """
    from pipeline.predict import as_line
    from pipeline.progress import followed

    strangers = 0
    told: set[str] = set()
    for answer in followed(answers, what):
        if answer.output is not None:
            sys.stdout.buffer.write(as_line(answer.output).encode() + b"\n")
            sys.stdout.buffer.flush()
        elif answer.problem:
            strangers += 1
        for words in (answer.problem, *answer.notes):
            if words and (words == answer.problem or words not in told):
                typer.echo(f"{answer.where}: {words}", err=True)
        told.update(answer.notes)
    if strangers:
        raise typer.Exit(2)


def report(result: "RunResult") -> None:
    """Print what a run did, and each failure on standard error. Exits with 1 if it read nothing at all."""
    for failure in result.failures:
        typer.echo(f"{failure.source}: {failure.reason}", err=True)
    changes = f"{result.new} new, {result.changed} changed, {result.unchanged} unchanged"
    claims, failures = counted(result.claims, "claim"), counted(result.failed, "failure")
    if result.removed:
        changes += f", {result.removed} left out"
        typer.echo("What was removed before is left out: `ingest --readmit` lets it in again.", err=True)
    typer.echo(f"{counted(result.documents, 'document')}: {changes}; {claims}; {failures}.")
    if result.failures and not result.documents and not result.answered:
        raise typer.Exit(1)


def counted(n: int, one: str) -> str:
    """Return a number with what it counts: "1 claim", "412 claims"."""
    return f"{n} {one}" if n == 1 else f"{n} {one}s"
