"""Classes of claims by the keys that they share, with no key costing more than a few comparisons a class.

Under most keys are a handful of classes, and all are compared. A crowd (ten thousand tellings of one strike)
is compared with a few leaders alone: the classes of the least names, whatever the order of arrival. What is
told of again weeks later is known by what few speak of: a crowd under such a key is not compared by it.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.disputes.blocks import is_late

LARGE = 100  # classes; more under one key are a crowd
LEADERS = 16
RARE = 40  # classes; more under a key of what is told again late are one
Shared = tuple[str, ...]


class Crowds:
    """The classes under each key; their names are digests, so that the least are any."""

    def __init__(self) -> None:
        self.keys: dict[str, frozenset[Shared]] = {}
        self.members: dict[Shared, list[str]] = defaultdict(list)
        self.leaders: dict[Shared, list[str]] = {}

    def add(self, name: str, keys: Iterable[Shared]) -> set[str]:
        """Add a class under its keys; return the classes that are compared with fewer than before."""
        self.keys[name] = frozenset(keys)
        fewer: set[str] = set()
        for key in self.keys[name]:
            members = self.members[key]
            members.append(name)
            leaders = self.leaders.get(key)
            if leaders and name < leaders[-1]:
                insort(leaders, name)
                fewer.add(leaders.pop())
            elif leaders is None and len(members) > (RARE if is_late(key) else LARGE):
                self.leaders[key] = [] if is_late(key) else sorted(members)[:LEADERS]
                fewer.update(members)
        return fewer

    def compared(self, name: str) -> list[str]:
        """Return the classes that one is compared with, in the order of their names."""
        found: set[str] = set()
        for key in self.keys[name]:
            leaders = self.leaders.get(key)
            found.update(self.members[key] if leaders is None or leads(leaders, name) else leaders)
        return sorted(found - {name})

    def near(self, one: str, other: str) -> bool:
        """Return whether two classes that were compared still are, now that others may lead their crowds."""
        shared = self.keys[one] & self.keys[other]
        return any((lead := self.leaders.get(key)) is None or leads(lead, min(one, other)) for key in shared)

    def crowded(self, name: str) -> bool:
        """Return whether a class stands in a crowd."""
        return any(key in self.leaders for key in self.keys[name])


def leads(leaders: Sequence[str], name: str) -> bool:
    """Return whether a class is one of the leaders of a crowd."""
    return bool(leaders) and name <= leaders[-1]
