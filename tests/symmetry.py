"""Compares the claims of a document with those found when the two sides have changed places in it.

A statistical parser may read a sentence otherwise when a name in it changes. So a document can be compared
twice: with the parser's own reading of the swapped text, and with the reading of the first text carried over
to it word by word. What differs in the second is a fault of the rules or the data.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.attrs import DEP, HEAD, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc
from swapping import Swaps, read_swaps, swap_names

from pipeline.claims import extract
from pipeline.conflict import Conflict
from pipeline.predict import document_of
from pipeline.records import Claim, Document
from pipeline.sources import MARKED

READ = (TAG, POS, MORPH, DEP, HEAD)
Key = tuple[object, ...]


@dataclass(frozen=True)
class Comparison:
    """The claims that a swapped document must have, and where those found in it differ."""

    id: str
    claims: int
    missing: tuple[Key, ...]
    extra: tuple[Key, ...]

    @property
    def symmetric(self) -> bool:
        """Whether the claims are the swapped claims."""
        return not self.missing and not self.extra


def sample(swaps: Swaps) -> list[Document]:
    """Return the marked documents of a conflict in the sample, made ready for the swap; no unfair ones."""
    documents = [document_of(line) for line in sample_lines() if line["conflict"] == swaps.conflict.name]
    return [replace(one, text=swaps.prepared(one.text)) for one in documents if one.id not in swaps.unfair]


def sample_lines() -> list[dict[str, Any]]:
    """Return the marked documents of the sample as they stand in its files."""
    return [json.loads(line) for path in MARKED for line in path.open()]


def sample_size() -> int:
    """Return how many marked documents the sample has."""
    return len(sample_lines())


def all_swaps() -> list[Swaps]:
    """Return the swaps of all conflicts that have some."""
    return [read_swaps(name) for name in swap_names()]


def compare(document: Document, doc: Doc, swapped: Doc, swaps: Swaps) -> Comparison:
    """Return how the claims in a parsed text differ from those in the swapped one."""
    claims = found(document, doc, swaps.conflict)
    wanted = Counter(mirrored_key(claim, document.text, swaps) for claim in claims)
    again = replace(document, text=swapped.text)
    there = Counter(key(claim) for claim in found(again, swapped, swaps.mirrored))
    return Comparison(
        document.id, len(claims), tuple((wanted - there).elements()), tuple((there - wanted).elements())
    )


@cache
def found(document: Document, doc: Doc, conflict: Conflict) -> list[Claim]:
    """Return the claims of a document that is parsed already."""
    return extract(document, lambda text: doc, conflict)  # type: ignore[arg-type]


def share(done: Sequence[Comparison]) -> float:
    """Return the share of claims that are as they should be, 1 if there are none; one too many is wrong."""
    right = sum(one.claims - len(one.missing) for one in done)
    whole = sum(one.claims + max(0, len(one.extra) - len(one.missing)) for one in done)
    return right / whole if whole else 1


def key(claim: Claim) -> Key:
    """Return what is compared of a claim."""
    return (
        claim.span[0],
        claim.stance,
        claim.claimant,
        claim.accused,
        claim.category,
        claim.regions,
        claim.count,
        claim.unit,
        claim.bound,
        claim.date_from,
        claim.date_to,
    )


def mirrored_key(claim: Claim, text: str, swaps: Swaps) -> Key:
    """Return the same of the claim that must be found after the swap."""
    return key(
        replace(
            claim,
            span=(swaps.position(text, claim.span[0]), 0),
            claimant=str(swaps.other(claim.claimant)),
            accused=swaps.other(claim.accused),
            regions=tuple(sorted(swaps.regions.get(code, code) for code in claim.regions)),
        )
    )


def carried(doc: Doc, text: str, nlp: Language) -> Doc:
    """Return a swapped text with the parse of the first. Raises ValueError if their words do not match."""
    made = nlp.make_doc(text)
    made = made.from_array(list(READ), doc.to_array(list(READ)))
    for new, old in zip(made, doc, strict=True):
        if new.text == old.text:
            new.lemma_ = old.lemma_
        elif old.text.startswith(old.lemma_):  # "Norlanders" is "Norlander"
            new.lemma_ = new.text[: len(new.text) - len(old.text) + len(old.lemma_)]
        else:
            new.lemma_ = new.text.lower() if old.lemma_ == old.text.lower() else new.text
    return made


def carried_over(swaps: Swaps, nlp: Language) -> Iterator[Comparison]:
    """Yield the comparison of each document by the carried parse."""
    for document, doc in originals(swaps, nlp):
        yield compare(document, doc, carried(doc, swaps.swapped(document.text), nlp), swaps)


def read_anew(swaps: Swaps, nlp: Language) -> Iterator[tuple[Comparison, bool]]:
    """Yield the comparison of each document by the parser's own reading, and whether it was the same."""
    before = originals(swaps, nlp)
    after = parsed(nlp, [replace(one, text=swaps.swapped(one.text)) for one, _ in before])
    for (document, doc), swapped in zip(before, after, strict=True):
        yield compare(document, doc, swapped, swaps), same_reading(doc, swapped)


@cache
def originals(swaps: Swaps, nlp: Language) -> list[tuple[Document, Doc]]:
    """Return the documents of a conflict in the sample, each with its parsed text."""
    documents = sample(swaps)
    return list(zip(documents, parsed(nlp, documents), strict=True))


def parsed(nlp: Language, documents: Iterable[Document]) -> list[Doc]:
    """Return the parsed texts of documents."""
    return list(nlp.pipe((one.text for one in documents), batch_size=32))


def same_reading(one: Doc, other: Doc) -> bool:
    """Tell whether two texts of as many words were parsed alike."""
    return bool(len(one) == len(other) and (one.to_array(list(READ)) == other.to_array(list(READ))).all())
