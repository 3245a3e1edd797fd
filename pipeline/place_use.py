"""Tells from the words around a place's name whether the text means the place, or those who sit there."""

from collections.abc import Set
from typing import Literal

from spacy.tokens import Token

from pipeline.place_words import BESIDE, DASHES, LINKED, Words

NEAR = 5  # words after a name in which it is told what sort of thing bears it

Use = Literal["location", "office", "government", "dateline", "name"]


def use_of(start: int, end: int, kind: str, words: Words, places: Set[int]) -> Use:
    """Return what a name is used for. `places` are the tokens of names that are no capital of a state."""
    doc, capital = words.doc, kind == "capital"
    if words.is_dateline(start, end):
        return "dateline"
    if hyphened := hyphen_use(start, end, capital, words):
        return hyphened
    beside = words.after(end)
    tail = beside[1] + 1 if beside and beside[0] in ("region", "district") else end
    owned = tail < len(doc) and doc[tail].tag_ == "POS"
    for index in range(tail + owned, min(tail + owned + NEAR, len(doc))):
        if doc[index].tag_ == "POS":
            continue
        kinds = words.kinds(index)
        if "office" in kinds or (capital and "state" in kinds):
            return "government" if capital else "office"
        if capital and owned and (kinds & {*BESIDE, "side"} or index in places):
            return "location"
        if doc[index].pos_ not in ("ADJ", "NOUN", "PROPN") and not kinds:
            break
    if capital and owned:
        return "government"
    if words.is_office_of(start):
        if struck_or_enduring(whole(doc[start - 2]), words):
            return "location"  # "shelled the office of the mayor in Hilltown"
        return "government" if capital else "office"
    phrase = climb(doc[end - 1], words)
    return governed(phrase, capital, words, places)


def hyphen_use(start: int, end: int, capital: bool, words: Words) -> Use | None:
    """Return the use of a name that a hyphen ties to another word, None if that changes nothing."""
    doc = words.doc
    after = end + 1 < len(doc) and doc[end].text in DASHES and not doc[end].whitespace_
    before = start > 1 and doc[start - 1].text in DASHES and not doc[start - 2].whitespace_
    after = after and not doc[end - 1].whitespace_
    before = before and not doc[start - 1].whitespace_
    if not (after or before):
        return None
    if after and doc[end + 1].text[0].islower():
        return "government" if capital else "name"
    index = end
    while index + 1 < len(doc) and doc[index].text in DASHES:
        index += 2
    if words.kinds(index) & {"front", "district", "region"}:
        return None
    return "name"


def climb(token: Token, words: Words) -> Token:
    """Return the head of the phrase that a name is in ("the Hill region"), the first of a list."""
    for _ in range(12):
        head = token.head
        beside = words.covering[head.i] & {*BESIDE, "side"} and token.dep_ in LINKED and head.i > token.i
        listed = head.pos_ == "PROPN" or words.covering[head.i] & {*BESIDE}
        joined = token.dep_ in ("conj", "appos") and listed
        if not (beside or joined):
            break
        token = head
    return token


def governed(token: Token, capital: bool, words: Words, places: Set[int]) -> Use:
    """Return the use of a name by what governs its phrase: a preposition, a verb, a noun."""
    default: Use = "government" if capital else "location"
    if token.dep_ == "pobj":
        preposition, above = token.head, token.head.head
        kinds = words.covering[above.i]
        if "office" in kinds and above.pos_ in ("NOUN", "PROPN"):
            return "government" if capital else "office"
        if capital and "state" in kinds and above.pos_ in ("NOUN", "PROPN"):
            return "government"
        aside = "of" in words.covering[preposition.i] and "side" in kinds and above.pos_ in ("NOUN", "ADV")
        if aside and not words.covering[token.i] & {*BESIDE}:
            return "name"  # "south of Hilltown" is not there
        if not capital:
            tied = words.covering[preposition.i] & {"where", "toward", "of"} or words.covering[token.i]
            return "location" if tied else "name"
        if any("reporting" in words.covering[c.i] for c in above.children if c.dep_ == "dobj"):
            return "government"
        if "where" in words.covering[preposition.i]:
            return "office" if "reporting" in kinds and above.pos_ == "VERB" else "location"
        if "toward" in words.covering[preposition.i] and "struck" in kinds:
            return "location"
        if "of" in words.covering[preposition.i] and kinds & {*BESIDE, "side", "struck"}:
            return "location"
    elif token.dep_ == "compound" and token.head.pos_ == "PROPN" and token.head.i not in places:
        return "name"
    elif struck_or_enduring(token, words):
        return "location"
    elif (
        token.dep_ == "nsubj"
        and token.head.pos_ == "VERB"
        and is_reporting(token.head, words)
        and not capital
    ):
        return "office"
    if capital and any(
        not places.isdisjoint(range(other.left_edge.i, other.i + 1)) for other in token.conjuncts
    ):
        return "location"
    return default


def whole(noun: Token) -> Token:
    """Return the noun of the whole phrase: "building" of "the building of the ministry"."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head.head
    return noun


def is_reporting(verb: Token, words: Words) -> bool:
    """Tell whether a verb says that somebody says something."""
    kinds = words.covering[verb.i]
    return verb.pos_ == "VERB" and "reporting" in kinds and not kinds & {"struck", "endured"}


def struck_or_enduring(token: Token, words: Words) -> bool:
    """Tell whether a place is hit ("hit Hilltown", "Hilltown was shelled", "came under fire")."""
    kinds = words.covering[token.head.i]
    if token.dep_ in ("dobj", "obj", "nsubjpass"):
        return "struck" in kinds
    while token.dep_ == "appos":  # "the capital Hilltown is under attack"
        token = token.head
    return token.dep_ == "nsubj" and ("endured" in kinds or is_under_attack(token.head, words))


def is_under_attack(verb: Token, words: Words) -> bool:
    """Tell whether a verb says of its subject that it is being attacked: "is under a drone attack"."""
    return verb.pos_ == "AUX" and any(
        child.dep_ == "prep" and "under" in words.covering[child.i] and "struck" in words.covering[noun.i]
        for child in verb.children
        for noun in child.children
        if noun.dep_ == "pobj"
    )
