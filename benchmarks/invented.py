"""Invents reports for measurements: documents with claims and the stories behind them, skewed as real.

Days grow denser with the years and have bursts; few regions, publishers and towns hold most; texts are short
and sometimes very long; some stories are told by many and answered. The same number and seed give the same.
"""

import random
import tomllib
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from pipeline.conflict import Conflict, load_conflict

WORDS = tomllib.loads(Path(__file__).with_name("generate.toml").read_text())
CONFLICTS = {  # how much of all is said of each, and since which year
    "ukraine": (62, 2014),
    "israel-gaza": (14, 2014),
    "israel-lebanon": (7, 2016),
    "sudan": (6, 2019),
    "armenia-azerbaijan": (4, 2014),
    "india-pakistan": (3, 2014),
    "drc-m23": (3, 2017),
    "thailand-cambodia": (1, 2018),
}
FIRST, LAST = (2014, 3), (2025, 10)  # months
GROWTH = 1.28  # a year
SIZES = (1, 1, 1, 2, 2, 3, 4)  # allegations in a document
LARGE = 15_000  # people in a town
SMALL_PAPERS = 60  # publishers of a conflict that are no source of it
ANSWERED, ADMITTED, TOTAL, DATED, NO_REGION, TWO_REGIONS = 0.24, 0.03, 0.04, 0.65, 0.1, 0.08


@dataclass
class Story:
    """One act: who accuses whom of what, and the claims that were made of it (document, claim)."""

    day: date
    by: str
    accused: str | None
    category: str
    fields: dict[str, str]
    places: list[Any]
    tally: bool
    told: list[tuple[int, int, str]] = field(default_factory=list)  # with the stance


@dataclass
class Chunk:
    """What is said of a conflict in a month: documents with their claims, and the stories behind them."""

    conflict: str
    documents: list[tuple[dict[str, Any], list[dict[str, Any]]]]
    stories: list[Story]


def chunks(claims: int, seed: int = 1) -> Iterator[Chunk]:
    """Yield so many claims, a conflict and month at a time, the earliest first."""
    chance = random.Random(seed)
    worlds = {name: World(load_conflict(name), chance) for name in CONFLICTS}
    months = [(year, month) for year in range(FIRST[0], LAST[0] + 1) for month in range(1, 13)]
    months = [one for one in months if FIRST <= one <= LAST]
    parts = [
        (weight * GROWTH ** (month[0] - FIRST[0]) * chance.lognormvariate(0, 0.5), name, month)
        for month in months
        for name, (weight, since) in CONFLICTS.items()
        if month[0] >= since
    ]
    whole, done, number = sum(weight for weight, *_ in parts), 0, 0
    for reached, (_, name, month) in zip(accumulate(w for w, *_ in parts), parts, strict=True):
        wanted = round(claims * reached / whole) - done
        if wanted > 0:
            yield worlds[name].month(*month, wanted, number)
            done, number = done + wanted, number + 1


