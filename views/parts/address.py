"""Addresses of the dashboard's own views under a filter, relative to any of its pages."""

from urllib.parse import urlencode

from db.filter import ClaimFilter


def address_of(chosen: ClaimFilter, page: str = "", **more: str) -> str:
    """`claims?conflict=…&region=…`; the landing page where no page is named."""
    query = urlencode({**chosen.to_params(), **more}, doseq=True)
    return f"{page}?{query}" if query else page or "."


def is_narrowed(chosen: ClaimFilter) -> bool:
    """Whether anything but the conflict is filtered."""
    return set(chosen.to_params()) - {"conflict"} != set()
