"""One act as one party puts it: who speaks, whose act it is to that party, what saying so amounts to."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from pipeline.accused import accused_of
from pipeline.acts import Act
from pipeline.adversaries import are_of_no_party, main_adversary
from pipeline.agent_places import by_whom
from pipeline.agents import Agent, agent_of, agents, is_cleared
from pipeline.answering import answers_for, is_charged
from pipeline.attribution.asides import as_word
from pipeline.attribution.cues import grammar_words
from pipeline.attribution.nouns import clause_of, verdict_on
from pipeline.charged import charged_before, charged_beside, is_accused
from pipeline.context import STATEMENT, Assertion, Context, same_speaker
from pipeline.grammar.arguments import is_raised, subjects
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.labels import PASSIVE_SUBJECTS, SUBJECTS, VERBS
from pipeline.misreading import is_source
from pipeline.negation import is_never_done
from pipeline.offices import has, office_at
from pipeline.own_deeds import own_men, tells_own_deeds
from pipeline.piece_party import is_shared_ground
from pipeline.policies import tells_policy
from pipeline.reading import Reading
from pipeline.records import Stance
from pipeline.speakers import Speaker
from pipeline.speaking import speakers_of
from pipeline.stances import (
    as_put,
    claims_it,
    is_aimed_at_foe,
    is_answer,
    is_on_lawful,
    is_praised,
    is_restricted,
    says_untrue,
)
from pipeline.stand_for import meant_by_pronoun
from pipeline.statements import Voice, around, who_says
from pipeline.suffering import suffered_from
from pipeline.truce_acts import is_own_order
from pipeline.unclaimed import Reason, Unclaimed, why_not

PAST = {"VBD", "VBN"}


def assertions(context: Context, sentence: Span, number: int) -> list[Assertion]:
    """Return what each party asserts in a sentence, by the acts named in it; note why others are none."""
    found: list[Assertion] = []
    context.beside = found
    for act in context.acts_in(sentence):
        told = list(told_of(context, act, sentence, number))
        made = [one for one in told if isinstance(one, Assertion)]
        found += made
        if not made:
            context.unclaimed += [one for one in told if isinstance(one, Unclaimed)]
    told_by_all = [with_accused(context, one, found) for one in found]
    return [*told_by_all, *clearances(context.reading, told_by_all)]


def clearances(reading: Reading, found: list[Assertion]) -> Iterator[Assertion]:
    """Yield the denial of who says that another did it, not his side: "the rebels, not the army, fired"."""
    for one in found:
        own = one.speaker.party
        if one.stance == "alleges" and one.accused != own and is_cleared(reading, one.sentence[0], own):
            yield replace(one, stance="denies", accused=own)


def told_of(context: Context, act: Act, sentence: Span, number: int) -> Iterator[Assertion | Unclaimed]:
    """Yield what each voice around an act makes of it; if none claims anything, why."""
    chain = around(act.head, context.voices)
    nobody = True
    belied = next((voice for voice in chain if is_belied(context, act, voice)), None)
    if belied is not None:
        yield from asserted(context, replace(act, negated=False), belied, "alleges", sentence, number)
        chain = [voice for voice in chain if voice is not belied]
        nobody = False
    for voice, stance in who_says(chain, is_done(act)):
        nobody = False
        if stance is None:
            yield Unclaimed(act, Reason.WANTED, number, voice)
        else:
            yield from asserted(context, act, voice, stance, sentence, number)
    if nobody and chain:
        yield Unclaimed(act, Reason.THOUGHT, number, chain[0])
    elif nobody:
        yield Unclaimed(act, Reason.UNREAL if act.unreal else Reason.OWN_VOICE, number)


def is_belied(context: Context, act: Act, voice: Voice) -> bool:
    """Tell whether what is said not to have been done is what a foe of who is named claims in an aside:
    "Norland's troops had not shelled it, as Sudland claims"."""
    if not act.negated or as_word(voice.said.cue.root) is None:
        return False
    named = {agent.party for agent in agents(context.reading, act) if agent.role == "party"}
    foes = {foe for one in voice.speakers for foe in context.reading.adversaries(one.party)}
    return bool(named) and named <= foes


def is_done(act: Act) -> bool:
    """Tell whether an act has been done by its word: one in the past, or a noun of which more is said."""
    verb = act.head.pos_ in VERBS and act.head.tag_ in PAST
    return verb or (act.head.pos_ == "NOUN" and act.head.dep_ in {"nsubj", "nsubjpass"})


def asserted(
    context: Context, act: Act, voice: Voice, stance: Stance, sentence: Span, number: int
) -> Iterator[Assertion | Unclaimed]:
    """Yield one assertion for each speaker and accused of an act, or why there is none."""
    reading = context.reading
    who = doers_told(reading, act, voice, joined_to(context, voice))
    reason = why_not(reading, act, voice, stance, who)
    vowed = reason is Reason.UNREAL and is_never_done(reading, act.head)
    answers = (reason is Reason.NOT_DONE or vowed) and is_charged(context, act, voice)
    if answers and vowed:
        act = replace(act, negated=True)  # "it would make no sense to shell it"
    if act.rule == "enforce" and not any(context.is_alleged(one.party) for one in voice.speakers):
        reason = Reason.OWN_SIDE  # nobody had charged them with a breach
    if reason is not None and not answers:
        yield Unclaimed(act, reason, number, voice)
        return
    speakers = speakers_of(context, voice, who, act)
    if not speakers:
        yield Unclaimed(act, Reason.STRANGER if voice.said.source else Reason.NOBODY, number, voice)
    untrue = voice.asserts and says_untrue(reading, voice, sentence)
    if untrue and voice.said.cue.root.pos_ in VERBS and is_hearsay(context, act, voice):
        stance = "denies"  # "reports that drones hit it are fake"
    for speaker in speakers:
        strangers = are_of_no_party(reading, who, speaker)
        other = None if stance == "denies" or strangers or answers else suffered_from(reading, act, speaker)
        told = is_praised(reading, act) or is_answer(reading, act) or is_aimed_at_foe(reading, act, speaker)
        if not who and told:
            other = speaker.party
        if not who and is_restricted(reading, act) and answers_for(context, act, speaker):
            other = speaker.party  # "nothing but depots had been hit"
        if not who and other is None and context.is_alleged(speaker.party) and is_on_lawful(reading, act):
            other = speaker.party
        charged = act.kind == "keep" and context.is_alleged(speaker.party)
        if not who and charged and around(act.head, context.voices)[0] == voice:
            other = speaker.party if is_own_order(reading, act.head) else other
        answering = meant_by_pronoun(context, voice, speaker, who, number)
        if is_from_shared_ground(context, act, other):
            other = None
        if claims_it(reading, act, voice):
            other = None  # whatever it was done to
        if other is None and voice.said.kind == "confirms":
            other = charged_before(context, act, speaker, number)
        laid_to: list[str | None] = [*accused_of(reading, act, who, voice, speaker, answering)]
        if stance == "denies" and is_accused(context, act, voice, speaker):
            laid_to = [speaker.party]
        for accused in laid_to or [other]:
            if accused == speaker.party and speaks_with_foe(reading, speakers, speaker, who):
                continue  # what both say of one of them, that one does not admit
            now, whose = as_put(reading, act, voice, speaker, stance, accused, untrue)
            if now == "admits" and is_restricted(reading, act) and answers_for(context, act, speaker):
                now = "denies"
            if now is None or (now == "admits" and has(speaker.words, "saves")):
                yield Unclaimed(act, Reason.OWN_SIDE, number, voice)
                continue
            if now == "denies" and tells_policy(reading, voice, act):
                yield Unclaimed(act, Reason.UNREAL, number, voice)
                continue
            shown = accused in (None, speaker.party) and is_shown(context, act, voice)
            if shown or (now == "admits" and is_hearsay(context, act, voice)):
                yield Unclaimed(act, Reason.THOUGHT, number, voice)
                continue
            yield Assertion(act, voice, speaker, now, whose, sentence, number)


def is_hearsay(context: Context, act: Act, voice: Voice) -> bool:
    """Tell whether who speaks only says that it is told of an act: "was looking into reports that its drones
    had hit a school". He may still confirm them."""
    cue = voice.said.cue.root
    inner = (v for v in context.voices if act.head.i in v.indices and v.indices < voice.indices)
    untold = (v.said.cue.root for v in inner if v.said.source is None and not v.speakers)
    nouns = [
        word
        for word in untold
        if word.pos_ == "NOUN"
        and (word.dep_ in SUBJECTS | PASSIVE_SUBJECTS or cue not in (word.head, word.head.head))
    ]
    nouns += [
        word.head
        for word in (act.head, *act.head.ancestors)
        if word.dep_ == "prep" and word.head.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        if "charge" in context.reading.classes("denials", word.head)
    ]
    return bool(nouns) and voice.said.kind not in ("admits", "confirms")  # not "said in a statement that"


