"""The fetched bytes of documents, in compressed WARC files in a folder beside the database, one for each run.

A record is on the disk before the row that names it is written. A file that breaks off in the middle of a
record harms nothing: no row names that record, and the next run begins a new file.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from sqlite_utils import Database
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from db.errors import DatabaseError
from db.record_rows import STAMP
from db.rows import Row
from db.writing import path_of

PACKED = {"content-encoding", "transfer-encoding", "content-length"}  # true of what came, not of what is kept


class ArchiveDamaged(DatabaseError):
    """A record of the archive is missing or is not what it was; the message is one sentence."""


class Archive:
    """Keeps what one run has fetched; the file is made with the first record."""

    def __init__(self, folder: Path, run: int) -> None:
        self.folder = folder
        self.name = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{run:06}-{os.getpid()}.warc.gz"
        self.file: BinaryIO | None = None

    def keep(self, capture: Mapping[str, Any]) -> Row:
        """Write a record with the address, time, headers and content of a capture, and see it to the disk.

        Returns where it is: file, offset, size, sha256. Raises DatabaseError if the disk does not take it.
        """
        content: bytes = capture["content"]
        try:
            if self.file is None:
                self.folder.mkdir(exist_ok=True)
                self.file = (self.folder / self.name).open("xb")
                write(self.file, "warcinfo", self.name, b"software: ceasefire-claims\r\n", {})
            offset = self.file.tell()
            headers = StatusAndHeaders("200 OK", kept(capture["headers"], len(content)), protocol="HTTP/1.1")
            date = {"WARC-Date": capture["time"].astimezone(UTC).strftime(STAMP)}
            write(self.file, "response", capture["address"], content, date, headers)
            self.file.flush()
            os.fsync(self.file.fileno())
        except OSError as error:
            raise DatabaseError(
                f"{self.folder / self.name} cannot be written: {error.strerror or error}."
            ) from error
        where = {"file": self.name, "offset": offset, "size": len(content)}
        return {**where, "sha256": hashlib.sha256(content).hexdigest()}

    def close(self) -> None:
        """Close the file, if there is one."""
        if self.file is not None:
            self.file.close()


def write(
    file: BinaryIO,
    kind: str,
    address: str,
    content: bytes,
    headers: dict[str, str],
    http: StatusAndHeaders | None = None,
) -> None:
    """Write one record."""
    writer = WARCWriter(file, gzip=True)
    writer.write_record(
        writer.create_warc_record(
            address, kind, payload=BytesIO(content), http_headers=http, warc_headers_dict=headers
        )
    )


def kept(headers: tuple[tuple[str, str], ...], size: int) -> list[tuple[str, str]]:
    """Return the headers of an answer for its unpacked content: those on the packing under another name."""
    found = []
    for name, value in headers:
        prefix = "X-Archive-Orig-" if name.lower() in PACKED else ""
        found.append((prefix + re.sub(r"[^\w-]", "", name), " ".join(value.split())))
    return [*found, ("Content-Length", str(size))]


@contextmanager
def archive_of(db: Database, run: int) -> Iterator[Archive]:
    """Give the archive of a run, and close it in the end."""
    archive = Archive(folder_of(path_of(db)), run)
    try:
        yield archive
    finally:
        archive.close()


def folder_of(database: Path) -> Path:
    """Return the folder of archives that belongs to a database: db/claims.db has db/claims.warc."""
    return database.with_suffix(".warc")


def read_capture(folder: Path, capture: Mapping[str, Any]) -> bytes:
    """Return the content of a row of captures. Raises ArchiveDamaged if it is not what it was."""
    where = f"{folder / capture['file']} at {capture['offset']}"
    try:
        with (folder / Path(capture["file"]).name).open("rb") as file:
            file.seek(capture["offset"])
            record = next(iter(ArchiveIterator(file)))
            address = record.rec_headers.get_header("WARC-Target-URI")
            content: bytes = record.raw_stream.read(capture["size"] + 1)
    except FileNotFoundError as error:
        raise ArchiveDamaged(f"{folder / capture['file']} is missing.") from error
    except Exception as error:  # warcio trusts its files: damaged ones set off anything
        raise ArchiveDamaged(f"{where}: no record can be read there.") from error
    if address != capture["address"]:
        raise ArchiveDamaged(f"{where}: the record is of another address.")
    if hashlib.sha256(content).hexdigest() != capture["sha256"]:
        raise ArchiveDamaged(f"{where}: the bytes are not those that were fetched.")
    return content
