"""The kind of an act: a strike on energy, else the breach of a truce, else another strike."""

from spacy.tokens import Span

from pipeline import grammar
from pipeline.acts import Act
from pipeline.reading import Reading
from pipeline.records import Category
from pipeline.statements import Voice


def category_of(reading: Reading, act: Act, voice: Voice, sentence: Span) -> Category:
    """Return the category of an act as a statement puts it."""
    said_here = set(voice.indices) & set(range(sentence.start, sentence.end))
    scope = said_here or set(range(sentence.start, sentence.end))
    if any(entry.data["kind"] == "energy" for entry, _ in reading.within("targets", scope)):
        return "energy_strike"
    if any(entry.data["scope"] == "energy" for entry, _ in reading.within("truces", scope)):
        return "energy_strike"
    if act.kind in ("breach", "keep") or framed_as_breach(reading, scope):
        return "ceasefire_violation"
    return "other_strike"


def framed_as_breach(reading: Reading, scope: set[int]) -> bool:
    """Tell whether words of breach and of a truce stand together in a stretch of text."""
    breach = any(
        entry.data["class"] in ("breach", "violation", "keep") for entry, _ in reading.within("acts", scope)
    )
    return breach and bool(reading.within("truces", scope))
