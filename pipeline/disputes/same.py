"""Whether two claims of different reports speak of the same acts.

Each of the two is asked for what speaks against it first (another day, place, target, window, accused),
then for what speaks for it. The answer depends on the two alone, so that no order of arrival can change it.
"""

from functools import cache

from pipeline.disputes.days import close, gap, same_days
from pipeline.disputes.records import Evidence, Statement, Tie
from pipeline.lexicon import read_lexicon
from pipeline.place_names import fold, loosen

ENOUGH = 2.0
FOR_AN_ANSWER = 1.75
ALIKE = 0.45  # share of words in common from which two sentences tell of one thing


def tie(a: Statement, b: Statement) -> Tie | None:
    """Return the tie between two claims of different reports, None if they speak of other acts or it is
    unclear.

    Only what `blocks.class_of` holds is looked at, so that the tie holds for all claims of the two classes.
    """
    if one_report(a, b) or not comparable(a, b) or apart(a, b):
        return None
    weight, why = agreement(a, b)
    needed = ENOUGH if a.claim.stance == b.claim.stance == "alleges" else FOR_AN_ANSWER
    if a.claim.accused and b.claim.accused and a.claim.accused != b.claim.accused:
        needed = 3.0
    if weight < needed:
        return None
    dated = a.evidence.start is not None and b.evidence.start is not None
    standing = "standing charge" in why
    return Tie(
        a.key, b.key, dated or standing or "joint answer" in why, weight - 0.01 * gap(a, b), ", ".join(why)
    )


def one_report(a: Statement, b: Statement) -> bool:
    """Return whether two classes of claims stand in one report or in copies of it, by how these begin."""
    return a.published == b.published and a.evidence.story == b.evidence.story and bool(a.evidence.story)


def strong(statement: Statement) -> bool:
    """Return whether a claim says enough of its act without a look at the words that it is told in."""
    evidence = statement.evidence
    return bool(
        evidence.towns or evidence.general or (evidence.regions and evidence.things) or statement.total
    )


def under_truce(statement: Statement) -> bool:
    """Return whether a charge at large is one of breaking a truce, which others may be the same as."""
    return statement.claim.category == "ceasefire_violation" or statement.agreement is not None


def same_voice(a: Statement, b: Statement) -> bool:
    """Return whether two claims are one party's, of one stance and against the same party."""
    return (a.claim.claimant, a.claim.stance, a.claim.accused) == (
        b.claim.claimant,
        b.claim.stance,
        b.claim.accused,
    )


def comparable(a: Statement, b: Statement) -> bool:
    """Return whether who speaks of whom allows that two claims are of one event."""
    one, other = a.claim, b.claim
    if one.accused is not None and other.accused is not None and one.accused != other.accused:
        crossed = one.accused == other.claimant and other.accused == one.claimant
        if not crossed or "alleges" not in (one.stance, other.stance):
            return False
        return one.stance == other.stance == "alleges"
    if a.evidence.general != b.evidence.general:
        return "denies" in (one.stance, other.stance) and (a.total or b.total)
    return True


def apart(a: Statement, b: Statement, one_report: bool = False) -> bool:
    """Return whether something speaks against it that two claims are of the same acts.

    In `one_report` an undated claim may be of any day that another gives.
    """
    one, other = a.evidence, b.evidence
    if not (one_report and None in (one.start, other.start)) and not same_days(a, b):
        return True
    if not (one.borrowed or other.borrowed):
        if one.towns and other.towns and not one.towns & other.towns:
            return True
        if one.regions and other.regions and not alike_regions(a, b):
            return True
        if one_report and clash(one.things, other.things):
            return True
    if one_report and other_kind(a, b) and a.claim.stance == b.claim.stance and not one.things & other.things:
        return True
    return other_count(a, b)


def other_kind(a: Statement, b: Statement) -> bool:
    """Return whether one claim is of a strike on energy and the other is not."""
    return (a.claim.category == "energy_strike") != (b.claim.category == "energy_strike")


def alike_regions(a: Statement, b: Statement) -> bool:
    """Return whether the regions are mostly the same; a joint answer covers each of its regions."""
    one, other = a.evidence.regions, b.evidence.regions
    shared = one & other
    if a.claim.stance != b.claim.stance:
        return bool(shared)
    return 2 * len(shared) >= len(one | other) and bool(shared)