class World:
    """A conflict as reports draw on it."""

    def __init__(self, conflict: Conflict, chance: random.Random) -> None:
        self.name, self.chance = conflict.name, chance
        towns = [p for p in conflict.gazetteer.places if p.region and p.kind == "town" and p.weight > LARGE]
        chance.shuffle(towns)
        self.towns = Skewed(towns, 0.8, chance)
        parties = [conflict.parties[name] for name in conflict.own]
        self.sides = [[p.name for p in parties if p.side == side] for side in conflict.sides]
        self.others = [p.name for p in parties if not p.side] or ["UN"]
        papers = [f"{p.name} {WORDS['papers'][n % 10]}" for n, p in enumerate(towns[:SMALL_PAPERS])]
        feeds: list[tuple[str, str | None]] = [(one.name, one.url) for one in conflict.sources]
        self.papers = Skewed([*feeds, *((name, None) for name in dict.fromkeys(papers))], 1.0, chance)

    def month(self, year: int, month: int, claims: int, number: int) -> Chunk:
        """Return a month of so many claims."""
        chunk = Chunk(self.name, [], [])
        days = [date(year, month, day + 1) for day in range(monthrange(year, month)[1])]
        bursts = [self.chance.lognormvariate(0, 0.6) for _ in days]
        done, whole = 0, sum(bursts)
        fresh: list[Story] = []
        for day, reached in zip(days, accumulate(bursts), strict=True):
            wanted = round(claims * reached / whole) - done
            if not wanted:
                continue
            yesterday = fresh[: len(fresh) // 8]
            fresh = [self.story(day) for _ in range(max(3, wanted // 2))]
            stories = Skewed([*fresh, *yesterday], 0.55, self.chance)
            left = wanted
            while left > 0:
                left -= self.document(chunk, day, stories, left, number)
            done += wanted
            chunk.stories += fresh
        chunk.stories = [story for story in chunk.stories if story.told]
        return chunk

    def story(self, day: date) -> Story:
        """Return a new act of a day."""
        chance = self.chance
        mine, theirs = chance.sample(self.sides, 2)
        by = chance.choice(self.others) if chance.random() < 0.06 else zipf(mine, chance)
        accused = None if chance.random() < 0.05 else zipf(theirs, chance)
        category = chance.choices(("other_strike", "energy_strike", "ceasefire_violation"), (55, 25, 20))[0]
        tally = chance.random() < TOTAL
        dated = tally or chance.random() < DATED
        places = [] if tally or chance.random() < NO_REGION else [self.towns()]
        if places and chance.random() < TWO_REGIONS:
            places.append(self.towns())
        things = WORDS["energy"] if category == "energy_strike" else WORDS["things"]
        fields = {
            "thing": chance.choice(things),
            "weapons": chance.choice(WORDS["weapons"]),
            "town": places[0].name if places else "the front",
            "number": str(int(chance.paretovariate(0.9)) + 1),
            "when": f" on {day:%A}" if dated else "",
        }
        return Story(day, by, accused, category, fields, places, tally)

    def document(self, chunk: Chunk, day: date, stories: "Skewed", most: int, number: int) -> int:
        """Add a document of that day to the chunk; return how many claims it holds."""
        chance, index = self.chance, len(chunk.documents)
        text, claims = self.filler(), list[dict[str, Any]]()
        picked: list[Story] = []
        for _ in range(min(most, chance.choice(SIZES))):
            story = stories()
            if story in picked:
                continue
            picked.append(story)
            stances = ["alleges"]
            if story.accused and chance.random() < ANSWERED and not story.tally:
                stances.append("denies")
            if story.accused and chance.random() < ADMITTED and not story.tally:
                stances.append("admits")
            for stance in stances[: most - len(claims)]:
                claim = self.claim(story, stance, len(text), day)
                story.told.append((index, len(claims), stance))
                claims.append(claim)
                text += f"{claim['sentence']} {self.filler()}"
        name, feed = self.papers()
        story = picked[0]
        title = chance.choice(WORDS["titles"]).format(
            by=story.by, side=story.accused or "nobody", **story.fields
        )
        document = {
            "id": f"{self.name}-{number}-{index}",
            "url": f"https://{name.lower().replace(' ', '-')}.example/{day}/{number}-{index}",
            "publisher": name, "title": title, "published": day, "language": "en", "conflict": self.name,
            "text": text, "kind": "report", "source": feed, "fetched": f"{day + timedelta(1)}T06:00:00Z",
        }  # fmt: skip
        chunk.documents.append((document, claims))
        return len(claims)

    def claim(self, story: Story, stance: str, start: int, day: date) -> dict[str, Any]:
        """Return a claim whose sentence begins at a character of the text."""
        chance, answer = self.chance, stance != "alleges"
        by = story.accused if answer else story.by
        kind = {"denies": "answers", "admits": "admissions"}.get(stance)
        kind = kind or ("totals" if story.tally else "tellings")
        if kind == "tellings" and story.category == "ceasefire_violation":
            kind = "breaches"
        name = chance.choice(WORDS["first"]) + chance.choice(WORDS["last"])
        sentence = chance.choice(WORDS[kind]).format(
            by=by, side=story.accused or "somebody", name=name, **story.fields
        )
        spans = [(sentence.find(place.name), place) for place in story.places]
        dated = bool(story.fields["when"]) and not answer
        counted = not answer and (story.tally or story.fields["number"] in sentence)
        unit = "times" if story.category == "ceasefire_violation" else story.fields["weapons"]
        at = start + sentence.index(name)
        return {
            "sentence": sentence, "span": (start, start + len(sentence)), "stance": stance, "claimant": by,
            "accused": story.accused, "category": story.category, "speaker": name,
            "speaker_span": (at, at + len(name)),
            "regions": () if answer else sorted({place.region for place in story.places}),
            "count": int(story.fields["number"]) if counted else None,
            "unit": unit if counted else None,
            "bound": "exact" if counted else None,
            "date_from": story.day if dated else None, "date_to": story.day if dated else None,
            "target": story.fields["thing"], "weapon": story.fields["weapons"], "rule": kind,
            "places": [
                {"name": p.name, "span": (start + begin, start + begin + len(p.name)), "region": p.region,
                 "latitude": p.latitude, "longitude": p.longitude}
                for begin, p in spans if begin >= 0 and not answer
            ],
            "grounds": ({"entry": f"reporting:{kind}", "span": (start, start + 5)},),
        }  # fmt: skip

    def filler(self) -> str:
        """Return other sentences, mostly few and sometimes many."""
        many = min(40, int(self.chance.lognormvariate(0.3, 1.0)))
        return "".join(f"{sentence} " for sentence in self.chance.choices(WORDS["fillers"], k=many))


class Skewed:
    """Draws from a list, the first most often, each by a power of its place."""

    def __init__(self, values: list[Any], power: float, chance: random.Random) -> None:
        self.values, self.chance = values, chance
        self.reached = list(accumulate((place + 1) ** -power for place in range(len(values))))

    def __call__(self) -> Any:
        return self.chance.choices(self.values, cum_weights=self.reached)[0]


def zipf(names: list[str], chance: random.Random) -> str:
    """Return one of few names, the first far more often than the others."""
    return names[min(len(names), int(chance.paretovariate(1.6))) - 1]
