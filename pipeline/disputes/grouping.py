"""From ties between claims to disputes, whatever the order in which the reports arrive.

A tie depends on the two claims that it joins and on nothing else. A firm tie holds; of the others, which all
have an undated claim at an end, such a claim follows only the best. What is connected by these is one
neighbourhood, and its disputes follow from its claims and ties alone. A new report therefore touches only
the neighbourhoods that it is tied to, and the order of arrival changes nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from pipeline.disputes.blocks import class_of, keys, voice
from pipeline.disputes.crowds import Crowds
from pipeline.disputes.days import NEAR
from pipeline.disputes.evidence import statements
from pipeline.disputes.joining import joined
from pipeline.disputes.links import links
from pipeline.disputes.records import Dispute, Key, Node, Report, Statement, Tie
from pipeline.disputes.same import tie
from pipeline.disputes.within import ties_within

FOLLOWED = 3  # ties of an undated claim


class Disputes:
    """The claims of the reports that were added, and the disputes that they make."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self.statements: dict[Key, Statement] = {}
        self.classes: dict[str, Statement] = {}  # any one claim of each class
        self.crowds = Crowds()
        self.ties: dict[Node, list[Tie]] = defaultdict(list)
        self.best: dict[Node, tuple[Tie, ...]] = {}
        self.left: set[Node] = set()  # what the newest report's claims made others let go of
        self.told: dict[tuple[str, ...], dict[str, date]] = defaultdict(dict)  # by sentence and voice
        for report in reports:
            self.add(report)

    def add(self, report: Report) -> list[Key]:
        """Add a report that was not added before, and return the keys of its claims, and of those that claims
        followed until they found these.

        Raises ValueError if a report of this id is there.
        """
        return self.add_read(report.document.id, statements(report))

    def add_read(
        self, document: str, own: Sequence[Statement], compared: Collection[Key] | None = None
    ) -> list[Key]:
        """Add the claims of a document, of which is known already what their words say of their acts.

        Only those that are `compared` are tied to claims of other reports, if it is given. Raises
        ValueError if they are there.
        """
        if any(statement.key in self.statements for statement in own):
            raise ValueError(f"The report {document!r} was added before.")
        self.left.clear()
        for statement in own:
            self.statements[statement.key] = statement
            if compared is None or statement.key in compared:
                self.place(statement)
                self.compare_sentence(statement)
        for found in ties_within(own):
            self.tie(found)
        moved = {self.classes[node].key if isinstance(node, str) else node for node in self.left}
        return list(dict.fromkeys([*(statement.key for statement in own), *sorted(moved)]))

    def place(self, statement: Statement) -> None:
        """Put a claim into its class; a new class is compared with those that share a key with it."""
        name = class_of(statement)
        if name is None:
            return
        if name not in self.classes:
            self.classes[name] = statement
            for other in self.crowds.add(name, list(keys(statement))):
                found = tie(statement, self.classes[other])
                if found:
                    first, second = sorted((name, other))
                    self.tie(Tie(first, second, found.firm, found.weight, found.why))
        self.tie(Tie(statement.key, name, True, 8.0, "told alike"))

    def compare_sentence(self, statement: Statement) -> None:
        """Tie a claim to those that other reports tell in the same sentence within days."""
        if statement.published is None:
            return
        told = voice(statement)
        days = self.told[told]
        one = statement.evidence
        name = repr((*told, str(statement.published), str(one.end), one.general, statement.stretch))
        if name not in days:
            for other, day in days.items():
                if abs(day - statement.published) <= NEAR and one_day(statement, self.classes[other]):
                    first, second = sorted((name, other))
                    self.tie(Tie(first, second, True, 9.0, "the same sentence"))
            days[name] = statement.published
            self.classes[name] = statement
        self.tie(Tie(statement.key, name, True, 9.0, "the same sentence"))

    def tie(self, found: Tie) -> None:
        """Keep a tie at both of its ends."""
        for end in (found.first, found.second):
            before = () if found.firm else self.followed(end)
            self.ties[end].append(found)
            self.best.pop(end, None)
            self.left.update(node for one in before if one not in self.followed(end) for node in ends(one))

    def followed(self, node: Node) -> tuple[Tie, ...]:
        """Return the best ties of an undated claim, to what is dated if any is, and of one day; none of any
        other."""
        if isinstance(node, str) and node in self.best and not self.crowded(node):
            return self.best[node]
        statement = self.classes.get(node) if isinstance(node, str) else None
        if statement is None or statement.evidence.start is not None:
            return ()
        weak = [one for one in self.ties.get(node, ()) if not one.firm and self.holds(one)]
        weak.sort(key=self.rank)
        day = [self.day(node, one) for one in weak]
        self.best[node] = tuple(one for one, its in zip(weak, day, strict=True) if its == day[0])[:FOLLOWED]
        return self.best[node]

    def day(self, node: Node, one: Tie) -> date | None:
        """Return the day of the claim at the other end of a tie."""
        other = self.classes[str(one.second if one.first == node else one.first)]
        return other.evidence.end or other.published

    def rank(self, one: Tie) -> tuple[bool, float, str, str]:
        """Return the place of a tie among those of an undated claim: to what is dated first, then by
        weight."""
        dated = any(self.classes[str(end)].evidence.start for end in ends(one))
        return not dated, -one.weight, str(one.first), str(one.second)

    def crowded(self, node: Node) -> bool:
        """Return whether what a node is compared with may change without a tie of its own."""
        return isinstance(node, str) and node in self.crowds.keys and self.crowds.crowded(node)

    def holds(self, one: Tie) -> bool:
        """Return whether a tie between two classes is one that is still made."""
        first, second = one.first, one.second
        if not isinstance(first, str) or not isinstance(second, str) or first not in self.crowds.keys:
            return True
        return second not in self.crowds.keys or self.crowds.near(first, second)

    def connects(self, one: Tie) -> bool:
        """Return whether a tie makes one neighbourhood of its ends."""
        if not self.holds(one):
            return False
        return one.firm or any(one in self.followed(end) for end in ends(one))

    def neighbourhood(self, start: Key, seen: set[Node]) -> tuple[list[Statement], list[Tie]]:
        """Return the claims and ties that are connected with a claim, and add them to `seen`."""
        waiting: list[Node] = [start]
        members: list[Statement] = []
        found: dict[Tie, None] = {}
        seen.add(start)
        while waiting:
            node = waiting.pop()
            if not isinstance(node, str):
                members.append(self.statements[node])
            for one in self.ties.get(node, ()):
                if one in found or not self.connects(one):
                    continue
                found[one] = None
                for end in ends(one):
                    if end not in seen:
                        seen.add(end)
                        waiting.append(end)
        return members, list(found)

    def near(self, changed: Iterable[Key]) -> list[Dispute]:
        """Return the disputes of the neighbourhoods of some claims: all that a change of these can touch."""
        return sorted(self.of(changed), key=lambda one: self.statements[one.members[0]].order)

    def all(self) -> list[Dispute]:
        """Return all disputes, in the order of their first claims; a claim alone is one too."""
        return self.near(self.statements)

    def of(self, starts: Iterable[Key]) -> Iterator[Dispute]:
        """Yield the disputes of the neighbourhoods of some claims."""
        seen: set[Node] = set()
        for start in starts:
            if start in seen:
                continue
            members, found = self.neighbourhood(start, seen)
            for group in joined(members, found, self.classes):
                yield Dispute(tuple(one.key for one in group), tuple(links(group)))


def ends(one: Tie) -> tuple[Node, Node]:
    """Return the two ends of a tie."""
    return one.first, one.second


def one_day(a: Statement, b: Statement) -> bool:
    """Return whether two claims may be of one day; charges that stand, of one stretch."""
    if any(one.evidence.general and one.evidence.end is None for one in (a, b)):
        return a.stretch == b.stretch
    return None in (a.evidence.end, b.evidence.end) or a.evidence.end == b.evidence.end
