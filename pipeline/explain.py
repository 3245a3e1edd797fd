"""Everything found in an article, sentence by sentence: what made its claims, and why an act made none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Span, Token

from pipeline.acts import Act
from pipeline.agents import Agent, agents
from pipeline.characters import span_of
from pipeline.claims import anchored, claims_in, understood
from pipeline.conflict import Conflict
from pipeline.context import Context
from pipeline.dates import dates_told
from pipeline.headings import without_headings
from pipeline.names import Mention
from pipeline.numbers import act_count
from pipeline.reading import Reading, read
from pipeline.records import Claim, Document
from pipeline.records import Span as Characters
from pipeline.relevance import Passage, passages
from pipeline.speakers import Memory
from pipeline.statements import Voice
from pipeline.unclaimed import Reason

WORDS = {
    "targets": "target",
    "weapons": "weapon",
    "truces": "truce",
}  # lexicons whose hits are shown, as what
KIND = {"targets": "kind", "weapons": "class", "truces": "scope"}  # the key that says what an entry means


@dataclass(frozen=True)
class Found:
    """Something found in a sentence: a `kind` of thing, where it stands, its words, what it was read as."""

    kind: str
    span: Characters
    words: str
    meaning: str


@dataclass(frozen=True)
class Explained:
    """A sentence with what was found in it, its claims, and the acts that made none, with the reason.

    The spans of what was found count in `text`, that of the sentence; those of the claims in the document.
    """

    text: str
    found: tuple[Found, ...]
    claims: tuple[Claim, ...]
    unclaimed: tuple[Found, ...]


def explain(document: Document, nlp: Language, conflict: Conflict) -> Iterator[Explained]:
    """Yield the sentences of a document, in text order, each with what was found in it."""
    done: list[tuple[Passage, Document, Context]] = []
    made: list[Claim] = []
    conflict = conflict.on(document.published)
    for passage in passages(document.text, conflict):
        part = replace(document, text=passage.text)
        context = understood(part, nlp, conflict) if passage.telling else quiet(part, nlp, conflict)
        done.append((passage, part, context))
        made += (anchored(claim, passage.start, document.text) for claim in claims_in(context, part))
    kept, by_sentence = without_headings(made, document.text), defaultdict(list)
    for claim in made:
        by_sentence[claim.span].append(claim)
    for passage, part, context in done:
        offset = passage.start
        for number, sentence in enumerate(context.reading.doc.sents):
            if sentence.text.strip():
                start, end = span_of(sentence)
                claims = by_sentence[offset + start, offset + end]
                why = [
                    *reasons(context, sentence, number, passage.telling),
                    *said_below(claims, kept, offset),
                ]
                yield Explained(
                    text=part.text[start:end],
                    found=tuple(moved(one, -start) for one in found_in(context, part, sentence)),
                    claims=tuple(claim for claim in claims if claim in kept),
                    unclaimed=tuple(moved(one, -start) for one in why),
                )


def quiet(document: Document, nlp: Language, conflict: Conflict) -> Context:
    """Return what is in a passage that does not speak of fighting: no statements, for they would be idle."""
    reading = read(nlp(document.text), conflict)
    return Context(reading, Memory(reading), [])


def reasons(context: Context, sentence: Span, number: int, telling: bool) -> Iterator[Found]:
    """Yield why acts of a sentence make no claim."""
    if not telling:
        for act in context.acts_in(sentence):
            yield found("no claim", head_of(act), Reason.QUIET)
    for one in context.unclaimed:
        if one.number == number:
            yield found("no claim", head_of(one.act), one.reason)


def said_below(claims: Iterable[Claim], kept: Sequence[Claim], offset: int) -> Iterator[Found]:
    """Yield why what the claims of a heading say is left out."""
    for claim in claims:
        if claim not in kept and claim.cue_span is not None:
            start, end = claim.cue_span
            yield Found("no claim", (start - offset, end - offset), claim.sentence, Reason.HEADING)


def found_in(context: Context, document: Document, sentence: Span) -> Iterator[Found]:
    """Yield what was found in a sentence, kind by kind."""
    reading, doc = context.reading, context.reading.doc
    for voice in context.voices:
        yield from of_voice(voice, sentence)
    for act in context.acts_in(sentence):
        yield found("act", head_of(act), act_meaning(reading, act))
        count = act_count(sentence, act.head)
        if count is not None:
            yield found("count", doc[count.start : count.end], f"{count.value} {count.unit}, {count.bound}")
    for mention in within(reading.mentions, sentence):
        yield found("party", doc[mention.start : mention.end], party_meaning(mention))
    for name, kind in WORDS.items():
        for entry, span in reading.within(name, set(range(sentence.start, sentence.end))):
            yield found(kind, span, f"{entry.data[KIND[name]]}, entry {entry.id}")
    for place in reading.places_in(sentence):
        yield found(
            "place", doc[place.start : place.end], f"{place.name}, {place.region or 'in no one region'}"
        )
    cue = next((voice.said.cue.root for voice in context.voices if within([voice.said.cue], sentence)), None)
    for date in dates_told(sentence, cue, document.published):
        days = dict.fromkeys(day.isoformat() for day in (date.date_from, date.date_to) if day)
        yield found("date", doc[date.start : date.end], " to ".join(days) or "no day that can be told")


def of_voice(voice: Voice, sentence: Span) -> Iterator[Found]:
    """Yield the cue, the speaker and the accused of a voice in a sentence, or that it goes on there."""
    said = voice.said
    who = " and ".join(dict.fromkeys(speaker.party for speaker in voice.speakers))
    known = who or "no party known"
    if within([said.cue], sentence):
        source = f"{said.source.text.strip()} → {known}" if said.source else who or "nobody named"
        yield found("cue", said.cue, f"{said.kind}, entry {said.rule}; {source}")
    elif any(part.start < sentence.end and sentence.start < part.end for part in said.content):
        yield Found("voice", span_of(sentence), "", f"goes on from “{said.cue.text}”; {known}")
    if said.source is not None and within([said.source], sentence):
        yield found("speaker", said.source, known)
    if said.accused is not None and within([said.accused], sentence):
        yield found("accused", said.accused, f"by the cue “{said.cue.text}”")


def act_meaning(reading: Reading, act: Act) -> str:
    """Return what a word is read as: the act, its rule and entry, whether it is asserted, who did it."""
    entries = ", ".join(entry.id for entry in reading.entries("acts", act.head))
    asserted = [name for name, holds in (("negated", act.negated), ("unreal", act.unreal)) if holds]
    who = [f"by {agent_meaning(agent)}" for agent in agents(reading, act)]
    rule = f"{act.kind}, rule {act.rule}, entry {entries}"
    return "; ".join([rule, *asserted, *(who or ["by nobody named"])])


def agent_meaning(agent: Agent) -> str:
    """Return who an agent is: a party, or the speaker's own side, its enemy, the other side, a pronoun's."""
    sides = {
        "own": "the speaker's side",
        "enemy": "the speaker's enemy",
        "other": "the other side",
        "both": "both sides",
    }
    return f"{agent.token.text} → {agent.party or sides.get(agent.role, 'whom the pronoun stands for')}"


def party_meaning(mention: Mention) -> str:
    """Return the party that a name means, and what kind of name it is."""
    return f"{mention.party or 'the enemy of whoever speaks'} ({mention.kind})"


def head_of(act: Act) -> Span:
    """Return the head word of an act as a span."""
    head: Token = act.head
    return head.doc[head.i : head.i + 1]


def moved(one: Found, by: int) -> Found:
    """Return a find with its characters counted from elsewhere."""
    return replace(one, span=(one.span[0] + by, one.span[1] + by))


def found(kind: str, span: Span, meaning: str) -> Found:
    """Return a find by its words."""
    return Found(kind, span_of(span), " ".join(str(span.text).split()), meaning)


def within(spans: Iterable[Any], sentence: Span) -> list[Any]:
    """Return the spans of tokens that lie in a sentence."""
    return [span for span in spans if sentence.start <= span.start and span.end <= sentence.end]
