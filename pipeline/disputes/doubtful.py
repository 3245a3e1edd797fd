"""What speaks against it that two claims of different reports are of one act, if no more than what they weigh
speaks for it."""

from datetime import timedelta

from pipeline.disputes.days import LONG, told_late
from pipeline.disputes.opposed import own_terms
from pipeline.disputes.records import Statement
from pipeline.disputes.signs import clash

DAY = timedelta(days=1)


def doubtful(a: Statement, b: Statement) -> bool:
    """Return whether two claims are rather of two acts, however much their reports are alike."""
    return untold(a, b) or counts_others(a, b) or own_act(a, b) or own_act(b, a) or two_answers(a, b)


def untold(a: Statement, b: Statement) -> bool:
    """Return whether two claims of no day, told on two days, name nothing in common: all that is alike is
    what their reports are about."""
    one, other = a.evidence, b.evidence
    if one.start or other.start or a.published == b.published:
        return False
    return not (own_terms(a) & own_terms(b) or set(a.claim.regions) & set(b.claim.regions))


def named_by_both(a: Statement, b: Statement) -> bool:
    """Return whether two claims have a name, a rare word, a target or a weapon in common."""
    return bool(own_terms(a) & own_terms(b) or a.evidence.weapons & b.evidence.weapons)


def counts_others(a: Statement, b: Statement) -> bool:
    """Return whether one of two allegations is of a window that was over long before the other was told."""
    dated, undated = (a, b) if a.evidence.start else (b, a)
    start, end = dated.evidence.start, dated.evidence.end
    if undated.evidence.start or not (start and end and end - start > LONG and told_late(a, b)):
        return False
    other = a.claim.count != b.claim.count or clash(a.evidence.figures, b.evidence.figures)
    return a.claim.stance == b.claim.stance == "alleges" and other


def own_act(answer: Statement, alleged: Statement) -> bool:
    """Return whether an admission is of another act than an allegation: of one done before the undated act of
    a later report, or of a reprisal that is news when the allegation is that no more."""
    if (answer.claim.stance, alleged.claim.stance) != ("admits", "alleges"):
        return False
    own, other = answer.evidence, alleged.evidence
    if own.end and not other.start and alleged.published and alleged.published > own.end:
        return not named_by_both(answer, alleged)
    told = other.end or alleged.published
    if not (own.reprisal and told and answer.published) or own.start:
        return False
    return told < answer.published - DAY


def two_answers(a: Statement, b: Statement) -> bool:
    """Return whether one party denies an act and admits an act, which are two."""
    return {a.claim.stance, b.claim.stance} == {"denies", "admits"} and a.claim.claimant == b.claim.claimant
