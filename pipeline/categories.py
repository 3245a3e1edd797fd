"""The kind of an act: a strike on energy, else the breach of a truce, else another strike.

The target may be named again by a bare noun ("the station"), the truce in a neighbouring sentence of the same
statement; a truce that covers energy alone makes its breach a strike on energy.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Span, Token

from pipeline.acts import find_acts
from pipeline.agents import agents
from pipeline.context import Assertion, Context, same_speaker
from pipeline.datewords import dated
from pipeline.grammar.arguments import patients
from pipeline.grammar.constituents import clause, prepositional_objects
from pipeline.grammar.labels import VERBS
from pipeline.lexicon import forms, read_lexicon
from pipeline.phrases import plain
from pipeline.reading import Reading, Title
from pipeline.records import Category
from pipeline.same_target import (
    RECENT,
    aims_at_energy,
    goes_on_with,
    names_energy_again,
    takes_up,
    told_of,
)
from pipeline.stances import is_restricted
from pipeline.truce_acts import about_truce, spans_truce
from pipeline.unclaimed import Reason

LINGER = timedelta(days=14)  # for so long after its end a truce is still what reports of breaches mean
WORD = re.compile(r"[^\W_]+")
NEAR = 5  # sentences within which a denial answers a charge
BEHIND, AHEAD = 3, 1  # sentences over which the framing of a statement carries on, and back


def categorised(
    context: Context, one: Assertion, published: date | None, told: Sequence[Assertion] = ()
) -> Assertion:
    """Return an assertion with the category that its own sentence gives, of which all is `told`."""
    if one.bare and one.stance == "denies":
        return one
    return replace(one, category=category_of(context, one, published, told))


def done_by_others(one: Assertion, told: Sequence[Assertion]) -> set[int]:
    """Return the words of acts laid to another beside an act: "hit a camp in answer to a raid on a dam"."""
    mine, head = clause(one.act.head), one.act.head.i
    others = (o for o in told if o.accused != one.accused and o.voice is one.voice)
    clauses = [clause(other.act.head) for other in others if other.act.head.i != head]
    return {i for words in clauses for i in (words - mine if head in words else words)}


def said_by_others(context: Context, one: Assertion) -> set[int]:
    """Return the words that other parties say beside a statement: they frame nothing that it tells."""
    mine = one.voice.indices
    party = one.speaker.party
    others = (v for v in context.voices if v.speakers and not mine & v.indices)
    return {
        i
        for other in others
        if all(speaker.party != party for speaker in other.speakers)
        and any(context.reading.doc[i].pos_ in VERBS for i in other.indices)  # more than "a truce"
        for i in (*other.indices, *range(other.said.cue.start, other.said.cue.end))
    }


def told_more_of(one: Assertion) -> set[int]:
    """Return the words for what an act was done to before the clause that tells of it: "the depot, which they
    say a drone hit", "a depot, hit by what they call a drone"."""
    verb = one.act.head
    while verb.dep_ == "ccomp" and verb.head.i < verb.i:
        verb = verb.head
    doer = any(word.dep_ == "nsubj" and word.tag_ in {"WDT", "WP"} for word in one.act.head.lefts)
    start = verb.left_edge.i
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and start > 1 and verb.doc[start - 1].text == ",":
        noun = verb.doc[start - 2]
    elif verb.dep_ in {"acl", "relcl"} and not doer:
        noun = verb.head
    else:
        return set()
    while noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head.head
    return set(range(noun.left_edge.i, start))


def category_of(
    context: Context, one: Assertion, published: date | None, told: Sequence[Assertion]
) -> Category:
    """Return the category of an act as a statement puts it."""
    reading = context.reading
    sentence = set(range(one.sentence.start, one.sentence.end)) - said_by_others(context, one)
    said = set(one.voice.indices) & sentence
    scope = sentence if one.bare or not said else said | told_more_of(one)
    scope -= done_by_others(one, told)
    if aims_at_energy(reading, scope) or names_energy_again(reading, scope, one) or told_of(reading, one):
        return "energy_strike"
    if one.stance == "admits":
        return "other_strike"  # nobody puts his own act as a breach
    if (
        one.act.kind in ("breach", "keep")
        or is_means(reading, one)
        or framed_as_breach(reading, sentence)
        or regardless(reading, one)
    ):
        return (
            "energy_strike"
            if truce_scope(reading, sentence, published) == "energy"
            else "ceasefire_violation"
        )
    return "other_strike"


