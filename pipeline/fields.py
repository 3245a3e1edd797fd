"""Reads a document from the keys of a JSON line, or from a row of a table with the same names."""

import codecs
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pipeline.documents import LARGEST, canonical_address, make_document, read_day
from pipeline.records import Document, Failure, Kind

FIELDS = ("text", "url", "title", "published", "publisher", "conflict", "kind")
KINDS: tuple[Kind, ...] = ("report", "statement", "paraphrase")


class NotReadable(Exception):
    """A file, or a line of one, cannot be read as what it should be; the message is one sentence."""


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the lines that are not blank, each with its place ("docs.jsonl:3")."""
    for number, line in enumerate(bounded(lines), 1):
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if line.strip():
            yield f"{name}:{number}", line


def bounded(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines, of those that are too long only the beginning, so that none fills the memory."""
    if not hasattr(lines, "readline"):
        yield from lines
        return
    while line := lines.readline(LARGEST + 1):
        yield line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = lines.readline(LARGEST + 1)


def parse_line(line: bytes) -> dict[str, Any]:
    """Return the object of a JSON line. Raises NotReadable."""
    if len(line) > LARGEST:
        raise NotReadable(f"It is longer than {LARGEST / 1e6:g} MB.")
    try:
        value = json.loads(decode(line))
    except ValueError as error:
        raise NotReadable(f"It is not JSON: {str(error).partition(': line')[0]}.") from error
    except RecursionError as error:
        raise NotReadable("It is not JSON that can be read: too deeply nested.") from error
    if not isinstance(value, dict):
        raise NotReadable("It is not a JSON object.")
    return value


def from_fields(fields: Mapping[str, Any], where: str) -> Document | Failure:
    """Return the document of the keys of a JSON line; unknown keys are ignored. Raises NotReadable."""
    url = text_of(fields, "url")
    if url and canonical_address(url) is None:
        raise NotReadable(f"Its `url` is not a web address: {shown(url)}.")
    kind = text_of(fields, "kind") or "report"
    if kind not in KINDS:
        raise NotReadable(f"Its `kind` is {shown(kind)}, which is none of {', '.join(KINDS)}.")
    return make_document(
        text_of(fields, "text"),
        where,
        url=url or None,
        title=text_of(fields, "title"),
        published=day_of(fields),
        publisher=text_of(fields, "publisher"),
        conflict=text_of(fields, "conflict") or None,
        kind=next(known for known in KINDS if known == kind),
    )


def text_of(fields: Mapping[str, Any], key: str) -> str:
    """Return a field that holds a string, "" where it is missing or null. Raises NotReadable."""
    value = fields.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise NotReadable(f"Its `{key}` is not a string.")
    return value


def day_of(fields: Mapping[str, Any]) -> date | None:
    """Return the day of publication, None where it is missing or null. Raises NotReadable."""
    written = text_of(fields, "published").strip()
    day = read_day(written)
    if written and day is None:
        raise NotReadable(f"Its `published` is {shown(written)}, which is no date like 2025-03-27.")
    return day


def shown(value: str) -> str:
    """Return a value from outside as a message shows it: quoted, and not too long."""
    return repr(value if len(value) <= 60 else value[:59] + "…")


def decode(content: bytes) -> str:
    """Return the text of bytes in UTF-8, or in UTF-16 with its mark. Raises NotReadable."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in content:
        raise NotReadable("It is a binary file, not text.")
    else:
        encoding = "utf-8"
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode(encoding)
    except UnicodeDecodeError as error:
        raise NotReadable(
            f"It is not text in {encoding.upper()}: byte {error.start + 1} does not fit. Save it as UTF-8."
        ) from error
