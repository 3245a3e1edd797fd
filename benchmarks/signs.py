"""Fits the weights of the signs by which claims are lined up: `python benchmarks/signs.py [--write]`.

Printed is how each set of stories in tests/data is lined up with weights that were fitted on all the others,
with the marked claims given and with those that are found: F1 of pairs of claims, B-cubed and of typed links,
and the precision of these. `--write` puts the weights fitted on all of them into
`pipeline/disputes/signs.toml` and `likeness.toml`.

The regression for `signs.toml` is fitted on pairs of claims of different reports of which nothing rules out
that they are one: those of one set, and, so that a war with many strikes a day is learned from too, those of
different stories after all stories were moved to the same days; of the sets a to l alone, for the number of
such pairs grows with the square of that of stories. The two for `likeness.toml` are fitted on all
pairs of a set, of different reports and of one. Pairs of marked claims are taken and pairs of found ones,
which lack a day or a region now and then.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from statistics import mean
from unittest.mock import patch

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from disputes import STORIES, names_of, renamed  # noqa: E402

from pipeline.disputes import Dispute, Disputes, Report, likeness, signs  # noqa: E402
from pipeline.disputes.lines import read_disputes, report_of  # noqa: E402
from pipeline.disputes.measure import labels, measure  # noqa: E402
from pipeline.disputes.records import Key, Node, Statement  # noqa: E402
from pipeline.disputes.same import by_rule, compared  # noqa: E402
from pipeline.score import read_scored  # noqa: E402

SMALL = 3.0  # how much large weights are held against a fit
MOVED = 0.05  # how much a pair counts that only moving made possible
LENIENT = 0.85  # by so much a pair may be less likely than not: a weak tie holds where none is better
DAY = date(2025, 3, 26)
WAYS = ("given", "found")  # claims
TIED = frozenset("abcdefghijkl")  # the sets that the weights of ties are fitted on
COLUMNS = ("between", "within")  # of likeness.toml
Pair = tuple[frozenset[str], list[float], bool, float]
"""The sets of two claims, their signs, whether they are of one dispute, and how much that counts."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of claims in columns: their signs, whether they are of one dispute, how much that counts, and the
    sets they are of."""

    signs: np.ndarray
    one: np.ndarray
    counts: np.ndarray
    sets: np.ndarray

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> Pairs:
        """Return pairs in columns."""
        sets, found, one, counts = zip(*pairs, strict=True)
        names = np.array(["".join(sorted(both)) for both in sets])
        return cls(np.array(found), np.array(one, float), np.array(counts), names)

    def without(self, name: str) -> Pairs:
        """Return the pairs that are not of a set."""
        kept = np.char.find(self.sets, name) < 0
        return Pairs(self.signs[kept], self.one[kept], self.counts[kept], self.sets[kept])


def main(write: bool) -> None:
    """Fit, measure and print."""
    names, likenesses = list(signs.weights()), list(likeness.weights())
    sets = {path.stem[-1]: read_set(path) for path in sorted(STORIES.glob("stories-?.jsonl"))}
    tied = {name: one for name, one in sets.items() if name in TIED}
    pairs = Pairs.of([*within_sets(tied, names), *across_stories(tied, names)])
    alike = [Pairs.of([*all_pairs(sets, likenesses, own)]) for own in (False, True)]
    print(f"{'fitted on the others':22}{'pairs':>8}{'B-cubed':>10}{'links':>8}{'precision':>11}")
    rows = []
    for name, one in sets.items():
        others = ties_of(pairs.without(name), names)
        means = both([one.without(name) for one in alike], likenesses)
        with (
            patch.object(signs, "weights", return_value=others),
            patch.object(likeness, "weights", return_value=means),
        ):
            rows += [(name, way, figures(one.wanted, made, one.told[0])) for way, made in one.lined_up()]
    for way in WAYS:
        these = [(name, four) for name, its_way, four in rows if its_way == way]
        for name, four in [
            *these,
            ("mean", tuple(map(mean, zip(*(four for _, four in these), strict=True)))),
        ]:
            print(f"{name + ', ' + way:22}{four[0]:>8.3f}{four[1]:>10.3f}{four[2]:>8.3f}{four[3]:>11.3f}")
    if write:
        put(signs.WEIGHTS, {name: {"weight": value} for name, value in ties_of(pairs, names).items()})
        found = both(alike, likenesses)
        put(likeness.WEIGHTS, {name: dict(zip(COLUMNS, two, strict=True)) for name, two in found.items()})


@dataclass(frozen=True)
class Tied:
    """Which dispute the ties of claims put them into, by the keys of these; and which claims a tie joins."""

    dispute: dict[Key, int]
    ties: set[frozenset[Node]]

    @classmethod
    def of(cls, made: Disputes) -> Tied:
        """Return what the ties make of all claims."""
        dispute: dict[Key, int] = {}
        ties: set[frozenset[Node]] = set()
        seen: set[Node] = set()
        for start in made.statements:
            if start not in seen:
                members, found = made.neighbourhood(start, seen)
                ties.update(frozenset((one.first, one.second)) for one in found)
                for group in made.joined(members, found)[0]:
                    dispute |= dict.fromkeys((one.key for one in group), len(dispute))
        return cls(dispute, ties)


@dataclass(frozen=True)
class Stories:
    """A set of stories: its reports, with the marked claims and with those found, and its marked disputes.

    `names` are the keys of the marked claims that the found ones are paired with. `told` are the claims of
    either way, by the keys of the marked ones.
    """

    given: list[Report]
    found: list[Report]
    names: dict[Key, Key]
    wanted: list[Dispute]
    told: tuple[dict[Key, Statement], dict[Key, Statement]]
    tied: tuple[Tied, Tied]

    def lined_up(self) -> Iterator[tuple[str, list[Dispute]]]:
        """Yield the disputes of the marked claims, and those of the found ones by the keys of the marked."""
        yield WAYS[0], Disputes(self.given).all()
        yield WAYS[1], list(renamed(Disputes(self.found).all(), self.names))


def read_set(path: Path) -> Stories:
    """Return a set of stories."""
    documents = read_scored([path])
    given, found = ([report_of(one, way) for one in documents.values()] for way in (True, False))
    names = names_of(found, documents)
    marked, made = Disputes(given), Disputes(found)
    told = {names[key]: one for key, one in made.statements.items() if key in names}
    wanted = read_disputes(path.with_suffix(".disputes.jsonl"))
    return Stories(given, found, names, wanted, (marked.statements, told), (Tied.of(marked), Tied.of(made)))


def figures(wanted: list[Dispute], made: list[Dispute], claims: Collection[Key]) -> tuple[float, ...]:
    """Return the F1 of pairs, B-cubed and of links, and the precision of these."""
    found = measure(wanted, made, claims)
    three = [found[what].f1 or 0 for what in ("pairwise", "b-cubed", "links")]
    return (*three, found["links"].precision or 0)


def within_sets(sets: Mapping[str, Stories], names: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of claims of each set."""
    for name, one in sets.items():
        gold = labels(one.wanted, one.told[0])
        for claims in one.told:
            for a, b in combinations(claims, 2):
                if a[0] != b[0] and open_question(claims[a], claims[b]):
                    yield frozenset(name), signs_of(claims[a], claims[b], names), gold[a] == gold[b], 1.0


