"""What saying so amounts to: a party alleges, denies or admits an act."""

from spacy.tokens import Span, Token

from pipeline.acts import Act
from pipeline.adversaries import is_unarmed, the_other
from pipeline.grammar import arguments
from pipeline.grammar.constituents import is_attribute, prepositional_objects
from pipeline.grammar.labels import VERBS
from pipeline.grammar.voice import is_passive
from pipeline.offices import office_at
from pipeline.reading import Reading
from pipeline.records import Stance
from pipeline.speakers import Speaker
from pipeline.statements import Voice, has_trait
from pipeline.suffering import hits_own


def as_put(
    reading: Reading,
    act: Act,
    voice: Voice,
    speaker: Speaker,
    stance: Stance,
    accused: str | None,
    untrue: bool,
) -> tuple[Stance | None, str | None]:
    """Return what a speaker does with an act laid to somebody, None if nothing, and to whom it is laid then.

    `stance` is what the cue makes of it; `untrue`: it is said along with it that something is not so.
    """
    if stance == "denies" or (untrue and accused in (None, speaker.party)):
        return "denies", accused or speaker.party
    if voice.said.kind == "accuses" and accused == speaker.party:
        return None, None  # who charges himself was misread
    if act.negated and claims_it(reading, act, voice):
        return None, None  # "claimed neither attack" owns up to none and denies none
    confirms = voice.said.kind == "confirms" and not confirms_as_struck(reading, act, speaker)
    owns_up = voice.said.kind == "admits" or confirms or claims_it(reading, act, voice)
    if voice.said.kind == "confirms" and (is_of_some_weapon(reading, act) or not the_other(reading, speaker)):
        owns_up = False  # who fights nobody here has only heard of it
    suffers = hits_own(reading, act, speaker) and not claims_it(reading, act, voice)
    armed = not (is_unarmed(reading, speaker.party) or suffers)
    if accused is None and owns_up and armed and act.kind == "attack" and act.rule != "suffer":
        return "admits", speaker.party
    alleged = any("alleged" in reading.classes("acts", child) for child in act.head.lefts)
    if alleged and accused == speaker.party and voice.said.kind not in ("admits", "confirms"):
        return "denies", accused  # "an alleged attack by our forces"
    if accused == speaker.party and not act.negated and "laid" in reading.classes("acts", act.head.head):
        return None, None  # "the raid was blamed on us"
    now = own_stance(act, accused, speaker)
    if act.kind == "keep" and now == "denies" and not reading.adversaries(speaker.party):
        return None, None  # a mediator keeps no truce
    return now, accused or (speaker.party if now == "denies" else None)


def is_of_some_weapon(reading: Reading, act: Act) -> bool:
    """Tell whether an act is that of a weapon of which nobody says whose it was: "a drone had hit it"."""
    doers = arguments.doers(act.head) if act.head.pos_ in VERBS else []
    if act.head.dep_ == "relcl" and "missile" in reading.classes("weapons", act.head.head):
        return True  # "the missile that hit it"
    return any(
        "missile" in reading.classes("weapons", noun)
        and any(child.morph.get("Definite", []) == ["Ind"] for child in noun.lefts if child.dep_ == "det")
        for noun in doers
    )


def confirms_as_struck(reading: Reading, act: Act, speaker: Speaker) -> bool:
    """Tell whether an attack is confirmed that another is said to have made, or by those who govern the place
    where it happened: "the governor confirmed the attack"."""
    governs = any(entry.data.get("governs") for t in speaker.words if (entry := office_at(t)))
    return governs or any(
        "agent" in reading.classes("prepositions", prep)
        for prep, _ in prepositional_objects(act.head)
        if prep.head == act.head
    )


