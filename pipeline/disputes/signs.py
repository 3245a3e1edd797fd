"""What speaks for and against it that two claims are of the same acts: signs, each with a weight.

The weights, in `signs.toml`, are those of a logistic regression, so that their sum is the logarithm of the
odds. `benchmarks/signs.py` fits them, and measures them on stories that they were not fitted on.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from pipeline.disputes.bodies import names_of_bodies, told_by
from pipeline.disputes.days import told_late
from pipeline.disputes.records import Evidence, Statement
from pipeline.lexicon import read_lexicon
from pipeline.place_names import fold, loosen

WEIGHTS = Path(__file__).with_name("signs.toml")
MOST = 3  # words; more in common say no more


@cache
def weights() -> Mapping[str, float]:
    """Return the weight of each sign, and of `none`, with which the sum begins."""
    return {name: float(one["weight"]) for name, one in tomllib.loads(WEIGHTS.read_text("utf-8")).items()}


@cache
def told() -> Mapping[str, str]:
    """Return for the signs that are told to readers what they are called."""
    found = tomllib.loads(WEIGHTS.read_text("utf-8"))
    return {name: str(one["told"]) for name, one in found.items() if "told" in one}


def weighed(a: Statement, b: Statement) -> tuple[float, list[str]]:
    """Return the logarithm of the odds that two claims of different reports are of the same acts, and why."""
    found = dict(signs(a, b))
    weight = weights()["none"] + sum(value * weights()[name] for name, value in found.items())
    return weight, [what for name, what in told().items() if found.get(name)]


def signs(a: Statement, b: Statement) -> Iterator[tuple[str, float]]:
    """Yield each sign that there may be with how much there is of it, from 0."""
    one, other = a.evidence, b.evidence
    towns, things = one.towns & other.towns, one.things & other.things
    place = bool(towns or one.seats & other.seats)
    yield "place", place
    yield "region", not place and bool(set(a.claim.regions) & set(b.claim.regions))
    yield "thing", bool(things - usual_things())
    yield "thing of which there are many", bool(things) and not things - usual_things()
    yield "other thing", clash(one.things, other.things)
    shared = (one.names & other.names) - words_of_towns(towns)
    yield "names", min(MOST, len(shared))
    yield "words", min(MOST, len(one.words & other.words))
    yield "speaker", one_voice(a, b)
    yield "story", (about(one, other) + about(other, one)) / 2
    yield "weapon", bool(one.weapons & other.weapons)
    yield "opening", a.paragraph == b.paragraph == 0
    kinds = (a.claim.category == "energy_strike") != (b.claim.category == "energy_strike")
    yield "other kind", kinds and not things - usual_things()  # of one target, one was taken amiss
    yield "undated", (one.start is None) + (other.start is None)
    yield "day", one.start is not None and other.start is not None
    yield "no other day", one.start is not None and (one.start, one.end) == (other.start, other.end)
    yield "further", one.further != other.further
    yield "told alike", alike(a, b)
    yield "late", told_late(a, b)


def about(one: Evidence, other: Evidence) -> int:
    """Return how much of what a claim names is what the report of another is about."""
    named = one.towns | one.regions | one.things | one.names | one.words
    return min(MOST, len(named & other.story))


def alike(a: Statement, b: Statement) -> float:
    """Return which share of the words of two sentences they have in common."""
    return 2 * len(a.words & b.words) / max(1, len(a.words) + len(b.words))


def one_voice(a: Statement, b: Statement) -> bool:
    """Return whether one and the same named speaker makes two claims of one stance."""
    if (a.claim.claimant, a.claim.stance, a.conflict) != (b.claim.claimant, b.claim.stance, b.conflict):
        return False
    return bool(
        (told_by(a.speaker, a.conflict) - bodies_words()) & (told_by(b.speaker, b.conflict) - bodies_words())
    )


@cache
def bodies_words() -> frozenset[str]:
    """Return what the words for a body are called, which name no one person."""
    return frozenset(names_of_bodies().values())


@lru_cache(maxsize=10_000)
def words_of_towns(towns: frozenset[str]) -> frozenset[str]:
    """Return the words of the names of towns, as `terms` spells them."""
    return frozenset(loosen(word) for town in towns for word in fold(town.partition("/")[2]).split())


@cache
def usual_things() -> frozenset[str]:
    """Return the ids of things of which there are many in any town."""
    return frozenset(one.id for one in read_lexicon("things").entries.values() if one.data.get("usual"))


def clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether both name something, and nothing in common."""
    return bool(one and other and not one & other)
