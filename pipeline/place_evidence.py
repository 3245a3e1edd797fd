"""Chooses between the places that bear one name by what else the sentence, paragraph and text name."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.gazetteer import Place, heaviest
from pipeline.place_hits import Hit

SMALL = 6_000  # people; a place of more is meant by its name, whatever region is named beside it
OPENING = 4  # tokens of a sentence, which may say where all is that it tells: "In the Hill region, …"
NEAR = 4  # tokens from a town to the region that it is said to be in: "Lowtown in the Hill region"


class Evidence:
    """How often each scope of a text (sentence, paragraph, the whole) names each region and country."""

    def __init__(self, doc: Doc, found: list[Hit]) -> None:
        sentence = [number for number, sent in enumerate(doc.sents) for _ in range(len(sent))]
        paragraph, number = [], 0
        for token in doc:
            paragraph.append(number)
            number += "\n" in token.text
        self.scopes = (sentence, paragraph, [0] * len(doc))
        self.regions: list[dict[int, Counter[str]]] = [defaultdict(Counter) for _ in self.scopes]
        self.countries: list[dict[int, Counter[str]]] = [defaultdict(Counter) for _ in self.scopes]
        self.worded: dict[int, set[str]] = defaultdict(set)
        for hit in found:
            told = hit.region and hit.worded == "region"
            if hit.region and told and hit.start - doc[hit.start].sent.start <= OPENING:
                self.worded[sentence[hit.start]].add(hit.region)
            for scope, regions, countries in zip(self.scopes, self.regions, self.countries, strict=True):
                if hit.settled:
                    regions[scope[hit.start]][hit.settled] += 1
                if hit.country:
                    countries[scope[hit.start]][hit.country] += 1

    def near(self, hit: Hit, scope: int) -> set[str]:
        """Return the regions that the other names of a scope leave no doubt of."""
        counts = self.regions[scope][self.scopes[scope][hit.start]]
        own = hit.settled
        return {region for region, count in counts.items() if count > (region == own)}

    def named(self, hit: Hit, scope: int) -> set[str]:
        """Return the countries that a scope names."""
        return set(self.countries[scope][self.scopes[scope][hit.start]])

    def elsewhere(self, hit: Hit) -> set[str]:
        """Return the countries that the text speaks of, if none of them has a place of this name."""
        spoken = {code[:2] for code in self.near(hit, -1)} | self.named(hit, -1)
        possible = {(place.region or "")[:2] for place in hit.places if place.kind != "area"}
        return spoken if possible and not spoken & possible else set()

    def is_astray(self, hit: Hit) -> bool:
        """Tell whether a name seems to be that of a small place far off: its sentence opens with the region
        of all it tells, where none of the name is known, and the text names the other region nowhere else."""
        place, here = hit.chosen, self.scopes[0][hit.start]
        told = self.worded[here]
        if place is None or not place.region or not told or hit.stem or place.weight >= SMALL:
            return False
        return place.region not in told | self.near(hit, -1) and place.region[:2] in {r[:2] for r in told}

    def resolve(self, hit: Hit, following: Hit | None) -> tuple[str | None, Place | None]:
        """Return the region, or the place, that a name means, as far as the text or the weights tell.

        `following` is the next name in the text.
        """
        if hit.region or not hit.places:
            return hit.region, None
        if hit.stem and hit.stem[:2] in self.elsewhere(hit):
            return hit.stem, None
        regions = {place.region for place in hit.places}
        if following and following.region in regions and following.start - hit.end < NEAR:
            fitting = [place for place in hit.places if place.region == following.region]
            return None, max(fitting, key=lambda place: place.weight)
        if len(regions) == 1:
            return None, max(hit.places, key=lambda place: place.weight)
        if hit.plain:
            return None, hit.plain
        for told in self.told(hit):
            fitting = [p for p in hit.places if p.region and {p.region, p.region[:2]} & told]
            if fitting and (choice := heaviest(fitting, 2)):
                return None, choice
        return None, heaviest(hit.places)

    def told(self, hit: Hit) -> Iterator[set[str]]:
        """Yield the regions and countries that speak for a place of the name, what speaks most for it first.

        Countries named come last: a country that is named acts, more often than it is where the act was.
        """
        scopes = range(len(self.scopes))
        for scope in scopes:
            near = self.near(hit, scope)
            yield near
            yield {code[:2] for code in near}
        for scope in scopes:
            yield self.named(hit, scope)
