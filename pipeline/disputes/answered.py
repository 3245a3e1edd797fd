"""What a denial or an admission answers in its own report."""

from collections.abc import Sequence

from pipeline.disputes.days import NEAR
from pipeline.disputes.nearby import (
    FAR,
    REGION,
    contradicts,
    distance,
    made,
    own,
    says_what,
    shared,
)
from pipeline.disputes.records import Statement, Tie
from pipeline.disputes.same import other_kind
from pipeline.disputes.signs import clash

BOTH = 2  # claims that one answer takes up together
MUCH = 1.5  # what an answer must share with an allegation that stands further off


def answered(answer: Statement, others: Sequence[Statement]) -> list[Tie]:
    """Return the ties of a denial or an admission to what it answers: one, or each act that it names."""
    if of_other_acts(answer, others):
        return []
    possible = [
        o for o in others if may_ask(o, answer) and (not contradicts(answer, o) or right_after(answer, o))
    ]
    wanted = [o for o in possible if o.claim.accused == answer.claim.accused]
    found = asked(answer, wanted, others) if wanted else []
    if not found and answer.claim.stance == "denies":  # that it was behind what was told of nobody
        open_ones = [o for o in possible if o.claim.accused is None and o.order < answer.order]
        found = asked(answer, open_ones, others) if open_ones else []
    told = [o for o in others if owned(o, answer) and not contradicts(answer, o)]
    if not found and told:
        found = asked(answer, told, others)
    if found or (wanted and not answer.evidence.general):  # "we keep the truce" goes on with an answer
        return found
    same = [o for o in others if o.order < answer.order and of_one_mind(answer, o)]
    if same:
        return [made(answer, same[-1], "same answer")]
    blamed = [o for o in others if blames(o, answer)]
    return [made(answer, blamed[-1], "answers with an allegation of its own")] if blamed else []


def of_other_acts(answer: Statement, others: Sequence[Statement]) -> bool:
    """Return whether an answer was given on other occasions, says of its act nothing itself, and stands in no
    sentence with an allegation: "it has previously denied such raids"."""
    if not answer.evidence.formerly or says_what(answer.unborrowed):
        return False
    return not any(may_ask(o, answer) and o.claim.span == answer.claim.span for o in others)


def right_after(answer: Statement, other: Statement) -> bool:
    """Return whether a denial that says of its act nothing itself stands next to an allegation, which then
    tells its days, however long ago."""
    plain = answer.unborrowed
    beside = other.key[1] == answer.key[1] - 1 and distance(answer, other) == 0
    return beside and answer.claim.stance == "denies" and not (says_what(plain) or plain.evidence.start)


def may_ask(other: Statement, answer: Statement) -> bool:
    """Return whether a claim is an allegation of another party than the one that answers."""
    return other.claim.stance == "alleges" and other.claim.claimant != answer.claim.claimant


def asked(answer: Statement, wanted: Sequence[Statement], others: Sequence[Statement]) -> list[Tie]:
    """Return the ties of a denial or an admission to those of some allegations that it answers; `others` are
    all other claims of the report."""
    same_sentence = [other for other in wanted if other.claim.span == answer.claim.span]
    if same_sentence:
        return [made(answer, other, "same sentence") for other in same_sentence]
    wanted = [one for one in wanted if not both_deny(answer, one, others)]
    if not wanted:
        return []
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
    if of_its_own(answer, best, common):
        return []
    if owns_up(answer, best):
        return [made(answer, best, "answer to it in the same report")]
    if (
        best.order > answer.order
        and (common <= 0 or best.evidence.further or names_another(answer, best))
        and says_what(answer.unborrowed) | bool(answer.evidence.start)
    ):
        return []
    if distance(answer, best) > FAR and shared(answer.unborrowed, best.unborrowed) < MUCH:
        alone = len(wanted) == 1 and best.order < answer.order and not says_what(answer.unborrowed)
        if not alone or answer.claim.stance != "denies" or answer.evidence.general:
            return []
    if own_act(answer) and not best.evidence.start and common <= REGION:
        return []
    if strays(answer, best):
        return []
    if (
        clash(answer.evidence.weapons, best.evidence.weapons)
        and shared(answer.unborrowed, best.unborrowed) <= 0
    ):
        return []
    if own(answer) and clash(answer.evidence.towns, best.evidence.towns):
        return []
    if common < 0 or (own(answer) and common <= 0 and (best.total or best.evidence.general)):
        return []
    return [made(answer, best, "answer to it in the same report")]


