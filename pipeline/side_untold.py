"""Officials of a side that is not told: whose they are, by what they say of whom and where."""

from spacy.tokens import Span

from pipeline.acts import Act
from pipeline.agents import Agent
from pipeline.antecedent_kinds import may_mean
from pipeline.bare_offices import whose
from pipeline.context import Context
from pipeline.grammar.arguments import patients
from pipeline.grammar.features import is_plural
from pipeline.offices import office_at
from pipeline.official_sources import is_military_office
from pipeline.reading import Reading
from pipeline.speakers import Speaker
from pipeline.stances import is_praised, says_untrue
from pipeline.statements import Voice
from pipeline.untold import disowned

SEVERAL = 4  # assertions of one sentence


def of_side_untold(context: Context, voice: Voice, who: list[Agent], source: Span, act: Act) -> list[Speaker]:
    """Return officials of a side untold as speakers: the adversary's of whom they accuse, those of whom they
    clear or whose act they own up to, those of whoever passes them on, who govern where it happened, or who
    spoke last of what was done to them."""
    conflict = context.reading.conflict
    places = [p for p in context.reading.places if p.start in voice.indices and p.region]
    governing = {conflict.party_of_region(p.region) for p in places if p.region}
    foes = sides_meant(context, voice, who, source, act, governing)
    states = [foe for foe in foes if conflict.is_state(foe)]
    governs = any(entry.data.get("governs") for token in source if (entry := office_at(token)))
    if states and (governs or whose(source) == "state"):
        foes = states  # a mayor is no armed group's
    if governs:
        foes = [foe for foe in foes if foe in governing] or foes
    return [Speaker(foes[0], source, context.memory.is_person(source.root))] if foes else []


def sides_meant(
    context: Context, voice: Voice, who: list[Agent], source: Span, act: Act, governing: set[str | None]
) -> list[str]:
    """Return whose the officials may be; `governing` are those who hold the places that they speak of."""
    reading, conflict = context.reading, context.reading.conflict
    if (cleared := disowned(context, voice)) is not None:
        return [cleared]
    accused = [agent.party for agent in who if agent.party]
    if voice.said.accused is not None and (blamed := reading.party_of(voice.said.accused)):
        accused = [blamed]
    if accused:
        own = clears_or_owns(reading, act, voice, source)
        return accused[:1] if own else reading.adversaries(accused[0])
    if voice.said.via is not None and (passed_on := reading.party_of(voice.said.via)):
        return [passed_on]
    if len(governing) == 1:
        foes = [party for party in governing if party and conflict.adversaries(party)]
    else:
        foes = last_charged(context, act, who, source) or last_struck(context, act)
    return [foe for foe in foes if may_mean(source, foe, conflict)]


def clears_or_owns(reading: Reading, act: Act, voice: Voice, source: Span) -> bool:
    """Tell whether who speaks clears whoever is named as the doer of an act, or owns up to it."""
    return (
        act.negated
        or voice.denies
        or voice.said.kind == "admits"
        or (voice.asserts and says_untrue(reading, voice, voice.said.cue.sent))
        or tells_as_own(reading, act, voice, source)
    )


def tells_as_own(reading: Reading, act: Act, voice: Voice, source: Span) -> bool:
    """Tell whether who speaks did the act: soldiers who confirm it, or officials who call those hit by a word
    for the enemy: "the general said that troops had struck militants"."""
    if voice.said.kind == "confirms" and is_military_office(source):
        return True
    if act.head.pos_ == "NOUN" and is_praised(reading, act):
        return True  # "precision strikes"
    hit = patients(act.head)
    named = [noun for noun in hit if is_plural(noun)]
    named += [child for noun in hit for child in noun.lefts if child.dep_ in {"compound", "amod"}]
    return any(
        (entry := office_at(word)) is not None
        and (entry.data.get("whose") == "group" or entry.data["role"] == "enemy")
        for word in named
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
