"""Which documents are the same text: the wire story that ten sites print is one source.

Documents are compared only if they share a whole sentence, so that a new one costs the same in a large store.
"""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

COPY = 85.0  # of 100, from which two texts are one
SHORT = 60  # characters; shorter sentences are shared by chance
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
LARGEST = 50_000  # characters of a text that are compared
OFTEN = (
    50  # documents with a sentence in common, after which one more is compared with the first of them only
)


def copies(texts: Mapping[str, str]) -> dict[str, str]:
    """Return for each document (id to text) the id that stands for it and its copies: the least of them."""
    parent = {id: id for id in sorted(texts)}

    def find(id: str) -> str:
        while parent[id] != id:
            id = parent[id]
        return id

    groups: dict[str, list[str]] = {}
    for id in sorted(texts):
        for sentence in sentences(texts[id]):
            groups.setdefault(sentence, []).append(id)
    for id in sorted(texts):
        for other in sorted({o for s in sentences(texts[id]) for o in groups[s][:OFTEN] if o < id}):
            a, b = sorted((find(id), find(other)))
            if a != b and same_text(texts[id], texts[other]):
                parent[b] = a
    return {id: find(id) for id in texts}


def sentences(text: str) -> Iterable[str]:
    """Return the sentences of a text that are long enough to tell it, each once."""
    return dict.fromkeys(part.strip() for part in SENTENCE.split(text[:LARGEST]) if len(part) >= SHORT)


def same_text(a: str, b: str) -> bool:
    """Return whether two texts are one, but for a line added or a word changed, or one the other's
    beginning."""
    a, b = a[:LARGEST], b[:LARGEST]
    return fuzz.ratio(a, b, score_cutoff=COPY) > 0
