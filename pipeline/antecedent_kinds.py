"""Which parties a bare noun may stand for: "the army" is no outside body's, "the mission" is nobody else.

A body is called by the nouns of its names ("the agency" after the International Atomic Energy Agency), or by
those in `called` of parties.toml.
"""

from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Span, Token

from pipeline.conflict import Conflict
from pipeline.offices import office_at
from pipeline.reading import Reading

Kind = Literal["state", "group", "body"]
ARMED: tuple[Kind, ...] = ("state", "group")
OF_WHOSE: dict[str, tuple[Kind, ...]] = {"state": ARMED, "group": ("group",)}


def kind_of(party: str, conflict: Conflict) -> Kind:
    """Return whether a party is a state, an armed group (or its authorities), or an outside body."""
    if conflict.is_state(party):
        return "state"
    return "group" if party in conflict.groups or conflict.side_of(party) else "body"


def kinds_meant(noun: Token) -> tuple[Kind, ...]:
    """Return the kinds of party that a noun may stand for, () if it does not tell."""
    entry = office_at(noun)
    if entry is None:
        return ()
    return tuple(entry.data.get("of", OF_WHOSE.get(str(entry.data.get("whose")), ())))


def may_mean(source: Span, party: str, conflict: Conflict) -> bool:
    """Tell whether a noun phrase may stand for a party by the noun's kind: "the army" for no agency."""
    kinds = kinds_meant(source.root)
    return not kinds or kind_of(party, conflict) in kinds


def is_called(source: Span, party: str, words: Iterable[Token], reading: Reading) -> bool:
    """Tell whether an outside body goes by a noun, of its names or in the `words` that name it."""
    noun = source.root
    if kind_of(party, reading.conflict) != "body":
        return False
    return noun.lower_ in reading.conflict.called.get(party, ()) or noun.lower_ in {w.lower_ for w in words}


def body_named(reading: Reading, source: Span) -> str | None:
    """Return the outside body, named last before a definite noun, that goes by it; None for an outlet's name
    that is nearer, whose "agency" it may be."""
    passes = (entry := office_at(source.root)) is not None and bool(entry.data.get("passes"))
    for mention in reversed([m for m in reading.mentions if m.end <= source.start]):
        if passes and mention.kind == "outlet":
            return None
        words = reading.doc[mention.start : mention.end]
        if mention.kind in ("body", "generic") and is_called(source, mention.party, words, reading):
            return mention.party
    return None
