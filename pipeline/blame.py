"""Whom an accusation names: the object of "accuse" or "blame", or those who speak along, of each other."""

from pipeline.adversaries import the_other
from pipeline.grammar.constituents import conjuncts
from pipeline.reading import Reading
from pipeline.speakers import Speaker
from pipeline.statements import Voice


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
