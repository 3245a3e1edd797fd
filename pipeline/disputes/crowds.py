"""Classes of claims by the keys that they share, with no key costing more than a few comparisons a class.

Under most keys are a handful of classes, and all are compared. A crowd (ten thousand tellings of one strike)
is compared with a few leaders alone: the classes of the least names, whatever the order of arrival.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable

LARGE = 100  # classes; more under one key are a crowd
LEADERS = 16
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
            if leaders is not None and name < leaders[-1]:
                insort(leaders, name)
                fewer.add(leaders.pop())
            elif leaders is None and len(members) > LARGE:
                self.leaders[key] = sorted(members)[:LEADERS]
                fewer.update(members)
        return fewer

    def compared(self, name: str) -> list[str]:
        """Return the classes that one is compared with, in the order of their names."""
        found: set[str] = set()
        for key in self.keys[name]:
            leaders = self.leaders.get(key)
            found.update(self.members[key] if leaders is None or name <= leaders[-1] else leaders)
        return sorted(found - {name})

    def near(self, one: str, other: str) -> bool:
        """Return whether two classes that were compared still are, now that others may lead their crowds."""
        shared = self.keys[one] & self.keys[other]
        return any((lead := self.leaders.get(key)) is None or min(one, other) <= lead[-1] for key in shared)

    def crowded(self, name: str) -> bool:
        """Return whether a class stands in a crowd."""
        return any(key in self.leaders for key in self.keys[name])
