"""Which claims of one report speak of the same acts: an answer and what it answers, a body's word beside a
party's."""

from collections.abc import Sequence

from pipeline.disputes.answered import answered
from pipeline.disputes.records import Statement, Tie
from pipeline.disputes.taken_up import taken_up


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
