"""Relative clauses and clefts: what a relative pronoun stands for, and what a cleft sets out."""

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.grammar.features import is_neuter
from pipeline.grammar.labels import SUBJECTS


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for, or the token itself; in a cleft what is set out:
    "it was the army that fired"."""
    if token.tag_ in {"WDT", "WP"}:
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                return set_out(ancestor.head)
            if (copula := cleft(ancestor)) is not None:
                return next(child for child in copula.rights if child.dep_ == "attr")
    return token


def set_out(noun: Token) -> Token:
    """Return the first of those whom a cleft sets out, where a noun is one of them, else the noun: "it was
    the rebels and the army that fired"."""
    first = noun
    while first.dep_ == "conj":
        first = first.head
    copula = first.head
    neuter = any(child.dep_ in SUBJECTS and is_neuter(child) for child in copula.lefts)
    return first if first.dep_ == "attr" and copula.pos_ == "AUX" and neuter else noun


def told_of(verb: Token) -> list[Token]:
    """Return what is said of a noun that a relative clause describes, by its verb: "the drone that hit it was
    Norlandic"."""
    copula = verb.head.head
    if verb.dep_ != "relcl" or verb.head.dep_ != "nsubj" or copula.pos_ != "AUX":
        return []
    return [child for child in copula.rights if child.dep_ in {"acomp", "attr"}]


def cleft(verb: Token) -> Token | None:
    """Return the "is" of the cleft whose clause a verb heads, also of one parted by a tag: "it is they, he
    said, that fired"; None if it heads none."""
    if verb.dep_ not in {"ccomp", "relcl"} or not any(c.tag_ in {"WDT", "WP"} for c in verb.lefts):
        return None
    above = verb.head.head if verb.dep_ == "relcl" else verb.head
    for word in (above, *(child for child in above.lefts if child.dep_ == "ccomp")):
        subject = [child for child in word.lefts if child.dep_ in SUBJECTS and child.pos_ == "PRON"]
        attributes = [child for child in word.rights if child.dep_ == "attr"]
        if word.pos_ == "AUX" and subject and attributes:
            return None if has_clause_before(verb, (word, *attributes)) else word
    return None


def has_clause_before(verb: Token, heads: Sequence[Token]) -> bool:
    """Tell whether a cleft has its clause before a verb, which then tells more of another: "it was not they
    that fired but the rebels, who shelled the town"."""
    clauses = (child for head in heads for child in head.rights if child.dep_ in {"ccomp", "relcl"})
    return any(clause.i < verb.i and any(c.tag_ in {"WDT", "WP"} for c in clause.lefts) for clause in clauses)
