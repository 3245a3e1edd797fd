"""A statement while it is being put together: its parts may still grow, in token indices."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from pipeline.attribution.contents import Range, joined


@dataclass
class Draft:
    """What a rule found; `token` is the cue's head, `content` token ranges."""

    token: Token
    cue: Range
    content: list[Range]
    kind: str
    rule: str
    source: Span | None = None
    accused: Span | None = None
    via: Span | None = None
    antecedent: Span | None = None
    tag: Range | None = None
    own: bool = False
    quoted: list[Range] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min([self.cue[0], *(start for start, _ in self.content)])

    def covers(self, start: int, end: int) -> float:
        """Return the share of a range of tokens that is content here."""
        inside = sum(max(0, min(end, b) - max(start, a)) for a, b in self.content)
        return inside / (end - start) if end > start else 0.0

    def add(self, doc: Doc, part: Range) -> None:
        """Add a part to the content; parts that touch become one."""
        self.content = joined(doc, [*self.content, part])
