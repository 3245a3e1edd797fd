"""Whom a surname or a bare office stands for: somebody who was named before as a speaker."""

from spacy.tokens import Span, Token

from pipeline.antecedent_kinds import ARMED, body_named, is_called, kind_of, kinds_meant, may_mean
from pipeline.attribution.cues import grammar_words
from pipeline.bare_offices import bare_party, whose
from pipeline.grammar import noun_phrase, prepositional_objects
from pipeline.offices import begins, has, office_of, offices_in, role, stands_for
from pipeline.pronouns import is_joint, owner, person_before, pronoun, subject_before
from pipeline.speakers import Memory, Speaker

CLOSE = 3  # paragraphs
LONGEST = 6  # initials
NAMED = {"compound", "appos", "flat", "nmod"}  # a name beside an office, and its parts
NAME_REACH = 6  # words
BARE = 3  # words: "the same agency"
STRANGERS = ("outsider", "private")  # witnesses, residents, companies: they speak for themselves


def resolve(memory: Memory, source: Span, content: frozenset[int] = frozenset()) -> list[Speaker]:
    """Return whose voice a source is: one speaker for each party, none if that stays open.

    `content` are the tokens of what is said: nobody named in these speaks.
    """
    bare = before_clause(source)
    if any(token.tag_ == "WP$" for token in source.doc[bare.end : source.end]):
        source = bare  # who is named in "whose pilots Norland trains" is another
    seat = seated_in(memory, source) if is_of_some_state(memory, source) else None
    if seat is not None:
        return [Speaker(seat, source, memory.is_person(source.root))]
    found = memory.named(source) or named_beside(memory, source) or meant(memory, bare, content)
    if found:
        return found
    full = in_full(source) or issuer(source) or posted_by(source) or headed_by(source)
    return [Speaker(s.party, source, s.person) for s in resolve(memory, full, content)] if full else []


def introduced(memory: Memory, name: Token) -> str | None:
    """Return the party of a person who was told of before with his office: "Ann Lee, mayor of Hilltown,
    walked in. "…", Ms Lee said", "the mayor of Hilltown, Ann Lee, walked in"."""
    for token in name.doc[: name.sent.start]:
        if token.text != name.text or token.pos_ != "PROPN":
            continue
        head, alone = token, True
        while head.dep_ in NAMED and abs(head.head.i - head.i) < NAME_REACH:
            of_place = head.head.dep_ == "pobj" and head.dep_ == "appos"  # "the mayor of Hilltown, Ann Lee"
            head, alone = head.head.head.head if of_place else head.head, False
        beside = [word for word in (head, *head.children) if word == head or word.dep_ in NAMED]
        office = any(role(word) == "office" for word in beside if word != token)
        if office and not (alone and len(beside) < 2):
            found = memory.named(before_clause(noun_phrase(head)))
            if len(found) == 1:
                return found[0].party
    return None


def in_full(source: Span) -> Span | None:
    """Return the name before it that initials stand for: "the Foreign Office (FO)" for "the FO"."""
    initials, doc = source.root, source.doc
    if not initials.text.isupper() or not 2 <= len(initials) <= LONGEST:
        return None
    for token in doc[1 : max(source.start - 1, 1)]:
        if token.text == initials.text and doc[token.i - 1].text == "(" and token.i > 1:
            name = doc[token.i - 2]
            while name.dep_ in {"compound", "pobj", "prep", "nmod", "poss"} and name.head.i < token.i:
                name = name.head
            return doc[name.left_edge.i : token.i - 1]
    return None


def issuer(source: Span) -> Span | None:
    """Return who is said to have issued what speaks: "a release issued by the ministry"."""
    for child in source.root.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            for agent in (c for c in child.children if c.dep_ == "agent"):
                return next((noun_phrase(noun) for noun in agent.children if noun.dep_ == "pobj"), None)
    return None


def posted_by(source: Span) -> Span | None:
    """Return whose site or channel something stands on: "a report on the army's website"."""
    for _, where in prepositional_objects(source.root):
        if where.lower_ in grammar_words("where posted"):
            owners = [child for child in where.lefts if child.dep_ in {"poss", "compound", "amod"}]
            return source.doc[owners[0].left_edge.i : owners[-1].i + 1] if owners else None
    return None


def headed_by(source: Span) -> Span | None:
    """Return what somebody is said to head or to speak for: "Ann Lee, who represents the government"."""
    for clause in (child for child in source.root.children if child.dep_ == "relcl"):
        if role(clause) == "heads":
            nouns = [child for child in clause.rights if child.dep_ == "dobj"]
            nouns += [noun for _, noun in prepositional_objects(clause) if not begins(noun.head)]
            return noun_phrase(nouns[0]) if nouns else None
    return None


