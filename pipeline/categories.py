"""The kind of an act: a strike on energy, else the breach of a truce, else another strike.

The target may be named again by a bare noun ("the station"), the truce in a neighbouring sentence of the same
statement; a truce that covers energy alone makes its breach a strike on energy.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Span, Token

from pipeline.acts import find_acts, spans_truce
from pipeline.agents import agents
from pipeline.context import Assertion
from pipeline.grammar import VERBS, clause, is_pointed_at, patients, prepositional_objects, subjects
from pipeline.lexicon import forms, read_lexicon
from pipeline.reading import Reading
from pipeline.records import Category

LINGER = timedelta(days=14)  # for so long after its end a truce is still what reports of breaches mean
RECENT = 120  # tokens before a sentence in which an energy target was named shortly before
CLOSE = 2  # sentences within which what a side is said to say frames what its people say
NEAR = 5  # sentences within which the framing of a statement carries over


def categorised(reading: Reading, one: Assertion, published: date | None) -> Assertion:
    """Return an assertion with the category that its own sentence gives."""
    if one.bare and one.stance == "denies":
        return one
    return replace(one, category=category_of(reading, one, published))


def category_of(reading: Reading, one: Assertion, published: date | None) -> Category:
    """Return the category of an act as a statement puts it."""
    sentence = set(range(one.sentence.start, one.sentence.end))
    said = set(one.voice.indices) & sentence
    scope = sentence if one.bare or not said else said
    if aims_at_energy(reading, scope) or names_energy_again(reading, scope, one):
        return "energy_strike"
    if one.stance == "admits":
        return "other_strike"  # nobody puts his own act as a breach
    if one.act.kind in ("breach", "keep") or framed_as_breach(reading, sentence) or regardless(reading, one):
        return (
            "energy_strike"
            if truce_scope(reading, sentence, published) == "energy"
            else "ceasefire_violation"
        )
    return "other_strike"


def aims_at_energy(reading: Reading, scope: set[int]) -> bool:
    """Tell whether an energy target is named in a stretch of text."""
    return any(entry.data["kind"] == "energy" for entry, _ in reading.within("targets", scope))


def names_energy_again(reading: Reading, scope: set[int], one: Assertion) -> bool:
    """Tell whether "the station", or "it" as what was hit, is an energy target named before."""
    recent = set(range(max(0, one.sentence.start - RECENT), one.sentence.end))
    untold = one.bare or one.act.rule == "did" or takes_target_up(one)
    if untold and aims_at_energy(reading, recent - named_as_source(one)):
        return True
    again = [span.root for entry, span in reading.within("targets", scope) if entry.data["kind"] == "again"]
    if any(is_definite(noun) for noun in again):
        return aims_at_energy(reading, set(range(one.sentence.end)))
    head, hit = one.act.head, list[Token]()
    if one.act.kind == "attack":
        hit = patients(head) if head.pos_ == "VERB" else [noun for _, noun in prepositional_objects(head)]
    return any(token.pos_ == "PRON" for token in hit) and aims_at_energy(reading, recent)


def named_as_source(one: Assertion) -> set[int]:
    """Return the words that name who speaks: "the energy ministry" is no target."""
    words = one.speaker.words
    return set(range(words.start, words.end))


def takes_target_up(one: Assertion) -> bool:
    """Tell whether a noun leaves what was hit to what was told before: "the blast", "blamed shelling"."""
    head = one.act.head
    if one.act.kind != "attack" or head.pos_ != "NOUN":
        return False
    if any(child.dep_ == "prep" and child.i > head.i for child in head.children):
        return False
    return one.voice.said.kind == "accuses" or (one.act.rule == "weaponfire" and is_definite(head))


def regardless(reading: Reading, one: Assertion) -> bool:
    """Tell whether an act is said to go on in spite of a truce that was named shortly before."""
    start = one.sentence.start
    told = reading.within("acts", set(range(start, one.sentence.end)))
    if not any(entry.data["class"] == "regardless" for entry, _ in told):
        return False
    return framed_as_breach(reading, set(range(max(0, start - RECENT), start)))


def is_definite(noun: Token) -> bool:
    """Tell whether a noun is definite and bare: "the station", with no attribute that tells another kind."""
    return any(
        child.dep_ == "det" and child.morph.get("Definite", []) == ["Def"] for child in noun.children
    ) and not any(child.dep_ in {"compound", "poss"} for child in noun.children)


def framed_as_breach(reading: Reading, scope: set[int]) -> bool:
    """Tell whether an act is set against a truce named beside it, or a deal of which it is a breach."""
    if any(not is_to_come(reading, truce) for truce in truces_named(reading, scope)):
        return True
    nouns = [span.root for entry, span in reading.within("acts", scope) if entry.data["class"] == "violation"]
    return spans_truce(reading, nouns)


def precedes_truce(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence speaks of what was before a truce."""
    scope = set(range(sentence.start, sentence.end))
    return any(is_to_come(reading, truce) for truce in truces_named(reading, scope))


