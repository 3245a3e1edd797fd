"""Folds the names of places to the one form they are looked up by, and Slavic and Arabic names more loosely.

Folding hides capitals, accents, apostrophes and hyphens. Loosening also hides in how many ways Cyrillic or
Arabic is written in Latin letters; `place_spellings.toml` has these, with examples.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

LETTERS = str.maketrans({"ə": "a", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d"})
APOSTROPHES = re.compile(r"['’‘ʼʻʹ`´′\"”“]")
POSSESSIVE = re.compile(r"['’]s\b")
PIECE = re.compile(r"[^\W_]+|[^\w\s]")
SPELLINGS = Path(__file__).with_name("place_spellings.toml")


@dataclass(frozen=True)
class Spelling:
    """How names of another script are spelled: in which countries, what stands for what letters and words."""

    countries: frozenset[str]
    letters: tuple[tuple[str, str], ...]
    words: Mapping[str, str]

    def loosened(self, key: str) -> str:
        """Return a name with the spelling that is kept for each of its letters."""
        for letters, kept in self.letters:
            key = key.replace(letters, kept)
        return key


@cache
def spelling(name: str) -> Spelling:
    """Return what `place_spellings.toml` has under a name."""
    told = tomllib.loads(SPELLINGS.read_text(encoding="utf-8"))[name]
    letters = [(form, kept) for kept, *forms in told["letters"] for form in forms]
    doubled = [(2 * letter, letter) for letter in told["doubled"]]
    words = {form: kept for kept, *forms in told.get("words", ()) for form in forms}
    return Spelling(frozenset(told["countries"]), (*letters, *doubled), words)


def fold(name: str) -> str:
    """Return a name as it is looked up: no capitals, accents, apostrophes or hyphens."""
    if name.isascii() and name.replace(" ", "").isalnum():
        return name.lower()
    return " ".join(piece for piece in pieces(name) if piece.isalnum())


def fold_letters(text: str) -> str:
    """Return a text without capitals, accents and apostrophes."""
    text = APOSTROPHES.sub("", text).lower()
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


@lru_cache(maxsize=1 << 16)  # texts are made of the same words over and over
def pieces(text: str) -> tuple[str, ...]:
    """Return the folded words and the punctuation of a text; hyphens and full stops are left out."""
    found = PIECE.findall(APOSTROPHES.sub("", POSSESSIVE.sub(" s", text)))
    return tuple(fold_letters(piece) for piece in found if piece not in "-‐‑.")


@lru_cache(maxsize=1 << 14)
def loosen(key: str) -> str:
    """Return the one spelling of a folded Slavic name, the same for all ways in which it is written."""
    key = spelling("slavic").loosened(key)
    return f"{key[:-1]}y" if key.endswith("i") else key


@lru_cache(maxsize=1 << 14)
def loosen_arabic(key: str) -> str:
    """Return the one spelling of a folded Arabic name, the same for all ways in which it is written."""
    known = spelling("arabic")
    words = [known.words.get(word, word) for word in key.split(" ")]
    if not words[-1]:
        return key  # "Hilltown at"
    key = known.loosened(" ".join(filter(None, words)))
    return " ".join(word[:-1] if word.endswith("ah") else word for word in key.replace("eh", "ah").split(" "))
