"""Tells which party a noun phrase speaks or acts for.

The head and the words before it decide; then who did it ("by"), whose it is ("of"), where an official sits ("in"), an
apposition, and what an official heads. A name after "against", or in any other clause, is somebody else's.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from pipeline.conflict import Conflict
from pipeline.mentions import Mention, party_mentions
from pipeline.offices import is_abroad, office_of, role, sort_of, stands_for
from pipeline.phrase_parts import HYPHENS, Piece, pieces
from pipeline.places import PlaceMention

__all__ = ["Mention", "office_of", "parties_of", "party_mentions", "party_of", "stands_for", "usual_party"]

ORDER = ("core", "agent", "owner", "source", "within", "rest", "clause")
NAMING = ("person", "body", "outlet", "group", "local", "hostile")
SERVING = ("installed", "heads")  # after a hyphen: "Norland-backed", "Norland-run"
OTHERS = ("outsider", "private", "peer")  # with these a possessor is not the one meant


def usual_party(span: Span, conflict: Conflict) -> str | None:
    """Return the party that a bare office mostly means in a conflict ("the General Staff"), for want of better."""
    office = office_of(span)
    return next((name.party for name in conflict.names if name.kind == "usual" and name.text == office), None)


def parties_of(
    span: Span, mentions: Sequence[Mention], places: Sequence[PlaceMention], conflict: Conflict
) -> tuple[str, ...]:
    """Return the parties of a noun phrase that may join several ("Moscow and Kyiv", "both sides")."""
    found: list[str | None] = []
    for part in joined(span):
        found += [party_of(part, mentions, places, conflict), *joined_adjectives(part, mentions)]
    named = tuple(dict.fromkeys(party for party in found if party is not None))
    return named or (conflict.sides if "both" in (role(span.root), role(span[0])) else ())


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
    """Return the parties of adjectives that "and" joins before one head: "Russian and Ukrainian officials"."""
    at = {m.start: m for m in mentions if span.start <= m.start and m.end <= span.root.i}
    return [at[t.i].party for t in span if t.i in at and t.dep_ == "conj" and t.head.i in at]


def party_of(
    span: Span, mentions: Sequence[Mention], places: Sequence[PlaceMention], conflict: Conflict
) -> str | None:
    """Return the party that a noun phrase speaks or acts for, None if its own words do not tell.

    "" means the adversary of whoever speaks ("the enemy"). A pronoun and a bare office ("the ministry") give None.
    """
    whole = {i for m in mentions if m.start < span.end and span.start < m.end for i in range(m.start, m.end)}
    parts = [part for part in pieces(span, whole) if part.words]
    named = named_after(parts, mentions)
    if named is not None:
        return named
    for part in sorted((part for part in parts if part.kind in ORDER), key=lambda part: ORDER.index(part.kind)):
        found = party_of_piece(part, mentions, places, conflict)
        if found is not None:
            return found
        if part.kind == "core" and sort_of([t for t in part.words if t.i not in whole]) in ("outsider", "private"):
            return None
    return None


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


def party_of_piece(
    part: Piece, mentions: Sequence[Mention], places: Sequence[PlaceMention], conflict: Conflict
) -> str | None:
    """Return the party that the words of one piece name."""
    doc, start, end = part.words[0].doc, part.words[0].i, part.words[-1].i + 1
    here = [m for m in mentions if start <= m.start and m.end <= end]
    inside = [m for m in here if not is_set_apart(m, part) and is_meant(m, part)]
    plain = [word for word in part.words if not any(m.start <= word.i < m.end for m in here)]
    sort = sort_of(plain)
    if sort in OTHERS:
        last = max(word.i for word in plain if role(word) == sort)
        inside = [
            m
            for m in inside
            if m.start > last or (sort == "peer" and m.kind == "demonym") or (sort == "private" and m.kind == "body")
        ]
    if part.kind == "source" and any(is_shared_ground(m, conflict) for m in inside):
        return None
    if inside and not is_title(inside, part):
        return decisive(inside, doc).party
    return None if inside else party_of_place(part, places, conflict)


def is_title(inside: Sequence[Mention], part: Piece) -> bool:
    """Tell whether a state's name only begins that of some organisation: "Norland Doctors Network"."""
    first = inside[0]
    after = [word for word in part.words if word.i >= first.end]
    return (
        len(inside) == 1
        and first.kind in ("state", "capital")
        and bool(after)
        and all(word.pos_ == "PROPN" and word.text[0].isupper() and not role(word) for word in after)
    )


