"""Where a claim's acts are said to have been: the places of its sentence, without those of other voices."""

from itertools import takewhile

from spacy.tokens import Token

from pipeline.characters import span_of
from pipeline.context import Assertion, Context
from pipeline.grammar.constituents import clause
from pipeline.grammar.features import is_plural
from pipeline.grammar.labels import VERBS
from pipeline.offices import office_at, role
from pipeline.places import PlaceMention
from pipeline.reading import Reading
from pipeline.records import Place
from pipeline.statements import Voice
from pipeline.suffering import is_whence


def places_of(context: Context, group: list[Assertion]) -> list[Place]:
    """Return the places named in a claim's sentence, but not those that only other voices or claims name."""
    first = group[0]
    sentence, doc = first.sentence, context.reading.doc
    mine = {i for one in group for i in one.voice.indices}
    strange = {i for v in context.voices if not mine & v.indices for i in v.indices}
    if first.stance != "denies":
        strange |= {
            i for v in context.voices if v.indices < mine and differs(v, first.voice) for i in v.indices
        }
    strange |= words_of_others(context, group)
    wanted = set(range(sentence.start, sentence.end)) - strange
    if first.stance == "denies":
        wanted &= mine
    return [
        Place(p.name, span_of(doc[p.start : p.end]), p.region, p.latitude, p.longitude)
        for p in context.reading.places_in(sentence)
        if p.start in wanted
        and p.region
        and not (of_saying(doc[p.start], first.voice) or in_source(p.start, first.voice))
        and (p.kind != "capital" or p.locative)
        and not is_of_group(context.reading, p)
        and not any(is_whence(context.reading, doc[p.start], one.act) for one in group)
    ]


def words_of_others(context: Context, group: list[Assertion], foe: bool = False) -> set[int]:
    """Return the words in which a voice tells of acts that are not a claim's, if `foe` of another's acts.

    In "we shelled the port after the others had bombed the town" the town is where they bombed, and no more.
    """
    first, found = group[0], set[int]()
    heads = {one.act.head.i for one in group}
    for other in context.found:
        head = other.act.head.i
        together = other.number == first.number and other.voice is first.voice and (foe or not other.borrowed)
        if together and head not in heads and not (foe and other.accused == first.accused):
            mine = (clause(one.act.head) for one in group)
            found |= clause(other.act.head) - {i for words in mine if head not in words for i in words}
    return found


def words_of_other_sides(context: Context, one: Assertion) -> set[int]:
    """Return the words that other parties say beside a statement: "Norland put them at 90, while Sudland says
    that Norland fired"."""
    mine, party = one.voice.indices, one.speaker.party
    apart = (v for v in context.voices if v.speakers and not mine & v.indices)
    return {i for v in apart if all(s.party != party for s in v.speakers) for i in v.indices}


def words_answered(context: Context, group: list[Assertion]) -> set[int]:
    """Return the words for what the acts of a claim answer: "struck the guns in response to two shells"."""
    reading, sentence = context.reading, group[0].sentence
    heads = {one.act.head.i for one in group}
    answers = (
        span.root
        for entry, span in reading.within("denials", set(range(sentence.start, sentence.end)))
        if entry.data["class"] == "answer" and span.root.pos_ == "NOUN"
    )
    parts = (
        range(prep.i, prep.right_edge.i + 1)
        for noun in answers
        for prep in noun.rights
        if prep.dep_ == "prep" and "means" not in reading.classes("prepositions", prep)
    )
    return {i for part in parts if heads.isdisjoint(part) for i in part}


def words_of_source(voice: Voice) -> set[int]:
    """Return the words that name who speaks, and tell of him: "the mayor, who came on Friday"."""
    source = voice.said.source
    return set() if source is None else set(range(source.start, source.end)) - voice.indices


def is_of_group(reading: Reading, place: PlaceMention) -> bool:
    """Tell whether a place only tells which armed group is meant, as in its name: "the Hilltown rebels"."""
    for mention in reading.mentions:
        if mention.kind == "group" and mention.start <= place.start < mention.end:
            head = reading.doc[mention.start : mention.end].root
            at = head.dep_ == "pobj" and (role(head.head) == "within" or role(head.head.head) == "ground")
            return not at  # "in Hilltown's republic", "on the territory of Hilltown's republic"
    token = reading.doc[place.end - 1]
    above = token.head.head if token.dep_ == "pobj" and role(token.head) == "owner" else token.head
    entry = office_at(above) if token.dep_ in {"compound", "amod", "poss", "pobj"} else None
    people = is_plural(above)
    return people and entry is not None and entry.data.get("whose") == "group"


def of_saying(place: Token, voice: Voice) -> bool:
    """Tell whether a place is where somebody speaks: "Speaking in Hilltown, he told reporters in Lowtown"."""
    cue, source = voice.said.cue.root, voice.said.source
    if place.i in voice.indices or (source is not None and source.start <= place.i < source.end):
        return False
    verb = next((token for token in place.ancestors if token.pos_ in VERBS), cue)
    if place.i < cue.i:
        return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head == cue
    return verb == cue and not any(token.text == "," for token in place.doc[cue.i : place.i])


def in_source(place: int, voice: Voice) -> bool:
    """Tell whether a place is only where those who speak sit: "a spokesman of the Hilltown republic".

    A governor tells of the region that he governs, as does who is said to run one.
    """
    source = voice.said.source
    if source is None or not source.start <= place < source.end:
        return False
    named = list(takewhile(lambda token: token.tag_ not in {"WP", "WDT"}, source))
    if place >= source.start + len(named):
        return not any(role(token) in ("heads", "installed") for token in source[len(named) :])
    return not any((entry := office_at(token)) and entry.data.get("governs") for token in named)


def differs(inner: Voice, outer: Voice) -> bool:
    """Tell whether an inner voice is another party's."""
    return {s.party for s in inner.speakers} != {s.party for s in outer.speakers} and bool(inner.speakers)
