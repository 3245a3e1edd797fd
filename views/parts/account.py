"""One party's allegation or answer in HTML: its first sentence, who says so, how many reports, the others."""

from collections.abc import Mapping, Sequence
from typing import Any

from db.filter import ClaimFilter
from views.parts import markup, words
from views.parts.address import address_of
from views.parts.claim import Claim, chip, evidence, how_many, kind, source, speaker, stance_class, when
from views.parts.sides import Side, side_of

Account = Mapping[str, Any]


def account_html(account: Account, sides: Sequence[Side], chosen: ClaimFilter, named: bool = False) -> str:
    """An account as it stands in a column; `named`: no column says whose voice it is, as none does of a party
    that stands on a side of another name."""
    lead, *others = account["claims"]
    side = side_of(lead["claimant"], sides)
    named = named or (side is not None and side.name != lead["claimant"])
    about = (
        [f"<b>{markup.text(lead['claimant'])}</b>"] if named and lead["speaker"] != lead["claimant"] else []
    )
    about += [speaker(lead), told(account), figures(account), *places_of(lead, chosen)]
    return (
        f'<div class="claim {stance_class(lead)}"{markup.side_style(side.colour if side else None)}>'
        f'{chip(lead)}<span class="kind">{kind(lead)}</span>'
        f"<blockquote>{markup.text(lead['sentence'])}</blockquote>"
        f'<p class="about">{" · ".join(part for part in about if part)}</p>'
        f"{_rest(account, others, chosen)}</div>"
    )


def told(account: Account) -> str:
    """When it was reported, and in how many reports by how many publishers, if in several."""
    lead = account["claims"][0]
    if account["reports"] == 1:
        return when(lead)
    told = f"<b>{words.counted(account['reports'], 'report')}</b>"
    return f"{told}, {account['publishers']} independent, {words.period(account['first'], account['last'])}"


def figures(account: Account) -> str:
    """The number that is told, or the lowest and highest of each thing counted where reports differ."""
    told = account["figures"]
    if len(told) != 1:
        return ", ".join(map(_ranged, told))
    numbers = [one for one in account["claims"] if one["count"] is not None]
    # A total is told before a part of it.
    counted = next((one for one in numbers if one["count"] == told[0]["lowest"]), None)
    if counted is None or told[0]["lowest"] != told[0]["highest"]:
        return _ranged({**told[0], "counted": (counted or {}).get("unit") or told[0]["counted"]})
    return how_many(counted)


def _ranged(figure: Mapping[str, Any]) -> str:
    """The lowest and highest number of one thing that is counted."""
    span = "–".join(map(words.number, dict.fromkeys([figure["lowest"], figure["highest"]])))
    return f"<b>{span}</b> {markup.text(figure['counted'])}"


def places_of(one: Claim, chosen: ClaimFilter) -> list[str]:
    """The links to the source of a claim and to its evidence."""
    return [
        source(one),
        evidence(one, chosen),
    ]


def _rest(account: Account, others: Sequence[Claim], chosen: ClaimFilter) -> str:
    """The sentences of the other reports, folded."""
    if not others:
        return ""
    items = "".join(
        f"<li><q>{markup.text(one['sentence'])}</q>"
        f'<p class="about">{" · ".join(filter(None, _about(one, chosen)))}</p></li>'
        for one in others
    )
    left = account["reports"] - 1 - len(others)
    if left > 0:
        address = address_of(ClaimFilter(conflict=others[0]["conflict"]), "dispute", claim=others[0]["id"])
        label = f"{words.counted(left, 'more report')} in the whole dispute"
        items += f'<li class="about">{markup.inner_link(address, label)}</li>'
    label = f"{words.counted(account['reports'] - 1, 'other report')}, sentence by sentence"
    unfold = markup.summary(label, f"{account['claimant']} {account['stance']}")
    return f"<details>{unfold}<ol>{items}</ol></details>"


def _about(one: Claim, chosen: ClaimFilter) -> list[str]:
    copied = "the same text" if one["copy_of"] else ""
    return [speaker(one), when(one), how_many(one), copied, *places_of(one, chosen)]
