"""Whose act it is: the parties that an act is laid to, in the eyes of the one who speaks of it."""

from dataclasses import replace

from spacy.tokens import Token

from pipeline.acts import Act
from pipeline.adversaries import foe_without_name, is_unarmed, rebels_against, the_other
from pipeline.agents import Agent
from pipeline.bare_offices import whose
from pipeline.blame import blamed_by, fellows
from pipeline.doer_pronouns import referent
from pipeline.grammar.constituents import noun_phrase
from pipeline.reading import Reading
from pipeline.speakers import Speaker
from pipeline.statements import Voice
from pipeline.suffering import hits_own
from pipeline.two_sides import main_sides


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
