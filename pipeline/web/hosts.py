"""Keeps its distance from each host: a delay between two requests, and none to one that is not well."""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.web.answers import Unreachable
from pipeline.web.manners import Manners

Rest = Callable[[int | float], None]
"""Waits for some seconds."""


def sleep(seconds: int | float) -> None:
    """Wait, whatever happens."""
    time.sleep(seconds)


@dataclass
class Hosts:
    """What is remembered of the hosts while the web is open; times are of time.monotonic."""

    manners: Manners
    rest: Rest
    next: dict[str, float] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    left: dict[str, str] = field(default_factory=dict)

    def check(self, host: str) -> None:
        """Raise Unreachable if a host is left alone."""
        if host in self.left:
            raise Unreachable(self.left[host], again=True, host_left=True)

    def wait(self, host: str, delay: float) -> None:
        """Wait until a host may be asked again, and keep `delay` seconds, or our own delay, from now on."""
        pause = self.next.get(host, 0.0) - time.monotonic()
        if pause > 0:
            self.rest(pause)
        self.next[host] = time.monotonic() + min(max(self.manners.delay, delay), self.manners.longest_wait)

    def well(self, host: str) -> None:
        """Remember that a host answers."""
        self.failed[host] = 0

    def unwell(self, host: str, error: Unreachable) -> None:
        """Remember that a host failed for now; leave it alone if it asks for it, or fails again and again."""
        self.failed[host] += 1
        if error.after is not None and error.after > 0:
            self.left[host] = f"{error} Its server asks to be left alone for now."
        elif self.failed[host] >= self.manners.failures:
            self.left[host] = f"Its server failed {self.failed[host]} times in a row: it is left alone."
