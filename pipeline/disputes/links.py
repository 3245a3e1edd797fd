"""The typed links within a dispute: from each claim to the nearest earlier one that it speaks to."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from pipeline.disputes.bodies import bodies, names_body
from pipeline.disputes.chosen import (
    Spoken,
    before,
    best,
    elsewhere,
    first,
    latest,
    lead,
    of_one_body,
    opening,
    repeated,
)
from pipeline.disputes.records import Link, LinkType, Statement, Strength
from pipeline.disputes.same import by_rule, one_figure
from pipeline.disputes.signs import weighed

# Of 1; how likely two claims must be of the same acts for a link between them, since a wrong one is worse
# than none: what a side says again tells most of its act, what others say beside it least. By the stories
# in tests/data.
LEAST: dict[LinkType, float] = {
    "repeats": 0.5,
    "updates": 0.5,
    "denies": 0.7,
    "admits": 0.7,
    "counters": 0.7,
    "corroborates": 0.85,
}
UNLIKE = -1.0  # what two claims of one body in one dispute weigh at least that repeat each other
LARGE = 100  # acts; a smaller figure is seldom given in round numbers
Sort = tuple[str, str, str | None]
"""Stance, claimant and accused."""


def links(statements: Sequence[Statement], alike: Callable[[Statement, Statement], float]) -> Iterator[Link]:
    """Yield the links between the claims of a dispute, which must be in their order, as far as the two that
    one leads from and to are, by `alike`, likely enough of the same acts, or the text itself says that they
    are."""
    told = {one.key: one for one in statements}
    for one in proposed(statements):
        answer, answered = told[one.answer], told[one.answered]
        if said(one, answer, answered) or alike(answer, answered) >= LEAST[one.type]:
            yield one


def said(one: Link, answer: Statement, answered: Statement) -> bool:
    """Return whether the text itself says of a link that it is: an answer in the sentence that tells what it
    answers, a charge that tells it "the other way round"."""
    return in_one_sentence(answer, answered) or (one.type == "counters" and answer.evidence.other_way)


def in_one_sentence(a: Statement, b: Statement) -> bool:
    """Return whether two claims stand in one sentence of one report."""
    return not elsewhere(a, b) and a.claim.span == b.claim.span


def proposed(statements: Sequence[Statement]) -> Iterator[Link]:
    """Yield the links that there are if the claims of a dispute are of the same acts."""
    sorts: dict[Sort, list[Spoken]] = {}
    spoken = list(zip(range(len(statements)), statements, bodies(statements), strict=True))
    for one in spoken:
        sorts.setdefault(sort_of(one[1]), []).append(one)
    for one in spoken:
        if one[1].claim.stance == "alleges":
            yield from of_allegation(one, sorts)
        else:
            yield from of_answer(one, sorts)


def sort_of(statement: Statement) -> Sort:
    """Return who says what of whom."""
    return statement.claim.stance, statement.claim.claimant, statement.claim.accused


def of_allegation(one: Spoken, sorts: dict[Sort, list[Spoken]]) -> Iterator[Link]:
    """Yield the link of an allegation: what it repeats or updates, else corroborates, else counters."""
    _, statement, _ = one
    claim = statement.claim
    kin = [group for sort, group in sorts.items() if alleged_too(sort, sort_of(statement))]
    own = before(one, sorted((o for group in kin for o in group), key=first))
    again = repeated(statement, [o for o in own if elsewhere(statement, o[1]) and of_one_body(one, o)])
    if again and may_speak_to(statement, again, UNLIKE):
        yield link(statement, again, "updates" if grown(statement, again) else "repeats")
    against = accusers(sorts, claim.accused, claim.claimant)
    second = bool(against) and first(against[0]) < first(sorts[sort_of(statement)][0])
    crossed = before(one, against) if second else []
    beside = [o for o in crossed if not elsewhere(statement, o[1])]
    if any(not elsewhere(statement, o[1]) and not of_one_body(one, o) for o in own):
        beside = []  # another body of its side has answered: it bears that out
    here = lead(statement, beside)
    if beside and not here and statement.evidence.other_way:  # each side has its own place for it
        here = beside[-1][1]
    if here:
        yield link(statement, here, "counters")
    if again or here or any(not elsewhere(statement, o[1]) and of_one_body(one, o) for o in own):
        return
    others = [o for o in own if not of_one_body(one, o)]
    for sort, group in sorts.items():
        if sort[0] == "alleges" and bears_out(sort, sort_of(statement)):
            others += before(one, group)
    borne_out = latest(statement, others)
    if borne_out:
        # A side's bodies go on from report to report about one act and the next; an outsider came to see one.
        of_one_side = elsewhere(statement, borne_out) and borne_out.claim.claimant == claim.claimant
        if not of_one_side or weighed(statement, borne_out)[0] >= 0:
            yield link(statement, borne_out, "corroborates")
        return
    answered = opening(statement, crossed)
    if answered and may_speak_to(statement, answered):
        yield link(statement, answered, "counters")


def may_speak_to(statement: Statement, other: Statement, least: float = 0) -> bool:
    """Return whether an allegation and one of another report are of one act for what they say themselves, and
    not only for what others of their dispute do; if for nothing else, they must weigh `least`."""
    if of_fewer(statement, other):
        return False
    alike = statement.claim.sentence == other.claim.sentence or by_rule(statement, other)
    return bool(alike) or one_figure(statement, other) or weighed(statement, other)[0] >= least


def of_fewer(statement: Statement, other: Statement) -> bool:
    """Return whether a figure takes no earlier one's place: no tally shrinks, nor is a part the whole."""
    shrunk = statement.total and (statement.claim.count or 0) < (other.claim.count or 0)
    return shrunk or other_measure(statement, other)


