"""Which two parties "both sides" are: those that the text is most about, of those that fight each other."""

from collections.abc import Mapping
from itertools import combinations

from spacy.tokens import Span

from pipeline.grammar.constituents import conjuncts
from pipeline.offices import role
from pipeline.reading import Reading


def sides_meant(reading: Reading, source: Span) -> list[str]:
    """Return the parties that "both sides" or a bare "both" stands for, [] if a phrase is neither.

    "Both" are whom the sentence has joined before; "both sides" are these only if they fight each other.
    """
    hits = reading.within("voices", set(range(source.start, source.end)))
    both = any(entry.data["class"] == "both" and span.root == source.root for entry, span in hits)
    if not both and "both" not in (role(source.root), role(source[0])):
        return []
    joined = joined_before(reading, source)
    if joined and (len(source) == 1 or joined[1] in reading.conflict.adversaries(joined[0])):
        return joined
    return main_sides(reading)


def joined_before(reading: Reading, source: Span) -> list[str]:
    """Return the parties that "and" joins, two or more, last before a phrase in its sentence."""
    for token in reversed(source.doc[source.sent.start : source.start]):
        heads = [head for head in conjuncts(token) if head.i < source.start]
        if len(heads) > 1:
            found = list(dict.fromkeys(party for head in heads if (party := reading.party(head))))
            if len(found) > 1:
                return found
    return []


def main_sides(reading: Reading) -> list[str]:
    """Return the two parties that fight each other and that the text is most about.

    In a conflict of two sides it is these if the text names no two that fight.
    """
    found = (
        main_pair(reading, reading.acting)
        or main_pair(reading, reading.named)
        or (list(reading.conflict.sides) if len(reading.conflict.sides) == 2 else [])
    )
    return [fighting_for(reading, *pair) for pair in (found, found[::-1])] if len(found) == 2 else found


def fighting_for(reading: Reading, party: str, foe: str) -> str:
    """Return the armed group from a state's ground that fights its foe, if the text names one; else the
    state: the truce of which both sides speak is the group's."""
    conflict = reading.conflict
    if party in conflict.groups or conflict.parties[party].side is None:
        return party
    groups = [
        name
        for name in conflict.own
        if name in conflict.groups and not conflict.parties[name].countries
        if conflict.parties[name].side == conflict.parties[party].side and foe in conflict.adversaries(name)
    ]
    return max(
        (name for name in groups if reading.named[name]), key=lambda n: reading.named[n], default=party
    )


def main_pair(reading: Reading, counts: Mapping[str, int]) -> list[str]:
    """Return the two foes of which the less counted one is counted most, [] if no two fight each other.

    Of pairs that are counted alike it is that of two sides of the conflict.
    """
    conflict = reading.conflict
    pairs = [(one, other) for one, other in combinations(counts, 2) if other in conflict.adversaries(one)]

    def weight(pair: tuple[str, str]) -> tuple[int, bool, int]:
        less, more = sorted(counts[party] for party in pair)
        return less, all(conflict.parties[party].side for party in pair), more

    return list(max(pairs, key=weight, default=()))
