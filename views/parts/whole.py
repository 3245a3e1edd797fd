"""The page of one dispute: its title, who answers whom, every report in order, and how to cite it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urljoin

import streamlit as st

from db.filter import ClaimFilter
from views.parts import listing, markup, words
from views.parts.address import address_of
from views.parts.claim import Claim
from views.parts.disputes import Dispute
from views.parts.sides import Side
from views.parts.status import status, untied, where

_COLUMNS = ["published", "party", "says", "sentence", "speaker", "via", "number", "source"]
_LINKED = {"counters": "answers with an allegation of its own to", "corroborates": "reports the same as"}
_MOST = 200  # links shown
_LONGEST = 160  # letters of a sentence


def title(dispute: Dispute) -> str:
    """When, where and what, as the page's title."""
    kind = words.CATEGORIES.get(dispute["category"], dispute["category"])
    when = words.period(dispute["date_from"], dispute["date_to"]) if dispute["date_from"] else ""
    if not when:
        when = f"reported {words.day(dispute['day'])}" if dispute["day"] else "date unknown"
    place = words.listed(dispute["region_names"]) or "no region named"
    return f"{kind[:1].upper()}{kind[1:]}, {place}, {when}"


def context(dispute: Dispute) -> str:
    """The status, and how many claims and articles it rests on."""
    word, small = status(dispute)
    told = f"{word}{f' {small}' if small else ''}"
    under = f" Truce in force: {dispute['agreement']}." if dispute["agreement"] else ""
    claims = words.counted(dispute["claims"], "claim")
    articles = words.counted(dispute["reports"], "article")
    return f"{told[:1].upper()}{told[1:]}. {claims} in {articles}.{under}"


def links(dispute: Dispute) -> str:
    """HTML of the links: who does what to whose claim, why we think so, how sure that is."""
    party = {one["account"]: one for one in dispute["accounts"]}
    items = ""
    for link in dispute["links"][:_MOST]:
        answer, answered = party[link["answer"]], party[link["answered"]]
        does = _LINKED.get(link["type"], link["type"])
        what = "its own earlier report" if link["answer"] == link["answered"] else _what(answered)
        about = f"{where(link)} · {link['strength']}, because of: {link['why']}"
        items += (
            f"<li><b>{markup.text(answer['claimant'])}</b> {markup.text(does)} {markup.text(what)} "
            f'<span class="about">{markup.text(about)}</span>{_said(link)}</li>'
        )
    note = f'<p class="quiet">{why}</p>' if (why := untied(dispute)) else ""
    if not items and not note:
        return ""
    left = len(dispute["links"]) - _MOST
    more = f'<p class="quiet">{words.counted(left, "more link")} in links.csv.</p>' if left > 0 else ""
    told = f'<ul class="links">{items}</ul>' if items else ""
    return f'<div class="cc whole"><h2>Who answers whom</h2>{note}{told}{more}</div>'


def _said(link: Mapping[str, Any]) -> str:
    """HTML of the sentences of a link, the answer first, each with its outlet and day; one sentence that
    holds both stands once."""
    told = [("answer", "")] if link["same_sentence"] else [("answer", ""), ("answered", "to ")]
    items = ""
    for name, before in told:
        sentence = markup.text(markup.cut(link[f"{name}_sentence"], _LONGEST))
        outlet = markup.text(_outlet(link, name))
        items += (
            f'<span class="said">{before}<em>“{sentence}”</em> <span class="about">{outlet}</span></span>'
        )
    return items


def _outlet(link: Mapping[str, Any], name: str) -> str:
    outlet, published = link[f"{name}_publisher"], link[f"{name}_published"]
    return ", ".join(filter(None, (outlet, published and words.day(published))))


def _what(account: Mapping[str, Any]) -> str:
    says = {"alleges": "allegation", "denies": "denial", "admits": "admission"}
    return f"{account['claimant']}’s {says.get(account['stance'], 'statement')}"


def reports(claims: Sequence[Claim], sides: Sequence[Side], chosen: ClaimFilter, shown: str) -> str:
    """HTML of a page of the claims, in the order of the reports; `shown` (HTML) says which page."""
    columns = [name for name in _COLUMNS if any(listing.COLUMNS[name][0](one) for one in claims)]
    table = listing.table(claims, columns, sides, chosen, "")
    return f'<div class="cc whole"><h2>Every report, the earliest first</h2>{shown}</div>{table}'


def address(dispute: Dispute) -> str:
    """The address that leads here as long as the claim that it names exists."""
    return address_of(ClaimFilter(conflict=dispute["conflict"]), "dispute", claim=dispute["id"])


def line(dispute: Dispute, version: str) -> str:
    """A line to copy into a text: what the dispute is about, its address, state and the day of access."""
    here = urljoin(st.context.url or "", address(dispute))
    return markup.plain(
        f"{title(dispute)}: dispute {dispute['id']}, {here}, data version {version}, "
        f"accessed {words.day(date.today())}."
    )


def cite(dispute: Dispute, cited: str) -> str:
    """HTML of the line to copy, and of what its address leads to."""
    return (
        f'<div class="cc panel-foot"><p class="cite">{markup.text(cited)}</p>'
        f"<p>{markup.inner_link(address(dispute), 'Permanent link')}: it leads to the dispute that holds "
        "this claim, whatever is lined up with it later.</p></div>"
    )
