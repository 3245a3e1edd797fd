"""Answers documents given as JSON lines, without a database: each with its claims, or with its attributions.

The documents may come from anywhere, so nothing in them is trusted: every one with an `id` gets an answer, in
the order of the lines, if need be an empty one and the reason why. Offsets count in `text` as it was given.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO

from pipeline.attribution import attributions
from pipeline.conflict import conflict_names
from pipeline.documents import language_of, read_day, same_length
from pipeline.fields import NotReadable, day_of, parse_line, read_lines, shown, text_of
from pipeline.language import Parse, fresh_model, load_model
from pipeline.parallel import HERE, Workers, alone
from pipeline.parts import parts
from pipeline.progress import followed
from pipeline.reader import parsed_together, read_claims
from pipeline.records import Claim, Document, Failure, Span
from pipeline.together import bundles, nothing_collected

Fields = dict[str, Any]
Line = tuple[str, bytes]
"""Where a line stands ("docs.jsonl:3"), and its bytes."""

CLAIM_FIELDS = (
    "stance",
    "claimant",
    "speaker",
    "accused",
    "category",
    "regions",
    "count",
    "unit",
    "bound",
    "date_from",
    "date_to",
)


@dataclass(frozen=True)
class Answer:
    """What there is to say to one line: `output` is None for a line that is no document with an `id`.

    `problem` is why there is no answer, or an empty one; `notes` are on what is wrong and was left out.
    """

    where: str
    output: Fields | None
    problem: str | None = None
    notes: tuple[str, ...] = ()


def predict(lines: BinaryIO, name: str, workers: Workers = HERE) -> Iterator[Answer]:
    """Yield an answer for each line: the document's `id` and its `claims`, in the fields of the gold set and
    with the unit and the bound of the count."""
    return answers("claims", lines, name, workers)


def attribute(lines: BinaryIO, name: str, workers: Workers = HERE) -> Iterator[Answer]:
    """Yield an answer for each line: the document's `id` and its `attributions` as character spans."""
    return answers("attributions", lines, name, workers)


def predict_all(documents: Mapping[str, Fields], workers: Workers = HERE) -> dict[str, Fields]:
    """Return the documents with the claims that are found in them, by id. Raises NotReadable."""
    lines = (json.dumps(document).encode() + b"\n" for document in documents.values())
    found = {}
    for made in followed(answers("claims", lines, "document", workers), "documents", len(documents)):
        if made.problem or made.output is None:
            raise NotReadable(f"{made.where}: {made.problem}")
        found[str(made.output["id"])] = made.output
    return found


def answers(key: str, lines: Iterable[bytes], name: str, workers: Workers) -> Iterator[Answer]:
    """Yield the answers in the order of the lines; a line over which a process dies is answered too."""
    together = bundles(read_lines(lines, name), lambda line: len(line[1]))
    each, gone = partial(answer_each, key=key), partial(lost_answers, key=key)
    for _, found in workers.in_order(each, together, gone):
        yield from found


def answer_each(lines: Sequence[Line], key: str) -> list[Answer]:
    """Return the answers to some lines, whose texts are parsed together."""
    with nothing_collected():
        parse = parsed_together(documents_in(lines)) if key == "claims" else fresh_model()
        return [answer(line, key, parse) for line in lines]


def lost_answers(lines: Sequence[Line], key: str) -> list[Answer]:
    """Return the answers to lines over which a process died: each gets one of its own, or an empty answer."""
    if len(lines) == 1:
        return [answer(lines[0], key, lost=True)]
    each, gone = partial(answer_each, key=key), partial(lost_answers, key=key)
    return [found for line in lines for found in alone(each, [line], gone)]


def documents_in(lines: Iterable[Line]) -> Iterator[Document]:
    """Yield the documents in lines, passing over what is none: that is told when it is its turn."""
    for _, content in lines:
        with suppress(Exception):
            yield document_of(parse_line(content))


