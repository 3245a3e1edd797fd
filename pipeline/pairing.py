"""Pairs the claims that were found in a document with those of the gold set, one to one.

Two claims match when their stance and claimant are equal and their sentences overlap. As many as possible are
paired, and so that the most fields agree; between pairings that are equal in all this, any may be taken.
"""

import re
from collections.abc import Mapping
from math import inf
from typing import Any

Gold = Mapping[str, Any]

OVERLAP = 0.6
"""The Jaccard index from which the words of two sentences are those of one."""

FIELDS = ("accused", "category", "regions", "count", "dates")
ASKED, OPTIONAL, AGREEING, ALIKE = 10_000_000_000_000_000, 100_000_000_000, 10_000_000, 1_000_000
"""What counts for more in a pair: each is more than all that come after it can add up to."""


def value(claim: Gold, name: str) -> Any:
    """Return a field of a claim as it is compared; `dates` are two fields at once."""
    if name == "regions":
        return set(claim.get("regions") or [])
    if name == "dates":
        return claim.get("date_from"), claim.get("date_to")
    return claim.get(name)


def worth(gold: Gold, predicted: Gold) -> int:
    """Return how much it is worth to pair two claims, 0 if they do not match.

    One pair outweighs any number of agreeing fields, a pair with a claim that is asked for any number with
    optional ones, and how alike the sentences are only decides between equals.
    """
    if any(gold.get(name) != predicted.get(name) for name in ("stance", "claimant")):
        return 0
    alike = likeness(gold["sentence"], predicted["sentence"])
    if alike < OVERLAP:
        return 0
    agreeing = sum(bool(value(gold, name) == value(predicted, name)) for name in FIELDS)
    return (OPTIONAL if gold.get("optional") else ASKED) + AGREEING * agreeing + round(alike * ALIKE)


def likeness(first: str, second: str) -> float:
    """Return the Jaccard index of the words of two sentences, 1 if one sentence contains the other."""
    first, second = " ".join(first.split()), " ".join(second.split())
    if not first or not second:
        return 0.0
    if first in second or second in first:
        return 1.0
    words, others = (set(re.findall(r"\w+", sentence.lower())) for sentence in (first, second))
    return len(words & others) / (len(words | others) or 1)


def pair(gold: list[Gold], predicted: list[Gold]) -> dict[int, int]:
    """Return the gold claim that each predicted claim is paired with: the worths add up to the most."""
    worths = {
        (g, p): w
        for g, wanted in enumerate(gold)
        for p, made in enumerate(predicted)
        if (w := worth(wanted, made))
    }
    pairs: dict[int, int] = {}
    while path := best_path(worths, pairs):
        pairs.update(path)
    return pairs


def best_path(worths: Mapping[tuple[int, int], int], pairs: Mapping[int, int]) -> dict[int, int]:
    """Return the pairs that one more pairing makes or changes, with the greatest gain; else {}.

    A path starts at a gold claim without a partner and takes turns: to a predicted claim, back to that one's
    present partner, on to another predicted claim, until one is free.
    """
    gain = {g: 0 for g, _ in worths if g not in pairs.values()}
    reached: dict[int, int] = {}
    came_from: dict[int, int] = {}
    moved = True
    while moved:
        moved = False
        for (g, p), w in worths.items():
            if g in gain and pairs.get(p) != g and gain[g] + w > reached.get(p, -inf):
                reached[p], came_from[p], moved = gain[g] + w, g, True
                if p in pairs:
                    gain[pairs[p]] = reached[p] - worths[pairs[p], p]
    free = [p for p, gained in reached.items() if p not in pairs and gained > 0]
    if not free:
        return {}
    end: int | None = max(free, key=lambda p: reached[p])
    path: dict[int, int] = {}
    partner = {g: p for p, g in pairs.items()}
    while end is not None:
        path[end] = came_from[end]
        end = partner.get(path[end])
    return path
