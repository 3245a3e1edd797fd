"""Counts the acts that a sentence alleges: which of its numbers says how many attacks, violations or drones
there were.

A number counts if it belongs to an act or weapon of `lexicon/en/units.toml` ("14 attacks", "163 drones",
"12 times") and that belongs to the act asked about. Casualties, targets, megawatts, calibres, ages,
distances, ordinals and truce lengths have no such noun and so never count; nor does what was brought down.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Span, Token

from pipeline.datewords import LONGEST, date_mentions
from pipeline.numerals import Numeral, numerals
from pipeline.phrases import Phrase, phrases_in
from pipeline.records import Bound
from pipeline.sayingdays import is_saying

CLAUSES = {"relcl", "ccomp", "advcl", "acl", "parataxis"}
VERBS = {"VERB", "AUX"}
STOPS = {"VERB", "AUX", "ADP", "SCONJ", "CCONJ"}
MANY = 20  # how many numbers of a sentence are weighed
# How many words may stand between a number and what it counts: "nine Iranian-made long-range attack drones"
REACH = 7


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


@dataclass(frozen=True)
class Counted:
    """A number of the sentence with the noun that it counts."""

    numeral: Numeral
    unit: str
    kind: str
    noun: Token


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


def voice_of(token: Token) -> Token | None:
    """Return the nearest verb of saying that governs a word."""
    return next((each for each in token.ancestors if is_saying(each)), None)


def same_voice(noun: Token, act: Token) -> bool:
    """Return whether no more than one verb of saying governs two words, so that one voice may have both."""
    one, other = voice_of(noun), voice_of(act)
    return one is None or other is None or one == other


@lru_cache(maxsize=16)  # each act of a sentence asks anew
def counts_of(sentence: Span) -> tuple[tuple[Counted, ...], frozenset[int]]:
    """Return the counted nouns of a sentence, and the tokens of the verbs of bringing down."""
    units = phrases_in(sentence, "units", inflected=True)
    downing = frozenset(
        start
        for start, _, phrase in units
        if phrase.entry.data["kind"] == "downing" and sentence.doc[start].pos_ == "VERB"
    )
    return tuple(counted_nouns(sentence, units)), downing


def counted_nouns(sentence: Span, units: list[tuple[int, int, Phrase]]) -> Iterator[Counted]:
    """Yield the numbers of a sentence that count acts or weapons, in text order."""
    at = {end - 1: phrase for _, end, phrase in units if phrase.entry.data["kind"] != "downing"}
    refused = set(no_counts(sentence))
    found = numerals(sentence)
    for number, following in pairwise([*found, None]):
        if number is None or not refused.isdisjoint(range(number.first, number.end + 1)):
            continue
        stop = min(sentence.end, number.end + REACH, following.start if following else sentence.end)
        noun = tally(sentence, number, at) or noun_after(sentence, number, stop, at)
        if noun is None:
            continue
        entry = at[noun.i].entry if noun.i in at else None
        unit, kind = (entry.id, str(entry.data["kind"])) if entry else ("times", "case")
        if kind == "tally":
            inner = counts_units(noun, at)
            unit = at[inner.i].entry.id if inner else "times"
        if not (kind == "case" and number.value == 1):
            yield Counted(number, unit, kind, noun)


def no_counts(sentence: Span) -> Iterator[int]:
    """Yield the tokens that make a number next to them no count: dates, measures, "one of", "one raid after
    another".
    """
    for start, end, phrase in phrases_in(sentence, "numbers"):
        role = phrase.entry.data["role"]
        if role in {"not", "measure"}:
            yield from range(start, end)
            if role == "measure" and sentence.doc[start - 1].text == "-" and start - 1 > sentence.start:
                yield start - 1
        elif role == "series":
            yield from (
                token.i
                for token in sentence.doc[max(sentence.start, start - REACH) : start]
                if token.pos_ == "NUM"
            )
    for mention in date_mentions(sentence, None):
        yield from range(mention.start, mention.end)


def noun_after(sentence: Span, number: Numeral, stop: int, at: dict[int, Phrase]) -> Token | None:
    """Return the noun that a number counts, if it is one that is counted here; an adverb ("twice") counts
    its verb.
    """
    doc = sentence.doc
    last = doc[number.end - 1]
    if number.adverb:
        return last
    if last.dep_ in {"nsubj", "nsubjpass"} and last.head.pos_ == "AUX":  # "six were attempts to advance"
        for child in last.head.children:
            if child.dep_ == "attr" and child.i in at:
                return child
    for index in range(number.end, stop):
        token = doc[index]
        if index in at and not (index + 1 < stop and goes_on(token, doc[index + 1])):
            return token
        if token.pos_ in STOPS or token.text in {",", ";", ":", "("}:
            if token.pos_ == "VERB" and token.dep_ in {"amod", "compound"}:
                continue
            return None
        if token.pos_ == "NOUN" and token.dep_ != "compound" and index not in at and token.head.i <= index:
            return None
    return None


def goes_on(token: Token, following: Token) -> bool:
    """Return whether a counted word only stands before the noun that is counted: "drone" in "two drone
    operators".
    """
    return (
        token.dep_ in {"compound", "amod", "nmod"}
        and following.pos_ in {"NOUN", "PROPN"}
        and token.head.i > token.i
    )


def tally(sentence: Span, number: Numeral, at: dict[int, Phrase]) -> Token | None:
    """Return what is counted where a number is said of it: "put the number of attacks at six", "violations
    reached 400".
    """
    here = sentence.doc[number.end - 1]
    if here.dep_ == "pobj" and here.head.dep_ == "prep":
        here = here.head
    elif here.dep_ not in {"dobj", "attr", "oprd", "npadvmod"}:
        return None
    verb = here.head
    if verb.pos_ not in VERBS:
        return None
    if (
        verb.dep_ == "relcl" and here.dep_ == "prep"
    ):  # "the violations of the other side, which it put at 488"
        return next((each for each in phrase_heads(verb.head) if each.i in at), None)
    for noun in verb.children:
        kind = at[noun.i].entry.data["kind"] if noun.i in at else ""
        if (
            noun.dep_ not in {"dobj", "nsubj", "nsubjpass"}
            or kind not in {"act", "tally"}
            or noun.i == number.end - 1
        ):
            continue
        if kind == "act":
            return noun if here.dep_ != "prep" or noun.dep_ != "nsubj" else None
        if any(child.dep_ == "prep" for child in noun.children) and not counts_units(noun, at):
            return None  # "the number of wounded"
        return noun
    return None


def counts_units(noun: Token, at: dict[int, Phrase]) -> Token | None:
    """Return what a tally is of: the attacks in "the number of attacks"."""
    return next(
        (each for each in noun.subtree if each.i in at and each != noun and each.pos_ in {"NOUN", "PROPN"}),
        None,
    )


def phrase_heads(token: Token) -> Iterator[Token]:
    """Yield a noun and the nouns that it hangs on by prepositions: "side", "violations"."""
    yield token
    while token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.head.pos_ == "NOUN":
        token = token.head.head
        yield token


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


def clause_of(token: Token) -> Token:
    """Return the head of the clause in which a token stands; coordinated clauses are one."""
    while token.head != token and not (token.dep_ in CLAUSES and token.pos_ in VERBS):
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
