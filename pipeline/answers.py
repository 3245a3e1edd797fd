"""Charges and answers that name no act of their own: "rejected the accusation", "blamed the other for it"."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Span, Token

from pipeline.acts import Act
from pipeline.adversaries import is_unarmed
from pipeline.antecedent_kinds import may_mean
from pipeline.blame import blamed_by
from pipeline.context import Assertion, Context
from pipeline.grammar.features import is_pointed_at
from pipeline.instead import named_instead
from pipeline.official_sources import is_official
from pipeline.policies import tells_policy
from pipeline.speakers import Speaker
from pipeline.stances import says_untrue
from pipeline.statements import Voice, has_trait
from pipeline.truce_acts import spans_truce
from pipeline.untold import (
    NAMING,
    disowned,
    disowns,
    is_denial_alone,
    is_ours,
    says_not,
    unheard_charge,
    untold_charge,
)


def bare_charges(
    context: Context, sentence: Span, number: int, found: list[Assertion]
) -> Iterator[Assertion]:
    """Yield the accusations that say who but not what."""
    for voice in voices_with_cue_in(context, sentence):
        if not any(o.voice is voice for o in found):
            yield from named_instead(context, voice, [*context.found, *found], sentence, number)
        accused = voice.said.accused
        if voice.said.kind != "accuses" or any(o.voice is voice for o in found):
            continue
        named = set(range(accused.start, accused.end)) if accused is not None else set()
        cue = voice.said.cue.root
        if cue.dep_ == "relcl":  # "the clash, over which each accused the other of the same thing"
            named |= {token.i for token in cue.head.subtree if token.i < cue.left_edge.i}
        what = [context.reading.doc[i] for i in set(voice.indices) - named]
        again = any(is_charge(context, word) and word.head == cue for word in what)
        mutual = voice.said.mutual
        again = again or any(is_harm(context, word, mutual) or is_blamed(context, word) for word in what)
        if not again and (
            is_no_charge(context, voice) or any(is_another_matter(context, word) for word in what)
        ):
            continue
        act = Act(voice.said.cue.root, "attack", False, False, True, "charge")
        for speaker in voice.speakers:
            for party in blamed_by(context.reading, voice, speaker):
                if party != speaker.party:
                    yield Assertion(act, voice, speaker, "alleges", party, sentence, number, bare=True)


def charged_along(found: list[Assertion]) -> list[Assertion]:
    """Lay what nobody is said to have done to those whom the speaker charges beside it: "said a ship had been
    hit, blaming Norland and Sudland"."""
    charged: dict[str, dict[str | None, None]] = {}
    for one in found:
        if is_bare_charge(one):
            charged.setdefault(one.speaker.party, {})[one.accused] = None
    shared = {id(one): charged[one.speaker.party] for one in found if is_open(one, charged)}
    told = {one.speaker.party for one in found if id(one) in shared}
    return [
        replace(one, accused=party) if id(one) in shared else one
        for one in found
        if not (is_bare_charge(one) and one.speaker.party in told)
        for party in shared.get(id(one), [None])
    ]


def is_bare_charge(one: Assertion) -> bool:
    """Tell whether an assertion says who but not what."""
    return one.bare and one.act.rule == "charge"


def is_open(one: Assertion, charged: Mapping[str, Collection[str | None]]) -> bool:
    """Tell whether an act is laid to nobody but those whom its speaker charges beside it."""
    if one.stance != "alleges" or is_bare_charge(one) or one.speaker.party not in charged:
        return False
    return one.accused is None or (one.borrowed and one.accused in charged[one.speaker.party])


def is_no_charge(context: Context, voice: Voice) -> bool:
    """Tell whether a cue names whom it charges but no act, and needs one: "condemned Norland"."""
    accused = voice.said.accused
    if not has_trait(voice.said, "names_act") or accused is None:
        return False
    if context.reading.within("truces", set(voice.indices)):
        return False  # "condemned their push as a breach of the truce"
    deed = context.reading.classes("acts", accused.root) & {"attack", "weaponfire", "violation"}
    return not deed and not is_harm(context, accused.root, True)


def is_another_matter(context: Context, word: Token) -> bool:
    """Tell whether a word of a charge names what is no charge itself."""
    return word.pos_ in NAMING and not is_charge(context, word)


def is_charge(context: Context, word: Token) -> bool:
    """Tell whether a word is a noun for a charge, or for who is to blame: "levelled the same accusation"."""
    return bool(context.reading.classes("denials", word) & {"charge", "blamed"})


def is_blamed(context: Context, word: Token) -> bool:
    """Tell whether a word says no more than who did it: "accused them of being responsible"."""
    return word.pos_ == "ADJ" and "blamed" in context.reading.classes("denials", word)


def is_harm(context: Context, word: Token, mutual: bool = False) -> bool:
    """Tell whether a word names what was told of as somebody's doing: "blamed them for the damage", or, of
    those who charge each other, any harm: "traded blame over damage to a dam"."""
    if "missile" in context.reading.classes("weapons", word) and is_pointed_at(word):
        return True  # "blamed them for the bombs on the camp"
    found = [e for e in context.reading.entries("denials", word) if e.data["class"] == "harm"]
    of_truce = any(entry.data.get("of_truce") for entry in found)
    return (
        bool(found)
        and (mutual or is_pointed_at(word))
        and (not of_truce or spans_truce(context.reading, [word]))
    )


