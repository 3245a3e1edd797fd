"""Finds when an alleged act is said to have happened, and keeps it apart from the day on which somebody said so.

Words become days in `timegrammar`; here the parse decides whose days they are. A date belongs to the act if it hangs on
the act or on what governs it; to the saying if it hangs on the cue, stands next to it, or dates a statement; to
neither if it dates something else ("the truce of 18 March").
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from spacy.tokens import Span, Token

from pipeline.phrases import phrase_table, plain
from pipeline.timegrammar import RULES, Now, rewrite
from pipeline.timewords import YEAR, Days, Item, items_of

NAMED = {"day", "days", "weekday", "coarse", "same", "clock"}
SCENE = 9  # the loosest tie of a date to an act
PLAIN_VERBS = {"VERB", "AUX"}
CLAUSES = {"relcl", "ccomp", "advcl", "acl", "parataxis"}
DATELINE = (
    9  # how many words into a sentence a dateline's date may stand: "KYIV, Ukraine, March 19 (Agency) -"
)


@dataclass(frozen=True)
class DateMention:
    """A time expression: token indices of the document, and the days that it means, both None if it has none.

    `kind`: "day", "days", "weekday", "same" ("that day"), "coarse" (month, year), "window", "span", "since", "until".
    """

    start: int
    end: int
    date_from: date | None
    date_to: date | None
    kind: str = "day"


def date_mentions(sentence: Span, anchor: date | None) -> list[DateMention]:
    """Return the time expressions of a sentence in text order, counted from `anchor`, the day on which it was said."""
    items = items_of(sentence)
    years = {item.value for item in items if item.code == "Y"}
    now = Now(anchor, years.pop() if len(years) == 1 else None, sentence.doc)
    for rule in RULES:
        items = rewrite(items, rule, now)
    return list(with_that_day(item for item in items if item.code == "D"))


def with_that_day(items: Iterator[Item]) -> Iterator[DateMention]:
    """Yield the dates as mentions, "that day" being the day named before it."""
    named: Days | None = None
    for item in items:
        days: Days = item.value
        if days.kind == "same" and named is not None:
            days = named
        elif days.kind in {"day", "weekday"} and days.start is not None:
            named = days
        yield DateMention(item.start, item.end, days.start, days.end, days.kind)


def statement_day(sentence: Span, cue: Token | None, anchor: date | None) -> date | None:
    """Return the day of saying if the sentence gives it ("said on Friday", a dateline), else None."""
    found: list[tuple[bool, bool, int, date]] = []
    for mention in date_mentions(sentence, anchor):
        day = mention.date_from
        if day is None or day != mention.date_to or mention.kind == "clock":
            continue
        dateline = is_dateline(mention, sentence)
        if dateline or of_saying(mention, cue, None):
            near = cue is not None and not dateline and beside(mention, cue)
            distance = abs(mention.start - cue.i) if cue is not None else mention.start
            found.append((not near, dateline, distance, day))
    return min(found)[-1] if found else None


def act_dates(sentence: Span, act: Token, cue: Token | None, anchor: date | None) -> DateMention | None:
    """Return when the act headed by the token `act` is said to have happened, or None if the sentence does not say.

    `cue` is the word by which somebody says it, None where the statement only goes on. `anchor` is the day from which
    relative words count where the sentence gives no day of saying: that of the statement, if an earlier sentence
    gave it, else the publication's. Never the day of saying itself.
    """
    day = statement_day(sentence, cue, anchor) or anchor
    mentions = date_mentions(sentence, day)
    ranked: list[tuple[int, int, DateMention]] = []
    for mention in mentions:
        if mention.date_from is None or mention.kind == "until" or is_dateline(mention, sentence):
            continue
        if of_saying(mention, cue, act):
            if sets_scene(mention, sentence, day):
                ranked.append((SCENE, 0, mention))
            continue
        mention = since_clause(mention, sentence, day)
        if mention.kind == "clock":
            continue
        rank = closeness(mention, act, cue)
        if rank is not None:
            ranked.append((rank, abs(governed(mention, act) - act.i), mention))
    if not ranked:
        return None
    found = min(ranked, key=lambda each: each[:2])[2]
    return up_to(found, mentions)


def sets_scene(mention: DateMention, sentence: Span, day: date | None) -> bool:
    """Return whether a sentence opens with a month or year long past: "In May 2023 they charged the army with …"."""
    if (
        mention.kind != "coarse"
        or mention.start - sentence.start > 1
        or day is None
        or mention.date_to is None
    ):
        return False
    return (day - mention.date_to).days > 31 and any(
        YEAR.fullmatch(t.text) for t in sentence.doc[mention.start : mention.end]
    )


def up_to(found: DateMention, mentions: list[DateMention]) -> DateMention:
    """Let "since 25 March" end where the sentence says "by 16 April"."""
    if found.kind != "since" or found.date_from is None:
        return found
    for mention in mentions:
        if mention.kind == "until" and mention.date_to is not None and mention.date_to >= found.date_from:
            return replace(found, date_to=mention.date_to)
    return found


def governed(mention: DateMention, act: Token) -> int:
    """Return where a mention stands for the distance to the act: its nearer end."""
    return mention.start if mention.start > act.i else mention.end - 1


@cache
def coded(codes: str) -> frozenset[str]:
    """Return the single words of time.toml with one of the codes."""
    table, _ = phrase_table("time")
    return frozenset(
        key[0] for key, phrase in table.items() if len(key) == 1 and phrase.entry.data["code"] in codes
    )


@cache
def dated(role: str) -> frozenset[str]:
    """Return the single words of dated.toml with a role, in all their forms."""
    table, _ = phrase_table("dated", inflected=True)
    return frozenset(
        key[0] for key, phrase in table.items() if len(key) == 1 and phrase.entry.data["role"] == role
    )


def root_of(mention: DateMention, sentence_doc: Token) -> Token:
    """Return the head word of a mention."""
    root: Token = sentence_doc.doc[mention.start : mention.end].root
    return root


def governor(mention: DateMention, token: Token) -> Token:
    """Return the word that a mention dates: what its head hangs on, past prepositions."""
    here = root_of(mention, token)
    while here.head != here and (
        here.head.dep_ in {"prep", "agent"} or mention.start <= here.head.i < mention.end
    ):
        here = here.head
    return here.head


def leads(mention: DateMention, token: Token) -> list[Token]:
    """Return the prepositions between a mention and the word that it dates."""
    here, found = root_of(mention, token), []
    while here.head != here and here.head.dep_ in {"prep", "agent"}:
        here = here.head
        if not mention.start <= here.i < mention.end:
            found.append(here)
    return found


def is_window(mention: DateMention) -> bool:
    """Return whether the words mean a stretch of time in which acts are counted, and so no day of saying."""
    return mention.kind in {"since", "span"} or (
        mention.kind == "window" and mention.date_from != mention.date_to
    )


def of_saying(mention: DateMention, cue: Token | None, act: Token | None) -> bool:
    """Return whether a mention is the day of saying: of the cue, of another word of reporting, or of a statement."""
    token = cue or act
    if token is None:
        return False
    if cue is not None and cue.pos_ in {*PLAIN_VERBS, "NOUN"} and beside(mention, cue):
        return True
    if is_window(mention):
        return False
    head = governor(mention, token)
    if head not in (act, cue) and is_saying(head):
        # "the truce announced on 30 March" is no day of the statement, nor one of the act.
        return act is not None or head.dep_ not in {"acl", "relcl"}
    if cue is None or (act is not None and inside_statement(mention, cue, act)):
        return False
    if act is not None and cue.i < act.i < mention.start and head == cue and cue.pos_ in PLAIN_VERBS:
        # "accused them of shelling the port on Friday": the parser often hangs the day on the first verb.
        return any(token.text == "," for token in cue.doc[act.i : mention.start])
    return with_cue(head, cue, act)


def is_saying(head: Token) -> bool:
    """Return whether a word is a verb of reporting, or the noun of a statement."""
    if head.pos_ in PLAIN_VERBS:
        return plain(head.text) in dated("saying") | dated("accusing")
    return head.pos_ == "NOUN" and plain(head.text) in dated("statement")


def with_cue(head: Token, cue: Token, act: Token | None) -> bool:
    """Return whether a word stands in the clause of the cue, or in one coordinated with it, outside of what is said."""
    saying = {cue, *(token for token in cue.conjuncts if token != act)}
    here = head
    while here not in saying:
        if (
            here.head == here
            or here == act
            or here.dep_ in CLAUSES
            or (act is not None and act in here.subtree)
        ):
            return False
        here = here.head
    return True


def beside(mention: DateMention, cue: Token) -> bool:
    """Return whether a mention stands next to the cue, with no more than a preposition or a pronoun between."""
    doc = cue.doc
    if mention.end <= cue.i:
        between = doc[mention.end : cue.i]
        return all(token.pos_ in {"AUX", "ADV", "PART"} for token in between)
    between = doc[cue.i + 1 : mention.start]
    return all(token.pos_ in {"ADP", "ADV"} or token.dep_ == "prt" for token in between)


def inside_statement(mention: DateMention, cue: Token, act: Token) -> bool:
    """Return whether a date stands, by its place, in what is said: before an interposed cue, or "…, between 1 and 3 May, he said"."""
    if act.i < mention.start and mention.end <= cue.i and not is_saying(governor(mention, act)):
        return any(token.text == "," for token in cue.doc[mention.end : cue.i])
    return interposed(mention, cue, act)


def interposed(mention: DateMention, cue: Token, act: Token) -> bool:
    """Return whether the cue is put into the statement after its date: "Before dawn, he said, they attacked"."""
    if not mention.end <= cue.i < act.i:
        return False
    doc = cue.doc
    commas = [token.i for token in doc[mention.end : act.i] if token.text == ","]
    if not commas or commas[0] != mention.end:
        return False
    after = [comma for comma in commas if comma > cue.i]
    return (
        bool(after)
        and doc[after[0] - 1].pos_ != "SCONJ"
        and not any(token.dep_ == "mark" and token.head.dep_ == "ccomp" for token in doc[cue.i : after[0]])
    )


def is_dateline(mention: DateMention, sentence: Span) -> bool:
    """Return whether a mention is that of a dateline: "MOSCOW, March 19 - ", "KYIV, March 19 (Agency) -"."""
    if mention.start - sentence.start > DATELINE or not any(
        token.is_upper and len(token) > 2 for token in sentence[:2]
    ):
        return False
    following = sentence.doc[mention.end : mention.end + 5]
    return len(following) > 0 and (following[0].text in {"-", "–", "—", "--", "(", ".—"})


def since_clause(mention: DateMention, sentence: Span, day: date | None) -> DateMention:
    """Let a date inside a since-clause begin a stretch: "since it began on May 8"."""
    if (
        mention.kind not in {*NAMED, "window"}
        or mention.date_from is None
        or day is None
        or mention.date_from > day
    ):
        return mention
    token = since_of(mention, sentence[0])
    if token is None:
        return mention
    return replace(
        mention,
        start=min(token.i, mention.start),
        end=max(token.i + 1, mention.end),
        date_to=day,
        kind="since",
    )


def since_of(mention: DateMention, token: Token) -> Token | None:
    """Return the "since" of the phrase or clause in which a mention stands."""
    here = root_of(mention, token)
    for _ in range(6):
        if here.head == here:
            return None
        here = here.head
        if plain(here.text) in coded("s"):
            return here
        if here.pos_ in PLAIN_VERBS:
            return next(
                (
                    child
                    for child in here.children
                    if plain(child.text) in coded("s")
                    and child.dep_ in {"mark", "prep", "advmod"}
                    and child.i < mention.start
                ),
                None,
            )
    return None


def closeness(mention: DateMention, act: Token, cue: Token | None) -> int | None:
    """Return how closely a mention hangs on the act: 0 on it, 1 on what governs it, more for looser ties; None: not."""
    head = head_of(mention, act)
    led = [plain(token.text) for token in leads(mention, act)]
    if any(word in coded("Bl") for word in led) or (led and led[0] in coded("o") and head != act):
        return None
    if cue is not None and interposed(mention, cue, act):
        return 1
    if mention.kind == "since" and (
        is_ranked(head) or (head == cue and plain(head.text) in dated("accusing"))
    ):
        return None
    above = [act, *act.ancestors]
    rank, here = 0, head
    while here not in above:
        if dates_another(here, mention, act):
            return None
        if here.head == here:
            return 5
        step = step_up(here, act, above)
        if step is None:
            return None
        rank, here = max(rank, step), here.head
    if cue is not None and here != act and reported(cue, above[: above.index(here)]):
        return None
    return max([rank, *(STEPS_DOWN.get(token.dep_, 1) for token in above[: above.index(here)])])


def reported(cue: Token, below: list[Token]) -> bool:
    """Return whether a date stands outside of a statement that is itself the object of its clause.

    "On Friday he brushed aside the assertion that they had attacked" dates the brushing; "nine died on Friday, which
    he blames on an attack" dates the attack.
    """
    if cue not in below or cue.pos_ in PLAIN_VERBS:
        return False
    return not any(token.dep_ in {"relcl", "advcl", "parataxis"} for token in below[below.index(cue) :])


STEPS_DOWN = {"conj": 2, "relcl": 3, "acl": 3, "advcl": 3, "appos": 3, "parataxis": 3, "ccomp": 4}


def step_up(here: Token, act: Token, above: list[Token]) -> int | None:
    """Return how far one step up the parse leads from the act; None where it leaves the act's own time."""
    if here.dep_ == "conj":
        return 2
    if here.dep_ in {"relcl", "acl"}:
        # "an assault that began on Sunday", "the missile that hit the port on Friday was fired from the hills"
        if here.head == act or (act in here.head.ancestors and plain(here.text) in dated("happening")):
            return None if dates_event(here.head) else 1
        if here.dep_ == "acl":
            return 2
        return (
            3
            if here.head.dep_ in {"nsubj", "nsubjpass"} and here.head.head in above and is_weapon(here.head)
            else None
        )
    if here.dep_ == "advcl" and here.pos_ in PLAIN_VERBS:
        return 2 if any(plain(child.text) in dated("while") for child in here.children) else None
    if here.dep_ == "ccomp" and here.head not in above:
        return None
    return 0


def dates_event(noun: Token) -> bool:
    """Return whether a noun is an event that acts are set against: a truce, a summit."""
    return plain(noun.text) in dated("event")


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
    """Return whether a noun is counted or graded, so that its "since" is no time of an act: "the first raid since May"."""
    while head.pos_ == "NOUN":
        if any(
            child.tag_ in {"JJS", "RBS"} or plain(child.text) in dated("ordinal") for child in head.children
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
    """Return whether a mention dates an event that is not the act: "the truce of 18 March", "the talks on Monday"."""
    if noun == act or noun.pos_ not in {"NOUN", "PROPN"} or plain(noun.text) not in dated("event"):
        return False
    led = leads(mention, act)
    return noun.dep_ not in {"dobj", "nsubjpass"} or not led or plain(led[0].text) not in coded("i")
