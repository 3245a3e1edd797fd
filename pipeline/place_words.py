"""The words of place of a document, and what those beside a name say of it: a region, a village, a person."""

from collections import defaultdict
from collections.abc import Set
from functools import cache

from spacy.tokens import Doc

from pipeline.lexicon import pattern, read_lexicon
from pipeline.lexicon.phrases import Phrases

BESIDE = ("region", "district", "front", "facility", "settlement")
NEEDING = "reporting with "  # before the entry of a verb that reports only with another word: "stood by"
DASHES = {"-", "--", "–", "—"}
DATELINE = 10  # tokens within which a dateline ends with its dash
LINKED = ("compound", "amod", "nmod", "poss", "nummod")


@cache
def phrases() -> Phrases:
    """Return the words of place, and the reporting verbs, by their class."""
    found = Phrases()
    for entry in read_lexicon("places").entries.values():
        found.add(str(entry.data["class"]), [pattern(words, entry.pos) for words in entry.words])
    for entry in read_lexicon("reporting").entries.values():
        if entry.data["kind"] == "grammar":
            continue  # what tells how a list is read says nothing itself
        label = NEEDING + entry.id if entry.data.get("needs") else "reporting"
        found.add(label, [pattern(words, entry.pos) for words in entry.words])
    return found


class Words:
    """The words of place of a document, by where they stand."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.starting: dict[int, list[tuple[str, int]]] = defaultdict(list)
        self.ending: dict[int, set[str]] = defaultdict(set)
        self.covering: dict[int, set[str]] = defaultdict(set)
        for kind, start, end in phrases()(doc):
            if kind.startswith(NEEDING):
                needed = read_lexicon("reporting").entries[kind.removeprefix(NEEDING)].data["needs"]
                if not any(child.lower_ in needed for child in doc[start].children):
                    continue
                kind = "reporting"
            self.starting[start].append((kind, end))
            self.ending[end].add(kind)
            for index in range(start, end):
                self.covering[index].add(kind)

    def kinds(self, index: int) -> set[str]:
        """Return the classes of the words that start at a token."""
        return {kind for kind, _ in self.starting.get(index, ())}

    def after(self, end: int) -> tuple[str, int] | None:
        """Return what a name is said to be by the word after it, and the token of that word.

        "the Hill border region" is the Hill region.
        """
        last = self.doc[end - 1]
        for index in range(end, min(end + 3, len(self.doc))):
            token = self.doc[index]
            for kind in BESIDE:
                if kind in self.kinds(index) and (index == end or last.head == token):
                    return kind, index
            if token.is_punct or token.pos_ not in ("ADJ", "NOUN") or token.text[0].isupper():
                return None
        return None

    def before(self, start: int) -> tuple[str, int] | None:
        """Return what a name is said to be by the word before it ("the town of"), and that word's token."""
        index = start - 1
        while index > 0 and (self.doc[index].pos_ == "DET" or "side" in self.covering[index]):
            index -= 1
        of = index > 0 and "of" in self.covering[index]
        index -= of
        if index < 0 or (not of and index != start - 1):
            return None
        for kind in BESIDE:
            if kind in self.covering[index] and (of or kind in ("settlement", "district")):
                return kind, index
        return None

    def is_office_of(self, start: int) -> bool:
        """Tell whether a name says where somebody holds office: "the governor of the Hill region"."""
        index = start - 1
        while index > 0 and (self.doc[index].pos_ in ("DET", "ADJ") or "side" in self.covering[index]):
            index -= 1
        tied = index > 0 and self.covering[index] & {"of", "where", "toward"}
        return bool(tied) and self.doc[index].pos_ == "ADP" and "office" in self.covering[index - 1]

    def is_plural(self, index: int) -> bool:
        """Tell whether a word is in the plural."""
        token = self.doc[index]
        return token.tag_ in ("NNS", "NNPS") or (token.pos_ == "PROPN" and token.lower_.endswith("s"))

    def is_part_of(self, end: int, start: int) -> bool:
        """Tell whether nothing but "district of" stands between two names."""
        return start == end + 2 and "district" in self.kinds(end) and "of" in self.covering[end + 1]

    def owns(self, end: int, start: int) -> bool:
        """Tell whether nothing but a possessive ending stands between two names."""
        return start - end == 1 and self.doc[end].tag_ == "POS"

    def joined(self, end: int, start: int) -> bool:
        """Tell whether nothing but commas and "and" stands between two names."""
        between = self.doc[end:start]
        return 0 < len(between) <= 3 and all(t.pos_ == "CCONJ" or t.text in (",", "/", "&") for t in between)

    def is_person(self, start: int, end: int, taken: Set[int], doubtful: bool, heavy: bool) -> bool:
        """Tell whether the words beside a name make it a person's: a title, a first name, a surname."""
        first, last = self.doc[start], self.doc[end - 1]
        if start > 0 and not first.is_sent_start:
            before = self.doc[start - 1]
            if "title" in self.covering[start - 1] and before.text[0].isupper():
                return True
            if "title" in self.covering[start - 1] and (doubtful or not heavy) and before.dep_ in LINKED:
                return True
            named = before.pos_ == "PROPN" and before.text[0].isupper() and before.is_alpha
            plain = self.covering[start - 1] - {"reporting", "struck"} or start - 1 in taken
            if named and not plain and (doubtful or not heavy) and (before.head in (first, last) or doubtful):
                return True
        if end < len(self.doc) and (doubtful or not heavy) and end - start == 1:
            after = self.doc[end]
            named = after.pos_ == "PROPN" and after.text[0].isupper() and after.text.isalpha()
            return named and not self.covering[end] and end not in taken and not after.is_sent_start
        return False

    def is_named_after(self, end: int) -> bool:
        """Tell whether a name is part of another: a newspaper, an agreement, a fleet, a time zone."""
        return "named" in self.kinds(end)

    def is_river(self, start: int, end: int) -> bool:
        """Tell whether "the" makes a name a river's ("across the Hill River")."""
        if start == 0 or self.doc[start - 1].tag_ != "DT" or end >= len(self.doc):
            return start > 0 and self.doc[start - 1].tag_ == "DT"
        after = self.doc[end]
        return after.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM", "VERB") and after.text not in DASHES

    def is_located(self, start: int, end: int) -> bool:
        """Tell whether the words around a name put something at it, as only a place allows."""
        index = start
        while index > 0 and ("side" in self.covering[index - 1] or self.doc[index - 1].pos_ == "ADJ"):
            index -= 1
        if {"where", "toward"} & self.ending.get(index, set()) or self.before(start):
            return True
        token = self.doc[end - 1]
        return token.dep_ in ("dobj", "nsubjpass") and "struck" in self.covering[token.head.i]

    def is_dateline(self, start: int, end: int) -> bool:
        """Tell whether a name opens a paragraph as the place of writing: "HILLTOWN, March 3 (Agency) -"."""
        if start > 0 and "\n" not in self.doc[start - 1].text:
            return False
        for token in self.doc[end : end + DATELINE]:
            dash = token.text in DASHES and self.doc[token.i - 1].whitespace_
            if dash and token.i > end:
                return True
            if "\n" in token.text or token.pos_ in ("VERB", "AUX") or token.text == ":":
                return False
            if dash:
                return self.doc[start].text.isupper()
        return False
