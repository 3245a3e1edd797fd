"""Words of attacking: whether one tells of an attack, and whether what is stopped is one."""

from spacy.tokens import Token

from pipeline.grammar.arguments import patients, subjects
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.labels import VERBS
from pipeline.grammar.voice import is_passive
from pipeline.reading import Reading


def is_strike(reading: Reading, token: Token) -> bool:
    """A word of attacking is one: no participle before a noun, no struck deal, no shot at what flies, none
    that a verb of firing tells ("fired a shot at")."""
    if token.dep_ == "amod" or struck_deal(reading, token):
        return False
    if "launch" in reading.classes("acts", token.head) and reading.classes("weapons", token):
        return False
    if token.dep_ not in {"attr", "appos"} and any(
        e.data.get("done") for e in reading.entries("acts", token)
    ):
        return False  # "the work of" is somebody's doing only where it is said of something
    return token.pos_ not in VERBS or not any(
        "missile" in reading.classes("weapons", pobj)
        for prep, pobj in prepositional_objects(token)
        if not reading.classes("prepositions", prep)
    )


def struck_deal(reading: Reading, verb: Token) -> bool:
    """A deal is struck, a date is hit: the object is an agreement and no target; a corridor is shelled."""
    if verb.pos_ not in VERBS or not any(entry.data.get("deal") for entry in reading.entries("acts", verb)):
        return False
    return any(token.i in reading.words["truces"] for token in patients(verb))


def tells_when(reading: Reading, prep: Token) -> bool:
    """Tell whether what a preposition governs is no object but tells when or why: "after a raid"."""
    return bool(reading.classes("prepositions", prep) & {"when", "until", "given", "cause"})


def halts_attack(reading: Reading, verb: Token) -> bool:
    """What is stopped is an attack, or all fighting, which forces are said to have stopped."""
    parts = ((prep, noun) for prep, noun in prepositional_objects(verb) if not tells_when(reading, prep))
    governed = [*patients(verb), *(noun for _, noun in parts)]
    governed += [child for child in verb.children if child.dep_ in {"xcomp", "pcomp"}]
    if any("attack" in reading.classes("acts", token) for token in governed):
        return True
    done = verb.tag_ == "VBN" and not is_passive(verb)
    fighting = done and any("clash" in reading.classes("acts", token) for token in governed)
    return fighting and any("force" in reading.classes("weapons", who) for who in subjects(verb))
