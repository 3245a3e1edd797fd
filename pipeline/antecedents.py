"""Whom a surname, a pronoun or a bare office stands for: somebody who was named before as a speaker."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipeline.bare_offices import bare_party, whose
from pipeline.bodies_before import company_before, force_before, last_body, of_body, officer_before
from pipeline.grammar.constituents import noun_phrase
from pipeline.introductions import in_full, introduced
from pipeline.offices import has, office_of, role
from pipeline.on_behalf import headed_by, issued_in, issuer, posted_by
from pipeline.pronouns import is_joint, owner, person_before, pronoun, self_told, subject_before
from pipeline.same_office import office_or_body
from pipeline.source_wording import before_clause, is_bare, is_definite, is_issued, is_titled, speaks_for
from pipeline.speakers import Memory, Speaker


def resolve(memory: Memory, source: Span, content: frozenset[int] = frozenset()) -> list[Speaker]:
    """Return whose voice a source is: one speaker for each party, none if that stays open.

    `content` are the tokens of what is said: nobody named in these speaks.
    """
    bare = before_clause(source)
    if any(token.tag_ == "WP$" for token in source.doc[bare.end : source.end]):
        source = bare  # who is named in "whose pilots Norland trains" is another
    seat = seated_in(memory, source) if is_of_some_state(memory, source) else None
    if seat is not None:
        return [Speaker(seat, source, memory.is_person(source.root))]
    found = memory.named(source) or named_beside(memory, source) or meant(memory, bare, content)
    if found:
        return found
    full = in_full(source) or issuer(source) or posted_by(source) or headed_by(source)
    return [Speaker(s.party, source, s.person) for s in resolve(memory, full, content)] if full else []


def is_of_some_state(memory: Memory, source: Span) -> bool:
    """Tell whether a source is a state's office, and no name tells which: "the army's spokesman, Ann Lee"."""
    named = (m for m in memory.reading.mentions if m.start < source.end and source.start < m.end)
    kinds = {mention.kind for mention in named}
    return whose(source) == "state" and (not kinds or {"generic"} <= kinds <= {"generic", "person"})


def named_beside(memory: Memory, source: Span) -> list[Speaker]:
    """Return the speaker whose name stands in apposition to a source: "the energy company Voltar"."""
    after = [child for child in source.root.children if child.dep_ == "appos" and child.i >= source.end]
    beside = [c for c in after if not any(":" in t.text for t in source.doc[source.end : c.left_edge.i])]
    return memory.named(noun_phrase(beside[0])) if beside else []


def meant(memory: Memory, source: Span, content: frozenset[int]) -> list[Speaker]:
    """Return the speaker, named before, that a source stands for."""
    root = source.root
    for noun in self_told(root):
        if found := resolve(memory, noun_phrase(noun)):
            return found
    for noun in issued_in(source):
        if office_of(source) is not None and (found := memory.named(noun_phrase(noun))):
            return [Speaker(one.party, source, memory.is_person(root)) for one in found]
    if "pronoun" in memory.reading.classes("voices", root) or root.pos_ == "PRON":
        return pronoun(memory, root, content)
    if is_other(memory, source):
        return adversary_of_last(memory, source)
    party = next((party for party in candidates(memory, source, content) if party is not None), None)
    if party is None and is_issued(source):
        return subject_before(memory, root, content)
    return [Speaker(party, source, memory.is_person(root))] if party else []


