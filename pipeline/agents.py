"""Who is said to have done an act: a party, the speaker's own side, or its adversary."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from pipeline.acts import Act
from pipeline.agent_places import is_force, places_of_agents, repelling_verb
from pipeline.bare_offices import home_state
from pipeline.contrast import aside_in, not_set_aside
from pipeline.firing import remains_of
from pipeline.grammar.arguments import by_agents
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.features import is_neuter, is_plural
from pipeline.grammar.labels import PASSIVE_SUBJECTS, SUBJECTS, VERBS
from pipeline.grammar.partitives import counted
from pipeline.offices import office_at
from pipeline.once import once
from pipeline.reading import Reading

NEAR = 60  # tokens

Role = Literal["party", "own", "enemy", "other", "both", "neither", "they"]


@dataclass(frozen=True)
class Agent:
    """Who does an act, by a head noun: a named `party`, the speaker's "own" side, its "enemy", each "other",
    "both" sides, "neither", or "they", a pronoun, which is the speaker or who was spoken of last."""

    token: Token
    role: Role
    party: str | None = None


def agents(reading: Reading, act: Act) -> list[Agent]:
    """Return those said to have done an act, the first kind of place where any is found."""
    return agents_at(reading, act.head)


@once
def agents_at(reading: Reading, head: Token) -> list[Agent]:
    """Return those said to have done what a word names."""
    repelled = repelling_verb(reading, head) is not None  # so it is none of who tells of it
    for tokens in places_of_agents(reading, head):
        found = [
            agent
            for token in not_set_aside(reading, head, tokens)
            if token != head and not is_label(token, head)
            if (agent := of_whom_it_is_said(reading, token) or agent_of(reading, token))
            if not (repelled and agent.role == "own")
        ]
        if found:
            return found
    return []


def is_cleared(reading: Reading, first: Token, party: str) -> bool:
    """Tell whether a side, as "we" or by name, is set aside in the sentence that a word opens, but not
    where its name only tells of a place: "no silence on the Norlandic front"."""
    aside = aside_in(reading, first)
    words = [first.doc[i] for i in aside if first.doc[i].pos_ != "NOUN" or is_force(reading, first.doc[i])]
    placed = {t.i for word in words if word.pos_ == "ADP" and word.i - 1 in aside for t in word.subtree}
    named = (agent_of(reading, word) for word in words if word.pos_ == "PRON" or word.i not in placed)
    return any(agent and (agent.role in ("own", "they") or agent.party == party) for agent in named)


def of_whom_it_is_said(reading: Reading, noun: Token) -> Agent | None:
    """Return the agent that a noun is said to be: "the rebels were the ones who fired"."""
    if noun.dep_ != "attr" or noun.head.pos_ != "AUX" or reading.party(noun):
        return None
    subjects = (child for child in noun.head.lefts if child.dep_ == "nsubj" and child.pos_ != "PRON")
    return next((agent for child in subjects if (agent := agent_of(reading, child))), None)


def is_label(token: Token, head: Token) -> bool:
    """Tell whether a noun stands before a colon and the act after it: it names the speaker or the place."""
    return token.i < head.i and any(":" in other.text for other in token.doc[token.i : head.i])


def forced(reading: Reading, act: Act) -> bool:
    """Tell whether forces, a weapon or an attack are seen to do an act, known to be whose or not.

    That people were hurt in an attack tells of no act besides it.
    """
    casualties = any(entry.data.get("people") for entry in reading.entries("acts", act.head))
    return any(
        is_force(reading, token) or (not casualties and "attack" in reading.classes("acts", token))
        for tokens in places_of_agents(reading, act.head)
        for noun in map(counted, tokens)
        for token in [remains_of(reading, noun) or noun]
    )


@once
def agent_of(reading: Reading, token: Token) -> Agent | None:
    """Return the agent that a head noun or a modifier names, None if it names nobody."""
    token = counted(token)
    if token.pos_ == "NOUN" and "no" in reading.classes("negation", token):  # "none of our men"
        token = next((noun for _, noun in prepositional_objects(token)), token)
    classes = reading.classes("voices", token)
    if "other" in classes:
        return Agent(token, "other")
    if "both" in classes:
        return Agent(token, "both")
    if "neither" in classes:
        return Agent(token, "neither")
    if "own" in classes:
        nearer = named_beside(token)
        return Agent(token, "own") if nearer is None else agent_of(reading, nearer)
    if "pronoun" in classes:
        return they(reading, token)
    party = reading.party(token)
    if party is not None:
        return Agent(token, "party" if party else "enemy", party or None)
    possessors = [child for child in token.children if child.dep_ == "poss"]
    if token.dep_ == "conj" and any("own" in reading.classes("voices", child) for child in possessors):
        by_name = next((c for c in token.children if c.dep_ == "appos" and reading.party(c)), None)
        if by_name is not None:
            return agent_of(reading, by_name)  # "the rebels and their ally, Norland"
        of_first = reading.party(token.head)  # "the rebels and their allies"
        if of_first:
            return Agent(token.head, "party", of_first)
    if is_force(reading, token):  # "the drones of his unit"
        parts = [noun for prep, noun in prepositional_objects(token) if reading.classes("prepositions", prep)]
        possessors += [child for noun in parts for child in noun.children if child.dep_ == "poss"]
        possessors += [noun for noun in parts if noun.pos_ != "NOUN"]  # "no drone of ours"
    possessors += [
        owner
        for child in possessors
        if "home" in reading.classes("voices", child) or is_force(reading, child)
        for owner in child.lefts
        if owner.dep_ == "poss"
    ]  # "his country's guns", "our army's jets"
    for child in possessors:
        if "own" in reading.classes("voices", child):
            return agent_of(reading, child)
    if is_force(reading, token):
        for noun in fired_by(token) or named_before(reading, token):
            if (agent := agent_of(reading, noun)) is not None:
                return agent
    entry = office_at(token)
    plural = is_plural(token)
    if entry is not None and entry.data.get("unofficial") and is_definite(token):
        # "The rebels" are not what a speaker calls his own side, "the group" or "the movement" may be.
        return Agent(token, "enemy" if plural else "own")
    if entry is not None and entry.data.get("whose") == "group" and plural:  # "militants", "armed groups"
        return Agent(token, "enemy")
    if is_force(reading, token) and is_of_a_state(token) and (state := home_state(reading)):
        return Agent(token, "party", state)
    places = {i for place in reading.places for i in range(place.start, place.end + 1)}
    possessors = [child for child in possessors if child.i not in places]  # "drones over the region's towns"
    owned = is_force(reading, token) and any(is_definite(child) for child in possessors)
    if owned or is_own_body(token):
        return Agent(token, "own")
    return None


def fired_by(weapon: Token) -> list[Token]:
    """Return who is said, right after a weapon, to have fired it: "a rocket launched by Norland fell"."""
    return [noun for child in weapon.rights if child.dep_ == "acl" for noun in by_agents(child)]


def named_before(reading: Reading, force: Token) -> list[Token]:
    """Return the forces of a party, told of before by the same noun, that definite ones are.

    "Norlandic troops came near. The troops fired."
    """
    if not is_definite(force):
        return []
    before = force.doc[max(0, force.i - NEAR) : force.i]
    same = (token for token in reversed(before) if token.lower_ == force.lower_ and token.dep_ != "compound")
    return [token for token in same if reading.party(token)][:1]


def named_beside(possessive: Token) -> Token | None:
    """Return the noun before it in its clause that a possessive stands for: "two jets and their pilots", "the
    jets were hit and their pilots killed", "were sent by Norland in its attempt to hit"."""
    noun = possessive.head
    if possessive.morph.get("Person", []) != ["3"]:
        return None
    if noun.dep_ == "conj":
        before: list[Token] = [noun.head]
    elif noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.dep_ == "conj":
        before = [t for t in noun.head.head.lefts if t.dep_ in {"nsubj", "nsubjpass"}]
    elif noun.dep_ == "pobj":
        before = [name for name in by_agents(noun.head.head) if name.i < possessive.i]
        before = before or inserted_after(noun.head, possessive)
    else:
        before = []
    number = possessive.morph.get("Number", [])
    alike = [t for t in before if t.pos_ in {"NOUN", "PROPN"} and t.morph.get("Number", []) == number]
    return alike[-1] if alike else None


