"""Joins disputes that ties connect if, all their claims taken together, they are rather one than two.

A tie that a dispute has no room for says little by itself, but it tells which disputes to ask about: where
the claims of the one are on the average rather of the acts of the other, it was right. The mean over all
pairs keeps single likenesses from chaining what is apart (average linkage, as in hierarchical clustering).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import exp

from pipeline.disputes.blocks import class_of
from pipeline.disputes.records import Node, Statement, Tie
from pipeline.disputes.same import compared
from pipeline.disputes.signs import weighed

EVEN = 0.6  # of 1; the mean likelihood from which two disputes are one, by the stories in tests/data
MOST = 100  # pairs of tellings; what is told in more ways is left to its ties
Pair = frozenset[int]
Ends = set[frozenset[Node]]


def together(groups: Sequence[list[Statement]], ties: Iterable[Tie]) -> list[list[Statement]]:
    """Return the groups of a neighbourhood, those joined that are rather one, the most alike first; each in
    the order of its claims."""
    if len(groups) < 2:
        return [*groups]
    ties = list(ties)
    kept = dict(enumerate(sorted(groups, key=lambda group: group[0].order)))
    tied: Ends = {frozenset((one.first, one.second)) for one in ties}
    asked = connected(kept, ties)
    told = {number: tellings(kept[number]) for number in set().union(*asked)}
    means = {pair: mean([told[number] for number in pair], tied) for pair in asked}
    while means:
        best = max(means, key=lambda pair: (means[pair], [-number for number in sorted(pair)]))
        if means[best] < EVEN:
            break
        first, second = sorted(best)
        kept[first] = sorted(kept[first] + kept.pop(second), key=lambda one: one.order)
        told[first] = tellings(kept[first])
        again = {(pair - best) | {first} for pair in means if pair & best and pair != best}
        means = {pair: value for pair, value in means.items() if not pair & best}
        means |= {pair: mean([told[number] for number in pair], tied) for pair in again}
    return list(kept.values())


def connected(groups: Mapping[int, list[Statement]], ties: Iterable[Tie]) -> set[Pair]:
    """Return the pairs of groups that a tie connects: one between two claims, or by way of their classes."""
    of: dict[Node, set[int]] = {one.key: {number} for number, group in groups.items() for one in group}
    classes: dict[Node, set[int]] = defaultdict(set)
    for one in ties:
        for node, other in ((one.first, one.second), (one.second, one.first)):
            if isinstance(node, str) and not isinstance(other, str):
                classes[node] |= of[other]
    of |= classes
    return {
        frozenset((a, b))
        for one in ties
        for a, b in product(of.get(one.first, ()), of.get(one.second, ()))
        if a != b
    }


def tellings(group: Iterable[Statement]) -> list[Statement]:
    """Return one claim of each class in a group, so that what is told alike counts once."""
    return list({class_of(claim) or claim.key: claim for claim in group}.values())


def mean(told: Sequence[Sequence[Statement]], tied: Ends) -> float:
    """Return how likely the tellings of two groups are of the same acts on the average."""
    if len(told[0]) * len(told[1]) > MOST:
        return 0.0
    found = [likely(a, b, tied) for a, b in product(*told)]
    return sum(found) / len(found)


def likely(a: Statement, b: Statement, tied: Ends) -> float:
    """Return how likely two claims are of the same acts, from 0 to 1; those of one report are if they are
    tied."""
    if a.key[0] == b.key[0]:
        return float(frozenset((a.key, b.key)) in tied)
    return 1 / (1 + exp(-weighed(a, b)[0])) if compared(a, b) else 0.0
