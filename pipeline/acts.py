"""What is said to have happened: the words that name a hostile act, or the breach or keeping of a truce.

A word names an act only beside certain others: "broke" with "the truce", "launched" with "a missile". Whether
the act is asserted at all is asked in `reality`, and who did it in `agents`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from pipeline import grammar
from pipeline.datewords import coded
from pipeline.grammar import VERBS, is_neuter
from pipeline.phrases import plain
from pipeline.reading import Reading
from pipeline.reality import is_failed, is_negated, is_unreal

ActKind = Literal["attack", "breach", "keep"]


BROKEN = {"breach", "violation"}


@dataclass(frozen=True)
class Act:
    """One word that names an act. `strong` is False where it does so only if somebody is seen to do it."""

    head: Token
    kind: ActKind
    negated: bool
    unreal: bool
    strong: bool
    rule: str


def find_acts(reading: Reading, sentence: Span, cues: Collection[int] = ()) -> list[Act]:
    """Return the acts named in a sentence, in text order.

    `cues` are the words of the document that say or charge: what is said for some purpose was done.
    """
    found: list[Act] = []
    for index in range(sentence.start, sentence.end):
        if index in reading.words["acts"] and not is_compounded(sentence.doc[index]):
            found += acts_of(reading, sentence.doc[index], cues)
    halted = {
        act.head.i for act in found if act.rule == "halt" for act in inner_acts(reading, act.head, found)
    }
    return [act for act in found if act.head.i not in halted]


def is_compounded(token: Token) -> bool:
    """Tell whether a participle is the second part of an adjective: "shoulder-launched"."""
    doc, before = token.doc, token.i - 1
    return (
        token.tag_ == "VBN"
        and before > 0
        and doc[before].text == "-"
        and not doc[before].whitespace_
        and not doc[before - 1].whitespace_
    )


def acts_of(reading: Reading, token: Token, cues: Collection[int] = ()) -> Iterator[Act]:
    """Yield the act that a word names, if it does; one act at most, the most telling class first."""
    classes = reading.classes("acts", token)
    verbal = token.pos_ in VERBS and token.dep_ != "prep"  # "following the truce"
    for kind, name, holds, strong in (
        ("breach", "breach", verbal and "breach" in classes and about_truce(reading, token), True),
        ("breach", "violation", "violation" in classes and violates_truce(reading, token), True),
        ("keep", "keep", verbal and "keep" in classes and keeps_truce(reading, token), True),
        ("keep", "enforce", verbal and "enforce" in classes and enforces(reading, token), True),
        ("keep", "holdfire", "holdfire" in classes, True),
        ("keep", "halt", verbal and "halt" in classes and halts_attack(reading, token), True),
        ("keep", "hush", verbal and "hush" in classes and falls_silent(reading, token), True),
        ("keep", "spare", "effect" in classes and spares(reading, token), True),
        ("attack", "attack", "attack" in classes and is_strike(reading, token), True),
        ("attack", "suffer", "suffer" in classes, True),
        ("attack", "launch", "launch" in classes and with_weapon(reading, token), True),
        ("attack", "weaponfire", "weaponfire" in classes and not verbal and is_fire(reading, token), False),
        ("attack", "clash", "clash" in classes and is_negated(reading, token), True),
        ("attack", "kindle", verbal and "kindle" in classes and sets_alight(reading, token), False),
        ("attack", "harm", "harm" in classes and harms(reading, token), False),
        ("attack", "began", verbal and began(reading, token), False),
        ("attack", "did", verbal and did_it(reading, token), False),
        ("attack", "intrude", "intrude" in classes and verbal and is_intrusion(reading, token), True),
        ("attack", "effect", "effect" in classes and verbal and has_effect(reading, token), False),
        ("attack", "felled", "intercept" in classes and verbal and fells(reading, token), True),
        ("attack", "sound", "sound" in classes and verbal and fired_guns(reading, token), False),
        ("attack", "move", "move" in classes and verbal and moved_weapon(reading, token), False),
    ):
        if holds:
            yield Act(
                token,
                kind,  # type: ignore[arg-type]
                is_negated(reading, token) or (kind == "keep" and is_failed(reading, token)),
                is_unreal(reading, token, cues),
                strong,
                name,
            )
            return


def inner_acts(reading: Reading, head: Token, acts: list[Act]) -> list[Act]:
    """Return the acts within the subtree of a word that stops them, itself left out."""
    below = {token.i for token in head.subtree} - {head.i}
    return [act for act in acts if act.head.i in below]


# --- what must stand beside the word ---------------------------------------------------------------


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
    objects = grammar.patients(verb)
    objects += [pobj for _, pobj in grammar.prepositional_objects(verb)]
    if spans_truce(reading, objects):
        return True
    return bool(reading.hits["truces"]) and any(token.pos_ == "PRON" for token in grammar.patients(verb))


def violates_truce(reading: Reading, noun: Token) -> bool:
    """A noun of breach is that of a truce, or of nothing else in a text that speaks of a truce."""
    if spans_truce(reading, [noun]):
        return True
    of = [
        pobj
        for prep, pobj in grammar.prepositional_objects(noun)
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
    return not named and names_truce(reading)


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
    objects = grammar.patients(verb)
    objects += [pobj for _, pobj in grammar.prepositional_objects(verb)]
    if not objects:  # "remained true to the truce"
        objects = [
            noun
            for child in verb.children
            if child.dep_ == "acomp"
            for _, noun in grammar.prepositional_objects(child)
        ]
    if spans_truce(reading, objects):
        return True
    bare = not [token for token in objects if token.pos_ not in {"PRON", "ADV"}]
    if not objects and not any(entry.data.get("alone") for entry in reading.entries("acts", verb)):
        return False
    return (
        bare
        and not grammar.is_passive(verb)
        and bool(reading.hits["truces"])
        and reading.classes("acts", verb) == {"keep"}
    )


def is_own_order(reading: Reading, verb: Token) -> bool:
    """What is kept is one's own order to spare somebody: "the order not to fire is being carried out"."""
    inside = {i for noun in grammar.patients(verb) for i in range(noun.left_edge.i, noun.right_edge.i + 1)}
    return any(entry.data.get("own") for entry, _ in reading.within("truces", inside))


