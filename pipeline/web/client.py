"""Asks an address and reads its answer: through redirects, again after a failure, and within all limits."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, stop_after_delay
from tenacity.wait import wait_exponential_jitter

from pipeline.web.answers import Fetch, Fetched, Known, Unreachable, cause, status
from pipeline.web.hosts import Hosts, Rest, sleep
from pipeline.web.manners import AGENT, Manners
from pipeline.web.robots import Robots
from pipeline.web.wire import Clock, Guarded

ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "*/*;q=0.5"
)
PACKINGS = ("gzip", "deflate")
TRANSIENT = {408, 425, 429, 500, 502, 503, 504}
NO_ADDRESS = "It is not a web address: one begins with http:// or https://."


@contextmanager
def open_web(manners: Manners | None = None, rest: Rest = sleep) -> Iterator[Fetch]:
    """Give a function that fetches an address, on connections which it keeps until the block ends.

    `rest` is how it waits between requests, so that a wait can be broken off. The function raises
    Unreachable.
    """
    manners = manners or Manners()
    clock = Clock()
    headers = {"User-Agent": manners.agent, "Accept": ACCEPT, "Accept-Language": "en"}
    headers["Accept-Encoding"] = ", ".join(PACKINGS)
    transport = Guarded(clock, manners.allow_private)
    with httpx.Client(headers=headers, timeout=manners.patience, transport=transport) as client:
        asker = Asker(client, clock, manners, rest)
        try:
            yield asker.fetch
        finally:
            del asker.robots  # they hold each other, and 150 kB of certificates, until garbage is looked for


class Asker:
    """Asks addresses, one after the other."""

    def __init__(self, client: httpx.Client, clock: Clock, manners: Manners, rest: Rest) -> None:
        self.client, self.clock, self.manners, self.rest = client, clock, manners, rest
        self.hosts = Hosts(manners, rest)
        self.host = ""  # the host that is being asked
        self.robots = Robots(AGENT, lambda address: self.fetch(address, obeying=False))

    def fetch(self, address: str, known: Known | None = None, obeying: bool = True) -> Fetched:
        """Return the answer of an address, asked again if it fails for now. Raises Unreachable."""
        asking = Retrying(
            stop=stop_after_attempt(self.manners.attempts) | stop_after_delay(self.manners.deadline),
            wait=self.pause,
            retry=retry_if_exception(self.is_worth_waiting),
            sleep=self.rest,
            reraise=True,
        )
        try:
            return asking(self.once, address, known, obeying)
        except Unreachable as error:
            if error.again and not error.host_left:
                self.hosts.unwell(self.host, error)
            raise

    def is_worth_waiting(self, error: BaseException) -> bool:
        """Return whether to ask again in this run."""
        if not isinstance(error, Unreachable) or not error.again or error.host_left:
            return False
        return (error.after or 0.0) <= self.manners.longest_wait

    def pause(self, state: RetryCallState) -> float:
        """Return the seconds to wait: what the server asks for, else twice as long every time."""
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, Unreachable) and error.after is not None:
            return error.after
        backoff = self.manners.backoff
        return wait_exponential_jitter(multiplier=backoff, max=self.manners.longest_wait, jitter=backoff / 2)(
            state
        )

    def once(self, address: str, known: Known | None, obeying: bool) -> Fetched:
        """Return the answer of an address, asked once. Raises Unreachable."""
        try:
            request = self.client.build_request("GET", address, headers=conditions(known))
        except (httpx.InvalidURL, UnicodeError, ValueError, TypeError) as error:
            raise Unreachable(NO_ADDRESS) from error
        left = self.manners.deadline
        for hop in range(self.manners.redirects + 1):
            self.prepare(request, obeying, hop)
            start = time.monotonic()
            self.clock.until = start + left
            try:
                found = self.answer(request)
            except httpx.HTTPError as error:
                found = self.explained(error)
            except UnicodeError as error:
                raise Unreachable(NO_ADDRESS) from error
            left -= time.monotonic() - start
            if isinstance(found, Unreachable):
                raise found
            self.hosts.well(self.host)
            if isinstance(found, Fetched):
                return found
            request = found
        raise Unreachable(f"It sends one on more than {self.manners.redirects} times.")

    def prepare(self, request: httpx.Request, obeying: bool, hop: int) -> None:
        """Wait until the host of a request may be asked. Raises Unreachable."""
        url = request.url
        if url.scheme not in ("http", "https") or not url.host:
            raise Unreachable(
                f"It sends one on to what is no web address ({url.scheme}:)." if hop else NO_ADDRESS
            )
        self.host = url.host
        self.hosts.check(url.host)
        delay = 0.0
        if obeying:
            delay = self.robots.check(f"{url.scheme}://{url.netloc.decode('ascii')}", str(url))
            self.host = url.host
        self.hosts.wait(url.host, delay)

    def answer(self, request: httpx.Request) -> Fetched | httpx.Request | Unreachable:
        """Return the answer to a request, or the request that it leads on to, or why there is none."""
        response = self.client.send(request, stream=True)
        try:
            if response.next_request is not None:
                return response.next_request
            if response.status_code == httpx.codes.NOT_MODIFIED:
                if not {"if-none-match", "if-modified-since"} & {*request.headers}:
                    return Unreachable("It answers 304 Not Modified, though nothing was read of it before.")
                return fetched(response, b"", unchanged=True)
            if not response.is_success:
                again = response.status_code in TRANSIENT
                return Unreachable(
                    f"It answers {status(response.status_code)}.",
                    code=response.status_code,
                    again=again,
                    after=retry_after(response.headers.get("Retry-After", "")) if again else None,
                )
            return self.read(response)
        finally:
            response.close()

    def read(self, response: httpx.Response) -> Fetched | Unreachable:
        """Return an answer with its content, or why that is not taken."""
        largest = self.manners.largest
        packing = response.headers.get("Content-Encoding", "identity").strip().lower()
        if packing not in (*PACKINGS, "identity", ""):  # packed twice, a small answer could fill the memory
            return Unreachable(f"The answer is packed in a way that was not asked for ({packing[:40]}).")
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > largest:
                return Unreachable(f"The answer is larger than {largest / 1e6:g} MB.")
            if time.monotonic() > self.clock.until:
                return Unreachable(
                    f"The answer took longer than {self.manners.deadline:g} seconds.", again=True
                )
        return fetched(response, bytes(content))

    def explained(self, error: httpx.HTTPError) -> Unreachable:
        """Return the reason that an error of httpx stands for."""
        if isinstance(error, httpx.TimeoutException):
            if time.monotonic() >= self.clock.until:
                return Unreachable(
                    f"The answer took longer than {self.manners.deadline:g} seconds.", again=True
                )
            return Unreachable(f"It did not answer within {self.manners.patience:g} seconds.", again=True)
        if isinstance(error, httpx.UnsupportedProtocol):
            return Unreachable(NO_ADDRESS)
        if isinstance(error, httpx.ConnectError):
            secure = "certificate" in str(error) or "SSL" in str(error)
            return Unreachable(f"It cannot be reached: {cause(error)}.", again=not secure)
        if isinstance(error, httpx.DecodingError):
            return Unreachable(f"The answer cannot be unpacked: {cause(error)}.")
        return Unreachable(f"The answer broke off: {cause(error)}.", again=True)


def fetched(response: httpx.Response, content: bytes, unchanged: bool = False) -> Fetched:
    """Return what was answered."""
    return Fetched(
        address=str(response.url),
        content=content,
        content_type=response.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
        charset=response.charset_encoding,
        time=datetime.now(UTC).replace(microsecond=0),
        headers=tuple(response.headers.multi_items()),
        unchanged=unchanged,
    )


def conditions(known: Known | None) -> dict[str, str]:
    """Return the headers that ask only for what has changed."""
    wanted = {"If-None-Match": known and known.etag, "If-Modified-Since": known and known.modified}
    return {name: value for name, value in wanted.items() if value and value.isascii()}


def retry_after(value: str) -> float | None:
    """Return the seconds that a server asks to wait: it gives them, or the time of their end."""
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        end = parsedate_to_datetime(value)
        return max((end.astimezone(UTC) - datetime.now(UTC)).total_seconds(), 0.0)
    except (ValueError, TypeError, OverflowError):
        return None
