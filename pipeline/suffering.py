"""What an act is done to, and so whose it must be: the adversary of whoever suffers it."""

from itertools import takewhile

from spacy.tokens import Token

from pipeline.acts import Act
from pipeline.adversaries import is_unarmed, main_adversary, the_other
from pipeline.agent_places import repelling_verb
from pipeline.grammar import constituents
from pipeline.grammar.arguments import doers, patients, subjects
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.labels import PASSIVE_SUBJECTS, SUBJECTS, VERBS
from pipeline.grammar.quotation import is_quoted
from pipeline.grammar.voice import is_passive
from pipeline.reading import Reading
from pipeline.speakers import Speaker


def suffered_from(reading: Reading, act: Act, speaker: Speaker) -> str | None:
    """Return whose act it must be by whom it was done to: the adversary of whose that is, if there is one.

    Whose it is, the words for it tell ("our border post"), else the region it lies in.
    """
    if act.kind != "attack" or is_unarmed(reading, speaker.party):
        return None  # an outside body that charges nobody leaves it open
    conflict = reading.conflict
    verb = repelling_verb(reading, act.head)
    if verb is not None:
        for doer in doers(verb):
            return main_adversary(reading, owner_of(reading, doer, speaker) or speaker.party)
    suffers = "suffer" in reading.classes("acts", act.head)
    hit = subjects(act.head) if suffers else suffering(reading, act.head)
    for token in [*hit, *hit_along(act.head)]:
        if is_at_others(reading, token):
            continue  # what is fired suffers nothing: "a barrage of Norlandic attacks"
        party = owner_of(reading, token, speaker)
        if party:
            return main_adversary(reading, party)
    clause = constituents.clause(act.head)
    places = [place for place in reading.places if place.start in clause and place.region]
    places = [place for place in places if not is_whence(reading, act.head.doc[place.start], act)]
    governing = {conflict.party_of_region(place.region) for place in places if place.region}
    if len(governing) == 1 and (party := governing.pop()):
        held = any(place.region in conflict.contested for place in places) or not conflict.contested
        return striker(reading, party, speaker) if party == speaker.party or not held else None
    return None


def striker(reading: Reading, party: str, speaker: Speaker) -> str | None:
    """Return whose an attack on a party is: its adversary's, by default the speaker's, if he fights it."""
    foes = reading.adversaries(party)
    unnamed = speaker.party in foes and not any(reading.named[foe] for foe in foes)
    return speaker.party if unnamed else main_adversary(reading, party)


def is_whence(reading: Reading, place: Token, act: Act) -> bool:
    """Tell whether a place is where the shots of an act come from: "fired from the direction of Hilltown".

    In "fired from a gun that hit Hilltown" it is not.
    """
    acting = {act.head, act.head.head}
    return any(
        word.dep_ == "prep"
        and word.head in acting
        and any(entry.data.get("whence") for entry in reading.entries("prepositions", word))
        for word in takewhile(lambda token: token.pos_ not in VERBS, place.ancestors)
    )


def hits_own(reading: Reading, act: Act, speaker: Speaker) -> bool:
    """Tell whether an act is done to what is the speaker's, which he does not do himself."""
    heads = [act.head, act.head.head] if act.head.dep_ in {"nsubjpass", "dobj"} else [act.head]
    hit = [noun for head in heads if head.pos_ in VERBS for noun in patients(head)]
    if "launch" in reading.classes("acts", act.head):
        hit = [noun for noun in hit if not reading.classes("weapons", noun)]  # "used their guns"
    for head in (head for head in heads if "laid" not in reading.classes("acts", head)):
        pairs = prepositional_objects(head)
        hit += [noun for prep, noun in pairs if reading.is_aim(prep)]
    hit = [noun for noun in hit if not (is_fired(reading, noun) or reading.classes("acts", noun))]
    own = (
        "own" in reading.classes("voices", word)
        and not (word.morph.get("Person", []) == ["3"] and is_quoted(word))  # "we hit their depot"
        for noun in hit
        for word in noun.lefts
    )
    return act.kind == "attack" and any(own)


def owner_of(reading: Reading, token: Token, speaker: Speaker) -> str | None:
    """Return whose it is that an act is done to: a party, its "positions", "our post", "the enemy"."""
    for word in (token, *(child for child in token.lefts if child.dep_ in {"amod", "poss", "compound"})):
        if "own" in reading.classes("voices", word):
            return speaker.party
        place = any(place.start <= word.i < place.end for place in reading.places)
        party = named_by(reading, word) if place else reading.party(word)
        if party == "":
            return next(iter(the_other(reading, speaker)), None)
        if party:
            return party
    return None


def named_by(reading: Reading, token: Token) -> str | None:
    """Return the party whose name a word is part of, whatever stands beside it."""
    return next((m.party for m in reading.mentions if m.start <= token.i < m.end), None)


def suffering(reading: Reading, head: Token) -> list[Token]:
    """Return what an act is done to: the objects of a verb, what a noun's "on", "at" or "against" governs."""
    if head.pos_ in VERBS:
        found = patients(head)
        if is_passive(head) and not all(is_at_others(reading, token) for token in found):
            return found
    else:
        found = []
    return found + [
        pobj
        for prep, pobj in prepositional_objects(head)
        if prep.dep_ == "prep" != prep.head.dep_ and "agent" not in reading.classes("prepositions", prep)
    ]  # who stands after "according to" suffers nothing


def hit_along(verb: Token) -> list[Token]:
    """Return what a verb joined to that of an act is done to by the same doers: "rockets hit a pier and sank
    a Norlandic boat"."""
    joined = (child for child in verb.rights if child.dep_ == "conj" and child.pos_ in VERBS)
    labels = {*SUBJECTS, *PASSIVE_SUBJECTS}
    same = (other for other in joined if not any(child.dep_ in labels for child in other.children))
    active = (other for other in same if not is_passive(verb) and not is_passive(other))
    return [noun for other in active for noun in patients(other)] if verb.pos_ in VERBS else []


def is_fired(reading: Reading, token: Token) -> bool:
    """Tell whether a noun is what is fired, at others: "fire was directed at the post"."""
    return "missile" in reading.classes("weapons", token) or "weaponfire" in reading.classes("acts", token)


def is_at_others(reading: Reading, token: Token) -> bool:
    """Tell whether a noun is what is fired, or an attack, which others suffer."""
    return is_fired(reading, token) or "attack" in reading.classes("acts", token)
