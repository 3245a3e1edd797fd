"""Whose act it is: the parties that an act is laid to, in the eyes of the one who speaks of it."""

from dataclasses import replace

from spacy.tokens import Token

from pipeline.acts import Act
from pipeline.agent_places import repelling_verb
from pipeline.agents import Agent
from pipeline.bare_offices import home_state, is_group, main_group, party_at_war, whose
from pipeline.grammar import constituents
from pipeline.grammar.arguments import doers, patients, subjects
from pipeline.grammar.constituents import conjuncts, noun_phrase, prepositional_objects
from pipeline.grammar.features import is_plural
from pipeline.grammar.labels import PASSIVE_SUBJECTS, SUBJECTS, VERBS
from pipeline.grammar.quotation import is_quoted, is_quoted_in_part
from pipeline.grammar.voice import is_passive
from pipeline.reading import Reading
from pipeline.speakers import Speaker
from pipeline.statements import Voice
from pipeline.two_sides import main_sides

CLEARLY = 2  # times as often as the next an adversary must be named to be the one that is meant


def accused_of(
    reading: Reading,
    act: Act,
    who: list[Agent],
    voice: Voice,
    speaker: Speaker,
    answering: str | None = None,
) -> list[str]:
    """Return the parties that an act is laid to, in the eyes of a speaker.

    `answering`: the party that denies what this speaker says, for whom "it" stands there.
    """
    span = voice.said.accused
    itself = bool(who) and span is not None and span.root == act.head  # "condemned the raid by Norland"
    if voice.said.kind == "accuses" and not itself:
        blamed = blamed_by(reading, voice, speaker)
        if blamed:
            return blamed
    found = [
        party
        for agent in who
        for party in (fellows(voice, speaker) if agent.role == "other" else [])
        or parties_of_agent(reading, agent, apart_from(agent, voice, speaker), answering)
        if not is_unarmed(reading, party)
    ]
    if found == [speaker.party] and voice.said.kind == "accuses" and who[0].role == "own":
        return the_other(reading, speaker)  # "protested against its raids"
    if voice.denies and who and all(agent.role == "own" for agent in who) and not answering:
        return [speaker.party]  # "denied that the army had fired"
    own = found == [speaker.party] and who[0].role in ("they", "own")
    if own and hits_own(reading, act, speaker):
        return the_other(reading, speaker)  # "our men barred their way, but they fired at our post"
    own = own and who[0].role == "they"
    if act.kind == "breach" and own and not act.negated and not voice.denies:
        return the_other(reading, speaker)  # nobody says of himself that he broke a truce
    return list(dict.fromkeys(found))


def apart_from(agent: Agent, voice: Voice, speaker: Speaker) -> Speaker:
    """Return a speaker as one for whom "they" are others, where he is told of as "it" or "he"."""
    source = voice.said.source
    single = source is not None and source.root.pos_ == "PRON" and is_singular(source.root)
    return replace(speaker, person=True) if single and not is_singular(agent.token) else speaker


def is_singular(token: Token) -> bool:
    """Tell whether a word is one of one thing or person."""
    return token.morph.get("Number", []) == ["Sing"]


def is_unarmed(reading: Reading, party: str) -> bool:
    """Tell whether a party has nobody who could do an act: an agency, a company, a body that no data know."""
    known = reading.conflict.parties.get(party)
    return known.unarmed if known is not None else bool(party)


def fellows(voice: Voice, speaker: Speaker) -> list[str]:
    """Return those who speak along with a speaker: "the other" where two say one thing of each other."""
    return [one.party for one in voice.speakers if one.party != speaker.party]


def blamed_by(reading: Reading, voice: Voice, speaker: Speaker) -> list[str]:
    """Return the parties that a cue of accusing names as its object."""
    span = voice.said.accused
    if voice.said.mutual:
        return fellows(voice, speaker)
    if span is None:
        return []
    foes = the_other(reading, speaker)
    classes = {entry.data["class"] for entry, _ in reading.within("voices", set(range(span.start, span.end)))}
    if classes & {"other", "both"}:
        return fellows(voice, speaker) or foes
    if "pronoun" in classes or span.root.pos_ == "PRON":
        return foes
    second = [token for token in span if token.dep_ == "conj" and token.head == span.root.head]
    found = [
        party
        for head in (*conjuncts(span.root), *second)
        for party in (reading.parties(head) or (foes[:1] if reading.party(head) == "" else []))
    ]
    return list(dict.fromkeys(found))


def parties_of_agent(reading: Reading, agent: Agent, speaker: Speaker, answering: str | None) -> list[str]:
    """Return the parties behind an agent, in the eyes of a speaker."""
    if agent.role == "party" and agent.party:
        return list(dict.fromkeys([agent.party, *reading.parties(agent.token)]))
    if answering and agent.role in ("own", "they") and agent.token.morph.get("Person", []) == ["3"]:
        return [answering]
    if agent.role == "own" and agent.party:  # the speaker himself, by a name with an office in it
        return [speaker.party]
    if agent.role == "own" and agent.token.dep_ != "poss":
        return [foe_without_name(reading, agent.token, speaker) or speaker.party]
    if agent.role == "own":
        return referent(reading, agent.token, speaker)
    if agent.role == "both" and speaker.party not in (sides := main_sides(reading)):
        return sides  # an outsider charges both, a side with "both sides" the other one
    if agent.role == "enemy" and whose(noun_phrase(agent.token)) == "group":
        return rebels_against(reading, speaker)
    if agent.role in ("enemy", "other", "both"):
        return the_other(reading, speaker)
    if agent.role == "neither":
        foes = the_other(reading, speaker)
        return [speaker.party, *foes] if foes else []
    return referent(reading, agent.token, speaker)


