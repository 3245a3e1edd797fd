"""The words of a claim's sentence for what was hit, with what, and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.agents import agents
from pipeline.context import Assertion
from pipeline.counted import counts_of
from pipeline.grammar import constituents
from pipeline.grammar.constituents import noun_phrase
from pipeline.lexicon import Entry
from pipeline.negation import first_of
from pipeline.reading import Reading
from pipeline.suffering import suffering
from pipeline.timewords import items_of

MODIFYING = {"amod", "compound", "nmod"}
DETERMINING = {"det", "poss", "nummod", "amod", "compound"}
NOMINAL = {"NOUN", "PROPN"}
PLAIN = "xN"  # codes of words that are none of time, or need not be
LONGEST = 12  # words; a longer phrase is cut to its head noun and what stands before it


@dataclass(frozen=True)
class Details:
    """Spans of a sentence, None where it has no such words."""

    target: Span | None = None
    weapon: Span | None = None
    accused: Span | None = None


def details(reading: Reading, group: Iterable[Assertion]) -> Details:
    """Return the first target, weapon and agent that the acts of a claim name."""
    target = weapon = accused = None
    for one in group:
        if one.bare:
            continue
        target = target or target_of(reading, one)
        weapon = weapon or weapon_of(reading, one, target)
        accused = accused or next((short(noun_phrase(a.token)) for a in agents(reading, one.act)), None)
    return Details(target, weapon, accused)


def target_of(reading: Reading, one: Assertion) -> Span | None:
    """Return the energy target that is named in the clause of an act, else what the act is done to."""
    if one.act.kind != "attack":
        return None
    clause = constituents.clause(one.act.head)
    for entry, span in reading.within("targets", clause):
        if entry.data["kind"] == "energy" and one.category == "energy_strike":
            return apart(noun_phrase(described(reading, span.root)), one.speaker.words)
    hit = [token for token in suffering(reading, one.act.head) if is_target(reading, one, token)]
    aimed = [token for token in hit if token.dep_ == "pobj" and reading.is_aim(token.head)]
    if aimed and reading.classes("weapons", hit[0]):
        hit = aimed  # "fired small arms at a post"
    return apart(noun_phrase(hit[0]), one.speaker.words) if hit else None


def described(reading: Reading, token: Token) -> Token:
    """Return the noun that an energy word before it describes: the sites in "energy sites", no strike."""
    while token.dep_ in MODIFYING and token.head.i > token.i and token.head.pos_ in NOMINAL:
        if is_no_target(reading, token.head):
            break
        token = token.head
    return token


def is_target(reading: Reading, one: Assertion, token: Token) -> bool:
    """Tell whether something is done to what a noun names: not "in the night", "in error", "fired guns"."""
    if token.pos_ not in NOMINAL or is_no_target(reading, token):
        return False
    if first_of(token).dep_ in {"dobj", "nsubjpass"} and reading.classes("weapons", token):
        fires = any(entry.data.get("fires") for entry in reading.entries("acts", one.act.head))
        if fires or "launch" in reading.classes("acts", one.act.head):
            return False
    if token.dep_ != "pobj" or reading.is_aim(token.head):
        return True
    if reading.classes("weapons", token) & {"missile", "arm"}:
        return False  # "a strike with rocket launchers"
    place = any(place.start == token.i for place in reading.places)
    return place or any(child.dep_ in DETERMINING for child in token.lefts)


def is_no_target(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun names a weapon in flight, an act, a truce, or when or how often it was done."""
    if "missile" in reading.classes("weapons", noun) or noun.i in reading.words["truces"]:
        return True
    if any(span.start <= noun.i < span.end for _, span in reading.hits["acts"]):
        return True
    timed = any(item.start <= noun.i < item.end for item in items_of(noun.sent) if item.code not in PLAIN)
    return timed or any(each.noun == noun and each.kind == "case" for each in counts_of(noun.sent)[0])


def weapon_of(reading: Reading, one: Assertion, target: Span | None) -> Span | None:
    """Return the weapon that is named in the clause of an act, none that was hit itself."""
    hit = set(range(target.start, target.end)) if target is not None else set()
    hits = reading.within("weapons", constituents.clause(one.act.head) - hit)
    return next((span for entry, span in hits if is_weapon(reading, entry, span.root)), None)


def is_weapon(reading: Reading, entry: Entry, word: Token) -> bool:
    """Tell whether a word names a weapon: not "fire", nor that in a word for a truce, nor men who fight."""
    truce = any(span.start <= word.i < span.end for _, span in reading.hits["truces"])
    other = "force" in reading.classes("weapons", word) or entry.data.get("deed")
    return entry.data["class"] in ("missile", "arm") and not (truce or other)


def apart(phrase: Span, speaker: Span) -> Span:
    """Return a short noun phrase without a speaker whom the parser hung on it: "fired on the port, a source
    said"."""
    phrase, comma = short(phrase), speaker.doc[speaker.start - 1]
    hung_on = comma.text == "," and phrase.start < comma.i < phrase.end
    return phrase.doc[phrase.start : comma.i] if hung_on else phrase


def short(phrase: Span) -> Span:
    """Return a noun phrase without a mark at its end, a long one only up to its head."""
    while len(phrase) > 1 and phrase[-1].text == ",":
        phrase = phrase[:-1]
    return (
        phrase if len(phrase) <= LONGEST else phrase.doc[phrase.start : max(phrase.root.i, phrase.start) + 1]
    )
