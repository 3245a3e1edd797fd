"""What comes of asking an address: its answer, or the reason why there is none."""

import re
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Protocol


class Unreachable(Exception):
    """An address did not give what was asked of it; the message is one sentence that says why.

    `code`: the status that it answered with. `again`: it may answer another time. `after`: the seconds for
    which its server asks to be left alone. `host_left`: its whole host is left alone for now.
    """

    def __init__(
        self,
        reason: str,
        *,
        code: int | None = None,
        again: bool = False,
        after: float | None = None,
        host_left: bool = False,
    ) -> None:
        super().__init__(reason)
        self.code = code
        self.again = again
        self.after = after
        self.host_left = host_left


@dataclass(frozen=True)
class Known:
    """What an earlier answer of an address said, for asking whether it has changed since."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True)
class Fetched:
    """What an address answered: `address` is the last of all redirects, `content_type` has no parameters.

    `content` is unpacked; `headers` are as they came. `unchanged`: it is as it was, and came without content.
    """

    address: str
    content: bytes
    content_type: str
    charset: str | None
    time: datetime
    headers: tuple[tuple[str, str], ...] = ()
    unchanged: bool = False

    @property
    def known(self) -> Known:
        """What to ask with the next time."""
        named = {name.lower(): value for name, value in self.headers}
        return Known(named.get("etag"), named.get("last-modified"))


class Fetch(Protocol):
    """Fetches an address, unless it is as `known`. Raises Unreachable."""

    def __call__(self, address: str, known: Known | None = None) -> Fetched:
        """Return the answer."""


def status(code: int) -> str:
    """Return a status with its name: status(404) == "404 Not Found"."""
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)


def cause(error: Exception) -> str:
    """Return what an error of the network says, without its number, its place in C and its full stop."""
    words = re.sub(r"^\[[^\]]*\]\s*|\s*\(_ssl\.c:\d+\)", "", str(error)).strip().rstrip(".")
    return words or type(error).__name__
