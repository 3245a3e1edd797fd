"""What a claim's words say of its act: where, when and what was hit, if need be by the sentences before
it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b

from pipeline.conflict import Conflict, load_conflict
from pipeline.conflict_choice import conflict_of
from pipeline.conflict_lists import Agreement
from pipeline.disputes.bodies import speakers
from pipeline.disputes.days import LATE, STRETCH
from pipeline.disputes.marks import Found, found_in, words_of
from pipeline.disputes.named import Named, named
from pipeline.disputes.portions import is_part, total_of
from pipeline.disputes.records import MANY, Evidence, Report, Statement
from pipeline.disputes.terms import terms_of
from pipeline.place_names import loosen
from pipeline.records import Claim, Document

SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"‘])|\n+")
PARAGRAPH = "\n\n"


def statements(report: Report) -> list[Statement]:
    """Return the claims of a report, each with what its words say of its act."""
    document = report.document
    conflict = load_conflict(document.conflict or conflict_of(document.text))
    opening = f"{document.title}\n{document.text.split(PARAGRAPH)[0]}"
    beginning = blake2b(opening.encode(), digest_size=8).hexdigest()
    speaking = speakers(report.claims, conflict.name)
    return [
        Statement(
            key=(document.id, index),
            claim=claim,
            evidence=evidence(claim, document, conflict),
            words=words_of(claim.sentence),
            published=document.published,
            paragraph=document.text.count(PARAGRAPH, 0, claim.span[0]),
            agreement=held.name if (held := truce(claim, document.published, conflict)) else None,
            conflict=conflict.name,
            speaker=speaker,
            beginning=beginning,
            stretch=stretch(document.published, held.start if held else None),
        )
        for index, (claim, speaker) in enumerate(zip(report.claims, speaking, strict=True))
    ]


def stretch(published: date | None, since: date | None) -> int:
    """Return which stretch of days a report falls in, counted from the start of a truce if there is one."""
    return (published - (since or date.min)) // STRETCH if published else -1


def evidence(claim: Claim, document: Document, conflict: Conflict) -> Evidence:
    """Return what a claim's sentence says of its act, with what it leaves to the sentences before it."""
    own = named(claim.sentence, conflict, claim.speaker or "", claim.regions)
    terms = terms_of(claim.sentence, conflict, claim.speaker or "")
    names = terms.names - {loosen(word) for word in own.region_words}
    found = found_in(claim.sentence)
    regions = frozenset(claim.regions)
    start, end = days(claim)
    if start is None and ("since" in found.marks or counts_new_truce(claim, document, conflict)):
        start, end = since(claim, document, conflict)
    telling = names - {loosen(name) for name in own.region_names}
    general = "general" in found.marks and not (own.towns or telling)
    further = "further" in found.marks
    towns = frozenset(f"{region}/{name}" for name, region in own.towns if region in regions)
    things, wide, kinds, borrowed = found.things, found.wide, found.kinds, False
    kept = (claim.stance, claim.category) == ("denies", "energy_strike") and "truce" in found.marks
    at_large = (kept or of_truce(claim, found)) and not things
    several = claim.stance == "admits" and "several" in found.marks
    if not (general or at_large or several or towns or regions) and (claim.count is None or things):
        told = [(named(before, conflict), found_in(before)) for before in sentences_before(document, claim)]
        told = [(there, more) for there, more in told if names_place(there) or more.things]
        told = [(there, more) for there, more in told if fits(claim, found, more, there)]
        # "The school" is the one named with its place, however near the name of another place stands.
        same = [(there, more) for there, more in told if things & more.things and names_place(there)]
        for there, more in (same or told)[:1]:
            towns = frozenset(f"{region}/{name}" for name, region in there.towns)
            regions = frozenset(region for _, region in there.towns) | (
                there.regions if not there.towns else frozenset()
            )
            things, wide, kinds = things or more.things, wide | more.wide, kinds | more.kinds
            borrowed = True
    places, words = towns | regions | own.seats, terms.words - found.words
    one_act = bool(terms.weapons and claim.date_from)  # wherever it was
    return Evidence(
        regions=regions,
        towns=towns,
        things=things,
        wide=wide,
        kinds=kinds,
        start=start,
        end=end,
        seats=own.seats,
        names=names,
        words=words,
        weapons=terms.weapons,
        story=story(document, conflict),
        borrowed=borrowed,
        general=general or (not one_act and bare(claim, found, places | things | telling, words)),
        further=further,
        same="same" in found.marks,
        joint="joint" in found.marks,
        other_way="other-way" in found.marks,
        told="told" in found.marks,
        newer="newer" in found.marks,
        early="early" in found.marks and "late" not in found.marks,
        late="late" in found.marks and "early" not in found.marks,
        several=several,
        reprisal="reprisal" in found.marks,
        formerly="formerly" in found.marks,
        part=claim.count is not None and is_part(claim.sentence, claim.count),
        one_of=total_of(claim.sentence),
        own_things=bool(found.things) or not borrowed,
    )


