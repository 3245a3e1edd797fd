"""Finds phrases in a parsed text by their first word, whatever their number.

A spaCy `Matcher` tries every pattern at every token; a lexicon has thousands. Here a token is looked up once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from spacy.tokens import Doc, Span

Choice = frozenset[str]
Step = tuple[Choice, Choice | None]  # the lower-case forms of a word, and its parts of speech (None: any)


def choice(value: Any) -> Choice:
    """Return the strings that a value of a token pattern allows: a string, or {"IN": strings}."""
    return frozenset([value] if isinstance(value, str) else value["IN"])


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
        words = [(token.lower_, token.pos_) for token in doc]
        for start, (word, _) in enumerate(words):
            for label, steps in self.by_form.get(word, ()):
                end = start + len(steps)
                if end <= len(words) and all(
                    form in forms and (parts is None or part in parts)
                    for (forms, parts), (form, part) in zip(steps, words[start:end], strict=True)
                ):
                    yield label, start, end
