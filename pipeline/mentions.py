"""Finds where a text names a party: the longest names first, in text order, none over another."""

from dataclasses import dataclass

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from pipeline.conflict import Conflict, Name
from pipeline.language import learning_names, load_model
from pipeline.model_caches import remembered
from pipeline.offices import office_at, role, sort_of, words_of
from pipeline.phrase_parts import HYPHENS
from pipeline.unknown_bodies import unknown_bodies

ANY_CASE = ("generic", "hostile")  # kinds that are written without capitals as well
PLACES = ("state", "capital", "seat", "polity")
KNOWN = ("body", "person", "outlet", "group", "local")
SUBJECTS = ("nsubj", "nsubjpass", "poss", "ROOT", "agent")
MODIFIERS = ("amod", "compound")
SHORT = 3  # a name up to this length is not looked for in capitals: "us" is no state


@dataclass(frozen=True)
class Mention:
    """A name of a party: tokens `start` to `end`, exclusive.

    Kinds: state, capital, demonym, body, person, outlet, group, local (authorities of a region); and within
    their own conflict generic ("the rebels"), seat and polity (a town, a region that stand for their
    authorities) and hostile ("the regime"). A hostile mention whose party is "" is the adversary of whoever
    speaks ("the enemy"). `place`: the name stands in its sentence as a place ("in Hilltown"), not as a party.
    """

    start: int
    end: int
    party: str
    kind: str
    place: bool = False


@remembered()
def matchers() -> tuple[PhraseMatcher, PhraseMatcher]:
    """Return what finds names in texts: as they are written, and in any case."""
    vocab = load_model().vocab
    return PhraseMatcher(vocab), PhraseMatcher(vocab, attr="LOWER")


@remembered()
def names_found(conflict: Conflict) -> tuple[dict[int, Name], dict[int, Name]]:
    """Return the names of a conflict by the numbers that the matchers give for them.

    Conflicts have most names in common: each spelling is taught once, whichever asks first.
    """
    nlp, known = load_model(), (dict[int, Name](), dict[int, Name]())
    with learning_names():
        for name in conflict.names:
            if name.kind == "usual":
                continue
            loose = name.kind in ANY_CASE
            if name.text not in matchers()[loose]:
                forms = {name.text} if loose else written_forms(name.text)
                matchers()[loose].add(name.text, [nlp.make_doc(form) for form in sorted(forms)])
            known[loose][nlp.vocab.strings[name.text]] = name
    return known


def written_forms(text: str) -> set[str]:
    """Return a name as it stands within a sentence, at its beginning, and in a line of capitals."""
    forms = {text, text[0].upper() + text[1:]}
    return forms | {text.upper()} if len(text) > SHORT else forms


def party_mentions(doc: Doc, conflict: Conflict) -> list[Mention]:
    """Return all mentions of parties in a text."""
    hits = [
        (start, end, names[key])
        for names, matcher in zip(names_found(conflict), matchers(), strict=True)
        for key, start, end in matcher(doc)
        if key in names
    ]
    full = {(name.party, doc[end - 1].text) for start, end, name in hits if end - start > 1}
    found = [
        Mention(start, end, name.party, name.kind, name.kind in PLACES and is_place(doc, start, end))
        for start, end, name in hits
        if (name.kind != "person" or end - start > 1 or is_surname(doc, start, name, full))
        and not (name.kind == "seat" and not is_actor(doc[end - 1]))
        and not is_shouted(doc, start, end)
    ]
    enemies = {
        (span.start, span.end) for entry, span in words_of(doc).values() if entry.data["role"] == "enemy"
    }
    taken = {i for m in found if m.kind in KNOWN for i in range(m.start, m.end)}
    found += [Mention(a, b, doc[a:b].text, "body") for a, b in unknown_bodies(doc, taken)]
    found = without_joint(without_owned(found, doc), doc)
    kept = found if conflict.sides else spoken_of(found, conflict)
    return apart(kept + [Mention(start, end, "", "hostile") for start, end in enemies])


