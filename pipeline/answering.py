"""Whether who speaks answers a charge: an act was laid to him, or he tells how he acts as a rule."""

from pipeline.acts import Act
from pipeline.context import Context
from pipeline.grammar.arguments import doers, patients
from pipeline.grammar.labels import VERBS
from pipeline.official_sources import is_military
from pipeline.reading import Reading
from pipeline.speakers import Speaker
from pipeline.statements import Voice
from pipeline.suffering import suffered_from


def is_charged(context: Context, act: Act, voice: Voice) -> bool:
    """Tell whether somebody laid an act to those who speak now, so that "there was no strike" or "no missile
    was launched" is their answer, as is "we would never strike"; "the port was not hit" need not be."""
    reading = context.reading
    shot = [*patients(act.head), *(doers(act.head) if act.rule == "move" else [])]
    fired = any(
        "no" in reading.classes("negation", t)
        or "missile" in reading.classes("weapons", t)
        or "weaponfire" in reading.classes("acts", t)
        for t in shot
    )
    men = doers(act.head) if act.head.pos_ in VERBS else []
    done = any(
        "force" in reading.classes("weapons", noun) or "no" in reading.classes("negation", noun)
        for noun in men
    )  # "no soldier had fired", "nobody fired"
    if not (act.head.pos_ == "NOUN" or act.rule == "launch" or fired or done or act.unreal):
        return False
    none = (fired or done) and is_of_none(reading, act)
    return any(
        (
            none
            and is_military(reading, speaker)
            and suffered_from(reading, act, speaker) in (None, speaker.party)
        )
        or suffered_from(reading, act, speaker) == speaker.party
        or context.is_alleged(speaker.party)
        for speaker in voice.speakers
    )


def is_of_none(reading: Reading, act: Act) -> bool:
    """Tell whether an act is said to be that of none, or of no weapon: "no soldier", "no shell"."""
    whole = (*patients(act.head), *doers(act.head))
    bare = any("no" in reading.classes("negation", noun) for noun in whole)
    return bare or any(
        "no" in reading.classes("negation", child) and child.dep_ in {"det", "nummod"}
        for noun in whole
        for child in noun.lefts
    )


def answers_for(context: Context, act: Act, speaker: Speaker) -> bool:
    """Tell whether a party speaks of its conduct as an answer: it tells its habit, is charged, or denies."""
    return (
        act.head.tag_ in {"VBZ", "VBP"}
        or context.is_alleged(speaker.party)
        or any(
            voice.denies and voice.said.cue.sent == act.head.sent
            for voice in context.voices
            if any(one.party == speaker.party for one in voice.speakers)
        )
    )