def enforces(reading: Reading, verb: Token) -> bool:
    """The object of a verb of enforcing is a truce, and it is said to be enforced."""
    return spans_truce(reading, grammar.patients(verb)) and not is_negated(reading, verb)


def halts_attack(reading: Reading, verb: Token) -> bool:
    """What is stopped is an attack."""
    governed = [*grammar.patients(verb), *(pobj for _, pobj in grammar.prepositional_objects(verb))]
    governed += [child for child in verb.children if child.dep_ in {"xcomp", "pcomp"}]
    return any("attack" in reading.classes("acts", token) for token in governed)


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
        for prep, pobj in grammar.prepositional_objects(token)
        if not reading.classes("prepositions", prep)
    )


def struck_deal(reading: Reading, verb: Token) -> bool:
    """A deal is struck, a date is hit: the object is an agreement and no target; a corridor is shelled."""
    if verb.pos_ not in VERBS or not any(entry.data.get("deal") for entry in reading.entries("acts", verb)):
        return False
    return any(token.i in reading.words["truces"] for token in grammar.patients(verb))


def with_weapon(reading: Reading, verb: Token) -> bool:
    """A verb of launching has a weapon or an attack as what is launched, or as its means."""
    around = [*grammar.patients(verb), *(pobj for prep, pobj in grammar.prepositional_objects(verb))]
    if verb.pos_ == "VERB" and verb.dep_ == "amod":
        around.append(verb.head)
    flying = any(entry.data.get("flying") for entry in reading.entries("acts", verb))
    habit = any(child.dep_ == "auxpass" and child.tag_ in {"VBZ", "VBP"} for child in verb.children)
    if not habit and any(t.dep_ == "nsubjpass" and "attack" in reading.classes("acts", t) for t in around):
        return True  # "the bombardment was aimed at"
    if verb.dep_ == "acl" and (verb.head.pos_ == "NUM" or is_count(verb.head)):
        return any("missile" in reading.classes("weapons", t) for t in verb.sent if t.i < verb.i)
    thrown = any(entry.data.get("thrown") for entry in reading.entries("acts", verb))
    if thrown and any("no" in reading.classes("negation", token) for token in grammar.patients(verb)):
        return True  # "nothing was launched"
    if is_negated(reading, verb) and any(
        "any" in reading.classes("negation", noun) for noun in grammar.patients(verb) if noun.pos_ == "PRON"
    ):
        return any(reading.is_aim(prep) for prep in verb.rights if prep.dep_ == "prep")  # "aimed anything at"
    if any(is_some(token) for token in grammar.patients(verb)):  # "of the drones, not one was sent"
        return any("missile" in reading.classes("weapons", t) for t in verb.sent if t.i < verb.i)
    for token in around:
        heads = [token, *(pobj for prep, pobj in grammar.prepositional_objects(token))]
        for head in heads:
            if reading.classes("weapons", head) & ({"missile"} if flying else {"missile", "arm"}):
                return True
    return "weaponfire" in {c for token in around for c in reading.classes("acts", token)}


