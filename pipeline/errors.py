"""Which errors are the fault of what was given: they are told in their own sentence, without a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer


class BadSource(Exception):
    """There is nothing to read at a source; the message says why."""


class BadOption(Exception):
    """The value of an option is none that there is; the message says which there are."""


class NotStored(Exception):
    """The database holds no document of a name; the message says how one is named."""


def known() -> tuple[type[Exception], ...]:
    """Return the classes of the errors whose message is a sentence for a person."""
    from db.errors import BadFilter, DatabaseError
    from pipeline.cluster_checks import ClusterError
    from pipeline.conflict import ConflictError, UnknownConflict
    from pipeline.fields import NotReadable
    from pipeline.language import ModelMissing
    from pipeline.lexicon import LexiconError
    from pipeline.score import BadGold

    conflicts = (ConflictError, UnknownConflict)
    return (
        *(BadFilter, BadGold, BadOption, BadSource, ClusterError, DatabaseError),
        *(LexiconError, ModelMissing, NotReadable, NotStored, *conflicts),
    )


@contextmanager
def told() -> Iterator[None]:
    """Print the sentence of an error that is the fault of what was given, and exit with 2."""
    try:
        yield
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if not isinstance(error, known()):
            raise
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(2) from None
