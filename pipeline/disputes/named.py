"""The places that a text names, told without a parse: its capitalised words against the names of a conflict.

A dispute is looked for among claims that may have been made long ago, so nothing here needs the model's
parse.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.conflict import Conflict, load_conflict
from pipeline.gazetteer import Place
from pipeline.lexicon import read_lexicon
from pipeline.place_names import fold, pieces

LONGEST = 5  # words of a name
NO_PLACES = frozenset({"state", "demonym", "person", "body", "outlet", "hostile", "generic", "capital"})


@dataclass(frozen=True)
class Named:
    """What a text names: ids of towns and installations with the regions they lie in, and regions
    themselves.

    `seats` are the regions whose name stands alone, so that it may mean the town that a region is named
    after. `region_words` are the words of the names of regions, `region_names` these names in one.
    """

    towns: frozenset[tuple[str, str]] = frozenset()
    regions: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    region_words: frozenset[str] = frozenset()
    region_names: frozenset[str] = frozenset()


@cache
def party_words(name: str) -> frozenset[str]:
    """Return the folded names of a conflict's parties, people and bodies, which are no places here."""
    return frozenset(fold(one.text.lstrip("=")) for one in load_conflict(name).names if one.kind in NO_PLACES)


@lru_cache(maxsize=2_000)
def named(text: str, conflict: Conflict, hidden: str = "", regions: tuple[str, ...] = ()) -> Named:
    """Return what a text names; the words of `hidden` (who speaks) are left out.

    `regions`, if there are any, are those in which the act took place: a name of another region is left out.
    """
    if hidden:
        text = text.replace(hidden, " , ")
    towns: set[tuple[str, str]] = set()
    around: set[tuple[str, str]] = set()
    codes: set[str] = set()
    seats: set[str] = set()
    words: set[str] = set()
    whole: set[str] = set()
    for key, after in names_in(text, conflict):
        if after in truce_words():
            continue  # "the Hilltown ceasefire" tells which one it is, and no place
        code = conflict.gazetteer.region_names.get(key) or conflict.gazetteer.region_stems.get(key)
        if code and (not regions or code in regions):
            codes.add(code)
            words.update(key.split())
            whole.add(key.replace(" ", ""))
            if after not in words_of("region") and any(
                place.region == code for place in conflict.gazetteer.named(key)
            ):
                seats.add(code)
        places = [place for place in conflict.gazetteer.named(key) if place.region]
        if regions:
            places = [place for place in places if place.region in regions]
        if not places or code:
            continue
        best = max(place.weight for place in places)
        near = [place for place in places if place.weight * 4 >= best or place.kind == "installation"]
        if len({place.region for place in near}) == 1:
            found = around if after in words_of("district") else towns
            found.update((place.name, str(heaviest_of(place, conflict).region)) for place in near)
    # "Hilltown in the Lowtown district" was not done at Lowtown; with no other name it is the best there is.
    return Named(
        frozenset(towns or around), frozenset(codes), frozenset(seats), frozenset(words), frozenset(whole)
    )


def heaviest_of(place: Place, conflict: Conflict) -> Place:
    """Return the place that stands for a spot on a border, which is listed once on either side."""
    rows = conflict.gazetteer.by_name.get(fold(place.name), ())
    spot = (place.name, place.latitude, place.longitude)
    return max(
        (row for row in (place, *rows) if (row.name, row.latitude, row.longitude) == spot),
        key=lambda row: row.weight,
    )


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words that make a name that of an area of a kind: "region", "district"."""
    return frozenset(
        word
        for entry in read_lexicon("places").entries.values()
        if entry.data.get("class") == kind
        for word in (*entry.words, *(f"{w}s" for w in entry.words))
    )


@cache
def truce_words() -> frozenset[str]:
    """Return the words with which the name of a truce goes on."""
    entries = read_lexicon("truces").entries.values()
    return frozenset(words.split()[0] for entry in entries for words in entry.words)


def names_in(text: str, conflict: Conflict) -> Iterator[tuple[str, str]]:
    """Yield the folded names of places in a text, the longest that begin at a capitalised word, with the word
    after."""
    words = [word.strip('()[]"“”‘’,;:.!?—–') for word in text.replace("-", " ").split()]
    ends = [word[-1:] in ",;:.!?" for word in text.replace("-", " ").split()]
    folded = [" ".join(pieces(word)).removesuffix(" s") for word in words]
    known = party_words(conflict.name)
    at = 0
    while at < len(words):
        step = 1
        if words[at][:1].isupper():
            for size in range(min(LONGEST, len(words) - at), 0, -1):
                if any(ends[at : at + size - 1]):
                    continue
                key = " ".join(folded[at : at + size])
                if key in known:
                    step = size
                    break
                if is_place(key, conflict):
                    yield key, "".join(folded[at + size : at + size + 1])
                    step = max(step, size)
        at += step


def is_place(key: str, conflict: Conflict) -> bool:
    """Return whether a folded name is a place's, and no ordinary word's."""
    gazetteer = conflict.gazetteer
    if key in gazetteer.region_names or key in gazetteer.region_stems:
        return True
    return any(not place.doubtful and place.kind != "area" for place in gazetteer.named(key))
