"""Small documents of our own with the claims that are in them, and databases filled with these."""

from pathlib import Path
from typing import Any

from sqlite_utils import Database

from db import open_db, store
from pipeline.lining import line_up

CONFLICT = {
    "name": "ukraine",
    "title": "Russia – Ukraine",
    "sides": ["Russia", "Ukraine"],
    "parties": [
        {"name": "Russia", "side": "Russia", "colour": "#1f6f78", "countries": ["RU"]},
        {"name": "Ukraine", "side": "Ukraine", "colour": "#b4641e", "countries": ["UA"]},
        {"name": "IAEA", "side": None, "colour": None, "countries": []},
    ],
    "agreements": [
        {"name": "Energy pause", "start": "2025-03-18", "end": "2025-04-16", "scope": "energy"},
        {"name": "Easter truce", "start": "2025-04-19", "end": None, "scope": "all", "parties": ["Russia"]},
    ],
    "regions": [
        {"code": "RU-BRY", "name": "Bryansk", "country": "RU", "latitude": 53.2, "longitude": 34.4},
        {"code": "RU-KRS", "name": "Kursk", "country": "RU", "latitude": 51.7, "longitude": 36.2},
        {"code": "UA-65", "name": "Kherson", "country": "UA", "latitude": 46.6, "longitude": 32.6},
    ],
    "sources": [
        {
            "address": "https://east.example/feed",
            "publisher": "East Wire",
            "country": "RU",
            "party": "Russia",
        },
        {
            "address": "https://west.example/feed",
            "publisher": "West Wire",
            "country": "UA",
            "party": "Ukraine",
        },
    ],
}

CUT = "Moscow's generals said on Tuesday that Ukrainian drones had cut power lines near Bryansk and Kursk."
INVENTED = "Kyiv called the story invented."
SHELLED = "Ukraine's grid operator said Russia had shelled three substations in Kherson overnight."
BRYANSK = f"{CUT} {INVENTED} {SHELLED}"
KHERSON = (
    "Ukraine's army said on Wednesday that Russian guns had broken the truce 40 times around Kherson.\n\n"
    "The nuclear agency said that a drone had fallen beside a reactor."
)
STRANGE = (
    '=HYPERLINK("x"), "quoted", a ünïcode line;\nMoscow denied that its planes had bombed the "old" port.'
)


def claim(
    text: str, sentence: str, stance: str, claimant: str, accused: str | None, **more: Any
) -> dict[str, Any]:
    """Return a claim as the pipeline gives it, its sentence found in the text."""
    start = text.index(sentence)
    fields = {"category": "energy_strike", "speaker": None, "regions": (), "count": None, **more}
    span = (start, start + len(sentence))
    return {
        "sentence": sentence,
        "span": span,
        "stance": stance,
        "claimant": claimant,
        "accused": accused,
        **fields,
    }


def stories() -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Return documents with their claims."""
    guns, reactor = KHERSON.split("\n\n")
    at = CUT.index("Bryansk")
    place = {"name": "Bryansk", "span": (at, at + 7), "region": "RU-BRY", "latitude": 53.2, "longitude": 34.4}
    days = {"date_from": "2025-03-25", "date_to": "2025-03-26"}
    return [
        (
            document("doc-bryansk", BRYANSK, "Power cut in two regions", "East Wire", "2025-03-25"),
            [
                claim(BRYANSK, CUT, "alleges", "Russia", "Ukraine", regions=("RU-BRY", "RU-KRS"),
                      places=(place,), speaker="Moscow's generals", speaker_span=(0, 17), cue_span=(18, 22)),
                claim(BRYANSK, INVENTED, "denies", "Ukraine", "Ukraine", speaker="Kyiv"),
                claim(BRYANSK, SHELLED, "alleges", "Ukraine", "Russia", regions=("UA-65",), count=3,
                      unit="hits", bound="exact"),
            ],
        ),
        (
            document("doc-kherson", KHERSON, "Guns over the Dnieper", "West Wire", "2025-03-26"),
            [
                claim(KHERSON, guns, "alleges", "Ukraine", "Russia", category="ceasefire_violation", count=40,
                      regions=("UA-65",), **days),
                claim(KHERSON, reactor, "alleges", "IAEA", None),
            ],
        ),
        (
            document("doc-strange", STRANGE, '@sum "of" all, strange', None, None),
            [claim(STRANGE, STRANGE.split("\n")[1], "denies", "Russia", "Russia",
                   category="other_strike", speaker="-Moscow", via="+wire")],
        ),
        (document("doc-empty", "Nothing was said of anybody.", "A quiet day", "West Wire", "2025-03-27"), []),
    ]  # fmt: skip


def document(id: str, text: str, title: str, publisher: str | None, published: str | None) -> dict[str, Any]:
    """Return a document as the pipeline gives it."""
    address = f"https://news.example/{id}"
    return {"id": id, "text": text, "title": title, "publisher": publisher, "published": published,
            "url": address, "conflict": "ukraine", "language": "en", "kind": "paraphrase"}  # fmt: skip


def total(day: str, by: str, count: int, **more: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return a document in which a party counts the other's breaches of one or two days."""
    other = "Ukraine" if by == "Russia" else "Russia"
    text = f"{by} said that {other} had broken the truce {count} times."
    one = document(f"doc-{by}-{count}-{day}", text, "", None, day)
    fields = {
        "category": "ceasefire_violation",
        "count": count,
        "date_from": day,
        "date_to": day,
        "unit": "times",
    }
    return one, [claim(text, text, "alleges", by, other, **{**fields, **more})]


def filled(path: Path, lined_up: bool = True) -> Database:
    """Return a new database with the conflict and the stories in it, their claims lined up or waiting."""
    db = open_db(path)
    store.put_conflict(db, CONFLICT)
    for one, claims in stories():
        store.put_document(db, one, claims, "1")
    if lined_up:
        line_up(db)
    return db


def contents(db: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables but those on runs, to compare before and after."""
    left_out = ("runs", "failures", "_sqlite_migrations")
    names = [name for name in db.table_names() if name not in left_out and not name.startswith("claims_fts_")]
    return {name: sorted((tuple(row.values()) for row in db.table(name).rows), key=repr) for name in names}
