"""The records of lining up: a report with its claims, what a claim says of its act, a link, a dispute."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from pipeline.records import Claim, Document

LinkType = Literal["denies", "admits", "counters", "repeats", "updates", "corroborates"]
Strength = Literal["certain", "likely"]
Key = tuple[str, int]
"""A claim: the id of its document, and its index, from 0, among the claims of the document."""

Node = Key | str
"""What a tie joins: a claim, or a class of claims that are told alike."""

MANY = 20  # acts
DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Report:
    """A document with its claims, in the order of their indices."""

    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Evidence:
    """What a claim's words say of its act.

    `towns` and `things` are ids of places and of things hit; of `wide` things ("energy sites") any may be
    meant. `seats` are regions whose name may mean a town. `names`, `words` and `weapons` are what else tells
    it from other acts, `story` what its report is about. `start` and `end` are the days of the act, both None
    if it is undated. `borrowed`: place or thing are those of the sentences before (`own_things`: the place
    alone). `general`: acts at no one place and time; `further`: one more act beside those told; `same`: it
    takes up an act told before; `joint`: two acts; `other_way`: it tells an act from the other side;
    `told`: it speaks of one as told before; `newer`: its figure takes the place of one told before;
    `early`: it was before the evening of its day; `several`: an admission of strikes on many targets;
    `reprisal`: it answers another act; `formerly`: it was said of other acts; `part`: its figure is of some
    of the acts that were counted; `one_of`: the figure of the acts of which it is one, 0 if it is one "of
    these".
    """

    regions: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    story: frozenset[str] = frozenset()
    start: date | None = None
    end: date | None = None
    borrowed: bool = False
    general: bool = False
    further: bool = False
    same: bool = False
    joint: bool = False
    other_way: bool = False
    told: bool = False
    newer: bool = False
    early: bool = False
    late: bool = False
    several: bool = False
    reprisal: bool = False
    formerly: bool = False
    part: bool = False
    one_of: int | None = None
    own_things: bool = True

    @property
    def figures(self) -> frozenset[str]:
        """The numbers among its words."""
        return frozenset(word for word in self.words if word.isdigit())


@dataclass(frozen=True)
class Statement:
    """A claim as it is lined up: `published` its document's day, `agreement` the truce in force on it,
    `speaker` who speaks, of a pronoun whoever it stands for, `beginning` a digest of the report's, `stretch`
    in which stretch of a truce the report falls: charges that stand for years are a dispute in each."""

    key: Key
    claim: Claim = field(compare=False)
    evidence: Evidence = field(compare=False)
    words: frozenset[str] = field(compare=False)
    published: date | None = None
    paragraph: int = 0
    agreement: str | None = None
    conflict: str = ""
    speaker: str = ""
    beginning: str = ""
    stretch: int = 0

    @cached_property
    def unborrowed(self) -> "Statement":
        """The claim without the place and thing that it takes from the sentences before it."""
        evidence = self.evidence
        if not evidence.borrowed:
            return self
        blank: frozenset[str] = frozenset()
        things = evidence.things if evidence.own_things else blank
        return replace(self, evidence=replace(evidence, regions=blank, towns=blank, things=things))

    @property
    def report(self) -> tuple[date | None, str]:
        """What tells its report, and copies of that on its day, from others."""
        return self.published, self.beginning

    @property
    def order(self) -> tuple[date, tuple[tuple[int, int, str], ...], int]:
        """The order of claims: the day of their documents, their documents' ids (2 before 10), their
        index."""
        document, index = self.key
        parts = tuple(
            (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in DIGITS.split(document)
        )
        return self.published or date.max, parts, index

    @property
    def total(self) -> bool:
        """Whether it counts acts without saying more of them than the region: a tally."""
        one = self.evidence
        if self.claim.count is None or one.towns or one.things or one.seats:
            return False
        if one.weapons and not self.many and one.start == one.end:
            return False  # "three bombs went off" counts what was fired in one act
        telling = one.words & one.story
        if (
            not one.weapons
        ):  # what a title says of a tally tells no act, what it says of a wave of drones does
            telling = frozenset() if self.many else telling - {str(self.claim.count)}
        return self.claim.category == "ceasefire_violation" or not (one.names or telling)

    @property
    def many(self) -> bool:
        """Whether it counts so many acts that the figure tells which."""
        return (self.claim.count or 0) >= MANY


@dataclass(frozen=True, slots=True)
class Tie:
    """Two claims, or classes of claims, that may speak of the same acts: how well they agree, and why.

    A `firm` tie joins them; of the others each claim follows only the best.
    """

    first: Node
    second: Node
    firm: bool
    weight: float
    why: str


@dataclass(frozen=True)
class Link:
    """What a claim does to an earlier one, why we think so, and how sure that is."""

    answer: Key
    answered: Key
    type: LinkType
    why: str
    strength: Strength


@dataclass(frozen=True)
class Dispute:
    """Claims about the same acts, in order, and the links between them."""

    members: tuple[Key, ...]
    links: tuple[Link, ...]
