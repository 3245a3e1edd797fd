"""Whom a clause sets aside for another as who did an act.

"Not the army but the rebels fired", "the rebels, not the army, fired".
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipeline.attribution.cues import grammar_words
from pipeline.grammar.labels import VERBS
from pipeline.once import once
from pipeline.reading import Reading

MARKS = {",", ";", ":", "."}
RELATIVES = {"WDT", "WP", "WP$"}
JOINING = {"CC", ","}
OWNERS = {"amod", "poss", "compound"}


def sets_aside(word: Token) -> Span | None:
    """Return what "not" or "no" sets aside for what stands before it or after "but", None if nothing."""
    doc, start, end = word.doc, word.i + 1, word.i + 1
    joined = word.i > word.sent.start and doc[word.i - 1].tag_ in JOINING
    none = joined and word.dep_ == "det" and word.lower_ in grammar_words("nobody")  # "and no shell of ours"
    if not none and word.lower_ not in grammar_words("not"):
        return None
    while end < word.sent.end and not is_end(doc[end]):
        end += 1
    if end in (start, word.sent.end) or doc[end].pos_ in VERBS:
        return None
    instead = doc[end].lower_ in grammar_words("but") and doc[end].nbor().pos_ not in VERBS
    return doc[start:end] if instead or joined else None


def is_end(token: Token) -> bool:
    """Tell whether a word ends what "not" may set aside."""
    return token.pos_ in VERBS or token.text in MARKS or token.tag_ in {*RELATIVES, "CC"}


@once
def aside_in(reading: Reading, first: Token) -> frozenset[int]:
    """Return the words that are set aside in the sentence that a word opens."""
    found = (span for word in first.sent if (span := sets_aside(word)) is not None)
    return frozenset(i for span in found for i in range(span.start, span.end))


def not_set_aside(reading: Reading, head: Token, tokens: list[Token]) -> Iterator[Token]:
    """Yield the doers of an act that are not set aside, all if it is itself; for one whose first owner is,
    the second: "not Norland's but Sudland's guns"."""
    aside = aside_in(reading, head.sent[0])
    for token in tokens if head.i not in aside else ():
        if token.i in aside:
            continue
        owners = [child for child in token.lefts if child.dep_ in OWNERS]
        if any(child.i in aside for child in owners):
            yield from (child for child in owners if child.i not in aside and child.i > min(aside))
        else:
            yield token
    yield from tokens if head.i in aside else ()
