"""How likely two claims of a neighbourhood are of the same acts, by all that is known of them.

A tie is made by what two claims say and nothing else. Here it is known besides what their ties make of them,
and claims of one report are asked of too. The weights, in `likeness.toml`, are those of two logistic
regressions, one for claims of different reports and one for claims of the same; `benchmarks/signs.py` fits
them.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import exp
from pathlib import Path

from pipeline.disputes.days import days_between, gap, is_old, same_days
from pipeline.disputes.nearby import distance, says_what, shared
from pipeline.disputes.records import Key, Statement, Tie
from pipeline.disputes.same import apart, comparable, one_figure, same_voice
from pipeline.disputes.signs import clash, signs

WEIGHTS = Path(__file__).with_name("likeness.toml")
FAR = 10  # days between two reports, or paragraphs between two claims; more says no more


@cache
def weights() -> Mapping[str, tuple[float, float]]:
    """Return the weight of each sign between reports and within one, and of `none`, with which the sum
    begins."""
    found = tomllib.loads(WEIGHTS.read_text("utf-8"))
    return {name: (float(one["between"]), float(one["within"])) for name, one in found.items()}


class Likeness:
    """How likely claims of a neighbourhood are of the same acts; each two are weighed once. `joined` are the
    groups that its ties make."""

    def __init__(self, joined: Iterable[Iterable[Statement]], ties: Iterable[Tie]) -> None:
        self.group = {one.key: number for number, group in enumerate(joined) for one in group}
        self.tied = {frozenset((one.first, one.second)) for one in ties}
        self.known: dict[frozenset[Key], float] = {}

    def __call__(self, a: Statement, b: Statement) -> float:
        """Return how likely two claims are of the same acts, from 0 to 1."""
        pair = frozenset((a.key, b.key))
        if pair not in self.known:
            joined = self.group[a.key] == self.group[b.key]
            self.known[pair] = likely(a, b, joined, pair in self.tied)
        return self.known[pair]


def likely(a: Statement, b: Statement, joined: bool, tied: bool) -> float:
    """Return how likely two claims are of the same acts, from 0 to 1: `joined` if their ties make them of one
    dispute, `tied` if one of these leads from the one to the other."""
    if not tied and counts_apart(a, b):
        return 0.0
    own, known = a.key[0] == b.key[0], weights()
    total = known["none"][own] + sum(
        value * known[name][own] for name, value in likenesses(a, b, joined, tied)
    )
    return 1 / (1 + exp(-total))


def likenesses(a: Statement, b: Statement, joined: bool, tied: bool) -> Iterator[tuple[str, float]]:
    """Yield each sign with how much there is of it."""
    one, other, own = a.claim, b.claim, a.key[0] == b.key[0]
    here, there = a.evidence, b.evidence
    yield from signs(a, b)
    yield "joined", joined
    yield "tied", tied
    yield "days agree", same_days(a, b)
    yield "comparable", comparable(a, b)
    yield "set apart", apart(a, b, own)
    yield "one category", one.category == other.category
    yield "one accused", one.accused == other.accused
    yield "one voice", same_voice(a, b)
    yield "answer", answers(a, b) or answers(b, a)
    yield "reports apart", min(FAR, gap(a, b))
    yield "totals", a.total + b.total
    yield "admissions", (one.stance == "admits") + (other.stance == "admits")
    yield "old news", is_old(a) + is_old(b)
    yield "regions", bool(one.regions) + bool(other.regions)
    yield "says what", says_what(a.unborrowed) + says_what(b.unborrowed)
    yield "paragraphs apart", min(FAR, distance(a, b)) if own else 0
    yield "side by side", own and abs(a.key[1] - b.key[1]) == 1
    yield "shared", shared(a, b)
    yield "shared in their own words", shared(a.unborrowed, b.unborrowed)
    yield "other town", clash(here.towns, there.towns)
    yield "other region", clash(here.regions, there.regions)
    yield "other weapon", clash(here.weapons, there.weapons)
    yield "days between", min(FAR, days_between(a, b))
    yield "reported on one day", not own and a.published == b.published
    yield "leads", (a.key[1] == 0) + (b.key[1] == 0)
    yield "both lead", a.key[1] == b.key[1] == 0


def counts_apart(a: Statement, b: Statement) -> bool:
    """Return whether one of two allegations counts many acts and the other is of one, or the one those of a
    region and the other those of all: a total, its parts and its cases are one only if something in the text
    ties them."""
    if a.total and b.total:
        one_kind = a.claim.category == b.claim.category
        return not (one_kind and (one_figure(a, b) or a.evidence.regions == b.evidence.regions))
    alleged = a.claim.stance == b.claim.stance == "alleges"
    return alleged and (a.many or a.total) != (b.many or b.total)


def answers(a: Statement, b: Statement) -> bool:
    """Return whether a claim may answer an allegation: it is of the accused, and of another party than
    this."""
    one, other = a.claim, b.claim
    answer = one.stance != "alleges" and other.stance == "alleges"
    return answer and one.accused == other.accused and one.claimant != other.claimant
