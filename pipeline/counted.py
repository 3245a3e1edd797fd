"""Finds the numbers of a sentence that count acts or weapons, with the noun that each of them counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from spacy.tokens import Span, Token

from pipeline.datewords import date_mentions
from pipeline.lexicon import forms, read_lexicon
from pipeline.model_caches import remembered
from pipeline.numerals import Numeral, numerals
from pipeline.phrases import Phrase, phrases_in, plain

VERBS = {"VERB", "AUX"}
STOPS = {"VERB", "AUX", "ADP", "SCONJ", "CCONJ"}
NEW = {"NUM", "DET", "VERB", "AUX"}  # no list of kinds of one thing
DESCRIBING = {"amod", "det", "nummod", "poss"}
HARM = {"effect", "harm", "attack"}
LIST = 12  # words between a number and what it counts where a list of kinds stands between
REACH = 7  # words between a number and what it counts: "nine Norlandic-made long-range attack drones"


@dataclass(frozen=True)
class Counted:
    """A number of the sentence with the noun that it counts."""

    numeral: Numeral
    unit: str
    kind: str
    noun: Token


@remembered(16)  # each act of a sentence asks anew
def counts_of(sentence: Span) -> tuple[tuple[Counted, ...], frozenset[int]]:
    """Return the counted nouns of a sentence, and the tokens of the verbs of bringing down."""
    units = phrases_in(sentence, "units", inflected=True)
    downing = frozenset(
        start
        for start, _, phrase in units
        if phrase.entry.data["kind"] == "downing" and sentence.doc[start].pos_ == "VERB"
    )
    return tuple(counted_nouns(sentence, units)), downing


def counted_nouns(sentence: Span, units: Sequence[tuple[int, int, Phrase]]) -> Iterator[Counted]:
    """Yield the numbers of a sentence that count acts or weapons, in text order."""
    at = {end - 1: phrase for _, end, phrase in units if phrase.entry.data["kind"] != "downing"}
    refused, dated = set(no_counts(sentence)), set(days_told(sentence))
    found = list(with_ranges(sentence))
    for number, following in pairwise([*found, None]):
        if number is None or not refused.isdisjoint(range(number.first, number.end + (not number.adverb))):
            continue
        if not dated.isdisjoint(range(number.first, number.end)):
            continue
        stop = min(sentence.end, number.end + REACH, following.start if following else sentence.end)
        noun = tally(sentence, number, at) or noun_after(sentence, number, stop, at)
        if noun is None:
            continue
        entry = at[noun.i].entry if noun.i in at else None
        unit, kind = (entry.id, str(entry.data["kind"])) if entry else ("times", "case")
        if kind == "people":
            continue
        if kind == "tally":
            inner = counts_units(noun, at)
            unit = at[inner.i].entry.id if inner else "times"
        if not (kind == "case" and number.value == 1):
            yield Counted(number, unit, kind, noun)


def with_ranges(sentence: Span) -> Iterator[Numeral]:
    """Yield the numerals of a sentence, each range as one whose lowest is sure: "300 to 400", "between
    300 and 400". What goes "from 300 to 400" has changed."""
    joining = {start: (end, phrase.entry.data) for start, end, phrase in phrases_in(sentence, "numbers")}
    last: Numeral | None = None
    for number in numerals(sentence):
        if last is not None:
            end, data = joining.get(last.end, (-1, {}))
            before = plain(sentence.doc[last.first - 1].text) if last.first > sentence.start else ""
            opened = before in data.get("after", {before}) and before not in data.get("not_after", ())
            if data.get("role") == "range" and end == number.first and opened and number.value > last.value:
                last = replace(last, bound="minimum", end=number.end)
                continue
            yield last
        last = number
    if last is not None:
        yield last


def no_counts(sentence: Span) -> Iterator[int]:
    """Yield the tokens that make a number next to them no count: measures, "one of", "one raid after
    another"; and the number of which something is one: "one of the three", "the first of the three".
    """
    for start, end, phrase in phrases_in(sentence, "numbers"):
        role = phrase.entry.data["role"]
        if role in {"not", "measure", "case"}:
            yield from range(start, end + (role == "case"))
            if role == "measure" and sentence.doc[start - 1].text == "-" and start - 1 > sentence.start:
                yield start - 1
        elif role == "series":
            yield from (
                token.i
                for token in sentence.doc[max(sentence.start, start - REACH) : start]
                if token.pos_ == "NUM"
            )


def days_told(sentence: Span) -> Iterator[int]:
    """Yield the tokens of dates, whose numbers count nothing."""
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
    if last.dep_ == "nummod" and last.head.i >= number.end and last.head.i not in at:
        for noun in (last.head.head, *last.head.conjuncts):
            between = doc[number.end : noun.i]
            own = any(child.dep_ in DESCRIBING for child in noun.lefts)  # "four depots and several drones"
            if (
                noun.i in at
                and not own
                and noun.pos_ not in VERBS
                and 0 < len(between) < LIST
                and not any(token.pos_ in NEW for token in between)
            ):
                return noun  # "40 artillery, rocket and mortar attacks"
    for index in range(number.end, stop):
        token = doc[index]
        before = index + 1 < stop and goes_on(token, doc[index + 1])
        named = token.pos_ in VERBS and any(noun.pos_ == "NOUN" for noun in doc[number.end : index])
        if index in at and not before and not named:  # "60 gunmen attacked" tells of no 60 attacks
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
    if here.dep_ == "conj" and here.head.i >= number.first:  # "between 300 and 400"
        here = here.head
    if here.dep_ == "pobj" and here.head.dep_ == "prep":
        here = here.head
    elif here.dep_ not in {"dobj", "attr", "oprd", "npadvmod"}:
        return None
    strayed = here.dep_ == "prep" and here.head.dep_ == "pobj"  # "put the number over the same period at six"
    verb = here.head.head.head if strayed else here.head
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
            or kind not in ({"tally"} if strayed else {"act", "tally"})
            or noun.i == number.end - 1
        ):
            continue
        if kind == "act" and noun.dep_ == "nsubj" and plain(verb.text) in harming():
            return None  # "the attacks killed six"
        if kind == "act":
            comes_to = here.dep_ != "prep" or plain(verb.text) in summing()
            return noun if comes_to or noun.dep_ != "nsubj" else None
        if any(child.dep_ == "prep" for child in noun.children) and not counts_units(noun, at):
            return None  # "the number of wounded"
        return noun
    return None


@cache
def summing() -> frozenset[str]:
    """Return the verbs by which a number comes to so many in all their forms: "violations stand at 90"."""
    return frozenset(
        form for word in read_lexicon("numbers").entries["comes-to"].words for form in forms(word)
    )


@cache
def harming() -> frozenset[str]:
    """Return the verbs of harm in all their forms: what stands after them was harmed, not counted as acts."""
    entries = read_lexicon("acts").entries.values()
    words = (word for entry in entries if entry.data["class"] in HARM for word in entry.words)
    return frozenset(form for word in words for form in forms(word))


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
