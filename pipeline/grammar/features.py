"""The morphological features of a word: gender, number, and whether a noun is definite."""

from spacy.tokens import Token


def is_neuter(word: Token) -> bool:
    """Say whether a word is of neuter gender: "it"."""
    return word.morph.get("Gender", []) == ["Neut"]


def is_plural(word: Token) -> bool:
    """Say whether a word is a plural."""
    return word.morph.get("Number", []) == ["Plur"]


def is_pointed_at(noun: Token) -> bool:
    """Tell whether a noun is definite or demonstrative: "the raid", "these raids"."""
    return any(
        child.dep_ == "det"
        and (child.morph.get("Definite", []) == ["Def"] or child.morph.get("PronType", []) == ["Dem"])
        for child in noun.children
    )
