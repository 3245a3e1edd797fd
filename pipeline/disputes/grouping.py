"""From ties between claims to disputes, whatever the order in which the reports arrive.

A tie depends on the two claims that it joins and on nothing else. What is tied, however weakly, is one
neighbourhood; the disputes of a neighbourhood follow from its claims and ties alone. A new report therefore
touches only the neighbourhoods that it is tied to, and the order of arrival changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pipeline.disputes.blocks import class_of, keys, voice
from pipeline.disputes.days import NEAR
from pipeline.disputes.evidence import statements
from pipeline.disputes.joining import joined
from pipeline.disputes.links import links
from pipeline.disputes.records import Dispute, Key, Node, Report, Statement, Tie
from pipeline.disputes.same import tie
from pipeline.disputes.within import ties_within


class Disputes:
    """The claims of the reports that were added, and the disputes that they make."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self.statements: dict[Key, Statement] = {}
        self.classes: dict[str, Statement] = {}  # any one claim of each class
        self.blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self.ties: dict[Node, list[Tie]] = defaultdict(list)
        self.told: dict[tuple[str, ...], dict[str, date]] = defaultdict(dict)  # by sentence and voice
        for report in reports:
            self.add(report)

    def add(self, report: Report) -> list[Key]:
        """Add a report that was not added before, and return the keys of its claims.

        Raises ValueError if a report of this id is there.
        """
        return self.add_read(report.document.id, statements(report))

    def add_read(self, document: str, own: Sequence[Statement]) -> list[Key]:
        """Add the claims of a document, of which is known already what their words say of their acts.

        Raises ValueError if they are there.
        """
        if any(statement.key in self.statements for statement in own):
            raise ValueError(f"The report {document!r} was added before.")
        for statement in own:
            self.statements[statement.key] = statement
            self.place(statement)
            self.compare_sentence(statement)
        for found in ties_within(own):
            self.tie(found)
        return [statement.key for statement in own]

    def place(self, statement: Statement) -> None:
        """Put a claim into its class; a new class is compared with those that share a key with it."""
        name = class_of(statement)
        if name is None:
            return
        if name not in self.classes:
            self.classes[name] = statement
            shared = list(dict.fromkeys(keys(statement)))
            for other in {other for key in shared for other in self.blocks[key]}:
                found = tie(statement, self.classes[other])
                if found:
                    first, second = sorted((name, other))
                    self.tie(Tie(first, second, found.firm, found.weight, found.why))
            for key in shared:
                self.blocks[key].append(name)
        self.tie(Tie(statement.key, name, True, 8.0, "told alike"))

    def compare_sentence(self, statement: Statement) -> None:
        """Tie a claim to those that other reports tell in the same sentence within days."""
        if statement.published is None:
            return
        told = voice(statement)
        days = self.told[told]
        name = repr((*told, str(statement.published)))
        if name not in days:
            for other, day in days.items():
                if abs(day - statement.published) <= NEAR:
                    first, second = sorted((name, other))
                    self.tie(Tie(first, second, True, 9.0, "the same sentence"))
            days[name] = statement.published
            self.classes[name] = statement
        self.tie(Tie(statement.key, name, True, 9.0, "the same sentence"))

    def tie(self, found: Tie) -> None:
        """Keep a tie at both of its ends."""
        self.ties[found.first].append(found)
        self.ties[found.second].append(found)

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
                found[one] = None
                for end in (one.first, one.second):
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
