"""Whether a figure of acts is only part of a total: some "of these", or one in a list of kinds of acts; and
whether an act is one of those counted before it."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.cues import grammar_words
from pipeline.language import load_model
from pipeline.lexicon import read_lexicon
from pipeline.numerals import Numeral, numerals
from pipeline.phrases import phrases_in, plain

NEAR = 4  # words between a number and what it counts


@lru_cache(maxsize=2_000)
def is_part(sentence: str, count: int) -> bool:
    """Return whether a figure is that of some acts or of acts of one kind, told beside those of another."""
    doc = load_model().make_doc(sentence)
    found = list(counted(doc[:]))
    own = next((one for one in found if one[0].value == count), None)
    start = next((one.start for one in numerals(doc[:]) if one.value == count), 0)
    if any(end <= start for end in marks(doc)):
        return True
    if own is None or is_whole(doc[:], *own):
        return False
    return any(unit != own[1] for number, unit, _ in found if number != own[0])


@lru_cache(maxsize=2_000)
def tells_some(sentence: str) -> bool:
    """Return whether a sentence tells some of the acts that it counts, and so may name the place of these
    alone."""
    return any(marks(load_model().make_doc(sentence)))


@lru_cache(maxsize=2_000)
def total_of(sentence: str) -> int | None:
    """Return the figure of the acts of which a sentence tells one ("one of the eleven"), 0 if it opens with
    "one of these", None if it tells of none as one of several."""
    doc = load_model().make_doc(sentence)
    figures = {number.start: number.value for number in numerals(doc[:])}
    for _, end, phrase in phrases_in(doc[:], "numbers"):
        if phrase.entry.data["role"] == "case" and end in figures:
            return figures[end]
    opening = (span for entry, span in read_lexicon("events").find(doc) if entry.data["kind"] == "case")
    return 0 if any(not any(word.is_alpha for word in doc[: span.start]) for span in opening) else None


def marks(doc: Doc) -> Iterator[int]:
    """Yield where each phrase ends that tells some of the acts just counted."""
    return (span.end for entry, span in read_lexicon("events").find(doc) if entry.data["kind"] == "portion")


def is_whole(sentence: Span, number: Numeral, unit: str, after: int) -> bool:
    """Return whether a figure is of all breaches, or says how often and not of what."""
    of_kind = after < len(sentence) and is_of(sentence[after])  # "901 cases of shelling"
    return unit == "violations" or (unit == "times" and not of_kind)


def counted(sentence: Span) -> Iterator[tuple[Numeral, str, int]]:
    """Yield each number that counts acts, what it counts, and where that ends."""
    units = {
        start: (end, phrase.entry) for start, end, phrase in phrases_in(sentence, "units", inflected=True)
    }
    for number in numerals(sentence):
        for at in range(number.end, min(number.end + NEAR, len(sentence))):
            end, entry = units.get(at, (at, None))
            if entry is not None and entry.data["kind"] in ("act", "case"):
                yield number, entry.id, end
            if entry is not None or is_of(sentence[at]):  # "six of them"
                break


def is_of(word: Token) -> bool:
    """Return whether a word tells of what something is."""
    return plain(word.text) in grammar_words("of")
