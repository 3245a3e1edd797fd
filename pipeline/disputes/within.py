"""Which claims of one report speak of the same acts: an answer and what it answers, a body's word beside a
party's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from pipeline.disputes.records import Statement, Tie
from pipeline.disputes.same import apart, other_kind
from pipeline.disputes.signs import clash, usual_things

BOTH = 2  # claims that one answer takes up together
MUCH = 1.5  # what an answer must share with an allegation that stands further off
PAST = timedelta(days=30)  # before a report; what is told of days further back is not its news
FAR = 2  # paragraphs between a claim and what it takes up


def ties_within(statements: Sequence[Statement]) -> list[Tie]:
    """Return the ties between the claims of one report, in the order of the text."""
    found: list[Tie] = []
    for statement in statements:
        others = [other for other in statements if other.key != statement.key]
        if statement.claim.stance != "alleges":
            found += answered(statement, others)
        else:
            found += taken_up(statement, others)
    return found


def answered(answer: Statement, others: Sequence[Statement]) -> list[Tie]:
    """Return the ties of a denial or an admission to what it answers: one, or each act that it names."""
    wanted = [
        other
        for other in others
        if other.claim.stance == "alleges"
        and other.claim.accused == answer.claim.accused
        and not contradicts(answer, other)
    ]
    if not wanted:
        same = [o for o in others if o.order < answer.order and of_one_mind(answer, o)]
        if same:
            return [made(answer, same[-1], "same answer")]
        blamed = [o for o in others if blames(o, answer)]
        return [made(answer, blamed[-1], "answers with an allegation of its own")] if blamed else []
    same_sentence = [other for other in wanted if other.claim.span == answer.claim.span]
    if same_sentence:
        return [made(answer, other, "same sentence") for other in same_sentence]
    if len(answer.claim.regions) > 1:
        joint = [o for o in wanted if set(o.claim.regions) & set(answer.claim.regions)]
        if joint:
            return [made(answer, other, "same region, same report") for other in joint]
    if answer.evidence.joint:
        return [made(answer, other, "joint answer") for other in wanted if other.order < answer.order][-BOTH:]
    best = max(wanted, key=lambda other: rank(answer, other))
    at_large = best.evidence.general or best.total
    if answer.evidence.general and not at_large and best.claim.category != answer.claim.category:
        return []
    common = shared(answer, best)
    if (
        best.order > answer.order
        and common <= 0
        and says_what(unborrowed(answer)) | bool(answer.evidence.start)
    ):
        return []
    if distance(answer, best) > FAR and shared(unborrowed(answer), unborrowed(best)) < MUCH:
        return []
    if common < 0 or (own(answer) and common <= 0 and (best.total or best.evidence.general)):
        return []
    return [made(answer, best, "answer to it in the same report")]


def of_one_mind(answer: Statement, other: Statement) -> bool:
    """Return whether an earlier answer of the same party is one that this one goes on with."""
    return (
        other.claim.stance == answer.claim.stance
        and other.claim.claimant == answer.claim.claimant
        and other.claim.accused == answer.claim.accused
        and not contradicts(answer, other)
    )


def rank(statement: Statement, other: Statement) -> tuple[float, bool, int, int]:
    """Return how readily a claim is taken to speak of another: what they share, then what stands nearest
    before."""
    plain = unborrowed(statement)
    before = other.order < statement.order
    told = other if before else unborrowed(other)  # a later claim may take its place and thing from this one
    weight = shared(plain, told) if says_what(plain) else 0.0
    gap = abs(statement.claim.span[0] - other.claim.span[0])
    return weight, before, -distance(statement, other), -gap


def shared(a: Statement, b: Statement) -> float:
    """Return how much of where, what and how many two claims of one report both name, less what sets them
    apart."""
    one, other = a.evidence, b.evidence
    weight = 0.0
    if one.towns & other.towns:
        weight = 2.0
    elif one.seats & other.seats:
        weight = 1.5
    elif (one.seats | one.regions) & (other.seats | other.regions):
        weight = 1.0
    if one.things & other.things:
        weight += 1.5 if (one.things & other.things) - usual_things() else 1
    elif clash(one.things, other.things):
        weight -= 1
    common = (one.names | one.words) & (other.names | other.words)
    if common:
        weight += 0.5 + 0.5 * min(3, len(common))
    if a.claim.count == b.claim.count and a.claim.count is not None:
        weight += 2 if a.many else 0.5
    if other_kind(a, b) and not one.things & other.things:
        weight -= 0.75
    if one.further != other.further:
        weight -= 1
    return weight


def says_what(statement: Statement) -> bool:
    """Return whether a claim names anything by which it can be told what it speaks of."""
    one = statement.evidence
    return bool(one.regions or one.towns or one.things or one.seats or one.names)


def own(statement: Statement) -> bool:
    """Return whether a claim's own sentence says where or what."""
    evidence = statement.evidence
    return bool(evidence.regions or evidence.towns or evidence.things) and not evidence.borrowed


