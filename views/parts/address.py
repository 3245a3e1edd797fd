"""Addresses of the dashboard's own views under a filter, relative to any of its pages."""

from functools import lru_cache
from urllib.parse import urlencode

from db.filter import ClaimFilter


def address_of(chosen: ClaimFilter, page: str = "", **more: str) -> str:
    """`claims?conflict=…&region=…&claim=…`: the filter's part, and whatever else the page is to know.

    The landing page where no page is named.
    """
    query = "&".join(filter(None, (_encoded(chosen), urlencode(more))))
    return f"{page}?{query}" if query else page or "."


@lru_cache(maxsize=64)
def _encoded(chosen: ClaimFilter) -> str:
    """The filter's part of an address: the same in hundreds of links of a page."""
    return urlencode(chosen.to_params(), doseq=True)


def is_narrowed(chosen: ClaimFilter) -> bool:
    """Whether anything but the conflict is filtered."""
    return set(chosen.to_params()) - {"conflict"} != set()
