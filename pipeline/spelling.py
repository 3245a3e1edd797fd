"""Writes a name in all the spellings that its transliterations allow.

In data, `Serhii Horskyi` stands for every given name in the same group of `spellings` and every ending
in the same group of `endings`; `A|B` in a name is either. A person's last word is a name by itself, unless
the entry begins with `=`: then many bear it, and it needs the full name or a title near by.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from pipeline.conflict_files import ConflictError


@dataclass(frozen=True)
class Spelling:
    """Groups of given names, of words in other names, and of endings of surnames, spelled either way."""

    given: tuple[tuple[str, ...], ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    endings: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def read(cls, raw: Mapping[str, Any], where: str) -> "Spelling":
        """Return the groups of a conflict.toml. Raises ConflictError if they are no lists of lists."""
        groups = []
        for key in ("spellings", "words", "endings"):
            value = raw.get(key, [])
            if not all(isinstance(group, list) and all(isinstance(x, str) for x in group) for group in value):
                raise ConflictError(f"{where}: `{key}` must be a list of lists of strings.")
            groups.append(tuple(tuple(group) for group in value))
        return cls(*groups)

    def and_those_of(self, other: "Spelling") -> "Spelling":
        """Return these groups along with those of another."""
        return Spelling(self.given + other.given, self.words + other.words, self.endings or other.endings)


def spellings(text: str, person: bool, rules: Spelling) -> Iterator[tuple[str, bool]]:
    """Yield each spelling of a name, and whether it can stand alone."""
    common = text.startswith("=")
    words = [word.split("|") for word in text.removeprefix("=").split()]
    if person:
        given = [either(word, rules.given) for word in words[:-1]]
        words = [*given, variants_of_surname(words[-1], rules)]
    else:
        words = [either(word, rules.words) for word in words]
    full = {" ".join(choice) for choice in product(*words)}
    alone = dict.fromkeys(full, True)
    if person and len(words) > 1:
        for surname in words[-1]:
            alone.setdefault(surname, not common)
            alone.update({f"{initial[0]}. {surname}": True for initial in words[0]})
    for spelled, free in list(alone.items()):
        for form in (spelled, plain(spelled), spelled.replace("'", "’"), spelled.replace("'", "")):
            alone.setdefault(form, free)
    yield from sorted(alone.items())


def either(forms: list[str], groups: tuple[tuple[str, ...], ...]) -> list[str]:
    """Return the forms of a word along with those of its groups."""
    return sorted(set(forms).union(*(group for group in groups if set(forms) & set(group))))


def variants_of_surname(forms: list[str], rules: Spelling) -> list[str]:
    """Return the forms of a surname, each with the endings of its group."""
    found = set(forms)
    for form in forms:
        for group in rules.endings:
            ending = max((e for e in group if form.endswith(e)), key=len, default=None)
            if ending is not None:
                found.update(form.removesuffix(ending) + other for other in group)
                break
    return sorted(found)


def plain(text: str) -> str:
    """Return a text without accents: Žižkov becomes Zizkov."""
    split = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))
