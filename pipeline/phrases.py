"""Finds the phrases of a lexicon in running tokens by their exact words, longest first, in one pass."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span

from pipeline.language import load_model
from pipeline.lexicon import Entry, forms, read_lexicon


@dataclass(frozen=True)
class Phrase:
    """One of the words of an entry: `index` is its place in `entry.words`."""

    entry: Entry
    index: int


def plain(text: str) -> str:
    """Return a word as it is looked up: lower case, without a full stop at its end ("Sept." is "sept")."""
    return text.lower().replace("’", "'").rstrip(".") or text


@cache
def phrase_table(name: str, inflected: bool = False) -> tuple[Mapping[tuple[str, ...], Phrase], int]:
    """Return the phrases of a lexicon by their plain words, and the length of the longest in tokens.

    With `inflected`, the last word of a phrase stands for its inflections too.
    """
    table: dict[tuple[str, ...], Phrase] = {}
    for entry in read_lexicon(name).entries.values():
        for index, words in enumerate(entry.words):
            parts = [plain(token.text) for token in load_model().make_doc(words)]
            for last in forms(parts[-1]) if inflected else (parts[-1],):
                table.setdefault((*parts[:-1], last), Phrase(entry, index))
            table[tuple(parts)] = Phrase(entry, index)
    return table, max((len(key) for key in table), default=0)


def phrases_in(sentence: Span, name: str, inflected: bool = False) -> list[tuple[int, int, Phrase]]:
    """Return (start, end, phrase) for each phrase found, in the document's token indices, not overlapping."""
    table, longest = phrase_table(name, inflected)
    words = [plain(token.text) for token in sentence]
    found: list[tuple[int, int, Phrase]] = []
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            phrase = table.get(tuple(words[at : at + length]))
            if phrase is not None:
                found.append((sentence.start + at, sentence.start + at + length, phrase))
                at += length
                break
        else:
            at += 1
    return found
