"""Measures what linking one more document costs, early and late: `python benchmarks/linking.py`.

The documents are generated, from a fixed seed: strikes on towns, some of which are hit every day, told by
several reports each, of which two in five give no day and some have an answer. Printed is the processor time
of adding a document and of making the disputes near it anew, and the ratio of the last window to the first.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT))

from rows import Row, at_most, keep, options  # noqa: E402

from pipeline.conflict import load_conflict  # noqa: E402
from pipeline.disputes import Disputes, Report  # noqa: E402
from pipeline.records import Claim, Document  # noqa: E402

FIRST, WINDOW = 1_000, 500  # documents
BAR = 2.0  # times what the first cost
A_DAY, STRIKES = 20, 7  # documents, and strikes that they tell of
DATED, ANSWERED = 0.6, 0.25  # shares
LARGE = 20_000  # people in a town
THINGS = (
    "power station|substation|oil depot|hospital|school|apartment block|railway bridge|port|market|church"
)
WEAPONS = "drones|missiles|rockets|shells|guided bombs"
TELLINGS = (
    "{side} {weapons} hit the {thing} in {town}{when}, the governor said, and {name} told of {number} calls.",
    "The army accused {side} forces of attacking the {thing} in {town} with {weapons}{when}, {name} wrote.",
    "According to officials, the {thing} in {town} was damaged by {side} {weapons}{when}, said {name}.",
)
ANSWERS = (
    "{side} officials denied that their forces had struck the {thing} in {town}, {name} said.",
    "{side} officials called the charge over the {thing} invented, {name} said.",
)
FIRST_PARTS = (
    "Ost",
    "Vel",
    "Mar",
    "Kor",
    "Tam",
    "Bur",
    "Sel",
    "Gor",
    "Lut",
    "Pav",
    "Dom",
    "Rad",
    "Zim",
    "Nov",
)
NAMES = [
    first + last for first in FIRST_PARTS for last in ("enko", "ovsky", "aev", "chuk", "arin", "uk", "ets")
]


def main(documents: int) -> list[Row]:
    """Add the documents, measure windows of them, print and return the row."""
    disputes = Disputes()
    costs: list[tuple[float, int]] = []
    windows: list[float] = []
    wanted = FIRST
    print(f"{'documents':>10}{'ms a document':>16}{'claims near it':>17}")
    for number, report in enumerate(generated(documents), 1):
        began = time.process_time()
        added = disputes.add(report)
        if number > wanted - WINDOW:
            near = disputes.near(added)
            took = 1000 * (time.process_time() - began)
            costs.append((took, sum(len(one.members) for one in near)))
        if number == wanted:
            windows.append(mean(took for took, _ in costs))
            print(f"{number:>10,}{windows[-1]:>16.1f}{mean(near for _, near in costs):>17.0f}", flush=True)
            costs, wanted = [], min(10 * wanted, documents)
    ratio = windows[-1] / windows[0]
    print(f"the last costs {ratio:.2f} times the first")
    detail = f"{windows[0]:.1f} ms at {FIRST:,}, {windows[-1]:.1f} ms at {documents:,}, without a database"
    return [at_most(f"linking document {documents:,}", f"document {FIRST:,}", ratio, BAR, detail)]


def generated(documents: int) -> Iterator[Report]:
    """Yield reports, day by day."""
    chance = random.Random(1)
    places = load_conflict("ukraine").gazetteer.places
    towns = sorted({(p.name, p.region) for p in places if p.kind == "town" and p.region and p.weight > LARGE})
    chance.shuffle(towns)
    day = date(2022, 3, 1)
    for number in range(documents):
        if number % A_DAY == 0:
            day += timedelta(1)
            strikes = [strike(chance, towns) for _ in range(STRIKES)]
        told = [
            one
            for each in chance.sample(strikes, chance.choice((1, 1, 2)))
            for one in claims(chance, each, day)
        ]
        yield report(number, day, told)


def strike(chance: random.Random, towns: list[tuple[str, str]]) -> dict[str, str]:
    """Return what a strike is told by; the first towns are struck most."""
    town, region = towns[min(len(towns), int(chance.paretovariate(1))) - 1]
    side, other = chance.choice((("Russian", "Ukraine"), ("Ukrainian", "Russia")))
    thing, weapons = chance.choice(THINGS.split("|")), chance.choice(WEAPONS.split("|"))
    return {"town": town, "region": region, "side": side, "by": other, "thing": thing, "weapons": weapons}


def claims(chance: random.Random, strike: dict[str, str], day: date) -> Iterator[Claim]:
    """Yield the allegation, and sometimes an answer."""
    accused = "Ukraine" if strike["by"] == "Russia" else "Russia"
    dated = chance.random() < DATED
    words = {**strike, "name": chance.choice(NAMES), "number": chance.randint(2, 900)}
    words["when"] = f" on {day:%A}" if dated else ""
    yield claim(
        chance.choice(TELLINGS).format(**words),
        "alleges",
        strike["by"],
        accused,
        strike["region"],
        day if dated else None,
    )
    if chance.random() < ANSWERED:
        yield claim(chance.choice(ANSWERS).format(**words), "denies", accused, accused, "", None)


def claim(sentence: str, stance: str, by: str, accused: str, region: str, day: date | None) -> Claim:
    """Return a claim without its place in a text."""
    return Claim(
        sentence=sentence,
        span=(0, 0),
        stance=stance,
        claimant=by,
        accused=accused,
        category="other_strike",
        speaker=None,
        regions=(region,) if region else (),
        date_from=day,
        date_to=day,
    )


def report(number: int, day: date, told: list[Claim]) -> Report:
    """Return a report of claims, each a paragraph."""
    text, placed = "", []
    for one in told:
        placed.append(Claim(**{**vars(one), "span": (len(text), len(text) + len(one.sentence))}))
        text += f"{one.sentence}\n\n"
    title = f"Report {number} of the day"
    return Report(
        Document(id=f"d{number}", text=text, title=title, published=day, conflict="ukraine"), tuple(placed)
    )


if __name__ == "__main__":
    given = options(__doc__, documents=100_000)
    keep(given.json, main(given.documents))