def before_clause(source: Span) -> Span:
    """Return a source without a relative clause after it: "the army" for "the army, whose guns are old"."""
    clauses = [child for child in source.root.children if child.dep_ == "relcl"]
    end = min((c.left_edge.i for c in clauses if c.left_edge.i > source.root.i), default=source.end)
    while end - 1 > source.root.i and source.doc[end - 1].is_punct:
        end -= 1
    return source.doc[source.start : end] if end < source.end else source


def named_beside(memory: Memory, source: Span) -> list[Speaker]:
    """Return the speaker whose name stands in apposition to a source: "the energy company Voltar"."""
    after = [child for child in source.root.children if child.dep_ == "appos" and child.i >= source.end]
    beside = [c for c in after if not any(":" in t.text for t in source.doc[source.end : c.left_edge.i])]
    return memory.named(noun_phrase(beside[0])) if beside else []


def meant(memory: Memory, source: Span, content: frozenset[int]) -> list[Speaker]:
    """Return the speaker, named before, that a source stands for."""
    root = source.root
    reading = memory.reading
    if "pronoun" in reading.classes("voices", root) or root.pos_ == "PRON":
        return pronoun(memory, root, content)
    if is_other(memory, source):
        return adversary_of_last(memory, source)
    owners = [token for token in source if "own" in reading.classes("voices", token)]
    party = (memory.people.get(root.text) or introduced(memory, root)) if root.pos_ == "PROPN" else None
    if party is None and owners:
        party = owner(memory, owners[0])
    if party is None:
        possessors = [child for child in root.children if child.dep_ == "poss" and child not in owners]
        possessors = possessors or [token.nbor(-1) for token in source[1:] if token.tag_ == "POS"]
        party = owned_by(memory, possessors[0], content) if possessors else None
    if party is None and is_bare(source):
        party = seated_in(memory, source)
    if party is None and has([root], "unnamed") and not is_definite(root):
        party = outlet_told(memory, source, content)
    if party is None:
        party = person_before(memory, source, content) or office_or_body(memory, source, content)
    if party is None and has([root], "unnamed"):
        party = of_body(memory, source)
    if party is None:
        party = officer_before(memory, source)
    if party is None and role(root) == "office" and not is_definite(root):
        party = outlet_told(memory, source, content)
    if party is None:
        party = bare_party(source, reading, memory.title)
    if party is None:
        party = company_before(memory, source) or force_before(memory, source, content)
    if party is None and (is_bare(source) or is_titled(source) or is_issued(source) or speaks_for(source)):
        party = last_body(memory, source)
    if party is None and is_issued(source):
        return subject_before(memory, root, content)
    return [Speaker(party, source, memory.is_person(root))] if party else []


def is_other(memory: Memory, source: Span) -> bool:
    """Tell whether a source is the side that did not speak before, or an office of it: "the other army"."""
    hits = memory.reading.hits["voices"]
    return any(entry.data["class"] == "other" and span.start == source.start for entry, span in hits)


def adversary_of_last(memory: Memory, source: Span) -> list[Speaker]:
    """Return the adversary, named most, of whoever spoke last; who spoke as "the other" is it again."""
    reading, last = memory.reading, memory.past_before(source.start)
    if not last or is_joint(last[0], memory.past):
        return []
    party = last[0].party
    foes = [foe for foe in reading.adversaries(party) if reading.named[foe]]
    meant = [party] if is_other(memory, last[0].words) else foes[:1]
    return [Speaker(one, source, memory.is_person(source.root)) for one in meant]


def seated_in(memory: Memory, source: Span) -> str | None:
    """Return the state whose capital stands before a bare office: "In Hilltown the government said", "In
    Hilltown the charge was denied: nobody had fired, the army said"."""
    sent, doc, acts = source.sent, source.doc, memory.reading.words["acts"]
    for mention in memory.reading.mentions:
        if mention.kind != "capital" or not sent.start < mention.start < source.start:
            continue
        noun = doc[mention.end - 1]
        beside = mention.end in (source.start, source.start - 1)
        opening = mention.start == sent.start + 1 and noun.head.head.i not in acts and is_bare(source)
        if (beside and doc[mention.start].dep_ == "pobj") or (opening and noun.dep_ == "pobj"):
            return mention.party if office_of(source) is not None else None
    return None


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


def is_of_some_state(memory: Memory, source: Span) -> bool:
    """Tell whether a source is a state's office, and no name tells which: "the army's spokesman, Ann Lee"."""
    named = (m for m in memory.reading.mentions if m.start < source.end and source.start < m.end)
    kinds = {mention.kind for mention in named}
    return whose(source) == "state" and (not kinds or {"generic"} <= kinds <= {"generic", "person"})


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


def company_before(memory: Memory, source: Span) -> str | None:
    """Return the party of the last name with no word for an office in it: "the company" after "Lumen"."""
    if office_of(source) != "company" or not is_definite(source.root):
        return None
    for mention in reversed([m for m in memory.reading.mentions if m.end <= source.start]):
        words = source.doc[mention.start : mention.end]
        conflict = memory.reading.conflict
        called = mention.party in conflict.called and kind_of(mention.party, conflict) == "body"
        if mention.kind == "body" and not called and not any(role(token) for token in words):
            return mention.party
    return None


