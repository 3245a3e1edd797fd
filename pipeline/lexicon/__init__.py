"""Reads the words of a language from `lexicon/<language>/*.toml` and finds them in a parsed text.

A file is a list of entries:

    [[entry]]
    id = "strike"                       # unique within the file
    words = ["strike", "open fire"]     # base forms; a one-word verb or noun also stands for its inflections
    pos = ["VERB"]                      # optional: the part of speech that the first word must have
    accepts = ["Drones struck a depot."]        # sentences in which the entry must be found
    rejects = ["Workers went on strike."]       # sentences in which it must not
    …                                   # any further keys belong to the module that uses the file

Inflections come from lemminflect, so that a mistake of the tagger about a word's form does not hide the word.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lemminflect import getAllInflections
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

from pipeline.language import load_model

FOLDER = Path(__file__).parent
INFLECTED = ("VERB", "NOUN", "AUX")


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
    matcher: Matcher

    def find(self, doc: Doc | Span) -> Iterator[tuple[Entry, Span]]:
        """Yield each entry found with its words, longest first where two overlap, in text order."""
        spans = [
            Span(doc if isinstance(doc, Doc) else doc.doc, match.start, match.end, label=match.label)
            for match in self.matcher(doc, as_spans=True)
        ]
        taken: set[int] = set()
        kept = []
        for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
            if taken.isdisjoint(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                kept.append(span)
        for span in sorted(kept, key=lambda s: s.start):
            yield self.entries[span.label_], span


def forms(word: str) -> list[str]:
    """Return the lower-case forms of a word, itself among them: forms("strike") has "struck"."""
    found = {word.lower()}
    for upos in INFLECTED:
        for inflections in getAllInflections(word, upos=upos).values():
            found.update(form.lower() for form in inflections)
    return sorted(found)


def pattern(words: str, pos: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the token pattern of a phrase: any form of each word, the first with one of the parts of speech."""
    nlp = load_model()
    tokens: list[dict[str, Any]] = [
        {"LOWER": {"IN": forms(token.text)}} for token in nlp.make_doc(words)
    ]
    if pos:
        tokens[0]["POS"] = {"IN": list(pos)}
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
    matcher = Matcher(load_model().vocab)
    entries: dict[str, Entry] = {}
    for number, item in enumerate(raw.get("entry", []), 1):
        entry = read_entry(item, f"{where}, entry {number}")
        if entry.id in entries:
            raise LexiconError(f"{where}, entry {number}: the id {entry.id!r} appears twice.")
        entries[entry.id] = entry
        matcher.add(entry.id, [pattern(words, entry.pos) for words in entry.words])
    return Lexicon(name, entries, matcher)


def read_entry(item: dict[str, Any], where: str) -> Entry:
    """Return one entry. Raises LexiconError if a common key is missing or of the wrong type."""
    if not isinstance(item.get("id"), str):
        raise LexiconError(f"{where}: needs an `id`, a string.")
    lists = {}
    for key, needed in (("words", True), ("pos", False), ("accepts", True), ("rejects", False)):
        value = item.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value) or (needed and not value):
            raise LexiconError(f"{where} ({item['id']}): `{key}` must be a list of strings.")
        lists[key] = tuple(value)
    data = {key: value for key, value in item.items() if key not in lists and key != "id"}
    return Entry(id=item["id"], data=data, **lists)


def lexicon_names(language: str = "en") -> list[str]:
    """Return the names of the lexicon files of a language, sorted."""
    return sorted(path.stem for path in (FOLDER / language).glob("*.toml"))