def is_means(reading: Reading, one: Assertion) -> bool:
    """Tell whether an act is that by which a truce is said to be broken: "broke the deal by firing"."""
    return any(
        "breach" in reading.classes("acts", word) and word.pos_ in VERBS and about_truce(reading, word)
        for word in one.act.head.ancestors
    )


def regardless(reading: Reading, one: Assertion) -> bool:
    """Tell whether an act is said to go on in spite of a truce that was named shortly before."""
    start = one.sentence.start
    told = reading.within("acts", set(range(start, one.sentence.end)))
    if not any(entry.data["class"] == "regardless" for entry, _ in told):
        return False
    return framed_as_breach(reading, set(range(max(0, start - RECENT), start)))


def framed_as_breach(reading: Reading, scope: set[int]) -> bool:
    """Tell whether an act is set against a truce named beside it, or a deal of which it is a breach."""
    if any(not (is_to_come(reading, truce) or is_over(truce)) for truce in truces_named(reading, scope)):
        return True
    nouns = [span.root for entry, span in reading.within("acts", scope) if entry.data["class"] == "violation"]
    return spans_truce(reading, nouns)


def precedes_truce(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence speaks of what was before a truce."""
    scope = set(range(sentence.start, sentence.end))
    return any(is_to_come(reading, truce) for truce in truces_named(reading, scope))


def truces_named(reading: Reading, scope: set[int]) -> list[Token]:
    """Return the head words for a truce in a stretch of text, without those that may mean other deals."""
    return [
        span.root for entry, span in reading.within("truces", scope) if entry.data.get("strength") != "weak"
    ]


def is_to_come(reading: Reading, truce: Token) -> bool:
    """Tell whether a truce is named for what was before it: "before the truce", "until it took effect"."""
    for word in (truce, *truce.ancestors):
        marks = [child for child in word.lefts if child.dep_ == "mark" and word.pos_ in VERBS]
        if word.dep_ in {"pobj", "pcomp"}:
            marks.append(word.head)
        if marks:
            return all("until" in reading.classes("prepositions", mark) for mark in marks)
        if word.dep_ not in {"pobj", "nsubj", "nsubjpass", "compound", "amod"}:
            return False
    return False


def is_over(truce: Token) -> bool:
    """Tell whether a truce is named for what was after it: "once the truce was over", "after it lapsed"."""
    verb = truce.head
    if truce.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "advcl":
        return False
    return any(plain(word.text) in dated("over") for word in (verb, *verb.rights))


def truce_scope(reading: Reading, scope: set[int], published: date | None) -> str:
    """Return what the truce that is spoken of covers, "energy" alone or "all": that named with a breach, else
    in the sentence before, else the one in force."""
    if "energy" in scopes_named(reading, scope):
        return "energy"
    start = reading.doc[min(scope, default=0)].sent.start
    before = set(range(reading.doc[start - 1].sent.start, start)) if start else set()
    if not scopes_named(reading, scope) and scopes_named(reading, before) == {"energy"}:
        return "energy"
    if published is not None:
        in_force = {
            agreement.scope
            for agreement in reading.conflict.agreements
            if agreement.start <= published <= (agreement.end or agreement.start) + LINGER
        }
        if in_force:
            return "energy" if in_force == {"energy"} else "all"
    return "energy" if energy_truces(reading) else "all"


def scopes_named(reading: Reading, scope: set[int]) -> set[str]:
    """Return what the truces cover that are named in a stretch of text."""
    return {str(entry.data["scope"]) for entry, _ in reading.within("truces", scope)}


def energy_truces(reading: Reading) -> bool:
    """Tell whether the truces of a text are about energy: named so, or named beside energy targets only."""
    named = [
        entry.data["scope"] for entry, _ in reading.hits["truces"] if entry.data.get("strength") != "weak"
    ]
    return "energy" in named


def called_breaches(context: Context, published: date | None) -> list[Assertion]:
    """Return the assertions, those framed that their speaker calls a breach along with it or right after:
    "The army said rebels had fired, calling the act a violation of the truce"."""
    called = {
        (one.number, speaker.party): one.act.head.sent
        for one in context.unclaimed
        if one.reason is Reason.NO_CHARGE and one.voice and not one.act.negated
        for speaker in one.voice.speakers
    }
    framed = []
    for one in context.found:
        party = one.speaker.party
        sentence = called.get((one.number, party)) or called.get((one.number + 1, party))
        if sentence is not None and one.stance == "alleges" and one.category == "other_strike":
            scope = truce_scope(context.reading, set(range(sentence.start, sentence.end)), published)
            one = replace(one, category="energy_strike" if scope == "energy" else "ceasefire_violation")
        framed.append(one)
    return framed


def carried_over(reading: Reading, found: Sequence[Assertion]) -> list[Assertion]:
    """Return the assertions with the target that they take up, and with the framing of a statement carried
    over to its neighbouring sentences."""
    aimed = [
        replace(one, category="energy_strike") if takes_up(reading, one, found) else one for one in found
    ]
    return [
        one
        if precedes_truce(reading, one.sentence)
        else replace(one, category=framing_near(reading, one, aimed))
        for one in aimed
    ]


def under_title(found: Sequence[Assertion], heading: Title, published: date | None) -> list[Assertion]:
    """Return the assertions with the framing of the text's title: attacks below one that tells of breaches of
    a truce are such breaches, those of the party that it charges if it charges one."""
    words = {word.lower() for word in WORD.findall(heading.text)}
    if not found or words.isdisjoint(breaking()):
        return list(found)
    title = heading.reading
    everything = set(range(len(title.doc)))
    if not framed_as_breach(title, everything) or truce_scope(title, everything, published) == "energy":
        return list(found)
    told = [act for sentence in title.doc.sents for act in find_acts(title, sentence) if act.kind == "breach"]
    charged = {agent.party for act in told for agent in agents(title, act)} - {None}
    return [
        replace(one, category="ceasefire_violation")
        if one.category == "other_strike"
        and one.stance == "alleges"
        and (not charged or one.accused in charged)
        else one
        for one in found
    ]


@cache
def breaking() -> frozenset[str]:
    """Return the words of breach in all their forms: in a title the parser takes them for anything."""
    entries = read_lexicon("acts").entries
    words = (*entries["breach"].words, *entries["violation"].words)
    return frozenset(form for word in words for form in forms(word))


def framing_near(reading: Reading, one: Assertion, found: Sequence[Assertion]) -> Category:
    """Return the category of an act: a breach if its speaker near by, or the charge denied, calls it one;
    that of what he told just before if it goes on with that."""
    if one.category != "other_strike":
        return one.category
    for other in found:
        if abs(other.number - one.number) <= NEAR and other.accused == one.accused:
            if other.category == "energy_strike" and goes_on_with(reading, one, other):
                return "energy_strike"
            if one.stance == "admits":
                continue
            answered = one.stance == "denies" and other.stance == "alleges" and other.number <= one.number
            whole = names_no_target(reading, one) or is_restricted(reading, one.act)
            if answered and (other.category == "ceasefire_violation" or whole):
                return other.category
            if other.category == "ceasefire_violation" and (
                (one.number - other.number == 1 and one.speaker.party == other.speaker.party)
                or (same_speaker(one, other) and -AHEAD <= one.number - other.number <= BEHIND)
            ):
                return "ceasefire_violation"
    return one.category


def names_no_target(reading: Reading, one: Assertion) -> bool:
    """Tell whether a denial leaves what was hit to the charge: its verb has no object but a pronoun."""
    hit = [noun for prep, noun in prepositional_objects(one.act.head) if reading.is_aim(prep)]
    return all(token.pos_ == "PRON" for token in (*patients(one.act.head), *hit))
