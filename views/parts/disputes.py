"""The table of the landing page: a row a dispute, a column a side, the status between, others beside."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from db.filter import ClaimFilter
from views.parts import markup, words
from views.parts.account import Account, account_html
from views.parts.address import address_of
from views.parts.sides import Side, side_of
from views.parts.status import silence, status

_SHOWN = 2  # accounts in a cell before a link to the rest
Dispute = Mapping[str, Any]


def whole(row: Dispute, sides: Sequence[Side], chosen: ClaimFilter, at_most: int) -> str:
    """HTML of one dispute on a page of its own, without a heading."""
    beside = bool(_outside(row, sides) or _strangers(row, sides))
    return _section(_article(row, sides, chosen, beside, at_most), sides, beside)


def table(rows: Sequence[Dispute], sides: Sequence[Side], chosen: ClaimFilter, grouping: str) -> str:
    """HTML of disputes; a heading wherever the day, region or agreement that they are grouped by changes.

    Where the conflict has but one side, of all who speak, the columns are allegations and answers.
    """
    beside = any(_outside(row, sides) or _strangers(row, sides) for row in rows)
    body, before = "", None
    for row in rows:
        group = heading(row, grouping)
        if group != before:
            body += f"<h2>{markup.text(group)}</h2>"
        before = group
        body += _article(row, sides, chosen, beside, _SHOWN, _title(row))
    return _section(body, sides, beside)


def _section(body: str, sides: Sequence[Side], beside: bool) -> str:
    kind = " beside" * beside + (" pair" if len(sides) <= 2 else f" many many-{len(sides)}")
    label = "What each side says, a dispute a row"
    return f'<section class="cc rows{kind}" aria-label="{label}">{_heads(sides, beside)}{body}</section>'


def heading(row: Dispute, grouping: str) -> str:
    """What a dispute is grouped under."""
    if grouping == "region":
        return words.listed(row["region_names"]) or "No region named"
    if grouping == "agreement":
        return row["agreement"] or "Under no agreement on file"
    return words.day(row["day"]) if row["day"] else "Day unknown"


def title(row: Dispute) -> str:
    """When, where and what is alleged, in HTML."""
    if row["date_from"]:
        when = words.period(row["date_from"], row["date_to"])
    else:
        reported = [day for one in row["accounts"] for day in (one["first"], one["last"]) if day]
        when = f"reported {words.period(min(reported), max(reported))}" if reported else "date unknown"
    what = words.SHORT_CATEGORIES.get(row["category"], row["category"])
    place = words.listed(row["region_names"]) or "no region named"
    return f"{markup.text(when)} · {markup.text(place)} <span>· {markup.text(what)}</span>"


def _heads(sides: Sequence[Side], beside: bool) -> str:
    names = ["alleges", "what the accused answers"] if len(sides) == 1 else [side.name for side in sides]
    colours = [sides[0].colour] * 2 if len(sides) == 1 else [side.colour for side in sides]
    heads = [
        f'<div class="name"{markup.side_style(colour)}>{markup.text(name)}</div>'
        for name, colour in zip(names, colours, strict=True)
    ]
    if len(sides) <= 2:
        heads.insert(1, "<div>status</div>")
    if beside:
        heads.append('<div class="outside">outside reports</div>')
    return f'<div class="columns">{"".join(heads)}</div>'


def _title(row: Dispute) -> str:
    """The heading of a row, with the link to its own page."""
    address = address_of(ClaimFilter(conflict=row["conflict"]), "dispute", claim=row["id"])
    all_of_it = f"{words.counted(row['claims'], 'claim')} in {words.counted(row['reports'], 'article')} →"
    link = markup.inner_link(address, all_of_it, "the whole dispute")
    return f'<h3>{title(row)}<span class="whole">{link}</span></h3>'


def _article(
    row: Dispute,
    sides: Sequence[Side],
    chosen: ClaimFilter,
    beside: bool,
    at_most: int,
    heading: str = "",
) -> str:
    cells = [_cell(row, index, sides, chosen, at_most) for index in range(max(2, len(sides)))]
    word, small = status(row)
    middle = f'<div class="status"><b>{markup.text(word)}</b><small>{markup.text(small)}</small></div>'
    cells.insert(1 if len(sides) <= 2 else 0, middle)
    if beside:
        cells.append(_beside(row, sides, chosen, at_most))
    return f'<article>{heading}<div class="sides">{"".join(cells)}</div></article>'


def _cell(row: Dispute, index: int, sides: Sequence[Side], chosen: ClaimFilter, at_most: int) -> str:
    """A column of a row: what the side alleges and answers, or that it is not heard."""
    if len(sides) == 1:
        mine = [one for one in row["accounts"] if (one["stance"] == "alleges") == (index == 0)]
    else:
        mine = [one for one in row["accounts"] if side_of(one["claimant"], sides) is sides[index]]
    # Of several the first: an allegation, if there is any.
    first = min(row["accounts"], key=lambda one: one["stance"] != "alleges", default=None)
    said = first in mine if first else index == 0
    html = _accounts(mine, row, sides, chosen, at_most, named=len(sides) == 1)
    if mine and len(sides) > 1:  # on a phone no column says whose voice it is
        side = sides[index]
        html = f'<p class="voice"{markup.side_style(side.colour)}>{markup.text(side.name)}</p>{html}'
    for one in row["silences"]:
        if (index == 1) if len(sides) == 1 else side_of(one["accused"], sides) is sides[index]:
            html += _silence(row, one)
    if not html:
        html = f'<p class="nothing">{_nothing(row, len(sides))}</p>'
    return f'<div class="side{" said" if said else ""}">{html}</div>'


def _silence(row: Dispute, one: Mapping[str, Any]) -> str:
    """That a party is not heard; where it counts the same, the way to both tallies."""
    html = markup.text(silence(one))
    if one["counted"]:
        address = address_of(ClaimFilter(conflict=row["conflict"]), "tallies")
        html += f" {markup.inner_link(address, 'Both tallies')}"
    return f'<div class="silence">{html}</div>'


def _nothing(row: Dispute, sides: int) -> str:
    """Why a cell is empty."""
    if row["status"] == "nobody accused":
        return "Nobody is named as the one who did it."
    if row["status"] == "no allegation":
        return "No allegation found that this would answer."
    return "Neither says anything of it nor is accused." if sides > 1 else "No answer found."


def _accounts(
    mine: Sequence[Account],
    row: Dispute,
    sides: Sequence[Side],
    chosen: ClaimFilter,
    at_most: int,
    named: bool,
) -> str:
    """Allegations first, then answers; a link where there is no room for all."""
    ordered = sorted(mine, key=lambda one: words.STANCES.index(one["stance"]))
    shown = first_said(ordered, at_most) if len(ordered) > at_most + 1 else ordered
    html = "".join(account_html(one, sides, chosen, named) for one in shown)
    if len(ordered) > len(shown):
        address = address_of(ClaimFilter(conflict=row["conflict"]), "dispute", claim=row["id"])
        label = f"{words.counted(len(ordered) - len(shown), 'more statement')} in the whole dispute"
        html += f'<p class="more">{markup.inner_link(address, label)}</p>'
    return html


def first_said(ordered: Sequence[Account], at_most: int) -> list[Account]:
    """The first of each stance, so that the answers which a status tells of are seen, and what there is room
    for besides."""
    leads = list({one["stance"]: one for one in reversed(ordered)}.values())
    rest = [one for one in ordered if one not in leads][: max(0, at_most - len(leads))]
    return [one for one in ordered if one in leads or one in rest]


def _beside(row: Dispute, sides: Sequence[Side], chosen: ClaimFilter, at_most: int) -> str:
    """What bodies and states of no side say, and those of them that are accused and not heard."""
    html = _accounts(_outside(row, sides), row, sides, chosen, at_most, named=True)
    for one in _strangers(row, sides):
        html += _silence(row, one)
    if not html:
        return '<div class="outside empty"></div>'
    return f'<div class="outside"><p class="voice">Outside reports</p>{html}</div>'


def _outside(row: Dispute, sides: Sequence[Side]) -> list[Account]:
    if len(sides) == 1:
        return []
    return [one for one in row["accounts"] if side_of(one["claimant"], sides) is None]


def _strangers(row: Dispute, sides: Sequence[Side]) -> Iterable[Mapping[str, Any]]:
    return [one for one in row["silences"] if len(sides) > 1 and side_of(one["accused"], sides) is None]