def officer_before(memory: Memory, source: Span) -> str | None:
    """Return the party of an officer who spoke last without a name, where a name nobody knows speaks next:
    "the governor of the region said … Ann Lee wrote"."""
    root, start = source.root, source.start
    before = memory.past_before(start)
    if not before or root.pos_ != "PROPN" or len(source) < 2 or any(role(token) for token in source):
        return None
    last = before[0].words
    near = root.doc[last.end : start].text.count("\n\n") < CLOSE - 1
    unnamed = not any(token.pos_ == "PROPN" and token.dep_ == "appos" for token in last)
    one = last.root.pos_ == "NOUN" and last.root.morph.get("Number", []) == ["Sing"]
    return before[0].party if near and unnamed and one and before[0].person else None


def of_body(memory: Memory, source: Span) -> str | None:
    """Return the party of the body named last, which "a source in the service" belongs to."""
    doc, start = source.doc, source.start
    places = [noun for prep, noun in prepositional_objects(source.root) if noun.i < source.end]
    places = [noun for noun in places if is_definite(noun)]
    for noun in places:
        if (party := same_office(memory, noun_phrase(noun))) is not None:
            return party
    if not places:
        return None
    for mention in reversed(memory.reading.mentions):
        if mention.end <= start and mention.kind == "body" and mention.party:
            near = doc[mention.start : start].text.count("\n\n") < CLOSE
            return mention.party if near else None
    return None


def is_definite(noun: Token) -> bool:
    """Tell whether a noun has the definite article."""
    return any(child.morph.get("Definite", []) == ["Def"] for child in noun.lefts)


def is_bare(source: Span) -> bool:
    """Tell whether a source is "the group" or the like: definite, without any attribute, no stranger."""
    words = [token for token in source if token.dep_ not in {"case", "punct"}]
    root = source.root
    return (
        len(words) == 2
        and words[0].morph.get("Definite", []) == ["Def"]
        and (root.pos_ == "NOUN" or role(root) == "office")
        and root.morph.get("Number", []) == ["Sing"]
        and role(root) not in STRANGERS
    )


def is_issued(source: Span) -> bool:
    """Tell whether a source is what somebody issued, without saying who: "the news release reads"."""
    return is_definite(source.root) and source.root.lower_ in grammar_words("issued")


def is_titled(source: Span) -> bool:
    """Tell whether a source is a name with a spokesman's title and no other: "spokeswoman Ann Lee"."""
    titles = [token for token in source if role(token)]
    return source.root.pos_ == "PROPN" and titles == [source[0]] and has(titles, "speaks")


def owned_by(memory: Memory, possessor: Token, content: frozenset[int]) -> str | None:
    """Return the party of a bare office's possessor: "the ministry's spokesman", or of the state that the
    sentence names first, for "the country's ministry"."""
    if "home" in memory.reading.classes("voices", possessor) and is_definite(possessor):
        start, states = possessor.sent.start, ("state", "capital", "demonym")
        for mention in memory.reading.mentions:
            if start <= mention.start < possessor.i and mention.kind in states:
                return mention.party
    return office_or_body(memory, noun_phrase(possessor), content)


def outlet_told(memory: Memory, source: Span, content: frozenset[int]) -> str | None:
    """Return the party of the outlet that an official without a name told it to, or that quotes him: "a
    source in the army told Norland's agency"."""
    start, end = source.sent.start, source.sent.end
    outlets = (m for m in memory.reading.mentions if m.kind == "outlet" and start <= m.start and m.end <= end)
    return next((outlet.party for outlet in outlets if outlet.start not in content), None)


def force_before(memory: Memory, source: Span, content: frozenset[int]) -> str | None:
    """Return the state whose body the text named last by its name, for a bare "the army" after "the NDF";
    not in what is said."""
    reading, start = memory.reading, source.start
    conflict = reading.conflict
    if not is_bare(source) or kinds_meant(source.root) != ARMED:
        return None
    for mention in reversed([m for m in reading.mentions if m.end <= start and m.start not in content]):
        fights = conflict.side_of(mention.party) or not conflict.sides
        if mention.kind == "body" and conflict.is_state(mention.party) and fights:
            near = source.doc[mention.start : start].text.count("\n\n") < CLOSE
            return mention.party if near else None
    return None


def speaks_for(source: Span) -> bool:
    """Tell whether a source is "a spokesman" and no more: that of the body told of."""
    return len(source) == BARE - 1 and has([source.root], "speaks")


def last_body(memory: Memory, source: Span) -> str | None:
    """Return the party of the last speaker that is no person."""
    conflict = memory.reading.conflict
    before = [s for s in memory.past if not s.person and s.words.start < source.start]
    bodies = [s for s in before if may_mean(source, s.party, conflict)]
    return bodies[-1].party if bodies else None
