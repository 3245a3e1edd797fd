"""Finds the words that tell of speech: the reporting lexicon's words as they stand in a parsed text."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.language import load_model
from pipeline.lexicon import Entry, forms, read_lexicon
from pipeline.lexicon.phrases import tagged_words

GRAMMAR = "grammar"
NAMES = {"NOUN", "PROPN", "PRON"}
TAG_REACH = 9  # words
PLURAL = {"NNS", "NNPS"}
POSSESSIVE = "POS"

Phrase = tuple[tuple[frozenset[str], ...], Entry]


@dataclass(frozen=True)
class Cue:
    """A word or phrase of reporting; `entries` are the lexicon's readings of it, in the order of the file."""

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

    def denies(self) -> bool:
        """Say whether the cue tells that something is not so."""
        return any(entry.data["kind"] == "denies" for entry in self.entries)

    def cites(self) -> bool:
        """Say whether the cue passes on another's words: its source is its object."""
        return any(entry.data.get("source") == "object" for entry in self.entries)


@cache
def index() -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases of the lexicon by each form of their first word, the longest first."""
    nlp = load_model()
    found: dict[str, list[Phrase]] = {}
    for entry in read_lexicon("reporting").entries.values():
        if entry.data["kind"] == GRAMMAR:
            continue
        for words in entry.words:
            first, *rest = (token.text for token in nlp.make_doc(words))
            phrase = (tuple(frozenset(forms(word)) for word in rest), entry)
            for form in {*forms(first), *(forms(first, "VERB") if "VERB" in entry.pos else ())}:
                found.setdefault(form, []).append(phrase)
    return {form: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for form, phrases in found.items()}


@cache
def grammar_words(entry: str) -> frozenset[str]:
    """Return the words of a grammar entry of the lexicon."""
    return frozenset(read_lexicon("reporting").entries[entry].words)


def find_cues(doc: Doc) -> Iterator[Cue]:
    """Yield every cue in text order; one that begins inside another is left out."""
    words, position = index(), 0
    for start, (word, _) in enumerate(tagged_words(doc)):
        if start < position or word not in words:
            continue
        token = doc[start]
        readings = [(rest, entry) for rest, entry in words[word] if fits(token, rest, entry)]
        if not readings and opens_clause(token):
            readings = [(rest, entry) for rest, entry in words[word] if not rest and "VERB" in entry.pos]
        if readings:
            longest = len(readings[0][0])
            position = token.i + 1 + longest
            entries = tuple(entry for rest, entry in readings if len(rest) == longest)
            yield Cue(token, token.i, position, entries)


def fits(token: Token, rest: tuple[frozenset[str], ...], entry: Entry) -> bool:
    """Say whether the entry's phrase stands at the token, as the part of speech and after the word it asks
    for.
    """
    doc = token.doc
    if token.i + len(rest) >= len(doc):
        return False
    if any(doc[token.i + n].lower_ not in word for n, word in enumerate(rest, 1)):
        return False
    if token.i > 0 and doc[token.i - 1].tag_ == POSSESSIVE:
        return "NOUN" in entry.pos  # "Norland's claims that", taken for a verb
    if token.i > 0 and doc[token.i - 1].text == ":" and token.dep_ == "nsubj":
        return "NOUN" in entry.pos  # "The ministry: reports that it fired are false"
    return not entry.pos or token.pos_ in entry.pos or ("VERB" in entry.pos and acts_as_verb(token))


def acts_as_verb(token: Token) -> bool:
    """Say whether a word that the tagger took for a noun or adjective is built or placed like a verb."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "AUX"}:
        return False
    deps = {child.dep_ for child in token.children}
    if deps & {"nsubj", "ccomp", "dobj", "auxpass"} and "det" not in deps and "poss" not in deps:
        return True
    if token.tag_ in PLURAL and "dobj" in deps:
        return True  # "the army's staff rejects the charge", of which the parser took "staff" into a compound
    return token.tag_ in PLURAL and closes_tag(token)


def opens_clause(token: Token) -> bool:
    """Say whether a word that the tagger took for a plural stands before "that": "an army maintains that"."""
    doc, after = token.doc, token.i + 1
    return token.tag_ in PLURAL and after < len(doc) and doc[after].lower_ in grammar_words("that")


def may_stand_in_name(token: Token) -> bool:
    """Say whether a word may stand in who speaks: "the army's staff in Hilltown"."""
    return token.pos_ in NAMES | {"DET", "ADJ", "ADP"} or token.tag_ == POSSESSIVE


def closes_tag(token: Token) -> bool:
    """Say whether a word ends a stretch between commas that is built like "the ministry maintains"."""
    doc, i = token.doc, token.i
    if (
        i < 3
        or i + 1 >= len(doc)
        or not doc[i + 1].is_punct
        or not (doc[i - 1].pos_ in NAMES or doc[i - 2].tag_ == POSSESSIVE)
    ):
        return False
    start = i - 1
    while start > 0 and i - start < TAG_REACH and may_stand_in_name(doc[start - 1]):
        start -= 1
    return start > 0 and (doc[start - 1].text == "," or doc[start - 1].is_quote)
