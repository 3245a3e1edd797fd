"""Cuts a noun phrase into the pieces that may name a party, and tells what each piece is to the head.

"the head of the Hill region, Ann Holm, who …" is a core ("the head"), an owner ("the Hill region"), a
rest ("Ann Holm") and a clause. What follows "against", or a participle without "by", is no piece at all.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from pipeline.offices import begins, has, role, sort_of

Kind = Literal["core", "agent", "owner", "within", "source", "rest", "clause", "none"]
PREPOSITIONS: dict[str, Kind] = {
    "agent": "agent",
    "owner": "owner",
    "for": "owner",
    "within": "within",
    "source": "source",
    "against": "none",
}
HYPHENS = ("-", "–", "‑")
BREAKS = (",", "(", ")", "—", ";", ":")
CLAUSES = ("acl", "relcl", "advcl", "ROOT")
CLAUSE_WORDS = 6  # how far into a relative clause the verb stands that tells whom its noun serves


@dataclass(frozen=True)
class Piece:
    """Words of a noun phrase and what they are to its head; `heading`: those that tell what the head is."""

    kind: Kind
    words: Sequence[Token]
    heading: Sequence[Token] = ()

    @property
    def office(self) -> bool:
        """Whether the head is somebody's office."""
        return self.kind == "clause" or sort_of(self.heading) in ("office", "peer")


def is_hyphened(token: Token) -> bool:
    """Tell whether a word is part of a hyphenated one."""
    doc, i = token.doc, token.i
    return (i > 0 and doc[i - 1].text in HYPHENS and not doc[i - 1].whitespace_) or (
        i + 1 < len(doc) and doc[i + 1].text in HYPHENS and not token.whitespace_
    )


def pieces(span: Span, whole: Container[int] = ()) -> Iterator[Piece]:
    """Yield the pieces of a noun phrase in text order; the tokens in `whole` are parts of names."""
    kind: Kind = "core"
    words: list[Token] = []
    heading: list[Token] = []  # the words of the core, or of what a comma opened
    acting = undergone = False  # whether the words follow a participle, and one of suffering
    for token in span:
        if token.i in whole:
            words.append(token)
            continue
        opens = role(token)
        if opens == "who" and not is_hyphened(token):
            yield Piece(kind, tuple(words), tuple(heading))
            yield from clause(span.doc[token.i : span.end])
            return
        if opens in PREPOSITIONS and token.dep_ != "poss" and not is_hyphened(token):
            if not begins(token):
                continue
            yield Piece(kind, tuple(words), tuple(heading))
            kind, words = next_kind(kind, opens, heading, acting, undergone), []
            acting = undergone = False
        elif token.text in BREAKS:
            yield Piece(kind, tuple(words), tuple(heading))
            kind, words, heading = "rest", [], []
        elif is_participle(token) and words and kind != "none":
            yield Piece(kind, tuple(words), tuple(heading))
            kind, words = "none", []
            undergone = opens in ("undergone", "seized")
            acting = not undergone
        else:
            words.append(token)
        if kind in ("core", "rest"):
            heading = words
    yield Piece(kind, tuple(words), tuple(heading))


def next_kind(kind: Kind, opens: str, heading: Sequence[Token], acting: bool, undergone: bool) -> Kind:
    """Return what the words after a preposition are to the head, given what those before it were."""
    head = sort_of(heading)
    if opens == "agent":
        return "none" if undergone else "agent"
    if kind == "none" and not (opens == "source" and acting and head == "armed"):
        return "none"
    if opens == "against" and has(heading, "serves"):
        return "owner"
    if opens == "owner" and head == "event":
        return "none"
    if opens in ("for", "within") and (head not in ("office", "peer") or has(heading, "abroad")):
        return "none"
    return PREPOSITIONS[opens]


def is_participle(token: Token) -> bool:
    """Tell whether a word opens a clause of its own: "troops stationed in", "drones heading for"."""
    return (
        token.tag_ in ("VBN", "VBG", "VBD", "VBZ", "VBP")
        and token.dep_ in ("acl", "relcl", "advcl", "ROOT")
        and (not is_hyphened(token))
    )


def clause(words: Span) -> Iterator[Piece]:
    """Yield the piece of a relative clause that tells whom the noun serves, if any does.

    "who heads the council" serves the council; "whom Norland put in charge" serves Norland.
    """
    for token in words[1 : CLAUSE_WORDS + 1]:
        if role(token) == "heads" and token.i == words.start + 1:
            stop = next(
                (t.i for t in words if t.i > token.i and (role(t) == "who" or t.text in BREAKS)), words.end
            )
            yield Piece("clause", tuple(words.doc[token.i + 1 : stop]), (token,))
            return
        if role(token) == "installed" and token.i > words.start + 1 and token.pos_ in ("VERB", "AUX"):
            yield Piece("clause", tuple(words.doc[words.start + 1 : token.i]))
            return
