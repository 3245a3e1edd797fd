"""A filter in words: what it lets through, for a file that has left its page."""

from collections.abc import Mapping

from sqlite_utils import Database

from db import queries
from db.filter import NONE, ClaimFilter
from views.parts import words
from views.parts.answers import asked, conflicts_of

_SAID = {
    "region": ("region", "no region named"),
    "party": ("said by", ""),
    "accused": ("accused", "nobody named"),
    "category": ("kind", ""),
    "stance": ("stance", ""),
    "publisher": ("publisher", ""),
    "from": ("from", ""),
    "to": ("to", ""),
    "q": ("words", ""),
}


def in_words(db: Database, chosen: ClaimFilter) -> str:
    """`Norland–Sudland. Only: region Dale or Hill; said by Norland.`"""
    titles = conflicts_of(db)
    names: Mapping[str, str] = words.CATEGORIES | {r["code"]: r["name"] for r in asked(queries.regions, db)}
    said = []
    for name, values in chosen.to_params().items():
        if name in _SAID:
            label, none = _SAID[name]
            days = name in ("from", "to")
            shown = (words.day(v) if days else names.get(v, v) for v in values if v != NONE or not none)
            said.append(f"{label} {' or '.join([*shown, *([none] if none and NONE in values else [])])}")
    conflict = titles.get(chosen.conflict or "", chosen.conflict or "All conflicts")
    return f"{conflict}. Only: {'; '.join(said)}." if said else f"{conflict}, all claims."
