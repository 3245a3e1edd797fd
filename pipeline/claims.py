"""From a document to its claims: who says that whom did what, where and when, each in its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from pipeline.answers import bare_charges, bare_denials, charged_along
from pipeline.assertions import assertions
from pipeline.attribution import said
from pipeline.categories import called_breaches, carried_over, categorised, under_title
from pipeline.characters import span_of, words_of
from pipeline.claim_places import (
    places_of,
    words_answered,
    words_of_other_sides,
    words_of_others,
    words_of_source,
)
from pipeline.conflict import Conflict
from pipeline.context import Assertion, Context
from pipeline.continued import continued
from pipeline.dates import act_dates, back_dates, together
from pipeline.details import details
from pipeline.grounds import grounds_of
from pipeline.headings import without_headings
from pipeline.labels import labelled, without_places
from pipeline.language import Parse
from pipeline.numbers import act_count
from pipeline.owning_up import bare_admissions
from pipeline.reading import Title, read
from pipeline.records import Claim, Document
from pipeline.relevance import passages
from pipeline.speakers import Memory
from pipeline.statements import voices
from pipeline.told_by import passed_on_by, without_clause
from pipeline.viewpoints import viewpoints

SPANS = ("span", "speaker_span", "cue_span", "accused_span", "target_span", "weapon_span", "date_span")
CALLED = ("oprd", "pobj", "attr", "dobj")
ORDER = ("energy_strike", "ceasefire_violation", "other_strike")  # of several kinds of one denial, the first


Groups = dict[tuple[int, str, str, str | None, str], list[Assertion]]
"""Assertions by sentence, party, stance, accused and, but for denials, category."""


def extract(document: Document, parse: Parse, conflict: Conflict) -> list[Claim]:
    """Return the claims of a document, in text order."""
    claims: list[Claim] = []
    conflict = conflict.on(document.published)
    for passage in passages(document.text, conflict):
        if passage.telling:
            part = replace(document, text=passage.text)
            found = claims_in(understood(part, parse, conflict), part)
            claims += (anchored(claim, passage.start, document.text) for claim in found)
    return without_headings(claims, document.text)


def anchored(claim: Claim, offset: int, text: str) -> Claim:
    """Return a claim of a part of a document with its spans, and its sentence, as they are in the whole."""
    spans: dict[str, Any] = {
        name: (value[0] + offset, value[1] + offset)
        for name in SPANS
        if (value := getattr(claim, name)) is not None
    }
    places = tuple(replace(p, span=(p.span[0] + offset, p.span[1] + offset)) for p in claim.places)
    grounds = tuple(replace(g, span=(g.span[0] + offset, g.span[1] + offset)) for g in claim.grounds)
    return replace(claim, sentence=text[slice(*spans["span"])], places=places, grounds=grounds, **spans)


def understood(document: Document, parse: Parse, conflict: Conflict) -> Context:
    """Return what is asserted in a document, and what acts are named without a claim."""
    reading = read(parse(document.text), conflict)
    title = Title(document.title, parse, conflict) if document.title else None
    memory = Memory(reading, title)
    sentences = list(reading.doc.sents)
    spoken = without_places(memory, voices(said(reading.doc), memory))
    spoken = [*spoken, *labelled(memory, spoken), *viewpoints(memory)]
    context = Context(reading, memory, [*spoken, *continued(sentences, spoken)])
    for number, sentence in enumerate(sentences):
        told = assertions(context, sentence, number)
        found = [categorised(context, one, document.published, told) for one in told]
        found += [
            categorised(context, one, document.published)
            for one in bare_charges(context, sentence, number, found)
        ]
        found = charged_along(found)
        found += [
            categorised(context, one, document.published)
            for one in bare_denials(context, sentence, number, found)
        ]
        found += bare_admissions(context, sentence, number, found)
        context.found += found
    return context


def claims_in(context: Context, document: Document) -> list[Claim]:
    """Return the claims that the assertions of a document make."""
    found = carried_over(context.reading, called_breaches(context, document.published))
    if context.memory.title is not None:
        found = under_title(found, context.memory.title, document.published)
    return list(joined(context, document, found))


def joined(context: Context, document: Document, found: Iterable[Assertion]) -> Iterator[Claim]:
    """Yield one claim for each sentence, speaker, stance, accused and category."""
    groups: Groups = {}
    for one in found:
        kind = "" if one.stance == "denies" else one.category
        groups.setdefault((one.number, one.speaker.party, one.stance, one.accused, kind), []).append(one)
    for key in [key for key, group in groups.items() if all(one.borrowed for one in group)]:
        lender = next((other for other in groups if other[:4] == key[:4] and other != key), None)
        if lender is not None:
            groups[lender] += groups.pop(key)
    for key, group in groups.items():
        yield claim_of(context, document, group, charge_in(groups, key))


def charge_in(groups: Groups, key: tuple[int, str, str, str | None, str]) -> list[Assertion]:
    """Return the assertions of the charge that a denial answers in the same sentence, if there is one, or
    that another's is put in place of: "blamed the rebels for the raid; they said the army did it"."""
    number, _, stance, accused, _ = key
    charges = {
        other: group for other, group in groups.items() if other[0] == number and other[2] == "alleges"
    }
    if stance == "denies":
        return next((group for other, group in charges.items() if other[3] == accused), [])
    turned = all(one.act.rule == "did" for one in groups[key])
    return next((group for other, group in charges.items() if turned and other[3] != accused), [])


