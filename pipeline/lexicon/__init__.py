"""Reads the words of a language from `lexicon/<language>/*.toml` and finds them in a parsed text.

A file is a list of entries:

    [[entry]]
    id = "strike"                       # unique within the file
    words = ["strike", "open fire"]     # base forms, which stand for their inflections
    pos = ["VERB"]      # optional: the part of speech of the first word if verbal, else of the last
    accepts = ["Drones struck a depot."]        # sentences in which the entry must be found
    rejects = ["Workers went on strike."]       # sentences in which it must not
    …                                   # any further keys belong to the module that uses the file

Inflections come from lemminflect, so that a mistake of the tagger about a word's form does not hide the word.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lemminflect import getAllInflections, getAllInflectionsOOV
from spacy.tokens import Doc, Span

from pipeline.language import load_model
from pipeline.lexicon.phrases import Phrases

FOLDER = Path(__file__).parent
SHORT = 3  # letters; a word so short is one of grammar, unless its part of speech is told
VERBAL = {"VERB", "AUX"}


class LexiconError(Exception):
    """A lexicon file is wrong; the message names the file and the entry."""


@dataclass(frozen=True)
class Entry:
    """One entry of a lexicon file; `data` holds the keys beyond the common ones."""

    id: str
    words: tuple[str, ...]
    pos: tuple[str, ...]
    accepts: tuple[str, ...]
    rejects: tuple[str, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Lexicon:
    """The entries of one file, ready to be found in a parsed text."""

    name: str
    entries: Mapping[str, Entry]
    phrases: Phrases

    def find(self, doc: Doc | Span) -> Iterator[tuple[Entry, Span]]:
        """Yield each entry found with its words, in text order; a phrase hides the shorter ones inside it."""
        parent = doc if isinstance(doc, Doc) else doc.doc
        offset = 0 if isinstance(doc, Doc) else doc.start
        found = {(offset + start, offset + end, label) for label, start, end in self.phrases(doc)}
        longest: dict[int, int] = {}
        for start, end, _ in found:
            for token in range(start, end) if end - start > 1 else ():
                longest[token] = max(longest.get(token, 1), end - start)
        for start, end, label in sorted(found):
            if any(longest.get(token, 1) == end - start for token in range(start, end)):
                yield self.entries[label], Span(parent, start, end)  # a slice takes twice the time


def forms(word: str, upos: str | None = None) -> list[str]:
    """Return the lower-case forms of a word, itself among them: forms("strike", "VERB") has "struck".

    A noun or verb that the dictionary lacks is inflected by rule: "airstrike" has "airstrikes".
    """
    inflected = getAllInflections(word, upos=upos)
    if not inflected and word.isalpha() and (upos or len(word) > SHORT) and not word.endswith("s"):
        inflected = getAllInflectionsOOV(word, upos or "NOUN")
    return sorted({word.lower(), *(form.lower() for group in inflected.values() for form in group)})


def all_forms(words: Iterable[str], upos: str) -> frozenset[str]:
    """Return the lower-case forms of several words."""
    return frozenset(form for word in words for form in forms(word, upos))


@cache
def spellings(language: str = "en") -> Mapping[str, list[str]]:
    """Return the words that are spelled in several ways, each with all of them."""
    entries = tomllib.loads((FOLDER / language / "spelling.toml").read_text(encoding="utf-8"))["entry"]
    return {word: entry["words"] for entry in entries for word in entry["words"]}


def pattern(words: str, pos: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the token pattern of a phrase.

    The first word of a verbal phrase and the last of any other stand for all their forms, and must have one
    of the parts of speech; the other words are taken as they are.
    """
    spelled = [spellings().get(token.lower_, [token.lower_]) for token in load_model().make_doc(words)]
    tokens: list[dict[str, Any]] = [{"LOWER": {"IN": ways}} for ways in spelled]
    verbal = bool(VERBAL.intersection(pos))
    head = tokens[0] if verbal else tokens[-1]
    part = "VERB" if verbal else "NOUN" if "NOUN" in pos else None
    head["LOWER"] = {"IN": sorted({form for way in head["LOWER"]["IN"] for form in forms(way, part)})}
    if pos:
        head["POS"] = {"IN": list(pos)}
    return tokens


@cache
def read_lexicon(name: str, language: str = "en") -> Lexicon:
    """Return the lexicon of `lexicon/<language>/<name>.toml`. Raises LexiconError if the file is wrong."""
    path = FOLDER / language / f"{name}.toml"
    where = f"{language}/{name}.toml"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(f"{where}: there is no such lexicon file.") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{where}: not valid TOML: {error}.") from error
    phrases = Phrases()
    entries: dict[str, Entry] = {}
    for number, item in enumerate(raw.get("entry", []), 1):
        entry = read_entry(item, f"{where}, entry {number}")
        if entry.id in entries:
            raise LexiconError(f"{where}, entry {number}: the id {entry.id!r} appears twice.")
        entries[entry.id] = entry
        phrases.add(entry.id, [pattern(words, entry.pos) for words in entry.words])
    return Lexicon(name, entries, phrases)


def read_entry(item: dict[str, Any], where: str) -> Entry:
    """Return one entry. Raises LexiconError if a common key is missing or of the wrong type."""
    if not isinstance(item.get("id"), str):
        raise LexiconError(f"{where}: needs an `id`, a string.")
    lists = {}
    for key, needed in (("words", True), ("pos", False), ("accepts", True), ("rejects", False)):
        value = item.get(key, [])
        if (
            not isinstance(value, list)
            or not all(isinstance(v, str) for v in value)
            or (needed and not value)
        ):
            raise LexiconError(f"{where} ({item['id']}): `{key}` must be a list of strings.")
        lists[key] = tuple(value)
    data = {key: value for key, value in item.items() if key not in lists and key != "id"}
    return Entry(id=item["id"], data=data, **lists)


def lexicon_names(language: str = "en") -> list[str]:
    """Return the names of the lexicon files of a language, sorted."""
    return sorted(path.stem for path in (FOLDER / language).glob("*.toml"))