def bare_denials(
    context: Context, sentence: Span, number: int, found: list[Assertion]
) -> Iterator[Assertion]:
    """Yield the denials that point back to an allegation, with the act that was alleged."""
    for voice in cued_in(context, sentence):
        if not voice.speakers:
            voice = replace(voice, speakers=tuple(charged_untold(context, voice, found)))
        no_more = voice.said.kind == "says" and says_not(context, voice)
        none_ours = voice.said.kind == "says" and disowns(context, voice)
        untrue = voice.asserts and says_untrue(context.reading, voice, sentence)
        if not (voice.denies or untrue or no_more or none_ours):
            continue
        boast = next((o for o in found if o.stance == "admits" and o.voice.indices < voice.indices), None)
        if boast is None and (boast := boast_before(context, voice, number)) and found:
            continue  # "denied this: a school had been hit" tells what was done instead
        if boast is not None:  # "Norland's claim to have hit it is false"
            others = (speaker for speaker in voice.speakers if speaker.party != boast.speaker.party)
            denied = replace(boast, voice=voice, stance="denies", sentence=sentence, number=number)
            yield from (replace(denied, speaker=one) for one in others)
            continue
        policy = any(tells_policy(context.reading, voice, act) for act in context.acts_in(sentence))
        if policy or not (no_more or none_ours or points_back(context, voice)):
            continue
        for speaker in (found_to_be(voice, one, found) for one in voice.speakers):
            if any(o.speaker.party == speaker.party and o.stance == "denies" for o in found):
                continue
            outside = is_unarmed(context.reading, speaker.party)  # it may clear others
            charge = charge_against(context, None if outside else speaker.party, found)
            if no_more and (charge is None or number - charge.number > 1):
                continue  # it says that of something else
            act_denied = part_denied(context, voice, sentence)
            if charge is None and act_denied is not None:
                cleared = disowned(context, voice) if outside else None
                whose = cleared or speaker.party
                yield Assertion(act_denied, voice, speaker, "denies", whose, sentence, number)
                continue
            if is_answer_to_another(context, voice, speaker.party, charge):
                continue
            counter = counter_charge(speaker, found)
            charge = charge or unheard_charge(context, voice, sentence, number, counter)
            charge = charge or untold_charge(context, voice, sentence, number, counter)
            if charge is not None:
                act = replace(charge.act, rule="answer", head=voice.said.cue.root)
                yield replace(
                    charge,
                    act=act,
                    voice=voice,
                    speaker=speaker,
                    stance="denies",
                    accused=charge.accused if outside else speaker.party,
                    sentence=sentence,
                    number=number,
                    bare=True,
                )


def charged_untold(context: Context, voice: Voice, found: list[Assertion]) -> list[Speaker]:
    """Return officials of a side untold as those whom the charge in their sentence is laid to, or who had no
    part in what it tells: "Norland's claims of a raid are untrue, a source in the army said"."""
    source = voice.said.source
    if source is None or not is_official(source) or context.memory.named(source):
        return []
    accused = [one.accused for one in found if one.stance == "alleges" and one.accused]
    accused += filter(None, [disowned(context, voice)])
    person = context.memory.is_person(source.root)
    return [
        Speaker(party, source, person)
        for party in accused[:1]
        if may_mean(source, party, context.reading.conflict)
    ]


def boast_before(context: Context, voice: Voice, number: int) -> Assertion | None:
    """Return what the adversary boasted of right before, and no more, if "the claim" or "this" is denied:
    "Norland said its jets had hit the port. Sudland rejected the claim"."""
    last = context.found[-1] if context.found else None
    boasts = last is not None and last.stance == "admits" and number - last.number <= 1
    if last is None or not boasts or not any(is_charge(context, word) for word in taken_up(context, voice)):
        return None
    foes, deniers = context.reading.adversaries(last.speaker.party), {one.party for one in voice.speakers}
    charged = {o.accused for o in context.found if o.number == last.number and o.stance == "alleges"}
    return last if deniers <= {*foes} - charged else None


def taken_up(context: Context, voice: Voice) -> list[Token]:
    """Return the nouns of what a voice says, and the pronoun that is all that it denies."""
    words = (context.reading.doc[i] for i in voice.indices)
    return [w for w in words if w.pos_ == "NOUN" or (w.pos_ == "PRON" and w.head == voice.said.cue.root)]


def counter_charge(speaker: Speaker, found: list[Assertion]) -> Assertion | None:
    """Return what a speaker charges another with beside a denial: "denied it, adding that Norland fired"."""
    own = (o for o in found if o.speaker.party == speaker.party and o.stance == "alleges" and o.accused)
    return next(own, None)


