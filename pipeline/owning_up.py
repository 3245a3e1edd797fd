"""Who owns up to an act that was told before: "Rockets hit the port. The group claimed responsibility"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from pipeline.adversaries import is_unarmed
from pipeline.context import Assertion, Context
from pipeline.records import Category
from pipeline.statements import Voice, has_trait
from pipeline.untold import told_before


def bare_admissions(
    context: Context, sentence: Span, number: int, found: list[Assertion]
) -> Iterator[Assertion]:
    """Yield the admissions of a sentence that say no more than whose doing it was."""
    for voice in context.voices:
        start = voice.said.cue.start
        if sentence.start <= start < sentence.end and says_whose(voice):
            act = told_before(context, sentence, start)
            for speaker in voice.speakers:
                own = any(o.speaker.party == speaker.party and o.stance == "admits" for o in found)
                if act is not None and not own and not is_unarmed(context.reading, speaker.party):
                    taken = replace(act, rule="answer", head=voice.said.cue.root)
                    kind = category_told(context, act.head.i)
                    yield Assertion(
                        taken, voice, speaker, "admits", speaker.party, sentence, number, kind, bare=True
                    )


def says_whose(voice: Voice) -> bool:
    """Tell whether a voice owns up to something and does not say to what."""
    return has_trait(voice.said, "alone") and voice.said.content[0].start < voice.said.cue.end


def category_told(context: Context, act: int) -> Category:
    """Return the category under which an act was alleged, if it was."""
    return next((one.category for one in context.found if one.act.head.i == act), "other_strike")
