"""What was hit, where a statement leaves it to what was told before: "the station", "the blast",
"such strikes", "denied the attack".
"""

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.context import Assertion, same_speaker
from pipeline.datewords import coded
from pipeline.grammar.arguments import patients, subjects
from pipeline.grammar.constituents import clause, prepositional_objects
from pipeline.grammar.features import is_pointed_at
from pipeline.lexicon import read_lexicon
from pipeline.phrases import plain
from pipeline.reading import Reading

RECENT = 120  # tokens before a sentence in which an energy target was named shortly before
NEAR = 5  # sentences over which "the attack" is one that was told of
ACTS = {"attack", "weaponfire"}


def aims_at_energy(reading: Reading, scope: set[int]) -> bool:
    """Tell whether an energy target is named in a stretch of text."""
    return any(entry.data["kind"] == "energy" for entry, _ in reading.within("targets", scope))


def names_energy_again(reading: Reading, scope: set[int], one: Assertion) -> bool:
    """Tell whether "the station", or "it" as what was hit, is an energy target named before."""
    recent = set(range(max(0, one.sentence.start - RECENT), one.sentence.end))
    if speaks_for_plant(reading, one):
        return True
    untold = one.bare or one.act.rule == "did" or takes_target_up(reading, one)
    if untold and aims_at_energy(reading, recent - named_as_source(one)):
        return True
    again = [span.root for entry, span in reading.within("targets", scope) if entry.data["kind"] == "again"]
    if any(is_own(reading, noun) for noun in again) and aims_at_energy(reading, named_as_source(one)):
        return True
    if any(is_definite(reading, noun) for noun in again):
        return aims_at_energy(reading, set(range(one.sentence.end)))
    head, hit = one.act.head, list[Token]()
    if one.act.kind == "attack":
        hit = patients(head) if head.pos_ == "VERB" else [noun for _, noun in prepositional_objects(head)]
    return any(token.pos_ == "PRON" for token in hit) and aims_at_energy(reading, recent)


def speaks_for_plant(reading: Reading, one: Assertion) -> bool:
    """Tell whether those who run a nuclear plant speak: they tell of what happens to it."""
    sites = read_lexicon("targets").entries["again"].words
    named = reading.within("targets", named_as_source(one))
    return any(entry.data.get("zone") and span[-1].lower_ in sites for entry, span in named)


def takes_target_up(reading: Reading, one: Assertion) -> bool:
    """Tell whether a noun leaves what was hit to what was told before: "the blast", "blamed shelling"."""
    head = one.act.head
    if one.act.kind != "attack" or head.pos_ != "NOUN":
        return False
    if any(child.dep_ == "prep" and child.i > head.i for child in head.children):
        return False
    return one.voice.said.kind == "accuses" or (one.act.rule == "weaponfire" and is_definite(reading, head))


def named_as_source(one: Assertion) -> set[int]:
    """Return the words that name who speaks: "the energy ministry" is no target."""
    words = one.speaker.words
    return set(range(words.start, words.end))


def is_own(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun names what is the speaker's: "its sites" in the words of an energy company."""
    return any("own" in reading.classes("voices", child) for child in noun.lefts)


def is_definite(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun is definite, with no attribute that tells another kind, but its place if any: "the
    station", "the Hilltown station"."""
    places = {place.start for place in reading.places if place.end == noun.i}
    return any(
        child.dep_ == "det" and child.morph.get("Definite", []) == ["Def"] for child in noun.children
    ) and not any(
        child.dep_ in {"compound", "poss"} and child.left_edge.i not in places for child in noun.children
    )


def takes_up(reading: Reading, one: Assertion, found: Sequence[Assertion]) -> bool:
    """Tell whether an act is a strike on energy told of before, by a noun that names no target again: "the
    attack", "such strikes"."""
    head = one.act.head
    nouns = [noun for noun in (head, *subjects(head)) if "attack" in reading.classes("acts", noun)]
    if one.category != "other_strike" or not any(
        noun.pos_ == "NOUN" and points_back(reading, noun) and not names_aim(reading, noun) for noun in nouns
    ):
        return False
    earlier = [o for o in found if 0 < one.number - o.number <= NEAR and o.accused == one.accused]
    return bool(earlier) and earlier[-1].category == "energy_strike"


def names_aim(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun says what was hit: "the attack on the port", but "the attack of Monday"."""
    return any(
        (reading.is_aim(prep) and plain(object_.text) not in coded("WMRnpUD"))
        or any(place.start <= object_.i < place.end for place in reading.places)
        for prep, object_ in prepositional_objects(noun)
    )


def points_back(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun means what was told of: "the raid", "these raids", "such raids"."""
    return is_pointed_at(noun) or any("such" in reading.classes("acts", child) for child in noun.lefts)


def goes_on_with(reading: Reading, one: Assertion, other: Assertion) -> bool:
    """Tell whether an act has no target of its own and tells more of another: "20 drones came in waves"."""
    head = one.act.head
    if one.act.kind != "attack" or one.number - other.number != 1 or not same_speaker(one, other):
        return False
    hit = [noun for noun in patients(head) if noun.pos_ != "PRON" and not reading.classes("weapons", noun)]
    hit += [
        noun
        for prep, noun in prepositional_objects(head)
        if noun.pos_ in {"NOUN", "PROPN"} and reading.is_aim(prep)
    ]
    within = clause(head)
    return not hit and not any(place.start in within for place in reading.places)


def told_of(reading: Reading, one: Assertion) -> bool:
    """Tell whether "the attack" or "such strikes" is a strike on energy that the text told of, in any voice:
    the last sentence before that names an attack names an energy target."""
    head = one.act.head
    if one.act.kind != "attack" or head.pos_ != "NOUN" or not points_back(reading, head):
        return False
    kinds = [child for child in head.lefts if child.dep_ in {"compound", "amod"}]
    kinds = [child for child in kinds if "such" not in reading.classes("acts", child)]
    if any(not reading.classes("weapons", child) for child in kinds) or names_aim(reading, head):
        return False
    sentence, scope = one.sentence, set(range(one.sentence.start, head.left_edge.i))
    for _ in range(NEAR):
        if any(entry.data["class"] in ACTS for entry, _ in reading.within("acts", scope)):
            return aims_at_energy(reading, scope)
        if sentence.start == 0:
            return False
        sentence = reading.doc[sentence.start - 1].sent
        scope = set(range(sentence.start, sentence.end))
    return False
