"""Finds the places that a document names, and the first-level region that each lies in.

A word beside a name may say what it is ("the Hill region", "the village of Lowtown"), other capitalised words
may say that it is none ("Ann Hilltown", "Hilltown agreements"). A name that several places bear means the one
in a region that the text names near by, else the one that plainly outweighs the others, else no region.
`use` tells whether the text speaks of the place itself or of those who sit there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from spacy.tokens import Doc

from pipeline.gazetteer import (
    Gazetteer,
    Place,
    Region,
    read_gazetteer,
)
from pipeline.place_evidence import Evidence
from pipeline.place_files import GazetteerError
from pipeline.place_hits import Hit, names_in
from pipeline.place_use import Use, use_of
from pipeline.place_words import Words

__all__ = [
    "Gazetteer",
    "GazetteerError",
    "Place",
    "PlaceMention",
    "Region",
    "place_mentions",
    "read_gazetteer",
]


@dataclass(frozen=True)
class PlaceMention:
    """A place named in tokens start to end (exclusive): `region` is an ISO 3166-2 code, None if not known.

    `kind` is "region", "town", "capital", "installation", "district" or "area" (an area is no first-level
    region, so has no code). `use` is "location", or what the name does instead: "office" ("the governor of
    Hill"), "government" ("Hilltown said"), "dateline", "name" ("Hilltown-led", "the Hilltown pipeline").
    """

    start: int
    end: int
    name: str
    region: str | None
    kind: str
    latitude: float | None
    longitude: float | None
    use: Use = "location"

    @property
    def locative(self) -> bool:
        """Tell whether the text speaks of the place as a place."""
        return self.use == "location"


def place_mentions(doc: Doc, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Return the places named in a document, in text order, none overlapping."""
    found = list(names_in(doc, gazetteer))
    words = Words(doc)
    name_regions(found, words)
    kept = list(without_others(found, words))
    evidence = Evidence(doc, kept)
    for hit, following in zip_longest(kept, kept[1:]):
        hit.region, hit.chosen = evidence.resolve(hit, following)
    kept = [hit for hit in kept if not evidence.is_astray(hit)]
    if gazetteer.is_wide:
        kept = [hit for hit in kept if hit.is_heavy or hit.region or not evidence.elsewhere(hit)]
    mentions = [mention(hit, gazetteer, doc) for hit in kept if not hit.country]
    towns = {i for m in mentions if m.kind != "capital" for i in range(m.start, m.end)}
    used = [replace(m, use=use_of(m.start, m.end, m.kind, words, towns)) for m in mentions]
    persons = {hit.start for hit in kept if hit.is_personal and not hit.worded}
    return [m for m in used if m.use != "office" or m.start not in persons]  # "Austin said"


def name_regions(found: list[Hit], words: Words) -> None:
    """Mark the names beside which the text says "region", "district", "sector", "village" and the like."""
    for number, hit in enumerate(found):
        for beside, step in ((words.after(hit.end), -1), (words.before(hit.start), 1)):
            if not beside:
                continue
            row = [hit]
            index = number + step
            while words.is_plural(beside[1]) and 0 <= index < len(found):
                first, second = sorted((row[-1], found[index]), key=lambda member: member.start)
                if not words.joined(first.end, second.start):
                    break
                row.append(found[index])
                index += step
            for member in row:
                member.worded = member.worded or beside[0]
                whole = member.stem or member.region
                if whole and (beside[0] == "region" or (beside[0] == "district" and not member.is_capital)):
                    member.region = whole


def without_others(found: list[Hit], words: Words) -> Iterator[Hit]:
    """Yield the names that are places here: not persons, newspapers, agreements or ordinary words."""
    plain = [
        hit
        for hit in found
        if hit.worded or hit.region or hit.country or hit.is_heavy or hit.end - hit.start > 1
    ]
    taken = {index for hit in plain for index in range(hit.start, hit.end)}
    persons = {hit.key for hit in found if hit.places and is_person(hit, words, taken)}
    previous: Hit | None = None
    for hit, following in zip_longest(found, found[1:]):
        hit.places = tuple(p for p in hit.places if p.needs is None or hit.worded in p.needs)
        if hit.worded == "district":
            hit.places = tuple(p for p in hit.places if p.kind == "district") or hit.places
        if hit.region is None and not hit.places and not hit.country:
            if not (hit.stem and hit.worded):
                continue
            hit.region = hit.stem
        if words.is_named_after(hit.end):
            continue
        if is_part(hit, previous, following, words):
            continue
        if not (hit.worded or hit.country) and is_person(hit, words, taken):
            continue
        if not (hit.worded or hit.region or hit.country):
            if hit.key in persons and not hit.is_heavy:
                continue
            if hit.end - hit.start == 1 and words.is_river(hit.start, hit.end) and hit.is_town:
                continue
            beside = previous is not None and words.joined(previous.end, hit.start)
            if hit.is_doubtful and not beside and not words.is_located(hit.start, hit.end):
                continue
        yield hit
        previous = hit


def is_part(hit: Hit, previous: Hit | None, following: Hit | None, words: Words) -> bool:
    """Tell whether a name is that of a part of the city beside it, which it may share with a place elsewhere:
    "Hilltown's Lowford district", "the Lowford district of Hilltown"."""
    district = hit.is_district or hit.worded == "district" or "district" in words.kinds(hit.end - 1)
    if previous and district and words.owns(previous.end, hit.start):
        return True
    city = following is not None and following.worded in (None, "district") and bool(following.places)
    return city and following is not None and words.is_part_of(hit.end, following.start)


def is_person(hit: Hit, words: Words, taken: set[int]) -> bool:
    """Tell whether a name is a person's here."""
    return words.is_person(hit.start, hit.end, taken, hit.is_personal, hit.is_heavy)


def mention(hit: Hit, gazetteer: Gazetteer, doc: Doc) -> PlaceMention:
    """Return the mention of a name that has been resolved."""
    name = doc[hit.start : hit.end].text
    if hit.region:
        region = gazetteer.regions[hit.region]
        point = region.latitude, region.longitude
        return PlaceMention(hit.start, hit.end, name, region.code, "region", *point)
    if hit.chosen:
        place = hit.chosen
        point = place.latitude, place.longitude
        return PlaceMention(hit.start, hit.end, name, place.region, place.kind, *point)
    return PlaceMention(hit.start, hit.end, name, None, hit.places[0].kind, None, None)
