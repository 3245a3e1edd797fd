"""Fits the weights of the signs by which claims are lined up: `python benchmarks/signs.py [--write]`.

Printed is how each set of stories in tests/data is lined up with weights that were fitted on all the others,
with the marked claims given and with those that are found: F1 of pairs of claims, B-cubed and of typed links,
and the precision of these. `--write` puts the weights fitted on all of them into
`pipeline/disputes/signs.toml`.

The regression is fitted on pairs of claims of different reports of which nothing rules out that they are one:
those of one set, and, so that a war with many strikes a day is learned from too, those of different stories
after all stories were moved to the same days. Pairs of marked claims are taken and pairs of found ones, which
lack a day or a region now and then.
"""

import re
import sys
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
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

from pipeline.disputes import Dispute, Disputes, Report, signs  # noqa: E402
from pipeline.disputes.lines import read_disputes, report_of  # noqa: E402
from pipeline.disputes.measure import labels, measure  # noqa: E402
from pipeline.disputes.records import Key, Statement  # noqa: E402
from pipeline.disputes.same import by_rule, compared  # noqa: E402
from pipeline.score import read_scored  # noqa: E402

SMALL = 3.0  # how much large weights are held against a fit
MOVED = 0.05  # how much a pair counts that only moving made possible
LENIENT = 0.85  # by so much a pair may be less likely than not: a weak tie holds where none is better
DAY = date(2025, 3, 26)
WAYS = ("given", "found")  # claims
Pair = tuple[frozenset[str], list[float], bool, float]
"""The sets of two claims, their signs, whether they are of one dispute, and how much that counts."""


def main(write: bool) -> None:
    """Fit, measure and print."""
    names = list(signs.weights())
    sets = {path.stem[-1]: read_set(path) for path in sorted(STORIES.glob("stories-?.jsonl"))}
    pairs = [*within_sets(sets, names), *across_stories(sets, names)]
    print(f"{'fitted on the others':22}{'pairs':>8}{'B-cubed':>10}{'links':>8}{'precision':>11}")
    rows = []
    for name, one in sets.items():
        others = fit([one for one in pairs if name not in one[0]], names)
        with patch.object(signs, "weights", return_value=others):
            rows += [(name, way, figures(one.wanted, made, one.told[0])) for way, made in one.lined_up()]
    for way in WAYS:
        these = [(name, four) for name, its_way, four in rows if its_way == way]
        for name, four in [
            *these,
            ("mean", tuple(map(mean, zip(*(four for _, four in these), strict=True)))),
        ]:
            print(f"{name + ', ' + way:22}{four[0]:>8.3f}{four[1]:>10.3f}{four[2]:>8.3f}{four[3]:>11.3f}")
    if write:
        put(fit(pairs, names))


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

    def lined_up(self) -> Iterator[tuple[str, list[Dispute]]]:
        """Yield the disputes of the marked claims, and those of the found ones by the keys of the marked."""
        yield WAYS[0], Disputes(self.given).all()
        yield WAYS[1], list(renamed(Disputes(self.found).all(), self.names))


def read_set(path: Path) -> Stories:
    """Return a set of stories."""
    documents = read_scored([path])
    given, found = ([report_of(one, way) for one in documents.values()] for way in (True, False))
    names = names_of(found, documents)
    told = {names[key]: one for key, one in Disputes(found).statements.items() if key in names}
    wanted = read_disputes(path.with_suffix(".disputes.jsonl"))
    return Stories(given, found, names, wanted, (Disputes(given).statements, told))


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
    """Return how much there is of each sign; of `none` one."""
    found = {"none": 1.0, **dict(signs.signs(a, b))}
    return [float(found[name]) for name in names]


def fit(pairs: Sequence[Pair], names: Sequence[str]) -> dict[str, float]:
    """Return the weights of a logistic regression, by Newton's method."""
    x, y = np.array([one[1] for one in pairs]), np.array([one[2] for one in pairs], float)
    counts = np.array([one[3] for one in pairs])
    held = np.full(len(names), SMALL)
    held[names.index("none")] = 0.01
    weights = np.zeros(len(names))
    for _ in range(40):
        odds = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (counts * (odds - y)) + held * weights
        weights -= np.linalg.solve((x * (counts * odds * (1 - odds))[:, None]).T @ x + np.diag(held), slope)
    found = dict(zip(names, map(float, weights), strict=True))
    return {**found, "none": found["none"] + LENIENT}


def put(weights: Mapping[str, float]) -> None:
    """Write the weights into their file, which keeps all else."""
    text = signs.WEIGHTS.read_text("utf-8")
    for name in tomllib.loads(text):
        begin = text.index(f"[{name}]" if name.isalpha() else f'["{name}"]')
        text = text[:begin] + re.sub(r"weight = \S+", f"weight = {weights[name]:.2f}", text[begin:], count=1)
    signs.WEIGHTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
