"""One claim in HTML: chip, sentence, and in small type who says so, when, how many, source, evidence."""

from collections.abc import Mapping, Sequence
from typing import Any

from db.filter import ClaimFilter
from views.parts import markup, words
from views.parts.address import address_of
from views.parts.sides import Side, side_of

Claim = Mapping[str, Any]


def claim_html(
    one: Claim, sides: Sequence[Side], chosen: ClaimFilter, named: bool = False, brief: bool = False
) -> str:
    """A claim as it stands in a column.

    `named`: no column says whose voice it is; `brief`: it has been told in full just above.
    """
    side = side_of(one["claimant"], sides)
    sentence = markup.cut(one["sentence"], 60) if brief else one["sentence"]
    about = [f"<b>{markup.text(one['claimant'])}</b>"] if named and one["speaker"] != one["claimant"] else []
    about += [speaker(one), when(one), how_many(one)]
    about.append(markup.link(one["url"], f"{one['publisher'] or 'source'} ↗", title=one["title"] or ""))
    about.append(markup.inner_link(address_of(chosen, "claims", claim=one["id"]), "evidence"))
    return (
        f'<div class="claim {stance_class(one)}"{markup.side_style(side.colour if side else None)}>'
        f'{chip(one)}<span class="kind">{kind(one)}</span>'
        f"<blockquote>{markup.text(sentence)}</blockquote>"
        f'<p class="about">{" · ".join(part for part in about if part)}</p></div>'
    )


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