def decisive(inside: Sequence[Mention], doc: Doc) -> Mention:
    """Return the one of the mentions in a piece that decides.

    A name by itself stands above an owner ("Norland's Rail Company"), an adjective above an owner ("Norland's
    Sudlandic wing"), an owner above a noun before a noun ("Norland's Sudland envoy").
    """
    names = [m for m in inside if m.kind in NAMING and not is_posting(m, inside, doc)]
    if names:
        return next((m for m in reversed(names) if m.party), inside[0] if inside[0].party else names[-1])
    free = [m for m in inside if not before_hyphen(m, doc)]
    owners = [m for m in free if m.end < len(doc) and doc[m.end].tag_ == "POS"]
    if owners:
        return next((m for m in reversed(free) if m.start > owners[-1].start and m.kind == "demonym"), owners[-1])
    return next(iter([m for m in free if m.kind != "generic"] or free or inside))


def is_posting(mention: Mention, inside: Sequence[Mention], doc: Doc) -> bool:
    """Tell whether a body is where somebody's envoy sits: "Norland's UN ambassador"."""
    return mention.start > inside[0].start and mention.end < len(doc) and is_abroad(doc[mention.end : mention.end + 1])


def party_of_place(part: Piece, places: Sequence[PlaceMention], conflict: Conflict) -> str | None:
    """Return the party whose officials those of a place are; in a seized one, those of the side that seized it."""
    if not part.office and sort_of(part.words) != "office":
        return None
    start, end = part.words[0].i, part.words[-1].i + 1
    for place in places:
        if start <= place.start and place.end <= end and place.region:
            party = conflict.party_of_region(place.region)
            if party and any(role(word) == "seized" for word in part.words):
                return next(iter(conflict.adversaries(party)), party)
            return party
    return None


def is_meant(mention: Mention, part: Piece) -> bool:
    """Tell whether a name that is a place as well means those who sit there.

    A seat does if it is all there is to a piece ("Donetsk said"), a polity along with an office too.
    """
    alone = part.kind == "core" and mention.end - mention.start == len(part.words)
    official = part.office or sort_of(part.words) == "office"
    return mention.kind not in ("seat", "polity") or alone or (mention.kind == "polity" and official)


def before_hyphen(mention: Mention, doc: Doc) -> bool:
    """Tell whether a hyphen follows a name: "Norland-backed"."""
    return mention.end < len(doc) and doc[mention.end].text in HYPHENS and not doc[mention.end - 1].whitespace_


def is_set_apart(mention: Mention, part: Piece) -> bool:
    """Tell whether a hyphen makes a name somebody else's: "anti-Russian", "Russian-speaking"; but those who govern a
    place that is "Russian-occupied" are that side's."""
    doc = part.words[0].doc
    if before_hyphen(mention, doc) and mention.end + 1 < len(doc):
        after = role(doc[mention.end + 1])
        if after not in SERVING and not (after == "seized" and part.kind in ("owner", "within")):
            return True
    start = mention.start
    if start > 1 and doc[start - 1].text in HYPHENS and not doc[start - 1].whitespace_:
        return role(doc[start - 2]) != "friend"
    return False


def is_shared_ground(mention: Mention, conflict: Conflict) -> bool:
    """Tell whether a state is one from whose ground another party fights: fire "from Lebanon" is nobody's."""
    party = conflict.parties.get(mention.party)
    return mention.kind in ("state", "capital") and any(
        other.side == party.side and other.name != party.name
        for other in (conflict.parties[name] for name in conflict.own)
        if party is not None and party.side is not None
    )