def names_place(there: Named) -> bool:
    """Return whether a text names a town or a region."""
    return bool(there.towns or there.regions)


def bare(claim: Claim, found: Found, named: frozenset[str], words: frozenset[str]) -> bool:
    """Return whether a claim speaks of acts at no one place: a charge of breaking the truce as such."""
    if named or claim.count is not None or "told" in found.marks:
        return False
    return of_truce(claim, found) or (bool(found.wide) and len(words) < 2)


def of_truce(claim: Claim, found: Found) -> bool:
    """Return whether a claim is of a truce that was broken or kept, and says so itself."""
    return claim.category == "ceasefire_violation" and "truce" in found.marks


@lru_cache(maxsize=1_000)
def story(document: Document, conflict: Conflict) -> frozenset[str]:
    """Return the telling words of what a report is about: its title and its first paragraph."""
    text = f"{document.title}. {document.text.split(PARAGRAPH)[0]}"
    terms, found, places = terms_of(text, conflict), found_in(text), named(text, conflict)
    towns = frozenset(name for name, _ in places.towns)
    return terms.names | (terms.words - found.words) | found.things | towns | places.regions


def fits(claim: Claim, own: Found, more: Found, there: Named) -> bool:
    """Return whether a claim may speak of the place and thing that an earlier sentence names."""
    energy = "energy" in more.kinds
    if claim.category == "other_strike" and energy and claim.stance == "alleges" and claim.accused:
        return False
    if claim.category == "energy_strike" and not energy and (more.things or not own.things):
        return False
    return not (own.things and more.things and not own.things & more.things)


def days(claim: Claim) -> tuple[date | None, date | None]:
    """Return the days of an act; days in the wrong order are as good as none."""
    start, end = claim.date_from or claim.date_to, claim.date_to or claim.date_from
    return (start, end) if start and end and start <= end else (None, None)


def since(claim: Claim, document: Document, conflict: Conflict) -> tuple[date | None, date | None]:
    """Return the days from the start of the truce in force to the day of the report."""
    held = truce(claim, document.published, conflict)
    return (held.start, document.published) if held else (None, None)


def counts_new_truce(claim: Claim, document: Document, conflict: Conflict) -> bool:
    """Return whether a claim counts the breaches of a truce that is so new that no day need be given."""
    if claim.category != "ceasefire_violation" or (claim.count or 0) < MANY or claim.regions:
        return False
    held = truce(claim, document.published, conflict)
    return held is not None and document.published is not None and document.published - held.start <= LATE


def sentences_before(document: Document, claim: Claim) -> Iterator[str]:
    """Yield the sentences before a claim, the nearest first, from its paragraph and the one before; the
    title."""
    before = document.text[: claim.span[0]]
    paragraphs = [part for part in before.split("\n\n") if part.strip()]
    at_start = before.endswith("\n\n") or not before
    near = paragraphs[-1:] if at_start else paragraphs[-2:]
    for paragraph in reversed(near):
        yield from reversed([part for part in SENTENCE.split(paragraph) if part.strip()])
    yield document.title
    if paragraphs and paragraphs[0] not in near:
        yield paragraphs[0]


def truce(claim: Claim, published: date | None, conflict: Conflict) -> Agreement | None:
    """Return the truce that was in force when a claim was reported, the newest of several."""
    if published is None:
        return None
    held = [
        one
        for one in conflict.agreements
        if one.start <= published
        and (one.end is None or published <= one.end + timedelta(days=2))
        and (one.scope == "all" or claim.category == "energy_strike")
    ]
    return max(held, key=lambda one: one.start) if held else None
