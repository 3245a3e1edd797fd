"""Why an act that a sentence names makes no claim: nobody says it, or it was not done, or nobody did it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.acts import Act
from pipeline.adversaries import is_unarmed, main_adversary
from pipeline.agents import Agent, forced
from pipeline.attribution.tags import is_backshifted
from pipeline.blame import blamed_by
from pipeline.datewords import coded
from pipeline.grammar.features import is_pointed_at
from pipeline.grammar.voice import is_passive
from pipeline.negation import is_negated
from pipeline.phrases import plain
from pipeline.reading import Reading
from pipeline.records import Stance
from pipeline.stances import claims_it, confirms_as_struck, is_aimed_at_foe, is_answer
from pipeline.statements import Voice
from pipeline.suffering import suffered_from

OWNING = ("accuses", "admits")  # kinds of statement that name the act's doer themselves


class Reason(StrEnum):
    """Why there is no claim, as a sentence for a person."""

    OWN_VOICE = "Nobody is named as saying it: the article says it in its own voice."
    NOBODY = "It is said, but the text does not tell by whom."
    STRANGER = "Whoever says it belongs to no party that is known."
    WANTED = "It is wanted, promised or asked for, not said to have happened."
    THOUGHT = "It is thought, expected or warned of, not stated."
    UNREAL = "It is threatened, planned, banned or supposed, not said to have happened."
    NO_DOER = "Nothing shows that a party or a weapon did it: the word alone names no hostile act."
    POINTS_BACK = "It points back to an act told before, and says nobody did it."
    NOT_DONE = "It is said not to have happened, and nobody is named who might have done it."
    NO_CHARGE = "A breach is named, and nobody is charged with it."
    OWN_SIDE = "It is neither charge nor answer: one's own breach, or the other side's keeping to terms."
    BACKED = "Somebody is charged with backing it or covering it up, not with doing it."
    QUIET = "What stands around it speaks of no fighting: few weapons or truces, and no two parties at war."
    HEADING = "It stands in a heading, and the text below says it as well."


@dataclass(frozen=True)
class Unclaimed:
    """An act that a sentence names and that makes no claim, with the voice in which it stands, if in any."""

    act: Act
    reason: Reason
    number: int  # of the sentence in the document
    voice: Voice | None = None


def why_not(reading: Reading, act: Act, voice: Voice, stance: Stance, who: Sequence[Agent]) -> Reason | None:
    """Return why an act in a voice is not asserted, whoever speaks; None if it is. `who` are its agents."""
    claims = claims_it(reading, act, voice)
    owning = voice.said.kind in OWNING or claims
    if act.unreal or (stance == "alleges" and not act.negated and is_general(reading, act)):
        return Reason.UNREAL
    if voice.said.kind == "accuses" and is_backed(reading, act):
        return Reason.BACKED
    doers = [one for one in who if not (one.party and is_unarmed(reading, one.party))]
    sure = act.strong or (act.head.pos_ == "NOUN" and act.negated) or is_of_any(reading, act, stance)
    sure = sure or any("deliberate" in reading.classes("acts", child) for child in act.head.children)
    if not (sure or doers or forced(reading, act) or owning):
        return Reason.NO_DOER
    only_named = any(entry.data.get("named") for entry in reading.entries("acts", act.head))
    if only_named and not (act.negated or any(one.role == "party" for one in who)):
        return Reason.NO_DOER
    named = (
        claims
        or (voice.said.kind == "calls" and is_called_crime(reading, act, voice))
        or voice.said.kind == "admits"
        or is_confirmed(reading, act, voice)
        or is_answer(reading, act)
        or any(is_aimed_at_foe(reading, act, speaker) for speaker in voice.speakers)
        or (owning and any(blamed_by(reading, voice, s) for s in voice.speakers))
    )
    if not named and anaphoric(reading, act, who):
        return Reason.POINTS_BACK
    if not who and voice.said.kind == "calls" and act.kind == "breach":
        return Reason.NO_CHARGE
    undone = act.kind == "attack" or act.rule == "violation"
    if not who and act.negated and stance == "alleges" and undone:
        return Reason.NOT_DONE
    return None


def is_of_any(reading: Reading, act: Act, stance: Stance) -> bool:
    """Tell whether it is denied that there was any such act: "denied that there had been any fire", "that
    anybody had fired"; who denies that anybody was hurt denies no act."""
    own = (word for word in act.head.lefts if word.dep_ != "nsubjpass")
    return stance == "denies" and any("any" in reading.classes("negation", word) for word in own)


