"""A parsed document with everything that was looked up in it once: words, parties, places."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from spacy.tokens import Doc, Span, Token

from pipeline.conflict import Conflict
from pipeline.grammar.constituents import conjuncts, noun_phrase
from pipeline.language import Parse, load_model
from pipeline.lexicon import Entry, read_lexicon
from pipeline.lexicon.phrases import Phrases
from pipeline.names import Mention, joined_adjectives, parties_of, party_mentions, party_of
from pipeline.places import PlaceMention, place_mentions

LEXICONS = ("acts", "targets", "truces", "weapons", "negation", "voices", "denials", "prepositions")

SUBJECTS = ("nsubj", "nsubjpass")

ENERGY_NAME = Entry("energy-name", (), (), (), (), {"kind": "energy"})

Hit = tuple[Entry, Span]

NO_CLASS: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reading:
    """What a document was found to hold. `words` gives the lexicon hits by the index of their head token."""

    doc: Doc
    conflict: Conflict
    mentions: Sequence[Mention]
    places: Sequence[PlaceMention]
    hits: Mapping[str, Sequence[Hit]]
    words: Mapping[str, Mapping[int, Sequence[Hit]]] = field(repr=False)
    known: dict[object, dict[Any, Any]] = field(
        default_factory=lambda: defaultdict(dict), init=False, repr=False, compare=False
    )

    @cached_property
    def named(self) -> Counter[str]:
        """How often each party is named."""
        return Counter(mention.party for mention in self.mentions if mention.party)

    @cached_property
    def acting(self) -> Counter[str]:
        """How often each party is who a clause is about: who says, does or suffers something in it."""
        heads = [token for token in self.doc if token.dep_ in SUBJECTS or token.head.dep_ == "agent"]
        acting = (token for head in heads for token in conjuncts(head))
        return Counter(party for token in acting if (party := self.party(token)))

    @cached_property
    def in_groups(self) -> frozenset[int]:
        """The words of the names of armed groups: the "Norland Army" of rebels is no army of a state."""
        groups = (mention for mention in self.mentions if mention.kind == "group")
        return frozenset(i for mention in groups for i in range(mention.start, mention.end))

    @cached_property
    def in_names(self) -> frozenset[int]:
        """The words of the names of parties and places."""
        parties = (i for name in self.mentions for i in range(name.start, name.end))
        return frozenset(parties).union(i for place in self.places for i in range(place.start, place.end))

    def names_any(self, span: Span) -> bool:
        """Tell whether a noun phrase holds a name, without which it belongs to no party by its own words."""
        return not self.in_names.isdisjoint(range(span.start, span.end))

    def adversaries(self, party: str) -> list[str]:
        """Return the parties that fight a party, those that the text names most first."""
        counts = self.named
        return sorted(self.conflict.adversaries(party), key=lambda foe: -counts[foe])

    def entries(self, lexicon: str, token: Token) -> list[Entry]:
        """Return the entries of a lexicon whose words have this token as their head."""
        return [entry for entry, _ in self.words[lexicon].get(token.i, ())]

    @cached_property
    def sorts(self) -> Mapping[str, Mapping[int, frozenset[str]]]:
        """The classes of the entries of each lexicon, by the index of the head token of their words."""
        return {
            lexicon: {i: frozenset(e.data.get("class", "") for e, _ in hits) for i, hits in at.items()}
            for lexicon, at in self.words.items()
        }

    def classes(self, lexicon: str, token: Token) -> frozenset[str]:
        """Return the classes of those entries."""
        return self.sorts[lexicon].get(token.i, NO_CLASS)

    def is_aim(self, preposition: Token) -> bool:
        """Tell whether what stands after a preposition is what something is done to: "at", "on", "near"."""
        return self.classes("prepositions", preposition) <= {"content"}

    def within(self, lexicon: str, indices: set[int]) -> list[Hit]:
        """Return the hits of a lexicon that lie wholly within a set of tokens."""
        return [
            (entry, span)
            for entry, span in self.hits[lexicon]
            if span.start in indices and span.end - 1 in indices
        ]

    def places_in(self, span: Span) -> list[PlaceMention]:
        """Return the places named within a span."""
        return [place for place in self.places if span.start <= place.start and place.end <= span.end]

    def party(self, token: Token) -> str | None:
        """Return the party that the noun phrase of a head noun belongs to, None if it names none."""
        return self.party_of(noun_phrase(token))

    def parties(self, token: Token) -> list[str]:
        """Return the parties of the noun phrase of a head noun: two for "Norlandic and Sudlandic troops"."""
        span = noun_phrase(token)
        return [p for p in dict.fromkeys([self.party_of(span), *joined_adjectives(span, self.mentions)]) if p]

    def party_of(self, span: Span) -> str | None:
        """Return the party that a noun phrase belongs to; "" if it is the adversary of whoever speaks."""
        if not self.names_any(span):
            return None
        known = self.known[party_of]
        words = span.start, span.end
        if words not in known:
            known[words] = party_of(span, self.mentions, self.places, self.conflict)
        party: str | None = known[words]
        return party

    def parties_of(self, span: Span) -> list[str]:
        """Return the parties of a noun phrase that may join several ("Norland and Sudland")."""
        return parties_of(span, self.mentions, self.party_of) if self.names_any(span) else []


@dataclass(frozen=True)
class Title:
    """The title of a document, which is parsed when it is first asked for: most need it not."""

    text: str
    parse: Parse
    conflict: Conflict

    @cached_property
    def reading(self) -> Reading:
        """The title parsed, with what was looked up in it."""
        return read(self.parse(self.text), self.conflict)


def is_abbreviation(span: Span) -> bool:
    """Tell whether a word stands in capitals among words that do not."""
    word = span[0]
    capitals = len(span) == 1 and len(word) > 1 and word.is_upper
    return capitals and not all(token.is_upper for token in span.sent if token.is_alpha)


def energy_names(doc: Doc, conflict: Conflict) -> list[Hit]:
    """Return the names of energy companies and works in a text."""
    return [(ENERGY_NAME, doc[start:end]) for _, start, end in phrases_of(conflict)(doc)]


@cache
def phrases_of(conflict: Conflict) -> Phrases:
    """Return the names of a conflict's energy companies and works, ready to be found."""
    phrases = Phrases()
    make = load_model().make_doc
    phrases.add(
        ENERGY_NAME.id, [[{"LOWER": token.lower_} for token in make(name)] for name in conflict.energy]
    )
    return phrases


