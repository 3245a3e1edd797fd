"""Swaps the two sides of a conflict in a text, and in what the conflict's data say.

`tests/swaps/CONFLICT.toml` pairs each name of one side with one of the same kind and shape of the other.
Names that only one side has ("the separatists", a town on the front) stay in the text; in the mirrored
conflict they are the other side's. So everything changes sides, and nothing else may change.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from pipeline.conflict import Conflict, load_conflict

FOLDER = Path(__file__).parent / "swaps"


@dataclass(frozen=True, eq=False)
class Swaps:
    """How the sides of one conflict are swapped.

    `pairs` of names are by kind, `regions` by code. `one_way` gives the partner of further spellings. `kept`
    names stay though they hold one that has a partner. `plain` names are first replaced by one that has one.
    `unfair` are the documents (id: why) in which no fair swap exists.
    """

    conflict: Conflict
    sides: tuple[str, str]
    pairs: Mapping[str, list[tuple[str, str]]]
    one_way: Mapping[str, str]
    kept: frozenset[str]
    regions: Mapping[str, str]
    plain: Mapping[str, str]
    unfair: Mapping[str, str]

    @cached_property
    def partners(self) -> Mapping[str, str]:
        """The partner of each name, those in capitals included; a person's surname has one as well."""
        found: dict[str, str] = {}
        for kind, pairs in self.pairs.items():
            for pair in pairs:
                for one, other in (pair, pair[::-1]):
                    found[one] = other
                    if kind == "person":
                        found.setdefault(one.split()[-1], other.split()[-1])
        found |= self.one_way
        found |= {one.upper(): other.upper() for one, other in found.items() if len(one) > 3}
        return found | {name: name for name in self.kept}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A name that has a partner, the longest first, with the article before it."""
        names = "|".join(re.escape(name) for name in sorted(self.partners, key=len, reverse=True))
        if not names:
            return re.compile("(?!)")
        return re.compile(rf"(?:(?<!\w)([Aa])n? )?(?<!\w)({names})(?!\w)")

    def other(self, party: str | None) -> str | None:
        """Return the other side's party for a side's, any other party as it is."""
        return {self.sides[0]: self.sides[1], self.sides[1]: self.sides[0]}.get(party or "", party)

    def prepared(self, text: str) -> str:
        """Return a text with the names that have no partner of their shape replaced by ones that have."""
        for name, plain in self.plain.items():
            for one, other in ((name, plain), (name.upper(), plain.upper())):
                text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", other, text)
        return text

    def swapped(self, text: str) -> str:
        """Return a text with the sides swapped."""
        return self.pattern.sub(self.replacement, text)

    def replacement(self, match: re.Match[str]) -> str:
        """Return the partner of a name, with the article that it takes."""
        article, name = match.groups()
        partner = self.partners[name]
        if article is None:
            return partner
        before = match[0][: -len(name)]
        if not name.isupper():  # a short form is spelled out: "an FSB man", "an SBU man"
            before = article + ("n " if partner[0] in "AEIO" else " ")  # "a Ukrainian", "an Indian"
        return before + partner

    def position(self, text: str, offset: int) -> int:
        """Return where a position of a text is when it has been swapped."""
        moved = offset
        for match in self.pattern.finditer(text):
            if match.end() > offset:
                break
            moved += len(self.replacement(match)) - len(match[0])
        return moved

    @cached_property
    def mirrored(self) -> Conflict:
        """The conflict with what has no partner given to the other side: names, rule over places, wars."""
        old = self.conflict
        ruled = {code: old.party_of_region(code) for code in old.gazetteer.regions}
        ruled = {code: ruler if code in self.regions else self.other(ruler) for code, ruler in ruled.items()}
        parties = {
            name: replace(
                party,
                side=party.side if name in self.sides else self.other(party.side),
                countries=old.parties[str(self.other(name))].countries,
                regions=tuple(code for code, ruler in ruled.items() if ruler == name)
                if name in self.sides
                else party.regions,
            )
            for name, party in old.parties.items()
        }
        names = tuple(
            replace(name, party=self.other(name.party)) if self.swapped(name.text) == name.text else name
            for name in old.names
        )
        fights = tuple((str(self.other(one)), str(self.other(foe))) for one, foe in old.fights)
        return replace(old, parties=parties, names=names, fights=fights)


@cache
def read_swaps(name: str) -> Swaps:
    """Return the swaps of a conflict."""
    raw = tomllib.loads((FOLDER / f"{name}.toml").read_text())
    regions = raw.get("regions", {})
    return Swaps(
        load_conflict(name),
        tuple(raw["sides"]),
        {kind: [(one, other) for one, other in pairs] for kind, pairs in raw["names"].items()},
        raw.get("one_way", {}),
        frozenset(raw.get("kept", ())),
        regions | {other: one for one, other in regions.items()},
        raw.get("plain", {}),
        raw.get("unfair", {}),
    )


def swap_names() -> list[str]:
    """Return the conflicts that there are swaps for."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))
