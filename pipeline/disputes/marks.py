"""The things and the marks of an act that a text has words for."""

import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from pipeline.disputes.terms import base_of, is_stop
from pipeline.language import load_model
from pipeline.lexicon import read_lexicon

WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 6  # letters by which words of one root are the same


@dataclass(frozen=True)
class Found:
    """The things and marks that a text has words for, by id or kind; `words` are those of the things."""

    things: frozenset[str]
    wide: frozenset[str]
    kinds: frozenset[str]
    marks: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=2_000)
def found_in(text: str) -> Found:
    """Return the things and marks that a text has words for."""
    doc = load_model().make_doc(text)
    hits = list(read_lexicon("things").find(doc))
    things = [entry for entry, _ in hits if not entry.data.get("hidden")]
    marks = {entry.data["kind"] for entry, _ in read_lexicon("events").find(doc)}
    if any(read_lexicon("truces").find(doc)):
        marks.add("truce")
    return Found(
        things=frozenset(
            id
            for entry in things
            if not entry.data.get("wide")
            for id in (entry.id, *entry.data.get("also", ()))
        ),
        wide=frozenset(entry.data["kind"] for entry in things if entry.data.get("wide")),
        kinds=frozenset(entry.data["kind"] for entry in things),
        marks=frozenset(marks),
        words=frozenset(base_of(token.lower_) for _, span in hits for token in span),
    )


def words_of(sentence: str) -> frozenset[str]:
    """Return the roots of the words of a sentence that mean something by themselves."""
    return frozenset(
        intern(word[:STEM].lower()) for word in WORD.findall(sentence) if not is_stop(word.lower())
    )
