"""Shows on a terminal how far a long piece of work is; anywhere else it shows nothing."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

Item = TypeVar("Item")


@contextmanager
def progress(work: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """Give a function to call after each piece; `total` None: nobody knows yet how many there are."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(work, total=total)
        yield lambda: bar.advance(task)


def followed(items: Iterable[Item], work: str, total: int | None = None) -> Iterator[Item]:
    """Yield the items, and show how many have gone by."""
    with progress(work, total) as advance:
        for item in items:
            yield item
            advance()
