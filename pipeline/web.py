"""Fetches an address: the only module that opens a socket."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

import httpx

from pipeline.documents import LARGEST

PATIENCE = 20.0
"""Seconds that a server may stay silent."""

DEADLINE = 60.0
"""Seconds that a whole answer may take."""

REDIRECTS = 10

HEADERS = {
    "User-Agent": "ceasefire-claims/0.1 (reads news feeds and articles)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5",
    "Accept-Language": "en",
}


class Unreachable(Exception):
    """An address did not give what was asked of it; the message is one sentence that says why."""


@dataclass(frozen=True)
class Fetched:
    """What an address answered: `address` is the last of all redirects, `content_type` has no parameters."""

    address: str
    content: bytes
    content_type: str
    charset: str | None
    time: datetime


Fetch = Callable[[str], Fetched]


@contextmanager
def open_web(
    patience: float = PATIENCE, deadline: float = DEADLINE, largest: int = LARGEST
) -> Iterator[Fetch]:
    """Give a function that fetches an address, on connections which it keeps until the block ends.

    The function raises Unreachable.
    """
    with httpx.Client(
        headers=HEADERS, timeout=patience, follow_redirects=True, max_redirects=REDIRECTS, http2=True
    ) as client:

        def fetch(address: str) -> Fetched:
            try:
                return answer(client, address, deadline, largest)
            except httpx.TimeoutException as error:
                raise Unreachable(f"It did not answer within {patience:g} seconds.") from error
            except (httpx.UnsupportedProtocol, httpx.InvalidURL, UnicodeError) as error:
                raise Unreachable("It is not a web address: one begins with http:// or https://.") from error
            except httpx.TooManyRedirects as error:
                raise Unreachable(f"It sends one on more than {REDIRECTS} times.") from error
            except httpx.ConnectError as error:
                raise Unreachable(f"It cannot be reached: {cause(error)}.") from error
            except httpx.HTTPError as error:
                raise Unreachable(f"The answer broke off: {cause(error)}.") from error

        yield fetch


def answer(client: httpx.Client, address: str, deadline: float, largest: int) -> Fetched:
    """Return what the address answers. Raises Unreachable or an error of httpx."""
    end = time.monotonic() + deadline
    with client.stream("GET", address) as response:
        if not response.is_success:
            raise Unreachable(f"It answers {status(response.status_code)}.")
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > largest:
                raise Unreachable(f"The answer is larger than {largest / 1e6:g} MB.")
            if time.monotonic() > end:
                raise Unreachable(f"The answer took longer than {deadline:g} seconds.")
        return Fetched(
            address=str(response.url),
            content=bytes(content),
            content_type=response.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
            charset=response.charset_encoding,
            time=datetime.now(UTC).replace(microsecond=0),
        )


def status(code: int) -> str:
    """Return a status with its name: status(404) == "404 Not Found"."""
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)


def cause(error: Exception) -> str:
    """Return what an error of the network says, without its number and its final full stop."""
    return str(error).partition("]")[2].strip().rstrip(".") or str(error).rstrip(".") or type(error).__name__
