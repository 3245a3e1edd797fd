"""Works out once what is asked over and over of a word of a text, and keeps it with the reading of that."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from spacy.tokens import Token

if TYPE_CHECKING:
    from pipeline.reading import Reading

T = TypeVar("T")
Asked = Callable[["Reading", Token], T]
"""Tells something of a word of a text. What it returns is not to be changed by who asks."""


def once(ask: Asked[T]) -> Asked[T]:
    """Return the function with its answers remembered, as long as the reading is."""

    @wraps(ask)
    def asked(reading: "Reading", token: Token) -> T:
        known: dict[int, Any] = reading.known[ask]
        if token.i not in known:
            known[token.i] = ask(reading, token)
        return known[token.i]  # type: ignore[no-any-return]

    return asked
