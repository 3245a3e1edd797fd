"""The sides of a conflict as columns: which parties speak for each, in which colour, in which order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from sqlite_utils import Database

from db import queries
from db.filter import ClaimFilter
from views.parts.answers import asked

# For parties to which the conflict's data gives no colour: told apart by the colour-blind, and no flag's red.
_SPARE = ("#1f6f78", "#ad5f14", "#5b5aa0", "#6d7a2d", "#8a4a72", "#4c6a8a")
_NEUTRAL = "#56626d"


@dataclass(frozen=True)
class Side:
    """One column: its name, its colour (#rrggbb), and the parties whose voices stand in it."""

    name: str
    colour: str
    parties: tuple[str, ...]


def sides_in(db: Database, conflict: str | None, turned: bool = False) -> list[Side]:
    """The sides of a conflict of the database, whatever the filter shows of them."""
    claimants = asked(queries.totals, db, ClaimFilter(conflict=conflict))["claimants"]
    return sides_of(queries.parties(db, conflict or ""), claimants, turned)


def sides_of(
    parties: Iterable[Mapping[str, Any]], claimants: Sequence[Mapping[str, Any]], turned: bool = False
) -> list[Side]:
    """The sides of a conflict, the two columns first, each by the alphabet or turned.

    Of three and more the two that say most come first. A side that says nothing keeps its column. Where the
    conflict names fewer than two sides, nobody is put opposite anybody: there is one side, of all who speak.
    """
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for party in parties:
        if party["side"]:
            grouped.setdefault(str(party["side"]), []).append(party)
    if len(grouped) < 2:
        return [Side("All parties", _NEUTRAL, tuple(str(c["claimant"]) for c in claimants))]
    loudest = sorted(grouped, key=lambda name: (-_said(grouped[name], claimants), name))[:2]
    names = [*sorted(loudest, reverse=turned), *sorted(set(grouped) - set(loudest))]
    spare = dict(zip(sorted(grouped), cycle(_SPARE), strict=False))
    return [
        Side(n, _colour(n, grouped[n]) or spare[n], tuple(str(p["name"]) for p in grouped[n])) for n in names
    ]


def side_of(party: str | None, sides: Sequence[Side]) -> Side | None:
    """The side for which a party speaks; None for the bodies and states outside the conflict."""
    return next((side for side in sides if party in side.parties), None)


def _said(members: Iterable[Mapping[str, Any]], claimants: Iterable[Mapping[str, Any]]) -> int:
    names = {member["name"] for member in members}
    return sum(c["alleges"] + c["denies"] + c["admits"] for c in claimants if c["claimant"] in names)


def _colour(name: str, members: Iterable[Mapping[str, Any]]) -> str | None:
    """The colour of the party the side is named after, else of any of its parties."""
    given = {member["name"]: str(member["colour"]) for member in members if member["colour"]}
    return given.get(name) or next(iter(given.values()), None)
