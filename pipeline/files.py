"""Reads documents from files: text, web pages, JSON lines, CSV, and folders of them."""

import codecs
import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.articles import read_article
from pipeline.documents import LARGEST, clean_text, make_document, read_day
from pipeline.fields import NotReadable, decode, from_fields, parse_line, read_lines
from pipeline.records import Document, Failure, Kind

Read = Iterator[Document | Failure]

DATE_LINE = re.compile(r"\s*date\s+(\d{4}-\d{2}-\d{2})(?:[^\S\n]+(.*))?\s*", re.IGNORECASE)


def read_path(path: Path, *, conflict: str | None = None, kind: Kind | None = None) -> Read:
    """Yield the documents of a file, or of every file in a folder and the folders in it, by name.

    `conflict` and `kind` outrank what the files say. What cannot be read is a Failure, and the rest goes on.
    """
    if is_folder(path):
        files = sorted(file for file in path.rglob("*") if file.is_file() and not hidden(file, path))
        if not files:
            yield Failure(name_of(path), "There is no file in the folder.")
        for file in files:
            yield from read_path(file, conflict=conflict, kind=kind)
        return
    for document in read_file(path):
        if isinstance(document, Document):
            document = replace(document, conflict=conflict or document.conflict, kind=kind or document.kind)
        yield document


def is_folder(path: Path) -> bool:
    """Return whether the path leads to a folder; one that the system refuses leads to none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def name_of(path: Path) -> str:
    """Return the path as text that can be printed and stored, whatever bytes are in it."""
    return str(path).encode(errors="replace").decode()


def hidden(file: Path, folder: Path) -> bool:
    """Return whether a file, or a folder between it and `folder`, has a name that begins with a full stop."""
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def read_file(path: Path) -> Read:
    """Yield the documents of one file, by the ending of its name."""
    reader = READERS.get(path.suffix.lower())
    try:
        check_file(path)
        if reader is None:
            raise NotReadable(f"Its kind is not known: a file to read ends in {', '.join(READERS)}.")
        yield from reader(path)
    except NotReadable as error:
        yield Failure(name_of(path), str(error))
    except OSError as error:
        yield Failure(name_of(path), f"It cannot be opened: {error.strerror or error}.")


def read_text(path: Path) -> Read:
    """Yield the document of a text file, whose first line may be `date YYYY-MM-DD Title`."""
    text = clean_text(decode(read_bytes(path)))
    first, _, rest = text.partition("\n")
    match = DATE_LINE.fullmatch(first)
    if match is None:
        yield make_document(text, name_of(path))
    elif (published := read_day(match[1])) is None:
        yield Failure(
            name_of(path), f"Its first line gives {match[1]} as the date, which is no day of the calendar."
        )
    else:
        yield make_document(rest, name_of(path), published=published, title=match[2] or "")


def read_page(path: Path) -> Read:
    """Yield the article of a web page that was saved as a file."""
    yield read_article(read_bytes(path), name_of(path))


def read_json_lines(path: Path) -> Read:
    """Yield the documents of a file with one JSON object a line, in the format of the gold set."""
    with path.open("rb") as lines:
        for where, line in read_lines(lines, name_of(path)):
            try:
                yield from_fields(parse_line(line), where)
            except NotReadable as error:
                yield Failure(where, str(error))


def read_table(path: Path) -> Read:
    """Yield the documents of a CSV file, whose columns are named as the keys of a JSON line."""
    lines = decode(read_bytes(path)).splitlines(keepends=True)
    csv.field_size_limit(LARGEST)
    rows = csv.DictReader(lines, strict=True)
    try:
        if "text" not in (rows.fieldnames or ()):
            raise NotReadable("Its first line names no column `text`.")
        for row in rows:
            where = f"{path}:{rows.line_num}"
            try:
                yield from_fields({key: value for key, value in row.items() if key and value}, where)
            except NotReadable as error:
                yield Failure(where, str(error))
    except csv.Error as error:
        yield Failure(f"{path}:{rows.line_num}", f"It is not CSV: {error}.")


def check_file(path: Path) -> None:
    """Raise NotReadable if the path leads to no file, or to an empty or a binary one."""
    if not path.exists():
        raise NotReadable("There is no such file or folder.")
    if not path.is_file():
        raise NotReadable("It is neither a file nor a folder.")
    with path.open("rb") as file:
        start = file.read(4096)
    if not start.strip():
        raise NotReadable("It is empty.")
    if b"\0" in start and not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise NotReadable("It is a binary file, not text.")


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises NotReadable if there are too many, OSError if it will not open."""
    if path.stat().st_size > LARGEST:
        raise NotReadable(f"It is larger than {LARGEST / 1e6:g} MB.")
    return path.read_bytes()


READERS: Mapping[str, Callable[[Path], Read]] = {
    ".txt": read_text,
    ".html": read_page,
    ".htm": read_page,
    ".jsonl": read_json_lines,
    ".csv": read_table,
}
