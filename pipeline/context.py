"""A document while its claims are found: what is read in it, who speaks, and what each is found to say."""

from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Span

from pipeline.acts import Act, find_acts
from pipeline.reading import Reading
from pipeline.records import Category, Stance
from pipeline.speakers import Memory, Speaker
from pipeline.statements import Voice
from pipeline.unclaimed import Unclaimed
from pipeline.weapon_acts import weapon_acts

CLOSE = 2  # sentences within which what a side is said to say frames what its people say
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
    borrowed: bool = False  # names nobody: the accused is that of the speaker's act beside it


@dataclass
class Context:
    """A document while its claims are found."""

    reading: Reading
    memory: Memory
    voices: list[Voice]
    found: list[Assertion] = field(default_factory=list)
    beside: list[Assertion] = field(default_factory=list)  # in the sentence that is being read
    unclaimed: list[Unclaimed] = field(default_factory=list)
    acts: dict[int, list[Act]] = field(default_factory=dict)

    @cached_property
    def charging(self) -> frozenset[int]:
        """The words that charge somebody with what has been done or own up to it, and the nouns for what
        somebody says."""
        return frozenset(
            voice.said.cue.root.i
            for voice in self.voices
            if voice.said.kind in ("accuses", "admits")
            or (voice.said.kind == "says" and voice.speakers and voice.said.cue.root.pos_ == "NOUN")
        )

    @cached_property
    def telling(self) -> frozenset[int]:
        """The words that tell of something by which somebody speaks, as a noun or with a preposition."""
        kinds = ("says", "speaks", "accuses")
        return frozenset(voice.said.cue.root.i for voice in self.voices if voice.said.kind in kinds)

    def is_alleged(self, party: str) -> bool:
        """Tell whether a party was charged with something up to here."""
        return any(one.stance == "alleges" and one.accused == party for one in (*self.found, *self.beside))

    def acts_in(self, sentence: Span) -> list[Act]:
        """Return the acts named in a sentence, looked for once."""
        if sentence.start not in self.acts:
            named = find_acts(self.reading, sentence, self.charging)
            named += weapon_acts(self.reading, sentence, self.charging, self.telling)
            self.acts[sentence.start] = sorted(named, key=lambda act: act.head.i)
        return self.acts[sentence.start]


def same_speaker(one: Assertion, other: Assertion) -> bool:
    """Tell whether two assertions are of one statement: of the same person or body, not only of one party.

    "The militia" may be that whose representative spoke; a side as a whole speaks for all who serve it.
    """
    if one.speaker.party != other.speaker.party:
        return False
    words, others = names_of(one), names_of(other)
    heads = {one.speaker.words.root.lower_, other.speaker.words.root.lower_}
    return bool(heads & words & others) or (len(others) == 1 and abs(one.number - other.number) <= CLOSE)


def names_of(one: Assertion) -> set[str]:
    """Return the nouns in the words that name the speaker of an assertion, in lower case."""
    return {token.lower_ for token in one.speaker.words if token.pos_ in {"NOUN", "PROPN"}}
