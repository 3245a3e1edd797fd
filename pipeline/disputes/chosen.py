"""Which of several earlier claims of a dispute a claim speaks to."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.disputes.bodies import words_of_body
from pipeline.disputes.records import Statement
from pipeline.disputes.signs import alike, clash

BACK = 40  # how many earlier claims of one sort are looked at
COPIED = 0.8  # share of words in common from which a sentence is a copy
Spoken = tuple[int, Statement, int | None]
"""The position of a claim in its dispute, the claim, and the body that makes it."""


def first(one: Spoken) -> int:
    """Return the position of a claim in its dispute."""
    return one[0]


def before(one: Spoken, group: Sequence[Spoken]) -> list[Spoken]:
    """Return the claims of a group before a claim, the nearest last, not more than are looked at."""
    end = bisect_left(group, one[0], key=first)
    return list(group[max(0, end - BACK) : end])


def best(statement: Statement, others: Iterable[Spoken]) -> Statement | None:
    """Return the claim that most agrees with another, the nearest of several; None if all are elsewhere."""
    found = fitting(statement, others)
    return max(found, key=lambda o: (score(statement, o[1]), o[0]))[1] if found else None


def repeated(statement: Statement, others: Iterable[Spoken]) -> Statement | None:
    """Return which of some earlier claims is said again: a copy, or one of the same telling figure, else one
    with a figure if it has one, one whose speaker is told by more than the party, and that with which
    its report leads; the nearest of several, None if all are elsewhere."""
    found = fitting(statement, others)
    told: Counter[str] = Counter()
    ranks = []
    for position, other, _ in found:
        counted = None not in (statement.claim.count, other.claim.count)
        named = bool(words_of_body(other))
        ranks.append((max(1.0, score(statement, other)), counted, named, -told[other.key[0]], position))
        told[other.key[0]] += 1
    return found[ranks.index(max(ranks))][1] if found else None


def opening(statement: Statement, others: Iterable[Spoken]) -> Statement | None:
    """Return the first of those of some earlier claims that the nearest report tells, None if all are
    elsewhere: what goes round of another report is that with which it leads."""
    return next((o[1] for o in of_nearest_report(fitting(statement, others))), None)


def latest(statement: Statement, others: Iterable[Spoken]) -> Statement | None:
    """Return the first of some earlier claims of the body that speaks last in the nearest report, None if all
    are elsewhere."""
    return first_of_last_body(of_nearest_report(fitting(statement, others)))


def lead(statement: Statement, others: Iterable[Spoken]) -> Statement | None:
    """Return the first claim of the body that makes the nearest of some claims of a report, None if all are
    elsewhere: what else it told is not what is answered, but how the act was done."""
    return first_of_last_body(fitting(statement, others))


def fitting(statement: Statement, others: Iterable[Spoken]) -> list[Spoken]:
    """Return those of some claims that are not of an act at another place."""
    return [o for o in others if not other_place(statement, o[1])]


def of_nearest_report(others: Iterable[Spoken]) -> list[Spoken]:
    """Return those of some claims that the last of them has in its report, in their order."""
    told = sorted(others, key=first)
    return [o for o in told if not elsewhere(o[1], told[-1][1])]


def first_of_last_body(others: Sequence[Spoken]) -> Statement | None:
    """Return the first claim of the body that makes the last of some claims, None if there are none."""
    last = max(others, key=first, default=None)
    by_it = (
        o for o in others if last and o[1].claim.claimant == last[1].claim.claimant and of_one_body(o, last)
    )
    return next((o[1] for o in by_it), None)


def score(statement: Statement, other: Statement) -> float:
    """Return how much two claims of one dispute agree: copies first, then telling figures, then targets."""
    if alike(statement, other) >= COPIED:
        return 3.0
    if statement.claim.count == other.claim.count and statement.many:
        return 2.0
    return 1.0 if statement.unborrowed.evidence.things & other.unborrowed.evidence.things else 0.0


def other_place(a: Statement, b: Statement) -> bool:
    """Return whether two claims of one dispute, such as a joint denial ties, are of acts at two places."""
    one, other = a.unborrowed.evidence, b.unborrowed.evidence
    return clash(one.towns, other.towns) or clash(one.regions, other.regions)


def elsewhere(a: Statement, b: Statement) -> bool:
    """Return whether two claims stand in different reports."""
    return a.key[0] != b.key[0]


def of_one_body(a: Spoken, b: Spoken) -> bool:
    """Return whether two speakers of a party may be one body; a tally is the party's, whoever tells it."""
    return None in (a[2], b[2]) or a[2] == b[2] or (a[1].total and b[1].total)
