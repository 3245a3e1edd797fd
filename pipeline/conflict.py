"""Reads a conflict's data files into one frozen `Conflict`, and finds the conflict that a text speaks of.

A folder `conflicts/NAME/` holds `conflict.toml` (title, sides, agreements), `parties.toml` (who the parties are and
how they are named) and `sources.toml`. What the world calls a state or a well-known body holds in every conflict:
the parties of `conflicts/world/` are inherited, and the conflict's own data override them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Literal

from pipeline.conflict_files import (
    COMMON_KINDS,
    KINDS,
    ConflictError,
    check_address,
    day_of,
    read_countries,
    read_toml,
    strings_of,
)

try:
    from pipeline.places import Gazetteer, read_gazetteer
except ImportError:
    Gazetteer = Any

    def read_gazetteer(folder):
        return None


from pipeline.spelling import Spelling, spellings


FOLDER = Path(__file__).parent / "conflicts"
WORLD = "world"
WORDS_PER_NAME = 4  # the longest name looked for when the conflict of a text is sought
__all__ = ["ConflictError", "UnknownConflict", "conflict_names", "conflict_of", "load_conflict"]


class UnknownConflict(Exception):
    """There is no such conflict; the message lists those there are."""


@dataclass(frozen=True)
class Party:
    """Somebody who accuses or is accused. `countries` and `regions` say whose local officials speak for it:
    ISO 3166-1 alpha-2 codes, and ISO 3166-2 codes of regions under its rule whatever the country."""

    name: str
    side: str | None = None
    colour: str | None = None
    colour_dark: str | None = None
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Name:
    """One spelling of a name, whose it is ("" with kind "hostile": the adversary of whoever speaks), and its kind."""

    text: str
    party: str
    kind: str
    alone: bool = (
        True  # False: a surname or so that many bear, a name only where the full one or a title is near
    )


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
    own: tuple[str, ...] = field(default=())  # the parties of the conflict itself, not those of the world

    def adversaries(self, party: str) -> tuple[str, ...]:
        """Return the parties that fight `party`, those that give a side its name first; () if none is known."""
        pairs = [(a, b) if a == party else (b, a) for a, b in self.fights if party in (a, b)]
        found = list(dict.fromkeys(other for _, other in pairs))
        return tuple(sorted(found, key=lambda name: name not in self.sides))

    def party_of_region(self, code: str) -> str | None:
        """Return the party whose officials govern a region (ISO 3166-2 code), None if that is no party."""
        for party in self.parties.values():
            if code in party.regions:
                return party.name
        country = code.partition("-")[0]
        return next((p.name for p in self.parties.values() if country in p.countries), None)


def conflict_names() -> list[str]:
    """Return the names of the conflicts there are data for, sorted."""
    return sorted(path.parent.name for path in FOLDER.glob("*/conflict.toml"))


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
        fights=tuple(read_fights(raw, where, own)),
        own=tuple(own),
    )


def read_parties(folder: Path) -> dict[str, Party]:
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


def read_names(folder: Path, kinds: Iterable[str]) -> list[Name]:
    """Return the names, of the given kinds, of the parties of a folder, in all their spellings."""
    rules = Spelling.read(read_toml(folder / "conflict.toml"), f"{folder.name}/conflict.toml")
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
        for kind in set(kinds) & {"state", "capital", "demonym", "body"}:
            found += [
                Name(text, row["name"], kind) for text in row[kind].split("|") if text and text not in taken
            ]
    return found


def others(name: str) -> list[str]:
    """Return the conflicts whose common names hold in this one too: the world's, then the rest."""
    return [other for other in (WORLD, *(c for c in conflict_names() if c != WORLD)) if other != name]


def inherited(name: str) -> list[list[Name]]:
    """Return the names that hold in a conflict besides its own: the world's, then those of all the rest."""
    lists = {other: read_names(FOLDER / other, COMMON_KINDS) for other in others(name)}
    return [lists.pop(WORLD, []), [item for names in lists.values() for item in names]]


def merged(groups: Iterable[list[Name]]) -> tuple[Name, ...]:
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


def read_fights(raw: dict[str, Any], where: str, own: Mapping[str, Party]) -> Iterable[tuple[str, str]]:
    """Yield the pairs of parties that fight each other: those listed, else every pair from two sides."""
    if "fights" in raw:
        for pair in raw["fights"]:
            if len(pair) != 2 or not set(pair) <= set(own):
                raise ConflictError(
                    f"{where}: `fights` has {pair!r}; each must be two parties of parties.toml."
                )
            yield pair[0], pair[1]
        return
    for a, b in product(own.values(), own.values()):
        if a.side is not None and b.side is not None and a.side < b.side:
            yield a.name, b.name


@cache
def marks() -> Mapping[str, Mapping[str, str]]:
    """Return for each word that tells of a conflict the conflicts it tells of, with the side, "" for none."""
    found: dict[str, dict[str, str]] = {}
    for conflict in conflict_names():
        if conflict == WORLD:
            continue
        folder = FOLDER / conflict
        side_of = {party.name: party.side or "" for party in read_parties(folder).values()}
        for name in read_names(folder, COMMON_KINDS):
            if side_of[name.party] and name.alone:
                found.setdefault(" ".join(words_of(name.text)), {})[conflict] = side_of[name.party]
        for word in strings_of(read_toml(folder / "conflict.toml"), "marks", f"{conflict}/conflict.toml"):
            found.setdefault(" ".join(words_of(word)), {})[conflict] = ""
    for row in read_countries(FOLDER / WORLD):
        for conflict in conflict_names():
            folder = FOLDER / conflict
            party = read_parties(folder).get(row["name"]) if conflict != WORLD else None
            if party is not None and party.side:
                for text in "|".join((row["state"], row["capital"], row["demonym"])).split("|"):
                    found.setdefault(" ".join(words_of(text)), {}).setdefault(conflict, party.side)
    return found


def words_of(text: str) -> list[str]:
    """Return the words of a text, in lower case, without a possessive ending."""
    return [re.sub(r"['’]s$", "", word.lower()) for word in re.findall(r"\w+(?:['’.-]\w+)*", text)]


def conflict_of(text: str) -> str:
    """Return the conflict whose names and words the text uses most, "world" if it fits none.

    Both sides must be named, or one of them along with words that tell of the conflict and no other.
    """
    words, known = words_of(text), marks()
    counts: dict[str, dict[str, int]] = {}
    start = 0
    while start < len(words):
        for length in range(WORDS_PER_NAME, 0, -1):
            hits = (
                known.get(" ".join(words[start : start + length])) if start + length <= len(words) else None
            )
            if hits:
                for conflict, side in hits.items():
                    sides = counts.setdefault(conflict, {})
                    sides[side] = sides.get(side, 0) + 1
                start += length - 1
                break
        start += 1
    scores = {}
    for conflict, sides in counts.items():
        named = sorted((n for side, n in sides.items() if side), reverse=True)
        second = named[1] if len(named) > 1 else 0
        if second or (named and sides.get("", 0)):
            scores[conflict] = 2 * second + sides.get("", 0)
    best = max(scores.values(), default=0)
    return next((name for name in sorted(scores) if scores[name] == best), WORLD) if best else WORLD
