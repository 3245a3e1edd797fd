"""Tells which party a noun phrase speaks or acts for.

The head and the words before it decide; then who did it ("by"), whose it is ("of"), where an official sits
("in"), an apposition, and what an official heads; never a name after "against", or in another clause.
"""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Span

from pipeline.conflict import Conflict
from pipeline.mentions import Mention, party_mentions
from pipeline.offices import has, office_of, sort_of, stands_for
from pipeline.phrase_parts import Piece, pieces
from pipeline.piece_party import party_of_piece
from pipeline.places import PlaceMention

__all__ = ["Mention", "office_of", "parties_of", "party_mentions", "party_of", "stands_for"]

ORDER = ("core", "agent", "owner", "source", "within", "rest", "clause")


def parties_of(span: Span, mentions: Sequence[Mention], party_of: Callable[[Span], str | None]) -> list[str]:
    """Return the parties of a noun phrase that may join several ("Norland and Sudland"), given each one's."""
    found: list[str | None] = []
    for part in joined(span):
        found += [party_of(part), *joined_adjectives(part, mentions)]
    return list(dict.fromkeys(party for party in found if party is not None))


def joined(span: Span) -> Iterator[Span]:
    """Yield the parts of a noun phrase that "and" joins to its head."""
    heads = [span.root]
    for head in heads:
        heads += [t for t in head.children if t.dep_ == "conj" and span.start <= t.i < span.end]
    edges = [span.start, *sorted(max(t.left_edge.i, span.start) for t in heads[1:]), span.end]
    for number, start in enumerate(edges[:-1]):
        end = edges[number + 1]
        while end - 1 > start and (span.doc[end - 1].dep_ == "cc" or span.doc[end - 1].is_punct):
            end -= 1
        if end > start:
            yield span.doc[start:end]


def joined_adjectives(span: Span, mentions: Sequence[Mention]) -> list[str]:
    """Return the further parties of adjectives joined before a head, or after it ("Norlandic and Sudlandic
    officials", "the armies of Norland and Sudland").
    """
    at = {m.start: m for m in mentions if span.start <= m.start and m.end <= span.end}
    joined_to = [t for t in span if t.i in at and t.dep_ == "conj" and t.head.i in at]
    described = [[at[word.i] for word in (*t.lefts, t) if word.i in at] for t in joined_to]
    return [
        next((m for m in inside if m.kind == "demonym"), at[t.i]).party  # "and the Norlandic army"
        for t, inside in zip(joined_to, described, strict=True)
        if t.i < span.root.i or t.head.head.head == span.root
    ]


def party_of(
    span: Span, mentions: Sequence[Mention], places: Sequence[PlaceMention], conflict: Conflict
) -> str | None:
    """Return the party that a noun phrase speaks or acts for, None if its own words do not tell.

    "" means the adversary of whoever speaks ("the enemy"). A pronoun or a bare "the ministry" gives None.
    """
    whole = {i for m in mentions if m.start < span.end and span.start < m.end for i in range(m.start, m.end)}
    parts = [part for part in pieces(span, whole) if part.words]
    named = named_after(parts, mentions)
    if named is not None:
        return named
    posted = any(is_posted(part, mentions) for part in parts if part.kind == "core")
    for part in sorted(
        (part for part in parts if part.kind in ORDER),
        key=lambda part: (posted and part.kind != "owner", ORDER.index(part.kind)),
    ):
        found = party_of_piece(part, mentions, places, conflict)
        if found is not None:
            return person_after(part, parts, mentions) or found
        if part.kind == "core" and sort_of([t for t in part.words if t.i not in whole]) in (
            "outsider",
            "private",
        ):
            return None
    return None


def is_posted(part: Piece, mentions: Sequence[Mention]) -> bool:
    """Tell whether a piece names an envoy by nothing but where he sits: "the UN envoy", of Norland."""
    words = {word.i: word for word in part.words}
    inside = [m for m in mentions if m.start in words]
    return bool(inside) and all(
        m.kind == "body" and m.end in words and has([words[m.end]], "abroad") for m in inside
    )


def named_after(parts: Sequence[Piece], mentions: Sequence[Mention]) -> str | None:
    """Return the party whose bare name follows a description: "Norland's biggest power company, Lumen"."""
    if len(parts) < 2 or parts[0].kind != "core" or not sort_of(parts[0].words):
        return None
    for part in parts[1:]:
        if part.kind == "rest" and part.words:
            first, last = part.words[0].i, part.words[-1].i + 1
            for m in mentions:
                if (m.start, m.end) == (first, last) and m.kind in ("body", "group"):
                    return m.party
    return None


def person_after(part: Piece, parts: Sequence[Piece], mentions: Sequence[Mention]) -> str | None:
    """Return the party of a person known by name who holds an office that only a place tells whose it is:
    "the governor of the Hill region, Ann Holm", whom the other side put there."""
    first, last = part.words[0].i, part.words[-1].i
    if any(first <= m.start <= last for m in mentions):
        return None
    after = [other for other in parts if other.words and other.words[0].i > last and other.kind == "rest"]
    people = {(m.start, m.end): m.party for m in mentions if m.kind == "person"}
    spans = [(other.words[0].i, other.words[-1].i + 1) for other in after]
    return next((people[span] for span in spans if span in people), None)
