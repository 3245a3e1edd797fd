"""Who is said to have done an act: a party, the speaker's own side, or its adversary.

An agent is looked for where English puts it: the subject or by-phrase of a verb, before a noun ("Norland's
strike"), in its by- or from-phrase, and with the verb that performs it ("Norland carried out a strike").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from pipeline import grammar
from pipeline.acts import Act
from pipeline.grammar import VERBS
from pipeline.offices import office_at
from pipeline.reading import Reading

Role = Literal["party", "own", "enemy", "other", "they"]
PERFORMING = {"perform", "launch", "attack", "harm", "effect", "breach", "halt", "start", "holdfire"}
MODIFYING = {"amod", "poss", "compound"}
NOMINAL = {"amod", "compound", "dobj", "pobj", "nsubj", "nsubjpass", "attr"}  # a gerund there is a noun
FORCES = {"missile", "arm", "force"}


@dataclass(frozen=True)
class Agent:
    """Who does an act, by a head noun: a named `party`, the speaker's "own" side, its "enemy", each "other",
    or "they", a pronoun, which is the speaker or who was spoken of last."""

    token: Token
    role: Role
    party: str | None = None


def agents(reading: Reading, act: Act) -> list[Agent]:
    """Return those said to have done an act, the first kind of place where any is found."""
    for tokens in places_of_agents(reading, act.head):
        found = [
            agent for token in tokens if not is_label(token, act.head) and (agent := agent_of(reading, token))
        ]
        if found:
            return found
    return []


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
        for token in tokens
    )


def places_of_agents(reading: Reading, head: Token) -> Iterator[list[Token]]:
    """Yield the head nouns at each place where the agent of an act may stand, the surest place first."""
    if head.pos_ in VERBS and head.dep_ not in NOMINAL:
        if "suffer" in reading.classes("acts", head):
            yield [token for token in head.subtree if token.dep_ in MODIFYING and token.i > head.i]
            yield from_whom(reading, head)
            return
        if head.dep_ == "acl" and "start" in reading.classes("acts", head.head):  # "attempts by X to strike"
            yield beside(reading, head.head)
        yield grammar.doers(head)
        yield [
            pobj
            for prep, pobj in grammar.prepositional_objects(head)
            if reading.classes("prepositions", prep) and (is_force(reading, pobj) or is_attack(reading, pobj))
        ]
        if reading.classes("acts", head) & {"launch", "move"}:
            yield [token for token in grammar.patients(head) if is_weapon(reading, token)]
            yield from_whom(reading, head)
        return
    left = [child for child in head.lefts if child.dep_ in {"poss", "amod", "compound", "nmod"}]
    own = [child for child in left if "own" in reading.classes("voices", child)]
    yield [child for child in left if child not in own]
    yield grammar.by_agents(head)
    yield [
        pobj
        for prep, pobj in grammar.prepositional_objects(head)
        if "agent" in reading.classes("prepositions", prep)
        or ("means" in reading.classes("prepositions", prep) and is_force(reading, pobj))
    ]
    yield [
        doer
        for child in head.children
        if child.dep_ in {"acl", "relcl"}
        for doer in grammar.doers(child)
        if doer != head
    ]
    governor = governing_verb(head)
    if governor is not None and "move" in reading.classes("acts", governor):
        yield from_whom(reading, governor)
    performs = governor is not None and reading.classes("acts", governor) & PERFORMING
    if governor is not None and (performs or is_means(reading, head)):
        yield grammar.doers(governor)
        yield [
            pobj
            for prep, pobj in grammar.prepositional_objects(governor)
            if "agent" in reading.classes("prepositions", prep)
        ]
    yield own
    yield [
        pobj
        for token in head.subtree
        if token.dep_ == "prep" and "agent" in reading.classes("prepositions", token)
        for pobj in token.children
        if pobj.dep_ == "pobj"
    ]


def beside(reading: Reading, noun: Token) -> list[Token]:
    """Return whose a noun is: those before it, and in its by-phrase."""
    by = [
        pobj
        for prep, pobj in grammar.prepositional_objects(noun)
        if "agent" in reading.classes("prepositions", prep)
    ]
    return [*(child for child in noun.lefts if child.dep_ in MODIFYING), *by]


def is_means(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun is what somebody does something with: "responded with strikes"."""
    return noun.dep_ == "pobj" and "with" in {
        entry.id for entry in reading.entries("prepositions", noun.head)
    }


