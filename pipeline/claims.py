"""From a document to its claims: who says that whom did what, where and when, each in its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Span, Token

from pipeline import grammar
from pipeline.acts import VERBS, Act, find_acts
from pipeline.agents import Agent, agents, has_doer
from pipeline.attribution import said
from pipeline.categories import category_of, framed_as_breach
from pipeline.conflict import Conflict
from pipeline.dates import act_dates
from pipeline.numbers import act_count
from pipeline.reading import Reading, read
from pipeline.records import Category, Claim, Document, Place, Stance
from pipeline.speakers import Memory, Speaker
from pipeline.statements import Voice, around, voices, who_says

EXTRACTOR = "1"


@dataclass(frozen=True)
class Assertion:
    """One act as one party puts it, before acts of one kind are joined to a claim."""

    act: Act
    voice: Voice
    speaker: Speaker
    stance: Stance
    accused: str | None
    sentence: Span
    category: Category = "other_strike"


@dataclass
class Context:
    """What earlier sentences of a document leave for the next ones."""

    reading: Reading
    memory: Memory
    voices: list[Voice]
    assertions: list[Assertion] = field(default_factory=list)


def extract(document: Document, nlp: Language, conflict: Conflict) -> list[Claim]:
    """Return the claims of a document, in text order."""
    reading = read(nlp(document.text), conflict)
    memory = Memory(reading)
    context = Context(reading, memory, voices(said(reading.doc), memory))
    claims: list[Claim] = []
    for sentence in reading.doc.sents:
        found = list(assertions(context, sentence))
        context.assertions += found
        claims += joined(context, document, found)
    return claims


# --- acts in voices ---------------------------------------------------------------------------------


def assertions(context: Context, sentence: Span) -> Iterator[Assertion]:
    """Yield what each party asserts in a sentence."""
    found: list[Assertion] = []
    acts = find_acts(context.reading, sentence)
    for act in acts:
        for voice, stance in who_says(around(act.head, context.voices)):
            found += asserted(context, act, voice, stance, sentence)
    found += bare_denials(context, sentence, found)
    found += bare_accusations(context, sentence, found)
    yield from with_categories(context, shared_accused(context, found))


def asserted(context: Context, act: Act, voice: Voice, stance: Stance, sentence: Span) -> Iterator[Assertion]:
    """Yield one assertion for each speaker and accused of an act."""
    reading = context.reading
    owning = voice.said.kind in ("accuses", "admits")
    if act.unreal or not (act.strong or has_doer(reading, act) or owning):
        return
    who = agents(reading, act)
    if not owning and anaphoric(reading, act, who):
        return
    untrue = voice.asserts and says_untrue(reading, voice, sentence)
    for speaker in voice.speakers:
        for accused in accused_of(context, act, who, voice, speaker) or [suffered_from(context, act, speaker)]:
            now: Stance | None = stance
            if stance == "denies" or (untrue and accused in (None, speaker.party)):
                now, accused = "denies", accused or speaker.party
            elif accused is None and voice.said.kind == "admits" and act.kind == "attack":
                now, accused = "admits", speaker.party
            else:
                now = own_stance(act, accused, speaker)
                accused = accused or (speaker.party if now == "denies" else None)
            if now is not None:
                yield Assertion(act, voice, speaker, now, accused, sentence)


def suffered_from(context: Context, act: Act, speaker: Speaker) -> str | None:
    """Return whose act it must be by whom it was done to: the adversary of the party whose that is, one if any."""
    reading = context.reading
    if act.kind != "attack":
        return None
    for token in suffering(act.head):
        party = reading.party(token)
        if party is None and any("own" in reading.classes("voices", child) for child in token.children):
            party = speaker.party
        if party:
            foes = reading.conflict.adversaries(party)
            return foes[0] if len(foes) == 1 else None
    return None


def suffering(head: Token) -> list[Token]:
    """Return what an act is done to: the objects of a verb, what a noun's "on", "at" or "against" governs."""
    if head.pos_ in VERBS:
        return grammar.patients(head)
    return [pobj for prep, pobj in grammar.prepositional_objects(head) if prep.dep_ == "prep"]


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


def anaphoric(reading: Reading, act: Act, who: list[Agent]) -> bool:
    """Tell whether a noun only points back to an act ("after the attack"): definite, and nobody named with it."""
    return not who and act.head.pos_ == "NOUN" and any(
        child.dep_ == "det" and child.morph.get("Definite") == ["Def"] or child.tag_ == "DT" and child.morph.get("PronType") == ["Dem"]
        for child in act.head.children
    ) and act.kind == "attack"


