"""The words of a claim's sentence for what was hit, with what, and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span

from pipeline import grammar
from pipeline.accused import suffering
from pipeline.agents import agents
from pipeline.context import Assertion
from pipeline.reading import Reading

LONGEST = 12  # words; a longer phrase is cut to its head noun and what stands before it


@dataclass(frozen=True)
class Details:
    """Spans of a sentence, None where it has no such words."""

    target: Span | None = None
    weapon: Span | None = None
    accused: Span | None = None


def details(reading: Reading, group: Iterable[Assertion]) -> Details:
    """Return the first target, weapon and agent that the acts of a claim name."""
    target = weapon = accused = None
    for one in group:
        if one.bare:
            continue
        target = target or target_of(reading, one)
        weapon = weapon or weapon_of(reading, one)
        accused = accused or next(
            (short(grammar.noun_phrase(a.token)) for a in agents(reading, one.act)), None
        )
    return Details(target, weapon, accused)


def target_of(reading: Reading, one: Assertion) -> Span | None:
    """Return the energy target that is named in the clause of an act, else what the act is done to."""
    if one.act.kind != "attack":
        return None
    clause = grammar.clause(one.act.head)
    for entry, span in reading.within("targets", clause):
        if entry.data["kind"] == "energy" and one.category == "energy_strike":
            return short(grammar.noun_phrase(span.root))
    for token in suffering(reading, one.act.head):
        if token.pos_ in {"NOUN", "PROPN"} and not reading.classes("weapons", token) & {"missile"}:
            return short(grammar.noun_phrase(token))
    return None


def weapon_of(reading: Reading, one: Assertion) -> Span | None:
    """Return the weapon that is named in the clause of an act."""
    hits = reading.within("weapons", grammar.clause(one.act.head))
    return next((span for entry, span in hits if entry.data["class"] in ("missile", "arm")), None)


def short(phrase: Span) -> Span:
    """Return a noun phrase, cut to its head and what stands before it if it is long."""
    return (
        phrase if len(phrase) <= LONGEST else phrase.doc[phrase.start : max(phrase.root.i, phrase.start) + 1]
    )
