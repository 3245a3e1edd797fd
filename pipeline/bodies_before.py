"""Which body the text told of last: a company, an army, an officer's staff, whoever spoke."""

from spacy.tokens import Span

from pipeline.antecedent_kinds import ARMED, kind_of, kinds_meant, may_mean
from pipeline.grammar.constituents import noun_phrase, prepositional_objects
from pipeline.offices import office_of, role
from pipeline.same_office import same_office
from pipeline.source_wording import is_bare, is_definite
from pipeline.speakers import Memory

CLOSE = 3  # paragraphs


def company_before(memory: Memory, source: Span) -> str | None:
    """Return the party of the last name with no word for an office in it: "the company" after "Lumen"."""
    if office_of(source) != "company" or not is_definite(source.root):
        return None
    for mention in reversed([m for m in memory.reading.mentions if m.end <= source.start]):
        words = source.doc[mention.start : mention.end]
        conflict = memory.reading.conflict
        called = mention.party in conflict.called and kind_of(mention.party, conflict) == "body"
        if mention.kind == "body" and not called and not any(role(token) for token in words):
            return mention.party
    return None


def officer_before(memory: Memory, source: Span) -> str | None:
    """Return the party of an officer who spoke last without a name, where a name nobody knows speaks next:
    "the governor of the region said … Ann Lee wrote"."""
    root, start = source.root, source.start
    before = memory.past_before(start)
    if not before or root.pos_ != "PROPN" or len(source) < 2 or any(role(token) for token in source):
        return None
    last = before[0].words
    near = root.doc[last.end : start].text.count("\n\n") < CLOSE - 1
    unnamed = not any(token.pos_ == "PROPN" and token.dep_ == "appos" for token in last)
    one = last.root.pos_ == "NOUN" and last.root.morph.get("Number", []) == ["Sing"]
    return before[0].party if near and unnamed and one and before[0].person else None


def of_body(memory: Memory, source: Span) -> str | None:
    """Return the party of the body named last, which "a source in the service" belongs to."""
    doc, start = source.doc, source.start
    places = [noun for prep, noun in prepositional_objects(source.root) if noun.i < source.end]
    places = [noun for noun in places if is_definite(noun)]
    for noun in places:
        if (party := same_office(memory, noun_phrase(noun))) is not None:
            return party
    if not places:
        return None
    for mention in reversed(memory.reading.mentions):
        if mention.end <= start and mention.kind == "body" and mention.party:
            near = doc[mention.start : start].text.count("\n\n") < CLOSE
            return mention.party if near else None
    return None


def force_before(memory: Memory, source: Span, content: frozenset[int]) -> str | None:
    """Return the state whose body the text named last by its name, for a bare "the army" after "the NDF";
    not in what is said."""
    reading, start = memory.reading, source.start
    conflict = reading.conflict
    if not is_bare(source) or kinds_meant(source.root) != ARMED:
        return None
    for mention in reversed([m for m in reading.mentions if m.end <= start and m.start not in content]):
        fights = conflict.side_of(mention.party) or not conflict.sides
        if mention.kind == "body" and conflict.is_state(mention.party) and fights:
            near = source.doc[mention.start : start].text.count("\n\n") < CLOSE
            return mention.party if near else None
    return None


def last_body(memory: Memory, source: Span) -> str | None:
    """Return the party of the last speaker that is no person."""
    conflict = memory.reading.conflict
    before = [s for s in memory.past if not s.person and s.words.start < source.start]
    bodies = [s for s in before if may_mean(source, s.party, conflict)]
    return bodies[-1].party if bodies else None
