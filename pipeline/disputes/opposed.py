"""Whether two allegations against different parties are two accounts of one event: each says that the other
did it."""

from pipeline.disputes.records import Statement
from pipeline.disputes.signs import words_of_towns


def crossed(a: Statement, b: Statement) -> bool:
    """Return whether one claim may lay the event of another at the door of who alleges it: the acts must have
    enough in common, less if both charge each other and one takes up an event told before."""
    one, other = a.claim, b.claim
    charged = (one.accused == other.claimant, other.accused == one.claimant)
    common = own_terms(a) & own_terms(b)
    if all(charged):
        return len(common) >= (1 if a.evidence.same or b.evidence.same else 2)
    return any(charged) and len(common - words_of_towns(a.evidence.towns & b.evidence.towns)) >= 2


def own_terms(statement: Statement) -> frozenset[str]:
    """Return what a claim names by which it may be told from others, but for the region."""
    evidence = statement.evidence
    return evidence.towns | evidence.seats | evidence.things | evidence.names | evidence.words


def on_border(a: Statement, b: Statement) -> bool:
    """Return whether each of two sides tells of one named place on its own side of the border."""
    lands = [{region.partition("-")[0] for region in one.evidence.regions} for one in (a, b)]
    charged = (a.claim.accused, b.claim.accused) == (b.claim.claimant, a.claim.claimant)
    return charged and not lands[0] & lands[1] and bool(a.evidence.names & b.evidence.names)
