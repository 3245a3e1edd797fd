"""Makes the disputes of a neighbourhood of what is likeliest on the average.

Ties are followed one by one, so that one wrong tie joins two disputes, and one that is missing leaves a claim
alone. So what they join is one sign among others (`likeness`). What is told alike begins as one group, and
the likeliest first, two groups are joined that a tie connects, if their claims are of the same acts by the
mean over all pairs of their reports (average linkage, as in hierarchical clustering).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from statistics import fmean

from pipeline.disputes.blocks import class_of
from pipeline.disputes.days import days_between
from pipeline.disputes.records import Node, Statement, Tie

EVEN = 0.3  # of 1; the mean likelihood from which two groups are one dispute, by the stories in tests/data
MOST = 100  # tellings; a neighbourhood that is told in more ways keeps what its ties join
SEVERAL = 2  # reports; the day that one of them names may be a slip
Pair = frozenset[int]


def together(
    joined: Sequence[list[Statement]],
    sure: Sequence[list[Statement]],
    ties: Iterable[Tie],
    alike: Callable[[Statement, Statement], float],
) -> list[list[Statement]]:
    """Return the claims of a neighbourhood in groups that are of the same acts, each in the order of its
    claims: `joined` are those that all its ties make, `sure` those that the surest make, which stay whole.
    `alike` says how likely two claims are of the same acts."""
    ties = list(ties)
    groups = {number: [*group] for number, group in enumerate(in_order(sure))}
    told = {number: tellings(group) for number, group in groups.items()}
    if len(groups) < 2 or sum(map(len, told.values())) > MOST:
        return [*joined]

    def mean(pair: Pair) -> float:
        """Return the mean over the pairs of reports: a long one counts no more than a short one."""
        found = defaultdict(list)
        first, second = (told[number] for number in pair)
        if of_other_days(first, second):
            return 0.0
        for a, b in product(first, second):
            found[a.report, b.report].append(alike(a, b))
        return fmean(map(fmean, found.values()))

    means = {pair: mean(pair) for pair in connected(groups, ties)}
    while means:
        best = max(means, key=lambda pair: (means[pair], [-number for number in sorted(pair)]))
        if means[best] < EVEN:
            break
        first, second = sorted(best)
        groups[first] += groups.pop(second)
        told[first] += told.pop(second)
        again = {(pair - best) | {first} for pair in means if pair & best and pair != best}
        means = {pair: value for pair, value in means.items() if not pair & best}
        means |= {pair: mean(pair) for pair in again}
    return in_order(groups.values())


def in_order(groups: Iterable[Sequence[Statement]]) -> list[list[Statement]]:
    """Return groups in the order of their first claims, each in the order of its claims."""
    found = (sorted(group, key=lambda one: one.order) for group in groups)
    return sorted(found, key=lambda group: group[0].order)


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


def of_other_days(first: Iterable[Statement], second: Iterable[Statement]) -> bool:
    """Return whether two groups are of acts on different days: of each, several reports name the day, and no
    day of the one is a day of the other."""
    dated = [[one for one in group if names_day(one)] for group in (first, second)]
    if any(len({one.report for one in group}) < SEVERAL for group in dated):
        return False
    return all(days_between(a, b) for a, b in product(*dated))


def names_day(statement: Statement) -> bool:
    """Return whether a claim names the day of an act; a window of many acts is none."""
    evidence = statement.evidence
    return evidence.start is not None and not (evidence.general or statement.total)


def tellings(group: Iterable[Statement]) -> list[Statement]:
    """Return one claim of each class in a group, so that what is told alike counts once."""
    return list({class_of(claim) or claim.key: claim for claim in group}.values())
