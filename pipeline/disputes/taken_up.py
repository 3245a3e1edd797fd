"""What an allegation takes up that was told before it in its report."""

from collections.abc import Sequence

from pipeline.disputes.bodies import akin, names_state, told_by
from pipeline.disputes.joining import SAID
from pipeline.disputes.nearby import FAR, FRESH, REGION, contradicts, distance, made, older, own, shared
from pipeline.disputes.records import Statement, Tie
from pipeline.disputes.same import other_kind, same_total
from pipeline.disputes.signs import clash


def taken_up(statement: Statement, others: Sequence[Statement]) -> list[Tie]:
    """Return the ties of an allegation to one told before it in the report."""
    before = [o for o in others if o.order < statement.order and o.claim.stance == "alleges"]
    names = statement.unborrowed.evidence.names
    near = [o for o in before if distance(statement, o) <= FAR or names & o.evidence.names]
    near = [o for o in near if not contradicts(statement, o)]
    if statement.evidence.general:
        near = [o for o in near if o.evidence.general]
    accused = statement.claim.accused
    crossed = [o for o in near if o.claim.accused == statement.claim.claimant and o.claim.claimant == accused]
    crossed = [o for o in crossed if not o.evidence.general] or crossed
    retold = [o for o in before if other_way(statement, o)]
    if any(o.claim.span == statement.claim.span and o.claim.claimant == accused for o in others):
        retold = [o for o in retold if o.claim.span == statement.claim.span]  # each says it of the other
    if crossed and counters(statement, crossed[-1], others):
        return [made(statement, crossed[-1], "answers with an allegation of its own")]
    if retold:
        return [made(statement, retold[-1], "answers with an allegation of its own")]
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
    bodies = [o for o in same if other_body(statement, o) and same_event(statement, o)]
    if bodies:
        return [made(statement, bodies[-1], "same event, told by another body")]
    counted = [o for o in before if o.claim.accused == accused and one_of(statement, o)]
    if counted:
        return [made(statement, counted[-1], "one of those counted", SAID)]
    grown = [o for o in same if same_total(statement, o)]
    if grown:
        return [made(statement, grown[-1], "same tally")]
    going_on = [o for o in same if o.claim.claimant == statement.claim.claimant and goes_on(statement, o)]
    if not going_on and statement.evidence.told and not own(statement):
        told = [] if statement.claim.date_from else [o for o in same if is_one_act(o)]
        owned = [o for o in others if o.order < statement.order and o.claim.stance == "admits"]
        owned = [o for o in owned if distance(statement, o) <= 1]
        going_on = [o for o in told or owned if o.claim.accused == accused]
    return [made(statement, going_on[-1], "goes on with it")] if going_on else []


def other_way(statement: Statement, other: Statement) -> bool:
    """Return whether an allegation tells from its own end, and of its own place, what the other side has just
    alleged."""
    crossed = (other.claim.accused, other.claim.claimant) == (
        statement.claim.claimant,
        statement.claim.accused,
    )
    if not crossed or distance(statement, other) > 1 or statement.total or other.total or other.many:
        return False
    evidence = statement.evidence
    if evidence.other_way or evidence.further or not evidence.same:
        return evidence.other_way
    regions = [set(one.claim.regions) for one in (statement, other)]
    if not regions[0] & regions[1] or shared(statement, other) < REGION:
        return False
    two_ends = len(regions[0] | regions[1]) > 1  # as fire over a border has
    return two_ends or not contradicts(statement, other)


def other_body(statement: Statement, other: Statement) -> bool:
    """Return whether another party makes a claim, or another body of the same one that gives it no day or
    land of its own."""
    if other.claim.claimant != statement.claim.claimant:
        return True
    if statement.claim.date_from or names_state(statement):
        return False
    one, two = told_by(statement.speaker, statement.conflict), told_by(other.speaker, other.conflict)
    return bool(one and two) and not akin(one, two)


