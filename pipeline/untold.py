"""What a denial answers where no charge was found: an act that the article tells itself, or none by name.

"Rockets hit the port. The group denied any part in it", "A lie, he said".
"""

from collections import Counter
from dataclasses import replace

from spacy.tokens import Span, Token

from pipeline.acts import Act
from pipeline.adversaries import is_unarmed
from pipeline.attribution.cues import grammar_words
from pipeline.context import Assertion, Context
from pipeline.grammar.arguments import own_subjects, subjects
from pipeline.grammar.constituents import prepositional_objects
from pipeline.grammar.features import is_pointed_at
from pipeline.grammar.labels import PASSIVE_SUBJECTS, VERBS
from pipeline.lexicon import Entry
from pipeline.offices import role
from pipeline.reading import Reading
from pipeline.statements import Voice, around

FAR = 40  # sentences
NAMING = ("NOUN", "VERB", "PROPN")


def unheard_charge(
    context: Context, voice: Voice, sentence: Span, number: int, counter: Assertion | None
) -> Assertion | None:
    """Return what a denial answers where the charge itself was not found: an act of the kind spoken of, as it
    is if it is countered with another."""
    found = context.reading.within("denials", set(voice.indices))
    if is_unarmed(context.reading, voice.speakers[0].party):
        return None
    open_charges = [
        span.root for entry, span in found if entry.data["class"] == "charge" and says_no_more(span.root)
    ]
    countered = counter is not None and bool(open_charges)
    charges = [span.root for entry, span in found if entry.id == "accusation"]
    charges = charges or (open_charges if countered else [])
    false = (  # "spreads false charges" answers none
        entry
        for charge in charges
        for word in charge.lefts
        for entry in context.reading.entries("denials", word)
    )
    if not charges or (not voice.denies and any(entry.data["class"] == "denial" for entry in false)):
        return None
    kinds = Counter(one.category for one in context.found)
    act = Act(voice.said.cue.root, "attack", False, False, True, "answer")
    if not (kinds or countered or told_before(context, sentence, voice.said.cue.start)):
        return None
    speaker, category = voice.speakers[0], kinds.most_common(1)[0][0] if kinds else "other_strike"
    return Assertion(act, voice, speaker, "denies", speaker.party, sentence, number, category)


def says_no_more(charge: Token) -> bool:
    """Tell whether a noun for a charge stands without what was charged: "the claim", not "the claim that"."""
    about = (noun for prep, noun in prepositional_objects(charge) if prep.head == charge)
    clauses = (child for child in charge.rights if child.dep_ in {"acl", "relcl", "ccomp"})
    return charge.pos_ == "NOUN" and not any(clauses) and all(noun.pos_ == "PROPN" for noun in about)


def untold_charge(
    context: Context, voice: Voice, sentence: Span, number: int, counter: Assertion | None
) -> Assertion | None:
    """Return what somebody denies a part in, or calls a lie and no more, that the article tells itself, here
    or before: "Rockets hit the port. The group denied involvement"; or what he says that the other did:
    "denied involvement and accused the army of the raid"."""
    found = context.reading.within("denials", set(voice.indices))
    parts = [(entry, span) for entry, span in found if entry.data.get("part")]
    ours = any(voice.denies or is_ours(context, voice, entry, span) for entry, span in parts)
    if not (ours or is_denial_alone(context, voice)) or any(
        entry.id == "charge" and span.root.pos_ == "NOUN" for entry, span in found
    ):
        return None
    act = told_before(context, sentence, voice.said.cue.start) or (named_by(context, voice) if ours else None)
    speaker = voice.speakers[0]
    if act is None and counter is not None and ours:
        return replace(counter, accused=speaker.party)
    if act is None:
        return None
    return Assertion(act, voice, speaker, "denies", speaker.party, sentence, number)


def named_by(context: Context, voice: Voice) -> Act | None:
    """Return as an act what somebody has no part in by the name of a crime or a weapon: "with the drones"."""
    reading, inside = context.reading, set(voice.indices)
    crimes = (span for entry, span in reading.within("acts", inside) if entry.data["class"] == "crime")
    weapons = (span for entry, span in reading.within("weapons", inside) if entry.data["class"] == "missile")
    named = next((span.root for span in (*crimes, *weapons)), None)
    return None if named is None else Act(named, "attack", False, False, True, "answer")


