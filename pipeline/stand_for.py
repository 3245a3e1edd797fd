"""Whom "it" or "they" stand for in what a party says, if not for the speaker: for whom he charges."""

from spacy.tokens import Token

from pipeline.agents import Agent, agents
from pipeline.blame import blamed_by
from pipeline.context import Assertion, Context
from pipeline.grammar.features import is_neuter, is_plural
from pipeline.grammar.labels import PASSIVE_SUBJECTS, SUBJECTS, VERBS
from pipeline.speakers import Speaker
from pipeline.stances import says_untrue
from pipeline.statements import Voice


def meant_by_pronoun(
    context: Context, voice: Voice, speaker: Speaker, who: list[Agent], number: int
) -> str | None:
    """Return the party that a pronoun of the third person stands for in what a speaker says, None if it may
    stand for himself."""
    return (
        denier(context, voice, speaker)
        or charged_with(context, voice, speaker)
        or charged_by_noun(context, voice, speaker)
        or breaker_beside(context, speaker, who)
        or charged_last(context, voice, speaker, who, number)
    )


def denier(context: Context, voice: Voice, speaker: Speaker) -> str | None:
    """Return the party that denies what a voice says, or calls it untrue: "it" in "denied Norland's claim
    that it fired"."""
    sent = voice.said.cue.sent
    around_it = (v for v in context.voices if voice.indices < v.indices)
    before = (v for v in around_it if v.said.cue.root.i < voice.said.cue.root.i)
    others = ((v, one.party) for v in before for one in v.speakers if one.party != speaker.party)
    return next(
        (
            party
            for outer, party in others
            if outer.denies or (outer.asserts and says_untrue(context.reading, outer, sent))
        ),
        None,
    )


def charged_with(context: Context, voice: Voice, speaker: Speaker) -> str | None:
    """Return the party that "it" is in what hangs on a charge: "accused Norland of bad faith, saying it had
    fired", "blamed Norland: its troops had fired"."""
    cue = voice.said.cue.root
    if voice.said.kind == "accuses":
        return None
    first = min(voice.indices)
    after_colon = first > 0 and cue.doc[first - 1].text == ":"
    if cue.tag_ != "VBG" and not after_colon:
        return None
    for outer in context.voices:
        charge = outer.said.cue.root
        before = charge.i < min(cue.i, first) and outer.said.accused is not None and charge.sent == cue.sent
        if before and outer.said.kind == "accuses" and speaker.party in {s.party for s in outer.speakers}:
            return next(iter(blamed_by(context.reading, outer, speaker)), None)
    return None


def breaker_beside(context: Context, speaker: Speaker, who: list[Agent]) -> str | None:
    """Return who the same speaker says, before in the sentence, broke a truce: "Norland broke the truce, the
    army said: its posts opened fire"."""
    if not who or who[0].role != "own" or not is_neuter(who[0].token):
        return None
    broken = (one for one in context.beside if one.act.kind == "breach" and not one.act.negated)
    told = (one for one in broken if one.speaker.party == speaker.party and one.stance == "alleges")
    pronoun = who[0].token
    between = ((one, pronoun.doc[one.act.head.i : pronoun.i]) for one in told)
    return next((one.accused for one, words in between if any(t.text == ":" for t in words)), None)


def charged_by_noun(context: Context, voice: Voice, speaker: Speaker) -> str | None:
    """Return the adversary whose doing a sentence tells in which a charge is named by a noun: "it" in
    "Norland has not answered Sudland's charge that it fired"."""
    cue = voice.said.cue.root
    verb = next((word for word in cue.ancestors if word.pos_ in VERBS), None) if cue.pos_ == "NOUN" else None
    if verb is None:
        return None
    told_of = (child for child in verb.lefts if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS and child.i < cue.i)
    parties = (context.reading.party(subject) for subject in told_of)
    return next((p for p in parties if p and p in context.reading.adversaries(speaker.party)), None)


def charged_last(
    context: Context, voice: Voice, speaker: Speaker, who: list[Agent], number: int
) -> str | None:
    """Return the party that the same speaker charged in the sentence before, where the pronoun fits it and
    not him: "Norlandic troops fired, the ministry said. They also mined a road, it added"."""
    last = context.found[-1] if context.found else None
    if last is None or not who or who[0].role not in ("they", "own") or not is_charge_before(last, number):
        return None
    pronoun, source = who[0].token, voice.said.source
    if last.speaker.party != speaker.party or source is None or pronoun.morph.get("Person", []) != ["3"]:
        return None
    fits = is_plural(pronoun) and not is_plural(source.root) and are_many(context, last)
    neuter = is_neuter(pronoun)
    return last.accused if fits or (neuter and is_of_person(source.root, speaker)) else None


def is_charge_before(last: Assertion, number: int) -> bool:
    """Tell whether an assertion lays an act to another in the sentence before."""
    other = last.accused is not None and last.accused != last.speaker.party
    return other and last.stance == "alleges" and last.number == number - 1


def are_many(context: Context, one: Assertion) -> bool:
    """Tell whether those who did an act are told of as several: "Norlandic troops"."""
    return any(is_plural(agent.token) for agent in agents(context.reading, one.act))


def is_of_person(source: Token, speaker: Speaker) -> bool:
    """Tell whether a speaker is told of as a person, for whom "it" cannot stand."""
    if source.pos_ == "PRON":
        return source.morph.get("Gender", []) in (["Masc"], ["Fem"])
    return speaker.person
