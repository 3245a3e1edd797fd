"""Finds the phrases of a lexicon in running tokens by their exact words, longest first, in one pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Span

from pipeline.language import load_model
from pipeline.lexicon import Entry, forms, read_lexicon
from pipeline.model_caches import remembered


@dataclass(frozen=True)
class Phrase:
    """One of the words of an entry: `index` is its place in `entry.words`."""

    entry: Entry
    index: int


@lru_cache(maxsize=1 << 14)  # texts are made of the same words over and over
def plain(text: str) -> str:
    """Return a word as it is looked up: lower case, without a full stop at its end ("Sept." is "sept")."""
    return text.lower().replace("’", "'").rstrip(".") or text


@cache
def phrase_table(
    name: str, inflected: bool = False
) -> tuple[Mapping[tuple[str, ...], Phrase], Mapping[str, int]]:
    """Return the phrases of a lexicon by their plain words, and for each first word the most tokens of one.

    With `inflected`, the last word of a phrase stands for its inflections too.
    """
    table: dict[tuple[str, ...], Phrase] = {}
    for entry in read_lexicon(name).entries.values():
        for index, words in enumerate(entry.words):
            parts = [plain(token.text) for token in load_model().make_doc(words)]
            for last in forms(parts[-1]) if inflected else (parts[-1],):
                table.setdefault((*parts[:-1], last), Phrase(entry, index))
            table[tuple(parts)] = Phrase(entry, index)
    longest: dict[str, int] = {}
    for key in table:
        longest[key[0]] = max(len(key), longest.get(key[0], 0))
    return table, longest


@remembered(16)  # each act of a sentence asks anew
def plain_words(sentence: Span) -> Sequence[str]:
    """Return the words of a sentence as they are looked up."""
    return [plain(token.text) for token in sentence]


@remembered(64)  # several questions about each act of a sentence ask anew
def phrases_in(sentence: Span, name: str, inflected: bool = False) -> Sequence[tuple[int, int, Phrase]]:
    """Return (start, end, phrase) for each phrase found, in the document's token indices, not overlapping."""
    table, longest = phrase_table(name, inflected)
    words = plain_words(sentence)
    found: list[tuple[int, int, Phrase]] = []
    at = 0
    while at < len(words):
        for length in range(min(longest.get(words[at], 0), len(words) - at), 0, -1):
            phrase = table.get(tuple(words[at : at + length]))
            if phrase is not None:
                found.append((sentence.start + at, sentence.start + at + length, phrase))
                at += length
                break
        else:
            at += 1
    return found