def is_intrusion(reading: Reading, verb: Token) -> bool:
    """Tell whether somebody tried to come over a border, in a text that speaks of a truce."""
    above = reading.entries("acts", verb.head) if verb.tag_ == "VB" else []
    tried = any(entry.data.get("tried") for entry in above)
    return tried and speaks_of_truce(reading) and bool(grammar.patients(verb) or [*verb.rights])


def speaks_of_truce(reading: Reading) -> bool:
    """Tell whether a text names a truce by a noun."""
    return any(span.root.pos_ in {"NOUN", "PROPN"} for _, span in reading.hits["truces"])


def is_some(token: Token) -> bool:
    """Tell whether a word is so many of what was named before: "91 of them", "a single one"."""
    if token.pos_ in {"NUM", "PRON"} or token.tag_ == "CD":
        return not [*token.rights] or any(p.pos_ == "PRON" for _, p in grammar.prepositional_objects(token))
    return token.like_num and token.pos_ == "NOUN"


def is_count(noun: Token) -> bool:
    """Tell whether a noun is so many of something that it leaves out: "a total of 21"."""
    return any(pobj.pos_ == "NUM" for prep, pobj in grammar.prepositional_objects(noun) if prep.head == noun)


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


def spares(reading: Reading, verb: Token) -> bool:
    """What is left is left alone."""
    return any("spare" in reading.classes("acts", child) for child in verb.children) or any(
        "spare" in reading.classes("acts", child)
        for patient in verb.children
        if patient.dep_ in {"dobj", "ccomp"}
        for child in patient.children
    )


def harms(reading: Reading, verb: Token) -> bool:
    """What is harmed is no weapon in flight, unless the weapon is what the verb is done with."""
    if any(noun.tag_ == "VBG" for _, noun in grammar.prepositional_objects(verb)):
        return False  # "aimed at freeing"
    if any(reading.classes("acts", noun) & {"attack", "start"} for noun in grammar.patients(verb)):
        return False  # "neutralised an attack"
    fired = any(entry.data.get("fires") for entry in reading.entries("acts", verb))
    return fired or not on_weapon(reading, verb)


def sets_alight(reading: Reading, verb: Token) -> bool:
    """What is set is set on fire."""
    if any(is_debris(reading, subject) for subject in grammar.subjects(verb)):
        return False
    for entry, span in reading.within("acts", set(range(verb.i + 2, verb.right_edge.i + 1))):
        on = "content" in reading.classes("prepositions", span[0].nbor(-1))
        if entry.data["class"] == "alight" or (on and entry.data.get("burns")):
            return True
    return False


def has_effect(reading: Reading, verb: Token) -> bool:
    """Something is harmed by it, no weapon in flight; "the killed soldiers" tells of none who killed them,
    nor does "started the war" of one act."""
    war = any("war" in reading.classes("acts", noun) for noun in grammar.patients(verb))
    begins = "start" in reading.classes("acts", verb) and any(c.dep_ == "xcomp" for c in verb.children)
    if verb.dep_ == "amod" or stands_before_noun(verb) or spans_truce(reading, grammar.patients(verb), False):
        return False
    if goes_away(reading, verb) or done_to_own(verb):
        return False
    counted = grammar.patients(verb)
    people = any(entry.data.get("people") for entry in reading.entries("acts", verb))
    begins = begins or ("start" in reading.classes("acts", verb) and not counted)
    bare = (
        bool(counted) and not people and all(t.pos_ == "NUM" and not [*t.rights] for t in counted)
    )  # "destroyed 16"
    return not (war or begins or bare or on_weapon(reading, verb))


def goes_away(reading: Reading, verb: Token) -> bool:
    """Tell whether somebody leaves a place, and leaves nothing harmed there: "left the town"."""
    states = {word for entry in reading.entries("acts", verb) for word in entry.data.get("states", ())}
    left = [child for child in verb.children if child.dep_ in grammar.OBJECTS]
    named = not left or any(
        grammar.is_pointed_at(token) or "PROPN" in {token.pos_, *(child.pos_ for child in token.lefts)}
        for token in left
    )
    described = any(
        child.dep_ in {"acomp", "oprd", "ccomp"} or (child.dep_ == "prep" and child.lower_ in states)
        for token in (verb, *left)
        for child in token.rights
    )
    flown = any("missile" in reading.classes("weapons", word) for word in grammar.subjects(verb))
    return bool(states) and (named or flown) and not described and not grammar.is_passive(verb)


