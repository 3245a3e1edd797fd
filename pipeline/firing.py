"""Acts told by the use of a weapon: it is launched or fired, it sounds, or it moves."""

from spacy.tokens import Span, Token

from pipeline.grammar import arguments
from pipeline.grammar.arguments import own_subjects, subjects
from pipeline.grammar.constituents import noun_phrase, prepositional_objects
from pipeline.grammar.features import is_plural
from pipeline.grammar.labels import PASSIVE_SUBJECTS
from pipeline.grammar.partitives import counted, is_count, is_some
from pipeline.negation import is_negated
from pipeline.reading import Reading

NEAR = 40  # tokens


def with_weapon(reading: Reading, verb: Token) -> bool:
    """A verb of launching has a weapon or an attack as what is launched, or as its means."""
    patients = arguments.patients(verb)
    around = [*patients, *(pobj for _, pobj in prepositional_objects(verb))]
    if verb.pos_ == "VERB" and verb.dep_ == "amod":
        around.append(verb.head)
    if aims_attack(reading, verb, around):
        return True
    if verb.dep_ == "acl" and (verb.head.pos_ == "NUM" or is_count(verb.head)):
        return is_after_weapon(reading, verb)
    if launches_nothing(reading, verb, patients):
        return True
    if is_negated(reading, verb) and any(
        "any" in reading.classes("negation", noun) for noun in patients if noun.pos_ == "PRON"
    ):
        return aimed(reading, verb)  # "aimed anything at"
    if any(token.pos_ == "PRON" and is_plural(token) for token in patients) and aimed(reading, verb):
        return any("missile" in reading.classes("weapons", word) for word in before(verb))
    if any(is_some(token) for token in patients):  # "of the drones, not one was sent"
        return is_after_weapon(reading, verb)
    flying = any(entry.data.get("flying") for entry in reading.entries("acts", verb))
    weapons = {"missile"} if flying else {"missile", "arm"}
    parts = (noun for token in around for _, noun in prepositional_objects(token))
    return any(reading.classes("weapons", noun) & weapons for noun in (*around, *parts)) or any(
        "weaponfire" in reading.classes("acts", token) for token in around
    )


def aimed(reading: Reading, verb: Token) -> bool:
    """Tell whether it is said at what something was launched."""
    return any(reading.is_aim(prep) for prep in verb.rights if prep.dep_ == "prep")


def before(verb: Token) -> Span:
    """Return the words before a verb in which a weapon may be named that "they" are."""
    return verb.doc[max(0, verb.i - NEAR) : verb.i]


def aims_attack(reading: Reading, verb: Token, around: list[Token]) -> bool:
    """Tell whether an attack was launched, at some time and not by habit: "the bombardment was aimed at"."""
    habit = any(child.dep_ == "auxpass" and child.tag_ in {"VBZ", "VBP"} for child in verb.children)
    return not habit and any(
        token.dep_ == "nsubjpass" and "attack" in reading.classes("acts", token) for token in around
    )


def is_after_weapon(reading: Reading, verb: Token) -> bool:
    """Tell whether a weapon is named before a verb in its sentence."""
    return any("missile" in reading.classes("weapons", token) for token in verb.sent if token.i < verb.i)


def launches_nothing(reading: Reading, verb: Token, patients: list[Token]) -> bool:
    """Tell whether nothing is what is launched: "nothing was launched"."""
    thrown = any(entry.data.get("thrown") for entry in reading.entries("acts", verb))
    return thrown and any("no" in reading.classes("negation", token) for token in patients)


def is_fire(reading: Reading, noun: Token) -> bool:
    """Fire is shot, does not burn, and is no part of a word for a truce ("cease-fire") or for troops ("fire
    groups")."""
    if noun.dep_ == "compound" and "force" in reading.classes("weapons", noun.head):
        return False
    if any(entry.data.get("predicate") for entry in reading.entries("acts", noun)):
        return noun.dep_ in {"attr", "oprd", "xcomp", "pobj"} and noun.head.pos_ != "VERB"
    verb = (
        noun.head
        if noun.dep_ in {"nsubj", "nsubjpass"}
        else next((c for c in noun.rights if c.dep_ == "relcl"), noun)
    )
    if any(entry.data.get("burning") for entry in reading.entries("acts", verb)):
        return False  # "the fire that broke out"
    return not burns(reading, noun) and not any(
        span.start <= noun.i < span.end for _, span in reading.hits["truces"]
    )


def burns(reading: Reading, noun: Token) -> bool:
    """A fire burns where it is one of many: "a fire", but "enemy fire"."""
    article = any(
        child.dep_ == "det" and child.morph.get("Definite", []) == ["Ind"] for child in noun.lefts
    ) and not any(child.dep_ in {"compound", "poss", "amod"} for child in noun.lefts)
    return article and any(entry.data.get("burns") for entry in reading.entries("acts", noun))


def fired_guns(reading: Reading, verb: Token) -> bool:
    """What sounds is guns, mortars or drones."""
    return any(reading.classes("weapons", subject) & {"arm", "missile"} for subject in subjects(verb))


def moved_weapon(reading: Reading, verb: Token) -> bool:
    """What moves is a weapon, not what is left of one."""
    return any(
        "missile" in entry.data["class"]
        for subject in map(counted, movers(reading, verb))
        if not is_debris(reading, subject)
        for entry, _ in reading.within("weapons", {token.i for token in noun_phrase(subject)})
    )


def movers(reading: Reading, verb: Token) -> list[Token]:
    """Return what moves: also in "the drones were headed for the port"."""
    moving = subjects(verb) or tried_by(reading, verb)
    return moving or own_subjects(verb, PASSIVE_SUBJECTS)


def tried_by(reading: Reading, verb: Token) -> list[Token]:
    """Return who made the attempt that an infinitive tells of: "attempts by two drones to reach the port"."""
    if verb.dep_ != "acl" or not any(entry.data.get("tried") for entry in reading.entries("acts", verb.head)):
        return []
    parts = prepositional_objects(verb.head)
    return [noun for prep, noun in parts if "agent" in reading.classes("prepositions", prep)]


def remains_of(reading: Reading, noun: Token) -> Token | None:
    """Return the weapon of which a noun names the remains: "debris of the drones set the store on fire"."""
    parts = prepositional_objects(noun) if "debris" in reading.classes("weapons", noun) else []
    return next((weapon for _, weapon in parts if "missile" in reading.classes("weapons", weapon)), None)


def is_debris(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun names what is left of a weapon, or one that was brought down."""
    downed = any(
        child.dep_ == "amod" and "intercept" in reading.classes("acts", child) for child in noun.lefts
    )
    return downed or "debris" in reading.classes("weapons", noun)