def inserted_after(preposition: Token, possessive: Token) -> list[Token]:
    """Return the subject that a phrase parts from its verb: "Norland by its raid had broken the truce"."""
    verb = next((word for word in preposition.ancestors if word.pos_ in VERBS), preposition)
    labels = {*SUBJECTS, *PASSIVE_SUBJECTS}
    named = (child for child in verb.lefts if child.dep_ in labels and child.pos_ == "PROPN")
    return [subject for subject in named if subject.i < possessive.i < verb.i]


def is_of_a_state(noun: Token) -> bool:
    """Tell whether a force is a state's, whichever: "government planes", but not "the armed forces",
    which are a speaker's own."""
    itself = office_at(noun)
    before = (office_at(child) for child in noun.children if child.dep_ == "compound")
    before = (entry for entry in before if entry != itself)
    return any(entry is not None and entry.data.get("whose") == "state" for entry in before)


def they(reading: Reading, pronoun: Token) -> Agent | None:
    """Return whom a pronoun stands for: "they" may be the agent of an earlier clause of the same sentence;
    nobody if "it" began or ended, as a truce does."""
    goes_on = any(
        child.dep_ == "xcomp" and not child.doc[child.left_edge.i - 1].is_punct
        for child in pronoun.head.children
    )
    neuter = is_neuter(pronoun)
    if neuter and pronoun.dep_ == "nsubjpass" and any(c.dep_ == "ccomp" for c in pronoun.head.children):
        return None  # "it was added that"
    begun = any(child.dep_ == "dobj" for child in pronoun.head.children)  # "it had begun the assault"
    if neuter and not (goes_on or begun) and reading.classes("acts", pronoun.head) & {"start", "halt"}:
        return None
    if neuter and is_weapon_named(reading, pronoun):
        return None
    if is_plural(pronoun) and pronoun.morph.get("Person", []) == ["3"]:
        if is_deed_named(reading, pronoun):
            return None
        for token in reversed(pronoun.doc[pronoun.sent.start : pronoun.i]):
            if (
                token.dep_ == "nsubj"
                and token.pos_ in {"NOUN", "PROPN"}
                and token.head.i in reading.words["acts"]
            ):
                agent = agent_of(reading, token)
                if agent is not None:
                    return agent
    return Agent(pronoun, "they")


