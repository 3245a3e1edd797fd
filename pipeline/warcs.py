"""Reads the pages in web archives: WARC files, packed or not, and WACZ, a zip of them."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator

from pipeline.articles import read_article
from pipeline.documents import LARGEST
from pipeline.fields import NotReadable
from pipeline.records import Capture, Document, Failure

PAGES = ("text/html", "application/xhtml+xml")
CHUNK = 65536


def read_warc(path: Path, name: str) -> Iterator[Document | Failure]:
    """Yield the articles of the pages in a WARC file."""
    with path.open("rb") as file:
        yield from read_records(file, name)


def read_wacz(path: Path, name: str) -> Iterator[Document | Failure]:
    """Yield the articles of the pages in the WARC files of a WACZ file. Raises NotReadable."""
    try:
        with zipfile.ZipFile(path) as packed:
            inner = [part for part in packed.namelist() if part.endswith((".warc", ".warc.gz"))]
            if not inner:
                raise NotReadable("There is no WARC file in it.")
            for part in inner:
                with packed.open(part) as file:
                    yield from read_records(file, f"{name}/{part}")
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise NotReadable("It is not a WACZ file that can be read.") from error


def read_records(file: IO[bytes], name: str) -> Iterator[Document | Failure]:
    """Yield the article of each page; where the file breaks off or is wrong, a Failure ends it."""
    records = ArchiveIterator(file, check_digests=True)
    number = pages = 0
    try:
        while (record := following(records)) is not None:
            number += 1
            if is_page(record):
                pages += 1
                yield read_record(record, f"{name}, record {number}")
            elif is_short(record):
                raise NotReadable("It is shorter than it says.")
        if records.offset < file.tell():
            raise NotReadable("The file ends in the middle of a record's head.")
    except Exception:  # warcio trusts its files: whatever strange bytes set off, it ends this one and no more
        yield Failure(f"{name}, record {number + 1}", "From here on the archive is broken off or damaged.")
    else:
        if not pages:
            yield Failure(name, "There is no web page in it.")


def following(records: ArchiveIterator) -> Any:
    """Return the next record, None at the end. Raises NotReadable, or whatever warcio runs into."""
    with redirect_stderr(io.StringIO()):  # warcio warns the terminal of what becomes a failure here
        record = next(records, None)
    if record is not None and (record.format != "warc" or record.rec_type is None):
        raise NotReadable("It is no record of a web archive.")
    return record


def is_page(record: Any) -> bool:
    """Return whether a record holds a page that was answered with success."""
    if (
        record.rec_type not in ("response", "resource")
        or record.rec_headers.get_header("WARC-Target-URI") is None
    ):
        return False
    if record.rec_type == "resource":
        return kind_of(record.rec_headers.get_header("Content-Type")) in PAGES
    headers = record.http_headers
    return (
        headers is not None
        and headers.get_statuscode() == "200"
        and (kind_of(headers.get_header("Content-Type")) in PAGES)
    )


def read_record(record: Any, where: str) -> Document | Failure:
    """Return the article of a page."""
    content = bytearray()
    stream = record.content_stream()
    while chunk := stream.read(CHUNK):
        content += chunk
        if len(content) > LARGEST:
            return Failure(where, f"The page is larger than {LARGEST / 1e6:g} MB.")
    if is_short(record):
        return Failure(where, "The record is shorter than it says.")
    if record.digest_checker and record.digest_checker.passed is False:
        return Failure(where, "The record is not what its hash says.")
    address = record.rec_headers.get_header("WARC-Target-URI").strip("<>")
    headers = tuple(record.http_headers.headers) if record.http_headers else ()
    charset = charset_of({name.lower(): value for name, value in headers}.get("content-type", ""))
    time = time_of(record.rec_headers.get_header("WARC-Date") or "")
    capture = Capture(address, time, bytes(content), headers, charset) if time else None
    return read_article(bytes(content), address, address=address, charset=charset, capture=capture)


def is_short(record: Any) -> bool:
    """Return whether a record holds less than it says, having read it to its end."""
    while record.raw_stream.read(CHUNK):
        pass
    return record.rec_headers.get_header("Content-Length") is None or record.raw_stream.limit > 0


def kind_of(content_type: str | None) -> str:
    """Return a content type without its parameters."""
    return (content_type or "").partition(";")[0].strip().lower()


def charset_of(content_type: str) -> str | None:
    """Return the charset that a content type names."""
    _, _, charset = content_type.lower().partition("charset=")
    return charset.partition(";")[0].strip(" \"'") or None


def time_of(written: str) -> datetime | None:
    """Return the time of a record, None if it gives none."""
    try:
        time = datetime.fromisoformat(written)
    except ValueError:
        return None
    return time.replace(tzinfo=time.tzinfo or UTC, microsecond=0)
