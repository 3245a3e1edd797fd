"""A statement while it is being put together: its parts may still grow or be cut, in token indices."""

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.spans import Range, joined


@dataclass
class Draft:
    """What a rule found; `token` is the cue's head, `content` token ranges.

    `tag` is the stretch of a tag inserted into what is said, `opens` the mark before a clause which takes
    up what was said before it (", which Norland denied"), `own` whether the source was found next to the cue.
    """

    token: Token
    cue: Range
    content: list[Range]
    kind: str
    rule: str
    source: Span | None = None
    accused: Span | None = None
    via: Span | None = None
    antecedent: Span | None = None
    negated: bool = False
    mutual: bool = False
    tag: Range | None = None
    opens: int | None = None
    own: bool = False
    is_verb: bool = False
    quoted: list[Range] = field(default_factory=list)

    def covers(self, start: int, end: int) -> float:
        """Return the share of a range of tokens that is content here."""
        inside = sum(max(0, min(end, b) - max(start, a)) for a, b in self.content)
        return inside / (end - start) if end > start else 0.0

    def add(self, doc: Doc, part: Range) -> None:
        """Add a part to the content; parts that touch become one."""
        self.content = joined(doc, [*self.content, part])

    def end_at(self, cut: int) -> None:
        """Cut off what follows a token in the content."""
        self.content = [(start, min(end, cut)) for start, end in self.content if start < cut]


class Drafts:
    """The drafts of a document in the order of their cues, found by where their cues stand."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.all = sorted(drafts, key=lambda draft: draft.cue)
        self.starts = [draft.cue[0] for draft in self.all]

    def between(self, start: int, end: int) -> list[Draft]:
        """Return the drafts whose cue begins in a range of tokens."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