def is_shown(context: Context, act: Act, voice: Voice) -> bool:
    """Tell whether who speaks says something of pictures that show an act, and not that it was done: "videos
    showing its men shelling the town were old"."""
    cues = (word for word in (act.head, *act.head.ancestors) if word.dep_ == "acl" and word.tag_ == "VBG")
    return voice.said.kind != "shows" and any(
        cue.head.dep_ in SUBJECTS | PASSIVE_SUBJECTS
        and "recounts" in context.reading.classes("negation", cue)
        for cue in cues
        if cue.i in voice.indices
    )


def speaks_with_foe(reading: Reading, speakers: list[Speaker], speaker: Speaker, who: list[Agent]) -> bool:
    """Tell whether two adversaries speak together, of whom one is named as who did it."""
    foes = reading.adversaries(speaker.party)
    return any(one.party in foes for one in speakers) and any(agent.role == "party" for agent in who)


def joined_to(context: Context, voice: Voice) -> Voice:
    """Return the voice that another says the same as: "Norland denies it, and so does Sudland"; or itself."""
    same = (v for v in context.voices if v is not voice and v.indices == voice.indices)
    return next((v for v in same if v.said.cue.start < voice.said.cue.start), voice)


def doers_told(reading: Reading, act: Act, voice: Voice, first: Voice) -> list[Agent]:
    """Return the agents of an act, without a speaker whom the parser took for one; his own act is told in an
    infinitive or participle: "claimed to have hit a bridge", "denied hitting it".

    `first` is the voice whose words these are, where another only joins it.
    """
    verb = act.head
    while verb.dep_ == "conj" or (verb.dep_ == "dobj" and verb.head != voice.said.cue.root):
        verb = verb.head
    kind = voice.said.kind
    own = kind in ("admits", "denies") or (kind != "accuses" and verb.tag_ != "VBG")
    cue = first.said.cue.root
    own = own and verb.dep_ == "xcomp" and verb.head == cue and not is_raised(verb)
    own = own or any(s.head == act.head and s.pos_ == "PRON" for s in subjects(act.head))  # "say that they"
    found = [
        replace(agent, role="own") if is_source(agent, first) else agent
        for agent in agents(reading, act)
        if (own or not is_source(agent, first)) and not is_of_outer_clause(agent, voice)
    ]
    if not found and kind in ("says", "admits", "denies") and is_of_noun(reading, verb, voice.said.cue.root):
        return [Agent(one.words.root, "own", one.party) for one in voice.speakers]
    found = found or own_men(reading, act, voice)
    return found or (doers_of_crime(reading, act, voice) if kind in ("calls", "accuses") else [])


