"""Whose statement an act stands in: the voices around it, the innermost first, and what they make of it.

A voice that passes on another's words claims nothing itself: in "the minister said the army had reported a raid" the
army speaks. A voice that denies what another alleged does speak: "dismissed Norland's report of a raid" is both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.attribution import Said
from pipeline.records import Stance
from pipeline.speakers import Memory, Speaker

ASSERTING = frozenset(
    {"says", "speaks", "records", "finds", "cites", "accuses", "admits", "confirms", "calls", "shows", "judges"}
)
DENYING = frozenset({"denies"})
SILENT = frozenset({"wants", "promises", "asks"})  # what stands in these is not said to have happened
SPEECH = frozenset({"says", "records", "accuses", "admits", "denies", "confirms", "finds"})


@dataclass(frozen=True)
class Voice:
    """A statement with those who make it."""

    said: Said
    speakers: tuple[Speaker, ...]
    indices: frozenset[int]

    @property
    def denies(self) -> bool:
        return self.said.kind in DENYING

    @property
    def asserts(self) -> bool:
        return self.said.kind in ASSERTING

    @property
    def size(self) -> int:
        return len(self.indices)


def voices(found: Sequence[Said], memory: Memory) -> list[Voice]:
    """Return the statements of a document with their speakers, resolved in text order."""
    result = []
    acts = memory.reading.words["acts"]
    for said in sorted(found, key=lambda one: one.cue.start):
        if said.kind not in SPEECH and said.cue.root.i in acts:
            continue  # a deed, not a word: "units have committed breaches", "drones attacked"
        source = said.antecedent if said.antecedent is not None else said.source
        speakers = tuple(memory.resolve(source)) if source is not None else ()
        if source is None and said.cue.root.pos_ == "NOUN":
            speakers = tuple(memory.named(memory.reading.doc[said.cue.root.left_edge.i : said.cue.root.i + 1]))
        indices = frozenset(i for part in said.content for i in range(part.start, part.end))
        result.append(Voice(said, speakers, indices))
    return result


def around(head: Token, found: Sequence[Voice]) -> list[Voice]:
    """Return the voices in whose content a word stands, the innermost first."""
    return sorted((voice for voice in found if head.i in voice.indices), key=lambda voice: voice.size)


def who_says(chain: Sequence[Voice]) -> Iterator[tuple[Voice, Stance]]:
    """Yield each voice of a chain that makes a claim of its own, with what it does: it alleges or denies.

    Nobody claims what is only wanted, feared or asked in the innermost statement that says so.
    """
    spoken = False
    for voice in chain:
        if voice.said.kind in SILENT:
            return
        if not voice.speakers or not (voice.asserts or voice.denies):
            continue
        if voice.denies:
            yield voice, "denies"
            spoken = True
        elif not spoken:
            yield voice, "alleges"
            spoken = True


def in_sentence(voice: Voice, sentence: Span) -> bool:
    """Tell whether any of a statement's content stands in a sentence."""
    return any(sentence.start <= i < sentence.end for i in voice.indices)
