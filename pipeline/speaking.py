"""Who speaks, in view of what is said: officials of a side untold, those who answer a charge."""

from dataclasses import replace

from spacy.tokens import Span, Token

from pipeline.accused import main_adversary, suffered_from, the_other
from pipeline.acts import Act
from pipeline.agents import Agent, agents
from pipeline.antecedent_kinds import kinds_meant, may_mean
from pipeline.bare_offices import is_unknown_group, whose
from pipeline.context import Context
from pipeline.grammar.arguments import doers, patients, subjects
from pipeline.grammar.constituents import noun_phrase
from pipeline.grammar.features import is_plural
from pipeline.grammar.labels import VERBS
from pipeline.grammar.voice import is_passive
from pipeline.names import office_of
from pipeline.offices import has, office_at, role
from pipeline.reading import Reading
from pipeline.source_wording import STRANGERS, is_definite
from pipeline.speakers import Speaker
from pipeline.stances import is_of_some_weapon, says_untrue
from pipeline.statements import Voice

SEVERAL = 4  # assertions of one sentence


def is_charged(context: Context, act: Act, voice: Voice) -> bool:
    """Tell whether somebody laid an act to those who speak now, so that "there was no strike" or "no missile
    was launched" is their answer, as is "we would never strike"; "the port was not hit" need not be."""
    reading = context.reading
    shot = [*patients(act.head), *(doers(act.head) if act.rule == "move" else [])]
    fired = any(
        "no" in reading.classes("negation", t)
        or "missile" in reading.classes("weapons", t)
        or "weaponfire" in reading.classes("acts", t)
        for t in shot
    )
    men = doers(act.head) if act.head.pos_ in VERBS else []
    done = any(
        "force" in reading.classes("weapons", noun) or "no" in reading.classes("negation", noun)
        for noun in men
    )  # "no soldier had fired", "nobody fired"
    if not (act.head.pos_ == "NOUN" or act.rule == "launch" or fired or done or act.unreal):
        return False
    none = (fired or done) and is_of_none(reading, act)
    return any(
        (none and is_military(speaker) and suffered_from(reading, act, speaker) in (None, speaker.party))
        or suffered_from(reading, act, speaker) == speaker.party
        or context.is_alleged(speaker.party)
        for speaker in voice.speakers
    )


def is_of_none(reading: Reading, act: Act) -> bool:
    """Tell whether an act is said to be that of none, or of no weapon: "no soldier", "no shell"."""
    whole = (*patients(act.head), *doers(act.head))
    bare = any("no" in reading.classes("negation", noun) for noun in whole)
    return bare or any(
        "no" in reading.classes("negation", child) and child.dep_ in {"det", "nummod"}
        for noun in whole
        for child in noun.lefts
    )


def is_military(speaker: Speaker) -> bool:
    """Tell whether a speaker is a military or speaks for one."""
    words = speaker.words
    title = noun_phrase(words.root.head) if words.root.dep_ == "appos" else words
    return is_military_office(words) or is_military_office(title)


def is_military_office(words: Span) -> bool:
    """Tell whether words name a military or one who speaks for it."""
    return any((entry := office_at(token)) and entry.data.get("leads") for token in words)


def own_men(reading: Reading, act: Act, voice: Voice) -> list[Agent]:
    """Return the soldiers and aircraft without a name whose deed a military tells of, and which are its own:
    "the army said that troops had opened fire", "the mayor said that the soldiers had returned fire"."""
    back = any(entry.data.get("back") for entry in reading.entries("acts", act.head))
    military = back or any(map(is_military, voice.speakers))
    if not military or voice.said.kind == "accuses" or act.head.pos_ not in VERBS or is_passive(act.head):
        return []
    if any(suffered_from(reading, act, one) not in (None, one.party) for one in voice.speakers):
        return []  # done to what is theirs
    alone = all(has_aircraft_alone(reading, one) for one in voice.speakers)
    return [
        Agent(noun, "own")
        for noun in subjects(act.head)
        if is_bare_force(reading, noun) or (alone and is_aircraft(reading, noun))
        if not any(child.dep_ in {"amod", "compound", "poss", "relcl"} for child in noun.children)
        if whose(noun.doc[noun.i : noun.i + 1]) != "group"  # "the militia" is none of an army's
    ]