def claims_it(reading: Reading, act: Act, voice: Voice) -> bool:
    """Tell whether a speaker claims an act for himself: "claimed the attack"."""
    cue = voice.said.cue.root
    if cue.dep_ == "acl" and cue.head == act.head:  # "a strike claimed by the army"
        return "claim" in reading.classes("acts", cue) and is_passive(cue)
    return act.head.dep_ == "dobj" and act.head.head == cue and "claim" in reading.classes("acts", cue)


def own_stance(act: Act, accused: str | None, speaker: Speaker) -> Stance | None:
    """Return what saying so amounts to: that one's own side did it admits, that somebody did not denies."""
    own = accused == speaker.party
    if act.kind == "keep":
        if act.negated:
            return None if own else "alleges"
        somebody = not is_passive(act.head)  # "the truce is being kept" does not tell by whom
        return "denies" if own or (accused is None and somebody) else None
    if act.negated:
        return "denies" if own or act.rule != "effect" else None  # "opened fire, causing no damage"
    if own:
        return "admits" if act.kind == "attack" else None
    return "alleges"


def is_restricted(reading: Reading, act: Act) -> bool:
    """Tell whether an act is done to one sort of target, or in one case, only: "fires only in reply"."""
    whole = set(range(act.head.left_edge.i, act.head.right_edge.i + 1))
    only = [span.root for entry, span in reading.within("negation", whole) if entry.data["class"] == "only"]
    verbs = (next((above for above in word.ancestors if above.pos_ in VERBS), None) for word in only)
    return any(verb in (act.head, act.head.head) for verb in verbs)


def is_praised(reading: Reading, act: Act) -> bool:
    """Tell whether an act is called what only who did it calls it: "a precision strike", "the operation"."""
    if any(entry.data.get("own") for entry in reading.entries("acts", act.head)):
        return True
    weapons = [noun for prep, noun in prepositional_objects(act.head) if is_means(reading, prep)]
    beside = (child for word in (act.head, *weapons) for child in word.children)
    return any("praised" in reading.classes("acts", child) for child in beside)


def is_means(reading: Reading, preposition: Token) -> bool:
    """Tell whether what follows a preposition is what an act is done with: "with precision weapons"."""
    return "means" in reading.classes("prepositions", preposition)


def is_on_lawful(reading: Reading, act: Act) -> bool:
    """Tell whether an act was done to what who did it says he may strike: "strikes on military targets"."""
    whole = set(range(act.head.left_edge.i, act.head.right_edge.i + 1))
    return any(entry.data["class"] == "lawful" for entry, _ in reading.within("acts", whole))


def is_aimed_at_foe(reading: Reading, act: Act, speaker: Speaker) -> bool:
    """Tell whether an act is said, by nobody named, to have been aimed at what is the adversary's, as only
    who did it says: "the strikes were aimed at Norlandic depots"."""
    verb = act.head.head
    aimed = act.head.dep_ == "nsubjpass" and any(e.data.get("aims") for e in reading.entries("acts", verb))
    foes = reading.adversaries(speaker.party) if aimed else []
    aims = [noun for prep, noun in prepositional_objects(verb) if reading.is_aim(prep)] if foes else []
    words = {token.i for noun in aims for token in noun.subtree}
    return any(m.start in words and m.party in foes for m in reading.mentions)


def is_answer(reading: Reading, act: Act) -> bool:
    """Tell whether an act is called an answer, which only who did it calls it: "the strikes were in
    retaliation for a raid", "were an answer to a raid", "were carried out in answer to a raid"."""
    beside = act.head.head.rights if act.head.dep_ in {"dobj", "nsubj"} else ()
    if any(child.dep_ == "oprd" and "answer" in reading.classes("denials", child) for child in beside):
        return True  # "called the raid a reply to a strike"
    subject = act.head.head if act.head.dep_ == "pobj" and act.head.head.head.dep_ == "nsubj" else act.head
    subject = subject.head if subject != act.head else subject
    verb = subject.head
    if subject.dep_ == "nsubjpass":
        told = "perform" in reading.classes("acts", verb)
    else:
        told = subject.dep_ == "nsubj" and verb.pos_ == "AUX"
    after = [noun for _, noun in prepositional_objects(verb)]
    after += [child for child in verb.rights if child.dep_ == "attr"]
    done = [c for c in act.head.rights if c.dep_ == "acl" and "perform" in reading.classes("acts", c)]
    told = told or bool(done)  # "a strike, delivered in answer to a raid"
    after += [noun for participle in done for _, noun in prepositional_objects(participle)]
    return told and any("answer" in reading.classes("denials", noun) for noun in after)


