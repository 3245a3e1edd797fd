"""Acts told of a truce: it is broken, kept or enforced, or in a text that speaks of one guns fall silent."""

from spacy.tokens import Token

from pipeline.datewords import coded
from pipeline.firing import fired_guns
from pipeline.grammar.arguments import own_subjects, patients, subjects
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.labels import SUBJECTS
from pipeline.grammar.voice import is_passive
from pipeline.negation import is_negated
from pipeline.phrases import plain
from pipeline.reading import Reading

BROKEN = {"breach", "violation"}


def spans_truce(reading: Reading, tokens: list[Token], weak: bool = True) -> bool:
    """Tell whether a truce is named in the noun phrases of some heads."""
    for token in tokens:
        indices = set(range(token.left_edge.i, token.right_edge.i + 1))
        for entry in [*reading.entries("truces", token), *(e for e, _ in reading.within("truces", indices))]:
            if weak or entry.data.get("strength") != "weak":
                return True
    return False


def about_truce(reading: Reading, verb: Token) -> bool:
    """The object of a verb of breach is a truce, or a pronoun in a text that speaks of one."""
    objects = patients(verb)
    adverbs = [child for child in verb.rights if child.dep_ in {"advmod", "prt"}]  # "went back on the truce"
    objects += [pobj for word in (verb, *adverbs) for _, pobj in prepositional_objects(word)]
    if not objects:  # "broke the truce announced the day before", parsed like "said the truce held all day"
        clauses = [child for child in verb.rights if child.dep_ == "ccomp"]
        objects = [noun for clause in clauses for noun in own_subjects(clause, SUBJECTS) if noun.i > verb.i]
    if spans_truce(reading, objects):
        return True
    return bool(reading.hits["truces"]) and any(token.pos_ == "PRON" for token in patients(verb))


def violates_truce(reading: Reading, noun: Token) -> bool:
    """A noun of breach is that of a truce, or of nothing else in a text that speaks of a truce."""
    if spans_truce(reading, [noun]):
        return True
    of = [
        pobj
        for prep, pobj in prepositional_objects(noun)
        if prep.head == noun
        and "means" in (kinds := reading.classes("prepositions", prep))
        and "when" not in kinds  # "one violation after another"
    ]
    where = {i for place in reading.places for i in range(place.start, place.end + 1)}
    done = noun.dep_ in {"dobj", "nsubjpass"} and "perform" in reading.classes("acts", noun.head)
    at_large = [
        t for t in of if done and any(e.data.get("where") for e in reading.entries("prepositions", t.head))
    ]
    days = coded("UnpWMR")  # "the breaches of last night"
    named = [t for t in of if t.i not in where and t not in at_large and plain(t.text) not in days]
    named = [t for t in named if reading.party(t) is None]
    return not named and (names_truce(reading) or is_counted(reading, noun))


def is_counted(reading: Reading, noun: Token) -> bool:
    """Tell whether so many breaches are laid to a party, in a conflict with truces, which the text need not
    name: "7,500 Norlandic violations", "a list of 40 breaches by Norland"."""
    entries = [entry.data for entry in reading.entries("acts", noun) if entry.data.get("kinds")]
    if not entries or not reading.conflict.agreements:
        return False
    kinds = [child for child in noun.lefts if child.dep_ == "compound" and reading.party(child) is None]
    others = any(child.lower_ in entries[0]["not_before"] for child in noun.rights)
    if others or any(child.lower_ not in entries[0]["kinds"] for child in kinds):
        return False
    verb = noun.head if noun.dep_ == "dobj" else noun
    put_at = any(pobj.like_num for prep, pobj in prepositional_objects(verb) if prep.head == verb)
    number = put_at or any(child.dep_ == "nummod" for child in noun.lefts)
    whose = [*noun.lefts, *(pobj for _, pobj in prepositional_objects(noun))]
    whose += own_subjects(verb, {"nsubj"}) if "perform" in reading.classes("acts", verb) else []
    return number and any(reading.party(word) for word in whose)


def names_truce(reading: Reading) -> bool:
    """Tell whether a text names a truce: by a word for no other deal, or by one for what is said to be broken
    ("broke the understanding")."""
    return any(
        entry.data.get("strength") != "weak"
        or reading.classes("acts", span.root.head if span.root.dep_ == "dobj" else span.root.head.head)
        & BROKEN
        for entry, span in reading.hits["truces"]
    )


def keeps_truce(reading: Reading, verb: Token) -> bool:
    """The object of a verb of keeping is a truce, or it has none in a text that speaks of one."""
    objects = patients(verb)
    objects += [pobj for _, pobj in prepositional_objects(verb)]
    if not objects:  # "remained true to the truce"
        objects = [
            noun
            for child in verb.children
            if child.dep_ == "acomp"
            for _, noun in prepositional_objects(child)
        ]
    if spans_truce(reading, objects):
        return True
    bare = not [token for token in objects if token.pos_ not in {"PRON", "ADV"}]
    if not objects and not any(entry.data.get("alone") for entry in reading.entries("acts", verb)):
        return False
    return (
        bare
        and not is_passive(verb)
        and bool(reading.hits["truces"])
        and reading.classes("acts", verb) == {"keep"}
    )


def is_own_order(reading: Reading, verb: Token) -> bool:
    """What is kept is one's own order to spare somebody: "the order not to fire is being carried out"."""
    inside = {i for noun in patients(verb) for i in range(noun.left_edge.i, noun.right_edge.i + 1)}
    return any(entry.data.get("own") for entry, _ in reading.within("truces", inside))


def enforces(reading: Reading, verb: Token) -> bool:
    """The object of a verb of enforcing is a truce, and it is said to be enforced."""
    return spans_truce(reading, patients(verb)) and not is_negated(reading, verb)


def speaks_of_truce(reading: Reading) -> bool:
    """Tell whether a text names a truce by a noun."""
    return any(span.root.pos_ in {"NOUN", "PROPN"} for _, span in reading.hits["truces"])


def is_intrusion(reading: Reading, verb: Token) -> bool:
    """Tell whether a force tried to cross a border, in a text that speaks of a truce: "attempts to cross",
    "troops tried to cross", but not "families tried to cross"."""
    above = reading.entries("acts", verb.head) if verb.tag_ == "VB" else []
    tried = any(entry.data.get("tried") for entry in above)
    if verb.dep_ == "xcomp" and not any(may_intrude(reading, who) for who in subjects(verb.head)):
        return False
    return tried and speaks_of_truce(reading) and bool(patients(verb) or [*verb.rights])


def may_intrude(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun is of soldiers or of a party by its name, not of its people."""
    named = noun.pos_ == "PROPN" and reading.party(noun) is not None
    return named or "force" in reading.classes("weapons", noun)


def falls_silent(reading: Reading, verb: Token) -> bool:
    """What falls silent is guns, in a text that speaks of a truce."""
    return speaks_of_truce(reading) and fired_guns(reading, verb)