def found_to_be(voice: Voice, speaker: Speaker, found: list[Assertion]) -> Speaker:
    """Return who a speaker turned out to be in what he says beside it.

    In "it denied the charge and blamed Norland" it is not Norland's ministry.
    """
    source = voice.said.source
    same = (one for one in found if source is not None and one.voice.said.source == source)
    return next((one.speaker for one in same if len(voice.speakers) == 1), speaker)


def part_denied(context: Context, voice: Voice, sentence: Span) -> Act | None:
    """Return the attack in which somebody says that he has had no part."""
    found = context.reading.within("denials", set(voice.indices))
    told = {i for v in context.voices if v.speakers and v.indices < voice.indices for i in v.indices}
    mine = voice.indices - told  # what he passes on, another denies
    acts = [act for act in context.acts_in(sentence) if act.head.i in mine and act.kind == "attack"]
    return acts[0] if acts and any(entry.data.get("part") for entry, _ in found) else None


def is_answer_to_another(context: Context, voice: Voice, party: str, charge: Assertion | None) -> bool:
    """Tell whether what a party was charged with last is no act: that it shelters or backs others."""
    start = voice.said.cue.start
    after = charge.sentence.end if charge is not None else 0
    claimed = {id(one.voice) for one in context.found}
    if (voice.denies and backs_others(context, voice)) or denies_boast(context, voice, party):
        return True
    for other in context.voices:
        if not after <= other.said.cue.start < start or id(other) in claimed or other.said.negated:
            continue
        accused = {foe for one in other.speakers for foe in blamed_by(context.reading, other, one)}
        backs = other.said.kind == "supports" and any(one.party == party for one in other.speakers)
        passed_on = any(
            other.indices < outer.indices and all(one.party != party for one in outer.speakers)
            for outer in context.voices
        )
        if (other.said.kind == "accuses" and party in accused) or (backs and passed_on):
            return not any(is_charged(act, other) for act in context.acts_in(other.said.cue.sent))
    return False


def backs_others(context: Context, voice: Voice) -> bool:
    """Tell whether what is denied is that somebody backs others: "rejects the charge that it arms them"."""
    inside = [v for v in context.voices if v.said.cue.start in voice.indices and v.said.kind == "supports"]
    return bool(inside) and not any(
        act.head.i in voice.indices for act in context.acts_in(voice.said.cue.sent)
    )


def denies_boast(context: Context, voice: Voice, party: str) -> bool:
    """Tell whether what is denied is no more than what another says that he brought down: "dismissed its
    claim to have shot down two jets"."""
    reading = context.reading
    boasts = (v for v in context.voices if v.indices < voice.indices and v.speakers)
    others = (v for v in boasts if all(one.party != party for one in v.speakers))
    said = {i for v in others for i in v.indices}
    downed = any(entry.data["class"] == "intercept" for entry, _ in reading.within("acts", said))
    return downed and not any(act.head.i in voice.indices for act in context.acts_in(voice.said.cue.sent))


def is_charged(act: Act, voice: Voice) -> bool:
    """Tell whether an act is what a voice charges somebody with, not what those do whom he backs."""
    inside = act.head.i in voice.indices
    backed = any(word.dep_ == "relcl" and word.i in voice.indices for word in (act.head, *act.head.ancestors))
    return inside and not backed


def points_back(context: Context, voice: Voice) -> bool:
    """Tell whether what is denied is a charge that was spoken of, or a pronoun for one, or goes unnamed in a
    reply that is a denial and nothing else: "A blatant lie"."""
    reading, words = context.reading, set(voice.indices)
    if has_trait(voice.said, "back") or voice.said.cue.root.i in voice.indices:
        return True  # "issued a denial"
    found = [(e, span) for e, span in reading.within("denials", words) if not points_at_noun(span.root)]
    charged = any(entry.data["class"] == "charge" or entry.data.get("back") for entry, _ in found)
    charged = charged or any(
        entry.data.get("part") and is_ours(context, voice, entry, span) for entry, span in found
    )
    if is_denial_alone(context, voice):
        return True
    return charged or any(entry.data["class"] == "attack" for entry, _ in reading.within("acts", words))


def points_at_noun(word: Token) -> bool:
    """Tell whether "that" opens a clause or points at a noun, and so is no charge itself: "that step"."""
    return word.dep_ == "mark" or (word.dep_ == "det" and word.morph.get("PronType", []) == ["Dem"])


def charge_against(context: Context, party: str | None, found: list[Assertion]) -> Assertion | None:
    """Return the allegation that a party answers: in the same sentence, else the last one against it; the
    last against anybody for None."""
    for one in reversed([*context.found, *found]):
        charges = one.stance == "alleges" and one.accused and one.accused != one.speaker.party
        if charges and party in (None, one.accused):
            return one
    return None


def voices_with_cue_in(context: Context, sentence: Span) -> list[Voice]:
    """Return the voices with known speakers whose cue stands in a sentence."""
    return [voice for voice in cued_in(context, sentence) if voice.speakers]


def cued_in(context: Context, sentence: Span) -> list[Voice]:
    """Return the voices whose cue stands in a sentence."""
    return [v for v in context.voices if sentence.start <= v.said.cue.start < sentence.end]