def other_measure(statement: Statement, other: Statement) -> bool:
    """Return whether a figure is of some of the acts, and an earlier one of all, or of another kind."""
    one, two = statement.claim, other.claim
    if not statement.evidence.part or None in (one.count, two.count) or one.count == two.count:
        return False
    return not other.evidence.part or one.unit != two.unit


def accusers(sorts: dict[Sort, list[Spoken]], accused: str | None, blamed: str) -> Sequence[Spoken]:
    """Return the allegations against a party that its own charge may answer: those of the party that it
    accuses, or else, if it accuses any, of whoever charges it."""
    direct = sorts.get(("alleges", accused or "", blamed), [])
    if direct or accused is None:
        return direct
    found = [group for sort, group in sorts.items() if sort[0] == "alleges" and sort[2] == blamed != sort[1]]
    return sorted((one for group in found for one in group), key=first)


def alleged_too(sort: Sort, other: Sort) -> bool:
    """Return whether allegations of two sorts are one party's, of one accused or leaving it open."""
    return sort[:2] == other[:2] and (sort[2] == other[2] or None in (sort[2], other[2]))


def bears_out(sort: Sort, other: Sort) -> bool:
    """Return whether an allegation of one sort is borne out by one of another, by another party: of the same
    accused, or open about it."""
    if sort[1] == other[1] or sort[1] == other[2] or sort[2] == other[1]:
        return False
    return sort[2] == other[2] or other[2] is None


def of_answer(one: Spoken, sorts: dict[Sort, list[Spoken]]) -> Iterator[Link]:
    """Yield the links of a denial or an admission: what it repeats, of another body of its side if of none of
    its own, since a party has one answer; and what it answers."""
    _, statement, _ = one
    sort = sort_of(statement)
    same = [o for o in before(one, sorts[sort]) if elsewhere(statement, o[1])]
    again = repeated(statement, [o for o in same if of_one_body(one, o)]) or repeated(statement, same)
    if again:
        yield link(statement, again, "repeats")
    kind: LinkType = "denies" if sort[0] == "denies" else "admits"
    asked = [group for other, group in sorts.items() if answers(sort, other)]
    named = [group for other, group in sorts.items() if answers(sort, other) and other[2] is not None]
    asked = named or asked
    earlier = sorted((o for group in asked for o in before(one, group)), key=first)
    here = [o for o in earlier if not elsewhere(statement, o[1])]
    if not earlier and kind == "denies":  # a report may tell the answer first, then what it answers
        here = [o for group in asked for o in group[bisect_left(group, one[0], key=first) :][:1]]
        here = [o for o in here if not elsewhere(statement, o[1])]
    same_sentence = [o for o in here if o[1].claim.span == statement.claim.span]
    addressed = [o for o in earlier if names_body(statement, o[1])]
    answered = best(statement, same_sentence) or lead(statement, here)
    answered = answered or latest(statement, addressed) or latest(statement, earlier)
    if answered is None and earlier:
        answered = earlier[-1][1]
    for region in statement.claim.regions if len(statement.claim.regions) > 1 else ():
        there = [o for o in here or earlier if region in o[1].evidence.regions]
        beside = best(
            statement,
            [o for o in there if answered and not o[1].evidence.regions & answered.evidence.regions],
        )
        if beside:
            yield link(statement, beside, kind)
    if answered:
        yield link(statement, answered, kind)


def answers(sort: Sort, other: Sort) -> bool:
    """Return whether a claim of one sort can answer one of the other: an allegation against the same party,
    or that party's own word for its act, if another denies this."""
    if other[1] == sort[1]:
        return False
    if sort[0] == "denies" and other[0] == "admits":
        return other[1] == other[2] == sort[2]
    return other[0] == "alleges" and other[2] in (sort[2], None)


def grown(statement: Statement, other: Statement) -> bool:
    """Return whether a claim has another figure than an earlier one: of acts, or a newer one of people."""
    one, two = statement.claim.count, other.claim.count
    if one is not None and two is not None:
        return one != two and not rounded(one, two) and not rounded(two, one)
    return statement.evidence.newer and bool(statement.evidence.figures - other.evidence.figures)


def rounded(round_one: int, figure: int) -> bool:
    """Return whether one large figure is the other in round numbers: almost 3,000 for 2,935."""
    zeros = len(str(round_one)) - len(str(round_one).rstrip("0"))
    return figure >= LARGE and zeros > 1 and round(figure, -zeros) == round_one


def link(statement: Statement, other: Statement, kind: LinkType) -> Link:
    """Return a link with the reason for it, and how sure it is."""
    reasons = weighed(statement, other)[1]
    strength: Strength = "certain" if {"same place", "same day"} <= set(reasons) else "likely"
    if not elsewhere(statement, other):
        same = in_one_sentence(statement, other)
        reasons = ["same sentence" if same else "same report", *reasons]
        strength = "certain" if same else strength
    elif statement.claim.sentence == other.claim.sentence:
        reasons, strength = ["told in the same words"], "certain"
    return Link(statement.key, other.key, kind, ", ".join(reasons) or "same dispute", strength)
