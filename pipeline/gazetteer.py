"""The places of a conflict: regions by ISO 3166-2, towns, installations, and the look-up of their names.

A folder of a conflict holds `regions.csv` and `places.csv`, both made by `scripts/build_places.py`, and may
hold `more_places.csv`, written by hand. A row written by hand without a `weight` replaces what the built
files know under its names; with one it stands beside them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from pipeline.place_files import GazetteerError, number, read_rows, split
from pipeline.place_names import fold, loosen, loosen_arabic, spelling

LOOSE_LENGTH = 6
WIDE = 20
REGION_WEIGHT = 50_000
SPELLING = 10  # how much less readily a further spelling means a place than its own name does
ARABIC_LENGTH = 5
PLACE_COLUMNS = ("name", "region", "kind", "latitude", "longitude", "weight", "names")
KINDS = ("region", "town", "capital", "installation", "district", "area")


@dataclass(frozen=True, slots=True)
class Region:
    """A first-level region: `names` stand on their own, `stems` need a word such as "region" beside them."""

    code: str
    name: str
    country: str
    latitude: float | None
    longitude: float | None
    names: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A town, installation, district or area. `weight` is how likely its name means it (people, mostly).

    `doubtful`: "word" if the text must say that it is a place, for the name is an ordinary word or a surname
    too; "name" if it is a city's, but a first name or surname as well; else empty. `stem`: a region that is
    called so only with a word such as "region".
    """

    name: str
    region: str | None
    kind: str
    latitude: float | None
    longitude: float | None
    weight: int = 1
    doubtful: str = ""
    stem: bool = False

    @property
    def needs(self) -> tuple[str, ...] | None:
        """The kinds of word of which one must stand beside the name, None if it stands on its own."""
        if self.stem:
            return ("region", "district")
        return ("district",) if self.kind == "district" else None


@dataclass(frozen=True)
class Gazetteer:
    """All places of one conflict by the folded spellings of their names."""

    regions: Mapping[str, Region]
    places: tuple[Place, ...]
    by_name: Mapping[str, tuple[Place, ...]]
    by_loose_name: Mapping[str, tuple[Place, ...]]
    by_arabic_name: Mapping[str, tuple[Place, ...]]
    region_names: Mapping[str, str]
    region_stems: Mapping[str, str]
    countries: Mapping[str, str]
    longest: Mapping[str, int]
    lower: frozenset[str]
    capitals: frozenset[str]

    @cached_property
    def lower_begun(self) -> frozenset[str]:
        """The first words of the names that are written small."""
        return frozenset(name.split(" ")[0] for name in self.lower)

    @cached_property
    def is_wide(self) -> bool:
        """Whether it holds so many countries that a small town of one not spoken of is hardly meant."""
        return len({region.country for region in self.regions.values()}) > WIDE

    def named(self, key: str) -> tuple[Place, ...]:
        """Return the places that a folded name may mean, those with a slightly other spelling among them."""
        exact = self.by_name.get(key, ())
        if self.by_arabic_name and not exact and len(key) >= ARABIC_LENGTH:
            return self.by_arabic_name.get(loosen_arabic(key), ())
        if len(key) < LOOSE_LENGTH:
            return exact
        loose = self.by_loose_name.get(loosen(key), ())
        return tuple(dict.fromkeys((*exact, *loose))) if loose else exact

    def region_of(self, name: str) -> Region | None:
        """Return the region that a name stands for or lies in: `region_of(name).country` is "NO", say."""
        key = fold(name)
        code = self.region_names.get(key) or self.region_stems.get(key)
        if code is None:
            found = heaviest(self.named(key))
            code = found.region if found else None
        return self.regions.get(code) if code else None


def heaviest(places: tuple[Place, ...] | list[Place], times: int = 4) -> Place | None:
    """Return the place that a name plainly means: those outside its region together weigh `times` less."""
    if not places:
        return None
    best = max(places, key=lambda place: place.weight)
    rest = sum(place.weight for place in places if place.region != best.region)
    return best if best.weight >= times * rest else None


