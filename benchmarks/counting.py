"""Measures the unit and the bound of counts against marks made by hand, which the gold set does not hold.

`tests/data/counted.tsv` names a counted gold claim by its document, its place among the document's claims
and the beginning of the SHA-256 of its sentence; `unit` is an id of units.toml, `bound` as in a `Claim`.
"""

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.pairing import pair
from pipeline.score import ratio

MARKS = Path(__file__).resolve().parent.parent / "tests" / "data" / "counted.tsv"

Documents = Mapping[str, Mapping[str, Any]]


@dataclass
class Counting:
    """How many claims with marks were found with the right number, and had the unit and bound right."""

    marked: int = 0
    counted: int = 0
    unit: int = 0
    bound: int = 0

    def figures(self) -> dict[str, Any]:
        """Return the counts, and the shares of right units and bounds."""
        shares = {"unit": ratio(self.unit, self.counted), "bound": ratio(self.bound, self.counted)}
        return {"marked": self.marked, "counted": self.counted, **shares}

    def sentence(self) -> str:
        """Return the figures as a sentence of Markdown."""
        unit, bound = (f"{ratio(right, self.counted) or 0:.3f}" for right in (self.unit, self.bound))
        return (
            f"Of {self.marked} claims with a number marked by hand, {self.counted} were found with it; "
            f"of these the unit is right in {unit}, exact, minimum or maximum in {bound}."
        )


def counting(gold: Documents, predicted: Documents) -> Counting:
    """Compare predicted units and bounds with the marks. Raises ValueError if a marked sentence changed."""
    found = Counting()
    with MARKS.open(encoding="utf-8", newline="") as lines:
        for mark in csv.DictReader(lines, delimiter="\t"):
            document, index = gold[mark["document"]], int(mark["claim"])
            sentence = document["claims"][index]["sentence"]
            if hashlib.sha256(sentence.encode()).hexdigest()[:8] != mark["sentence"]:
                raise ValueError(
                    f"{MARKS.name}: claim {index} of {mark['document']} has another sentence now."
                )
            found.marked += 1
            claims = predicted[mark["document"]]["claims"]
            claim = next((claims[p] for p, g in pair(document["claims"], claims).items() if g == index), None)
            if claim is not None and claim["count"] == document["claims"][index]["count"]:
                found.counted += 1
                found.unit += claim["unit"] == mark["unit"]
                found.bound += claim["bound"] == mark["bound"]
    return found
