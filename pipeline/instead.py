"""Whom somebody who is charged names instead, and says no more: "the rebels say that it was the army", "the
army says the rebels did"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from pipeline.attribution.cues import grammar_words
from pipeline.context import Assertion, Context
from pipeline.grammar.arguments import subjects
from pipeline.grammar.features import is_neuter
from pipeline.offices import role
from pipeline.statements import Voice


def named_instead(
    context: Context, voice: Voice, charges: Sequence[Assertion], sentence: Span, number: int
) -> Iterator[Assertion]:
    """Yield the charge of who names another as who did what his side was charged with just before."""
    party = named_alone(context, voice) if voice.said.kind == "says" else None
    if party is None:
        return
    for speaker in voice.speakers:
        answered = (o for o in reversed(charges) if o.stance == "alleges" and o.accused == speaker.party)
        charge = next(answered, None)
        if charge is not None and number - charge.number <= 1 and party != speaker.party:
            yield Assertion(
                charge.act, voice, speaker, "alleges", party, sentence, number, charge.category, bare=True
            )


def named_alone(context: Context, voice: Voice) -> str | None:
    """Return the party of whom it is said that it did it, or was it, if nothing else is said."""
    words = [word for word in voice.said.content[-1] if not word.is_punct and word.dep_ != "mark"]
    if len(words) < 2 or any("no" in context.reading.classes("negation", word) for word in words):
        return None
    first, last = words[0], words[-1]
    if first.pos_ == "PRON" and is_neuter(first) and words[1].pos_ == "AUX":
        named = [word for word in words[1].rights if word.dep_ == "attr" and may_act(word)]
        rest = words[2:]
    else:
        named, rest = subjects(last) if last.lower_ in grammar_words("does") else [], words[:-1]
    alone = named and all(word == named[0] or named[0].is_ancestor(word) for word in rest)
    clause = any(word.dep_ in {"relcl", "acl"} for word in rest)
    return context.reading.party(named[0]) or None if alone and not clause else None


def may_act(noun: Token) -> bool:
    """Tell whether a noun is a name, a force, an office, or "one" of those named: no depot."""
    return noun.pos_ == "PROPN" or noun.like_num or role(noun) in ("office", "armed")
