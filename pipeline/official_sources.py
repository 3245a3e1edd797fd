"""What sort of official a source is: a military, an office of any side, some that nobody named."""

from functools import cache

from spacy.tokens import Span

from pipeline.antecedent_kinds import kinds_meant
from pipeline.conflict import Conflict
from pipeline.grammar.constituents import noun_phrase
from pipeline.grammar.features import is_plural
from pipeline.lexicon import read_lexicon
from pipeline.names import office_of
from pipeline.offices import office_at, role
from pipeline.reading import Reading
from pipeline.source_wording import STRANGERS
from pipeline.speakers import Speaker


def is_military(reading: Reading, speaker: Speaker) -> bool:
    """Tell whether a speaker is a military or speaks for one."""
    words = speaker.words
    title = noun_phrase(words.root.head) if words.root.dep_ == "appos" else words
    letters = armies_in_letters(reading.conflict)
    in_letters = any((speaker.party, token.text) in letters for token in words)
    return in_letters or is_military_office(words) or is_military_office(title)


@cache
def armies_in_letters(conflict: Conflict) -> frozenset[tuple[str, str]]:
    """Return the letters that stand for the names of militaries, with whose they are: "NAF" for Norland's
    "Norlandic Armed Forces"."""
    offices = read_lexicon("offices").entries.values()
    leading = [f" {word} " for entry in offices if entry.data.get("leads") for word in entry.words]
    return frozenset(
        (name.party, "".join(word[0] for word in name.text.split() if word[0].isupper()))
        for name in conflict.names
        if name.kind == "body" and any(word in f" {name.text.lower()} " for word in leading)
    )


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
