"""One act as one party puts it: who speaks, whose act it is to that party, what saying so amounts to."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Span

from pipeline.accused import accused_of, blamed_by, main_adversary, suffered_from
from pipeline.acts import Act, find_acts
from pipeline.agents import Agent, agents, has_doer
from pipeline.antecedents import STRANGERS
from pipeline.names import office_of
from pipeline.offices import role
from pipeline.reading import Reading
from pipeline.records import Category, Stance
from pipeline.speakers import Memory, Speaker
from pipeline.stances import own_stance, says_untrue
from pipeline.statements import Voice, around, who_says

OWNING = ("accuses", "admits")  # kinds of statement that name the act's doer themselves
STATEMENT = 3  # sentences over which a speaker is taken to go on about the same act


@dataclass(frozen=True)
class Assertion:
    """One act as one party puts it, before acts of one kind are joined to a claim."""

    act: Act
    voice: Voice
    speaker: Speaker
    stance: Stance
    accused: str | None
    sentence: Span
    number: int  # of the sentence in the document
    category: Category = "other_strike"
    bare: bool = False  # names no act of its own, but points back to one
    strange: frozenset[int] = frozenset()  # tokens of the sentence that are another speaker's words alone
    borrowed: bool = False  # names nobody: the accused is that of the speaker's act beside it


@dataclass
class Context:
    """A document while its claims are found."""

    reading: Reading
    memory: Memory
    voices: list[Voice]
    found: list[Assertion] = field(default_factory=list)


def assertions(context: Context, sentence: Span, number: int) -> list[Assertion]:
    """Return what each party asserts in a sentence, by the acts that are named in it."""
    found = [
        one
        for act in find_acts(context.reading, sentence)
        for voice, stance in who_says(around(act.head, context.voices))
        for one in asserted(context, act, voice, stance, sentence, number)
    ]
    return [with_accused(context, one, found) for one in found]


def asserted(
    context: Context, act: Act, voice: Voice, stance: Stance, sentence: Span, number: int
) -> Iterator[Assertion]:
    """Yield one assertion for each speaker and accused of an act."""
    reading = context.reading
    owning = voice.said.kind in OWNING
    if act.unreal or not (act.strong or has_doer(reading, act) or owning):
        return
    who = [agent for agent in agents(reading, act) if not is_source(agent, voice)]
    named = voice.said.kind == "admits" or (
        owning and any(blamed_by(reading, voice, s) for s in voice.speakers)
    )
    if not named and anaphoric(reading, act, who):
        return
    if not who and (
        (voice.said.kind == "calls" and act.kind == "breach")
        or (act.negated and stance == "alleges" and act.kind == "attack")
    ):
        return
    untrue = voice.asserts and says_untrue(reading, voice, sentence)
    for speaker in speakers_of(context, voice, who):
        other = None if stance == "denies" else suffered_from(reading, act, speaker)
        for accused in accused_of(reading, who, voice, speaker) or [other]:
            now: Stance | None = stance
            if stance == "denies" or (untrue and accused in (None, speaker.party)):
                now, accused = "denies", accused or speaker.party
            elif accused is None and voice.said.kind in ("admits", "confirms") and act.kind == "attack":
                now, accused = "admits", speaker.party
            else:
                now = own_stance(act, accused, speaker)
                accused = accused or (speaker.party if now == "denies" else None)
            if now is not None:
                strange = words_of_others(context, voice, sentence)
                yield Assertion(act, voice, speaker, now, accused, sentence, number, strange=strange)


def speakers_of(context: Context, voice: Voice, who: list[Agent]) -> list[Speaker]:
    """Return the speakers of a voice; for an official of a side untold, the adversary of the accused."""
    source = voice.said.source
    if voice.speakers or source is None or not (is_official(source) or voice.said.kind == "accuses"):
        return list(voice.speakers)
    conflict = context.reading.conflict
    accused = [agent.party for agent in who if agent.party]
    if voice.said.accused is not None and (blamed := context.reading.party_of(voice.said.accused)):
        accused = [blamed]
    foes = [foe for party in accused[:1] for foe in context.reading.adversaries(party)]
    if not foes and not accused and voice.said.via is not None:
        passed_on = context.reading.party_of(voice.said.via)
        foes = [passed_on] if passed_on else []
    if not foes and not accused:
        places = [p for p in context.reading.places if p.start in voice.indices and p.region]
        governing = {conflict.party_of_region(p.region) for p in places if p.region}
        known = [party for party in governing if party and conflict.adversaries(party)]
        foes = known if len(governing) == 1 else []
    return [Speaker(foes[0], source, False)] if foes else []


def is_official(source: Span) -> bool:
    """Tell whether a source is an office or a force, of whatever side: no witness, no company."""
    if any(role(token) in STRANGERS for token in source):
        return False
    return office_of(source) is not None or any(role(token) in ("office", "armed") for token in source)


def words_of_others(context: Context, voice: Voice, sentence: Span) -> frozenset[int]:
    """Return the tokens of a sentence that another party says, within what a voice says or beside it."""
    parties = {speaker.party for speaker in voice.speakers}
    return frozenset(
        i
        for other in context.voices
        if other.speakers
        and not other.indices >= voice.indices
        and parties.isdisjoint(s.party for s in other.speakers)
        for i in other.indices
        if sentence.start <= i < sentence.end
    )


def is_source(agent: Agent, voice: Voice) -> bool:
    """Tell whether the parser gave the speaker's verb, and so its subject, to what is said."""
    source = voice.said.source
    return source is not None and source.start <= agent.token.i < source.end


def anaphoric(reading: Reading, act: Act, who: list[Agent]) -> bool:
    """Tell whether a noun only points back to an act ("after the attack"): definite, nobody named with it."""
    if who or act.kind != "attack" or act.head.pos_ != "NOUN":
        return False
    return any(
        (
            child.dep_ == "det"
            and (child.morph.get("Definite") == ["Def"] or child.morph.get("PronType") == ["Dem"])
        )
        or (child.dep_ == "poss" and not reading.classes("voices", child))
        for child in act.head.children
    )


def with_accused(context: Context, one: Assertion, found: list[Assertion]) -> Assertion:
    """Give an act without an agent that of the speaker's acts near by, else the main adversary."""
    if one.accused is not None:
        return one
    near = [o for o in context.found if one.number - o.number <= STATEMENT and o.stance == "alleges"]
    for other in found:
        if other.speaker.party == one.speaker.party and other.stance == "admits" and one.stance == "alleges":
            return replace(one, accused=other.accused, stance="admits", borrowed=True)
    for other in [*found, *reversed(near)]:
        if other.speaker.party == one.speaker.party and other.accused and other.stance == one.stance:
            return replace(one, accused=other.accused, borrowed=True)
    return replace(one, accused=main_adversary(context.reading, one.speaker.party))
