"""From ties between claims to disputes, whatever the order in which the reports arrive.

A tie depends on the two claims that it joins and on nothing else, and of those that do not hold by themselves
a claim follows only the best. What is connected by these is one neighbourhood, and its disputes follow from
its claims and ties alone. A new report therefore touches only the neighbourhoods that it is tied to, and the
order of arrival changes nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from pipeline.disputes.averages import together
from pipeline.disputes.blocks import class_of, keys, sentence_of, told_in, voice
from pipeline.disputes.crowds import Crowds
from pipeline.disputes.days import near, season_of
from pipeline.disputes.evidence import statements
from pipeline.disputes.joining import SURE, joined
from pipeline.disputes.likeness import Likeness
from pipeline.disputes.links import links
from pipeline.disputes.records import Dispute, Key, Node, Report, Statement, Tie
from pipeline.disputes.ties import Ties
from pipeline.disputes.within import ties_within


class Disputes:
    """The claims of the reports that were added, and the disputes that they make."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self.statements: dict[Key, Statement] = {}
        self.classes: dict[str, Statement] = {}  # any one claim of each class
        self.crowds = Crowds()
        self.ties = Ties(self.classes, self.crowds)
        self.told: dict[tuple[str, ...], list[str]] = defaultdict(list)  # by sentence, voice and days
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
        self.ties.left.clear()
        for statement in own:
            self.statements[statement.key] = statement
            if compared is None or statement.key in compared:
                self.place(statement)
                self.compare_sentence(statement)
        for found in ties_within(own):
            self.ties.keep(found)
        moved = {self.classes[node].key if isinstance(node, str) else node for node in self.ties.left}
        return list(dict.fromkeys([*(statement.key for statement in own), *sorted(moved)]))

    def place(self, statement: Statement) -> None:
        """Put a claim into its class; a new class is compared with those that share a key with it."""
        name = class_of(statement)
        if name is None:
            return
        if name not in self.classes:
            self.classes[name] = statement
            fewer = self.crowds.add(name, keys(statement))
            self.ties.compare(name)
            self.ties.review(fewer)
        self.ties.keep(Tie(statement.key, name, True, 8.0, "told alike"))

    def compare_sentence(self, statement: Statement) -> None:
        """Tie a claim to those that other reports tell in the same sentence within days."""
        name = sentence_of(statement)
        if name is None:
            return
        if name not in self.classes:
            self.classes[name] = statement
            for number in told_in(statement):
                told = self.told[(*voice(statement), number)]
                for other in told:
                    if one_time(statement, self.classes[other]):
                        first, second = sorted((name, other))
                        self.ties.keep(Tie(first, second, True, 9.0, "the same sentence"))
                told.append(name)
        self.ties.keep(Tie(statement.key, name, True, 9.0, "the same sentence"))

    def neighbourhood(self, start: Key, seen: set[Node]) -> tuple[list[Statement], list[Tie]]:
        """Return the claims and ties that are connected with a claim, and add them to `seen`."""
        waiting: list[Node] = [start]
        members: list[Statement] = []
        found: list[Tie] = []
        seen.add(start)
        while waiting:
            node = waiting.pop()
            if not isinstance(node, str):
                members.append(self.statements[node])
            for other, one in self.ties.of(node).items():
                if one.first == node:
                    found.append(one)
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return members, found

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
            groups, sure = self.joined(members, found)
            alike = Likeness(groups, found)
            for group in together(groups, sure, found, alike):
                yield Dispute(tuple(one.key for one in group), tuple(links(group, alike)))

    def joined(
        self, members: Sequence[Statement], ties: Sequence[Tie]
    ) -> tuple[list[list[Statement]], list[list[Statement]]]:
        """Return the claims of a neighbourhood as all its ties join them, and as the surest do."""
        sure = [one for one in ties if one.weight > SURE]
        return joined(members, ties, self.classes), joined(members, sure, self.classes)


def one_time(a: Statement, b: Statement) -> bool:
    """Return whether two claims that are told in the same sentence may be of one time: reported within days,
    and of one day by their words; charges that stand, of one stretch, and what is undated, of one season."""
    if not near(a, b):
        return False
    one, other = a.evidence, b.evidence
    if any(evidence.general and evidence.end is None for evidence in (one, other)):
        return a.stretch == b.stretch
    if None in (one.end, other.end):
        return season_of(a) == season_of(b)
    return one.end == other.end