def other_count(a: Statement, b: Statement) -> bool:
    """Return whether the figures are those of different acts, and not of a tally that grew."""
    one, other = a.claim.count, b.claim.count
    if one is None or other is None or one == other:
        return False
    if a.claim.claimant != b.claim.claimant:
        return False
    if a.evidence.start is None or a.evidence.start != b.evidence.start or not (a.published and b.published):
        return True
    return (b.published - a.published).days * (other - one) < 0


def agreement(a: Statement, b: Statement) -> tuple[float, list[str]]:
    """Return how much speaks for it that two claims are of the same acts, and what."""
    one, other = a.evidence, b.evidence
    weight, why = 0.0, []
    if one.towns & other.towns:
        weight += 2
        why.append("same place")
    elif one.regions & other.regions:
        weight += 1
        why.append("same region")
        if one.regions == other.regions and len(one.regions) > 1:
            weight += 1
        if one.seats & other.seats:
            weight += 0.5
    elif one.seats & other.seats:
        weight += 1.5
        why.append("same place")
    elif (one.seats | one.regions) & (other.seats | other.regions):
        weight += 1
        why.append("same region")
    if other_town(one, other) or other_town(other, one):
        weight -= 0.5
    if one.things & other.things:
        weight += 1.5 if (one.things & other.things) - usual_things() else 1
        why.append("same target")
    elif clash(one.things, other.things):
        weight -= 1
    shared = (one.names & other.names) - words_of_towns(one.towns & other.towns)
    if shared:
        weight += 1 + 0.5 * min(3, len(shared))
        why.append("same name")
    shared = one.words & other.words
    if shared:
        weight += 0.5 + 0.5 * min(3, len(shared))
        why.append("like words")
    if a.claim.count == b.claim.count and a.claim.count is not None:
        weight += 2 if a.many else 0.5
    if one.weapons and other.weapons:
        weight += 0.25 if one.weapons & other.weapons else -0.25
    shared = one.story & other.story
    if shared and weight and a.key[0] != b.key[0]:
        weight += 0.25 * min(2, len(shared))
        why.append("same story")
    if other_kind(a, b) and not one.things & other.things:
        weight -= 0.75
    if one.further != other.further:
        weight -= 1
    if weight and close(a, b):
        weight += 0.5
    if weight and one.start and other.start:
        why.append("same day")
    answers = "alleges" not in (a.claim.stance, b.claim.stance)
    if one.general and other.general and a.claim.accused == b.claim.accused and not answers:
        weight += 2
        standing = not one.start and not other.start and same_voice(a, b) and a.agreement == b.agreement
        why.append("standing charge" if standing and a.agreement else "same general charge")
    if joint(a, b) or joint(b, a):
        weight += 6
        why.append("joint answer")
    if same_total(a, b):
        weight += 2
        why.append("same tally")
    return weight, why


def other_town(one: Evidence, other: Evidence) -> bool:
    """Return whether one claim names a town, and the other what may be the seat of the region."""
    return bool(one.towns and other.seats and not other.towns and not one.borrowed and not other.borrowed)


@cache
def words_of_towns(towns: frozenset[str]) -> frozenset[str]:
    """Return the words of the names of towns, as `terms` spells them."""
    return frozenset(loosen(word) for town in towns for word in fold(town.partition("/")[2]).split())


@cache
def usual_things() -> frozenset[str]:
    """Return the ids of things of which there are many in any town."""
    return frozenset(one.id for one in read_lexicon("things").entries.values() if one.data.get("usual"))


def clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether both name something, and nothing in common."""
    return bool(one and other and not one & other)


def joint(a: Statement, b: Statement) -> bool:
    """Return whether one claim denies acts in several regions on the days of the other, which is of one of
    them."""
    return (
        a.claim.stance != "alleges"
        and b.claim.stance == "alleges"
        and len(a.claim.regions) > 1
        and bool(a.evidence.regions & b.evidence.regions)
        and a.claim.category == b.claim.category
        and close(a, b)
    )


def same_total(a: Statement, b: Statement) -> bool:
    """Return whether both are tallies of one window, or one an answer to the other's tally at large."""
    if not (a.total and b.total):
        general = (a.total and b.evidence.general) or (b.total and a.evidence.general)
        return bool(general and "denies" in (a.claim.stance, b.claim.stance))
    return same_voice(a, b) and a.evidence.start is not None and a.evidence.regions == b.evidence.regions


def alike(a: Statement, b: Statement) -> float:
    """Return which share of the words of two sentences they have in common."""
    return 2 * len(a.words & b.words) / max(1, len(a.words) + len(b.words))
