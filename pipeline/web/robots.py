"""What a site asks of programs in its robots.txt, read once for each site by protego."""

from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from pipeline.web.answers import Fetched, Unreachable, status

LONGEST = 500_000
"""Bytes of a robots.txt that are read, as RFC 9309 has it."""

FORBIDDEN = "Its site asks programs not to read it (robots.txt)."


@dataclass
class Robots:
    """The rules of the sites met so far, by origin ("https://a.example"); `get` fetches without rules."""

    agent: str
    get: Callable[[str], Fetched]
    rules: dict[str, Protego | Unreachable] = field(default_factory=dict)

    def check(self, origin: str, address: str) -> float:
        """Return the seconds that a site wants between two requests. Raises Unreachable if it forbids one.

        A site without rules allows everything; one whose rules cannot be read for now, nothing.
        """
        if origin not in self.rules:
            self.rules[origin] = self.read(origin)
        rules = self.rules[origin]
        if isinstance(rules, Unreachable):
            raise rules
        if not rules.can_fetch(address, self.agent):
            raise Unreachable(FORBIDDEN)
        return float(rules.crawl_delay(self.agent) or 0.0)

    def read(self, origin: str) -> Protego | Unreachable:
        """Return a site's rules, or why they cannot be read."""
        try:
            answer = self.get(f"{origin}/robots.txt")
        except Unreachable as error:
            if not error.again:
                return Protego.parse("")
            reason = (
                f"Its robots.txt cannot be read: it answers {status(error.code)}." if error.code else error
            )
            return Unreachable(str(reason), again=True, after=error.after, host_left=True)
        text = answer.content[:LONGEST].decode("utf-8", "replace")
        try:
            return Protego.parse(text)
        except Exception:  # rules that break the parser say nothing
            return Protego.parse("")