def accused_of(
    context: Context, act: Act, who: list[Agent], voice: Voice, speaker: Speaker
) -> list[str]:
    """Return the parties that an act is laid to, in the eyes of a speaker."""
    reading = context.reading
    if voice.said.kind == "accuses" and voice.said.accused is not None:
        blamed = parties_of_accused(context, voice, speaker)
        if blamed:
            return blamed
    found: dict[str, None] = {}
    for agent in who:
        for party in parties_of_agent(context, agent, speaker):
            found[party] = None
    return list(found)


def parties_of_accused(context: Context, voice: Voice, speaker: Speaker) -> list[str]:
    """Return the parties that a cue of accusing names as its object."""
    span = voice.said.accused
    assert span is not None
    reading = context.reading
    hits = reading.within("voices", set(range(span.start, span.end)))
    if any(entry.data["class"] in ("other", "both") for entry, _ in hits):
        return [other for other in (one.party for one in voice.speakers) if other != speaker.party] or list(
            reading.conflict.adversaries(speaker.party)[:1]
        )
    if any(entry.data["class"] == "pronoun" for entry, _ in hits) or span.root.pos_ == "PRON":
        return list(reading.conflict.adversaries(speaker.party)[:1])
    found = []
    for head in [span.root, *span.root.conjuncts]:
        party = reading.party(head)
        if party == "":
            party = next(iter(reading.conflict.adversaries(speaker.party)), None)
        if party:
            found.append(party)
    return list(dict.fromkeys(found))


def parties_of_agent(context: Context, agent: Agent, speaker: Speaker) -> list[str]:
    """Return the parties behind an agent, in the eyes of a speaker."""
    adversaries = context.reading.conflict.adversaries(speaker.party)
    if agent.role == "party" and agent.party:
        return [agent.party]
    if agent.role == "own":
        return [speaker.party]
    if agent.role == "enemy":
        return list(adversaries[:1])
    if agent.role == "other":
        return list(adversaries[:1])
    return referent(context, agent.token, speaker)


def referent(context: Context, pronoun: Token, speaker: Speaker) -> list[str]:
    """Return the party of a pronoun that does an act: the speaker, or for "they" of one person the party named last."""
    if speaker.person and pronoun.morph.get("Number") == ["Plur"] and pronoun.morph.get("Person") == ["3"]:
        for mention in reversed(context.reading.mentions):
            if mention.end <= pronoun.i and mention.party and mention.party != speaker.party:
                return [mention.party]
    return [speaker.party]


def shared_accused(context: Context, found: list[Assertion]) -> list[Assertion]:
    """Give an act without an agent that of the speaker's other acts: in the sentence, else in the one before."""
    result = []
    for one in found:
        if one.accused is None:
            same = [o for o in found if o.speaker.party == one.speaker.party and o.accused and o.stance == one.stance]
            earlier = [
                o for o in context.assertions[-8:]
                if o.speaker.party == one.speaker.party and o.accused and o.stance == "alleges"
            ]
            if same:
                one = replace(one, accused=same[0].accused)
            elif earlier:
                one = replace(one, accused=earlier[-1].accused)
            else:
                one = replace(one, accused=other_side(context, one.speaker.party))
        result.append(one)
    return result


def other_side(context: Context, party: str) -> str | None:
    """Return the adversary of a side that the document names, None if there are several or none."""
    named = {mention.party for mention in context.reading.mentions}
    foes = [foe for foe in context.reading.conflict.adversaries(party) if foe in named]
    return foes[0] if len(foes) == 1 else None


# --- answers without an act ---------------------------------------------------------------------------


def bare_denials(context: Context, sentence: Span, found: list[Assertion]) -> Iterator[Assertion]:
    """Yield the denials that name no act but point back to an allegation ("rejected the accusation")."""
    for voice in context.voices:
        if not sentence.start <= voice.said.cue.start < sentence.end or not voice.speakers:
            continue
        if not (voice.denies or (voice.asserts and says_untrue(context.reading, voice, sentence))):
            continue
        for speaker in voice.speakers:
            if any(o.speaker.party == speaker.party and o.stance == "denies" for o in found):
                continue
            charge = charge_against(context, speaker.party, found)
            if charge is not None:
                yield replace(
                    charge,
                    act=replace(charge.act, rule="bare-denial", head=voice.said.cue.root),
                    voice=voice, speaker=speaker, stance="denies", sentence=sentence,
                )


def says_untrue(reading: Reading, voice: Voice, sentence: Span) -> bool:
    """Tell whether what is said is that something is not so."""
    return any(
        entry.data["class"] == "denial"
        for entry, _ in reading.within("denials", set(voice.indices) & set(range(sentence.start, sentence.end)))
    )


