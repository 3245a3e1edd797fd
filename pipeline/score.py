"""Compares claims with a gold set: how many were found, how many of them are right, and field by field.

`pairing` says which gold claim a predicted claim answers. An `optional` gold claim is neither asked for nor
wrong to make. The files are those that `predict` writes: an object a line, with `id` and a list of `claims`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.fields import NotReadable, parse_line, read_lines
from pipeline.pairing import FIELDS, Gold, pair, value

Documents = Mapping[str, Mapping[str, Any]]

LEVELS: Mapping[str, frozenset[str]] = {
    "claim": frozenset(),
    "who-against-whom": frozenset({"accused"}),
    "full": frozenset({"accused", "category", "regions"}),
}


class BadGold(Exception):
    """A file cannot be scored; the message names the file, the line and what is wrong with it."""


@dataclass
class Tally:
    """Counts over any number of documents; `reached` by level and `agreed` by field count matched pairs."""

    documents: int = 0
    gold: int = 0
    predicted: int = 0
    matched: int = 0
    reached: Counter[str] = field(default_factory=Counter)
    agreed: Counter[str] = field(default_factory=Counter)

    def add_pair(self, gold: Gold, predicted: Gold) -> None:
        """Count a matched pair."""
        same = {name for name in FIELDS if value(gold, name) == value(predicted, name)}
        self.matched += 1
        self.agreed.update(same)
        self.reached.update(level for level, needed in LEVELS.items() if needed <= same)

    def figures(self) -> dict[str, Any]:
        """Return the counts and what follows from them; None where there is nothing to divide by."""
        levels = {
            level: {
                "precision": ratio(self.reached[level], self.predicted),
                "recall": ratio(self.reached[level], self.gold),
                "f1": ratio(2 * self.reached[level], self.predicted + self.gold),
            }
            for level in LEVELS
        }
        return {
            "documents": self.documents,
            "gold": self.gold,
            "predicted": self.predicted,
            "matched": self.matched,
            "levels": levels,
            "fields": {name: ratio(self.agreed[name], self.matched) for name in FIELDS},
        }


@dataclass
class Score:
    """The tallies of a comparison, and the claims that were missed or are spurious: (document id, claim)."""

    total: Tally = field(default_factory=Tally)
    by_conflict: dict[str, Tally] = field(default_factory=dict)
    by_stance: dict[str, Tally] = field(default_factory=dict)
    missed: list[tuple[str, Gold]] = field(default_factory=list)
    spurious: list[tuple[str, Gold]] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        """Return the figures of the whole, and under `by` those of each conflict and stance."""
        groups = {"conflict": self.by_conflict, "stance": self.by_stance}
        by = {name: {key: group[key].figures() for key in sorted(group)} for name, group in groups.items()}
        return {**self.total.figures(), "by": by}


def compare(gold: Documents, predicted: Documents) -> Score:
    """Return the score of predicted documents; one that is not among them counts as one without claims.

    Raises BadGold if a predicted document is not in the gold set.
    """
    strangers = [name for name in predicted if name not in gold]
    if strangers:
        raise BadGold(f"The gold set holds no document {', '.join(map(repr, strangers[:5]))}.")
    score = Score()
    for name, document in gold.items():
        compare_document(score, name, document, predicted.get(name, {"claims": []})["claims"])
    return score


def compare_document(score: Score, name: str, document: Mapping[str, Any], predicted: list[Gold]) -> None:
    """Add what was found in one document to the score."""
    wanted: list[Gold] = document["claims"]
    pairs = pair(wanted, predicted)
    asked = [g for g, claim in enumerate(wanted) if not claim.get("optional")]
    made = [p for p in range(len(predicted)) if p not in pairs or pairs[p] in asked]
    conflict = score.by_conflict.setdefault(str(document.get("conflict", "?")), Tally())
    for tally in (score.total, conflict):
        tally.documents += 1
        tally.gold += len(asked)
        tally.predicted += len(made)
    for claims, chosen, count in ((wanted, asked, "gold"), (predicted, made, "predicted")):
        for index in chosen:
            tally = score.by_stance.setdefault(str(claims[index].get("stance")), Tally())
            setattr(tally, count, getattr(tally, count) + 1)
    found = {p: g for p, g in pairs.items() if g in asked}
    for p, g in found.items():
        for tally in (score.total, conflict, score.by_stance[str(wanted[g].get("stance"))]):
            tally.add_pair(wanted[g], predicted[p])
    score.missed += [(name, wanted[g]) for g in asked if g not in found.values()]
    score.spurious += [(name, predicted[p]) for p in made if p not in found]


def ratio(part: int, whole: int) -> float | None:
    """Return the ratio of two counts, None if the second is 0."""
    return part / whole if whole else None


def read_scored(paths: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """Return the documents of JSON Lines files, with their claims, by id. Raises BadGold."""
    documents: dict[str, dict[str, Any]] = {}
    for path in paths:
        try:
            with path.open("rb") as lines:
                for where, line in read_lines(lines, str(path)):
                    add_document(documents, line, where)
        except OSError as error:
            raise BadGold(f"{path}: It cannot be opened: {error.strerror or error}.") from error
    return documents


def add_document(documents: dict[str, dict[str, Any]], line: bytes, where: str) -> None:
    """Add the document of a line. Raises BadGold."""
    try:
        document = read_document(line)
        if document["id"] in documents:
            raise NotReadable(f"The id {document['id']!r} appears twice.")
    except NotReadable as error:
        raise BadGold(f"{where}: {error}") from error
    documents[document["id"]] = document


def read_named(line: bytes) -> dict[str, Any]:
    """Return one document, which has an id. Raises NotReadable."""
    document = parse_line(line)
    if not isinstance(document.get("id"), str):
        raise NotReadable("Its `id` is not a string.")
    return document


def read_document(line: bytes) -> dict[str, Any]:
    """Return one document with its claims. Raises NotReadable."""
    document = read_named(line)
    claims = document.get("claims")
    if not isinstance(claims, list) or not all(isinstance(claim, dict) for claim in claims):
        raise NotReadable("Its `claims` are not a list of objects.")
    for claim in claims:
        if not isinstance(claim.get("sentence"), str):
            raise NotReadable("One of its claims has no `sentence`.")
        regions = claim.get("regions") or []
        if not isinstance(regions, list) or not all(isinstance(code, str) for code in regions):
            raise NotReadable("The `regions` of one of its claims are not a list of strings.")
    return document