def without_owned(found: list[Mention], doc: Doc) -> list[Mention]:
    """Return mentions without general words for what is named after "of": "the coalition of Norland and
    Sudland", "the military wing of Norland"; nor for what is of another country, as "a foreign army", or of
    whoever a pronoun stands for: "its army"."""
    named = {mention.start for mention in found if mention.kind not in ANY_CASE}

    def is_owned(mention: Mention) -> bool:
        if mention.kind != "generic":
            return False
        word = doc[mention.end - 1]
        noun = word.head if word.dep_ in MODIFIERS and word.head.i == mention.end else word
        after = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
        foreign = mention.start > 0 and role(doc[mention.start - 1]) == "foreign"
        if foreign or any(child.tag_ == "PRP$" for child in noun.lefts):
            return True
        return (
            after is not None
            and role(after) == "owner"
            and after.head == noun
            and any(token.i in named for owner in after.rights for token in (owner, *owner.lefts))
        )

    return [mention for mention in found if not is_owned(mention)]


def without_joint(found: list[Mention], doc: Doc) -> list[Mention]:
    """Return mentions without adjectives of two parties: "the Norlandic-Sudlandic group" is neither's."""
    starts = {mention.start: mention for mention in found if mention.kind == "demonym"}
    joint: set[int] = set()
    for mention in starts.values():
        other = starts.get(mention.end + 1)
        hyphen = mention.end < len(doc) and doc[mention.end].text in HYPHENS
        if other is not None and hyphen and other.party != mention.party:
            joint |= {mention.start, other.start}
    return [mention for mention in found if mention.start not in joint]


def spoken_of(found: list[Mention], conflict: Conflict) -> list[Mention]:
    """Return mentions without general words ("the coalition") for parties of whose war a text is not."""
    named = {mention.party for mention in found if mention.kind not in ANY_CASE}
    return [
        mention
        for mention in found
        if mention.kind not in ANY_CASE or named & {mention.party, *conflict.adversaries(mention.party)}
    ]


def apart(found: list[Mention]) -> list[Mention]:
    """Return the longest of mentions that overlap, a named party before an unnamed one, in text order."""
    taken: set[int] = set()
    kept = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, not m.party, m.start)):
        if taken.isdisjoint(range(mention.start, mention.end)):
            taken.update(range(mention.start, mention.end))
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def is_place(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a name stands as a place: "in Hilltown", "across northern Norland"."""
    head = doc[end - 1]
    governor = head.head if head.dep_ in ("pobj", "compound", "amod") else head
    return start > 0 and (
        role(doc[start - 1]) == "within" or (head.dep_ == "pobj" and role(governor) == "within")
    )


def is_actor(token: Token) -> bool:
    """Tell whether a name stands where somebody who speaks or acts does, or where an office has its seat:
    "officials in Hilltown"."""
    while token.dep_ == "conj":
        token = token.head
    prepositions = [token.head, token.head.head]
    agent = token.dep_ == "pobj" and (
        prepositions[0].dep_ == "agent" or all(p.dep_ == "prep" for p in prepositions)
    )
    office = office_at(prepositions[1])
    official = office is not None and office.data["role"] == "office" and office.data.get("whose") != "group"
    seated = role(prepositions[0]) == "within" and official
    return token.dep_ in SUBJECTS or agent or (token.dep_ == "pobj" and seated)


def is_shouted(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a name is a common word in a line of capitals: "WHO" in "THE MAN WHO CAME"."""
    near = [
        token for token in (doc[max(start - 1, 0)], doc[min(end, len(doc) - 1)]) if not start <= token.i < end
    ]
    return (
        end - start == 1
        and doc[start].is_stop
        and any(t.is_alpha and t.is_upper and len(t) > 1 for t in near)
    )


def is_surname(doc: Doc, start: int, name: Name, full: set[tuple[str, str]]) -> bool:
    """Tell whether a surname alone names this person.

    Not so after somebody else's given name, or as one. A name that many bear needs the full one in the text,
    or a title.
    """
    before, head = doc[start - 1] if start else None, doc[start].head
    if before is not None and is_given_name(doc, start):
        return False
    if doc[start].dep_ == "compound" and head.pos_ == "PROPN" and head.i > start and not role(head):
        return False  # the given name of another
    titled = before is not None and sort_of([before]) == "office"
    return name.alone or titled or (name.party, name.text) in full


def is_given_name(doc: Doc, start: int) -> bool:
    """Tell whether the word before a surname looks like a given name."""
    before = doc[start - 1]
    return (
        before.pos_ == "PROPN"
        and before.text[0].isupper()
        and before.dep_ == "compound"
        and before.head.i >= start
        and not role(before)
    )
