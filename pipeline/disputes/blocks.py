"""Where a claim may find others of its acts: keys that two claims share if they can be of one event.

Claims that agree in everything the comparison looks at are one *class*, compared once: ten thousand reports
of one event cost as much as the few ways in which it is told.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from hashlib import blake2b

from pipeline.disputes.bodies import told_by
from pipeline.disputes.days import LATE, LONG, NEAR, REACH, lasting, loose, run_of
from pipeline.disputes.opposed import own_terms
from pipeline.disputes.records import Statement
from pipeline.disputes.same import at_large, under_truce

DIGITS = re.compile(r"\d+")
LATER = "later"  # the first part of the keys by which what is told again late is found
ENOUGH = 6  # words that mean something, from which two sentences with the same are one in another order


def class_of(statement: Statement) -> str | None:
    """Return the name of a claim's class, None for one that no claim of another report can be tied to by its
    acts."""
    claim, evidence = statement.claim, statement.evidence
    if not may_be_tied(statement):
        return None
    parts = (
        claim.claimant,
        claim.accused,
        claim.stance,
        claim.category,
        claim.count,
        sorted(claim.regions),
        *map(sorted, (evidence.regions, evidence.towns, evidence.things)),
        *map(sorted, (evidence.seats, evidence.names, evidence.words, evidence.weapons, evidence.story)),
        sorted(statement.words),
        str(evidence.start),
        str(evidence.end),
        evidence.general,
        evidence.borrowed,
        evidence.further,
        evidence.same,
        evidence.early,
        evidence.late,
        evidence.reprisal,
        sorted(told_by(statement.speaker, statement.conflict)),
        statement.paragraph == 0,
        statement.key[1] == 0,
        evidence.own_things,
        statement.beginning,
        str(statement.published),
        statement.agreement,
        statement.stretch,
    )
    return digest(*parts)


def may_be_tied(statement: Statement) -> bool:
    """Return whether a claim says enough of its act for others to be compared with it."""
    evidence = statement.evidence
    if evidence.general:
        return under_truce(statement)
    if statement.total:
        return evidence.start is not None or statement.many
    return bool(
        evidence.towns
        or evidence.regions
        or evidence.things
        or evidence.seats
        or evidence.names
        or evidence.words
        or at_large(statement)
    )


def ties_by(statement: Statement) -> Iterator[tuple[str, ...]]:
    """Yield all that a claim shares with any claim of another report that it may be tied to."""
    if may_be_tied(statement):
        yield from keys(statement)
    for number in told_in(statement):
        yield "told", *voice(statement), number


def voice(statement: Statement) -> tuple[str, ...]:
    """Return what claims share that are told in the same sentence and by the same party."""
    claim = statement.claim
    told = " ".join(sorted([*statement.words, *DIGITS.findall(claim.sentence)]))
    words = told if len(statement.words) >= ENOUGH else claim.sentence
    return words, claim.claimant, str(claim.accused), claim.stance, claim.category


def sentence_of(statement: Statement) -> str | None:
    """Return the name of the claims that are told in a claim's sentence on its day, None for one of no
    day."""
    if statement.published is None:
        return None
    one = statement.evidence
    return digest(*voice(statement), str(statement.published), str(one.end), one.general, statement.stretch)


def digest(*parts: object) -> str:
    """Return a short name for all claims that have some parts in common."""
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def keys(statement: Statement) -> Iterator[tuple[str, ...]]:
    """Yield the keys of a claim; two claims that are of one event share at least one."""
    claim, evidence = statement.claim, statement.evidence
    days = list(days_of(statement))
    if evidence.general or statement.total:
        if not evidence.start and statement.agreement:
            yield "standing", str(claim.accused), statement.agreement, str(statement.stretch)
        for day in days:
            yield "general", str(claim.accused), day
    if statement.many:
        for number in told_in(statement):
            yield "of a figure", str(claim.accused), str(claim.count), number
    if statement.total and evidence.start:
        yield "total", claim.claimant, str(claim.accused), days[0]
        yield "total", claim.claimant, str(claim.accused), str(claim.count), str(evidence.end)
    if at_large(statement) and evidence.end:
        yield "of a wave", str(claim.accused), str(evidence.end)
    for term in sorted(told_of(statement)):
        for day in days:
            yield "place", term, day
    for term in sorted(own_terms(statement)):
        for number in months_of(statement):
            yield LATER, term, number


def told_of(statement: Statement) -> frozenset[str]:
    """Return what a claim may be found by: what it names, and if its own words name no place, what its report
    is about."""
    plain = statement.unborrowed.evidence
    named = own_terms(statement) | statement.evidence.regions
    return named if plain.towns or plain.regions or plain.seats else named | statement.evidence.story


def is_late(key: tuple[str, ...]) -> bool:
    """Return whether a key is of what is told again late."""
    return key[0] == LATER


def months_of(statement: Statement) -> Iterator[str]:
    """Yield the numbers of the months that a claim shares with what is told of its act within a month."""
    day = statement.evidence.end or statement.published
    if day is not None:
        number = day.toordinal() // REACH.days
        yield from (str(number), str(number + 1))


def told_in(statement: Statement) -> Iterator[str]:
    """Yield the numbers of the stretches of days that a report shares with those near it."""
    if statement.published is not None:
        # Of two days within reach of each other, the later is in the earlier's stretch or in the next.
        number = statement.published.toordinal() // (LATE.days + 1)
        yield from (str(number), str(number + 1))


def days_of(statement: Statement) -> Iterator[str]:
    """Yield the days on which the act may have been; of a long window that is meant as a
    whole, the day on which it begins."""
    start, end = statement.evidence.start, statement.evidence.end
    if start and end:
        if lasting(statement):
            yield f"{start} {run_of(statement)}"
        elif end - start > LONG and not loose(statement):
            yield str(start)
        else:
            yield from (str(start + timedelta(number)) for number in range((end - start).days + 1))
    elif statement.published is not None:
        past = LATE if statement.claim.stance != "alleges" or statement.evidence.towns else NEAR
        yield from (str(statement.published - timedelta(number)) for number in range(past.days + 1))