def told_before(context: Context, sentence: Span, start: int) -> Act | None:
    """Return the last attack that the text tells of before a word of a sentence, not far above it."""
    for _ in range(FAR):
        acts = [act for act in context.acts_in(sentence) if act.kind == "attack" and act.head.i < start]
        acts = [act for act in acts if not (act.unreal or act.negated)]
        if acts or not sentence.start:
            return acts[-1] if acts else None
        sentence = sentence.doc[sentence.start - 1].sent
    return None


def is_denial_alone(context: Context, voice: Voice) -> bool:
    """Tell whether somebody says that something is not so, and names nothing else: "That is a lie"."""
    found = context.reading.within("denials", set(voice.indices))
    untrue = {i for entry, span in found if span.root.dep_ != "mark" for i in range(span.start, span.end)}
    cue = voice.said.cue.root
    taken_up = {
        i for i in voice.indices if cue.dep_ == "relcl" and i < cue.left_edge.i
    }  # "which he says is a lie"
    rest = (context.reading.doc[i] for i in set(voice.indices) - untrue - taken_up)
    return bool(untrue) and not any(word.pos_ in NAMING for word in rest)


def disowns(context: Context, voice: Voice) -> bool:
    """Tell whether somebody says that none of what was fired was his side's: "not one drone was ours"."""
    reading = context.reading
    ours = (reading.doc[i] for i in voice.indices if "own" in reading.classes("voices", reading.doc[i]))
    return any(
        "no" in reading.classes("negation", child)
        for word in ours
        for said in (word, word.head)
        if said.dep_ in {"attr", "acomp"} and said.pos_ != "NOUN"
        for noun in subjects(said.head)
        for child in (noun, *noun.lefts)
    )


def says_not(context: Context, voice: Voice) -> bool:
    """Say whether one says no more than that something was not so: "they did not", "had not done so"."""
    part = voice.said.content[-1]
    words = [word for word in part if not word.is_punct]
    negated = [word for word in words if "no" in context.reading.classes("negation", word)]
    done = [word for word in words if word.lower_ in grammar_words("does")]
    rest = (word for word in words if word not in negated and word not in done)
    return bool(negated and done) and all(
        word.pos_ in {"PRON", "SCONJ"} or word.lower_ in grammar_words("so") for word in rest
    )


def is_ours(context: Context, voice: Voice, entry: Entry, part: Span) -> bool:
    """Tell whether it is somebody himself, or his side, who is said to have no part: "we have nothing to do
    with it", "his country was not behind it"."""
    reading, parties = context.reading, {speaker.party for speaker in voice.speakers}
    inner = around(part.root, context.voices)[:1]
    if any(one.party not in parties for other in inner for one in other.speakers):
        return False  # another says so, whom he passes on
    if entry.data.get("ours"):
        return True
    return any(
        subject.pos_ == "PRON" or (is_side(reading, subject) and reading.party(subject) in (None, *parties))
        for subject in who_had(part)
    )


def disowned(context: Context, voice: Voice) -> str | None:
    """Return the party that is said to have had no part in something: "Norland had nothing to do with it"."""
    reading = context.reading
    for entry, part in reading.within("denials", set(voice.indices)):
        denied = entry.data.get("part") and entry.data["class"] == "denial"
        if denied and (party := next(filter(None, map(reading.party, who_had(part))), None)):
            return party
    return None


def who_had(part: Span) -> list[Token]:
    """Return of whom it is said that they had a part, or none: "Norland was not involved"."""
    verb = next((word for word in (part.root, *part.root.ancestors) if word.pos_ in VERBS), part.root)
    return subjects(verb) or own_subjects(verb, PASSIVE_SUBJECTS)


def is_side(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun names a side or its forces: "Norland", "his country", "its troops", "the army"."""
    named = any(mention.start <= noun.i < mention.end for mention in reading.mentions)
    own = any("own" in reading.classes("voices", child) for child in noun.lefts) or is_pointed_at(noun)
    return named or (own and ("home" in reading.classes("voices", noun) or role(noun) in ("office", "armed")))
