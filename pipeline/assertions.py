"""One act as one party puts it: who speaks, whose act it is to that party, what saying so amounts to."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Span

from pipeline.accused import accused_of, main_adversary, suffered_from
from pipeline.acts import Act, find_acts
from pipeline.agents import Agent, agents
from pipeline.antecedents import STRANGERS
from pipeline.names import office_of
from pipeline.offices import role
from pipeline.reading import Reading
from pipeline.records import Category, Stance
from pipeline.speakers import Memory, Speaker
from pipeline.stances import as_put, says_untrue
from pipeline.statements import Voice, around, who_says
from pipeline.unclaimed import Reason, Unclaimed, why_not

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
    borrowed: bool = False  # names nobody: the accused is that of the speaker's act beside it


@dataclass
class Context:
    """A document while its claims are found."""

    reading: Reading
    memory: Memory
    voices: list[Voice]
    found: list[Assertion] = field(default_factory=list)
    unclaimed: list[Unclaimed] = field(default_factory=list)
    acts: dict[int, list[Act]] = field(default_factory=dict)

    def acts_in(self, sentence: Span) -> list[Act]:
        """Return the acts named in a sentence, looked for once."""
        if sentence.start not in self.acts:
            self.acts[sentence.start] = find_acts(self.reading, sentence)
        return self.acts[sentence.start]


def assertions(context: Context, sentence: Span, number: int) -> list[Assertion]:
    """Return what each party asserts in a sentence, by the acts named in it; note why others are none."""
    found: list[Assertion] = []
    for act in context.acts_in(sentence):
        told = list(told_of(context, act, sentence, number))
        made = [one for one in told if isinstance(one, Assertion)]
        found += made
        if not made:
            context.unclaimed += [one for one in told if isinstance(one, Unclaimed)]
    return [with_accused(context, one, found) for one in found]


def told_of(context: Context, act: Act, sentence: Span, number: int) -> Iterator[Assertion | Unclaimed]:
    """Yield what each voice around an act makes of it; if none claims anything, why."""
    chain = around(act.head, context.voices)
    nobody = True
    for voice, stance in who_says(chain):
        nobody = False
        if stance is None:
            yield Unclaimed(act, Reason.WANTED, number, voice)
        else:
            yield from asserted(context, act, voice, stance, sentence, number)
    if nobody and chain:
        yield Unclaimed(act, Reason.THOUGHT, number, chain[0])
    elif nobody:
        yield Unclaimed(act, Reason.UNREAL if act.unreal else Reason.OWN_VOICE, number)


def asserted(
    context: Context, act: Act, voice: Voice, stance: Stance, sentence: Span, number: int
) -> Iterator[Assertion | Unclaimed]:
    """Yield one assertion for each speaker and accused of an act, or why there is none."""
    reading = context.reading
    who = doers_told(reading, act, voice)
    reason = why_not(reading, act, voice, stance, who)
    if reason is not None:
        yield Unclaimed(act, reason, number, voice)
        return
    speakers = speakers_of(context, voice, who)
    if not speakers:
        yield Unclaimed(act, Reason.STRANGER if voice.said.source else Reason.NOBODY, number, voice)
    untrue = voice.asserts and says_untrue(reading, voice, sentence)
    for speaker in speakers:
        other = None if stance == "denies" else suffered_from(reading, act, speaker)
        answering = denier(context, voice, speaker)
        laid_to: list[str | None] = [*accused_of(reading, act, who, voice, speaker, answering)]
        for accused in laid_to or [other]:
            now, whose = as_put(reading, act, voice, speaker, stance, accused, untrue)
            if now is None:
                yield Unclaimed(act, Reason.OWN_SIDE, number, voice)
                continue
            yield Assertion(act, voice, speaker, now, whose, sentence, number)


def denier(context: Context, voice: Voice, speaker: Speaker) -> str | None:
    """Return the party that denies what a voice says: "it" in "denied Norland's claim that it fired"."""
    around_it = (v for v in context.voices if v.denies and v.said.cue.root.i < voice.said.cue.root.i)
    return next(
        (
            one.party
            for outer in around_it
            if voice.indices < outer.indices
            for one in outer.speakers
            if one.party != speaker.party
        ),
        None,
    )


def speakers_of(context: Context, voice: Voice, who: list[Agent]) -> list[Speaker]:
    """Return the speakers of a voice; for an official of a side untold, the adversary of the accused."""
    source = voice.said.source
    if len(voice.speakers) == 1 and is_misread(context, voice):
        foe = main_adversary(context.reading, voice.speakers[0].party)
        return [replace(voice.speakers[0], party=foe)] if foe else []
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


def is_misread(context: Context, voice: Voice) -> bool:
    """Tell whether a pronoun or a bare office was traced to the party that it charges with a breach."""
    source, party = voice.said.source, voice.speakers[0].party
    if source is None or context.memory.named(source):
        return False
    return any(
        agent.role == "party" and agent.party == party
        for act in voice_acts(context, voice)
        if act.kind == "breach" and not act.negated and not act.unreal
        for agent in agents(context.reading, act)
        if not is_source(agent, voice)
    )


def voice_acts(context: Context, voice: Voice) -> list[Act]:
    """Return the acts that are named in what a voice says, in the sentence of its cue."""
    return [act for act in context.acts_in(voice.said.cue.sent) if act.head.i in voice.indices]


def is_official(source: Span) -> bool:
    """Tell whether a source is an office or a force, of whatever side: no witness, no company."""
    if any(role(token) in STRANGERS for token in source):
        return False
    return office_of(source) is not None or any(role(token) in ("office", "armed") for token in source)


def doers_told(reading: Reading, act: Act, voice: Voice) -> list[Agent]:
    """Return the agents of an act, without a speaker whom the parser took for one; his own act is told in an
    infinitive or participle: "claimed to have hit a bridge", "denied hitting it"."""
    verb = act.head
    while verb.dep_ == "conj":
        verb = verb.head
    kind = voice.said.kind
    own = kind in ("admits", "denies") or (kind != "accuses" and verb.tag_ != "VBG")
    own = own and verb.dep_ == "xcomp" and verb.head == voice.said.cue.root
    return [
        replace(agent, role="own") if is_source(agent, voice) else agent
        for agent in agents(reading, act)
        if own or not is_source(agent, voice)
    ]


def is_source(agent: Agent, voice: Voice) -> bool:
    """Tell whether the parser gave the speaker's verb, and so its subject, to what is said."""
    source = voice.said.source
    return source is not None and source.start <= agent.token.i < source.end


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
