"""Reads documents from files of all kinds, and from folders of them."""

import codecs
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.articles import read_article
from pipeline.documents import LARGEST, clean_text
from pipeline.fields import NotReadable, decode, from_fields
from pipeline.mails import read_mail
from pipeline.records import Document, Failure, Kind
from pipeline.tables import Columns, read_json_lines, read_table
from pipeline.textheads import read_head
from pipeline.warcs import read_wacz, read_warc

Read = Iterator[Document | Failure]


def read_path(
    path: Path, *, conflict: str | None = None, kind: Kind | None = None, columns: Columns | None = None
) -> Read:
    """Yield the documents of a file, or of every file in a folder and the folders in it, by name.

    `conflict` and `kind` outrank what the files say; `columns` are those of CSV files. What cannot be read is
    a Failure, and the rest goes on. A link to a folder is not followed, for it may lead in a circle.
    """
    if is_folder(path):
        files = files_in(path)
        if not files:
            yield Failure(name_of(path), "There is no file in the folder.")
        for file in files:
            yield from read_path(file, conflict=conflict, kind=kind, columns=columns)
        return
    for document in read_file(path, columns or {}):
        if isinstance(document, Document):
            document = replace(document, conflict=conflict or document.conflict, kind=kind or document.kind)
        yield document


def files_in(folder: Path) -> list[Path]:
    """Return the files in a folder and the folders in it, by name, without the hidden ones."""
    return sorted(file for file in folder.rglob("*") if file.is_file() and not hidden(file, folder))


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


def read_file(path: Path, columns: Columns) -> Read:
    """Yield the documents of one file, by the ending of its name."""
    name = name_of(path)
    ending = next((ending for ending in ENDINGS if path.name.lower().endswith(ending)), None)
    try:
        check_file(path, binary=ending in PACKED)
        if ending is None:
            raise NotReadable(f"Its kind is not known: a file to read ends in {', '.join(ENDINGS)}.")
        if ending == ".csv":
            yield from read_table(path, name, columns)
        else:
            yield from READERS[ending](path, name)
    except NotReadable as error:
        yield Failure(name, str(error))
    except OSError as error:
        yield Failure(name, f"It cannot be opened: {error.strerror or error}.")


def read_text(path: Path, name: str) -> Read:
    """Yield the document of a text file, whose first lines may say what it is. Raises NotReadable."""
    yield from_fields(read_head(clean_text(decode(read_bytes(path)))), name)


def read_page(path: Path, name: str) -> Read:
    """Yield the article of a web page that was saved as a file."""
    yield read_article(read_bytes(path), name)


def read_saved_mail(path: Path, name: str) -> Read:
    """Yield the text of a mail that was saved as a file."""
    yield read_mail(read_bytes(path), name)


def check_file(path: Path, binary: bool = False) -> None:
    """Raise NotReadable if the path leads to no file, to an empty one, or to a binary one unless `binary`."""
    if not path.exists():
        raise NotReadable("There is no such file or folder.")
    if not path.is_file():
        raise NotReadable("It is neither a file nor a folder.")
    with path.open("rb") as file:
        start = file.read(4096)
    if not start.strip():
        raise NotReadable("It is empty.")
    if not binary and b"\0" in start and not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise NotReadable("It is a binary file, not text.")


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises NotReadable if there are too many, OSError if it will not open."""
    if path.stat().st_size > LARGEST:
        raise NotReadable(f"It is larger than {LARGEST / 1e6:g} MB.")
    return path.read_bytes()


READERS: Mapping[str, Callable[[Path, str], Read]] = {
    ".txt": read_text,
    ".html": read_page,
    ".htm": read_page,
    ".eml": read_saved_mail,
    ".jsonl": read_json_lines,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".wacz": read_wacz,
}
ENDINGS = (*READERS, ".csv")
PACKED = (".warc", ".warc.gz", ".wacz", ".eml")  # may hold what is no text
