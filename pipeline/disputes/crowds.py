"""Classes of claims by the keys that they share, with no key costing more than a few comparisons a class.

Under most keys are a handful of classes, and all are compared. A crowd (ten thousand tellings of one strike)
is compared with a few leaders alone: the classes with the least digests, whatever the order of arrival.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b

LARGE = 200  # classes; more under one key are a crowd
LEADERS = 16
Shared = tuple[str, ...]


class Crowds:
    """The classes under each key."""

    def __init__(self) -> None:
        self.keys: dict[str, frozenset[Shared]] = {}
        self.members: dict[Shared, list[str]] = defaultdict(list)
        self.leaders: dict[Shared, list[tuple[bytes, str]]] = {}

    def add(self, name: str, keys: Sequence[Shared]) -> list[str]:
        """Add a class under its keys; return those that it is to be compared with, in the order of their
        names."""
        self.keys[name] = frozenset(keys)
        found: set[str] = set()
        for key in self.keys[name]:
            members = self.members[key]
            found.update(members if self.joins(name, key) else (one for _, one in self.leaders[key]))
            members.append(name)
            if len(members) == LARGE + 1:
                self.leaders[key] = sorted((digest(one), one) for one in members)[:LEADERS]
        return sorted(found - {name})

    def joins(self, name: str, key: Shared) -> bool:
        """Return whether a new class is compared with all under a key: no crowd, or it comes to lead it."""
        leaders = self.leaders.get(key)
        if leaders is None:
            return True
        if (digest(name), name) > leaders[-1]:
            return False
        insort(leaders, (digest(name), name))
        leaders.pop()
        return True

    def near(self, one: str, other: str) -> bool:
        """Return whether two classes are still compared, now that others may lead their crowds."""
        crowded = False
        for key in self.keys[one] & self.keys[other]:
            leaders = self.leaders.get(key)
            if leaders is None or (digest(one), one) <= leaders[-1] or (digest(other), other) <= leaders[-1]:
                return True
            crowded = True
        return not crowded

    def crowded(self, name: str) -> bool:
        """Return whether a class stands in a crowd."""
        return any(key in self.leaders for key in self.keys[name])


def digest(name: str) -> bytes:
    """Return what the classes of a crowd are put in order by."""
    return blake2b(name.encode(), digest_size=8).digest()