def answer(line: Line, key: str, parse: Parse | None = None, lost: bool = False) -> Answer:
    """Return the answer to one line; `lost`: an empty one, for the line ended the process that read it."""
    where, content = line
    try:
        fields = parse_line(content)
    except NotReadable as error:
        return Answer(where, None, str(error))
    id = fields.get("id")
    if not isinstance(id, str | int):
        return Answer(where, None, "It has no `id`.")
    empty: Fields = {"id": id, key: []}
    if lost:
        return Answer(where, empty, "Its reading ended the process.")
    if not isinstance(fields.get("text"), str):
        return Answer(where, empty, "Its `text` is not a string.")
    try:
        return Answer(
            where,
            {"id": id, key: FOUND[key](fields, parse or load_model())},
            notes=tuple(left_out(fields, READ[key])),
        )
    except NotReadable as error:
        return Answer(where, empty, str(error))
    except Exception as error:  # one document must not cost the others their answers
        return Answer(where, empty, f"It could not be read ({type(error).__name__}: {error}).")


def claims_of(fields: Fields, parse: Parse) -> list[Fields]:
    """Return the claims of a document. Raises NotReadable."""
    read = read_claims(document_of(fields), parse)
    if isinstance(read, Failure):
        raise NotReadable(read.reason)
    return [gold_fields(claim, fields["text"]) for claim in read[1]]


def left_out(fields: Fields, keys: Iterable[str]) -> Iterator[str]:
    """Yield a sentence on each of the keys whose value is wrong, so that it is as good as absent."""
    for key in keys:
        try:
            value = text_of(fields, key)
            if key == "published":
                day_of(fields)
            elif key == "conflict" and value and value not in conflict_names():
                yield f"There is no conflict {shown(value)}: the text tells which one it is about."
        except NotReadable as error:
            yield f"{error} It is taken as unknown."


def document_of(fields: Fields) -> Document:
    """Return the document of the keys of a line; what is missing or cannot be is as good as absent."""
    text = same_length(fields["text"])
    published, title, conflict = (fields.get(key) for key in OPTIONAL)
    return Document(
        id=str(fields["id"]),
        text=text,
        published=read_day(published) if isinstance(published, str) else None,
        title=title if isinstance(title, str) else "",
        conflict=conflict if isinstance(conflict, str) else None,
        language=language_of(text),
    )


def gold_fields(claim: Claim, text: str) -> Fields:
    """Return a claim in its fields, its sentence as it stands in the text that was given."""
    start, end = claim.span
    fields: Fields = {"sentence": text[start:end]}
    for name in CLAIM_FIELDS:
        value = getattr(claim, name)
        fields[name] = value.isoformat() if name.startswith("date_") and value else value
    fields["regions"] = list(claim.regions)
    return fields


def attributions_of(fields: Fields, parse: Parse) -> list[Fields]:
    """Return the attributions of a document as character spans, end exclusive."""
    return [
        {role: moved(getattr(found, role), offset) for role in ("source", "cue", "content")}
        for offset, part in parts(same_length(fields["text"]))
        for found in attributions(parse(part))
    ]


def moved(spans: Iterable[Span], offset: int) -> list[Span]:
    """Return spans of a part of a text, counted in the whole."""
    return [(start + offset, end + offset) for start, end in spans]


FOUND: dict[str, Callable[[Fields, Parse], list[Fields]]] = {
    "claims": claims_of,
    "attributions": attributions_of,
}
OPTIONAL = ("published", "title", "conflict")
READ: Mapping[str, tuple[str, ...]] = {"claims": OPTIONAL, "attributions": ()}
"""The keys of a line, beside `id` and `text`, that an answer depends on."""


def as_line(output: Fields) -> str:
    """Return an answer as a JSON line that any output can take, with half a character escaped."""
    line = json.dumps(output, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(output)
    return line
