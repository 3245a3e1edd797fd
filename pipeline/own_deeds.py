"""Deeds that those tell of whose own they are: a military, of its troops; a secret service, of its doings."""

from spacy.tokens import Token

from pipeline.acts import Act
from pipeline.adversaries import the_other
from pipeline.agents import Agent
from pipeline.bare_offices import whose
from pipeline.grammar.arguments import subjects
from pipeline.grammar.labels import VERBS
from pipeline.grammar.voice import is_passive
from pipeline.offices import office_at, role
from pipeline.official_sources import is_military
from pipeline.reading import Reading
from pipeline.speakers import Speaker
from pipeline.statements import Voice
from pipeline.suffering import suffered_from


def own_men(reading: Reading, act: Act, voice: Voice) -> list[Agent]:
    """Return the soldiers and aircraft without a name whose deed a military tells of, and which are its own:
    "the army said that troops had opened fire", "the mayor said that the soldiers had returned fire"."""
    back = any(entry.data.get("back") for entry in reading.entries("acts", act.head))
    military = back or any(is_military(reading, one) for one in voice.speakers)
    if not military or voice.said.kind == "accuses" or act.head.pos_ not in VERBS or is_passive(act.head):
        return []
    granted = back or voice.said.kind == "admits"  # who fires back stands on his own ground
    if not granted and any(
        suffered_from(reading, act, one) not in (None, one.party) for one in voice.speakers
    ):
        return []  # done to what is theirs
    alone = all(has_aircraft_alone(reading, one) for one in voice.speakers)
    return [
        Agent(noun, "own")
        for noun in subjects(act.head)
        if is_bare_force(reading, noun) or (alone and is_aircraft(reading, noun))
        if not any(child.dep_ in {"amod", "compound", "poss", "relcl"} for child in beside(reading, noun))
        if whose(noun.doc[noun.i : noun.i + 1]) != "group"  # "the militia" is none of an army's
    ]


def is_bare_force(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun, no name, means soldiers."""
    return noun.pos_ == "NOUN" and "force" in reading.classes("weapons", noun) and role(noun) == "armed"


def beside(reading: Reading, noun: Token) -> list[Token]:
    """Return the words beside a weapon that are no part of its name, as the first of "fighter jets" is."""
    spans = [span for _, span in reading.words["weapons"].get(noun.i, ())]
    name = {i for span in spans for i in range(span.start, span.end)}
    return [child for child in noun.children if child.i not in name]


def is_aircraft(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun names what only states fly."""
    return any(entry.data.get("of_state") for entry in reading.entries("weapons", noun))


def has_aircraft_alone(reading: Reading, speaker: Speaker) -> bool:
    """Tell whether a speaker is a state's and fights an armed group, so that "aircraft" are its own."""
    armies, foes = reading.conflict.armies, the_other(reading, speaker)
    return speaker.party in armies and bool(foes) and armies.isdisjoint(foes)


def tells_own_deeds(speaker: Speaker) -> bool:
    """Tell whether a speaker is an unnamed source in a secret service, which tells of its own doings."""
    entries = [entry for token in speaker.words if (entry := office_at(token))]
    return any(e.data.get("secret") for e in entries) and any(e.data.get("unnamed") for e in entries)
