"""What sort of official a source is: a military, an office of any side, some that nobody named."""

from spacy.tokens import Span

from pipeline.antecedent_kinds import kinds_meant
from pipeline.grammar.constituents import noun_phrase
from pipeline.grammar.features import is_plural
from pipeline.names import office_of
from pipeline.offices import office_at, role
from pipeline.source_wording import STRANGERS
from pipeline.speakers import Speaker


def is_military(speaker: Speaker) -> bool:
    """Tell whether a speaker is a military or speaks for one."""
    words = speaker.words
    title = noun_phrase(words.root.head) if words.root.dep_ == "appos" else words
    return is_military_office(words) or is_military_office(title)


def is_military_office(words: Span) -> bool:
    """Tell whether words name a military or one who speaks for it."""
    return any((entry := office_at(token)) and entry.data.get("leads") for token in words)


def are_some(source: Span) -> bool:
    """Tell whether a source is officials that nobody named: "local officials", not "the officials"."""
    root = source.root
    entry = office_at(root)
    return (
        is_plural(root)
        and entry is not None
        and bool(entry.data.get("governs"))
        and not any(child.dep_ in {"det", "poss"} for child in root.children)
    )


def is_official(source: Span) -> bool:
    """Tell whether a source is an office or a force, of whatever side: none that only tells, no body's."""
    root, entry = source.root, office_at(source.root)
    named = any(token.pos_ == "PROPN" for token in source)
    if any(role(token) in STRANGERS for token in source) or (named and entry and entry.data.get("passes")):
        return False
    if not named and "body" in kinds_meant(root):
        return False
    return office_of(source) is not None or any(role(token) in ("office", "armed") for token in source)
