"""Where tokens stand in the text, in characters, and their words."""

from typing import overload

from spacy.tokens import Span


def words_of(span: Span | None) -> str | None:
    """Return the words of a span, if there is one."""
    return None if span is None else " ".join(span.text.split())


@overload
def span_of(span: Span) -> tuple[int, int]: ...
@overload
def span_of(span: None) -> None: ...
def span_of(span: Span | None) -> tuple[int, int] | None:
    """Return the character span of some tokens, white space at the end left out."""
    if span is None:
        return None
    text = str(span.text)
    return span.start_char, span.start_char + len(text.rstrip())
