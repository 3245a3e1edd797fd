"""The one filter: the page makes it, the URL keeps it, the SQL takes it.

?stance=denies  ─►  ClaimFilter(stances=("denies",))  ─►  "c.stance IN …", {"stances": '["denies"]'}
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.errors import BadFilter
from db.search import fts_query

CATEGORIES = ("energy_strike", "ceasefire_violation", "other_strike")
STANCES = ("alleges", "denies", "admits")
NONE = "none"  # region=none: claims that name no region; accused=none: claims that leave open who did it

# the URL's parameter → the filter's field
SINGLE = {"conflict": "conflict", "from": "date_from", "to": "date_to", "q": "text"}
SEVERAL = {
    "region": "regions",
    "party": "parties",
    "accused": "accused",
    "category": "categories",
    "stance": "stances",
    "publisher": "publishers",
}
PARAMETERS = ("conflict", *SEVERAL, "from", "to", "q")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

# the filter's field → the condition on claims c
CONDITIONS = {
    "conflict": "c.conflict = :conflict",
    "regions": """(c.number IN (SELECT claim FROM claim_regions
                                WHERE region IN (SELECT value FROM json_each(:regions)))
                   OR (:no_region AND c.region_set = ''))""",
    "parties": "c.claimant IN (SELECT value FROM json_each(:parties))",
    "accused": """(c.accused IN (SELECT value FROM json_each(:accused))
                   OR (:no_accused AND c.accused IS NULL))""",
    "categories": "c.category IN (SELECT value FROM json_each(:categories))",
    "stances": "c.stance IN (SELECT value FROM json_each(:stances))",
    "publishers": """c.document IN (SELECT id FROM documents
                                    WHERE conflict IN (SELECT name FROM conflicts)
                                      AND publisher IN (SELECT value FROM json_each(:publishers)))""",
    "date_from": "c.day >= :date_from",
    "date_to": "c.day <= :date_to",
    "text": "c.number IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :text)",
}


@dataclass(frozen=True)
class ClaimFilter:
    """Which claims; empty and None mean all. `parties` are claimants; the dates are of `claims.day`."""

    conflict: str | None = None
    regions: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    text: str | None = None

    @classmethod
    def from_params(cls, params: Mapping[str, Sequence[str]]) -> "ClaimFilter":
        """Return the filter of a URL's parameters.

        Raises BadFilter for a parameter, category, stance, day or search text that cannot be; whether the
        database knows a region, party, publisher or conflict is for `typed.as_known`.
        """
        fields: dict[str, Any] = {}
        for name, values in params.items():
            if name not in PARAMETERS:
                raise BadFilter(f"There is no filter {name[:40]!r}; the filters are {', '.join(PARAMETERS)}.")
            if not values or not all(value.strip() for value in values):
                raise BadFilter(f"The filter {name!r} has no value: leave it out or give one.")
            if name in SEVERAL:
                fields[SEVERAL[name]] = tuple(sorted(set(values)))
            elif len(values) > 1:
                raise BadFilter(f"The filter {name!r} is given {len(values)} times: give it once.")
            else:
                fields[SINGLE[name]] = read_day(name, values[0]) if name in ("from", "to") else values[0]
        filter = cls(**fields)
        check_choice("category", filter.categories, CATEGORIES)
        check_choice("stance", filter.stances, STANCES)
        if filter.date_from and filter.date_to and filter.date_from > filter.date_to:
            raise BadFilter(f"The day from ({filter.date_from}) is after the day to ({filter.date_to}).")
        if filter.text is not None:
            fts_query(filter.text)
        return filter

    def to_params(self) -> dict[str, list[str]]:
        """Return the URL's parameters, always in the same order; `from_params` gives the same filter back."""
        params = {}
        for name in PARAMETERS:
            value = getattr(self, SEVERAL.get(name) or SINGLE[name])
            if value:
                params[name] = list(value) if isinstance(value, tuple) else [str(value)]
        return params


def read_day(name: str, value: str) -> date:
    """Return the day of an ISO text. Raises BadFilter."""
    try:
        if ISO_DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise BadFilter(f"The filter {name!r} needs a day as YYYY-MM-DD, not {value[:40]!r}.")


def check_choice(name: str, values: Sequence[str], choices: Sequence[str]) -> None:
    """Raise BadFilter if a value is none of the choices."""
    for value in values:
        if value not in choices:
            raise BadFilter(f"There is no {name} {value[:40]!r}; there are {', '.join(choices)}.")


def where(filter: ClaimFilter) -> tuple[str, dict[str, Any]]:
    """Return the condition on `claims AS c`, never empty, and its named values."""
    conditions = ["1"]
    values: dict[str, Any] = {}
    for field, condition in CONDITIONS.items():
        value = getattr(filter, field)
        if not value:
            continue
        conditions.append(condition)
        values[field] = json.dumps(value) if isinstance(value, tuple) else str(value)
    values["no_region"] = NONE in filter.regions
    values["no_accused"] = NONE in filter.accused
    if filter.text:
        values["text"] = fts_query(filter.text)
    return " AND ".join(conditions), values
