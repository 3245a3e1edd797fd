"""What the command line reads from and prints to: files, or standard input and output."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from pipeline.errors import BadSource

STDIN = "-"
JSON_LINES = ".jsonl"

if TYPE_CHECKING:
    from pipeline.predict import Answer
    from pipeline.run import RunResult


@contextmanager
def written(path: Path | None) -> Iterator[BinaryIO]:
    """Give the file to write to, or standard output. Raises BadSource if it cannot be opened."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        file = path.open("wb")
    except OSError as error:
        raise BadSource(f"{path}: It cannot be written: {error.strerror or error}.") from error
    with file:
        yield file


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give a folder to write into, which gets its name when it is whole. Raises BadSource.

    There must be nothing of that name, or an empty folder. What is broken off leaves nothing behind.
    """
    if path.exists() and not path.is_dir():
        raise BadSource(f"{path} is a file: name a folder that is to be made.")
    if path.is_dir() and any(path.iterdir()):
        raise BadSource(f"{path} is not empty: name a folder that is to be made.")
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as place:
            folder = Path(place, path.name)
            folder.mkdir()
            yield folder
            folder.replace(path)
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
            f"{name}: This command reads {JSON_LINES}, a JSON object a line; `ingest` reads others."
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
    typer.echo(f"{counted(result.documents, 'document')}: {changes}; {claims}; {failures}.")
    if result.failures and not result.documents and not result.answered:
        raise typer.Exit(1)


def counted(n: int, one: str) -> str:
    """Return a number with what it counts: "1 claim", "412 claims"."""
    return f"{n} {one}" if n == 1 else f"{n} {one}s"