def is_backed(reading: Reading, act: Act) -> bool:
    """Tell whether an act is what somebody backs: "of supporting their raids", "of complicity in it"."""
    above = act.head.head.head if act.head.dep_ == "pobj" else act.head.head
    return act.head.dep_ in {"pobj", "dobj"} and "backs" in reading.classes("denials", above)


def is_confirmed(reading: Reading, act: Act, voice: Voice) -> bool:
    """Tell whether somebody confirms an attack of which its place, or his office, shows whose it was:
    "confirmed the strike on the depot in Sudland"."""
    confirmed = voice.said.kind == "confirms" and act.head.head == voice.said.cue.root
    return confirmed and any(
        suffered_from(reading, act, speaker)
        or (confirms_as_struck(reading, act, speaker) and main_adversary(reading, speaker.party))
        for speaker in voice.speakers
    )


def is_called_crime(reading: Reading, act: Act, voice: Voice) -> bool:
    """Tell whether an act is called what only another's deed is called: "called the raid a war crime"."""
    after = {i for i in voice.indices if i > act.head.i}
    return any(entry.data["class"] == "crime" for entry, _ in reading.within("acts", after))


def anaphoric(reading: Reading, act: Act, who: Sequence[Agent]) -> bool:
    """Tell whether a noun only points back to an act ("after the attack"): definite, nobody named with it."""
    since = act.head.dep_ == "advcl" and any(
        c.dep_ == "mark" and plain(c.text) in coded("s") and not list(c.children) for c in act.head.lefts
    )  # with a child it is "since midnight"
    if since and not is_backshifted(act.head):
        return True  # "has been empty since troops invaded"
    if not who and act.rule == "effect" and act.head.dep_ == "relcl":  # "the raid which left ten dead"
        return is_pointed_at(act.head.head) and "attack" in reading.classes("acts", act.head.head)
    if not who and act.head.dep_ == "advcl" and is_passive(act.head) and is_negated(reading, act.head.head):
        return True  # "no plane was up when the town was bombed"
    if who or act.kind == "keep" or act.head.pos_ != "NOUN":
        return False
    if act.kind == "breach" and (act.head.dep_ not in {"pobj", "dobj"} or act.head.head.head.pos_ == "NUM"):
        return False  # "27 of the violations"
    if (
        act.kind == "attack"
        and act.head.dep_ == "pobj"
        and "answer" in reading.classes("denials", act.head.head.head)
    ):
        return True  # "fired in response to attacks"
    if (
        act.head.dep_ == "oprd"
        or (act.head.dep_ == "attr" and not act.strong)
        or any(child.tag_ == "JJS" for child in act.head.lefts)
    ):
        return False  # "called it the largest attack yet"
    if act.head.dep_ == "nsubjpass" and "perform" in reading.classes("acts", act.head.head):
        return False  # "the attack was carried out with rockets" tells of it
    if act.head.dep_ == "nsubj" and "start" in reading.classes("acts", act.head.head):
        return act.head.head.dep_ == "advcl"  # "the shooting went on", not "when the shooting began"
    return is_pointed_at(act.head) or any(
        child.dep_ == "poss" and not reading.classes("voices", child) for child in act.head.children
    )


def is_general(reading: Reading, act: Act) -> bool:
    """Tell whether an act is spoken of in general: "every violation", "shelling a school is a crime"."""
    if act.head.pos_ == "NOUN":
        return any("general" in reading.classes("acts", child) for child in act.head.lefts)
    return act.head.tag_ == "VBG" and act.head.dep_ == "csubj" and act.head.head.pos_ == "AUX"
