"""Tells which party a noun phrase speaks or acts for.

The words before the head and the head itself decide, then what is owned, made or done "by", then "of" and "in"
phrases, then an apposition. What stands in a relative clause, or after "against", names somebody else.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from pipeline.conflict import Conflict
from pipeline.mentions import Mention, office_at, party_mentions, words_of

try:
    from pipeline.places import PlaceMention
except ImportError:
    PlaceMention = object

__all__ = ["Mention", "office_of", "parties_of", "party_mentions", "party_of"]

NAMING = ("person", "body", "outlet", "group", "local", "hostile")


def role(token: Token) -> str:
    """Return the role of a word in offices.toml, "" for none."""
    entry = office_at(token)
    return str(entry.data["role"]) if entry else ""


def office_of(span: Span) -> str | None:
    """Return the office that a noun phrase names ("ministry", "governor", "army"), by its head, else its title."""
    titles = [
        span.root,
        *(t for t in span if t.head == span.root and t.dep_ in ("compound", "nmod", "appos")),
    ]
    for token in titles:
        entry = office_at(token)
        if entry and entry.data["role"] == "office":
            return str(entry.data["office"])
    return None


def parties_of(
    span: Span, mentions: Sequence[Mention], places: Sequence[PlaceMention], conflict: Conflict
) -> tuple[str, ...]:
    """Return the parties of a noun phrase that may join several ("Moscow and Kyiv", "both sides")."""
    if role(span.root) == "both" and party_of(span, mentions, places, conflict) is None:
        return conflict.sides
    parts = list(joined(span))
    found = [party_of(part, mentions, places, conflict) for part in parts]
    return tuple(dict.fromkeys(party for party in found if party is not None))


def joined(span: Span) -> Iterator[Span]:
    """Yield the parts of a noun phrase that "and" joins to its head."""
    heads = [span.root]
    for head in heads:
        heads += [t for t in head.children if t.dep_ == "conj" and span.start <= t.i < span.end]
    edges = [span.start, *(min(t.left_edge.i, t.i) for t in heads[1:]), span.end]
    for start, end in zip(edges, edges[1:], strict=False):
        while end - 1 > start and (span.doc[end - 1].dep_ == "cc" or span.doc[end - 1].is_punct):
            end -= 1
        if end > start:
            yield span.doc[start:end]


def party_of(
    span: Span, mentions: Sequence[Mention], places: Sequence[PlaceMention], conflict: Conflict
) -> str | None:
    """Return the party that a noun phrase speaks or acts for, None if its own words do not tell.

    "" means the adversary of whoever speaks ("the enemy"). A pronoun and a bare office ("the ministry") give None.
    """
    segments = list(cut(span))
    for wanted in ("core", "agent", "owner", "within", "rest"):
        for kind, words, head in segments:
            if kind == wanted:
                found = party_of_words(words, head, mentions, places, conflict)
                if found is not None:
                    return found
                if kind == "core" and any(role(word) in ("outsider", "private") for word in words):
                    return None
    return None


def cut(span: Span) -> Iterator[tuple[str, list[Token], str]]:
    """Yield the pieces of a noun phrase: what each is to the head ("core", "agent", "owner", "within", "rest")."""
    kind, words = "core", []
    event = False
    for token in span:
        opens = role(token)
        if opens in ("agent", "owner", "within", "against", "who") and not hyphened(token):
            yield kind, words, ""
            if kind == "core":
                event = any(role(word) == "event" for word in words[-1:])
            kind = "none" if opens in ("against", "who") or kind == "none" and opens != "agent" else opens
            if opens == "owner" and event:
                kind = "none"
            words = []
        elif token.text in (",", "(", "—", "–") and kind != "core0":
            yield kind, words, ""
            kind, words = "rest", []
        else:
            words.append(token)
    yield kind, words, ""


def hyphened(token: Token) -> bool:
    """Tell whether a word is part of a hyphenated one."""
    doc = token.doc
    return (token.i > 0 and doc[token.i - 1].text == "-") or (
        token.i + 1 < len(doc) and doc[token.i + 1].text == "-"
    )


def party_of_words(
    words: list[Token],
    head: str,
    mentions: Sequence[Mention],
    places: Sequence[PlaceMention],
    conflict: Conflict,
) -> str | None:
    """Return the party of a piece without prepositions: a name in it, else a possessor, else an adjective."""
    if not words:
        return None
    start, end = words[0].i, words[-1].i + 1
    inside = [m for m in mentions if start <= m.start and m.end <= end and not set_apart(m, words[0].doc)]
    for m in reversed(inside):
        if m.kind in NAMING:
            return m.party
    doc = words[0].doc
    owners = [m for m in inside if m.end < len(doc) and doc[m.end].tag_ == "POS"]
    if owners:
        after = [m for m in inside if m.start > owners[-1].start and m.kind == "demonym"]
        return (after or owners)[-1].party
    if inside:
        return inside[0].party
    if any(role(word) == "office" for word in words):
        for place in places:
            if start <= place.start and place.end <= end and place.region:
                return conflict.party_of_region(place.region)
    return None


def set_apart(mention: Mention, doc: object) -> bool:
    """Tell whether a hyphen makes a name somebody else's: "anti-Russian", "Russian-occupied"."""
    text = doc
    before = text[mention.start - 2] if mention.start > 1 and text[mention.start - 1].text == "-" else None  # type: ignore[index]
    after = text[mention.end + 1] if mention.end + 1 < len(text) and text[mention.end].text == "-" else None  # type: ignore[index,arg-type]
    return (before is not None and role(before) == "averse") or (after is not None and role(after) == "apart")
