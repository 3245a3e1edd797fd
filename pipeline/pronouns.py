"""Whom "it", "he", "they" or "its" stand for: who spoke last, or whom the sentence is about."""

from spacy.tokens import Span, Token

from pipeline.attribution.cues import grammar_words
from pipeline.grammar.arguments import agents_or_subjects
from pipeline.grammar.constituents import noun_phrase
from pipeline.grammar.features import is_neuter, is_plural, is_pointed_at
from pipeline.grammar.labels import VERBS
from pipeline.names import office_of
from pipeline.offices import has, office_at, role
from pipeline.reading import Reading
from pipeline.speakers import Memory, Speaker


def pronoun(memory: Memory, token: Token, content: frozenset[int]) -> list[Speaker]:
    """Return who spoke last, else who the sentence is about.

    "He" and "she" stand for a person; "it" rather stands for none.
    """
    gender = token.morph.get("Gender", [])
    person, neuter = gender in (["Masc"], ["Fem"]), gender == ["Neut"]
    if neuter and token.head.pos_ == "AUX" and any(child.dep_ == "acomp" for child in token.head.children):
        return []  # "it was not possible to": nobody
    subject = topic(memory.reading, token, content)
    if subject is not None and (not person or memory.is_person(subject.words.root)):
        return [subject]
    earlier = [speaker for speaker in memory.past if speaker.words.start < token.i]
    itself = of_itself(memory, token, content) if not person else None
    if itself is not None and (
        not earlier
        or is_itself(memory.reading, token, earlier[-1])
        or is_neutral(memory.reading, earlier[-1], itself)
    ):
        return [itself]
    if person:
        earlier = with_quoted(memory, earlier, token)
    before = subject_before(memory, token, content)
    nearer = earlier and before and earlier[-1].words.end <= before[0].words.start
    if person and (told := told_of(memory, token, content)):
        alone = not earlier and not before
        if alone or (earlier and earlier[-1].words.sent.end <= token.sent.start and is_topic(told[0])):
            return told
    if not earlier or (neuter and nearer and not before[0].person and not tells_of(earlier[-1], before[0])):
        return before
    last = earlier[-1]
    if person or neuter:
        fitting = (
            s for s in reversed(earlier) if (s.person if person else is_body(s)) and not is_joint(s, earlier)
        )
        last = next(fitting, last)
    if person and nearer and before[0].person:
        return before  # told of, not speaking: "The mayor did not confirm it. But she said"
    if person:
        return [last]
    joint = {s.party: s for s in earlier if s.words == last.words}
    return list(joint.values())


def self_told(possessive: Token) -> list[Token]:
    """Return who may be meant where a clause is told by whom it is about: "the army had, by its own account,
    no part in it". That is its subject, or where the parser lost that, what stands before its verb."""
    if possessive.dep_ != "poss" or possessive.morph.get("Person", []) != ["3"]:
        return []
    account = possessive.head
    if not any(child.lower_ in grammar_words("own") for child in account.lefts if child.i > possessive.i):
        return []
    before = [word for word in possessive.doc[possessive.sent.start : account.head.i] if not word.is_punct]
    while before and before[-1].pos_ in VERBS:
        before.pop()
    verb = next((word for word in account.ancestors if word.pos_ in VERBS), account)
    nouns = [*agents_or_subjects(verb), *before[-1:]]
    named = (noun for noun in nouns if noun.pos_ in {"NOUN", "PROPN"} and role(noun) in ("", "office"))
    return [noun for noun in named if is_plural(noun) == is_plural(possessive)]


def tells_of(last: Speaker, one: Speaker) -> bool:
    """Tell whether who spoke last told of another in one sentence: "According to the army, Norland fired"."""
    return bool(last.words.sent == one.words.sent)


def of_itself(memory: Memory, token: Token, content: frozenset[int]) -> Speaker | None:
    """Return the body that "it" or "they" says something of, by its name: "the army shelled a post, it said",
    "the rebels shelled a post, as they announced"."""
    verb = token.head
    clauses = [child for child in verb.lefts if child.dep_ == "ccomp"]
    for clause in clauses or ([verb.head] if verb.dep_ in {"parataxis", "advcl"} else []):
        for noun in clause.lefts:
            alone = noun.dep_ in {"nsubj", "nsubjpass"} and noun.i in content
            agrees = alone and is_plural(token) == are_many(memory.reading, noun)
            if agrees and (party := memory.reading.party(noun)):
                body = role(noun) == "office" or is_group_named(memory.reading, noun)
                return Speaker(party, noun_phrase(noun), False) if body else None
    return None


