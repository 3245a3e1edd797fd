"""How a server is asked: how often, how long is waited, how much is taken, and as whom."""

from dataclasses import dataclass

from pipeline.documents import LARGEST
from pipeline.version import PROGRAM


@dataclass(frozen=True)
class Manners:
    """Times in seconds, sizes in bytes. `deadline` holds for one answer with all its redirects.

    `largest` holds for the unpacked answer. `delay` is kept between two requests to one host, or what its
    robots.txt asks for, up to `longest_wait`; for longer nobody waits, and the host is left alone.
    `failures` in a row after which a host is left alone. `allow_private`: addresses of inner networks, too.
    """

    patience: float = 20.0
    deadline: float = 60.0
    largest: int = LARGEST
    redirects: int = 10
    delay: float = 1.0
    attempts: int = 3
    backoff: float = 2.0
    longest_wait: float = 60.0
    failures: int = 3
    allow_private: bool = False
    contact: str = ""

    @property
    def agent(self) -> str:
        """The name by which the program goes, with where to reach who runs it, if that was given."""
        contact = " ".join(self.contact.split()).encode("ascii", "ignore").decode()
        return (
            f"{AGENT}/{PROGRAM} (reads news feeds and articles{f'; contact: {contact}' if contact else ''})"
        )


AGENT = "ceasefire-claims"
"""The name that a robots.txt may address."""
