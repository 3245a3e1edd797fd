"""Reads what a conflict lists: its agreements, its sources, and who fights whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, Literal

from courlan import extract_domain

from pipeline.conflict_files import ConflictError, check_address, day_of, read_toml, strings_of
from pipeline.party_files import FOLDER, WORLD, Party, others, read_parties


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
    """A feed or a site that reports on the conflict; `side` is the party whose own outlet it is.

    `site` is the domain of its articles ("bbc.com"), by which those that came another way are known for its.
    """

    name: str
    url: str
    country: str
    side: str | None = None
    feed: bool = False
    site: str | None = None


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
        site = entry.get("site") or extract_domain(url)
        if not isinstance(site, str):
            raise ConflictError(f"{where}: `site` is no domain.")
        yield Source(entry["name"], url, entry["country"], entry.get("side"), bool(entry.get("feed")), site)


def all_fights(folder: Path) -> Iterable[tuple[str, str]]:
    """Yield the pairs of a conflict, then those of the others without its own fighters; the world has all."""
    own = list(read_fights(folder))
    fighters = {party for pair in own for party in pair if folder.name != WORLD}
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
