"""From documents to their claims: their conflict told, their texts parsed together, in any process."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import replace

from pipeline.claims import extract
from pipeline.conflict import WORLD, Conflict, conflict_names, conflict_of, load_conflict
from pipeline.language import Parse, load_model
from pipeline.parallel import HERE, Workers, alone
from pipeline.records import Claim, Document, Failure, Visit
from pipeline.together import bundles, nothing_collected, parsed

LANGUAGE = "en"

Item = Document | Failure | Visit
Read = tuple[Document, list[Claim]] | Failure | Visit
Found = tuple[str | None, list[Claim]] | Failure | Visit
"""A document's conflict and claims, without its text, or why it has none; what is no document as it is."""


def read_all(items: Iterable[Item], workers: Workers = HERE) -> Generator[Read, None, None]:
    """Yield the documents with their claims, in order, and failures and visits as they are."""
    for some, found in workers.in_order(read_together, bundles(items, size_of), alone_or_lost):
        yield from map(joined, some, found)


def joined(item: Item, found: Found) -> Read:
    """Return an item with what was found in it."""
    if not isinstance(found, tuple):
        return found
    assert isinstance(item, Document)
    conflict, claims = found
    return replace(item, conflict=conflict), claims


def size_of(item: Item) -> int:
    """Return the characters that an item has to be read."""
    return len(item.text) if isinstance(item, Document) else 0


def read_together(items: Sequence[Item]) -> list[Found]:
    """Return what is found in some items, whose texts are parsed together. Runs in any process."""
    with nothing_collected():
        return read_some(items)  # whose parsed texts are gone before garbage is looked for again


def read_some(items: Sequence[Item]) -> list[Found]:
    """Return what is found in some items."""
    parse = parsed_together(item for item in items if isinstance(item, Document))
    return [found_in(item, parse) for item in items]


def found_in(item: Item, parse: Parse) -> Found:
    """Return what is found in an item."""
    if not isinstance(item, Document):
        return item
    read = read_claims(item, parse)
    return read if isinstance(read, Failure) else (read[0].conflict, read[1])


def parsed_together(documents: Iterable[Document]) -> Parse:
    """Parse what is worth it in some documents at once, and return what has it at hand."""
    told = (told_conflict(one) for one in documents if is_readable(one))
    return parsed((one, conflict_data(one)) for one in told)


def read_claims(document: Document, parse: Parse | None = None) -> tuple[Document, list[Claim]] | Failure:
    """Return the document, its conflict told, with its claims; or why it has none."""
    try:
        told = told_conflict(document)
        if not is_readable(told):
            return told, []
        return told, extract(told, parse or load_model(), conflict_data(told))
    except Exception as error:  # whatever a strange text sets off, the other documents must still be read
        reason = f"Its claims could not be read: {type(error).__name__}: {error}."
        return Failure(source_of(document), reason)


def told_conflict(document: Document) -> Document:
    """Return a document with the conflict that it is about."""
    return replace(document, conflict=known_conflict(document))


def is_readable(document: Document) -> bool:
    """Tell whether a document is in the language that is read, or in one that was not told."""
    return document.language in (None, LANGUAGE)


def conflict_data(document: Document) -> Conflict:
    """Return the data of the conflict that a document was told to be about."""
    return load_conflict(document.conflict or WORLD)


def known_conflict(document: Document) -> str:
    """Return the document's own conflict if there is data for it, else the one that its text speaks of."""
    if document.conflict in conflict_names() and document.conflict != WORLD:
        return str(document.conflict)
    return conflict_of(f"{document.title}\n{document.text}")


def alone_or_lost(items: Sequence[Item]) -> list[Found]:
    """Return what is found in items over which their process died: each gets one of its own."""
    if len(items) == 1:
        return [lost(items[0])]
    return [found for item in items for found in alone(read_together, [item], alone_or_lost)]


def lost(item: Item) -> Found:
    """Return the failure of a document over which its process died."""
    if not isinstance(item, Document):
        return item
    return Failure(source_of(item), "Its claims could not be read: the process that read it was stopped.")


def source_of(document: Document) -> str:
    """Return the words by which a person finds the document."""
    return document.url or document.source or document.title or document.id