def says_untrue(reading: Reading, voice: Voice, sentence: Span) -> bool:
    """Tell whether what is said is that something is not so: "the report was false", "false reports"."""
    scope = set(voice.indices) & set(range(sentence.start, sentence.end))
    if voice.said.kind == "spreads":
        return False  # it is another who calls it untrue
    return judges_charge(reading, voice) or any(
        entry.data["class"] == "denial"
        and not (span.start > 0 and "no" in reading.classes("negation", span[0].nbor(-1)))
        and not any(
            "no" in reading.classes("negation", word) for word in span.root.lefts if word.i < span.start - 1
        )
        and not is_of_noun(voice, span)
        and (
            len(span) > 1
            or is_predicate(span.root)
            or "charge" in reading.classes("denials", span.root.head)
            or (voice.said.kind == "calls" and is_name_given(voice, span))
            or (span.root.pos_ != "VERB" and span.root.head.i not in voice.indices)  # "A lie" was the answer
        )
        for entry, span in reading.within("denials", scope)
    )


def judges_charge(reading: Reading, voice: Voice) -> bool:
    """Tell whether a charge is called something, or denounced, that nobody calls what he grants: "termed the
    accusation outlandish", "denounced the allegation as a ploy"."""
    cue = voice.said.cue.root
    if voice.said.kind not in ("calls", "finds") and not has_trait(voice.said, "names_act"):
        return False  # "levelled the same accusation at the other"
    below = [cue, *(child for child in cue.rights if child.dep_ == "ccomp")]  # "found the accusation absurd"
    things = (c for word in below for c in word.children if c.dep_ in {"dobj", "nsubj"} and c.i > cue.i)
    charges = [t for t in things if any(e.id == "accusation" for e in reading.entries("denials", t))]
    after = {i for charge in charges for i in range(charge.i + 1, cue.sent.end)} & voice.indices
    told = [reading.doc[i] for i in after if reading.doc[i].pos_ in {"ADJ", "NOUN", "VERB"}]
    return bool(told) and not any(
        entry.data["class"] == "credible" for entry, _ in reading.within("denials", after)
    )


def is_of_noun(voice: Voice, span: Span) -> bool:
    """Tell whether words stand by a noun of saying outside any clause that it tells, so that another calls it
    so: "called the report of a raid untrue"."""
    noun = voice.said.cue.root
    clauses = (word for word in (span.root, *span.root.ancestors) if word.pos_ in VERBS)
    beside = noun.pos_ == "NOUN" and noun.is_ancestor(span.root)
    return beside and not any(noun.is_ancestor(verb) for verb in clauses)


def is_name_given(voice: Voice, span: Span) -> bool:
    """Tell whether words are what something is called, wherever the parser hung them: "called false the
    claim that …", "called the claim that … a lie"."""
    last = max(i for i in voice.indices if not span.doc[i].is_punct and not span.doc[i].is_space)
    return span.start == voice.said.cue.end or span.end == last + 1


def is_predicate(word: Token) -> bool:
    """Tell whether a word says something of a subject: after "is" or "as", or as a passive."""
    if word.pos_ == "VERB":
        return is_passive(word)
    if word.pos_ == "ADJ" and not is_attribute(word):
        return True
    node = word
    while node.dep_ == "conj":
        node = node.head
    return node.dep_ in {"acomp", "attr", "oprd", "pobj", "ROOT", "ccomp", "appos"}