def governing_verb(noun: Token) -> Token | None:
    """Return the verb whose object, subject if passive, or complement a noun is."""
    node = noun
    while node.dep_ in {"conj", "compound", "appos"} or (
        node.dep_ in {"pobj"} and node.head.dep_ == "prep" and node.head.head.pos_ == "NOUN"
    ):
        node = node.head.head if node.dep_ == "pobj" else node.head
    if node.dep_ in {"dobj", "nsubjpass", "attr", "nsubj", "pobj"}:
        verb = node.head if node.dep_ != "pobj" else node.head.head
        if verb.pos_ in VERBS:
            return verb
    return None


def from_whom(reading: Reading, verb: Token) -> list[Token]:
    """Return whom something is said to come from, no country or capital."""
    return [
        pobj
        for prep, pobj in grammar.prepositional_objects(verb)
        if "agent" in reading.classes("prepositions", prep) and not is_country(reading, pobj)
    ]


def is_country(reading: Reading, token: Token) -> bool:
    """Tell whether a noun names a country or a capital, from which a shot comes whoever fired it."""
    return any(m.start <= token.i < m.end and m.kind in ("state", "capital") for m in reading.mentions)


def is_weapon(reading: Reading, token: Token) -> bool:
    return bool(reading.classes("weapons", token) & {"missile", "arm"})


def is_attack(reading: Reading, token: Token) -> bool:
    return bool(reading.classes("acts", token) & {"attack", "weaponfire"})


def is_force(reading: Reading, token: Token) -> bool:
    return bool(reading.classes("weapons", token) & FORCES)


def agent_of(reading: Reading, token: Token) -> Agent | None:
    """Return the agent that a head noun or a modifier names, None if it names nobody."""
    classes = reading.classes("voices", token)
    if "other" in classes:
        return Agent(token, "other")
    if "both" in classes:
        return Agent(token, "other")
    if "own" in classes:
        return Agent(token, "own")
    if "pronoun" in classes:
        return they(reading, token)
    party = reading.party(token)
    if party is not None:
        return Agent(token, "party" if party else "enemy", party or None)
    possessors = [child for child in token.children if child.dep_ == "poss"]
    for child in possessors:
        if "own" in reading.classes("voices", child):
            return Agent(child, "own")
    entry = office_at(token)
    if entry is not None and entry.data.get("unofficial") and is_definite(token):
        # "The rebels" are not what a speaker calls his own side, "the group" or "the movement" may be.
        return Agent(token, "own" if token.morph.get("Number", []) == ["Sing"] else "enemy")
    owned = is_force(reading, token) and any(is_definite(child) for child in possessors)
    if owned or is_own_body(token):
        return Agent(token, "own")
    return None


def they(reading: Reading, pronoun: Token) -> Agent | None:
    """Return whom a pronoun stands for: "they" may be the agent of an earlier clause of the same sentence;
    nobody if "it" began or ended, as a truce does."""
    goes_on = any(child.dep_ == "xcomp" for child in pronoun.head.children)
    neuter = pronoun.morph.get("Gender", []) == ["Neut"]
    if neuter and not goes_on and reading.classes("acts", pronoun.head) & {"start", "halt"}:
        return None
    if pronoun.morph.get("Number", []) == ["Plur"] and pronoun.morph.get("Person", []) == ["3"]:
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
