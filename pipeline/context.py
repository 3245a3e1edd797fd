"""A document while its claims are found: what is read in it, who speaks, and what each is found to say."""

from dataclasses import dataclass, field

from spacy.tokens import Span

from pipeline.acts import Act, find_acts
from pipeline.reading import Reading
from pipeline.records import Category, Stance
from pipeline.speakers import Memory, Speaker
from pipeline.statements import Voice
from pipeline.unclaimed import Unclaimed


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
    unclaimed: list[Unclaimed] = field(default_factory=list)
    acts: dict[int, list[Act]] = field(default_factory=dict)

    def acts_in(self, sentence: Span) -> list[Act]:
        """Return the acts named in a sentence, looked for once."""
        if sentence.start not in self.acts:
            self.acts[sentence.start] = find_acts(self.reading, sentence)
        return self.acts[sentence.start]
