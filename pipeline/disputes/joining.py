"""Joins the claims of a neighbourhood to disputes: the surest ties first, and none against what a dispute
holds.

Single ties can each be right and still chain the night of the 13th to the evening of the 15th, or one town
to the next by way of a report that names only the region. So a dispute keeps the days, towns and regions
that all its claims have room in, and a tie that would leave it without is not followed. (Targets are named
too loosely for that: a shelter is a camp to one report and a prison to the next.)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.disputes.records import Node, Statement, Tie

SURE = 5.0  # weight of the ties of one report, which hold whatever place is named
SAID = 6.0  # weight of one that the text itself makes, which holds whatever else its claims name


@dataclass(frozen=True)
class Ground:
    """What the claims of a growing dispute have in common."""

    start: date | None = None
    end: date | None = None
    towns: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    general: bool | None = None  # whether its allegations are at large; None if it holds none


def joined(
    members: Sequence[Statement], ties: Iterable[Tie], classes: Mapping[str, Statement]
) -> list[list[Statement]]:
    """Return the claims in groups that are of the same acts, each group in the order of its claims."""
    nodes: dict[Node, Statement] = {one.key: one for one in members}
    ties = sorted(ties, key=lambda one: (not one.firm, -one.weight, str(one.first), str(one.second)))
    for one in ties:
        for end in (one.first, one.second):
            if isinstance(end, str):
                nodes[end] = classes[end]
    parent = {node: node for node in nodes}
    ground = {node: ground_of(statement) for node, statement in nodes.items()}

    def find(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    for one in ties:
        a, b = find(one.first), find(one.second)
        if a != b and (common := meeting(ground[a], ground[b], one)):
            parent[b] = a
            ground[a] = common
    groups: dict[Node, list[Statement]] = {}
    for statement in sorted(members, key=lambda one: one.order):
        groups.setdefault(find(statement.key), []).append(statement)
    return list(groups.values())


def ground_of(statement: Statement) -> Ground:
    """Return what one claim asks of the dispute that it belongs to; an answer asks for nothing but its
    day, and one of several acts for nothing that the others would have to share."""
    evidence = statement.evidence
    if evidence.one_of is not None:
        return Ground()
    if statement.claim.stance != "alleges":
        return Ground(evidence.start, evidence.end)
    if evidence.borrowed:
        return Ground(evidence.start, evidence.end, general=evidence.general)
    return Ground(evidence.start, evidence.end, evidence.towns, evidence.regions, evidence.general)


def meeting(a: Ground, b: Ground, tie: Tie) -> Ground | None:
    """Return what two disputes have in common, None if they have no room in each other. What one answer takes
    up together may be of several days."""
    sure = tie.weight >= SURE
    start = max(filter(None, (a.start, b.start)), default=None)
    end = min(filter(None, (a.end, b.end)), default=None)
    if start and end and start > end:
        if not tie.why.startswith("joint answer"):
            return None
        start, end = end, start
    if not sure and any(
        one and other and not one & other for one, other in ((a.towns, b.towns), (a.regions, b.regions))
    ):
        return None
    if not sure and None not in (a.general, b.general) and a.general != b.general:
        return None
    general = b.general if a.general is None else a.general
    return Ground(start, end, a.towns | b.towns, a.regions | b.regions, general)
