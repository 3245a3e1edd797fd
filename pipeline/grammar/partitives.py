"""Partitives and elliptical quantities: a number or pronoun that stands for some of what is counted."""

from spacy.tokens import Token

from pipeline.grammar.constituents import prepositional_objects


def counted(token: Token) -> Token:
    """Return those of whom some are meant: the troops in "any of its troops", "one of its troops"."""
    if token.pos_ in {"DET", "PRON", "NUM"}:
        parts = [noun for prep, noun in prepositional_objects(token) if prep.i == token.i + 1]
        return parts[0] if parts and parts[0].pos_ in {"NOUN", "PROPN"} else token
    return token


def is_some(token: Token) -> bool:
    """Tell whether a word is so many of what was named before: "91 of them", "a single one"."""
    if token.pos_ in {"NUM", "PRON"} or token.tag_ == "CD":
        return not [*token.rights] or any(p.pos_ == "PRON" for _, p in prepositional_objects(token))
    return token.like_num and token.pos_ == "NOUN"


def is_count(noun: Token) -> bool:
    """Tell whether a noun is so many of something that it leaves out: "a total of 21"."""
    return any(pobj.pos_ == "NUM" for prep, pobj in prepositional_objects(noun) if prep.head == noun)
