"""Finds phrases in a parsed text by their first word, whatever their number.

A spaCy `Matcher` tries every pattern at every token; a lexicon has thousands. Here a token is looked up once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from spacy.tokens import Doc, Span

QUOTES = frozenset("\"'“”„«»‘’`") | {"``", "''"}
KEPT = "tagged words"  # where a text keeps its words

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


class Phrases:
    """Token patterns with the keys LOWER and POS, by the forms of their first word."""

    def __init__(self) -> None:
        self.by_form: dict[str, list[tuple[str, Sequence[Step]]]] = defaultdict(list)

    def add(self, label: str, patterns: Iterable[Sequence[Mapping[str, Any]]]) -> None:
        """Add patterns that are found under a label."""
        for pattern in patterns:
            steps = [(choice(t["LOWER"]), choice(t["POS"]) if "POS" in t else None) for t in pattern]
            for form in steps[0][0]:
                self.by_form[form].append((label, steps))

    def first_words(self, labels: Set[str]) -> frozenset[str]:
        """Return the words, letters only, with which the phrases under some labels begin."""
        return frozenset(
            re.split(r"[\W\d_]", form)[0]
            for form, phrases in self.by_form.items()
            if any(label in labels for label, _ in phrases)
        )

    def __call__(self, doc: Doc | Span) -> Iterator[tuple[str, int, int]]:
        """Yield the label, start and end of each phrase found; positions count in the Doc or Span given."""
        words, by_form = tagged_words(doc), self.by_form
        begun = [start for start, (word, _) in enumerate(words) if word in by_form]
        for start in begun:
            word, part = words[start]
            after = words[start + 1][0] if start + 1 < len(words) else ""
            quoted = after in QUOTES
            for label, steps in by_form[word]:
                parts = steps[0][1]
                if parts is not None and part not in parts:
                    continue
                if len(steps) == 1:
                    yield label, start, start + 1
                elif quoted or after in steps[1][0]:  # else its second word is not there
                    end = end_of(steps, words, start)
                    if end is not None:
                        yield label, start, end


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
