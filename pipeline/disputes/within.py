"""Which claims of one report speak of the same acts: an answer and what it answers, a body's word beside a
party's.

What the rules tie holds unless it is hardly likely. What they leave apart is tied if it is likely, so weakly
that no dispute is chained to another place; but one side's charges against another follow the rules alone:
whether it goes on with one act or lists several no sign tells.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from math import log
from statistics import fmean

from pipeline.disputes.answered import answered, both_deny, may_ask, names_another, of_its_own, of_other_acts
from pipeline.disputes.joining import SAID
from pipeline.disputes.nearby import own, says_what, shared
from pipeline.disputes.odds import charge_each_other, likely
from pipeline.disputes.records import Node, Statement, Tie
from pipeline.disputes.taken_up import pinned, taken_up

HARDLY = 0.3  # of 1; a tie that is less likely does not hold
EVEN = 0.5  # the mean likelihood from which claims are of the same acts
REACH = 24  # claims; those further apart are not weighed


def ties_within(statements: Sequence[Statement]) -> list[Tie]:
    """Return the ties between the claims of one report, which are in the order of the text."""
    ruled = by_rule(statements)
    place: dict[Node, int] = {statement.key: number for number, statement in enumerate(statements)}
    ends = {one: (place[one.first], place[one.second]) for one in ruled}
    group = grouped(len(statements), ends.values())
    odds = {
        (a, b): likely(a, b, statements, group[a] is group[b])
        for a, b in combinations(range(len(statements)), 2)
        if b - a <= REACH
    }
    kept = [one for one in ruled if one.weight >= SAID or odds.get(ends[one], 1.0) >= HARDLY]
    return kept + by_odds(statements, grouped(len(statements), [ends[one] for one in kept]), odds)


def by_rule(statements: Sequence[Statement]) -> list[Tie]:
    """Return the ties that follow from who answers, goes on with or takes up what."""
    found: list[Tie] = []
    for statement in statements:
        others = [other for other in statements if other.key != statement.key]
        if statement.claim.stance != "alleges":
            found += answered(statement, others)
        else:
            found += taken_up(statement, others)
    return found


def by_odds(
    statements: Sequence[Statement], group: list[set[int]], odds: Mapping[tuple[int, int], float]
) -> list[Tie]:
    """Return the ties of claims in different groups that are likely of the same acts, the likeliest first, as
    long as all claims of the two groups are so on the average. The groups are joined by them."""
    found = []
    for (a, b), one in sorted(odds.items(), key=lambda pair: -pair[1]):
        if one < EVEN:
            break
        if group[a] is group[b] or set_apart(statements[a], statements[b], statements):
            continue
        mean = fmean(odds.get((min(pair), max(pair)), 0.0) for pair in product(group[a], group[b]))
        if mean >= EVEN:
            weight = log(mean / (1 - mean))
            found.append(Tie(statements[a].key, statements[b].key, False, weight, "likely, same report"))
            join(group, a, b)
    return found


def set_apart(a: Statement, b: Statement, statements: Sequence[Statement]) -> bool:
    """Return whether no sign can tie two claims: what one side says, answers of two sides, an admission and
    the charge against another, an answer that is of no such act, charges of three sides that name nothing in
    common, and two sides' charges of which one is a count, or neither says in one sentence of what act."""
    stances = {a.claim.stance, b.claim.stance}
    if a.claim.claimant == b.claim.claimant:
        return True
    if a.claim.accused != b.claim.accused and ("admits" in stances or "alleges" not in stances):
        return True
    for answer, alleged in ((a, b), (b, a)):
        asked = answer.claim.stance != "alleges" and may_ask(alleged, answer)
        if asked and no_answer(answer, alleged, statements):
            return True
    if not charge_each_other(a, b):
        parties = {a.claim.accused, b.claim.accused} - {None}
        return stances == {"alleges"} and len(parties) > 1 and shared(a, b) <= 0
    return any(one.total or one.many or counts_at_large(one) for one in (a, b)) or (
        a.claim.span == b.claim.span and not (pinned(a) or pinned(b))
    )


def counts_at_large(statement: Statement) -> bool:
    """Return whether a claim counts several acts and names nothing by which they could be one: "eight hits on
    power sites"."""
    return (statement.claim.count or 0) > 1 and not says_what(statement)


def no_answer(answer: Statement, alleged: Statement, statements: Sequence[Statement]) -> bool:
    """Return whether a denial or an admission speaks of other acts than the one alleged."""
    others = [one for one in statements if one.key != answer.key]
    return (
        of_other_acts(answer, others)
        or both_deny(answer, alleged, others)
        or of_its_own(answer, alleged, shared(answer, alleged))
        or (alleged.evidence.general and own(answer))
        or names_another(answer, alleged)
    )


def grouped(count: int, ends: Iterable[tuple[int, int]]) -> list[set[int]]:
    """Return for each claim of a report the group that ties make of it and others."""
    group = [{number} for number in range(count)]
    for a, b in ends:
        join(group, a, b)
    return group


def join(group: list[set[int]], a: int, b: int) -> None:
    """Make one group of those of two claims."""
    both = group[a] | group[b]
    for number in both:
        group[number] = both
