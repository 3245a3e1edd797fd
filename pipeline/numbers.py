"""Counts the acts that a sentence alleges: which of its numbers says how many attacks, violations or drones
there were.

A number counts if it belongs to an act or weapon of `lexicon/en/units.toml` ("14 attacks", "163 drones",
"12 times") and that belongs to the act asked about. Casualties, targets, megawatts, calibres, ages,
distances, ordinals and truce lengths have no such noun and so never count; nor does what was brought down.
"""

from bisect import bisect
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.counted import VERBS, Counted, counts_of
from pipeline.datewords import LONGEST
from pipeline.records import Bound
from pipeline.sayingdays import is_saying

CLAUSES = {"relcl", "ccomp", "advcl", "acl", "parataxis"}
MANY = 20  # how many numbers of a sentence are weighed


@dataclass(frozen=True)
class Count:
    """How many acts are alleged. `unit` is an id of units.toml; `start` and `end` are token indices.

    `bound` is "minimum" for "more than", "at least"; "maximum" for "up to", "as many as", "fewer than";
    else "exact", and so also for "about", "some" and "nearly".
    """

    value: int
    unit: str
    bound: Bound
    start: int
    end: int


def act_count(sentence: Span, act: Token) -> Count | None:
    """Return how many acts the sentence says there were of the one headed by `act`: the first such number,
    or None.

    "A drone" and "one more strike" give no number; "one violation" gives 1. Where no number hangs on the
    act, the first that the same voice gives for acts or weapons is taken: "six were attempts, the rest
    shellings".
    """
    if len(sentence) > LONGEST:
        return None
    counted, downing = counts_of(sentence)
    if len(counted) > MANY:  # a list without end: those nearest to the act, so that no text takes long
        middle = bisect(counted, act.i, key=lambda each: each.noun.i)
        counted = counted[max(0, middle - MANY // 2) : middle + MANY // 2]
    near = [each for each in counted if not brought_down(each, act, downing)]
    of_act = (each for each in near if belongs(each, act))
    of_voice = (each for each in near if each.kind != "case" and same_voice(each.noun, act))
    found = next(of_act, None) or next(of_voice, None)
    if found is None:
        return None
    number = found.numeral
    return Count(number.value, found.unit, number.bound, number.start, max(number.end, found.noun.i + 1))


def belongs(counted: Counted, act: Token) -> bool:
    """Return whether a counted noun belongs to the act: is it, hangs on it, or shares its clause."""
    noun = counted.noun
    if noun == act or noun.is_ancestor(act):
        return True
    if act.is_ancestor(noun):
        voice = voice_of(noun)
        return voice is None or not act.is_ancestor(voice)
    if clause_of(noun) == clause_of(act):
        return True
    between = act.doc[act.i + 1 : counted.numeral.start]
    return counted.kind == "case" and act.i < noun.i and not any(token.pos_ == "VERB" for token in between)


def voice_of(token: Token) -> Token | None:
    """Return the nearest verb of saying that governs a word."""
    return next((each for each in token.ancestors if is_saying(each)), None)


def same_voice(noun: Token, act: Token) -> bool:
    """Return whether no more than one verb of saying governs two words, so that one voice may have both."""
    one, other = voice_of(noun), voice_of(act)
    return one is None or other is None or one == other


def clause_of(token: Token) -> Token:
    """Return the head of the clause in which a token stands; coordinated clauses are one, but not what two
    say."""
    while token.head != token and not (token.dep_ in CLAUSES and token.pos_ in VERBS):
        if token.dep_ == "conj" and is_saying(token):
            break
        token = token.head
    return token


def brought_down(counted: Counted, act: Token, downing: frozenset[int]) -> bool:
    """Return whether the counted drones or missiles are said to have been brought down, and the act is no
    launch.
    """
    noun = counted.noun
    if counted.kind != "weapon" or (noun.head != act and (noun == act or noun.is_ancestor(act))):
        return False
    return noun.head.i in downing and noun.dep_ in {"dobj", "nsubjpass"}