def is_deed_named(reading: Reading, pronoun: Token) -> bool:
    """Tell whether "they" are attacks told of before: "acknowledged the strikes, saying that they had"."""
    for verb in pronoun.head.ancestors:
        if verb.dep_ == "advcl" and verb.tag_ == "VBG":
            objects = [child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i]
            return any("attack" in reading.classes("acts", noun) for noun in objects)
    return False


def is_weapon_named(reading: Reading, pronoun: Token) -> bool:
    """Tell whether "it" is a weapon: one told of before in the sentence, or joined to it ("it and other
    rockets")."""
    subjects = (t for t in pronoun.doc[pronoun.sent.start : pronoun.i] if t.dep_ in {"nsubj", "nsubjpass"})
    last = [token for token in subjects if token.pos_ in {"NOUN", "PROPN"}][-1:]
    return any("missile" in reading.classes("weapons", noun) for noun in (*last, *pronoun.conjuncts))


def is_definite(noun: Token) -> bool:
    """Tell whether a noun has a definite article."""
    return any(child.dep_ == "det" and child.morph.get("Definite", []) == ["Def"] for child in noun.children)


def is_own_body(noun: Token) -> bool:
    """Tell whether a noun is a body of the speaker's own side: "the army" or "the agency", without a name."""
    entry = office_at(noun)
    return (
        is_definite(noun)
        and entry is not None
        and entry.data["role"] == "office"
        and not entry.data.get("unofficial")
    )
