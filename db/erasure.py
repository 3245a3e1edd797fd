"""Takes the bytes of a record out of the archive: one that says so is written over it, of the same length.

So the records after it stay where their rows say, and a run may go on adding to the file meanwhile.
"""

import os
import struct
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

from db.archive import ArchiveDamaged
from db.errors import DatabaseError
from db.record_rows import STAMP

AT_ONCE = 1 << 16  # bytes that are read
LARGEST_BLOCK = 0xFFFF  # bytes in a block that is not compressed, as gzip has it
BLOCK_HEAD, MEMBER_HEAD = 5, b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
AROUND = len(MEMBER_HEAD) + 8
NOTE = b"note: The record that stood here was removed.\r\n"


def erase(folder: Path, capture: Mapping[str, Any]) -> None:
    """Overwrite the record of a row of captures, and see it to the disk; a missing file holds nothing.

    Raises ArchiveDamaged if no record can be read there, DatabaseError if the file cannot be written to.
    """
    path = folder / Path(capture["file"]).name
    try:
        with path.open("r+b") as file:
            length = length_of(file, capture["offset"])
            file.seek(capture["offset"])
            file.write(empty_record(length))
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    except OSError as error:
        raise DatabaseError(f"{path} cannot be written: {error.strerror or error}.") from error
    except (zlib.error, ValueError) as error:
        raise ArchiveDamaged(f"{path} at {capture['offset']}: no record can be read there.") from error


def length_of(file: BinaryIO, offset: int) -> int:
    """Return how many bytes the packed record at an offset has. Raises zlib.error or ValueError."""
    file.seek(offset)
    unpacked, length = zlib.decompressobj(wbits=31), 0
    while not unpacked.eof:
        read = file.read(AT_ONCE)
        if not read:
            raise ValueError("the record breaks off")
        length += len(read)
        waiting = read
        while waiting and not unpacked.eof:  # bit by bit, for what is packed well would fill the memory
            unpacked.decompress(waiting, AT_ONCE)
            waiting = unpacked.unconsumed_tail
    return length - len(unpacked.unused_data)


def empty_record(length: int) -> bytes:
    """Return a packed WARC record that is so long and holds a note alone. Raises ValueError if it is less."""
    blocks = -(-(length - AROUND) // (LARGEST_BLOCK + BLOCK_HEAD))
    size = length - AROUND - BLOCK_HEAD * blocks
    head = (
        f"WARC/1.0\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:{uuid4()}>\r\n"
        f"WARC-Date: {datetime.now(UTC):{STAMP}}\r\nContent-Type: application/warc-fields\r\n"
    ).encode()
    ends = b"\r\n" * 2
    room = size - len(head) - len(b"Content-Length: 0123456789") - 2 * len(ends)
    if room < len(NOTE):
        raise ValueError("the record is too short")
    record = head + f"Content-Length: {room:010}".encode() + ends + NOTE.ljust(room) + ends
    packed = [MEMBER_HEAD]
    for number in range(blocks):
        block = record[number * LARGEST_BLOCK : (number + 1) * LARGEST_BLOCK]
        packed.append(struct.pack("<BHH", number == blocks - 1, len(block), len(block) ^ 0xFFFF) + block)
    packed.append(struct.pack("<LL", zlib.crc32(record), len(record)))
    return b"".join(packed)
