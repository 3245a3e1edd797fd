"""Remembers what was made with the model, and forgets all of it when the model is loaded anew."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")
FORGETTING: list[Callable[[], None]] = []


def remembered(most: int | None = None) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Remember the last results of a function, `most` of them, until `forget`."""

    def remembering(function: Callable[..., T]) -> Callable[..., T]:
        known: Any = lru_cache(maxsize=most)(function)
        FORGETTING.append(known.cache_clear)
        return known  # type: ignore[no-any-return]

    return remembering


def forget() -> None:
    """Forget all."""
    for one in FORGETTING:
        one()
