"""Whose voice it is: the parties behind the words that name a speaker.

A full name speaks for itself; a pronoun, a surname or "the ministry" stands for somebody named before, whom
`antecedents` finds.
"""

from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from pipeline.grammar.constituents import conjuncts
from pipeline.names import Mention
from pipeline.offices import office_at
from pipeline.reading import Reading, Title
from pipeline.two_sides import sides_meant


@dataclass(frozen=True)
class Speaker:
    """A party that speaks, and the words of the text that name who speaks for it."""

    party: str
    words: Span
    person: bool


def owns(mention: Mention, root: Token) -> bool:
    """Tell whether a name only says where those live who are spoken of: "Norland's warring sides"."""
    return root.doc[mention.end - 1].dep_ == "poss" and root.doc[mention.end - 1].head == root


@dataclass
class Memory:
    """The speakers of a document so far, those whose words nobody else reports, and its people by surname.

    `quoted` are people whose words somebody else reports.
    """

    reading: Reading
    title: Title | None = None
    past: list[Speaker] = field(default_factory=list)
    quoted: list[Speaker] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    known: dict[tuple[int, int], list[Speaker]] = field(default_factory=dict)

    def keep(self, speakers: list[Speaker]) -> None:
        """Remember speakers whom later pronouns may stand for."""
        self.past += speakers

    def past_before(self, token: int) -> list[Speaker]:
        """Return the last speaker before a token, in a list of one, or of none."""
        return [speaker for speaker in self.past if speaker.words.start < token][-1:]

    def named(self, source: Span) -> list[Speaker]:
        """Return the speakers that a source names: several if parties are joined, two for "both sides"."""
        words = source.start, source.end
        if words not in self.known:
            self.known[words] = self.found_in(source)
        return list(self.known[words])

    def found_in(self, source: Span) -> list[Speaker]:
        """Return the speakers that a source names, and remember its surnames."""
        both = self.both_sides(source)
        if both:
            return both
        reading = self.reading
        found = [p for p in reading.parties_of(source) if p]
        root = source.root
        second = [token for token in source if token.dep_ == root.dep_ and token.head == root.head != token]
        found += [
            p
            for head in (*conjuncts(root), *second)
            if root.i < head.i < source.end and (p := reading.party(head))
        ]
        before = [token for token in source if token.dep_ == "nmod" and token.head == root]
        listed = [token for token in before if any(child.dep_ == "cc" for child in token.rights)]
        found = [p for token in listed if (p := reading.party(token))] + found
        for party in found:
            self.remember(source, party)
        person = self.is_person(source.root)
        return [Speaker(party, source, person) for party in dict.fromkeys(found)]

    def others_named(self, source: Span | None, speakers: list[Speaker]) -> list[Speaker]:
        """Return the adversary that a source names besides the one party that was found to speak."""
        parties = {speaker.party for speaker in speakers}
        if source is None or len(parties) != 1:
            return []
        foes = self.reading.adversaries(parties.pop())
        named = [m for m in self.reading.mentions if source.start <= m.start and m.end <= source.end]
        return [Speaker(m.party, source, False) for m in named if m.party in foes][:1]

    def both_sides(self, source: Span) -> list[Speaker]:
        """Return the two parties that the source stands for, where it is "both sides" or the like."""
        found = sides_meant(self.reading, source)
        named = found and any(
            mention.start < source.end and source.start < mention.end and not owns(mention, source.root)
            for mention in self.reading.mentions
        )
        return [] if named else [Speaker(party, source, False) for party in found]

    def is_person(self, head: Token) -> bool:
        """Tell whether a speaker's head noun may be a person: not a state's, a body's or an outlet's name."""
        kinds = {mention.kind for mention in self.reading.mentions if mention.start <= head.i < mention.end}
        entry = office_at(head)
        if entry is not None and not kinds:
            return bool(entry.data.get("person", False))
        return "person" in kinds or (not kinds and head.pos_ == "PROPN")

    def remember(self, source: Span, party: str) -> None:
        """Keep the surnames of a named source: the last word of each run of proper nouns."""
        for token in source:
            ends = token.i + 1 >= source.end or token.nbor().pos_ != "PROPN"
            if token.pos_ == "PROPN" and ends and token.i > source.start:
                self.people.setdefault(token.text, party)
