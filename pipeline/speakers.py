"""Whose voice it is: the parties behind the words that name a speaker.

A full name speaks for itself. A pronoun, a surname or "the ministry" stands for somebody named before; the memory of a
document's speakers finds whom. Where an unnamed official accuses one side of two, the other side is speaking.
"""

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from pipeline.grammar import conjuncts
from pipeline.names import office_of, parties_of, stands_for, usual_party
from pipeline.reading import Reading


@dataclass(frozen=True)
class Speaker:
    """A party that speaks, and the words of the text that name who speaks for it."""

    party: str
    words: Span
    person: bool


@dataclass
class Memory:
    """The speakers of a document so far, and its people by surname."""

    reading: Reading
    past: list[Speaker] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)

    def resolve(self, source: Span) -> list[Speaker]:
        """Return whose voice a source is: one speaker for each party, none if that stays open."""
        found = self.named(source) or self.meant(source)
        self.past += found
        return found

    def named(self, source: Span) -> list[Speaker]:
        """Return the speakers that a source names itself; several if parties are joined, both for "both sides"."""
        both = self.both_sides(source)
        if both:
            return both
        reading = self.reading
        found = [p for p in parties_of(source, reading.mentions, reading.places, reading.conflict) if p]
        found += [p for head in conjuncts(source.root)[1:] if head.i < source.end and (p := reading.party(head))]
        for party in found:
            self.remember(source, party)
        person = self.is_person(source.root)
        return [Speaker(party, source, person) for party in dict.fromkeys(found)]

    def both_sides(self, source: Span) -> list[Speaker]:
        """Return the two sides most spoken of, where the source is "both sides" or the like."""
        hits = self.reading.within("voices", set(range(source.start, source.end)))
        if not any(entry.data["class"] == "both" and span.root == source.root for entry, span in hits):
            return []
        if any(mention.start < source.end and source.start < mention.end for mention in self.reading.mentions):
            return []
        return [Speaker(party, source, False) for party in self.main_sides()]

    def main_sides(self) -> list[str]:
        """Return the two parties that fight each other and are named most often."""
        conflict = self.reading.conflict
        counts = Counter(mention.party for mention in self.reading.mentions if mention.party)
        for party, _ in counts.most_common():
            foes = [foe for foe in conflict.adversaries(party) if counts[foe]]
            if foes:
                return [party, max(foes, key=lambda foe: counts[foe])]
        return []

    def meant(self, source: Span) -> list[Speaker]:
        """Return the speaker, named before, that a pronoun, a surname or a definite noun stands for."""
        root = source.root
        if "pronoun" in self.reading.classes("voices", root) or root.pos_ == "PRON":
            return self.pronoun(root)
        party = self.people.get(surname(source))
        if party is None and any("own" in self.reading.classes("voices", token) for token in source):
            party = self.owner(source)
        if party is None:
            party = self.same_office(source)
        return [Speaker(party, source, self.is_person(root))] if party else []

    def pronoun(self, pronoun: Token) -> list[Speaker]:
        """Return who spoke last, a person for "he" and "she", rather not one for "it"."""
        person = pronoun.morph.get("Gender") in (["Masc"], ["Fem"])
        neuter = pronoun.morph.get("Gender") == ["Neut"]
        earlier = [speaker for speaker in self.past if speaker.words.start < pronoun.i]
        for wanted in ([person] if person or neuter else []) or [True, False]:
            fitting = [s for s in earlier if s.person == wanted] if person or neuter else earlier
            if fitting:
                last = fitting[-1]
                joint = {s.party: s for s in earlier if s.words == last.words}
                return list(joint.values()) if not person else [last]
        return earlier[-1:]

    def is_person(self, head: Token) -> bool:
        """Tell whether a speaker's head noun may be a person: not the name of a state, a body or an outlet."""
        kinds = {mention.kind for mention in self.reading.mentions if mention.start <= head.i < mention.end}
        return "person" in kinds or (not kinds and head.pos_ == "PROPN")

    def owner(self, source: Span) -> str | None:
        """Return the party that "its" or "his" in a source stands for: the one named last before it."""
        earlier = [m for m in self.reading.mentions if m.end <= source.start and m.party]
        sentence = source.sent
        inside = [m for m in earlier if m.start >= sentence.start]
        if inside:
            return inside[0].party
        if self.past:
            return self.past[-1].party
        return earlier[-1].party if earlier else None

    def same_office(self, source: Span) -> str | None:
        """Return the party of the last speaker of the same office: "the ministry" after "Norland's ministry"."""
        for speaker in reversed(self.past):
            if stands_for(source, speaker.words):
                return speaker.party
        if office_of(source) is None:
            for speaker in reversed(self.past):
                if speaker.words.root.lemma_.lower() == source.root.lemma_.lower():
                    return speaker.party
        return usual_party(source, self.reading.conflict)

    def remember(self, source: Span, party: str) -> None:
        """Keep the surnames of a named source: the last word of each run of proper nouns."""
        for token in source:
            ends = token.i + 1 >= source.end or token.nbor().pos_ != "PROPN"
            if token.pos_ == "PROPN" and ends and token.i > source.start:
                self.people.setdefault(token.text, party)


def surname(source: Span) -> str:
    """Return the last word of a source."""
    return str(source.root.text)
