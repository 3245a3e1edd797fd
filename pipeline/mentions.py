"""Finds where a text names a party: the longest names first, in text order, none over another."""

from dataclasses import dataclass
from functools import cache

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from pipeline.conflict import Conflict, Name
from pipeline.language import load_model
from pipeline.lexicon import Entry, read_lexicon

# Kinds that are written in any case, and those of single words that a sentence begins with a capital.
ANY_CASE = ("generic", "hostile")
SEEN = "offices"  # where a Doc keeps what was found in it, under its user data


@dataclass(frozen=True)
class Mention:
    """A name of a party: tokens `start` to `end`. Kinds: state, capital, demonym, body, person, outlet, group
    (generic ones as well), local, seat, hostile; hostile with party "" is the adversary of whoever speaks."""

    start: int
    end: int
    party: str
    kind: str


@cache
def matcher_of(conflict: Conflict) -> tuple[PhraseMatcher, PhraseMatcher, dict[int, Name], dict[int, Name]]:
    """Return the matchers of a conflict's names as written and in any case, each with the names by match id."""
    nlp = load_model()
    exact, loose = PhraseMatcher(nlp.vocab), PhraseMatcher(nlp.vocab, attr="LOWER")
    exact_names: dict[int, Name] = {}
    loose_names: dict[int, Name] = {}
    for number, name in enumerate(conflict.names):
        key = f"name {number}"
        if name.kind in ANY_CASE:
            loose.add(key, [nlp.make_doc(name.text)])
            loose_names[nlp.vocab.strings[key]] = name
        else:
            forms = {name.text, name.text[0].upper() + name.text[1:]}
            if len(name.text) > 3:
                forms.add(name.text.upper())
            exact.add(key, [nlp.make_doc(form) for form in sorted(forms)])
            exact_names[nlp.vocab.strings[key]] = name
    return exact, loose, exact_names, loose_names


def party_mentions(doc: Doc, conflict: Conflict) -> list[Mention]:
    """Return all mentions of parties in a text."""
    exact, loose, exact_names, loose_names = matcher_of(conflict)
    found = [(start, end, exact_names[key]) for key, start, end in exact(doc)]
    found += [(start, end, loose_names[key]) for key, start, end in loose(doc)]
    full = {
        name.party + doc[end - 1].text
        for start, end, name in found
        if end - start > 1 and name.kind == "person"
    }
    mentions = []
    for start, end, name in found:
        if name.kind != "person" or end - start > 1 or may_stand_alone(doc, start, name, full, conflict):
            mentions.append(Mention(start, end, name.party, "group" if name.kind == "generic" else name.kind))
    for entry, span in words_of(doc):
        if entry.data["role"] == "enemy":
            mentions.append(Mention(span.start, span.end, "", "hostile"))
    taken: set[int] = set()
    kept = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if taken.isdisjoint(range(mention.start, mention.end)):
            taken.update(range(mention.start, mention.end))
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def may_stand_alone(doc: Doc, start: int, name: Name, full: set[str], conflict: Conflict) -> bool:
    """Tell whether a surname is a name here: not after a given name that is somebody else's, and, for one that many
    bear, only where the full name stands in the text or an office right before it."""
    if name.party + name.text in full:
        return not is_given_name(doc, start)
    return not is_given_name(doc, start) and (
        name.alone or (start > 0 and office_at(doc[start - 1]) is not None)
    )


def is_given_name(doc: Doc, start: int) -> bool:
    """Tell whether the word before a surname looks like a given name."""
    if start == 0:
        return False
    before = doc[start - 1]
    return (
        before.pos_ == "PROPN"
        and before.text[0].isupper()
        and not before.is_sent_start
        and before.head in (doc[start], doc[start].head)
        and before.dep_ == "compound"
        and office_at(before) is None
    )


def words_of(doc: Doc) -> list[tuple[Entry, Span]]:
    """Return the words of offices.toml in a text, found once for each text."""
    if SEEN not in doc.user_data:
        doc.user_data[SEEN] = list(read_lexicon("offices").find(doc))
        doc.user_data[SEEN, "at"] = {
            i: (entry, span) for entry, span in doc.user_data[SEEN] for i in range(span.start, span.end)
        }
    found: list[tuple[Entry, Span]] = doc.user_data[SEEN]
    return found


def office_at(token: Token) -> Entry | None:
    """Return the entry of offices.toml that a word belongs to."""
    words_of(token.doc)
    found = token.doc.user_data[SEEN, "at"].get(token.i)
    return found[0] if found else None
