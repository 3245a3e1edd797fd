"""Reads an aside that tells who says it: "the road, as the mayor put it, was empty"."""

from spacy.tokens import Span, Token

from pipeline.attribution.cues import grammar_words


def as_word(verb: Token) -> Token | None:
    """Return the "as" that makes the clause of the verb an aside: "as the mayor put it"."""
    words = grammar_words("as")
    found = next(
        (child for child in verb.lefts if child.lower_ in words and child.dep_ in {"mark", "advmod"}), None
    )
    if found is None:
        return None
    clausal = {"dobj", "ccomp", "xcomp"} & {
        child.dep_ for child in verb.children if child.i > verb.i and child.pos_ != "PRON"
    }
    return None if clausal else found


def aside_end(verb: Token, source: Span | None) -> int:
    """Return where an aside ends: at the next mark after its verb and source."""
    doc, end = verb.doc, verb.i + 1
    if source is not None:
        end = max(end, source.end)
    while end < verb.sent.end and not doc[end].is_punct:
        end += 1
    return end
