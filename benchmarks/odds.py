"""Fits the weights of the signs by which claims of one report are tied.

`python benchmarks/odds.py [--write]` prints how each set of stories in tests/data is tied in its reports
with weights that were fitted on all the others: precision, recall and F1 of the pairs of marked claims.
`--write` puts the weights fitted on all of them into `pipeline/disputes/odds.toml`.

The regression is fitted on all pairs of claims of a report, marked ones and, for less, found ones.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple
from unittest.mock import patch

from signs import STORIES, Pair, Pairs, Stories, columns, fit, put, read_set

from pipeline.disputes import Report, odds
from pipeline.disputes.evidence import statements
from pipeline.disputes.measure import labels
from pipeline.disputes.records import Key, Statement
from pipeline.disputes.within import by_rule, grouped, ties_within

FOUND = 0.5  # how much a pair of found claims counts
LATER = frozenset("mnosuvwxy")  # sets that the rules were not written for; their pairs count twice


class Told(NamedTuple):
    """The claims of a report in the order of the text, with the marked dispute of each, None if it has
    none."""

    claims: list[Statement]
    disputes: list[int | None]
    weight: float


def main(write: bool) -> None:
    """Fit, measure and print."""
    names = list(odds.weights())
    sets = {path.stem[-1]: list(read(read_set(path))) for path in sorted(STORIES.glob("stories-?.jsonl"))}
    pairs = Pairs.of(
        [pair for name, told in sets.items() for one in told for pair in signs_of(one, name, names)]
    )
    for name, told in sets.items():
        with patch.object(odds, "weights", return_value=fit(pairs.without(name), names)):
            print(name, figures([one for one in told if one.weight == 1]))
    if write:
        put(odds.WEIGHTS, {name: {"weight": value} for name, value in fit(pairs, names).items()})


def read(one: Stories) -> Iterator[Told]:
    """Yield the reports of a set, with marked claims and with found ones."""
    gold = labels(one.wanted, one.told[0])
    for report in one.given:
        yield told_of(report, gold, {key: key for key in gold}, 1.0)
    for report in one.found:
        yield told_of(report, gold, one.names, FOUND)


def told_of(report: Report, gold: Mapping[Key, int], names: Mapping[Key, Key], weight: float) -> Told:
    """Return a report with the marked disputes of its claims, by the names that these have there."""
    claims = statements(report)
    return Told(claims, [gold[names[one.key]] if one.key in names else None for one in claims], weight)


def signs_of(one: Told, name: str, names: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of claims of a report with their signs, and whether they are of one dispute."""
    place = {claim.key: number for number, claim in enumerate(one.claims)}
    group = grouped(len(place), [(place[tie.first], place[tie.second]) for tie in by_rule(one.claims)])
    for a, b in combinations(range(len(place)), 2):
        if None not in (one.disputes[a], one.disputes[b]):
            found = dict(odds.signs(a, b, one.claims, group[a] is group[b]))
            same = one.disputes[a] == one.disputes[b]
            weight = one.weight * (1 + (name in LATER))
            yield frozenset(name), columns(found, names), same, weight


def figures(told: Sequence[Told]) -> str:
    """Return how well the marked claims of reports are tied within these."""
    right = made = wanted = 0
    for one in told:
        place = {claim.key: number for number, claim in enumerate(one.claims)}
        group = grouped(
            len(place), [(place[tie.first], place[tie.second]) for tie in ties_within(one.claims)]
        )
        for a, b in combinations(range(len(place)), 2):
            tied, same = group[a] is group[b], one.disputes[a] == one.disputes[b]
            right, made, wanted = right + (tied and same), made + tied, wanted + same
    return f"{right / made:.3f} {right / wanted:.3f} {2 * right / (made + wanted):.3f}"


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
