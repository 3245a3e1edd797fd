"""Finds the places that a document names, and the first-level region that each lies in.

A word beside a name may say what it is ("the Kursk region", "the village of Lyman"), other capitalised words
may say that it is none ("Vladimir Putin", "Minsk agreements"). A name that several places bear means the one
in a region that the text names near by, else the one that plainly outweighs the others, else no region.
`use` tells whether the text speaks of the place itself or of those who sit there.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.gazetteer import (
    Gazetteer,
    GazetteerError,
    Place,
    Region,
    heaviest,
    read_gazetteer,
)
from pipeline.place_hits import SURE_WEIGHT, Hit, names_in
from pipeline.place_use import Use, Words, use_of

__all__ = [
    "Gazetteer",
    "GazetteerError",
    "Place",
    "PlaceMention",
    "Region",
    "place_mentions",
    "read_gazetteer",
]

SURE_TIMES = 20
NEAR = 4  # tokens from a town to the region that it is said to be in: "Lyman in the Donetsk region"


@dataclass(frozen=True)
class PlaceMention:
    """A place named in tokens start to end (exclusive): `region` is an ISO 3166-2 code, None if not known.

    `kind` is "region", "town", "capital", "installation", "district" or "area" (an area is no first-level
    region, so has no code). `use` is "location", or what the name does instead: "office" ("the governor of
    Kursk"), "government" ("Kyiv said"), "dateline", "name" ("Moscow-appointed", "the Baku-Ceyhan pipeline").
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
    paragraph = paragraphs(doc)
    sentence = {token.i: n for n, sent in enumerate(doc.sents) for token in sent}
    for hit in kept:
        resolve(hit, kept, (sentence.__getitem__, paragraph.__getitem__, lambda index: 0))
    mentions = [mention(hit, gazetteer, doc) for hit in kept if not hit.country]
    towns = {i for m in mentions if m.kind != "capital" for i in range(m.start, m.end)}
    return [replace(m, use=use_of(m.start, m.end, m.kind, words, towns)) for m in mentions]


def name_regions(found: list[Hit], words: Words) -> None:
    """Mark the names beside which the text says "region", "district", "sector", "village" and the like."""
    for number, hit in enumerate(found):
        for beside, others in (
            (words.after(hit.end), found[:number][::-1]),
            (words.before(hit.start), found[number + 1 :]),
        ):
            if not beside:
                continue
            kind, row = beside[0], [hit]
            for other in others if words.is_plural(beside[1]) else ():
                nearer, farther = sorted((row[-1], other), key=lambda member: member.start)
                if not words.joined(nearer.end, farther.start):
                    break
                row.append(other)
            for member in row:
                member.worded = member.worded or kind
                whole = member.stem or member.region
                if whole and (kind == "region" or (kind == "district" and not member.is_capital)):
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
    for hit in found:
        hit.places = tuple(p for p in hit.places if p.needs is None or hit.worded in p.needs)
        if hit.region is None and not hit.places and not hit.country:
            if not (hit.stem and hit.worded):
                continue
            hit.region = hit.stem
        if words.is_named_after(hit.end):
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


def is_person(hit: Hit, words: Words, taken: set[int]) -> bool:
    """Tell whether a name is a person's here."""
    personal = not hit.region and all(place.doubtful for place in hit.places)
    return words.is_person(hit.start, hit.end, taken - hit.tokens, personal, hit.is_heavy)


def paragraphs(doc: Doc) -> list[int]:
    """Return the number of the paragraph of each token."""
    numbers, number = [], 0
    for token in doc:
        numbers.append(number)
        number += "\n" in token.text
    return numbers


def resolve(hit: Hit, found: Sequence[Hit], scopes: Sequence[Callable[[int], int]]) -> None:
    """Choose the place that a name means here, if the text or the weights tell."""
    if hit.region or not hit.places:
        return
    regions = {place.region for place in hit.places}
    if len(regions) == 1:
        hit.chosen = max(hit.places, key=lambda place: place.weight)
        return
    for other in found:
        if 0 <= other.start - hit.end < NEAR and other.region in regions:
            hit.chosen = best([p for p in hit.places if p.region == other.region])
            return
    capitals = [place for place in hit.places if place.kind == "capital"]
    plain = capitals[0] if len(capitals) == 1 else heaviest(hit.places, SURE_TIMES)
    if plain and plain.weight >= SURE_WEIGHT:
        hit.chosen = plain
        return
    for scope in scopes:
        near = {o.settled for o in found if o is not hit and scope(o.start) == scope(hit.start)} - {None}
        countries = {o.country for o in found if o.country and scope(o.start) == scope(hit.start)}
        fitting = [p for p in hit.places if p.region in near]
        if not fitting:
            countries = countries or {code[:2] for code in near if code}
            fitting = [p for p in hit.places if p.region and p.region[:2] in countries]
        if fitting and (choice := heaviest(fitting, 2)):
            hit.chosen = choice
            return
    hit.chosen = heaviest(hit.places)


def best(places: Sequence[Place]) -> Place:
    """Return the place with the greatest weight."""
    return max(places, key=lambda place: place.weight)


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
