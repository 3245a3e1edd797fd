"""Statements by layout: a speaker's name and a colon, and the items of a list opened by a speaker's sentence.

"Norland: troops crossed the river." "The ministry gave details:" and, below it, "- a drone hit the port;".
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Span

from pipeline.attribution import Said
from pipeline.attribution.cues import grammar_words
from pipeline.attribution.labels import LABEL, is_dateline
from pipeline.attribution.nouns import owner
from pipeline.attribution.spans import text_of
from pipeline.attribution.taken_up import is_charge
from pipeline.grammar.arguments import own_subjects
from pipeline.lexicon import all_forms, read_lexicon
from pipeline.offices import role
from pipeline.sentences import BULLET
from pipeline.speakers import Memory, Speaker
from pipeline.statements import Voice

LONGEST = 9  # words; a longer stretch before a colon is no label
VERBS = {"VERB", "AUX"}
NO_WORD = re.compile(r"\W+")
SPEAKING = {"state", "capital", "body", "person", "outlet", "group"}


def labelled(memory: Memory, voices: Sequence[Voice]) -> Iterator[Voice]:
    """Yield the voices that colons and lists make, where no verb of saying has made them already."""
    spoken = {i for voice in voices if voice.speakers for i in voice.indices}
    opened: Voice | None = None
    text = text_of(memory.reading.doc)
    for sentence in memory.reading.doc.sents:
        words = [token for token in sentence if not token.is_space]
        if not words:
            continue
        if opened is None and is_item(text, sentence):
            opened = speaking_before(text, sentence, voices)
        if opened is not None and is_item(text, sentence):
            if len(words) > 1:
                yield Voice(opened.said, opened.speakers, frozenset(token.i for token in words))
            continue
        opened = None
        colon = next((token.i for token in words if token.text == ":"), None)
        if colon is None:
            continue
        label, rest = sentence.doc[sentence.start : colon], sentence.doc[colon + 1 : sentence.end]
        if is_dateline(label):
            continue
        speakers = speakers_of_label(memory, label, voices, is_quoted(rest))
        if not speakers:
            continue
        said = Said(speakers[0].words, sentence.doc[colon : colon + 1], (rest,), "says", None, None, LABEL)
        if words[-1].text == ":":
            opened = Voice(said, tuple(speakers), frozenset())
        elif (is_quoted(rest) or len([token for token in rest if token.is_alpha]) > 2) and not spoken & set(
            range(rest.start, rest.end)
        ):
            yield Voice(said, tuple(speakers), frozenset(range(rest.start, rest.end)))


def is_quoted(rest: Span) -> bool:
    """Tell whether what follows a colon is a quotation: "The army was brief: "A lie.""."""
    return len(rest) > 2 and rest[0].is_quote


@cache
def told_by_noun() -> frozenset[str]:
    """Return the nouns for what somebody says, thinks or tells, in all their forms."""
    entries = (
        entry for entry in read_lexicon("reporting").entries.values() if entry.data.get("role") == "noun"
    )
    words = {word for entry in entries for word in entry.words} | grammar_words("certain")
    return all_forms(words, "NOUN")


def without_places(memory: Memory, voices: Sequence[Voice]) -> list[Voice]:
    """Return voices without the labels of a list's items that only name where something happened.

    "- Hill region: a drone hit the port" is what the speaker of the list says.
    """
    reading, text = memory.reading, text_of(memory.reading.doc)
    regions = {(p.start, p.end) for p in reading.places if p.kind == "region"}
    return [
        voice
        for voice in voices
        if voice.said.rule != LABEL
        or voice.said.source is None
        or (voice.said.source.start, voice.said.source.end) not in regions
        or not is_item(text, voice.said.source.sent)
    ]


def speaking_before(text: str, sentence: Span, voices: Sequence[Voice]) -> Voice | None:
    """Return the last voice of the paragraph before a list, whose items go on with it."""
    start = text.rfind("\n", 0, len(text[: sentence.start_char].rstrip())) + 1
    if BULLET.match(text[start : sentence.start_char].lstrip()):
        return None  # an item of its own, which opens no list
    return next(
        (v for v in reversed(voices) if v.speakers and start <= v.said.cue.start_char < sentence.start_char),
        None,
    )


def is_item(text: str, sentence: Span) -> bool:
    """Tell whether a sentence is an item of a list, or the bullet of one."""
    start = sentence.start_char
    line = text[text.rfind("\n", 0, start) + 1 : start + 3]
    return bool(BULLET.match(line.lstrip())) or NO_WORD.fullmatch(text, start, sentence.end_char) is not None


def speakers_of_label(memory: Memory, label: Span, voices: Sequence[Voice], quoted: bool) -> list[Speaker]:
    """Return who speaks after a colon: who is named before it, the sentence's subject, or who spoke in it.

    The subject of a verb that may tell of an act speaks only where a quotation follows or a word of speech
    stands by it: "the army left no doubt: …".
    """
    words = [token for token in label if not token.is_space and not token.is_punct]
    verbs = [token for token in words if token.pos_ in VERBS and token.tag_ not in ("VBN", "VBG")]
    plain = grammar_words("not shy")  # "did not mince words"
    verbs = [verb.head if verb.dep_ == "aux" and verb.head.lower_ in plain else verb for verb in verbs]
    if not words:
        return []
    for voice in reversed(voices):
        if voice.speakers and label.start <= voice.said.cue.start < label.end:
            return list(voice.speakers)
    if not verbs and len(words) <= LONGEST:
        kinds = {m.kind for m in memory.reading.mentions if label.start <= m.start and m.end <= label.end}
        spoken_by = (
            kinds & SPEAKING or role(label.root) == "office"
        )  # "Norland's army", "Norlandic television"
        named = memory.named(label) if spoken_by else []
        if named or not any("own" in memory.reading.classes("voices", token) for token in words):
            return named
        return memory.past_before(label.start)
    for verb in verbs[:1]:
        for subject in own_subjects(verb, {"nsubj"}):
            told = owner(subject) if is_charge(subject) else None
            if told is not None and (named := memory.named(told)):
                return named  # "Norland's denial came within the hour: …"
            party = memory.reading.party(subject)
            telling = quoted or any(token.lower_ in told_by_noun() for token in words)
            if party and (telling or verb.i not in memory.reading.words["acts"]):
                return [Speaker(party, label.doc[subject.left_edge.i : subject.i + 1], False)]
    return []
