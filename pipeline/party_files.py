"""Reads who the parties of a conflict are and how they are named.

What the world calls a state or a well-known body holds in every conflict: the parties and the common names of
all other folders are inherited, `world` first, and a conflict's own data override them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.conflict_files import COMMON_KINDS, ConflictError, read_countries, read_toml, strings_of
from pipeline.spelling import Spelling, spellings

FOLDER = Path(__file__).parent / "conflicts"
WORLD = "world"
OF_COUNTRIES = ("state", "capital", "demonym", "body")  # the columns of countries.csv that hold names


@dataclass(frozen=True)
class Party:
    """Somebody who accuses or is accused.

    `countries` (ISO 3166-1 alpha-2) and `regions` (ISO 3166-2, under its rule whatever the country) say whose
    local officials speak for it. An `unarmed` one (an agency, a company) does no hostile act. `called`: the
    nouns that stand for it later ("the mission"), where they are not simply those of its names.
    """

    name: str
    side: str | None = None
    colour: str | None = None
    colour_dark: str | None = None
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    unarmed: bool = False
    called: tuple[str, ...] = ()


@dataclass(frozen=True)
class Name:
    """One spelling of a name, whose it is, and what sort of name: a kind of `conflict_files.KINDS`."""

    text: str
    party: str
    kind: str
    # False: a name that many bear, which names this party only where the full one or a title is near
    alone: bool = True


@cache
def conflict_names() -> Sequence[str]:
    """Return the names of the conflicts there are data for, sorted."""
    return sorted(path.parent.name for path in FOLDER.glob("*/conflict.toml"))


@cache
def read_parties(folder: Path) -> Mapping[str, Party]:
    """Return the parties of parties.toml by name, and for the world the states of countries.csv besides."""
    found: dict[str, Party] = {}
    for entry, where in party_entries(folder):
        party = Party(
            name=entry["name"],
            side=entry.get("side"),
            colour=entry.get("colour"),
            colour_dark=entry.get("colour_dark"),
            countries=strings_of(entry, "countries", where),
            regions=strings_of(entry, "regions", where),
            unarmed=entry.get("unarmed") is True,
            called=strings_of(entry, "called", where),
        )
        if party.name in found:
            raise ConflictError(f"{where}: the party {party.name!r} appears twice.")
        found[party.name] = party
    for row in read_countries(folder):
        found.setdefault(row["name"], Party(name=row["name"], countries=(row["code"],)))
    return found


def party_entries(folder: Path) -> Iterable[tuple[dict[str, Any], str]]:
    """Yield each entry of parties.toml with the words that tell where it stands."""
    for number, entry in enumerate(read_toml(folder / "parties.toml").get("party", []), 1):
        where = f"{folder.name}/parties.toml, party {number}"
        if not isinstance(entry.get("name"), str):
            raise ConflictError(f"{where}: needs a `name`, a string.")
        yield entry, f"{where} ({entry['name']})"


@cache
def read_names(folder: Path, kinds: Sequence[str]) -> Sequence[Name]:
    """Return the names, of the given kinds, of the parties of a folder, in all their spellings."""
    rules = spelling_of(folder)
    if folder.name != WORLD:
        rules = rules.and_those_of(spelling_of(FOLDER / WORLD))
    found = []
    for entry, where in party_entries(folder):
        for kind in kinds:
            for text in strings_of(entry, kind, where):
                found += [
                    Name(spelled, entry["name"], kind, alone)
                    for spelled, alone in spellings(text, kind == "person", rules)
                ]
    taken = {name.text for name in found}
    for row in read_countries(folder):
        for kind in (kind for kind in OF_COUNTRIES if kind in kinds):
            found += [
                Name(text, row["name"], kind) for text in row[kind].split("|") if text and text not in taken
            ]
    return found


def spelling_of(folder: Path) -> Spelling:
    """Return the spellings that conflict.toml allows."""
    return Spelling.read(read_toml(folder / "conflict.toml"), f"{folder.name}/conflict.toml")


def others(name: str) -> list[str]:
    """Return the conflicts whose common names hold in this one too: the world's, then the rest."""
    return [other for other in (WORLD, *(c for c in conflict_names() if c != WORLD)) if other != name]


def inherited(name: str) -> list[Sequence[Name]]:
    """Return the names that hold in a conflict besides its own: the world's, then those of all the rest."""
    lists = {other: read_names(FOLDER / other, COMMON_KINDS) for other in others(name)}
    return [lists.pop(WORLD, []), [item for names in lists.values() for item in names]]


def merged(groups: Iterable[Sequence[Name]]) -> tuple[Name, ...]:
    """Return the names of several lists; where two claim one spelling, the earlier list has it, and within a
    list a spelling of two parties is nobody's."""
    found: dict[str, Name] = {}
    for group in groups:
        owners: dict[str, set[str]] = {}
        for name in group:
            owners.setdefault(name.text, set()).add(name.party)
        for name in group:
            if len(owners[name.text]) == 1:
                found.setdefault(name.text, name)
    return tuple(found.values())