@cache
def read_gazetteer(folder: Path) -> Gazetteer:
    """Return the places of a conflict's folder. Raises GazetteerError if a file is missing or wrong."""
    regions = {}
    for where, row in read_rows(
        folder / "regions.csv", ("code", "name", "latitude", "longitude", "names", "stems")
    ):
        code = row["code"]
        latitude, longitude = number(row["latitude"], where), number(row["longitude"], where)
        names, stems = split(row["names"]), split(row["stems"])
        regions[code] = Region(code, row["name"], code[:2], latitude, longitude, names, stems)
    spelled = {name for region in regions.values() for name in (*region.names, *region.stems)}
    by_name: dict[str, list[Place]] = {}
    places = [
        *read_places(folder / "places.csv", regions, by_name, spelled),
        *read_places(folder / "more_places.csv", regions, by_name, spelled),
    ]
    region_names = own_names({r.code: r.names for r in regions.values()}, regions, by_name, stem=False)
    region_stems = own_names({r.code: r.stems for r in regions.values()}, regions, by_name, stem=True)
    wide = len({region.country for region in regions.values()}) > WIDE
    by_loose_name = loosely(by_name, "slavic", loosen, LOOSE_LENGTH)
    by_arabic_name = {} if wide else loosely(by_name, "arabic", loosen_arabic, ARABIC_LENGTH)
    countries: dict[str, str] = {}
    states = folder.parent / "world" / "countries.csv"
    for _, row in read_rows(states, ("code", "state", "demonym")) if states.exists() else ():
        countries.update((fold(name), row["code"]) for name in split(row["state"]) + split(row["demonym"]))
    longest: dict[str, int] = {}
    for key in (*by_name, *region_names, *region_stems, *countries):
        words = key.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Gazetteer(
        regions,
        tuple(places),
        {key: tuple(named) for key, named in by_name.items()},
        by_loose_name,
        by_arabic_name,
        region_names,
        region_stems,
        countries,
        longest,
        frozenset(fold(name) for name in spelled if name[0].islower()),
        frozenset(fold(name) for name in spelled if name.isupper() and len(name) > 1),
    )


def loosely(
    by_name: Mapping[str, list[Place]], script: str, loose_name: Callable[[str], str], least: int
) -> dict[str, tuple[Place, ...]]:
    """Return the places whose names are of a script by the loose spelling of the longer of these."""
    countries = spelling(script).countries
    found: dict[str, list[Place]] = {}
    for key, named in by_name.items():
        own = [place for place in named if (place.region or "")[:2] in countries] if len(key) >= least else []
        if own:
            loose = loose_name(key)
            if " " in key and " " not in loose:  # without its article a name is rather a person's
                own = [replace(place, doubtful=place.doubtful or "word") for place in own]
            found.setdefault(loose, []).extend(own)
    return {key: tuple(dict.fromkeys(named)) for key, named in found.items()}


def own_names(
    names: Mapping[str, tuple[str, ...]],
    regions: Mapping[str, Region],
    by_name: dict[str, list[Place]],
    stem: bool,
) -> dict[str, str]:
    """Return the region of each folded name that is one region's only.

    Those of several regions are entered among the names of places, which the text around them tells apart. A
    name that is an area's by hand is no region's.
    """
    codes: dict[str, list[str]] = {}
    for code, own in names.items():
        for key in {fold(name) for name in own}:
            codes.setdefault(key, []).append(code)
    for key, several in codes.items():
        if len(several) > 1:
            by_name.setdefault(key, []).extend(
                Place(r.name, r.code, "region", r.latitude, r.longitude, REGION_WEIGHT, stem=stem)
                for r in (regions[code] for code in several)
            )
    areas = {key for key, places in by_name.items() if places[0].kind == "area"}
    return {key: only[0] for key, only in codes.items() if len(only) == 1 and (stem or key not in areas)}


def read_places(
    path: Path, regions: Mapping[str, Region], by_name: dict[str, list[Place]], spelled: set[str]
) -> list[Place]:
    """Return the places of a file, and enter them under their folded names.

    `spelled` gathers the names as they are spelled. Raises GazetteerError if a row is wrong.
    """
    if path.name != "places.csv" and not path.exists():
        return []
    places: list[Place] = []
    by_hand: dict[str, list[Place]] = {}
    for where, row in read_rows(path, PLACE_COLUMNS):
        region, kind = row["region"] or None, row["kind"] or "town"
        if region and region not in regions:
            raise GazetteerError(f"{where}: the region {region!r} is not in regions.csv.")
        if kind not in KINDS:
            raise GazetteerError(f"{where}: the kind {kind!r} is none of {', '.join(KINDS)}.")
        latitude, longitude = number(row["latitude"], where), number(row["longitude"], where)
        weight = number(row["weight"], where)
        doubtful = row.get("doubtful") or ""
        fields = (row["name"], region, kind, latitude, longitude)
        place = Place(*fields, int(weight or 1), doubtful)
        places.append(place)
        spelled |= {place.name, *split(row["names"])}
        target, key = by_hand if weight is None else by_name, fold(place.name)
        target.setdefault(key, []).append(place)
        if row["names"]:
            less = Place(*fields, max(1, place.weight // SPELLING), doubtful if doubtful == "name" else "")
            for other in {fold(name) for name in split(row["names"])} - {key, ""}:
                target.setdefault(other, []).append(place if weight is None else less)
    by_name.update(by_hand)
    return places