def done_to_own(verb: Token) -> bool:
    """Tell whether somebody does it to what is his own: "he cut short his trip", "burned their papers"."""
    traits = ("Person", "Number", "Gender")
    return any(
        [child.morph.get(trait, []) for trait in traits] == [subject.morph.get(trait, []) for trait in traits]
        for subject in grammar.subjects(verb)
        if subject.pos_ == "PRON"
        for patient in grammar.patients(verb)
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
    hit = grammar.patients(verb)
    if any(token.pos_ == "NUM" for token in hit):  # "destroyed 40 of 60 missiles"
        parts = (pair for word in (verb, *hit) for pair in grammar.prepositional_objects(word))
        hit += [noun for prep, noun in parts if prep.dep_ != "agent"]
    return any("missile" in reading.classes("weapons", token) for token in hit)


def began(reading: Reading, verb: Token) -> bool:
    """In a text that tells of an attack "it was the other that began"."""
    told = any(entry.data["class"] in {"attack", "weaponfire"} for entry, _ in reading.hits["acts"])
    starts = "start" in reading.classes("acts", verb) and grammar.cleft(verb) is not None
    return told and starts and not any(c.dep_ in {"xcomp", *grammar.OBJECTS} for c in verb.children)


def did_it(reading: Reading, verb: Token) -> bool:
    """Somebody did "it", was behind "it" or "was responsible", in a text that tells of an attack."""
    told = any(entry.data["class"] in {"attack", "weaponfire"} for entry, _ in reading.hits["acts"])
    if is_blamed(reading, verb):
        return told
    if not any(entry.data.get("alone") for entry in reading.entries("acts", verb)):
        return False
    objects = [*grammar.patients(verb), *(pobj for _, pobj in grammar.prepositional_objects(verb))]
    them = (pobj for noun in objects for _, pobj in grammar.prepositional_objects(noun) if is_some(noun))
    return told and (
        any(noun.pos_ == "PRON" and (is_neuter(noun) or noun.tag_ == "DT") for noun in objects)
        or any(noun.pos_ == "PRON" for noun in them)
    )


def fells(reading: Reading, verb: Token) -> bool:
    """What a weapon brings down is no weapon: "a missile brought down a block of flats"."""
    by_weapon = any("missile" in reading.classes("weapons", subject) for subject in grammar.subjects(verb))
    return by_weapon and bool(grammar.patients(verb)) and not on_weapon(reading, verb)


def is_blamed(reading: Reading, verb: Token) -> bool:
    """Tell whether somebody is said to be to blame, and not for what."""
    if not any(entry.data.get("blamed") for entry in reading.entries("acts", verb)):
        return False
    described = (child for child in verb.children if child.dep_ in {"acomp", "attr", "prep"})
    where = {place.start for place in reading.places}
    after = (child for word in described for child in word.children if child.dep_ == "prep")
    return all(where & {token.i for token in prep.subtree} for prep in after)


def fired_guns(reading: Reading, verb: Token) -> bool:
    """What sounds is guns, mortars or drones."""
    return any(reading.classes("weapons", subject) & {"arm", "missile"} for subject in grammar.subjects(verb))


def falls_silent(reading: Reading, verb: Token) -> bool:
    """What falls silent is guns, in a text that speaks of a truce."""
    return speaks_of_truce(reading) and fired_guns(reading, verb)


def moved_weapon(reading: Reading, verb: Token) -> bool:
    """What moves is a weapon, not what is left of one."""
    return any(
        "missile" in entry.data["class"]
        for subject in map(grammar.counted, movers(reading, verb))
        if not is_debris(reading, subject)
        for entry, _ in reading.within("weapons", {token.i for token in grammar.noun_phrase(subject)})
    )


def movers(reading: Reading, verb: Token) -> list[Token]:
    """Return what moves: also in "the drones were headed for the port"."""
    moving = grammar.subjects(verb) or tried_by(reading, verb)
    return moving or grammar.own_subjects(verb, grammar.PASSIVE_SUBJECTS)


def tried_by(reading: Reading, verb: Token) -> list[Token]:
    """Return who made the attempt that an infinitive tells of: "attempts by two drones to reach the port"."""
    if verb.dep_ != "acl" or not any(entry.data.get("tried") for entry in reading.entries("acts", verb.head)):
        return []
    parts = grammar.prepositional_objects(verb.head)
    return [noun for prep, noun in parts if "agent" in reading.classes("prepositions", prep)]


def is_debris(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun names what is left of a weapon, or one that was brought down."""
    downed = any(
        child.dep_ == "amod" and "intercept" in reading.classes("acts", child) for child in noun.lefts
    )
    return downed or "debris" in reading.classes("weapons", noun)
