"""Between the records of the pipeline and the rows of the database."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from pipeline.conflict import Conflict
from pipeline.records import Claim, Document


def document_of(row: Mapping[str, Any]) -> Document:
    """Return a document from its stored row."""
    return Document(
        **{
            name: row[name]
            for name in ("id", "text", "title", "url", "publisher", "conflict", "language", "kind", "source")
        },
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        fetched=datetime.fromisoformat(row["fetched"]) if row["fetched"] else None,
    )


def claim_of(row: Mapping[str, Any]) -> Claim:
    """Return a claim from its stored row, without its places and without the spans inside the sentence."""
    names = (
        "sentence",
        "stance",
        "claimant",
        "accused",
        "category",
        "speaker",
        "count",
        "unit",
        "bound",
        "via",
    )
    return Claim(
        **{name: row[name] for name in names},
        span=(row["sentence_start"], row["sentence_end"]),
        regions=tuple(row["region_set"].split()),
        date_from=date.fromisoformat(row["date_from"]) if row["date_from"] else None,
        date_to=date.fromisoformat(row["date_to"]) if row["date_to"] else None,
    )


def conflict_row(conflict: Conflict) -> dict[str, object]:
    """Return a conflict as the mapping that the database takes."""
    points = {
        (round(place.latitude, 2), round(place.longitude, 2))
        for place in conflict.gazetteer.places
        if place.latitude is not None and place.longitude is not None
    }
    return {
        "name": conflict.name,
        "title": conflict.title,
        "sides": conflict.sides,
        "land": sorted(points),
        "parties": [asdict(conflict.parties[name]) for name in conflict.own],
        "agreements": [asdict(agreement) for agreement in conflict.agreements],
        "regions": [asdict(region) for region in conflict.gazetteer.regions.values()],
        "sources": [
            {
                "address": one.url,
                "publisher": one.name,
                "country": one.country,
                "party": one.side,
                "site": one.site,
                "feed": int(one.feed),
            }
            for one in conflict.sources
        ],
    }