def is_itself(reading: Reading, token: Token, last: Speaker) -> bool:
    """Tell whether a pronoun takes up who acts in what is said, not who spoke last: "they themselves", or
    "they" after one who is not many."""
    emphatic = any(child.morph.get("Reflex", []) == ["Yes"] for child in token.children)
    return emphatic or (is_plural(token) and not are_many(reading, last.words.root))


def are_many(reading: Reading, noun: Token) -> bool:
    """Tell whether "they" may stand for a noun: a plural, or the name of a group, whatever its ending."""
    return is_plural(noun) or any(m.end - 1 == noun.i and m.kind == "group" for m in reading.mentions)


def is_group_named(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun ends the name of a body or a group."""
    return any(m.end - 1 == noun.i and m.kind in ("body", "group") for m in reading.mentions)


def is_neutral(reading: Reading, last: Speaker, other: Speaker) -> bool:
    """Tell whether who spoke last is none of those who fight another."""
    return last.party != other.party and other.party not in reading.adversaries(last.party)


def told_of(memory: Memory, token: Token, content: frozenset[int]) -> list[Speaker]:
    """Return the person known by name whom the sentence tells of before it says what "he" said."""
    people = (m for m in memory.reading.mentions if m.kind == "person" and token.sent.start <= m.start)
    before = [m for m in people if m.end <= token.i and m.start not in content]
    return [Speaker(m.party, token.doc[m.start : m.end], True) for m in before[-1:]]


def is_topic(speaker: Speaker) -> bool:
    """Tell whether a person is who a sentence is about, or beside his office: "the spokesman, Ann Lee"."""
    return speaker.words.root.dep_ in {"nsubj", "appos"}


def with_quoted(memory: Memory, earlier: list[Speaker], token: Token) -> list[Speaker]:
    """Return speakers with a person whom one of them quoted last and who is no person himself: "The rebels
    quoted the commander as saying so. He added"."""
    last = next((one for one in reversed(memory.quoted) if one.words.start < token.i), None)
    if last is None or not earlier or earlier[-1].person or earlier[-1].words.sent != last.words.sent:
        return earlier
    return [*earlier, last]


def is_body(speaker: Speaker) -> bool:
    """Tell whether "it" may be a speaker: no person, or the spokesman of a body."""
    entries = (office_at(token) for token in speaker.words)
    return not speaker.person or any(entry is not None and entry.data.get("speaks") for entry in entries)


def is_joint(speaker: Speaker, others: list[Speaker]) -> bool:
    """Tell whether a speaker spoke together with another party."""
    return any(other.words == speaker.words and other.party != speaker.party for other in others)


def topic(reading: Reading, token: Token, content: frozenset[int]) -> Speaker | None:
    """Return the subject of an earlier clause of the sentence, if it names a party and is not being said.

    First comes that of the clause on which the pronoun's hangs: "Norland said Sudland lied when it denied".
    """
    if token.dep_ == "nsubj" and token.head.dep_ == "advcl":
        for child in token.head.head.lefts:
            alike = child.morph.get("Number", []) == token.morph.get("Number", [])
            before = child.dep_ == "nsubj" and alike and child.i < token.i and child.i not in content
            if before and (party := reading.party(child)):
                return Speaker(party, noun_phrase(child), False)
    for other in token.sent:
        if other.i >= token.i - 1:
            return None
        taken_up = token.head.dep_ == "relcl" and other.head.is_ancestor(
            token
        )  # "reports raids, which it blames"
        if other.i in content and not taken_up:
            continue
        subject = other.dep_ in {"nsubj", "nsubjpass"} and other.head.dep_ in {"ROOT", "ccomp", "parataxis"}
        if is_neuter(token) and is_plural(other):
            continue
        if subject and other.head.i < token.i and (party := reading.party(other)):
            return Speaker(party, noun_phrase(other), False)
    return None


def subject_before(memory: Memory, token: Token, content: frozenset[int]) -> list[Speaker]:
    """Return the subject of the sentence before, if it names a party: "The minister arrived. He said"."""
    start = token.sent.start
    while start - 1 in content:  # a quotation over several sentences
        start = token.doc[start - 1].sent.start
    for subject in memory.reading.doc[start - 1].sent if start else ():
        if subject.dep_ in {"nsubj", "nsubjpass"} and subject.head.dep_ == "ROOT":
            if token.morph.get("Number", []) == ["Sing"] and is_plural(subject):
                return []
            party = memory.reading.party(subject)
            return [Speaker(party, noun_phrase(subject), memory.is_person(subject))] if party else []
    return []


def person_before(memory: Memory, source: Span, content: frozenset[int]) -> str | None:
    """Return the party of the person by name who was told of, or spoke, last before a bare rank or "the
    spokesman": "Ann Lee took questions. …, said the spokeswoman"."""
    root = source.root
    ranked = has([root], "speaks") or office_of(source) == "officer"
    plain = all(token == root or token.dep_ in {"det", "compound", "punct"} for token in source)
    if not (ranked and plain and is_pointed_at(root)):
        return None
    told = subject_before(memory, root, content) or memory.past_before(source.start)
    named = [one for one in told if one.person and any(token.pos_ == "PROPN" for token in one.words)]
    near = named and "\n" not in source.doc[named[0].words.end : source.start].text
    return named[0].party if near else None


def owner(memory: Memory, possessive: Token) -> str | None:
    """Return the party that "its" or "his" stands for: who spoke last, or for "its" the name before it."""
    gender = possessive.morph.get("Gender", [])
    if gender in (["Masc"], ["Fem"]):
        people = [s for s in memory.past if s.person and s.words.start < possessive.i]
        if people:
            return people[-1].party
    if (army := army_before(memory, possessive)) is not None:
        return army
    start = possessive.sent.start
    doc = possessive.doc
    of_person = gender in (["Masc"], ["Fem"])  # "his" is no country's and no group's
    if not of_person and (subject := main_subject(memory, doc[start : possessive.i])):
        return subject  # "Voltar, Norland's largest grid, is at its limit, its chief said"
    if of_person and start:
        start = doc[start - 1].sent.start
    for mention in reversed(memory.reading.mentions):
        if of_person and mention.kind != "person":
            continue
        if start <= mention.start and mention.end <= possessive.i and mention.party:
            token = doc[mention.end - 1]
            clauses = {a.dep_ for a in (token, *token.ancestors)}
            where = mention.kind in ("state", "capital") and is_where(memory, token)
            if token.pos_ == "NOUN" and is_plural(token) and not is_plural(possessive):
                continue  # "rebel forces fired, its ministry said" is no ministry of the forces
            if mention.kind != "demonym" and "relcl" not in clauses and not where:
                return mention.party
    earlier = [s for s in memory.past if s.words.start < possessive.i and (s.person or not of_person)]
    before = [] if of_person else subject_before(memory, possessive, frozenset())
    if before and not before[0].person and (not earlier or earlier[-1].words.end <= before[0].words.start):
        return before[
            0
        ].party  # "Norland's army is not impressed. The rebels fired first, says its spokesman"
    if not earlier and of_person:
        earlier = subject_before(memory, possessive, frozenset()) or [
            one for one in memory.past if one.words.start < possessive.i and is_one_official(one)
        ]
    return earlier[-1].party if earlier else None


def army_before(memory: Memory, possessive: Token) -> str | None:
    """Return the party of the army told of last, here or in the sentence before, whose "its" staff or command
    is: "Norland said Sudland's army had fired. Its command denied it"."""
    staff, doc = office_at(possessive.head), possessive.doc
    if staff is None or not staff.data.get("of_army"):
        return None
    start = doc[max(possessive.sent.start - 1, 0)].sent.start
    for token in reversed(doc[start : possessive.i]):
        army = office_at(token)
        if army is not None and army.data.get("leads") and not army.data.get("of_army"):
            return memory.reading.party(token)
    return None


def is_one_official(speaker: Speaker) -> bool:
    """Tell whether a speaker may be a person by his office: "the prosecutor general"."""
    root = speaker.words.root
    return root.pos_ == "NOUN" and role(root) == "office" and root.morph.get("Number", []) == ["Sing"]


def main_subject(memory: Memory, before: Span) -> str | None:
    """Return the party that is the subject of a main clause, by its name."""
    subjects = (t for t in before if t.dep_ == "nsubj" and t.pos_ == "PROPN" and t.head.i < before.end)
    main = (t for t in subjects if not any(verb.dep_ == "relcl" for verb in t.ancestors))
    return next((party for token in main if (party := memory.reading.party(token))), None)


def is_where(memory: Memory, name: Token) -> bool:
    """Tell whether a name only tells where something is: "the mission in Norland"."""
    return name.dep_ == "pobj" and "means" not in memory.reading.classes("prepositions", name.head)
