"""One act as one party puts it: whose act it is in that party's eyes, and whether it alleges, denies or admits it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Span, Token

from pipeline import grammar
from pipeline.acts import VERBS, Act, find_acts
from pipeline.agents import Agent, agents, has_doer
from pipeline.antecedents import STRANGERS
from pipeline.names import office_of
from pipeline.offices import role
from pipeline.reading import Reading
from pipeline.records import Category, Stance
from pipeline.speakers import Memory, Speaker
from pipeline.statements import Voice, around, who_says

OWNING = ("accuses", "admits")  # kinds of statement that name the act's doer themselves
CLEARLY = 2  # times as often as the next an adversary must be named to be the one that is meant
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
    named = voice.said.kind == "admits" or (owning and any(blamed_by(reading, voice, s) for s in voice.speakers))
    if not named and anaphoric(reading, act, who):
        return
    if not who and ((voice.said.kind == "calls" and act.kind == "breach") or (act.negated and stance == "alleges" and act.kind == "attack")):
        return
    untrue = voice.asserts and says_untrue(reading, voice, sentence)
    for speaker in speakers_of(context, voice, who):
        other = None if stance == "denies" else suffered_from(reading, act, speaker)
        for accused in accused_of(context, who, voice, speaker) or [other]:
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
    """Return the speakers of a voice; of an official whose side is not told, the adversary of whom he accuses."""
    source = voice.said.source
    if voice.speakers or source is None or not (is_official(source) or voice.said.kind == "accuses"):
        return list(voice.speakers)
    conflict = context.reading.conflict
    accused = [agent.party for agent in who if agent.party]
    if voice.said.accused is not None and (blamed := context.reading.party_of(voice.said.accused)):
        accused = [blamed]
    foes = [foe for party in accused[:1] for foe in context.reading.adversaries(party)]
    if not foes and not accused and voice.said.via is not None and (party := context.reading.party_of(voice.said.via)):
        foes = [party]
    if not foes and not accused:
        places = [p for p in context.reading.places if p.start in voice.indices and p.region]
        governing = {conflict.party_of_region(p.region) for p in places if p.region}
        foes = [party for party in governing if party and conflict.adversaries(party)] if len(governing) == 1 else []
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
        if other.speakers and not other.indices >= voice.indices and parties.isdisjoint(s.party for s in other.speakers)
        for i in other.indices
        if sentence.start <= i < sentence.end
    )


def own_stance(act: Act, accused: str | None, speaker: Speaker) -> Stance | None:
    """Return what saying so amounts to: that one's own side did it admits, that somebody did not denies."""
    own = accused == speaker.party
    if act.kind == "keep":
        if act.negated:
            return None if own else "alleges"
        return "denies" if own or accused is None else None
    if act.negated:
        return "denies"
    if own:
        return "admits" if act.kind == "attack" else None
    return "alleges"


def is_source(agent: Agent, voice: Voice) -> bool:
    """Tell whether the parser gave the speaker's verb, and so its subject, to what is said."""
    source = voice.said.source
    return source is not None and source.start <= agent.token.i < source.end


def anaphoric(reading: Reading, act: Act, who: list[Agent]) -> bool:
    """Tell whether a noun only points back to an act ("after the attack"): definite, and nobody named with it."""
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


def says_untrue(reading: Reading, voice: Voice, sentence: Span) -> bool:
    """Tell whether what is said is that something is not so: "the report was false", but not "false reports"."""
    scope = set(voice.indices) & set(range(sentence.start, sentence.end))
    return any(
        entry.data["class"] == "denial" and (len(span) > 1 or is_predicate(span.root))
        for entry, span in reading.within("denials", scope)
    )


def is_predicate(word: Token) -> bool:
    """Tell whether a word says something of a subject: after "is" or "as", or as a passive."""
    if word.pos_ == "VERB":
        return grammar.is_passive(word)
    node = word
    while node.dep_ == "conj":
        node = node.head
    return node.dep_ in {"acomp", "attr", "oprd", "pobj", "ROOT", "ccomp", "appos"}


# --- whose act it is --------------------------------------------------------------------------------