def truces_named(reading: Reading, scope: set[int]) -> list[Token]:
    """Return the head words for a truce in a stretch of text, without those that may mean other deals."""
    return [
        span.root for entry, span in reading.within("truces", scope) if entry.data.get("strength") != "weak"
    ]


def is_to_come(reading: Reading, truce: Token) -> bool:
    """Tell whether a truce is named for what was before it: "before the truce", "until it took effect"."""
    for word in (truce, *truce.ancestors):
        marks = [child for child in word.lefts if child.dep_ == "mark" and word.pos_ in VERBS]
        if word.dep_ in {"pobj", "pcomp"}:
            marks.append(word.head)
        if marks:
            return all("until" in reading.classes("prepositions", mark) for mark in marks)
        if word.dep_ not in {"pobj", "nsubj", "nsubjpass", "compound", "amod"}:
            return False
    return False


def truce_scope(reading: Reading, scope: set[int], published: date | None) -> str:
    """Return what the truce that is spoken of covers: "energy" alone or "all"."""
    named = {
        entry.data["scope"] for entry, _ in reading.within("truces", scope) if entry.data["scope"] == "energy"
    }
    if named:
        return "energy"
    if published is not None:
        in_force = {
            agreement.scope
            for agreement in reading.conflict.agreements
            if agreement.start <= published <= (agreement.end or agreement.start) + LINGER
        }
        if in_force:
            return "energy" if in_force == {"energy"} else "all"
    return "energy" if energy_truces(reading) else "all"


def energy_truces(reading: Reading) -> bool:
    """Tell whether the truces of a text are about energy: named so, or named beside energy targets only."""
    named = [
        entry.data["scope"] for entry, _ in reading.hits["truces"] if entry.data.get("strength") != "weak"
    ]
    return "energy" in named


def carried_over(reading: Reading, found: Sequence[Assertion]) -> list[Assertion]:
    """Return the assertions with the target that they take up, and with the framing of a statement carried
    over to its neighbouring sentences."""
    aimed = [
        replace(one, category="energy_strike") if takes_up(reading, one, found) else one for one in found
    ]
    return [
        one
        if precedes_truce(reading, one.sentence)
        else replace(one, category=framing_near(reading, one, aimed))
        for one in aimed
    ]


def under_title(found: Sequence[Assertion], title: Reading, published: date | None) -> list[Assertion]:
    """Return the assertions with the framing of the text's title: attacks below one that tells of breaches of
    a truce are such breaches, those of the party that it charges if it charges one."""
    everything = set(range(len(title.doc)))
    tells = framed_as_breach(title, everything) and any(t.lower_ in breaking() for t in title.doc)
    if not tells or truce_scope(title, everything, published) == "energy":
        return list(found)
    told = [act for sentence in title.doc.sents for act in find_acts(title, sentence) if act.kind == "breach"]
    charged = {agent.party for act in told for agent in agents(title, act)} - {None}
    return [
        replace(one, category="ceasefire_violation")
        if one.category == "other_strike"
        and one.stance == "alleges"
        and (not charged or one.accused in charged)
        else one
        for one in found
    ]


