"""The constituents that a word heads: its conjuncts, prepositional phrases, noun phrase and clause."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.grammar.labels import VERBS


def conjuncts(token: Token) -> list[Token]:
    """Return a token and those coordinated with it after it."""
    return [token, *(c for c in token.conjuncts if c.i > token.i)]


def prepositional_objects(head: Token) -> Iterator[tuple[Token, Token]]:
    """Yield (preposition, object) for each prepositional phrase of a word, coordinated objects too; none for
    "not by" or "not at"."""
    for child in head.children:
        if child.dep_ in {"prep", "agent"} and not any(word.dep_ == "neg" for word in child.children):
            for pobj in child.children:
                if pobj.dep_ in {"pobj", "pcomp"}:
                    for each in conjuncts(pobj):
                        yield child, each
                elif pobj.dep_ == "prep":
                    for inner in pobj.children:
                        if inner.dep_ == "pobj":
                            for each in conjuncts(inner):
                                yield pobj, each


def noun_phrase(token: Token) -> Span:
    """Return the noun phrase of a head noun, up to where a clause hangs on it or a new conjunct begins."""
    doc: Doc = token.doc
    left = token.left_edge.i
    end = token.i + 1
    for child in token.rights:
        if child.dep_ == "appos" and token.i < token.head.i < child.i:
            break  # "two shells fell there, the governor said": whom the parser hung on the shells
        if child.dep_ in {"prep", "appos", "amod", "compound", "case", "nummod", "flat"} and child.i >= end:
            end = child.right_edge.i + 1
        elif child.dep_ != "punct":
            break
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].head == token.head != token:
        end += 2 if doc[end + 1].dep_ == token.dep_ else 0  # "the XYZ-N", which the parser took for two
    if token.dep_ == "conj" and end < len(doc) and doc[end].dep_ == "prep" and doc[end].head == token.head:
        end = doc[end].right_edge.i + 1  # "the rebels and soldiers of Norland"
    for inner in doc[token.i + 1 : end]:
        if inner.dep_ in {"relcl", "acl"} and inner.left_edge.i > token.i:
            end = min(end, inner.left_edge.i)
    return doc[left : max(end, token.i + 1)]


def clause(head: Token) -> set[int]:
    """Return the token indices of the clause of a verb or noun: its subtree without coordinated clauses."""
    indices: set[int] = {head.i}
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in VERBS:
            continue
        indices.update(token.i for token in child.subtree)
    return indices


def is_attribute(adjective: Token) -> bool:
    """Tell whether an adjective stands before the noun it belongs to, by the words alone."""
    for other in adjective.doc[adjective.i + 1 : adjective.sent.end]:
        if other.pos_ not in {"ADJ", "ADV", "CCONJ"}:
            return other.pos_ in {"NOUN", "PROPN"}
    return False
