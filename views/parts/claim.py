"""The parts of one claim in HTML: chip, kind, speaker, day, number."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from db.filter import ClaimFilter
from views.parts import markup, words
from views.parts.address import address_of

Claim = Mapping[str, Any]
_HEARD = 80  # characters of a sentence that tell one link from another to those who hear the page
_LONGEST = 60  # characters of what a source is called


def chip(one: Claim) -> str:
    """Filled for alleges, hollow and dashed for denies and admits."""
    return f'<span class="chip {stance_class(one)}">{markup.text(one["stance"])}</span>'


def stance_class(one: Claim) -> str:
    """The stance, as a class that the style sheet knows."""
    return one["stance"] if one["stance"] in words.STANCES else ""


def kind(one: Claim) -> str:
    """`energy strike by …`: what is alleged, denied or admitted."""
    by = f" by {one['accused']}" if one["accused"] else ""
    return markup.text(words.CATEGORIES.get(one["category"], one["category"]) + by)


def speaker(one: Claim) -> str:
    """Who says it in the text's own words, and through whom."""
    who = markup.text(one["speaker"] or one["claimant"])
    return f"{who} via {markup.text(one['via'])}" if one["via"] else who


def origin(one: Mapping[str, Any]) -> str:
    """What a text is from: its publisher, else its title, else its file; not yet escaped."""
    file = "" if markup.web_address(one["source"]) else PurePath(one["source"] or "").name
    return markup.cut(one["publisher"] or one["title"] or file or "unnamed source", _LONGEST)


def source(one: Claim) -> str:
    """A link to the source, or only what it is called if it has no address."""
    if markup.web_address(one["url"]) is None:
        return markup.text(origin(one))
    return markup.link(one["url"], f"{origin(one)} ↗", one["title"] or "")


def evidence(one: Claim, chosen: ClaimFilter) -> str:
    """A link to the claim's sentence in its text, under the filter."""
    address = address_of(chosen, "claims", claim=one["id"])
    return markup.inner_link(address, "evidence", markup.cut(one["sentence"], _HEARD))


def when(one: Claim) -> str:
    """The day of publication; before it the days it speaks of, where they are several."""
    published = (
        f"published {words.short_day(one['published'], one['day'])}" if one["published"] else "date unknown"
    )
    if one["date_from"] and one["date_from"] != one["date_to"]:
        return f"on {words.period(one['date_from'], one['date_to'])}, {published}"
    return published


def how_many(one: Claim) -> str:
    """`at least 14 drones`; empty if the sentence gives no number."""
    if one["count"] is None:
        return ""
    bound = {"minimum": "at least ", "maximum": "up to "}.get(one["bound"] or "", "")
    unit = one["unit"] or ("act" if one["count"] == 1 else "acts")
    return f"{bound}<b>{words.number(one['count'])}</b> {markup.text(unit)}"
