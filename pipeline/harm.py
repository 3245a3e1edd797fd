"""Acts told by the harm that is done: what is hit, destroyed, felled or set on fire, or left alone."""

from spacy.tokens import Token

from pipeline.datewords import coded
from pipeline.firing import is_debris, remains_of
from pipeline.grammar.arguments import patients, subjects
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.features import is_pointed_at
from pipeline.grammar.labels import OBJECTS
from pipeline.grammar.voice import is_passive
from pipeline.phrases import plain
from pipeline.reading import Reading
from pipeline.truce_acts import spans_truce


def harms(reading: Reading, verb: Token) -> bool:
    """What is harmed is no weapon in flight, unless the weapon is what the verb is done with."""
    if any(noun.tag_ == "VBG" for _, noun in prepositional_objects(verb)):
        return False  # "aimed at freeing"
    if any(reading.classes("acts", noun) & {"attack", "start"} for noun in patients(verb)):
        return False  # "neutralised an attack"
    fired = any(entry.data.get("fires") for entry in reading.entries("acts", verb))
    return fired or not on_weapon(reading, verb)


def sets_alight(reading: Reading, verb: Token) -> bool:
    """What is set is set on fire, or a fire is what is lit."""
    if any(is_debris(reading, one) and remains_of(reading, one) is None for one in subjects(verb)):
        return False
    if any(e.data.get("burns") for noun in patients(verb) for e in reading.entries("acts", noun)):
        return True
    for entry, span in reading.within("acts", set(range(verb.i + 2, verb.right_edge.i + 1))):
        on = "content" in reading.classes("prepositions", span[0].nbor(-1))
        if entry.data["class"] == "alight" or (on and entry.data.get("burns")):
            return True
    return False


def has_effect(reading: Reading, verb: Token) -> bool:
    """Something is harmed by it, no weapon in flight; "the killed soldiers" tells of none who killed them,
    nor does "started the war" of one act."""
    if verb.dep_ == "amod" or stands_before_noun(verb) or spans_truce(reading, patients(verb), False):
        return False
    if goes_away(reading, verb) or done_to_own(verb) or begins_war(reading, verb):
        return False
    return not (has_bare_number(reading, verb) or on_weapon(reading, verb))


def begins_war(reading: Reading, verb: Token) -> bool:
    """Tell whether a war is what is done or started, or nothing, or to do something."""
    hit = patients(verb)
    if any("war" in reading.classes("acts", noun) for noun in hit):
        return True
    return "start" in reading.classes("acts", verb) and (
        not hit or any(child.dep_ == "xcomp" for child in verb.children)
    )


def has_bare_number(reading: Reading, verb: Token) -> bool:
    """Tell whether only a number says what was hit, where a verb is not of people: "destroyed 16"."""
    hit = patients(verb)
    people = any(entry.data.get("people") for entry in reading.entries("acts", verb))
    return bool(hit) and not people and all(noun.pos_ == "NUM" and not [*noun.rights] for noun in hit)


def goes_away(reading: Reading, verb: Token) -> bool:
    """Tell whether somebody leaves a place, and leaves nothing harmed there: "left the town"."""
    states = {word for entry in reading.entries("acts", verb) for word in entry.data.get("states", ())}
    left = [child for child in verb.children if child.dep_ in OBJECTS]
    named = not left or any(
        is_pointed_at(token) or "PROPN" in {token.pos_, *(child.pos_ for child in token.lefts)}
        for token in left
    )
    described = any(
        child.dep_ in {"acomp", "oprd", "ccomp"}
        or (child.dep_ == "prep" and child.lower_ in states and not is_time(child))
        for token in (verb, *left)
        for child in token.rights
    )
    flown = any("missile" in reading.classes("weapons", word) for word in subjects(verb))
    return bool(states) and (named or flown) and not described and not is_passive(verb)


def is_time(preposition: Token) -> bool:
    """Tell whether a preposition tells when, not in what state: "left the town in April", "in 2012"."""
    nouns = [child for child in preposition.rights if child.dep_ == "pobj"]
    return any(noun.like_num or plain(noun.text) in coded("MUWn") for noun in nouns)


def done_to_own(verb: Token) -> bool:
    """Tell whether somebody does it to what is his own: "he cut short his trip", "burned their papers"."""
    traits = ("Person", "Number", "Gender")
    return any(
        [child.morph.get(trait, []) for trait in traits] == [subject.morph.get(trait, []) for trait in traits]
        for subject in subjects(verb)
        if subject.pos_ == "PRON"
        for patient in patients(verb)
        for child in patient.lefts
        if child.dep_ == "poss" and child.pos_ == "PRON"
    )


def stands_before_noun(verb: Token) -> bool:
    """Tell whether a participle that the parser took for a verb says which: "the bodies of 20 killed men"."""
    numbered = verb.i > 0 and verb.nbor(-1).pos_ == "NUM" and verb.tag_ in {"VBN", "VBD"}
    return (
        numbered
        and not any(child.dep_ in {"auxpass", "aux", "agent"} for child in verb.children)
        and any(child.dep_ == "dobj" for child in verb.children)
    )


def on_weapon(reading: Reading, verb: Token) -> bool:
    """What is destroyed is a weapon in flight, or so many of them: it was brought down."""
    hit = patients(verb)
    if any(token.pos_ == "NUM" for token in hit):  # "destroyed 40 of 60 missiles"
        parts = (pair for word in (verb, *hit) for pair in prepositional_objects(word))
        hit += [noun for prep, noun in parts if prep.dep_ != "agent"]
    return any("missile" in reading.classes("weapons", token) for token in hit)


def fells(reading: Reading, verb: Token) -> bool:
    """What a weapon brings down is no weapon: "a missile brought down a block of flats"."""
    by_weapon = any("missile" in reading.classes("weapons", subject) for subject in subjects(verb))
    return by_weapon and bool(patients(verb)) and not on_weapon(reading, verb)


def spares(reading: Reading, verb: Token) -> bool:
    """What is left is left alone."""
    return any("spare" in reading.classes("acts", child) for child in verb.children) or any(
        "spare" in reading.classes("acts", child)
        for patient in verb.children
        if patient.dep_ in {"dobj", "ccomp"}
        for child in patient.children
    )
