"""Fits the weights of the signs by which claims are lined up: `python benchmarks/signs.py [--write]`.

Printed is how each set of stories in tests/data is lined up with weights that were fitted on all the others:
F1 of pairs of claims, B-cubed and of typed links, and the precision of these. `--write` puts the weights
fitted on all of them into `pipeline/disputes/signs.toml`.

The regression is fitted on pairs of claims of different reports of which nothing rules out that they are one:
those of one set, and, so that a war with many strikes a day is learned from too, those of different stories
after all stories were moved to the same days.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from disputes import STORIES, lined_up  # noqa: E402

from pipeline.disputes import Disputes, signs  # noqa: E402
from pipeline.disputes.lines import read_disputes, report_of  # noqa: E402
from pipeline.disputes.measure import labels, measure  # noqa: E402
from pipeline.disputes.records import Key, Statement  # noqa: E402
from pipeline.disputes.same import by_rule, compared  # noqa: E402
from pipeline.score import read_scored  # noqa: E402

SMALL = 3.0  # how much large weights are held against a fit
MOVED = 0.1  # how much a pair counts that only moving made possible
SURER = 0.3  # by so much a pair must be more likely than not: a wrong tie is worse than none
ONLY_MEASURED = {"h"}  # sets that no weight is fitted on
DAY = date(2025, 3, 26)
Pair = tuple[frozenset[str], list[float], bool, float]
"""The sets of two claims, their signs, whether they are of one dispute, and how much that counts."""


def main(write: bool) -> None:
    """Fit, measure and print."""
    names = list(signs.weights())
    told = {path.stem[-1]: statements(path) for path in sorted(STORIES.glob("stories-?.jsonl"))}
    found = [*within_sets(told, names), *across_stories(told, names)]
    pairs = [one for one in found if one[0].isdisjoint(ONLY_MEASURED)]
    print(f"{'fitted on the others':22}{'pairs':>8}{'B-cubed':>10}{'links':>8}{'precision':>11}")
    for name in told:
        others = fit([one for one in pairs if name not in one[0]], names)
        with patch.object(signs, "weights", return_value=others):
            made = lined_up(read_scored([STORIES / f"stories-{name}.jsonl"]))
        wanted = read_disputes(STORIES / f"stories-{name}.disputes.jsonl")
        found = measure(wanted, made, list(told[name]))
        three = [found[what].f1 or 0 for what in ("pairwise", "b-cubed", "links")]
        print(f"stories-{name:14}{three[0]:>8.3f}{three[1]:>10.3f}{three[2]:>8.3f}", end="")
        print(f"{found['links'].precision or 0:>11.3f}", flush=True)
    if write:
        put(fit(pairs, names))


def statements(path: Path) -> dict[Key, Statement]:
    """Return the marked claims of a set of stories."""
    reports = (report_of(fields, True) for fields in read_scored([path]).values())
    return Disputes(reports).statements


def within_sets(told: Mapping[str, Mapping[Key, Statement]], names: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of claims of each set."""
    for name, claims in told.items():
        gold = labels(read_disputes(STORIES / f"stories-{name}.disputes.jsonl"), claims)
        for a, b in combinations(claims, 2):
            if a[0] != b[0] and open_question(claims[a], claims[b]):
                one = gold[a] == gold[b]
                yield frozenset(name), signs_of(claims[a], claims[b], names), one, 1.0


def across_stories(told: Mapping[str, Mapping[Key, Statement]], names: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of claims of different stories, all of which begin on one day."""
    stories: dict[str, list[tuple[str, Statement]]] = {}
    for name, claims in told.items():
        for (document, _), claim in claims.items():
            stories.setdefault(re.sub(r"-\d+$", "", document), []).append((name, claim))
    moved = []
    for story, claims in stories.items():
        by = DAY - min(one.published for _, one in claims if one.published)
        moved += [(story, name, later(one, by)) for name, one in claims]
    for (story, name, a), (other, another, b) in combinations(moved, 2):
        if story != other and open_question(a, b):
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
    return {**found, "none": found["none"] - SURER}


def put(weights: Mapping[str, float]) -> None:
    """Write the weights into their file, which keeps all else."""
    text = signs.WEIGHTS.read_text("utf-8")
    for name in tomllib.loads(text):
        begin = text.index(f"[{name}]" if name.isalpha() else f'["{name}"]')
        text = text[:begin] + re.sub(r"weight = \S+", f"weight = {weights[name]:.2f}", text[begin:], count=1)
    signs.WEIGHTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