def candidates(memory: Memory, source: Span, content: frozenset[int]) -> Iterator[str | None]:
    """Yield the parties that a source may stand for, the surest first; None where one tells nothing."""
    root, reading = source.root, memory.reading
    unnamed, definite = has([root], "unnamed"), is_definite(root)
    if root.pos_ == "PROPN":
        yield memory.people.get(root.text) or introduced(memory, root)
    owners = [token for token in source if "own" in reading.classes("voices", token)]
    if owners:
        yield owner(memory, owners[0])
    possessors = [child for child in root.children if child.dep_ == "poss" and child not in owners]
    possessors = possessors or [token.nbor(-1) for token in source[1:] if token.tag_ == "POS"]
    if possessors:
        yield owned_by(memory, possessors[0], content)
    if is_bare(source):
        yield seated_in(memory, source)
    if unnamed and not definite:
        yield outlet_told(memory, source, content)
    if speaks_for(source) and not definite:  # one not told of before speaks for whoever spoke last
        last = memory.past_before(source.start)
        yield last[0].party if last and not is_joint(last[0], memory.past) else None
    yield person_before(memory, source, content) or office_or_body(memory, source, content)
    if unnamed:
        yield of_body(memory, source)
    yield officer_before(memory, source)
    if role(root) == "office" and not definite:
        yield outlet_told(memory, source, content)
    yield bare_party(source, reading, memory.title)
    yield company_before(memory, source) or force_before(memory, source, content)
    if is_bare(source) or is_titled(source) or is_issued(source) or speaks_for(source):
        yield last_body(memory, source)


def is_other(memory: Memory, source: Span) -> bool:
    """Tell whether a source is the side that did not speak before, or an office of it: "the other army"."""
    hits = memory.reading.hits["voices"]
    return any(entry.data["class"] == "other" and span.start == source.start for entry, span in hits)


def adversary_of_last(memory: Memory, source: Span) -> list[Speaker]:
    """Return the adversary, named most, of whoever spoke last; who spoke as "the other" is it again."""
    reading, last = memory.reading, memory.past_before(source.start)
    if not last or is_joint(last[0], memory.past):
        return []
    party = last[0].party
    foes = [foe for foe in reading.adversaries(party) if reading.named[foe]]
    meant = [party] if is_other(memory, last[0].words) else foes[:1]
    return [Speaker(one, source, memory.is_person(source.root)) for one in meant]


def seated_in(memory: Memory, source: Span) -> str | None:
    """Return the state whose capital stands before a bare office: "In Hilltown the government said", "In
    Hilltown the charge was denied: nobody had fired, the army said"."""
    sent, doc, acts = source.sent, source.doc, memory.reading.words["acts"]
    for mention in memory.reading.mentions:
        if mention.kind != "capital" or not sent.start < mention.start < source.start:
            continue
        noun = doc[mention.end - 1]
        beside = mention.end in (source.start, source.start - 1)
        opening = mention.start == sent.start + 1 and noun.head.head.i not in acts and is_bare(source)
        if (beside and doc[mention.start].dep_ == "pobj") or (opening and noun.dep_ == "pobj"):
            return mention.party if office_of(source) is not None else None
    return None


def owned_by(memory: Memory, possessor: Token, content: frozenset[int]) -> str | None:
    """Return the party of a bare office's possessor: "the ministry's spokesman"; for "the country's ministry"
    that of the state that the sentence names first, for "the state's" that of the place it named last."""
    if has([possessor], "land") and is_definite(possessor):
        places = [place for place in memory.reading.places_in(possessor.sent) if place.start < possessor.i]
        held = (memory.reading.conflict.party_of_region(p.region) for p in reversed(places) if p.region)
        if (party := next(held, None)) is not None:
            return party
    if "home" in memory.reading.classes("voices", possessor) and is_definite(possessor):
        start, states = possessor.sent.start, ("state", "capital", "demonym")
        for mention in memory.reading.mentions:
            if start <= mention.start < possessor.i and mention.kind in states:
                return mention.party
    return office_or_body(memory, noun_phrase(possessor), content)


def outlet_told(memory: Memory, source: Span, content: frozenset[int]) -> str | None:
    """Return the party of the outlet that an official without a name told it to, or that quotes him: "a
    source in the army told Norland's agency"."""
    start, end = source.sent.start, source.sent.end
    outlets = (m for m in memory.reading.mentions if m.kind == "outlet" and start <= m.start and m.end <= end)
    return next((outlet.party for outlet in outlets if outlet.start not in content), None)
