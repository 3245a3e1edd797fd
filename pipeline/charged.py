"""Whom a speaker charges elsewhere: in an accusation beside an act, or shortly before."""

from pipeline.acts import Act
from pipeline.blame import blamed_by
from pipeline.context import STATEMENT, Assertion, Context
from pipeline.grammar.arguments import patients
from pipeline.reading import Reading
from pipeline.speakers import Speaker
from pipeline.statements import Voice


def is_accused(context: Context, act: Act, voice: Voice, speaker: Speaker) -> bool:
    """Tell whether what is denied is a charge against who denies it: "accused it of it, which it denied"."""
    return any(
        outer.said.kind == "accuses"
        and act.head.i in outer.indices
        and outer.said.cue.root.sent == voice.said.cue.root.sent
        and any(speaker.party in blamed_by(context.reading, outer, one) for one in outer.speakers)
        for outer in context.voices
    )


def charged_before(context: Context, act: Act, speaker: Speaker, number: int) -> str | None:
    """Return whom a speaker charged shortly before with firing what he now confirms was fired."""
    fired = {token.lower_ for token in patients(act.head)}
    for one in reversed(context.found):
        if number - one.number <= STATEMENT and fired & {token.lower_ for token in one.sentence}:
            return one.accused if one.speaker.party == speaker.party and one.stance == "alleges" else None
    return None


def charged_beside(context: Context, one: Assertion) -> str | None:
    """Return whom a speaker charges in the same sentence: "killed dozens, it said, accusing the army"."""
    for voice in context.voices:
        same = any(speaker.party == one.speaker.party for speaker in voice.speakers)
        beside = voice.said.kind == "accuses" and voice.said.cue.root.sent == one.sentence
        if same and beside and is_of_crime(context.reading, voice):
            return next(iter(blamed_by(context.reading, voice, one.speaker)), None)
    return None


def is_of_crime(reading: Reading, voice: Voice) -> bool:
    """Tell whether somebody is charged with what was told beside it: a crime, or nothing that is named."""
    accused = voice.said.accused
    named = set(range(accused.start, accused.end)) if accused is not None else set()
    what = {i for i in voice.indices - named if reading.doc[i].pos_ in {"NOUN", "VERB", "PROPN"}}
    return not what or any(entry.data["class"] == "crime" for entry, _ in reading.within("acts", what))
