"""Which office or body named before a definite noun means again: "the ministry", "the group"."""

from spacy.tokens import Span, Token

from pipeline.antecedent_kinds import body_named, is_called, kind_of, kinds_meant, may_mean
from pipeline.grammar.constituents import noun_phrase
from pipeline.offices import office_of, offices_in, role, stands_for
from pipeline.pronouns import is_joint
from pipeline.source_wording import before_clause, is_definite
from pipeline.speakers import Memory, Speaker

BARE = 3  # words: "the same agency"


def office_or_body(memory: Memory, source: Span, content: frozenset[int]) -> str | None:
    """Return the outside body that a bare noun stands for, else the party of the last body of that office."""
    if source.root.pos_ == "DET":  # "the mission states" may be read as one noun phrase
        source = source.doc[source.end - 1 : source.end]
    if any(is_definite(token) for token in (source.root, source.root.head)) and len(source) <= BARE:
        if "group" in kinds_meant(source.root):
            if (party := body_that_spoke(memory, source)) is not None:
                return party
        elif (party := body_named(memory.reading, source)) is not None:
            return party
    party = same_office(memory, source, content)
    return party if party is not None and may_mean(source, party, memory.reading.conflict) else None


def body_that_spoke(memory: Memory, source: Span) -> str | None:
    """Return the outside body that a "group" is, if it was the last to speak of those that may be one."""
    conflict, kinds = memory.reading.conflict, kinds_meant(source.root)
    for speaker in reversed([s for s in memory.past if s.words.start < source.start]):
        called = is_called(source, speaker.party, speaker.words, memory.reading)
        if called and "body" in kinds:
            return speaker.party
        if kind_of(speaker.party, conflict) == "group":
            return None
    return None


def same_office(memory: Memory, source: Span, content: frozenset[int] = frozenset()) -> str | None:
    """Return the party of the last body of the same office: "the ministry" after "Norland's ministry"; not of
    one whose men only act in what is said: "posts of Norland's army fired, the army said"."""
    if office_of(source) is None:  # the parser may have taken the office for an attribute
        offices = [token for token in source if role(token) == "office"]
        source = source.doc[offices[-1].i : offices[-1].i + 1] if offices else source
    names = memory.reading.in_groups
    for speaker in reversed(memory.past):
        words = [token for token in speaker.words if token.i not in names]
        alone = speaker.words.start < source.start and not is_joint(speaker, memory.past)
        if alone and stands_for(source, words):
            return speaker.party
    if office_of(source) is not None:
        offices_before = (i for i in offices_in(source.doc) if i < source.start and i not in names)
        for token in (source.doc[i] for i in sorted(offices_before, reverse=True)):
            if token.i in content and token.dep_ not in {"nsubj", "nsubjpass"} and not is_harmed(token):
                continue
            words = [word for word in noun_phrase(token) if word.i not in names]
            if stands_for(source, words) and (party := memory.reading.party(token)):
                return party
    else:
        for speaker in reversed(memory.past):
            if speaker.words.start < source.start and is_told_again(source, speaker):
                return speaker.party
        if is_definite(source.root) and len(source) < BARE:
            return named_just_before(memory, source)
    return None


def is_harmed(noun: Token) -> bool:
    """Tell whether a noun stands in what an act is done to: "a Norlandic drone hit a man of the agency"."""
    while noun.dep_ in {"compound", "poss", "pobj"}:
        noun = noun.head.head if noun.dep_ == "pobj" else noun.head
    return noun.dep_ in {"dobj", "nsubjpass"}


def is_told_again(source: Span, speaker: Speaker) -> bool:
    """Tell whether a noun stands in the name of a speaker: "the service" after "Norland's Secret Service"."""
    noun = source.root
    if speaker.words.root.lower_ == noun.lower_:
        return True
    words = (word for word in before_clause(speaker.words) if word.dep_ in {"compound", "appos", "nmod"})
    return is_definite(noun) and any(word.lower_ == noun.lower_ for word in words)


def named_just_before(memory: Memory, source: Span) -> str | None:
    """Return the party of the phrase with the same noun in the sentence before: "Norland's secret service
    published a film. It was shot in May, the service said"."""
    before = source.doc[max(source.sent.start - 1, 0)].sent
    for token in reversed(source.doc[before.start : source.start]):
        if token.lower_ == source.root.lower_ and token.pos_ in {"NOUN", "PROPN"}:
            return memory.reading.party(token)
    return None
