"""Leaves out what a heading, a caption or a "read more" line says if the body of the text says it as well."""

from collections.abc import Sequence

from pipeline.records import Claim
from pipeline.sentences import BULLET, ENDS


def without_headings(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Return the claims of a text, those of its headings only where no other claim has all that they say."""
    body = [claim for claim in claims if not is_heading(claim, text)]
    return [claim for claim in claims if claim in body or not any(carries(other, claim) for other in body)]


def is_heading(claim: Claim, text: str) -> bool:
    """Tell whether a claim's sentence is a line without a mark at its end, and no item of a list."""
    line = text[text.rfind("\n", 0, claim.span[0]) + 1 : claim.span[1]]
    return claim.sentence[-1] not in ENDS and not BULLET.match(line)


def carries(body: Claim, heading: Claim) -> bool:
    """Tell whether a claim of the body says all that one of a heading does."""
    same = ("stance", "claimant", "accused", "category")
    return all(getattr(body, name) == getattr(heading, name) for name in same) and set(body.regions) >= set(
        heading.regions
    )
