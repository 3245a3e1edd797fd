"""Folds the names of places to the one form they are looked up by, and Slavic and Arabic names more loosely.

Folding hides capitals, accents, apostrophes and hyphens. Loosening also hides in how many ways Cyrillic or
Arabic is written in Latin letters: "Avdiyivka" and "Avdiivka" are one name, "Umm Kaddadah" and "Um Kadada".
"""

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans({"ə": "a", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d"})
APOSTROPHES = re.compile(r"['’‘ʼʻʹ`´′\"”“]")
POSSESSIVE = re.compile(r"['’]s\b")
PIECE = re.compile(r"[^\W_]+|[^\w\s]")
# What stands for the same Cyrillic letters, in the order in which it is replaced.
LOOSE = (
    *((form, "y") for form in ("iy", "yi", "yy", "ii", "ij")),
    *(("ya", "ia"), ("ja", "ia"), ("yu", "iu"), ("ju", "iu")),
    *((form, "e") for form in ("ye", "je", "ie", "yo", "jo", "io")),
    *(("shch", "sh"), ("sch", "sh"), ("w", "v")),
    *((letter * 2, letter) for letter in "abcdefghiklmnoprstuvz"),
)
# What stands for the same Arabic letters, the words that do so, and the article, which tells no names apart.
ARABIC = (
    *((form, "u") for form in ("aw", "au", "ou", "oo", "ow", "o")),
    *((form, "ai") for form in ("ay", "ei", "ey")),
    *((form, "i") for form in ("ee", "ie", "y")),
    *(("dh", "d"), ("th", "t"), ("q", "k")),
    *((letter * 2, letter) for letter in "abcdefghiklmnrstuz"),
)
ARABIC_WORDS = {
    **dict.fromkeys(("kfar", "kefar", "kafar"), "kafr"),
    **dict.fromkeys(("jebel", "djebel", "gebel"), "jabal"),
    **dict.fromkeys(("tell", "tall", "tel"), "tal"),
    **dict.fromkeys(("al", "el", "an", "en", "ar", "er", "as", "es", "ash", "at", "et", "az", "ez"), ""),
    **dict.fromkeys(("ad", "ed", "adh", "ath"), ""),
}


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
    """Return the one spelling of a folded Slavic name: "avdiyivka" and "avdiivka" are the same."""
    for letters, replacement in LOOSE:
        key = key.replace(letters, replacement)
    return f"{key[:-1]}y" if key.endswith("i") else key


@lru_cache(maxsize=1 << 14)
def loosen_arabic(key: str) -> str:
    """Return the one spelling of a folded Arabic name: "umm kaddadah" and "um kadada" are the same."""
    words = [ARABIC_WORDS.get(word, word) for word in key.split(" ")]
    if not words[-1]:
        return key  # "Hilltown at"
    key = " ".join(filter(None, words))
    for letters, replacement in ARABIC:
        key = key.replace(letters, replacement)
    return " ".join(word[:-1] if word.endswith("ah") else word for word in key.replace("eh", "ah").split(" "))
