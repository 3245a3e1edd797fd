"""Reads a conflict's data files into one frozen `Conflict`.

A folder `conflicts/NAME/` holds `conflict.toml` (title, sides, agreements), `parties.toml` (who the
parties are and how they are named) and `sources.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from pipeline.conflict_choice import conflict_of
from pipeline.conflict_files import KINDS, ConflictError, read_toml, strings_of
from pipeline.conflict_lists import Agreement, Source, all_fights, read_agreements, read_sources
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
from pipeline.succession import Succession, held_by, read_successions, refought, renamed

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
    energy: tuple[str, ...] = ()  # names of energy companies and works: what is theirs is an energy target
    contested: tuple[str, ...] = ()  # regions in which more than one side holds ground
    successions: tuple[Succession, ...] = ()

    def adversaries(self, party: str) -> tuple[str, ...]:
        """Return the parties that fight `party`, the one it fights above all first; () if none is known."""
        return self.foes.get(party, ())

    def is_state(self, party: str) -> bool:
        """Tell whether a party is a state; one that no data know is none."""
        return party in self.parties and bool(self.parties[party].countries)

    def side_of(self, party: str) -> str | None:
        """Return the side that a party is on, None if it is on none or unknown."""
        return self.parties[party].side if party in self.parties else None

    @cached_property
    def foes(self) -> Mapping[str, tuple[str, ...]]:
        """The parties that fight each party, as `adversaries` gives them."""
        found: dict[str, dict[str, None]] = {}
        for a, b in self.fights:
            found.setdefault(a, {})[b] = None
            found.setdefault(b, {})[a] = None
        return {party: tuple(foes) for party, foes in found.items()}

    def on(self, day: date | None) -> "Conflict":
        """Return the conflict with its parties as they stood on a day, or as they stand if it is None."""
        held = held_by(self.successions, day)
        return succeeded(self, tuple(held.items())) if held else self

    @cached_property
    def groups(self) -> frozenset[str]:
        """The parties that are, or have, armed groups."""
        return frozenset(name.party for name in self.names if name.kind == "group")

    @cached_property
    def armies(self) -> frozenset[str]:
        """The parties with the forces of a state: those that are called by a state's name."""
        return frozenset(name.party for name in self.names if name.kind == "state")

    @cached_property
    def called(self) -> Mapping[str, frozenset[str]]:
        """The words by which each party may be called later: those of its bodies' names, or its `called`."""
        found: dict[str, set[str]] = {}
        for name in self.names:
            if name.kind == "body":
                found.setdefault(name.party, set()).update(name.text.lower().split())
        given = {party.name: set(party.called) for party in self.parties.values() if party.called}
        return {party: frozenset(words) for party, words in (found | given).items()}

    @cached_property
    def usual(self) -> Mapping[str, str]:
        """The parties that bare offices mostly mean in this conflict, by office."""
        return {name.text: name.party for name in reversed(self.names) if name.kind == "usual"}

    def party_of_region(self, code: str) -> str | None:
        """Return the party whose officials govern a region (ISO 3166-2 code), None if that is no party."""
        for party in self.parties.values():
            if code in party.regions:
                return party.name
        country = code.partition("-")[0]
        return next((p.name for p in self.parties.values() if country in p.countries), None)


@cache
def succeeded(conflict: Conflict, held: tuple[tuple[str, str], ...]) -> Conflict:
    """Return a conflict in which some parties are those that they have become."""
    became = dict(held)
    return replace(conflict, names=renamed(conflict.names, became), fights=refought(conflict.fights, became))


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
            parties.setdefault(party.name, replace(party, side=None, colour=None, colour_dark=None))
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
        energy=strings_of(raw, "energy", where) if "energy" in raw else (),
        contested=strings_of(raw, "contested", where) if "contested" in raw else (),
        successions=tuple(read_successions(parties)),
    )
