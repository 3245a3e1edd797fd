"""The options that several commands share."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import BadOption
from pipeline.parallel import Processes
from pipeline.parallel import Workers as Readers

Db = Annotated[
    Path, typer.Option("--db", envvar="CLAIMS_DB", metavar="PATH", help="The database, an SQLite file.")
]
Workers = Annotated[
    int, typer.Option("--workers", min=1, metavar="N", help="Processes that read documents at the same time.")
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="The Dask scheduler whose workers read, as tcp://host:8786."
    ),
]
Delay = Annotated[
    float, typer.Option(min=0.0, metavar="SECONDS", help="The least time between two requests to one host.")
]
Contact = Annotated[
    str,
    typer.Option(
        envvar="CLAIMS_CONTACT", metavar="WHERE", help="Where you can be reached; it is told to every server."
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Read addresses of inner networks and of this machine, too.")
]
KeepBytes = Annotated[
    bool,
    typer.Option(
        "--keep-bytes/--no-keep-bytes", help="Keep what was fetched in a folder beside the database."
    ),
]
DEFAULT_DB = Path("db/claims.db")


def one_of(option: str, value: str, choices: Iterable[str]) -> None:
    """Raise BadOption if the value of an option is none of the choices."""
    names = list(choices)
    if value not in names:
        raise BadOption(f"There is no {option} {value!r}; there are {', '.join(names)}.")


def once(option: str, values: list[str] | None) -> str | None:
    """Return the value of an option, None if it was not given. Raises BadOption if it was given twice."""
    if values and len(values) > 1:
        raise BadOption(f"{option} is given {len(values)} times: give it once.")
    return values[0] if values else None


@contextmanager
def readers(workers: int, scheduler: str | None) -> Iterator[Readers]:
    """Give those who read the documents, by the options. Raises BadOption and ClusterError."""
    if scheduler is None:
        yield Processes(workers)
        return
    if workers > 1:
        raise BadOption("Give either --workers or --scheduler: a cluster has workers of its own.")
    from pipeline.cluster import connected

    with connected(scheduler) as cluster:
        yield cluster
