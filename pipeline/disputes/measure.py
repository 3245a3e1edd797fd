"""How well claims are lined up: the pairs of claims that share a dispute, claim by claim, and the typed
links.

Which copy of an allegation an answer is tied to says nothing of quality, so claims that the wanted
`repeats` links join count as one claim in every other link, and a `repeats` link as one join of two claims.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pipeline.disputes.records import Dispute, Key, Link

ALIKE = "repeats"


@dataclass(frozen=True)
class Share:
    """What was wanted, made and right; a ratio is None where there is nothing to divide by."""

    wanted: float
    made: float
    right: float
    right_made: float | None = None  # where the right ones are counted on either side (B-cubed)

    @property
    def precision(self) -> float | None:
        return (self.right if self.right_made is None else self.right_made) / self.made if self.made else None

    @property
    def recall(self) -> float | None:
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        one, other = self.precision, self.recall
        return 2 * one * other / (one + other) if one and other else None


def measure(wanted: Iterable[Dispute], made: Iterable[Dispute], claims: Collection[Key]) -> dict[str, Share]:
    """Return the figures "pairwise", "b-cubed" and "links"; a claim that no dispute names is one by
    itself."""
    wanted, made = list(wanted), list(made)
    gold, found = labels(wanted, claims), labels(made, claims)
    both = Counter((gold[claim], found[claim]) for claim in claims)
    sizes = Counter(gold.values()), Counter(found.values())
    pairs = Share(*(sum(n * (n - 1) // 2 for n in counts.values()) for counts in (*sizes, both)))
    right = sum(n * n / sizes[0][label] for (label, _), n in both.items())
    right_made = sum(n * n / sizes[1][label] for (_, label), n in both.items())
    cubed = Share(len(claims), len(claims), right, right_made)
    links = typed([one for d in wanted for one in d.links], [one for d in made for one in d.links], claims)
    return {"pairwise": pairs, "b-cubed": cubed, "links": links}


def labels(disputes: Iterable[Dispute], claims: Iterable[Key]) -> dict[Key, object]:
    """Return which dispute each claim belongs to."""
    named = {key: number for number, dispute in enumerate(disputes) for key in dispute.members}
    return {claim: named.get(claim, claim) for claim in claims}


def typed(wanted: Iterable[Link], made: Iterable[Link], claims: Iterable[Key]) -> Share:
    """Return how many links are right: joins of repeats, and links of other types between what they join."""
    wanted, made, claims = list(wanted), list(made), list(claims)
    copies, found = components(claims, wanted), components(claims, made)
    shared = {claim: (copies[claim], found[claim]) for claim in claims}
    one, other = between(wanted, copies), between(made, copies)
    joins = [len(parts) - len(set(parts.values())) for parts in (copies, found, shared)]
    return Share(joins[0] + len(one), joins[1] + len(other), joins[2] + len(one & other))


def components(claims: Iterable[Key], links: Iterable[Link]) -> Mapping[Key, Key]:
    """Return for each claim the one that stands for all that repeat it."""
    parent = {claim: claim for claim in claims}

    def find(claim: Key) -> Key:
        while parent[claim] != claim:
            claim = parent[claim]
        return claim

    for one in links:
        if one.type == ALIKE:
            parent[find(one.answer)] = find(one.answered)
    return {claim: find(claim) for claim in parent}


def between(links: Iterable[Link], component: Mapping[Key, Key]) -> set[tuple[Key, Key, str]]:
    """Return the links other than repeats, each once between what repeats each other."""
    return {(component[one.answer], component[one.answered], one.type) for one in links if one.type != ALIKE}
