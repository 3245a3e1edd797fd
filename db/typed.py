"""Reads a filter as a person types it: ids and names in any case, dashes or accents.

So it is with the address of a page, of a table, and at the command line. A page then writes the values
themselves into its address, so that one view has one address.
"""

import unicodedata
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from types import MappingProxyType

from rapidfuzz.utils import default_process
from sqlite_utils import Database

from db.errors import BadFilter
from db.filter import CATEGORIES, NONE, STANCES, ClaimFilter
from db.near import nearest, regions_of, values_of

OtherNames = Callable[[], Iterable[tuple[str, str]]]

KNOWN = {
    "conflict": "SELECT 1 FROM conflicts WHERE name = ?",
    "region": "SELECT 1 FROM regions WHERE code = ?",
    "party": """SELECT 1 FROM parties WHERE name = ?1 UNION SELECT 1 FROM overall_totals
                WHERE conflict IN (SELECT name FROM conflicts) AND kind = 'all' AND claimant = ?1""",
    "accused": """SELECT 1 FROM parties WHERE name = ?1 UNION SELECT 1 FROM overall_totals
                  WHERE conflict IN (SELECT name FROM conflicts) AND kind = 'all' AND accused = ?1""",
    "publisher": """SELECT 1 FROM documents
                    WHERE conflict IN (SELECT name FROM conflicts) AND publisher = ? LIMIT 1""",
}

CHOICES = {"category": CATEGORIES, "stance": STANCES}


def folded(typed: str) -> str:
    """Return what was typed without case, accents and signs: "Energy-Strike" is "energy strike"."""
    plain = unicodedata.normalize("NFKD", typed.casefold())
    signs_gone = default_process("".join(one for one in plain if not unicodedata.combining(one)))
    return " ".join(signs_gone.split())


def read_typed(given: Mapping[str, Sequence[str]]) -> ClaimFilter:
    """Return the filter of a URL's parameters, with categories and stances in any case. Raises BadFilter."""
    known = {name: {folded(choice): choice for choice in choices} for name, choices in CHOICES.items()}
    return ClaimFilter.from_params(
        {
            name: [known.get(name, {}).get(folded(value), value) for value in values]
            for name, values in given.items()
        }
    )


def as_known(
    db: Database,
    filter: ClaimFilter,
    other_names: Mapping[str, OtherNames] = MappingProxyType({}),
    region_words: Container[str] = (),
    towns: bool = False,
) -> ClaimFilter:
    """Return the filter with its names as the database has them.

    `other_names` gives values of a parameter, each with another name of it. A name that several have stands
    for all of them. `region_words` may stand around the name of a region: "the province of …". Raises
    BadFilter if the database does not know a name, with those that are near; with `towns` also the region of
    a town, for which all places are read.
    """
    params = filter.to_params()
    for name in KNOWN:
        if name in params:
            others = other_names.get(name, tuple)
            around = region_words if name == "region" else ()
            found = (meant(db, name, typed, others, around, towns) for typed in params[name])
            params[name] = [value for values in found for value in values]
    return ClaimFilter.from_params(params)


def meant(
    db: Database, name: str, typed: str, other_names: OtherNames, around: Container[str], towns: bool
) -> list[str]:
    """Return the values of a parameter that are meant by a name. Raises BadFilter."""
    if db.execute(KNOWN[name], [typed]).fetchone() is not None:
        return [typed]
    asked = folded(typed)
    if asked == NONE and name in ("region", "accused"):
        return [NONE]
    rows = values_of(db, name)
    values = {value for value, _ in rows}
    rows += [(value, other) for value, other in other_names() if value in values]
    found = {value for value, called in rows if asked and asked in (folded(value), folded(called))}
    if found:
        return sorted(found)
    bare = without(asked, around)
    found = {value for value, called in rows if without(folded(called), around) == bare != asked}
    if len(found) == 1:  # "Hills Province"
        return sorted(found)
    if found:
        near = f"; it may be {' or '.join(map(repr, sorted(found)))}"
    else:
        near = (regions_of(db, typed) if towns and name == "region" else "") or nearest(rows, bare)
    raise BadFilter(f"There is no {name} {typed[:60]!r} in the database{near}.")


def without(asked: str, around: Container[str]) -> str:
    """Return a folded name without words that may stand around it, or as it is if it has no others."""
    return " ".join(word for word in asked.split() if word not in around) or asked