def charge_against(context: Context, party: str, found: list[Assertion]) -> Assertion | None:
    """Return the allegation that a party answers: in the same sentence, else the last one against it."""
    for one in [*reversed(context.assertions + found)]:
        if one.stance == "alleges" and one.accused == party and one.speaker.party != party:
            return one
    return None


def bare_accusations(context: Context, sentence: Span, found: list[Assertion]) -> Iterator[Assertion]:
    """Yield the accusations that name who but not what ("blamed each other", "pointed at Norland")."""
    for voice in context.voices:
        if voice.said.kind != "accuses" or voice.said.accused is None or not voice.speakers:
            continue
        if not sentence.start <= voice.said.cue.start < sentence.end or any(o.voice is voice for o in found):
            continue
        what = set(voice.indices) - set(range(voice.said.accused.start, voice.said.accused.end))
        if any(context.reading.doc[i].pos_ in ("NOUN", "VERB", "PROPN") for i in what):
            continue
        for speaker in voice.speakers:
            for accused in parties_of_accused(context, voice, speaker):
                if accused != speaker.party:
                    act = Act(voice.said.cue.root, "attack", False, False, True, "bare-accusation")
                    yield Assertion(act, voice, speaker, "alleges", accused, sentence)


# --- kinds and fields ---------------------------------------------------------------------------------


def with_categories(context: Context, found: list[Assertion]) -> Iterator[Assertion]:
    """Yield the assertions with their category."""
    for one in found:
        if one.act.rule == "bare-denial":
            yield one
        else:
            yield replace(one, category=category_of(context.reading, one.act, one.voice, one.sentence))


def joined(context: Context, document: Document, found: Iterable[Assertion]) -> Iterator[Claim]:
    """Yield one claim for each speaker, stance, accused and category of a sentence."""
    groups: dict[tuple[str, str, str | None, str], list[Assertion]] = {}
    for one in found:
        groups.setdefault((one.speaker.party, one.stance, one.accused, one.category), []).append(one)
    for group in groups.values():
        yield claim_of(context, document, group)


def claim_of(context: Context, document: Document, group: list[Assertion]) -> Claim:
    """Return the claim that a group of assertions makes."""
    first = group[0]
    sentence, cue = first.sentence, first.voice.said.cue
    when = number = None
    if first.act.rule != "bare-denial":
        for one in group:
            when = when or act_dates(sentence, one.act.head, cue.root, document.published)
            number = number or act_count(sentence, one.act.head)
    places = places_of(context, group)
    doc = context.reading.doc
    return Claim(
        sentence=str(sentence.text).strip(),
        span=span_of(sentence),
        stance=first.stance,
        claimant=first.speaker.party,
        accused=first.accused,
        category=first.category,
        speaker=str(first.speaker.words.text),
        speaker_span=span_of(first.speaker.words),
        cue_span=span_of(cue),
        regions=tuple(sorted({place.region for place in places if place.region})),
        places=tuple(places),
        count=number.value if number else None,
        unit=number.unit if number else None,
        bound=number.bound if number else None,
        date_from=when.date_from if when else None,
        date_to=when.date_to if when else None,
        date_span=span_of(doc[when.start : when.end]) if when else None,
        via=str(first.voice.said.via.text) if first.voice.said.via is not None else None,
        rule=f"{first.voice.said.rule} > {first.act.rule}",
    )


def places_of(context: Context, group: list[Assertion]) -> list[Place]:
    """Return the places of a claim: those named in the statement, but for what other voices say."""
    first = group[0]
    if first.act.rule == "bare-denial":
        return []
    sentence, said_ = first.sentence, first.voice.said
    taken = set(range(said_.cue.start, said_.cue.end))
    if said_.source is not None:
        taken |= set(range(said_.source.start, said_.source.end))
    inner = [v for v in context.voices if v is not first.voice and v.indices < first.voice.indices]
    wanted = set(first.voice.indices)
    doc = context.reading.doc
    return [
        Place(p.name, span_of(doc[p.start : p.end]), p.region, p.latitude, p.longitude)
        for p in context.reading.places
        if p.start in wanted and p.start not in taken and sentence.start <= p.start < sentence.end and p.region
        and (p.kind != "capital" or p.locative)
    ]


def span_of(span: Span) -> tuple[int, int]:
    """Return the character span of some tokens, white space at the end left out."""
    text = str(span.text)
    return span.start_char, span.start_char + len(text.rstrip())
