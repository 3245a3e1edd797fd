"""Tells how closely a date hangs on an act, by the parse: on it, on what governs it, or only near it."""

from spacy.tokens import Token

from pipeline.datewords import DateMention, coded, dated, governor, leads
from pipeline.phrases import phrase_table, plain
from pipeline.sayingdays import PLAIN_VERBS, ends_subject, inside_statement, interposed, is_saying

OWN = {"nsubj", "nsubjpass", "aux", "auxpass"}
STEPS_DOWN = {"conj": 2, "relcl": 3, "acl": 3, "advcl": 3, "appos": 3, "parataxis": 3, "ccomp": 4}
LOOSE = 3  # in a clause of its own
UNATTACHED = 5  # a date in the same sentence that the parser did not connect with the act


def closeness(mention: DateMention, act: Token, cue: Token | None) -> int | None:
    """Return how closely a mention hangs on the act: 0 on it, 1 on what governs it, more for looser ties;
    None: not.
    """
    head = head_of(mention, act)
    led = [plain(token.text) for token in leads(mention, act)]
    of = bool(led) and led[0] in coded(
        "o"
    )  # what follows "of" belongs to a noun: "broke the truce of 18 March"
    if any(word in coded("Bl") for word in led) or (of and (head != act or act.pos_ in PLAIN_VERBS)):
        return None
    if cue is not None and (
        interposed(mention, cue, act)
        or (head == cue and inside_statement(mention, cue, act))
        or ends_subject(mention, head, act)
    ):
        return 1
    if mention.kind == "since" and (
        is_ranked(head)
        or (act.dep_ == "dobj" and act.head == head and is_ranked(act))
        or (head == cue and plain(head.text) in dated("accusing") and not head.i < act.i < mention.start)
    ):
        return None
    above = [act, *act.ancestors]
    rank, here = 0, head
    lasting = mention.kind == "since" and act.tag_ == "VBN" and act.i < mention.start
    lasting &= any(child.dep_ == "aux" for child in act.lefts)
    while here not in above:
        if dates_another(here, mention, act):
            return UNATTACHED if lasting else None  # "has broken the truce that they declared since Sunday"
        if here.head == here:
            return None if apart(mention, act) else UNATTACHED
        step = step_up(here, act, above)
        if step is None:
            return UNATTACHED if lasting else None
        rank, here = max(rank, step), here.head
    if cue is not None and here != act and reported(cue, above[: above.index(here)]):
        return None
    rank = max([rank, *(STEPS_DOWN.get(token.dep_, 1) for token in above[: above.index(here)])])
    return None if rank >= LOOSE and apart(mention, act) else rank


def apart(mention: DateMention, act: Token) -> bool:
    """Return whether a semicolon or a full stop parts a date from the act."""
    between = act.doc[mention.end : act.i] if mention.end <= act.i else act.doc[act.i + 1 : mention.start]
    return any(token.text in {";", "."} for token in between)


def reported(cue: Token, below: list[Token]) -> bool:
    """Return whether a date stands outside of a statement that is itself the object of its clause.

    "On Friday he brushed aside the assertion that they had attacked" dates the brushing; "nine died on
    Friday, which he blames on an attack" dates the attack.
    """
    if cue not in below or cue.pos_ in PLAIN_VERBS:
        return False
    return not any(token.dep_ in {"relcl", "advcl", "parataxis"} for token in below[below.index(cue) :])


def step_up(here: Token, act: Token, above: list[Token]) -> int | None:
    """Return how far one step up the parse leads from the act; None where it leaves the act's own time."""
    if here.dep_ == "conj":
        # "attacked a depot and shelled a town on Friday" shares its day; a clause with its own subject or
        # tense does not.
        return None if any(child.dep_ in OWN for child in here.children) else 2
    if here.dep_ in {"relcl", "acl"}:
        # "an assault that began on Sunday", "the missile that hit the port on Friday was fired from the
        # hills"
        if here.head == act or (act.is_ancestor(here.head) and plain(here.text) in dated("happening")):
            return None if dates_event(here.head) else 1
        if here.dep_ == "acl":
            return 2
        return (
            3
            if here.head.dep_ in {"nsubj", "nsubjpass"} and here.head.head in above and is_weapon(here.head)
            else None
        )
    if here.dep_ == "advcl" and here.pos_ in PLAIN_VERBS:
        if here.tag_ == "VBG" and plain(here.text) in dated(
            "happening"
        ):  # "starting on Friday, they attacked"
            return 1
        return 2 if any(plain(child.text) in dated("while") for child in here.children) else None
    if here.dep_ == "ccomp":
        if here.head not in above or (is_saying(here.head) and not carries_on(here.head, above)):
            return None
        return LOOSE
    return 0


def head_of(mention: DateMention, act: Token) -> Token:
    """Return the word that a mention dates; for "since it began on May 8", what the whole clause hangs on."""
    first = act.doc[mention.start]
    if (
        mention.kind == "since"
        and plain(first.text) in coded("s")
        and first.dep_ in {"prep", "mark", "advmod"}
    ):
        return first.head if first.dep_ == "prep" else first.head.head
    return governor(mention, act)


def is_ranked(head: Token) -> bool:
    """Return whether a noun is counted or graded, so that its "since" is no time of an act: "the first raid
    since May".
    """
    while head.pos_ == "NOUN":
        if any(
            child.tag_ in {"JJS", "RBS"} or plain(child.text) in dated("ordinal")
            for child in (
                *head.children,
                *(word for each in head.lefts if each.dep_ == "amod" for word in each.lefts),
            )
        ):
            return True
        if head.dep_ != "pobj" or head.head.head.pos_ != "NOUN":
            return False
        head = head.head.head
    return False


def is_weapon(noun: Token) -> bool:
    """Return whether a noun is a weapon of units.toml."""
    phrase = phrase_table("units", inflected=True)[0].get((plain(noun.text),))
    return phrase is not None and phrase.entry.data["kind"] == "weapon"


def dates_another(noun: Token, mention: DateMention, act: Token) -> bool:
    """Return whether a mention dates an event that is not the act: "the truce of 18 March", "the talks on
    Monday".
    """
    if noun == act or noun.pos_ not in {"NOUN", "PROPN"} or plain(noun.text) not in dated("event"):
        return False
    led = leads(mention, act)
    return noun.dep_ not in {"dobj", "nsubjpass"} or not led or plain(led[0].text) not in coded("i")


def carries_on(saying: Token, above: list[Token]) -> bool:
    """Return whether an act is a participle that the parser hung on the verb of saying.

    "The raid began on Friday, they said, damaging a gate and hitting a camp" has one day.
    """
    for token in above:
        if token.dep_ == "advcl" and token.tag_ == "VBG" and token.head == saying:
            return True
        if token.dep_ != "conj":
            return False
    return False


def dates_event(noun: Token) -> bool:
    """Return whether a noun is an event that acts are set against: a truce, a summit."""
    return plain(noun.text) in dated("event")