def is_of_outer_clause(agent: Agent, voice: Voice) -> bool:
    """Tell whether a pronoun stands before all that is said, of an act that a relative clause takes up: it is
    not who speaks there, as in "denied it was behind the raid, which the town said killed two"."""
    cue = voice.said.cue.root
    return agent.role == "they" and cue.dep_ == "relcl" and agent.token.i < min(voice.indices)


def is_of_noun(reading: Reading, verb: Token, cue: Token) -> bool:
    """Tell whether a deed is what somebody claims by a noun for it: "their claim of hitting a bridge"."""
    if cue.pos_ != "NOUN":
        return False
    if verb.dep_ == "acl":
        return verb.head == cue and any(word.tag_ == "TO" for word in verb.lefts)  # "their claim to have hit"
    if clause_of(cue) == verb and verdict_on(cue) is not None:
        return True  # "their claims to have hit it are untrue"
    of_cue = verb.dep_ == "pcomp" and verb.head.head == cue and cue.lower_ in grammar_words("own deed")
    return of_cue and "means" in reading.classes("prepositions", verb.head)


def doers_of_crime(reading: Reading, act: Act, voice: Voice) -> list[Agent]:
    """Return whose doing an act is called: "called the raid a Norlandic war crime", "an outrage by them"."""
    after = {i for i in voice.indices if i > act.head.i}
    named = [span.root for entry, span in reading.within("acts", after) if entry.data["class"] == "crime"]
    named = [word for word in named if word.dep_ in {"oprd", "pobj", "attr", "ccomp"}]
    if voice.said.kind == "calls":
        cue = voice.said.cue.root
        named += [word for word in cue.rights if word.i in after and word.dep_ in {"oprd", "ccomp"}]
    beside = [
        word for noun in named if noun.pos_ == "NOUN" for word in (*noun.lefts, *by_whom(reading, noun))
    ]
    found = [agent for word in beside if (agent := agent_of(reading, word))]
    return [agent for agent in found if agent.role == "party"]


