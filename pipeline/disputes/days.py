"""Whether the days allow that two claims are of one act."""

from datetime import date, timedelta

from pipeline.disputes.records import Evidence, Statement

NEAR = timedelta(days=3)  # an undated claim is of the days before its report
LATE = timedelta(days=5)  # an answer may come later than a report
REACH = timedelta(days=21)  # what is told again later yet must say more by which it is known
RUN = 6  # stretches
STRETCH = timedelta(days=30)  # of standing charges, and of tallies since a day further back than this
SEASON = timedelta(days=90)
MONTH = timedelta(days=31)
LARGE = 100  # acts; a figure from which another of as many is not by chance
LONG = timedelta(days=2)  # a longer stretch is a window, not the time of one act


def same_days(a: Statement, b: Statement) -> bool:
    """Return whether the days allow that two claims are of one act; of two windows, that they begin
    together."""
    one, other = a.evidence, b.evidence
    if one.start and one.end and other.start and other.end:
        if (lasting(a) or lasting(b)) and run_of(a) != run_of(b):
            return False
        if of_one_period(a, b):
            return True
        if a.total or b.total or one.end - one.start > LONG or other.end - other.start > LONG:
            if falls_in(b, a) or falls_in(a, b):
                return True
            if counts_beyond(a, b) or counts_beyond(b, a):
                return False
            return one.start == other.start or (
                a.claim.count == b.claim.count and one.end == other.end and a.claim.count is not None
            )
        return within(one, other) or within(other, one)
    if one.start is None and other.start is None:
        if one.general and other.general:
            standing = a.agreement == b.agreement and a.stretch == b.stretch
            return standing and (a.agreement is not None or near(a, b))
        return gap(a, b) <= REACH.days and season_of(a) == season_of(b)
    dated, undated = (a, b) if one.start else (b, a)
    return follows(dated.evidence.end, undated, REACH)


def of_one_period(a: Statement, b: Statement) -> bool:
    """Return whether two tallies of one side have the same large figure, of days that overlap: by the one
    text it is of the last day, by the other of the truce."""
    if days_between(a, b):
        return False
    alike = a.total and b.total and a.claim.count == b.claim.count and a.claim.claimant == b.claim.claimant
    return alike and (a.claim.count or 0) >= LARGE and near(a, b)


def before_night(a: Statement, b: Statement) -> bool:
    """Return whether one act was before the evening of a day, and the other in the evening or in the night
    that began on it."""
    one, other = a.evidence, b.evidence
    if a.total or b.total or one.start is None or one.start != one.end or other.start != one.start:
        return False
    return one.early and (other.end == one.start + timedelta(days=1) or (other.late and other.end == one.end))


def told_late(a: Statement, b: Statement) -> bool:
    """Return whether an undated claim was told later than news is, after an act or after another report."""
    one, other = a.evidence, b.evidence
    if one.start and other.start:
        return False
    if one.start is None and other.start is None:
        return not near(a, b)
    dated, undated = (a, b) if one.start else (b, a)
    patient = undated.claim.stance != "alleges" or bool(one.towns & other.towns)
    return not follows(dated.evidence.end, undated, LATE if patient else NEAR)


def loose(statement: Statement) -> bool:
    """Return whether a claim says of an act only in which week or month before the report it was."""
    one = statement.evidence
    if (
        statement.claim.count is not None
        or one.general
        or not (one.start and one.end and statement.published)
    ):
        return False
    return one.end < statement.published and LONG < one.end - one.start <= MONTH


def falls_in(dated: Statement, other: Statement) -> bool:
    """Return whether the day of a claim is in the week or month that another gives, both of one thing."""
    one, two = dated.evidence, other.evidence
    named = one.towns & two.towns or one.things & two.things or one.names & two.names
    return bool(named) and loose(other) and within(one, two)


def counts_beyond(a: Statement, b: Statement) -> bool:
    """Return whether one claim counts the acts of a window and the other tells of one on its first day."""
    one, other = a.evidence, b.evidence
    if not (one.start and one.end and other.start and other.end) or other.end - other.start > LONG:
        return False
    return (a.claim.count or 0) > 1 and one.end - one.start > LONG and not b.total


def lasting(statement: Statement) -> bool:
    """Return whether a claim is of a window that is longer than a stretch."""
    start, end = statement.evidence.start, statement.evidence.end
    return bool(start and end and end - start > STRETCH)


def run_of(statement: Statement) -> int:
    """Return in which run of stretches a tally was told, in which those of one start are a dispute."""
    return statement.stretch // RUN


def within(one: Evidence, other: Evidence) -> bool:
    """Return whether the days of one act lie in those of another: an evening in the night that it begins."""
    if not (one.start and one.end and other.start and other.end):
        return False
    return other.start <= one.start and one.end <= other.end


def days_between(a: Statement, b: Statement) -> int:
    """Return how many days lie between the acts of two claims, 0 if one of them is undated."""
    one, other = a.evidence, b.evidence
    if not (one.start and one.end and other.start and other.end):
        return 0
    return max(0, (max(one.start, other.start) - min(one.end, other.end)).days)


def follows(end: date | None, undated: Statement, reach: timedelta) -> bool:
    """Return whether an undated claim was reported on the day of an act, or soon after it."""
    if end is None or undated.published is None:
        return False
    return timedelta(0) <= undated.published - end <= reach


def near(a: Statement, b: Statement) -> bool:
    """Return whether two claims were reported within days of each other."""
    return bool(a.published and b.published and abs(a.published - b.published) <= NEAR)


def is_old(statement: Statement) -> bool:
    """Return whether a claim is of days before those of which its report has news."""
    end, published = statement.evidence.end, statement.published
    return bool(end and published and published - end > NEAR)


def season_of(statement: Statement) -> int:
    """Return in which run of days an act was or was told: claims that no day holds apart are not chained
    beyond it."""
    day = statement.evidence.end or statement.published
    return day.toordinal() // SEASON.days if day else -1


def close(a: Statement, b: Statement) -> bool:
    """Return whether two claims are of the same day by their words, or told within a day of each other or of
    the act."""
    one, other = a.evidence, b.evidence
    if one.start and other.start:
        return True
    day, told = one.end or a.published, other.end or b.published
    return bool(day and told and abs(day - told) <= timedelta(days=1))


def gap(a: Statement, b: Statement) -> int:
    """Return how many days lie between two reports, 99 if one is undated."""
    return abs((a.published - b.published).days) if a.published and b.published else 99
