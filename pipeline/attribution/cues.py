"""Finds the words that tell of speech: the reporting lexicon's words as they stand in a parsed text."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.language import load_model
from pipeline.lexicon import Entry, forms, read_lexicon

VERBAL = {"VERB", "AUX"}

Phrase = tuple[tuple[frozenset[str], ...], Entry]


@dataclass(frozen=True)
class Cue:
    """A word or phrase of reporting; `entries` are the lexicon's readings of it, the likeliest first."""

    token: Token
    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def role(self) -> str:
        return str(self.entries[0].data.get("role", "verb"))

    @property
    def kind(self) -> str:
        return str(self.entries[0].data["kind"])


@cache
def index() -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases of the lexicon by each form of their first word, the longest first."""
    nlp = load_model()
    found: dict[str, list[Phrase]] = {}
    for entry in read_lexicon("reporting").entries.values():
        for words in entry.words:
            first, *rest = (token.text for token in nlp.make_doc(words))
            phrase = (tuple(frozenset(forms(word)) for word in rest), entry)
            for form in forms(first):
                found.setdefault(form, []).append(phrase)
    return {form: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for form, phrases in found.items()}


def find_cues(doc: Doc) -> Iterator[Cue]:
    """Yield every cue in text order; one that begins inside another is left out."""
    words, position = index(), 0
    for token in doc:
        if token.i < position or token.lower_ not in words:
            continue
        readings = [(rest, entry) for rest, entry in words[token.lower_] if fits(token, rest, entry)]
        if readings:
            longest = len(readings[0][0])
            position = token.i + 1 + longest
            entries = tuple(entry for rest, entry in readings if len(rest) == longest)
            yield Cue(token, token.i, position, entries)


def fits(token: Token, rest: tuple[frozenset[str], ...], entry: Entry) -> bool:
    """Say whether the entry's phrase stands at the token, as the part of speech that it asks for."""
    doc = token.doc
    if token.i + len(rest) >= len(doc):
        return False
    if any(doc[token.i + n].lower_ not in word for n, word in enumerate(rest, 1)):
        return False
    return not entry.pos or token.pos_ in entry.pos or ("VERB" in entry.pos and acts_as_verb(token))


def acts_as_verb(token: Token) -> bool:
    """Say whether a word that the tagger took for a noun or an adjective is built like a verb all the same."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "AUX"}:
        return False
    deps = {child.dep_ for child in token.children}
    return bool(deps & {"nsubj", "ccomp", "dobj", "auxpass"}) and "det" not in deps and "poss" not in deps
