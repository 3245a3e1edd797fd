"""Finds the names of places in a text in one pass, with all that each may mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.gazetteer import Gazetteer, Place, heaviest
from pipeline.place_names import pieces

SURE_WEIGHT = 100_000  # a name of such a city means it, whatever other regions are named around it
SURE_TIMES = 20  # so much must it outweigh all others of the name
SHORT = 4  # letters of a name in capitals that is rather an abbreviation


@dataclass
class Hit:
    """A name found in the text, with all that it could mean."""

    start: int
    end: int
    key: str
    places: tuple[Place, ...] = ()
    region: str | None = None
    stem: str | None = None
    worded: str | None = None
    country: str | None = None
    chosen: Place | None = None

    @property
    def is_heavy(self) -> bool:
        """Whether the name is that of a city."""
        return any(place.weight >= SURE_WEIGHT for place in self.places)

    @property
    def is_district(self) -> bool:
        """Whether the name is only known as that of a district."""
        return bool(self.places) and all(place.kind == "district" for place in self.places)

    @property
    def is_personal(self) -> bool:
        """Whether the name is also a person's."""
        return any(place.doubtful for place in self.places)

    @property
    def is_town(self) -> bool:
        """Whether the name can only be that of a town."""
        return all(place.kind == "town" for place in self.places)

    @property
    def is_capital(self) -> bool:
        """Whether the name is that of a state's capital."""
        return any(place.kind == "capital" for place in self.places)

    @property
    def is_doubtful(self) -> bool:
        """Whether the name is a place's only where the text says so."""
        return bool(self.places) and all(place.doubtful == "word" for place in self.places)

    @property
    def settled(self) -> str | None:
        """The region if the name alone leaves no doubt of it."""
        if self.region:
            return self.region
        regions = {place.region for place in self.places}
        if len(regions) == 1:
            return regions.pop()
        return self.plain.region if self.plain else None

    @property
    def plain(self) -> Place | None:
        """The one place that so well-known a name means whatever else the text names."""
        capitals = [place for place in self.places if place.kind == "capital"]
        plain = capitals[0] if len(capitals) == 1 else heaviest(self.places, SURE_TIMES)
        return plain if plain and plain.weight >= SURE_WEIGHT else None


def names_in(doc: Doc, gazetteer: Gazetteer) -> Iterator[Hit]:
    """Yield the longest names that the text holds, capitalised as the gazetteer has them."""
    texts = [token.text for token in doc]
    units = [(piece, index) for index, text in enumerate(texts) for piece in pieces(text)]
    position = 0
    while position < len(units):
        piece, first = units[position]
        if not texts[first][0].isupper() and piece not in gazetteer.lower_begun:
            position += 1
            continue
        longest = gazetteer.longest.get(piece, 1)
        for size in range(min(longest, len(units) - position), 0, -1):
            last = units[position + size - 1][1]
            hit = named(
                doc, first, last + 1, " ".join(u for u, _ in units[position : position + size]), gazetteer
            )
            if hit:
                yield from shared_name(doc, hit, gazetteer)
                yield hit
                break
        else:
            size = 1
        while position < len(units) and size:
            position, size = position + 1, size - 1


def shared_name(doc: Doc, hit: Hit, gazetteer: Gazetteer) -> Iterator[Hit]:
    """Yield the region before one with which it shares the end of its name: "North and South Hill"."""
    start, (_, space, rest) = hit.start - 2, hit.key.partition(" ")
    if hit.region and rest and start >= 0 and doc[start + 1].pos_ == "CCONJ":
        first = pieces(doc[start].text)
        other = named(doc, start, start + 1, first[0] + space + rest, gazetteer) if len(first) == 1 else None
        if other and other.region:
            yield other


def named(doc: Doc, start: int, end: int, key: str, gazetteer: Gazetteer) -> Hit | None:
    """Return what the gazetteer has under a key, if the text writes it as a name."""
    text = doc[start].text
    if not text[0].isupper() and key not in gazetteer.lower:
        return None
    region, stem = gazetteer.region_names.get(key), gazetteer.region_stems.get(key)
    country = gazetteer.countries.get(key)
    if country:
        return Hit(start, end, key, country=country) if text[0].isupper() else None
    places = gazetteer.by_name.get(key, ()) if text.isupper() else gazetteer.named(key)
    if not text[0].isupper():
        return Hit(start, end, key, region=region, places=places)
    capitals = text.isupper() and len(text) > 1
    short = capitals and end - start == 1 and len(text) <= SHORT and key not in gazetteer.capitals
    if short and (len(text) < SHORT or all(place.weight < SURE_WEIGHT for place in places)):
        return None
    if key in gazetteer.capitals and not capitals and end - start == 1:
        return None
    if region and any(place.kind == "capital" for place in places):
        region, stem = None, stem or region
    if region or stem or places:
        return Hit(start, end, key, places, region, stem)
    return None