def same_event(statement: Statement, other: Statement) -> bool:
    """Return whether an outside body tells of the act that was alleged before."""
    weight = shared(statement, other)
    if None in (statement.claim.accused, other.claim.accused):
        if statement.claim.accused is not None:  # "the rebels shell it", after a monitor that named nobody
            return weight > 2
        alike = statement.claim.category == other.claim.category and not own(statement)
        return weight > 1 or (alike and weight > 0)
    if not own(statement) and distance(statement, other) <= 1:
        return weight > 0 and not statement.evidence.further
    return weight >= 2


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
    weight = shared(statement.unborrowed, denial)
    return statement.evidence.same or statement.claim.span == denial.claim.span or weight > 0


def one_of(statement: Statement, other: Statement) -> bool:
    """Return whether an act is told as one of those that were counted before."""
    figure, total = statement.evidence.one_of, other.claim.count or 0
    return total > 1 and figure is not None and figure in (0, total) and distance(statement, other) <= FAR


def goes_on(statement: Statement, other: Statement) -> bool:
    """Return whether a claim adds to the one before it by the same party: no new place, day, figure or
    case."""
    if statement.evidence.further or statement.evidence.general != other.evidence.general:
        return False
    if statement.claim.count not in (None, other.claim.count) or other_kind(statement, other):
        return False
    if older(statement, other, FRESH):
        return False
    weight = shared(statement, other)
    one, two = told_by(statement.speaker, statement.conflict), told_by(other.speaker, other.conflict)
    one_body = not one or not two or akin(one, two)
    if own(statement) or statement.claim.date_from:
        detail = in_brief(other) and not statement.claim.date_from and one_body
        return weight >= 2 or (detail and distance(statement, other) <= 1)
    return distance(statement, other) <= 1 and one_body


def in_brief(other: Statement) -> bool:
    """Return whether an allegation opens its report and leaves it to the next to say where."""
    one = other.evidence
    return other.paragraph == 0 and is_one_act(other) and not (one.towns or one.regions or one.things)


def is_one_act(statement: Statement) -> bool:
    """Return whether an allegation is of an act, and not of what a side does at large or how often."""
    return not (statement.evidence.general or statement.total)


def each_counts(statement: Statement, other: Statement) -> bool:
    """Return whether two charges of breaking a truce are each a count: they are of other acts."""
    counted = None not in (statement.claim.count, other.claim.count)
    return counted and statement.claim.category == other.claim.category == "ceasefire_violation"


def counters(statement: Statement, other: Statement, others: Sequence[Statement]) -> bool:
    """Return whether an allegation explains the event that the other side alleged: by its words or its
    place."""
    weight = shared(statement, other)
    if each_counts(statement, other):
        return False
    if statement.evidence.further or (
        other.evidence.general and (statement.evidence.general or not statement.evidence.same)
    ):
        return False
    if gives_reason(statement, others) or of_many(statement, other):
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
        plain = shared(statement, other.unborrowed)  # a place that the other took from others tells little
        return weight >= 3 or (weight >= 1 and denied) or (plain >= 1 and statement.evidence.same)
    same = (
        statement.evidence.same and weight > -1 and not clash(statement.evidence.names, other.evidence.names)
    )
    return same or (denied and weight > 0 and not other.total)


def gives_reason(statement: Statement, others: Sequence[Statement]) -> bool:
    """Return whether an allegation is what its side gives as the reason for an act that it admits in the same
    breath, and not another account of this."""
    return not statement.evidence.other_way and any(
        other.claim.stance == "admits"
        and other.claim.claimant == statement.claim.claimant
        and other.claim.span == statement.claim.span
        for other in others
    )


def of_many(statement: Statement, other: Statement) -> bool:
    """Return whether one breach of a truce is alleged after it was said to be broken as such: two charges."""
    if statement.claim.category != "ceasefire_violation" or other.claim.category != "ceasefire_violation":
        return False
    return other.evidence.general and not statement.evidence.general and own(statement)


def pinned(statement: Statement) -> bool:
    """Return whether a claim says which act it is of: where, what was hit, or when."""
    evidence = statement.evidence
    return bool(evidence.regions or evidence.towns or evidence.things or evidence.seats or evidence.start)
