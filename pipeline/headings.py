"""Leaves out what a heading, a caption or a "read more" line says if the body of the text says it as well."""

from collections.abc import Sequence

from pipeline.records import Claim
from pipeline.sentences import BULLET, ENDS

Told = tuple[str, str, str | None, str]


def without_headings(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Return the claims of a text, those of its headings only where no other claim has all that they say."""
    headings = [is_heading(claim, text) for claim in claims]
    body: dict[Told, list[set[str]]] = {}
    for claim, heading in zip(claims, headings, strict=True):
        if not heading:
            body.setdefault(told(claim), []).append(set(claim.regions))
    return [
        claim
        for claim, heading in zip(claims, headings, strict=True)
        if not heading or not any(regions >= set(claim.regions) for regions in body.get(told(claim), ()))
    ]


def is_heading(claim: Claim, text: str) -> bool:
    """Tell whether a claim's sentence is a line without a mark at its end, and no item of a list."""
    line = text[text.rfind("\n", 0, claim.span[0]) + 1 : claim.span[1]]
    return claim.sentence[-1] not in ENDS and not BULLET.match(line)


def told(claim: Claim) -> Told:
    """Return what a claim of the body must have in common with a heading to say all that it does."""
    return claim.stance, claim.claimant, claim.accused, claim.category
