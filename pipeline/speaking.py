"""Who speaks, in view of what is said: a source told before, spokesmen, the adversary of whom he charges."""

from dataclasses import replace

from spacy.tokens import Span

from pipeline.acts import Act
from pipeline.adversaries import main_adversary
from pipeline.agents import Agent
from pipeline.bare_offices import is_unknown_group
from pipeline.context import Context
from pipeline.misreading import is_misread, is_put_there
from pipeline.offices import has, role
from pipeline.official_sources import are_some, is_official
from pipeline.side_untold import of_side_untold
from pipeline.source_wording import STRANGERS, is_definite, speaks_for
from pipeline.speakers import Speaker
from pipeline.statements import Voice


def speakers_of(context: Context, voice: Voice, who: list[Agent], act: Act) -> list[Speaker]:
    """Return the speakers of a voice; for an official of a side untold whom what is said shows."""
    source, speakers = voice.said.source, list(voice.speakers)
    if source is None:
        return speakers
    if not speakers and (known := [one.speaker for one in context.beside if one.voice is voice]):
        return known[:1]  # one voice is that of one side, whatever else it tells
    if (told := told_before(context, source)) is not None:
        return [replace(told, words=source)]
    if len(speakers) == 1 and (party := spokesman_of(context, voice, source, who, act)) is not None:
        return [replace(speakers[0], party=party)]
    if len(speakers) == 1 and (foe := cleared_foe(context, voice, source, who, act)) is not None:
        return [replace(speakers[0], party=foe)]
    if len(speakers) == 1 and (is_misread(context, voice) or is_put_there(context, voice)):
        foe = main_adversary(context.reading, speakers[0].party)
        if foe is None:
            return of_side_untold(context, voice, who, source, act)
        return [replace(speakers[0], party=foe, words=name_before(context, source, foe))]
    if not speakers and is_unknown_group(source):
        return []
    if not speakers and (told := untold_before(context, source)) is not None:
        return [replace(told, words=source)]
    if not speakers and (state := whose_media(context, source, who)):
        return [Speaker(state, source, False)]
    if speakers and not (are_some(source) and not context.memory.named(source)):
        return speakers
    charges = voice.said.kind == "accuses" and not any(role(token) in STRANGERS for token in source)
    if not (is_official(source) or charges):
        return speakers
    return of_side_untold(context, voice, who, source, act) or speakers


def cleared_foe(context: Context, voice: Voice, source: Span, who: list[Agent], act: Act) -> str | None:
    """Return the adversary of who spoke last, whom a spokesman without a name of his own clears: "The rebels
    accused the army. The army did not fire first, a spokeswoman said" is the army's word."""
    if (
        voice.denies
        or not act.negated
        or act.kind != "attack"
        or not speaks_for(source)
        or is_definite(source.root)
    ):
        return None
    foes = context.reading.adversaries(voice.speakers[0].party)
    named = {agent.party for agent in who if agent.role == "party"}
    return next((foe for foe in foes if named == {foe}), None)


def whose_media(context: Context, source: Span, who: list[Agent]) -> str | None:
    """Return the state whose media tell what its adversary did: "Norlandic channels said Sudland shelled"."""
    if not has([source.root], "organ"):
        return None
    owners = [m.party for m in context.reading.mentions if source.start <= m.start and m.end <= source.end]
    accused = {agent.party for agent in who if agent.role == "party"}
    foes = context.reading.adversaries(owners[0]) if len(owners) == 1 else []
    return owners[0] if foes and accused and accused <= {*foes} else None


def name_before(context: Context, source: Span, party: str) -> Span:
    """Return the last name of a party before a source found to be of it, else the source."""
    before = [m for m in context.reading.mentions if m.party == party and m.end <= source.start]
    return context.reading.doc[before[-1].start : before[-1].end] if before else source


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


def spokesman_of(context: Context, voice: Voice, source: Span, who: list[Agent], act: Act) -> str | None:
    """Return the party that a bare office speaks for in a sentence of its party's: in "Norland says rebels
    shelled it, the ministry said" the ministry is Norland's, not that of those whose deed is told; that they
    did not, or kept a truce, they say themselves."""
    party = voice.speakers[0].party
    if voice.denies or not is_official(source) or context.memory.named(source):
        return None
    if act.negated or act.kind == "keep":
        return None
    if not any(agent.role == "party" and agent.party == party for agent in who):
        return None
    beside = (o for o in context.voices if o is not voice and o.said.cue.sent == voice.said.cue.sent)
    foes = [one.party for other in beside if len(other.speakers) == 1 for one in other.speakers]
    return next((foe for foe in foes if foe in context.reading.adversaries(party)), None)
