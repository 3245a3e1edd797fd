"""The commands that look after what is kept: check it, and remove what must not be kept."""

from contextlib import closing
from typing import Annotated

import typer

from pipeline.errors import BadSource, told
from pipeline.options import DEFAULT_DB, Db
from pipeline.streams import counted


def verify(db: Db = DEFAULT_DB) -> None:
    """Check every stored text and claim against the kept bytes.

    The hashes of texts and bytes, the place of each claim's sentence, and whether the text can still be read
    from the bytes. Exits with 1 if anything is not what it was.
    """
    with told():
        from db import open_readonly
        from pipeline.progress import followed
        from pipeline.verify import Figures, verify

        figures = Figures()
        with closing(open_readonly(db)) as opened:
            for problem in followed(verify(opened, figures), "problems"):
                typer.echo(problem, err=True)
        typer.echo(str(figures))
    if figures.problems:
        raise typer.Exit(1)


def remove(
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOCUMENT]...",
            help="A document's id or address, or, if it has none, the file that it was read from.",
            show_default=False,
        ),
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Remove the bundled sample.")] = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Remove documents for good, with all that came of them.

    Their claims, links, failures, earlier versions and the bytes that were kept of them; they are written
    over in the files. What they touched is lined up anew. They do not come back with the next reading, but
    with `ingest --readmit`. If any is not there, nothing is removed.
    """
    with told():
        from db import open_db, open_readonly
        from pipeline.removing import ids_of, remove, sample_ids

        if bool(documents) == sample:
            raise BadSource("Name either the documents to remove or --sample.")
        if not db.exists():
            open_readonly(db)  # says that it is missing; opening it for writing would make it
        with closing(open_db(db)) as opened:
            if sample:
                ids = sample_ids(opened)
            else:
                ids = [id for name in documents or () for id in ids_of(opened, name)]
            done = remove(opened, ids)
    for one in done.documents:
        for problem in one.damaged:
            typer.echo(f"{one.name}: Its bytes are not removed. {problem}", err=True)
        if not sample:
            typer.echo(f"{one.name}: {one.title or 'no title'} ({counted(one.claims, 'claim')})")
    typer.echo(str(done))
