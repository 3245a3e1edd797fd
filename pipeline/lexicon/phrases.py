"""Finds phrases in a parsed text by their first word, whatever their number.

A spaCy `Matcher` tries every pattern at every token; a lexicon has thousands. Here a token is looked up once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from spacy.tokens import Doc, Span

QUOTES = frozenset("\"'“”„«»‘’`") | {"``", "''"}
KEPT = "tagged words"  # where a text keeps its words
KEPT_PARTED = "parted verbs"

Choice = frozenset[str]
Word = tuple[str, str]  # in lower case, and its part of speech
Step = tuple[Choice, Choice | None]  # the lower-case forms of a word, and its parts of speech (None: any)


def choice(value: Any) -> Choice:
    """Return the strings that a value of a token pattern allows: a string, or {"IN": strings}."""
    return frozenset([value] if isinstance(value, str) else value["IN"])


def tagged_words(doc: Doc | Span) -> Sequence[Word]:
    """Return the words of a parsed text in lower case with their parts of speech, told once for each text."""
    if isinstance(doc, Span):
        return tagged_words(doc.doc)[doc.start : doc.end]
    if KEPT not in doc.user_data:
        doc.user_data[KEPT] = [(token.lower_, token.pos_) for token in doc]
    words: Sequence[Word] = doc.user_data[KEPT]
    return words


def parted_verbs(doc: Doc | Span) -> Sequence[tuple[int, int]]:
    """Return where verbs stand, and their particles that an object parts from them: "blew the bridge up"."""
    if isinstance(doc, Span):
        inside = range(doc.start, doc.end)
        return [
            (v - doc.start, p - doc.start) for v, p in parted_verbs(doc.doc) if v in inside and p in inside
        ]
    if KEPT_PARTED not in doc.user_data:
        particles = [token for token in doc if token.dep_ == "prt"]
        doc.user_data[KEPT_PARTED] = [(t.head.i, t.i) for t in particles if t.i > t.head.i + 1]
    parted: Sequence[tuple[int, int]] = doc.user_data[KEPT_PARTED]
    return parted


class Phrases:
    """Token patterns with the keys LOWER and POS, by the forms of their first word and of their second."""

    def __init__(self) -> None:
        self.patterns: list[tuple[str, Sequence[Step]]] = []
        self.begun: dict[str, dict[str | None, list[tuple[str, Sequence[Step]]]]] = {}

    def add(self, label: str, patterns: Iterable[Sequence[Mapping[str, Any]]]) -> None:
        """Add patterns that are found under a label."""
        for pattern in patterns:
            steps = [(choice(t["LOWER"]), choice(t["POS"]) if "POS" in t else None) for t in pattern]
            self.patterns.append((label, steps))
            for first in steps[0][0]:
                for second in steps[1][0] if len(steps) > 1 else (None,):
                    self.begun.setdefault(first, {}).setdefault(second, []).append((label, steps))

    def first_words(self, labels: Set[str]) -> frozenset[str]:
        """Return the words, letters only, with which the phrases under some labels begin."""
        return frozenset(
            re.split(r"[\W\d_]", form)[0]
            for label, steps in self.patterns
            if label in labels
            for form in steps[0][0]
        )

    def __call__(self, doc: Doc | Span) -> Iterator[tuple[str, int, int]]:
        """Yield the label, start and end of each phrase found; positions count in the Doc or Span given."""
        words, known = tagged_words(doc), self.begun
        for start in [start for start, (word, _) in enumerate(words) if word in known]:
            word, part = words[start]
            begun = known[word]
            for label, steps in begun.get(None, ()):
                parts = steps[0][1]
                if parts is None or part in parts:
                    yield label, start, start + 1
            for label, steps in begun.get(word_after(words, start), ()):
                parts = steps[0][1]
                if parts is None or part in parts:
                    end = end_of(steps, words, start)
                    if end is not None:
                        yield label, start, end
        for verb, particle in parted_verbs(doc):
            for label, steps in known.get(words[verb][0], {}).get(words[particle][0], ()):
                if len(steps) == 2 and (steps[0][1] is None or words[verb][1] in steps[0][1]):
                    yield label, verb, verb + 1


def word_after(words: Sequence[Word], place: int) -> str:
    """Return the word after a place, past quotation marks; "" if there is none."""
    place += 1
    while place < len(words) and words[place][0] in QUOTES:
        place += 1
    return words[place][0] if place < len(words) else ""


def end_of(steps: Sequence[Step], words: Sequence[Word], start: int) -> int | None:
    """Return where the phrase ends that begins at a place, None if its words do not stand there.

    A quotation mark may stand within it: "remains “committed to” the deal".
    """
    place = start
    for forms, parts in steps:
        while start < place < len(words) and words[place][0] in QUOTES:
            place += 1
        if place == len(words):
            return None
        form, part = words[place]
        if form not in forms or (parts is not None and part not in parts):
            return None
        place += 1
    return place
