"""Whether two claims of different reports speak of the same acts.

Each of the two is asked for what speaks against it first (another day, place, target, window, accused),
then for what speaks for it. The answer depends on the two alone, so that no order of arrival can change it.
"""

from pipeline.disputes.days import before_night, close, gap, same_days
from pipeline.disputes.doubtful import doubtful, named_by_both
from pipeline.disputes.joining import SAID, SURE
from pipeline.disputes.opposed import crossed, on_border
from pipeline.disputes.records import Statement, Tie
from pipeline.disputes.signs import clash, weighed

CLASHING = (
    2.0  # what two claims that name other things must weigh, so that a town's strikes of a day stay apart
)
FIRM = 1.0  # from this weight a tie of two dated claims holds; a weaker one is followed if it is the best
BY_RULE = 3.0  # weight of a tie that follows from what a tally, a wave of strikes or a standing charge is


def tie(a: Statement, b: Statement) -> Tie | None:
    """Return the tie between two claims of different reports, None if they speak of other acts or it is
    unclear.

    Only what `blocks.class_of` holds is looked at, so that the tie holds for all claims of the two classes.
    """
    if not compared(a, b):
        return None
    weight, why = weighed(a, b)
    ruled = by_rule(a, b)
    if ruled:
        firmly = SAID if ruled == "joint answer" else BY_RULE
        weight, why = max(weight, 0.0) + firmly, [ruled, *why]
    if weight < (0 if ruled else asked_of(a, b)) or (not ruled and doubtful(a, b)):
        return None
    dated = a.evidence.start is not None and b.evidence.start is not None
    firm = (dated and weight >= FIRM) or ruled in ("standing charge", "joint answer")
    return Tie(a.key, b.key, firm, weight - 0.01 * gap(a, b), ", ".join(why))


def asked_of(a: Statement, b: Statement) -> float:
    """Return what two claims must weigh to be tied: more if they name other things, and yet more if both
    allege these, since no dispute takes up what only weighs little and is of another target."""
    if not clash(a.evidence.things, b.evidence.things):
        return 0
    own = not (a.evidence.borrowed or b.evidence.borrowed)
    return SURE if own and a.claim.stance == b.claim.stance == "alleges" else CLASHING


def compared(a: Statement, b: Statement) -> bool:
    """Return whether nothing speaks against it from the first that two claims are of the same acts."""
    if a.evidence.further != b.evidence.further and (one_more(a) or one_more(b)):
        return False
    return not one_report(a, b) and comparable(a, b) and not apart(a, b)


def one_more(statement: Statement) -> bool:
    """Return whether a claim is of one more act beside those told, whose place it leaves to them."""
    evidence = statement.evidence
    return evidence.further and evidence.borrowed and statement.claim.stance == "alleges"


def by_rule(a: Statement, b: Statement) -> str | None:
    """Return by what two claims are of the same acts whatever else they say, None if by nothing."""
    if joint(a, b) or joint(b, a):
        return "joint answer"
    if same_total(a, b):
        return "same tally"
    if one_wave(a, b):
        return "same wave of strikes"
    if on_border(a, b) and a.evidence.start and b.evidence.start:
        return "each from its side of the border"
    answers = "alleges" not in (a.claim.stance, b.claim.stance)
    if a.evidence.general and b.evidence.general and a.claim.accused == b.claim.accused and not answers:
        undated = a.evidence.start is None and b.evidence.start is None
        standing = undated and same_voice(a, b) and a.agreement == b.agreement and a.agreement
        return "standing charge" if standing else "same general charge"
    return None


def one_report(a: Statement, b: Statement) -> bool:
    """Return whether two classes of claims stand in one report or in copies of it, by how these begin."""
    return a.report == b.report


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
    if None not in (one.accused, other.accused) and one.accused != other.accused:
        counted = a.total or b.total  # each side's count of the other's acts is of other acts
        return one.stance == other.stance == "alleges" and not counted and crossed(a, b)
    if a.total != b.total and one.stance == other.stance == "alleges" and not one_wave(a, b):
        return False
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
    if not one_report and (before_night(a, b) or before_night(b, a)):
        return True
    if not (one.borrowed or other.borrowed):
        if one.towns and other.towns and not one.towns & other.towns:
            return True
        if one.regions and other.regions and not (alike_regions(a, b) or on_border(a, b)):
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


def joint(a: Statement, b: Statement) -> bool:
    """Return whether one claim answers acts in several regions on the days of the other, which is of one of
    them, and on the first or last of these days. Who owns up to acts of a day does not own up to one of no
    day of which nothing but the region is the same."""
    days, day = a.evidence, b.evidence
    if a.claim.stance == "admits" and days.start and not day.start and not named_by_both(a, b):
        return False
    if (
        days.start
        and days.end
        and day.start
        and day.end
        and not {days.start, days.end} & {day.start, day.end}
    ):
        return False
    return (
        a.claim.stance != "alleges"
        and b.claim.stance == "alleges"
        and not b.evidence.further
        and len(a.claim.regions) > 1
        and bool(a.evidence.regions & b.evidence.regions)
        and a.claim.category == b.claim.category
        and (close(a, b) or (a.claim.stance == "denies" and bool(a.evidence.towns & b.evidence.towns)))
    )


def one_wave(a: Statement, b: Statement) -> bool:
    """Return whether two claims are of all that was launched in one night, and one of them counts it."""
    one, other = a.evidence, b.evidence
    return (
        (a.many or b.many)
        and all(map(at_large, (a, b)))
        and one.end is not None
        and one.end == other.end
        and a.claim.accused == b.claim.accused
        and bool(one.weapons & other.weapons or "admits" in (a.claim.stance, b.claim.stance))
    )


def one_figure(a: Statement, b: Statement) -> bool:
    """Return whether two claims count as many acts, so many that the figure tells which."""
    return a.many and a.claim.count == b.claim.count


def at_large(statement: Statement) -> bool:
    """Return whether a claim is of strikes with some weapon on no one place."""
    evidence = statement.evidence
    named = evidence.towns or evidence.regions or evidence.seats or evidence.things
    return bool(evidence.weapons) and not named and statement.claim.category != "ceasefire_violation"


def same_total(a: Statement, b: Statement) -> bool:
    """Return whether both are tallies of one window, or one an answer to the other's tally at large."""
    if a.claim.category != b.claim.category:
        return False
    if not (a.total and b.total):
        general = (a.total and b.evidence.general) or (b.total and a.evidence.general)
        answered = "denies" in (a.claim.stance, b.claim.stance)
        return bool(general and answered and a.evidence.regions == b.evidence.regions)
    if not same_voice(a, b):
        return False
    if one_figure(a, b):
        return True  # whatever else the sentence tells of where
    dated = a.evidence.start is not None and b.evidence.start is not None
    return dated and a.evidence.regions == b.evidence.regions
