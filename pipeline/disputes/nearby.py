"""What two claims of one report share, and what sets them apart."""

from datetime import timedelta

from pipeline.disputes.joining import SURE
from pipeline.disputes.records import Statement, Tie
from pipeline.disputes.same import apart, other_kind
from pipeline.disputes.signs import clash, usual_things

FAR = 2  # paragraphs between a claim and what it takes up
REGION = 1.0  # what two claims share that are of one region, and of acts of one sort
FRESH = timedelta(days=1)  # before a report; what is told as news without a day is no older
PAST = timedelta(days=30)  # before a report; what is told of days further back is not its news


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
        weight = REGION
    if one.things & other.things:
        weight += 1.5 if (one.things & other.things) - usual_things() else 1
    elif clash(one.things, other.things):
        weight -= 1
    if clash(one.weapons, other.weapons):
        weight -= 0.5
    common = (one.names | one.words) & (other.names | other.words)
    if common:
        weight += 0.5 + 0.5 * min(3, len(common))
    if a.claim.count == b.claim.count and a.claim.count is not None:
        weight += 2 if a.many else 0.5
    if other_kind(a, b) and not one.things & other.things:
        weight -= 0.75
    if one.further != other.further and a.claim.stance == b.claim.stance:
        weight -= 1
    return weight


def says_what(statement: Statement) -> bool:
    """Return whether a claim names anything by which it can be told what it speaks of."""
    one = statement.evidence
    return bool(one.regions or one.towns or one.things or one.seats or one.names)


def own(statement: Statement) -> bool:
    """Return whether a claim's own sentence says where or what."""
    evidence = statement.evidence
    named = evidence.regions or evidence.towns or evidence.seats or evidence.things
    return bool(named) and not evidence.borrowed


def contradicts(a: Statement, b: Statement) -> bool:
    """Return whether the two claims' own words speak of different acts; what is borrowed contradicts
    nothing."""
    return long_past(a, b) or apart(a.unborrowed, b.unborrowed, one_report=a.key[0] == b.key[0])


def long_past(a: Statement, b: Statement) -> bool:
    """Return whether one of two claims is of days long before the report, and the other of no day that it
    names, so of what is news; not in one sentence, which tells of the same days."""
    return a.claim.span != b.claim.span and (older(a, b, PAST) or older(b, a, PAST))


def older(dated: Statement, news: Statement, than: timedelta) -> bool:
    """Return whether a claim's days end so long before the report, and the other names none."""
    end, told = dated.evidence.end, news.published
    if end is None or told is None or news.evidence.start:
        return False
    return told - end > than


def distance(a: Statement, b: Statement) -> int:
    """Return how many paragraphs lie between two claims of a report."""
    return abs(a.paragraph - b.paragraph)


def made(statement: Statement, other: Statement, why: str, weight: float = SURE) -> Tie:
    """Return a tie within a report, which always holds."""
    first, second = sorted((statement, other), key=lambda one: one.order)
    return Tie(first.key, second.key, True, weight, why)
