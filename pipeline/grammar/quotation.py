"""Quotation marks: whether a word stands within them, and where they were opened."""

from spacy.tokens import Token

QUOTED = 120  # tokens; a quotation that was opened longer ago is taken to be over


def is_quoted(token: Token) -> bool:
    """Tell whether a word stands within quotation marks that were opened before it in its paragraph."""
    straight = 0
    for other in reversed(token.doc[max(0, token.i - QUOTED) : token.i]):
        if "\n" in other.text:
            break
        if other.text == '"':
            straight += 1
        elif other.is_quote:
            return bool(other.is_left_punct)
    return straight % 2 == 1


def is_quoted_in_part(token: Token) -> bool:
    """Tell whether a word stands in a quotation that ends a clause begun outside: "insisted that "it …"."""
    start = max(token.sent.start, token.i - QUOTED)
    opening = next((t for t in reversed(token.doc[start : token.i]) if t.is_quote), None)
    return opening is not None and opening.i > token.sent.start and opening.nbor(-1).dep_ == "mark"
