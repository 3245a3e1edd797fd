"""Who says in passing what he does as a rule, which is no answer: "Norland, which denies hitting homes"."""

from spacy.tokens import Token

from pipeline.acts import Act
from pipeline.grammar.arguments import patients
from pipeline.reading import Reading
from pipeline.statements import Voice

PRESENT = {"VBP", "VBZ"}


def tells_policy(reading: Reading, voice: Voice, act: Act) -> bool:
    """Tell whether a relative clause says, as is always said, of any of a sort that they are attacked."""
    told = act.kind == "attack" and act.head.i in voice.indices and act.head.tag_ in PRESENT | {"VBG"}
    shot = patients(act.head) if told else []
    return bool(shot) and is_standing(reading, voice.said.cue.root) and all(map(is_any, shot))


def is_standing(reading: Reading, cue: Token) -> bool:
    """Tell whether a verb of saying stands in a relative clause and tells what is always said: "which has
    always denied"."""
    if cue.dep_ != "relcl":
        return False
    always = any("always" in reading.classes("negation", child) for child in cue.children)
    return always or (cue.tag_ in PRESENT and not any(child.dep_ == "aux" for child in cue.children))


def is_any(noun: Token) -> bool:
    """Tell whether a noun means any of its sort: "homes", not "the homes" or "homes in Hilltown"."""
    return noun.tag_ == "NNS" and not any(
        child.dep_ in {"det", "poss", "nummod", "prep"} for child in noun.children
    )
