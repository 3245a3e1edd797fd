"""Between the records of the pipeline and the rows of the database."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from pipeline.conflict import Conflict
from pipeline.records import Document


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


def conflict_row(conflict: Conflict) -> dict[str, object]:
    """Return a conflict as the mapping that the database takes."""
    return {
        "name": conflict.name,
        "title": conflict.title,
        "sides": conflict.sides,
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