def taken_up(statement: Statement, others: Sequence[Statement]) -> list[Tie]:
    """Return the ties of an allegation to one told before it in the report."""
    before = [o for o in others if o.order < statement.order and o.claim.stance == "alleges"]
    near = [o for o in before if distance(statement, o) <= FAR and not contradicts(statement, o)]
    if statement.evidence.general:
        near = [o for o in near if o.evidence.general]
    accused = statement.claim.accused
    crossed = [o for o in near if o.claim.accused == statement.claim.claimant and o.claim.claimant == accused]
    if crossed and counters(statement, crossed[-1], others):
        return [made(statement, crossed[-1], "answers with an allegation of its own")]
    beside = [o for o in before if o.claim.span == statement.claim.span]
    beside = [
        o for o in beside if o.claim.claimant == statement.claim.claimant and o.claim.accused != accused
    ]
    if beside and accused and not statement.evidence.general:
        return [made(statement, beside[-1], "two accused in the same sentence")]
    denied = [o for o in others if denied_before(statement, o) and not contradicts(statement, o)]
    if denied and takes_up(statement, denied[-1]):
        return [made(statement, denied[-1], "answers with an allegation of its own")]
    same = [o for o in near if accused is None or o.claim.accused in (accused, None)]
    bodies = [o for o in same if o.claim.claimant != statement.claim.claimant and same_event(statement, o)]
    if bodies:
        return [made(statement, bodies[-1], "same event, told by another body")]
    going_on = [o for o in same if o.claim.claimant == statement.claim.claimant and goes_on(statement, o)]
    return [made(statement, going_on[-1], "goes on with it")] if going_on else []


def same_event(statement: Statement, other: Statement) -> bool:
    """Return whether an outside body tells of the act that was alleged before."""
    weight = shared(statement, other)
    if None in (statement.claim.accused, other.claim.accused):
        if statement.claim.accused is not None:  # "the Russians shell it", after a monitor that named nobody
            return weight > 2
        return weight > 1 or (statement.claim.category == other.claim.category and not own(statement))
    return weight >= 2


def blames(statement: Statement, denial: Statement) -> bool:
    """Return whether an allegation before a denial is what the side says instead."""
    return (
        denial.claim.stance == "denies"
        and statement.claim.stance == "alleges"
        and statement.claim.claimant == denial.claim.claimant == denial.claim.accused
        and statement.claim.accused not in (None, statement.claim.claimant)
        and (statement.evidence.same or not says_what(unborrowed(denial)))
        and statement.order < denial.order
        and distance(statement, denial) == 0
    )


def denied_before(statement: Statement, other: Statement) -> bool:
    """Return whether one claim denies what its side is charged with, and the other then blames another."""
    return (
        other.claim.stance == "denies"
        and other.claim.claimant == statement.claim.claimant == other.claim.accused
        and statement.claim.accused not in (None, statement.claim.claimant)
        and other.claim.span[0] <= statement.claim.span[0]
        and distance(statement, other) == 0
    )


def takes_up(statement: Statement, denial: Statement) -> bool:
    """Return whether a side that denies an act blames another for it, and not for one of its own."""
    if denial.evidence.general and denial.claim.category == "ceasefire_violation":
        return False
    weight = shared(unborrowed(statement), denial)
    return statement.evidence.same or statement.claim.span == denial.claim.span or weight > 0


def goes_on(statement: Statement, other: Statement) -> bool:
    """Return whether a claim adds to the one before it by the same party: no new place, day, figure or
    case."""
    if statement.evidence.further or statement.evidence.general != other.evidence.general:
        return False
    if (
        statement.claim.count not in (None, other.claim.count)
        or statement.claim.category != other.claim.category
    ):
        return False
    weight = shared(statement, other)
    if own(statement) or statement.claim.date_from:
        return weight >= 2
    return distance(statement, other) <= 1


def counters(statement: Statement, other: Statement, others: Sequence[Statement]) -> bool:
    """Return whether an allegation explains the event that the other side alleged: by its words or its
    place."""
    weight = shared(statement, other)
    if statement.evidence.further or (
        other.evidence.general and (statement.evidence.general or not statement.evidence.same)
    ):
        return False
    if statement.claim.span == other.claim.span:
        return not other.evidence.general and (pinned(statement) or pinned(other))
    denied = any(
        o.claim.stance == "denies"
        and o.claim.claimant == statement.claim.claimant
        and o.claim.span[0] <= statement.claim.span[0]
        and distance(statement, o) == 0
        and not contradicts(o, other)
        for o in others
    )
    if own(statement):
        return weight >= 3 or (weight >= 1 and (denied or statement.evidence.same))
    return statement.evidence.same or (denied and weight > 0)


def pinned(statement: Statement) -> bool:
    """Return whether a claim says which act it is of: where, what was hit, or when."""
    evidence = statement.evidence
    return bool(evidence.regions or evidence.towns or evidence.things or evidence.seats or evidence.start)


def contradicts(a: Statement, b: Statement) -> bool:
    """Return whether the two claims' own words speak of different acts; what is borrowed contradicts
    nothing."""
    return long_past(a, b) or apart(unborrowed(a), unborrowed(b), one_report=a.key[0] == b.key[0])


def long_past(a: Statement, b: Statement) -> bool:
    """Return whether one of two claims is of days long before the report, and the other of no day that it
    names, so of what is news."""
    return any(
        dated.evidence.end is not None
        and not news.evidence.start
        and news.published is not None
        and news.published - dated.evidence.end > PAST
        for dated, news in ((a, b), (b, a))
    )


def unborrowed(statement: Statement) -> Statement:
    """Return a claim without the place and thing that it takes from the sentences before it."""
    evidence = statement.evidence
    if not evidence.borrowed:
        return statement
    blank: frozenset[str] = frozenset()
    things = evidence.things if evidence.own_things else blank
    return replace(statement, evidence=replace(evidence, regions=blank, towns=blank, things=things))


def distance(a: Statement, b: Statement) -> int:
    """Return how many paragraphs lie between two claims of a report."""
    return abs(a.paragraph - b.paragraph)


def made(statement: Statement, other: Statement, why: str) -> Tie:
    """Return a tie within a report, which always holds."""
    first, second = sorted((statement, other), key=lambda one: one.order)
    return Tie(first.key, second.key, True, 5.0, why)
