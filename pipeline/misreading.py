"""Whether a source was traced to the wrong party: the one that it charges, or that did what it suffered."""

from collections.abc import Collection

from pipeline.acts import Act
from pipeline.agents import Agent, agents
from pipeline.context import Context
from pipeline.offices import office_at
from pipeline.official_sources import is_military_office
from pipeline.pronouns import self_told
from pipeline.reading import Reading
from pipeline.stances import is_of_some_weapon
from pipeline.statements import Voice
from pipeline.suffering import suffering


def is_misread(context: Context, voice: Voice) -> bool:
    """Tell whether a pronoun or a bare office was traced to the party that it charges, or charges with a
    breach, or with what "a Norlandic drone" did, as only others call it, or "its" to who is said to have done
    an act: "shells of the rebels fell on it, said its mayor"."""
    source, party = voice.said.source, voice.speakers[0].party
    if source is None or context.memory.named(source):
        return False
    accused = voice.said.accused
    if voice.said.kind == "accuses" and accused is not None and context.reading.party_of(accused) == party:
        return True
    owned = any("own" in context.reading.classes("voices", t) and not self_told(t) for t in source)
    military = is_military_office(source)
    return any(
        agent.role == "party" and agent.party == party
        for act in voice_acts(context, voice)
        if not act.negated and not act.unreal
        for agent in agents(context.reading, act)
        if not is_source(agent, voice)
        if act.kind == "breach"
        or (owned and act.kind != "keep" and not (military and is_subject(agent)))
        or is_done_to_us(context.reading, act, voice)
        or (not voice.denies and is_of_some_weapon(context.reading, act))
    )


def is_subject(agent: Agent) -> bool:
    """Tell whether a party by its name is the subject: "Norland struck a hill, its army said"."""
    return agent.token.pos_ == "PROPN" and agent.token.dep_ == "nsubj"


def is_put_there(context: Context, voice: Voice) -> bool:
    """Tell whether a local official, traced by his place to the side that it belongs to by law, tells of that
    side's fire on it, to which he does not own up: the other side, which took the place, put him there."""
    source, party, reading = voice.said.source, voice.speakers[0].party, context.reading
    if source is None or voice.denies or voice.said.kind in ("admits", "confirms"):
        return False
    governs = any((entry := office_at(token)) and entry.data.get("governs") for token in source)
    named = any(m.start < source.end and source.start < m.end for m in reading.mentions)
    here = [place for place in reading.places if source.start <= place.start < source.end and place.region]
    if not governs or named or not here:
        return False
    foes = reading.adversaries(party)
    return any(
        agent.role == "party" and agent.party == party
        for act in voice_acts(context, voice)
        if act.kind == "attack" and not (act.negated or act.unreal or is_on(reading, act, foes))
        for agent in agents(reading, act)
        if not is_source(agent, voice)
    )


def is_on(reading: Reading, act: Act, parties: Collection[str]) -> bool:
    """Tell whether an act is said to be done to what is of one of some parties, or of the enemy."""
    hit = {word.i for noun in suffering(reading, act.head) for word in noun.subtree}
    return any(m.start in hit and (not m.party or m.party in parties) for m in reading.mentions)


def is_done_to_us(reading: Reading, act: Act, voice: Voice) -> bool:
    """Tell whether an act is done to what whoever speaks calls his own: "a post of ours was fired on"."""
    inside = (token for token in act.head.subtree if token.i in voice.indices)
    return act.kind == "attack" and any(
        "own" in reading.classes("voices", token) and token.morph.get("Person", []) == ["1"]
        for token in inside
    )


def voice_acts(context: Context, voice: Voice) -> list[Act]:
    """Return the acts that are named in what a voice says, in the sentence of its cue."""
    return [act for act in context.acts_in(voice.said.cue.sent) if act.head.i in voice.indices]


def is_source(agent: Agent, voice: Voice) -> bool:
    """Tell whether the parser gave the speaker's verb, and so its subject, to what is said; or, with the verb
    that tells who passes it on, whoever does."""
    return any(
        source is not None and source.start <= agent.token.i < source.end
        for source in (voice.said.source, voice.said.antecedent, voice.said.cue, voice.said.via)
    )