def names_another(answer: Statement, later: Statement) -> bool:
    """Return whether an answer that stands before an allegation names something else than this."""
    return later.order > answer.order and clash(answer.evidence.names, later.evidence.names)


def of_its_own(answer: Statement, best: Statement, common: float) -> bool:
    """Return whether an admission, which has so much in common with an allegation, is of an act that nobody
    has alleged: one more, several that it does not name, or any where the truce as such was said to be
    broken."""
    if answer.claim.stance != "admits":
        return False
    evidence = answer.evidence
    if evidence.further and shared(answer.unborrowed, best.unborrowed) <= MUCH:
        return True
    charge = best.evidence.general or (best.total and best.claim.category == "ceasefire_violation")
    at_large = charge and not evidence.general and not evidence.told
    return common <= 0 and (evidence.several or at_large)


def owns_up(answer: Statement, best: Statement) -> bool:
    """Return whether an admission speaks of the act that was just alleged as told: "it owned up to the
    raid"."""
    told = answer.claim.stance == "admits" and answer.evidence.told and not answer.evidence.start
    return (
        told
        and best.order < answer.order
        and distance(answer, best) <= 1
        and shared(answer.unborrowed, best.unborrowed) >= 0
    )


def both_deny(answer: Statement, alleged: Statement, others: Sequence[Statement]) -> bool:
    """Return whether who alleges an act denies as much of its own in the sentence of a denial that names
    none: "both sides deny aiming at civilians" answers no one charge."""
    if answer.claim.stance != "denies" or answer.claim.category == "ceasefire_violation":
        return False
    beside = distance(answer, alleged) == 0 and not other_kind(answer, alleged)
    if says_what(answer.unborrowed) or alleged.evidence.general or beside:
        return False
    return any(
        other.claim.stance == "denies"
        and other.claim.span == answer.claim.span
        and other.claim.claimant == other.claim.accused == alleged.claim.claimant
        for other in others
    )


def own_act(answer: Statement) -> bool:
    """Return whether an admission says itself where and when its act was."""
    evidence = answer.unborrowed.evidence
    return answer.claim.stance == "admits" and bool(evidence.towns and evidence.start)


def strays(answer: Statement, best: Statement) -> bool:
    """Return whether an answer is of another day than the news, or of a place that the allegation, of another
    sort, does not name."""
    plain, end, told = answer.unborrowed, answer.evidence.end, answer.published
    if shared(plain, best.unborrowed) > 0:
        return False
    old = bool(end and told and told - end > NEAR) and not best.evidence.start
    return old or (bool(plain.evidence.towns) and answer.claim.category != best.claim.category)


def owned(other: Statement, denial: Statement) -> bool:
    """Return whether a claim is a party's word for its own act, which another party says never was."""
    return (
        denial.claim.stance == "denies"
        and other.claim.stance == "admits"
        and other.claim.accused == denial.claim.accused != denial.claim.claimant
    )


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
    plain = statement.unborrowed
    before = other.order < statement.order
    told = other if before else other.unborrowed  # a later claim may take its place and thing from this one
    weight = shared(plain, told) if says_what(plain) else 0.0
    gap = abs(statement.claim.span[0] - other.claim.span[0])
    return weight, before, -distance(statement, other), -gap


def blames(statement: Statement, denial: Statement) -> bool:
    """Return whether an allegation before a denial is what the side says instead."""
    return (
        statement.claim.stance == "alleges"
        and statement.claim.claimant == denial.claim.claimant == denial.claim.accused
        and statement.claim.accused not in (None, statement.claim.claimant)
        and (statement.evidence.same or not says_what(denial.unborrowed))
        and statement.order < denial.order
        and distance(statement, denial) == 0
    )
