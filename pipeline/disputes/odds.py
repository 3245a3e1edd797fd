"""How likely two claims of one report are of the same acts: what no single rule decides, by plain signs of
how a report is told, each with a weight.

The weights, in `odds.toml`, are those of a logistic regression, as in `signs.py`; `benchmarks/odds.py`
fits them.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, takewhile
from math import exp
from pathlib import Path

from pipeline.conflict import load_conflict
from pipeline.disputes.days import is_old, same_days
from pipeline.disputes.named import named
from pipeline.disputes.nearby import distance, says_what, shared
from pipeline.disputes.records import Statement
from pipeline.disputes.same import apart, same_voice
from pipeline.disputes.signs import clash

WEIGHTS = Path(__file__).with_name("odds.toml")
MOST = 4  # claims between two; more say no more


@cache
def weights() -> Mapping[str, float]:
    """Return the weight of each sign, and of `none`, with which the sum begins."""
    return {name: float(one["weight"]) for name, one in tomllib.loads(WEIGHTS.read_text("utf-8")).items()}


def likely(first: int, second: int, told: Sequence[Statement], ruled: bool) -> float:
    """Return how likely two claims of a report, by their places in it, are of the same acts, from 0 to 1."""
    found = signs(first, second, told, ruled)
    return 1 / (1 + exp(-weights()["none"] - sum(value * weights()[name] for name, value in found)))


def signs(first: int, second: int, told: Sequence[Statement], ruled: bool) -> Iterator[tuple[str, float]]:
    """Yield each sign that two claims of a report, the first before the second, are of the same acts, with
    how much there is of it; `ruled` if by the rules they are."""
    a, b = told[first], told[second]
    one, other = a.claim, b.claim
    plain, gap, one_sentence = (a.unborrowed, b.unborrowed), distance(a, b), one.span == other.span
    stances = {one.stance, other.stance}
    answer = one.stance == "alleges" and other.stance == "denies" and one.accused == other.accused
    answer = answer and one.claimant != other.claimant
    blames = one.claimant == other.claimant and (one.stance == "alleges") != (other.stance == "alleges")
    crossed = charge_each_other(a, b)
    dated = a.evidence.start is not None and b.evidence.start is not None
    beside = [answers_within(place, told) for place in (first, second)]
    yield "rules", ruled
    yield "apart", apart(*plain, one_report=True)
    yield "shared", shared(a, b)
    yield "one category", one.category == other.category
    yield "leads the report", first == 0
    yield "between", min(MOST, second - first - 1)
    yield "one paragraph", gap == 0 and not one_sentence
    yield "one sentence", one_sentence
    yield "new place", bool(places(b) - places(a))
    yield "names something", says_what(plain[1])
    yield "other day", dated and not same_days(a, b)
    yield "of the past", is_old(b) and a.evidence.start is None
    yield "tallies", a.total + b.total
    yield "takes up", b.evidence.same
    yield "answer", answer
    yield "answer of another place", answer and clash(places(a), places(b))
    yield "answers another", answer and bool(beside[1]) and a not in beside[1]
    yield "repeats what another answers", same_voice(a, b) and bool(beside[1])
    yield "answered", bool(beside[0]) and b not in beside[0]
    yield "answers of two sides", "alleges" not in stances and one.accused != other.accused
    yield "denies and blames", blames and "denies" in stances
    yield "owns up and blames", blames and "admits" in stances
    yield "crossed", crossed
    yield "crossed at large", crossed and a.evidence.general and b.evidence.general


def charge_each_other(a: Statement, b: Statement) -> bool:
    """Return whether each of two allegations is against the side that makes the other."""
    one, other = a.claim, b.claim
    alleged = one.stance == other.stance == "alleges"
    return alleged and (one.accused, one.claimant) == (other.claimant, other.accused)


def answers_within(place: int, told: Sequence[Statement]) -> list[Statement]:
    """Return what answers a claim in its own sentence, or is answered there by it. The claims of a sentence
    stand together."""
    own = told[place].claim
    sides = (range(place - 1, -1, -1), range(place + 1, len(told)))
    beside = (takewhile(lambda n: told[n].claim.span == own.span, side) for side in sides)
    others = (told[n] for n in chain.from_iterable(beside))
    return [one for one in others if one.claim.accused == own.accused and one.claim.stance != own.stance]


def places(statement: Statement) -> frozenset[str]:
    """Return all places that a claim's sentence names, wherever its act was."""
    found = named(statement.claim.sentence, load_conflict(statement.conflict), statement.claim.speaker or "")
    return frozenset(town for town, _ in found.towns) | found.seats | found.regions