def goes_on(reading: Reading, one: Assertion, last: Assertion) -> bool:
    """Tell whether a passive without an agent goes on with the admission in the sentence before."""
    offices = [office_at(speaker.words.root) for speaker in (one.speaker, last.speaker)]
    alike = same_speaker(one, last) or (offices[0] is not None and offices[0] == offices[1])
    next_to = one.number - last.number == 1 and alike
    countries = [
        {place.region.partition("-")[0] for place in reading.places_in(each.sentence) if place.region}
        for each in (one, last)
    ]
    elsewhere = all(countries) and not countries[0] & countries[1]  # after a shot abroad, a raid at home
    return next_to and not elsewhere and one.act.kind == "attack" and one.act.rule != "suffer"


def with_accused(context: Context, one: Assertion, found: list[Assertion]) -> Assertion:
    """Give an act without an agent that of the speaker's acts near by, else the main adversary."""
    who = agents(context.reading, one.act)
    if one.accused is not None or are_of_no_party(context.reading, who, one.speaker):
        return one
    near = [o for o in context.found if one.number - o.number <= STATEMENT and o.stance == "alleges"]
    for other in found:
        own = other.speaker.party == one.speaker.party and other.stance == "admits"
        if own and one.stance == "alleges" and one.act.rule != "suffer" and not is_answered(context, one.act):
            return replace(one, accused=other.accused, stance="admits", borrowed=True)
    last = last_told(context, one.speaker.party)
    if (
        last is not None
        and last.stance == "admits"
        and one.stance == "alleges"
        and goes_on(context.reading, one, last)
    ):
        return replace(one, accused=last.accused, stance="admits", borrowed=True)
    if one.stance == "alleges" and one.act.rule == "attack" and tells_own_deeds(one.speaker):
        return replace(one, accused=one.speaker.party, stance="admits")
    charged = charged_beside(context, one) if one.stance == "alleges" else None
    if charged is not None:
        return replace(one, accused=charged, borrowed=True)
    for other in [*found, *reversed(near)]:
        if other.speaker.party == one.speaker.party and other.accused and other.stance == one.stance:
            return replace(one, accused=other.accused, borrowed=True)
    foe = main_adversary(context.reading, one.speaker.party)
    return replace(one, accused=None if is_from_shared_ground(context, one.act, foe) else foe)


def last_told(context: Context, party: str) -> Assertion | None:
    """Return what a party asserted last; of one sentence its own deed, not what that answers: "we hit it in
    response to a missile that they had fired"."""
    told = [one for one in context.found if one.speaker.party == party]
    same = [one for one in told if one.number == told[-1].number]
    own = (one for one in same if one.stance == "admits" and one.act.head.is_ancestor(told[-1].act.head))
    return next(own, told[-1] if told else None)


def is_answered(context: Context, act: Act) -> bool:
    """Tell whether an act is what another act answers: "in response to two shells fired at Hilltown"."""
    nouns = (word for word in act.head.ancestors if word.pos_ == "NOUN")
    return any("answer" in context.reading.classes("denials", noun) for noun in nouns)


def is_from_shared_ground(context: Context, act: Act, foe: str | None) -> bool:
    """Tell whether what hit somebody came from the ground of a state that others fight from as well."""
    reading = context.reading
    whence = {
        noun.i
        for prep, noun in prepositional_objects(act.head)
        if any(entry.data.get("whence") for entry in reading.entries("prepositions", prep))
    }
    return any(
        mention.party == foe and mention.end - 1 in whence and is_shared_ground(mention, reading.conflict)
        for mention in reading.mentions
    )
