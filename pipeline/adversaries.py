"""Who the enemy is to a speaker: the adversary named most, rebels, the army that a group fights."""

from spacy.tokens import Token

from pipeline.agents import Agent
from pipeline.bare_offices import home_state, is_group, main_group, party_at_war, whose
from pipeline.grammar.constituents import noun_phrase
from pipeline.reading import Reading
from pipeline.speakers import Speaker

CLEARLY = 2  # times as often as the next an adversary must be named to be the one that is meant


def is_unarmed(reading: Reading, party: str) -> bool:
    """Tell whether a party has nobody who could do an act: an agency, a company, a body that no data know."""
    known = reading.conflict.parties.get(party)
    return known.unarmed if known is not None else bool(party)


def the_other(reading: Reading, speaker: Speaker) -> list[str]:
    """Return whom a speaker means by "the enemy": the adversary named most, in a list of one.

    In a conflict of two sides it is the other side, named or not.
    """
    foes = reading.adversaries(speaker.party)
    known = [foe for foe in foes if foe in reading.named or foe in reading.conflict.sides]
    return known[:1]


def main_adversary(reading: Reading, party: str) -> str | None:
    """Return the adversary of a party that the document names most, None if it names none or two as often."""
    counts = reading.named
    foes = [foe for foe in reading.adversaries(party) if counts[foe]]
    if not foes or (len(foes) > 1 and counts[foes[0]] < CLEARLY * counts[foes[1]]):
        return None
    return foes[0]


def foe_without_name(reading: Reading, token: Token, speaker: Speaker) -> str | None:
    """Return whom a group, or an outside body, calls "the army", or a state "the militia".

    None if it may be the speaker's own: a state's army, a group's "the group", his by a longer name that
    begins with it ("the army and the councils"), or as a name in a report from his seat ("the Army").
    """
    if any(m.start <= token.i < m.end and m.party == speaker.party for m in reading.mentions):
        return None
    if token.text[0].isupper() and is_at_seat(reading, speaker):
        return None
    conflict, sort = reading.conflict, whose(noun_phrase(token))
    if is_group(speaker.party, conflict):
        return home_state(reading) if sort == "state" else None
    if conflict.is_state(speaker.party):
        return main_group(reading) if sort == "group" else None
    return party_at_war(reading, sort)


def is_at_seat(reading: Reading, speaker: Speaker) -> bool:
    """Tell whether a report is dated from the capital or the seat of a speaker's side."""
    datelines = {place.start for place in reading.places if place.use == "dateline"}
    return any(
        m.start in datelines and m.party == speaker.party and m.kind in ("capital", "seat")
        for m in reading.mentions
    )


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
