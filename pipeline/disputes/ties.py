"""The ties between claims and classes of claims: the firm ones, and those that a class follows.

A firm tie holds. Of all others an undated end follows only the best, both ends if both are dated and the tie
is weak: those of what was told in time, of these those to what is dated, and of one day. No more of them are
kept than may be the best of some day. Which they are depends on the classes alone, and not on the order in
which they came.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pipeline.disputes.crowds import Crowds
from pipeline.disputes.days import told_late
from pipeline.disputes.records import Node, Statement, Tie
from pipeline.disputes.same import tie

FOLLOWED = 2  # ties of a class, at most
Ranked = tuple[bool, bool, float, str, str, Tie]
"""A tie after what puts it in order: whether one end was told late, whether neither is dated, its weight from
the greatest, its ends."""


class Ties:
    """The ties that were made, and of these the ones by which claims are of one neighbourhood."""

    def __init__(self, classes: Mapping[str, Statement], crowds: Crowds) -> None:
        self.classes, self.crowds = classes, crowds
        self.holding: dict[Node, dict[Node, Tie]] = defaultdict(dict)
        self.best: dict[str, dict[date | None, list[Ranked]]] = defaultdict(dict)
        self.followed: dict[str, list[Tie]] = {}
        self.left: set[Node] = set()  # what lost a tie; for the caller to clear

    def of(self, node: Node) -> Mapping[Node, Tie]:
        """Return the ties of a node that make a neighbourhood, by their other ends."""
        return self.holding.get(node, {})

    def keep(self, one: Tie) -> None:
        """Keep a tie that holds at both of its ends."""
        self.holding[one.first][one.second] = one
        self.holding[one.second][one.first] = one

    def drop(self, one: Tie) -> None:
        """Drop a tie at both of its ends."""
        if self.holding[one.first].pop(one.second, None):
            self.holding[one.second].pop(one.first, None)
            self.left.update((one.first, one.second))

    def compare(self, name: str) -> None:
        """Tie a new class to those that it is compared with."""
        for one in self.made(name):
            if one.firm:
                self.keep(one)
                continue
            for end in self.following(one):
                if self.put(end, one):
                    self.follow(end)

    def made(self, name: str) -> Iterator[Tie]:
        """Yield the ties of a class to those that it is compared with."""
        for other in self.crowds.compared(name):
            first, second = sorted((name, other))
            found = tie(self.classes[first], self.classes[second])
            if found:
                yield Tie(first, second, found.firm, found.weight, found.why)

    def following(self, one: Tie) -> list[str]:
        """Return the ends of a tie between two classes that may follow it: the undated, both if none is."""
        both = list(map(str, ends(one)))
        return [end for end in both if not self.classes[end].evidence.start] or both

    def put(self, node: str, one: Tie) -> bool:
        """Put a tie among the best of a class; return whether it is one that this now follows."""
        first, second = str(one.first), str(one.second)
        neither = not any(self.classes[str(end)].evidence.start for end in ends(one))
        late = told_late(self.classes[first], self.classes[second])
        ranked = (late, neither, -one.weight, first, second, one)
        other = self.classes[second if node == first else first]
        day = other.evidence.end or other.published
        best = self.best[node].setdefault(day, [])
        if any(known[3:5] == ranked[3:5] for known in best):
            return False
        insort(best, ranked)
        del best[FOLLOWED:]
        return ranked in best and min(map(first_of, self.best[node].values())) == best[0]

    def follow(self, node: str) -> None:
        """Let a class follow the best of its ties."""
        best = min(self.best[node].values(), key=first_of, default=[])
        wanted = [ranked[-1] for ranked in best]
        if self.crowds.crowded(node) and not all(map(self.still, wanted)):
            self.best[node].clear()
            for one in self.made(node):
                if not one.firm:
                    self.put(node, one)
            best = min(self.best[node].values(), key=first_of, default=[])
            wanted = [ranked[-1] for ranked in best]
        before, self.followed[node] = self.followed.get(node, []), wanted
        for one in before:
            if one not in wanted and not any(one in self.followed.get(str(end), ()) for end in ends(one)):
                self.drop(one)
        for one in wanted:
            self.keep(one)

    def still(self, one: Tie) -> bool:
        """Return whether the ends of a tie are still compared."""
        return self.crowds.near(str(one.first), str(one.second))

    def review(self, names: Iterable[str]) -> None:
        """Drop the ties of classes that are compared with fewer now; who followed one follows others."""
        again: set[str] = set()
        for name in names:
            for other, one in list(self.holding[name].items()):
                if not isinstance(other, str) or self.still(one):
                    continue
                if one.firm:
                    self.drop(one)
                again.update(end for end in (name, other) if one in self.followed.get(end, ()))
        for node in sorted(again):
            self.follow(node)


def first_of(best: list[Ranked]) -> Ranked:
    """Return the first of the best ties of a day."""
    return best[0]


def ends(one: Tie) -> tuple[Node, Node]:
    """Return the two ends of a tie."""
    return one.first, one.second