@cache
def breaking() -> frozenset[str]:
    """Return the words of breach in all their forms: in a title the parser takes them for anything."""
    entries = read_lexicon("acts").entries
    words = (*entries["breach"].words, *entries["violation"].words)
    return frozenset(form for word in words for form in forms(word))


def framing_near(reading: Reading, one: Assertion, found: Sequence[Assertion]) -> Category:
    """Return the category of an act: a breach if its speaker near by, or the charge denied, calls it one;
    that of what he told just before if it goes on with that."""
    if one.category != "other_strike":
        return one.category
    for other in found:
        if abs(other.number - one.number) <= NEAR and other.accused == one.accused:
            if other.category == "energy_strike" and goes_on_with(reading, one, other):
                return "energy_strike"
            if one.stance == "admits":
                continue
            answered = one.stance == "denies" and other.stance == "alleges" and other.number <= one.number
            if answered and (other.category == "ceasefire_violation" or names_no_target(one)):
                return other.category
            if other.category == "ceasefire_violation" and same_speaker(one, other):
                return "ceasefire_violation"
    return "ceasefire_violation" if one.stance == "alleges" and leads(found, one) else one.category


def leads(found: Sequence[Assertion], one: Assertion) -> bool:
    """Tell whether the first that is alleged is the breach of a truce, by the same party against the same:
    it is what all its charges are about."""
    first = min(other.number for other in found)
    return any(
        other.number == first
        and other.category == "ceasefire_violation"
        and (other.speaker.party, other.accused) == (one.speaker.party, one.accused)
        for other in found
    )


def takes_up(reading: Reading, one: Assertion, found: Sequence[Assertion]) -> bool:
    """Tell whether an act is a strike on energy told of before, by a noun that names no target again: "the
    attack", "such strikes"."""
    head = one.act.head
    nouns = [noun for noun in (head, *subjects(head)) if "attack" in reading.classes("acts", noun)]
    if one.category != "other_strike" or not any(
        noun.pos_ == "NOUN" and is_pointed_at(noun) and not list(prepositional_objects(noun))
        for noun in nouns
    ):
        return False
    earlier = [o for o in found if 0 < one.number - o.number <= NEAR and o.accused == one.accused]
    return bool(earlier) and earlier[-1].category == "energy_strike"


def goes_on_with(reading: Reading, one: Assertion, other: Assertion) -> bool:
    """Tell whether an act has no target of its own and tells more of another: "20 drones came in waves"."""
    head = one.act.head
    if one.act.kind != "attack" or one.number - other.number != 1 or not same_speaker(one, other):
        return False
    hit = [noun for noun in patients(head) if noun.pos_ != "PRON" and not reading.classes("weapons", noun)]
    hit += [
        noun
        for prep, noun in prepositional_objects(head)
        if noun.pos_ in {"NOUN", "PROPN"} and not reading.classes("prepositions", prep)
    ]
    within = clause(head)
    return not hit and not any(place.start in within for place in reading.places)


def names_no_target(one: Assertion) -> bool:
    """Tell whether a denial leaves what was hit to the charge: its verb has no object but a pronoun."""
    return all(token.pos_ == "PRON" for token in patients(one.act.head))


def same_speaker(one: Assertion, other: Assertion) -> bool:
    """Tell whether two assertions are of one statement: of the same person or body, not only of one party.

    "The militia" may be that whose representative spoke; a side as a whole speaks for all who serve it.
    """
    if one.speaker.party != other.speaker.party:
        return False
    words, others = names_of(one), names_of(other)
    heads = {one.speaker.words.root.lower_, other.speaker.words.root.lower_}
    return bool(heads & words & others) or (len(others) == 1 and abs(one.number - other.number) <= CLOSE)


def names_of(one: Assertion) -> set[str]:
    """Return the nouns in the words that name the speaker of an assertion, in lower case."""
    return {token.lower_ for token in one.speaker.words if token.pos_ in {"NOUN", "PROPN"}}
