"""Reads feeds again and again, alone, until it is told to stop."""

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from filelock import FileLock, Timeout

from pipeline.errors import BadSource
from pipeline.sources import Items

STEP = 0.5  # seconds after which somebody who waits looks whether he is to stop
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class Busy(Exception):
    """Another program of this kind is at work on the same database; the message says so."""


class Stopped(Exception):
    """A wait was broken off, since everything is to stop."""


class Stop:
    """Whether it is time to stop: from the first SIGTERM or Ctrl-C on, it is."""

    def __init__(self) -> None:
        self.told = False

    def listen(self) -> None:
        """Take SIGTERM and Ctrl-C for a request to stop."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.tell)

    def tell(self, number: int, frame: FrameType | None) -> None:
        """Remember that it is time to stop."""
        self.told = True

    def rest(self, seconds: int | float) -> None:
        """Wait. Raises Stopped."""
        end = time.monotonic() + seconds
        while not self.told and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, STEP))
        if self.told:
            raise Stopped

    def before(self, items: Items) -> Items:
        """Yield the items until it is time to stop."""
        try:
            for item in items:
                yield item
                if self.told:
                    return
        except Stopped:
            return


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Hold the lock of a database, which the system lets go of however the program ends. Raises Busy."""
    path = database.with_suffix(".lock")
    try:
        with FileLock(path, timeout=0):
            yield
    except Timeout as error:
        raise Busy(f"Another `watch` is at work on {database}: this one leaves.") from error
    except OSError as error:
        raise BadSource(f"{path} cannot be locked: {error.strerror or error}.") from error


def seconds_of(every: str) -> float:
    """Return the seconds of a stretch of time: seconds_of("90m") == 5400. Raises BadSource."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd])", every.strip())
    if match is None or float(match[1]) <= 0:
        raise BadSource(f"{every!r} is no stretch of time: write it as 90s, 30m, 1h or 1d.")
    return float(match[1]) * UNITS[match[2]]