def read(doc: Doc, conflict: Conflict) -> Reading:
    """Look up the words, parties and places of a parsed document."""
    hits = {name: list(read_lexicon(name).find(doc)) for name in LEXICONS}
    hits["voices"] = [(entry, span) for entry, span in hits["voices"] if not is_abbreviation(span)]  # "US"
    hits["targets"] += energy_names(doc, conflict)
    words: dict[str, dict[int, list[Hit]]] = {}
    for name, found in hits.items():
        by_head: dict[int, list[Hit]] = defaultdict(list)
        for entry, span in found:
            by_head[span.start if len(span) == 1 else span.root.i].append((entry, span))
        words[name] = by_head
    places = place_mentions(doc, conflict.gazetteer)
    mentions = without_places(party_mentions(doc, conflict), places, doc)
    return Reading(doc, conflict, mentions, places, hits, words)


def without_places(mentions: Sequence[Mention], places: Sequence[PlaceMention], doc: Doc) -> list[Mention]:
    """Return the mentions without surnames that name a place joined to another: "near Hilltown and Lee"."""
    ends = {place.end - 1 for place in places if place.locative}

    def names_place(mention: Mention) -> bool:
        last = doc[mention.end - 1]
        joined = last.i in ends and last.dep_ == "conj" and last.head.i in ends
        return mention.kind == "person" and joined

    return [mention for mention in mentions if not names_place(mention)]
