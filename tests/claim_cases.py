"""Texts of our own with the claims that are to be found in them, as the tests of claims name them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from pipeline.claims import extract
from pipeline.conflict import load_conflict
from pipeline.language import load_model
from pipeline.records import Claim, Document

BASIC = ("stance", "claimant", "accused", "category")

# Days of publication, all Fridays, by conflict: on each a truce is in force; in Ukraine's it covers energy alone.
FRIDAYS = {
    "ukraine": date(2025, 4, 4),
    "donbas": date(2016, 8, 12),
    "india-pakistan": date(2020, 11, 13),
    "sudan": date(2025, 5, 9),
    "drc-m23": date(2025, 1, 24),
    "israel-gaza": date(2025, 11, 7),
    "israel-lebanon": date(2024, 12, 6),
    "armenia-azerbaijan": date(2020, 11, 13),
    "yemen": date(2018, 12, 21),
    "syria": date(2026, 1, 30),
    "libya": date(2020, 1, 24),
    "iran-israel": date(2025, 6, 27),
    "afghanistan-pakistan": date(2025, 11, 14),
    "thailand-cambodia": date(2025, 8, 1),
    "world": date(2022, 8, 26),
}

Told = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A text of a Friday, with the fields of its claims; of those beyond the basic ones only what is named counts."""

    text: str
    claims: tuple[Told, ...]
    when: str = "ukraine"
    title: str = ""

    def wanted(self) -> list[Told]:
        """Return the fields of the claims that are to be found, in order."""
        return sorted(self.claims, key=order)

    def found(self) -> list[Told]:
        """Return the same fields of the claims that are found, in order."""
        conflict = load_conflict("ukraine" if self.when == "donbas" else self.when)
        document = Document("case", self.text, FRIDAYS[self.when], self.title)
        found = sorted(map(fields, extract(document, load_model(), conflict)), key=order)
        named = [tuple(claim) for claim in self.wanted()] + [BASIC] * len(found)
        return [{name: one[name] for name in names} for one, names in zip(found, named, strict=False)]


def order(told: Told) -> list[str]:
    """Return what claims are put in order by."""
    return [str(told[name]) for name in BASIC]


def fields(claim: Claim) -> Told:
    """Return the fields of a claim as a test names them."""
    days = (claim.date_from, claim.date_to)
    return {
        **{name: getattr(claim, name) for name in (*BASIC, "count", "unit", "bound", "speaker", "via")},
        "regions": " ".join(claim.regions),
        "days": " ".join(dict.fromkeys(day.isoformat()[5:] for day in days if day)),
    }


def told(claimant: str, stance: str, accused: str | None, category: str, **more: Any) -> Told:
    """Return a claim as a test names it; `regions` and `days` ("04-03 04-04") are joined by spaces."""
    whole = {"strike": "other_strike", "energy": "energy_strike", "breach": "ceasefire_violation"}[category]
    return {"stance": stance, "claimant": claimant, "accused": accused, "category": whole, **more}


def alleges(claimant: str, accused: str | None, category: str, **more: Any) -> Told:
    return told(claimant, "alleges", accused, category, **more)


def denies(claimant: str, accused: str, category: str, **more: Any) -> Told:
    return told(claimant, "denies", accused, category, **more)


def admits(claimant: str, category: str, **more: Any) -> Told:
    return told(claimant, "admits", claimant, category, **more)


def case(name: str, text: str, *claims: Told, when: str = "ukraine") -> Any:
    """Return a case as a parameter of a test."""
    return pytest.param(Case(text, claims, when), id=name.replace(" ", "-"))