def deeds(head: Token) -> list[Token]:
    """Return the word for an act, and that for what was done if it is only called so: "fired six shells, in
    what the army called a breach"."""
    called = next((word for word in head.ancestors if word.dep_ == "pcomp"), None)
    if head.dep_ not in CALLED or called is None or not any(word.tag_ == "WP" for word in called.lefts):
        return [head]
    deed = called.head.head
    said = next((child for child in deed.children if child.dep_ == "ccomp"), None)
    return [head, said if said is not None and said.i < head.i else deed]


def claim_of(context: Context, document: Document, group: list[Assertion], charge: list[Assertion]) -> Claim:
    """Return the claim that a group of assertions makes; a denial that names no act itself, or one who says
    that another did it, is about that of the `charge` in its sentence."""
    first = group[0]
    sentence, cue = first.sentence, first.voice.said.cue
    when = number = None
    untold = (first.bare and first.stance == "denies") or (first.act.rule == "did" and charge)
    told = charge if untold else group
    if told and not told[0].bare:
        heads = [(head, one.voice.said.cue.root) for one in told for head in deeds(one.act.head)]
        foes = words_of_others(context, told, foe=True) | words_of_source(told[0].voice)
        foes |= words_of_other_sides(context, told[0]) | words_answered(context, told)
        when = together(act_dates(sentence, head, word, document.published) for head, word in heads)
        when = when if when and when.start not in foes else None
        counts = [act_count(sentence, head) for head, _ in heads]
        number = min(
            (count for count in counts if count and count.start not in foes),
            key=lambda count: count.start,
            default=None,
        )
    else:
        when = back_dates(sentence, cue.root, document.published)
    places = places_of(context, told or group)
    doc = context.reading.doc
    words = details(context.reading, group)
    speaker = without_clause(first.speaker.words)
    return Claim(
        sentence=str(sentence.text).strip(),
        span=span_of(sentence),
        stance=first.stance,
        claimant=first.speaker.party,
        accused=first.accused,
        category=min((one.category for one in group), key=ORDER.index),
        speaker=words_of(speaker),
        speaker_span=span_of(speaker),
        cue_span=span_of(cue),
        regions=tuple(sorted({place.region for place in places if place.region})),
        places=tuple(places),
        count=number.value if number else None,
        unit=number.unit if number else None,
        bound=number.bound if number else None,
        date_from=when.date_from if when else None,
        date_to=when.date_to if when else None,
        date_span=span_of(doc[when.start : when.end]) if when else None,
        target=words_of(words.target),
        target_span=span_of(words.target),
        weapon=words_of(words.weapon),
        weapon_span=span_of(words.weapon),
        accused_span=span_of(words.accused),
        via=words_of(passed_on_by(context.reading, first.voice, speaker)),
        rule=f"{first.voice.said.rule} > {first.act.rule}",
        grounds=grounds_of(context.reading, group, words),
    )