def foe_without_name(reading: Reading, token: Token, speaker: Speaker) -> str | None:
    """Return whom a group, or an outside body, calls "the army", or a state "the militia".

    None if it may be the speaker's own: a state's army, a group's "the group".
    """
    conflict, sort = reading.conflict, whose(noun_phrase(token))
    if is_group(speaker.party, conflict):
        return home_state(reading) if sort == "state" else None
    if conflict.is_state(speaker.party):
        return main_group(reading) if sort == "group" else None
    return party_at_war(reading, sort)


def rebels_against(reading: Reading, speaker: Speaker) -> list[str]:
    """Return who "militants" or "the rebels" are to a speaker: the armed group that fights his side, named
    most, in a list of one; none if no group does. A group's own foes are its main adversary's."""
    conflict = reading.conflict
    if is_group(speaker.party, conflict):
        return the_other(reading, speaker)
    foes = reading.adversaries(speaker.party)
    return [f for f in foes if f in conflict.groups and (f in reading.named or f in conflict.sides)][:1]


def are_of_no_party(reading: Reading, who: list[Agent], speaker: Speaker) -> bool:
    """Tell whether those who did an act are militants who are no party that fights the speaker."""
    return any(
        agent.role == "enemy"
        and whose(noun_phrase(agent.token)) == "group"
        and not rebels_against(reading, speaker)
        for agent in who
    )


def referent(reading: Reading, pronoun: Token, speaker: Speaker) -> list[str]:
    """Return the party of a pronoun that does an act: the speaker; for a person's "they" who was named last.

    In quoted words a third person is never the speaker.
    """
    third = pronoun.morph.get("Person", []) == ["3"]
    if third and is_quoted(pronoun) and not is_quoted_in_part(pronoun):
        named = (reading.party(token) for token in subjects_before(pronoun))
        return next(([party] for party in named if party), None) or the_other(reading, speaker)
    if speaker.person and is_plural(pronoun) and pronoun.morph.get("Person", []) == ["3"]:
        for mention in reversed(reading.mentions):
            if mention.end <= pronoun.i and mention.party and mention.party != speaker.party:
                return [mention.party]
    if pronoun.dep_ == "poss" and third and (party := whose_deed(reading, pronoun, speaker)):
        return [party]
    if third and (party := knower(reading, pronoun, speaker)):
        return [party]
    if pronoun.dep_ == "poss" and is_plural(pronoun) and third:
        return [acting_before(reading, pronoun, speaker) or speaker.party]
    return [speaker.party]


def whose_deed(reading: Reading, pronoun: Token, speaker: Speaker) -> str | None:
    """Return the adversary whose deed "its" is, the subject of its clause: "Norland must end its attacks"."""
    verb = next((token for token in pronoun.ancestors if token.pos_ in VERBS), None)
    outside = [s for s in subjects(verb) if s.i < pronoun.i] if verb is not None else []
    if verb is None or not outside or outside[0].is_ancestor(pronoun):
        return None
    answered = "answer" in reading.classes("denials", verb)
    party = reading.party(outside[0])
    return party if party in reading.adversaries(speaker.party) and not answered else None


def knower(reading: Reading, pronoun: Token, speaker: Speaker) -> str | None:
    """Return the adversary on whose knowing or saying a pronoun's clause hangs, if it may stand for him.

    "Ann Lee said that Bo Holm knew that his troops had fired."
    """
    number = pronoun.morph.get("Number", [])
    for verb in (token for token in pronoun.ancestors if token.dep_ == "ccomp"):
        outer = verb.head
        for subject in outer.lefts if outer.dep_ == "ccomp" and outer.pos_ in VERBS else ():
            if subject.dep_ == "nsubj" and subject.morph.get("Number", []) == number:
                party = reading.party(subject)
                return party if party in reading.adversaries(speaker.party) else None
    return None


def acting_before(reading: Reading, pronoun: Token, speaker: Speaker) -> str | None:
    """Return the other party whose people were said to act before "their" in a sentence: "the Norlanders went
    on firing, the mayor said, and a man was killed by their shells"."""
    for token in reversed(pronoun.doc[pronoun.sent.start : pronoun.i]):
        plural = token.dep_ == "nsubj" and is_plural(token)
        if plural and token.head.i in reading.words["acts"] and (party := reading.party(token)):
            return party if party != speaker.party else None
    return None


def subjects_before(pronoun: Token) -> list[Token]:
    """Return the subjects of the verbs that a pronoun's clause hangs on: "Norland says that it is ready"."""
    return [
        subject
        for verb in pronoun.ancestors
        if verb.pos_ in VERBS
        for subject in subjects(verb)
        if subject.i < pronoun.i and is_quoted(subject)
    ]


def the_other(reading: Reading, speaker: Speaker) -> list[str]:
    """Return whom a speaker means by "the enemy": the adversary named most, in a list of one.

    In a conflict of two sides it is the other side, named or not.
    """
    foes = reading.adversaries(speaker.party)
    known = [foe for foe in foes if foe in reading.named or foe in reading.conflict.sides]
    return known[:1]


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
    governing = {conflict.party_of_region(place.region) for place in places if place.region}
    if len(governing) == 1 and (party := governing.pop()):
        held = any(place.region in conflict.contested for place in places) or not conflict.contested
        return main_adversary(reading, party) if party == speaker.party or not held else None
    return None


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


def main_adversary(reading: Reading, party: str) -> str | None:
    """Return the adversary of a party that the document names most, None if it names none or two as often."""
    counts = reading.named
    foes = [foe for foe in reading.adversaries(party) if counts[foe]]
    if not foes or (len(foes) > 1 and counts[foes[0]] < CLEARLY * counts[foes[1]]):
        return None
    return foes[0]
