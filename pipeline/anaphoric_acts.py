"""Acts that are only referred back to, in a text that tells of an attack: somebody "did it" or "began"."""

from spacy.tokens import Token

from pipeline.agent_places import is_force
from pipeline.grammar.arguments import patients
from pipeline.grammar.clefts import cleft
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.features import is_neuter
from pipeline.grammar.labels import OBJECTS
from pipeline.grammar.partitives import is_some
from pipeline.negation import is_negated
from pipeline.reading import Reading


def began(reading: Reading, verb: Token) -> bool:
    """In a text that tells of an attack "it was the other that began"."""
    bare = not any(child.dep_ in {"xcomp", *OBJECTS} for child in verb.children)
    return bare and cleft(verb) is not None and tells_of_attack(reading)


def did_it(reading: Reading, verb: Token) -> bool:
    """Somebody did "it", was behind "it" or "was responsible", in a text that tells of an attack."""
    if is_blamed(reading, verb) or has_no_part(reading, verb):
        return tells_of_attack(reading)
    if not any(entry.data.get("alone") for entry in reading.entries("acts", verb)):
        return False
    objects = [*patients(verb), *(pobj for _, pobj in prepositional_objects(verb))]
    them = (pobj for noun in objects for _, pobj in prepositional_objects(noun) if is_some(noun))
    return tells_of_attack(reading) and (
        any(noun.pos_ == "PRON" and (is_neuter(noun) or noun.tag_ == "DT") for noun in objects)
        or any(noun.pos_ == "PRON" for noun in them)
    )


def is_blamed(reading: Reading, verb: Token) -> bool:
    """Tell whether somebody is said to be to blame, and not for what."""
    if not any(entry.data.get("blamed") for entry in reading.entries("acts", verb)):
        return False
    described = (child for child in verb.children if child.dep_ in {"acomp", "attr", "prep"})
    where = {place.start for place in reading.places}
    after = (child for word in described for child in word.children if child.dep_ == "prep")
    return all(where & {token.i for token in prep.subtree} for prep in after)


def has_no_part(reading: Reading, verb: Token) -> bool:
    """Tell whether forces are said to have had no part, and not in what: "no soldier had taken part"."""
    if not any(entry.data.get("subject") for entry in reading.entries("acts", verb)):
        return False
    subjects = [child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}]
    forces = any(is_force(reading, noun) for noun in subjects)
    told = any(child.dep_ == "prep" for child in verb.children)
    return forces and not told and is_negated(reading, verb)


def tells_of_attack(reading: Reading) -> bool:
    """Tell whether a text names an attack."""
    return any(entry.data["class"] in {"attack", "weaponfire"} for entry, _ in reading.hits["acts"])