def all_pairs(sets: Mapping[str, Stories], names: Sequence[str], own: bool) -> Iterator[Pair]:
    """Yield the pairs of claims of one conflict in each set: those of its `own` reports, or of different
    ones."""
    for name, one in sets.items():
        gold = labels(one.wanted, one.told[0])
        for claims, tied in zip(one.told, one.tied, strict=True):
            for first, second in combinations(claims, 2):
                a, b = claims[first], claims[second]
                if (first[0] == second[0]) == own and a.conflict == b.conflict:
                    joined = tied.dispute[a.key] == tied.dispute[b.key]
                    found = dict(likeness.likenesses(a, b, joined, frozenset((a.key, b.key)) in tied.ties))
                    yield frozenset(name), columns(found, names), gold[first] == gold[second], 1.0


def across_stories(sets: Mapping[str, Stories], names: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of claims of different stories, all of which begin on one day."""
    stories: dict[tuple[int, str], list[tuple[str, Statement]]] = {}
    for name, one in sets.items():
        for way, claims in enumerate(one.told):
            for (document, _), claim in claims.items():
                stories.setdefault((way, re.sub(r"-\d+$", "", document)), []).append((name, claim))
    moved = []
    for (way, story), claims in stories.items():
        by = DAY - min(one.published for _, one in claims if one.published)
        moved += [(way, story, name, later(one, by)) for name, one in claims]
    for (way, story, name, a), (its_way, other, another, b) in combinations(moved, 2):
        if way == its_way and story != other and open_question(a, b):
            yield frozenset((name, another)), signs_of(a, b, names), False, MOVED


def later(claim: Statement, by: timedelta) -> Statement:
    """Return a claim with all its days moved."""
    one = claim.evidence
    days = {"start": one.start and one.start + by, "end": one.end and one.end + by}
    return replace(claim, published=claim.published and claim.published + by, evidence=replace(one, **days))


def open_question(a: Statement, b: Statement) -> bool:
    """Return whether the signs decide if two claims are of the same acts."""
    return a.conflict == b.conflict and compared(a, b) and not by_rule(a, b)


def signs_of(a: Statement, b: Statement, names: Sequence[str]) -> list[float]:
    """Return how much there is of each sign by which claims are tied."""
    return columns(dict(signs.signs(a, b)), names)


def columns(found: Mapping[str, float], names: Sequence[str]) -> list[float]:
    """Return how much there is of each sign, in the order of their names; of `none` one."""
    found = {"none": 1.0, **found}
    return [float(found[name]) for name in names]


def fit(pairs: Pairs, names: Sequence[str]) -> dict[str, float]:
    """Return the weights of a logistic regression, by Newton's method."""
    x, y, counts = pairs.signs, pairs.one, pairs.counts
    held = np.full(len(names), SMALL)
    held[names.index("none")] = 0.01
    weights = np.zeros(len(names))
    for _ in range(12):
        odds = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (counts * (odds - y)) + held * weights
        weights -= np.linalg.solve((x * (counts * odds * (1 - odds))[:, None]).T @ x + np.diag(held), slope)
    return dict(zip(names, map(float, weights), strict=True))


def ties_of(pairs: Pairs, names: Sequence[str]) -> dict[str, float]:
    """Return the weights by which claims are tied."""
    found = fit(pairs, names)
    return {**found, "none": found["none"] + LENIENT}


def both(pairs: Iterable[Pairs], names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the weights by which claims are likely of the same acts, between reports and within one."""
    between, within = (fit(one, names) for one in pairs)
    return {name: (between[name], within[name]) for name in names}


def put(path: Path, weights: Mapping[str, Mapping[str, float]]) -> None:
    """Write the weights into their file, which keeps all else."""
    text = path.read_text("utf-8")
    for name in tomllib.loads(text):
        begin = text.index(f"[{name}]" if name.isalpha() else f'["{name}"]')
        for what, value in weights[name].items():
            text = text[:begin] + re.sub(rf"{what} = \S+", f"{what} = {value:.2f}", text[begin:], count=1)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