def is_bare_force(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun, no name, means soldiers."""
    return noun.pos_ == "NOUN" and "force" in reading.classes("weapons", noun) and role(noun) == "armed"


def is_aircraft(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun names what only states fly."""
    return any(entry.data.get("of_state") for entry in reading.entries("weapons", noun))


def has_aircraft_alone(reading: Reading, speaker: Speaker) -> bool:
    """Tell whether a speaker is a state's and fights an armed group, so that "aircraft" are its own."""
    armies, foes = reading.conflict.armies, the_other(reading, speaker)
    return speaker.party in armies and bool(foes) and armies.isdisjoint(foes)


def answers_for(context: Context, act: Act, speaker: Speaker) -> bool:
    """Tell whether a party speaks of its conduct as an answer: it tells its habit, is charged, or denies."""
    return (
        act.head.tag_ in {"VBZ", "VBP"}
        or context.is_alleged(speaker.party)
        or any(
            voice.denies and voice.said.cue.sent == act.head.sent
            for voice in context.voices
            if any(one.party == speaker.party for one in voice.speakers)
        )
    )


def tells_own_deeds(speaker: Speaker) -> bool:
    """Tell whether a speaker is an unnamed source in a secret service, which tells of its own doings."""
    entries = [entry for token in speaker.words if (entry := office_at(token))]
    return any(e.data.get("secret") for e in entries) and any(e.data.get("unnamed") for e in entries)


def speakers_of(context: Context, voice: Voice, who: list[Agent], act: Act) -> list[Speaker]:
    """Return the speakers of a voice; for an official of a side untold whom what is said shows."""
    source = voice.said.source
    if source is not None and (told := told_before(context, source)) is not None:
        return [replace(told, words=source)]
    if len(voice.speakers) == 1 and (spokesman := spokesman_of(context, voice, who, act)) is not None:
        return [replace(voice.speakers[0], party=spokesman)]
    if len(voice.speakers) == 1 and is_misread(context, voice):
        foe = main_adversary(context.reading, voice.speakers[0].party)
        if foe is None and source is not None:
            return of_side_untold(context, voice, who, source, act)
        return [replace(voice.speakers[0], party=foe, words=name_before(context, voice, foe))] if foe else []
    if source is not None and not voice.speakers and is_unknown_group(source):
        return []
    if source is not None and not voice.speakers and (told := untold_before(context, source)) is not None:
        return [replace(told, words=source)]
    if source is not None and not voice.speakers and (state := whose_media(context, source, who)):
        return [Speaker(state, source, False)]
    loose = source is not None and are_some(source) and not context.memory.named(source)
    if (voice.speakers and not loose) or source is None:
        return list(voice.speakers)
    charges = voice.said.kind == "accuses" and not any(role(token) in STRANGERS for token in source)
    if not (is_official(source) or charges):
        return list(voice.speakers)
    untold = of_side_untold(context, voice, who, source, act)
    return untold or list(voice.speakers)


def whose_media(context: Context, source: Span, who: list[Agent]) -> str | None:
    """Return the state whose media tell what its adversary did: "Norlandic channels said Sudland shelled"."""
    if not has([source.root], "organ"):
        return None
    owners = [m.party for m in context.reading.mentions if source.start <= m.start and m.end <= source.end]
    accused = {agent.party for agent in who if agent.role == "party"}
    foes = context.reading.adversaries(owners[0]) if len(owners) == 1 else []
    return owners[0] if foes and accused and accused <= {*foes} else None


def name_before(context: Context, voice: Voice, party: str) -> Span:
    """Return the last name of a party before the words for a speaker found to be of it, else these."""
    words = voice.speakers[0].words if voice.said.source is None else voice.said.source
    before = [m for m in context.reading.mentions if m.party == party and m.end <= words.start]
    return context.reading.doc[before[-1].start : before[-1].end] if before else words


def told_before(context: Context, source: Span) -> Speaker | None:
    """Return who an unnamed source is that told of something before: "the same source"."""
    root = source.root
    if not has([root], "unnamed") or not is_definite(root) or context.memory.named(source):
        return None
    earlier = (one.speaker for one in reversed(context.found) if one.speaker.words.start < source.start)
    last = next(earlier, None)
    return last if last is not None and last.words.root.lower_ == root.lower_ else None


def untold_before(context: Context, source: Span) -> Speaker | None:
    """Return who a pronoun, or the same noun again, stands for where what was said last showed whose voice
    it was: "The plant's press office said the enemy had shelled it. Another shell, it said, …"."""
    last = next((o.speaker for o in reversed(context.found) if o.speaker.words.start < source.start), None)
    if last is None or context.memory.named(last.words):
        return None
    root, gender = source.root, source.root.morph.get("Gender", [])
    if root.pos_ == "PRON" and len(source) == 1:
        return last if last.person == (gender in (["Masc"], ["Fem"])) else None
    names = {token.text for token in last.words if token.pos_ == "PROPN"}
    again = is_definite(root) and last.words.root.lower_ == root.lower_
    return last if again or root.text in names else None


def are_some(source: Span) -> bool:
    """Tell whether a source is officials that nobody named: "local officials", not "the officials"."""
    root = source.root
    entry = office_at(root)
    return (
        is_plural(root)
        and entry is not None
        and bool(entry.data.get("governs"))
        and not any(child.dep_ in {"det", "poss"} for child in root.children)
    )


def of_side_untold(context: Context, voice: Voice, who: list[Agent], source: Span, act: Act) -> list[Speaker]:
    """Return officials of a side untold as speakers: the adversary's of whom they accuse, those of whom they
    clear or whose act they own up to, those of whoever passes them on, who govern where it happened, or who
    spoke last of what was done to them."""
    reading, conflict = context.reading, context.reading.conflict
    accused = [agent.party for agent in who if agent.party]
    if voice.said.accused is not None and (blamed := reading.party_of(voice.said.accused)):
        accused = [blamed]
    foes = [foe for party in accused[:1] for foe in reading.adversaries(party)]
    if (
        act.negated
        or voice.denies
        or voice.said.kind == "admits"
        or (voice.asserts and says_untrue(reading, voice, voice.said.cue.sent))
        or tells_as_own(reading, act, voice, source)
    ):
        foes = accused[:1]
    if not foes and not accused and voice.said.via is not None:
        passed_on = reading.party_of(voice.said.via)
        foes = [passed_on] if passed_on else []
    places = [p for p in reading.places if p.start in voice.indices and p.region]
    governing = {conflict.party_of_region(p.region) for p in places if p.region}
    if not foes and not accused:
        known = [party for party in governing if party and conflict.adversaries(party)]
        foes = known if len(governing) == 1 else last_charged(context, act, who, source)
        foes = foes or ([] if len(governing) == 1 else last_struck(context, act))
        foes = [foe for foe in foes if may_mean(source, foe, conflict)]
    states = [foe for foe in foes if conflict.is_state(foe)]
    governs = any(entry.data.get("governs") for token in source if (entry := office_at(token)))
    if states and (governs or whose(source) == "state"):
        foes = states  # a mayor is no armed group's
    if governs:
        foes = [foe for foe in foes if foe in governing] or foes
    return [Speaker(foes[0], source, context.memory.is_person(source.root))] if foes else []


def tells_as_own(reading: Reading, act: Act, voice: Voice, source: Span) -> bool:
    """Tell whether who speaks did the act: soldiers who confirm it, or officials who call those hit by a word
    for the enemy: "the general said that troops had struck militants"."""
    if voice.said.kind == "confirms" and is_military_office(source):
        return True
    return any(
        (entry := office_at(noun)) is not None
        and (entry.data.get("whose") == "group" or entry.data["role"] == "enemy")
        and is_plural(noun)
        for noun in patients(act.head)
    )


def last_charged(context: Context, act: Act, who: list[Agent], source: Span) -> list[str]:
    """Return who alone was charged in the sentence before, of whose own deed a bare military then tells: "the
    mission said Norland's tank fired. The military said it had fired at suspects"."""
    if not (who and all(agent.role in ("they", "own") for agent in who) and is_military_office(source)):
        return []
    before = [one for one in context.found[-SEVERAL:] if act.head.sent.start <= one.sentence.end + 1]
    parties = {one.accused for one in before if one.stance == "alleges" and one.accused}
    return [*parties] if len(parties) == 1 else []


def last_struck(context: Context, act: Act) -> list[str]:
    """Return who alone alleged something in the sentence before, to be done to it and its own."""
    before = [one for one in context.found[-SEVERAL:] if act.head.sent.start <= one.sentence.end + 1]
    parties = {one.speaker.party for one in before if one.stance == "alleges" and one.accused}
    return [*parties] if len(parties) == 1 and parties == {one.speaker.party for one in before} else []


def spokesman_of(context: Context, voice: Voice, who: list[Agent], act: Act) -> str | None:
    """Return the party that a bare office speaks for in a sentence of its party's: in "Norland says rebels
    shelled it, the ministry said" the ministry is Norland's, not that of those whose deed is told; that they
    did not, or kept a truce, they say themselves."""
    source, party = voice.said.source, voice.speakers[0].party
    if source is None or voice.denies or not is_official(source) or context.memory.named(source):
        return None
    if act.negated or act.kind == "keep":
        return None
    if not any(agent.role == "party" and agent.party == party for agent in who):
        return None
    beside = (o for o in context.voices if o is not voice and o.said.cue.sent == voice.said.cue.sent)
    foes = [one.party for other in beside if len(other.speakers) == 1 for one in other.speakers]
    return next((foe for foe in foes if foe in context.reading.adversaries(party)), None)


def is_misread(context: Context, voice: Voice) -> bool:
    """Tell whether a pronoun or a bare office was traced to the party that it charges, or charges with a
    breach, or with what "a Norlandic drone" did, as only others call it, or "its" to who is said to have done
    an act: "shells of the rebels fell on it, said its mayor"."""
    source, party = voice.said.source, voice.speakers[0].party
    if source is None or context.memory.named(source):
        return False
    accused = voice.said.accused
    if voice.said.kind == "accuses" and accused is not None and context.reading.party_of(accused) == party:
        return True
    owned = any("own" in context.reading.classes("voices", token) for token in source)
    return any(
        agent.role == "party" and agent.party == party
        for act in voice_acts(context, voice)
        if not act.negated and not act.unreal
        if act.kind == "breach"
        or (owned and act.kind != "keep")
        or is_done_to_us(context.reading, act, voice)
        or (not voice.denies and is_of_some_weapon(context.reading, act))
        for agent in agents(context.reading, act)
        if not is_source(agent, voice)
    )


def is_done_to_us(reading: Reading, act: Act, voice: Voice) -> bool:
    """Tell whether an act is done to what whoever speaks calls his own: "a post of ours was fired on"."""
    inside = (token for token in act.head.subtree if token.i in voice.indices)
    return act.kind == "attack" and any(
        "own" in reading.classes("voices", token) and token.morph.get("Person", []) == ["1"]
        for token in inside
    )


def voice_acts(context: Context, voice: Voice) -> list[Act]:
    """Return the acts that are named in what a voice says, in the sentence of its cue."""
    return [act for act in context.acts_in(voice.said.cue.sent) if act.head.i in voice.indices]


def is_official(source: Span) -> bool:
    """Tell whether a source is an office or a force, of whatever side: none that only tells, no body's."""
    root, entry = source.root, office_at(source.root)
    named = any(token.pos_ == "PROPN" for token in source)
    if any(role(token) in STRANGERS for token in source) or (named and entry and entry.data.get("passes")):
        return False
    if not named and "body" in kinds_meant(root):
        return False
    return office_of(source) is not None or any(role(token) in ("office", "armed") for token in source)


def is_source(agent: Agent, voice: Voice) -> bool:
    """Tell whether the parser gave the speaker's verb, and so its subject, to what is said; or, with the verb
    that tells who passes it on, whoever does."""
    return any(
        source is not None and source.start <= agent.token.i < source.end
        for source in (voice.said.source, voice.said.antecedent, voice.said.cue, voice.said.via)
    )
