"""Whom a pronoun means that does an act: the speaker himself, the adversary, who was told of before."""

from spacy.tokens import Token

from pipeline.adversaries import the_other
from pipeline.grammar.arguments import subjects
from pipeline.grammar.features import is_plural
from pipeline.grammar.labels import VERBS
from pipeline.grammar.quotation import is_quoted, is_quoted_in_part
from pipeline.reading import Reading
from pipeline.speakers import Speaker


def referent(reading: Reading, pronoun: Token, speaker: Speaker) -> list[str]:
    """Return the party of a pronoun that does an act: the speaker; for a person's "they" who was named last.

    In quoted words a third person is never the speaker.
    """
    third = pronoun.morph.get("Person", []) == ["3"]
    if third and is_quoted(pronoun) and not is_quoted_in_part(pronoun):
        named = (reading.party(token) for token in subjects_before(pronoun))
        return next(([party] for party in named if party), None) or the_other(reading, speaker)
    if speaker.person and is_plural(pronoun) and pronoun.morph.get("Person", []) == ["3"]:
        for mention in reversed(reading.mentions):
            if mention.end <= pronoun.i and mention.party and mention.party != speaker.party:
                return [mention.party]
    aside = pronoun.i < speaker.words.start or pronoun.head.is_ancestor(speaker.words.root)
    if third and is_plural(pronoun) and pronoun.dep_ == "nsubj" and aside:
        return [acting_last(reading, pronoun) or speaker.party]
    if pronoun.dep_ == "poss" and third and (party := whose_deed(reading, pronoun, speaker)):
        return [party]
    if third and not speaker.person and (party := man_before(reading, pronoun)):
        return [party]
    if third and (party := knower(reading, pronoun, speaker)):
        return [party]
    if pronoun.dep_ == "poss" and is_plural(pronoun) and third:
        return [acting_before(reading, pronoun, speaker) or speaker.party]
    return [speaker.party]


def whose_deed(reading: Reading, pronoun: Token, speaker: Speaker) -> str | None:
    """Return the adversary whose deed "its" is, the subject of its clause: "Norland must end its attacks"."""
    verb = next((token for token in pronoun.ancestors if token.pos_ in VERBS), None)
    outside = [s for s in subjects(verb) if s.i < pronoun.i] if verb is not None else []
    if verb is None or not outside or outside[0].is_ancestor(pronoun):
        return None
    answered = "answer" in reading.classes("denials", verb)
    party = reading.party(outside[0])
    return party if party in reading.adversaries(speaker.party) and not answered else None


def man_before(reading: Reading, pronoun: Token) -> str | None:
    """Return whose man "his" stands for, named before in the sentence, where a body speaks: "since General
    Lee proclaimed it, his men have fired, the army said"."""
    if pronoun.morph.get("Gender", []) not in (["Masc"], ["Fem"]):
        return None
    before = (m for m in reversed(reading.mentions) if pronoun.sent.start <= m.start and m.end <= pronoun.i)
    return next((mention.party for mention in before if mention.kind == "person"), None)


def knower(reading: Reading, pronoun: Token, speaker: Speaker) -> str | None:
    """Return the adversary on whose knowing or saying a pronoun's clause hangs, if it may stand for him.

    "Ann Lee said that Bo Holm knew that his troops had fired."
    """
    number = pronoun.morph.get("Number", [])
    for verb in (token for token in pronoun.ancestors if token.dep_ == "ccomp"):
        outer = verb.head
        for subject in outer.lefts if outer.dep_ == "ccomp" and outer.pos_ in VERBS else ():
            if subject.dep_ == "nsubj" and subject.morph.get("Number", []) == number:
                party = reading.party(subject)
                return party if party in reading.adversaries(speaker.party) else None
    return None


def acting_before(reading: Reading, pronoun: Token, speaker: Speaker) -> str | None:
    """Return the other party whose people were said to act before "their" in a sentence: "the Norlanders went
    on firing, the mayor said, and a man was killed by their shells"."""
    for token in reversed(pronoun.doc[pronoun.sent.start : pronoun.i]):
        plural = token.dep_ == "nsubj" and is_plural(token)
        if plural and token.head.i in reading.words["acts"] and (party := reading.party(token)):
            return party if party != speaker.party else None
    return None


def acting_last(reading: Reading, pronoun: Token) -> str | None:
    """Return the party said to act in the sentence before, which "they" are whose deed is no clause that
    hangs on who tells of it: "The rebels shelled the town. On Friday they hit a depot, the ministry said"."""
    before = pronoun.doc[max(pronoun.sent.start - 1, 0)].sent
    for token in reversed(before if before.end <= pronoun.i else ()):
        named = any(m.end - 1 == token.i and m.kind == "group" for m in reading.mentions)
        acts = token.dep_ == "nsubj" and token.head.i in reading.words["acts"]
        if acts and (is_plural(token) or named) and (party := reading.party(token)):
            return party
    return None


def subjects_before(pronoun: Token) -> list[Token]:
    """Return the subjects of the verbs that a pronoun's clause hangs on: "Norland says that it is ready"."""
    return [
        subject
        for verb in pronoun.ancestors
        if verb.pos_ in VERBS
        for subject in subjects(verb)
        if subject.i < pronoun.i and is_quoted(subject)
    ]