def accused_of(context: Context, who: list[Agent], voice: Voice, speaker: Speaker) -> list[str]:
    """Return the parties that an act is laid to, in the eyes of a speaker."""
    if voice.said.kind == "accuses" and voice.said.accused is not None:
        blamed = blamed_by(context.reading, voice, speaker)
        if blamed:
            return blamed
    found = [party for agent in who for party in parties_of_agent(context.reading, agent, speaker)]
    return list(dict.fromkeys(found))


def blamed_by(reading: Reading, voice: Voice, speaker: Speaker) -> list[str]:
    """Return the parties that a cue of accusing names as its object."""
    span = voice.said.accused
    if span is None:
        return []
    foes = list(reading.adversaries(speaker.party)[:1])
    classes = {entry.data["class"] for entry, _ in reading.within("voices", set(range(span.start, span.end)))}
    if classes & {"other", "both"}:
        return [one.party for one in voice.speakers if one.party != speaker.party] or foes
    if "pronoun" in classes or span.root.pos_ == "PRON":
        return foes
    found = [reading.party(head) for head in grammar.conjuncts(span.root)]
    named = [party or (foes[0] if foes else None) for party in found if party is not None]
    return list(dict.fromkeys(party for party in named if party))


def parties_of_agent(reading: Reading, agent: Agent, speaker: Speaker) -> list[str]:
    """Return the parties behind an agent, in the eyes of a speaker."""
    if agent.role == "party" and agent.party:
        return [agent.party]
    if agent.role == "own":
        return referent(reading, agent.token, speaker) if agent.token.dep_ == "poss" else [speaker.party]
    if agent.role in ("enemy", "other"):
        return list(reading.adversaries(speaker.party)[:1])
    return referent(reading, agent.token, speaker)


def referent(reading: Reading, pronoun: Token, speaker: Speaker) -> list[str]:
    """Return the party of a pronoun that does an act: the speaker, or for "they" of one person the party named last.

    In quoted words a third person is never the speaker.
    """
    third = pronoun.morph.get("Person") == ["3"]
    if third and grammar.is_quoted(pronoun):
        foes = reading.adversaries(speaker.party)
        return foes[:1]
    if speaker.person and pronoun.morph.get("Number") == ["Plur"] and pronoun.morph.get("Person") == ["3"]:
        for mention in reversed(reading.mentions):
            if mention.end <= pronoun.i and mention.party and mention.party != speaker.party:
                return [mention.party]
    return [speaker.party]


def suffered_from(reading: Reading, act: Act, speaker: Speaker) -> str | None:
    """Return whose act it must be by whom it was done to: the adversary of the party whose that is, if there is one.

    Whose it is, the words for it tell ("our border post"), else the region it lies in.
    """
    if act.kind != "attack":
        return None
    conflict = reading.conflict
    suffers = "suffer" in reading.classes("acts", act.head)
    for token in grammar.subjects(act.head) if suffers else suffering(reading, act.head):
        party = reading.party(token)
        if party is None and any("own" in reading.classes("voices", child) for child in token.children):
            party = speaker.party
        if party:
            return main_adversary(reading, party)
    places = [p for p in reading.places if p.start in grammar.clause(act.head) and p.region]
    governing = {conflict.party_of_region(place.region) for place in places if place.region}
    if len(governing) == 1 and (party := governing.pop()):
        held = any(place.region in conflict.contested for place in places) or not conflict.contested
        return main_adversary(reading, party) if party == speaker.party or not held else None
    return None


def suffering(reading: Reading, head: Token) -> list[Token]:
    """Return what an act is done to: the objects of a verb, what a noun's "on", "at" or "against" governs."""
    if head.pos_ in VERBS:
        found = grammar.patients(head)
        if grammar.is_passive(head):
            return found
    else:
        found = []
    return found + [
        pobj
        for prep, pobj in grammar.prepositional_objects(head)
        if prep.dep_ == "prep" and "agent" not in reading.classes("prepositions", prep)
    ]


def with_accused(context: Context, one: Assertion, found: list[Assertion]) -> Assertion:
    """Give an act without an agent that of the speaker's other acts near by, else the only adversary in the text."""
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


def main_adversary(reading: Reading, party: str) -> str | None:
    """Return the adversary of a party that the document names most, None if it names none or two as often."""
    counts = reading.named
    foes = [foe for foe in reading.adversaries(party) if counts[foe]]
    if not foes or (len(foes) > 1 and counts[foes[0]] < CLEARLY * counts[foes[1]]):
        return None
    return foes[0]
