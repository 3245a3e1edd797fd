"""Reads a conflict's data files into one frozen `Conflict`.

A folder `conflicts/NAME/` holds `conflict.toml` (title, sides, agreements), `parties.toml` (who the
parties are and how they are named) and `sources.toml`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Literal

from pipeline.conflict_choice import conflict_of
from pipeline.conflict_files import KINDS, ConflictError, check_address, day_of, read_toml, strings_of
from pipeline.gazetteer import Gazetteer, read_gazetteer
from pipeline.party_files import (
    FOLDER,
    WORLD,
    Name,
    Party,
    conflict_names,
    inherited,
    merged,
    others,
    read_names,
    read_parties,
)

__all__ = [
    "WORLD",
    "Agreement",
    "Conflict",
    "ConflictError",
    "Name",
    "Party",
    "Source",
    "UnknownConflict",
    "conflict_names",
    "conflict_of",
    "load_conflict",
    "read_conflict",
]


class UnknownConflict(Exception):
    """There is no such conflict; the message lists those there are."""


@dataclass(frozen=True)
class Agreement:
    """A truce: what it covers, and from which day to which; `end` None: it was never ended."""

    name: str
    start: date
    end: date | None
    scope: Literal["energy", "all"]
    parties: tuple[str, ...]
    source: str | None = None


@dataclass(frozen=True)
class Source:
    """A feed or a site that reports on the conflict; `side` is the party whose own outlet it is."""

    name: str
    url: str
    country: str
    side: str | None = None
    feed: bool = False


@dataclass(frozen=True, eq=False)
class Conflict:
    """Everything that is peculiar to one conflict."""

    name: str
    title: str
    sides: tuple[str, ...]
    parties: Mapping[str, Party]
    names: tuple[Name, ...]
    agreements: tuple[Agreement, ...]
    sources: tuple[Source, ...]
    gazetteer: Gazetteer
    folder: Path
    fights: tuple[tuple[str, str], ...] = ()
    own: tuple[str, ...] = ()  # the parties of the conflict itself, not those of the world

    def adversaries(self, party: str) -> tuple[str, ...]:
        """Return the parties that fight `party`, the one it fights above all first; () if none is known."""
        found = [b if a == party else a for a, b in self.fights if party in (a, b)]
        return tuple(dict.fromkeys(found))

    def party_of_region(self, code: str) -> str | None:
        """Return the party whose officials govern a region (ISO 3166-2 code), None if that is no party."""
        for party in self.parties.values():
            if code in party.regions:
                return party.name
        country = code.partition("-")[0]
        return next((p.name for p in self.parties.values() if country in p.countries), None)


@cache
def load_conflict(name: str) -> Conflict:
    """Return a conflict. Raises UnknownConflict, or ConflictError if one of its files is wrong."""
    if name not in conflict_names():
        raise UnknownConflict(f"There is no conflict {name!r}; there are: {', '.join(conflict_names())}.")
    return read_conflict(FOLDER / name)


def read_conflict(folder: Path) -> Conflict:
    """Return the conflict that the files of a folder describe. Raises ConflictError if one is wrong."""
    raw = read_toml(folder / "conflict.toml")
    where = f"{folder.name}/conflict.toml"
    title = raw.get("title")
    if not isinstance(title, str):
        raise ConflictError(f"{where}: needs a `title`, a string.")
    own = read_parties(folder)
    parties = dict(own)
    names = read_names(folder, KINDS)
    for other in others(folder.name):
        for party in read_parties(FOLDER / other).values():
            parties.setdefault(
                party.name, Party(party.name, countries=party.countries, regions=party.regions)
            )
    sides = strings_of(raw, "sides", where)
    for side in sides:
        if not any(party.side == side for party in own.values()):
            raise ConflictError(
                f"{where}: `sides` names {side!r}, but no party in parties.toml is on that side."
            )
    return Conflict(
        name=folder.name,
        title=title,
        sides=sides,
        parties=parties,
        names=merged([names, *inherited(folder.name)]),
        agreements=tuple(read_agreements(raw, where, parties)),
        sources=tuple(read_sources(folder, parties)),
        gazetteer=read_gazetteer(folder),
        folder=folder,
        fights=tuple(all_fights(folder)),
        own=tuple(own),
    )


def read_agreements(raw: dict[str, Any], where: str, parties: Mapping[str, Party]) -> Iterable[Agreement]:
    """Yield the agreements, in the order of their days. Raises ConflictError if one is wrong."""
    entries = []
    for number, entry in enumerate(raw.get("agreement", []), 1):
        here = f"{where}, agreement {number} ({entry.get('name')})"
        start, end = day_of(entry, "start", here), day_of(entry, "end", here)
        if (
            not isinstance(entry.get("name"), str)
            or start is None
            or entry.get("scope") not in ("energy", "all")
        ):
            raise ConflictError(
                f'{here}: needs a `name`, a `start` (a date) and a `scope` ("energy" or "all").'
            )
        if end is not None and end < start:
            raise ConflictError(f"{here}: `end` lies before `start`.")
        signed = strings_of(entry, "parties", here)
        for party in signed:
            if party not in parties:
                raise ConflictError(f"{here}: the party {party!r} is in no parties.toml.")
        source = check_address(entry.get("source"), here)
        entries.append(Agreement(entry["name"], start, end, entry["scope"], signed, source))
    return sorted(entries, key=lambda agreement: agreement.start)


def read_sources(folder: Path, parties: Mapping[str, Party]) -> Iterable[Source]:
    """Yield the sources of sources.toml. Raises ConflictError if one is wrong."""
    for number, entry in enumerate(read_toml(folder / "sources.toml").get("source", []), 1):
        where = f"{folder.name}/sources.toml, source {number} ({entry.get('name')})"
        url = check_address(entry.get("url"), where)
        if url is None or not isinstance(entry.get("name"), str) or not isinstance(entry.get("country"), str):
            raise ConflictError(f"{where}: needs a `name`, a `url` and a `country`.")
        if entry.get("side") is not None and entry["side"] not in parties:
            raise ConflictError(f"{where}: `side` names {entry['side']!r}, which is no party.")
        yield Source(entry["name"], url, entry["country"], entry.get("side"), bool(entry.get("feed", False)))


def all_fights(folder: Path) -> Iterable[tuple[str, str]]:
    """Yield the pairs of a conflict, then those of other conflicts in which none of its own fighters is."""
    own = list(read_fights(folder))
    fighters = {party for pair in own for party in pair}
    yield from own
    for other in others(folder.name):
        yield from (pair for pair in read_fights(FOLDER / other) if fighters.isdisjoint(pair))


def read_fights(folder: Path) -> Iterable[tuple[str, str]]:
    """Yield the pairs of parties that fight each other: those listed, else every pair from two sides.

    The parties that the sides are named after come first.
    """
    raw, own = read_toml(folder / "conflict.toml"), read_parties(folder)
    if "fights" in raw:
        for pair in raw["fights"]:
            if len(pair) != 2 or not set(pair) <= {*own, *read_parties(FOLDER / WORLD)}:
                raise ConflictError(
                    f"{folder.name}/conflict.toml: `fights` has {pair!r}; each must be two known parties."
                )
            yield pair[0], pair[1]
        return
    ranked = sorted(own.values(), key=lambda party: party.name != party.side)
    for a, b in product(ranked, ranked):
        if a.side is not None and b.side is not None and a.side < b.side:
            yield a.name, b.name
