"""The evidence panel of a claim: the passage with its marks, the facts, the other claims of the text."""

from collections.abc import Mapping, Sequence
from typing import Any

from db.filter import ClaimFilter
from views.parts import citing, evidence, markup, proof, words
from views.parts.address import address_of
from views.parts.claim import Claim, chip, how_many, kind, origin, speaker
from views.parts.sides import Side, side_of

# What the names that the rules and lists of the program have tell of a claim.
_RULE = "the program's rule: how it is told that somebody says it &gt; what kind of act is said"
_ENTRIES = (
    "the program's lists with the entries that the words stand under; parties with the kind of their name"
)


def panel(
    one: Claim,
    document: Mapping[str, Any],
    beside: Sequence[Claim],
    sides: Sequence[Side],
    chosen: ClaimFilter,
    cited: str,
    alone: bool = False,
) -> str:
    """HTML of the panel. `beside` are the document's claims, this one among them; the document has its
    `versions`; `cited` is how to cite the claim;
    `alone`: it is a page of its own."""
    marks = evidence.marks_of(one, one["places"])
    text = document["text"]
    span = (one["sentence_start"], one["sentence_end"])
    shown = evidence.passage(text, span)
    parts = evidence.marked(text, marks, shown)
    whole = ""
    if shown != (0, len(text)):
        whole = (
            "<details><summary>The whole stored text</summary>"
            f'<div class="article">{evidence.marked(text, marks)}</div></details>'
        )
    title = markup.text(document["title"] or origin(document))
    close = markup.inner_link(address_of(chosen, "claims"), "All claims" if alone else "Close evidence")
    return (
        f'<section class="cc panel" aria-label="Evidence"{_style(one, sides)}>'
        f'<p class="close">{close}</p>'
        f'<h2>{title}</h2><p class="quiet">{_published(document)}</p>'
        f'<div class="halves"><div><div class="legend">{evidence.legend(marks)}</div>'
        f'<div class="article">{parts}</div>{whole}{_beside(one, beside, sides, chosen)}</div>'
        f'<div class="facts"><dl>{_facts(one, document)}</dl>{_cited(one, cited)}</div></div></section>'
    )


def elsewhere(one: Claim, titles: Mapping[str, str]) -> str:
    """A note on a claim that is of another conflict than the filter's; `titles` are those of conflicts."""
    conflict = one["conflict"]
    title = titles.get(conflict, conflict)
    link = markup.inner_link(address_of(ClaimFilter(conflict=conflict), "claims", claim=one["id"]), title)
    return f'<p class="cc quiet">This claim is of another conflict than the filters: {link}.</p>'


def _published(document: Mapping[str, Any]) -> str:
    published = words.day(document["published"]) if document["published"] else "date unknown"
    link = (
        f" · {markup.link(document['url'], 'open the source ↗')}"
        if markup.web_address(document["url"])
        else ""
    )
    kinds = {"paraphrase": "paraphrase of a report", "statement": "statement", "report": "report"}
    kind_of = kinds.get(document["kind"], "document")
    return f"{markup.text(document['publisher'] or 'publisher unknown')} · {published} · {kind_of}{link}"


def _facts(one: Claim, document: Mapping[str, Any]) -> str:
    days = words.period(one["date_from"], one["date_to"]) if one["date_from"] else "not said"
    places = words.listed(dict.fromkeys(p["name"] for p in one["places"]))
    regions = ", ".join(f"{n} ({c})" for n, c in zip(one["region_names"], one["regions"], strict=False))
    facts = {
        "Who": f"<b>{markup.text(one['claimant'])}</b>",
        "": f"{chip(one)} {kind(one)}",
        "Speaker": speaker(one),
        "Accused": markup.text(one["accused"] or "nobody named"),
        "When": markup.text(days),
        "Regions": markup.text(regions or "none named"),
        "Places": markup.text(places),
        "Number": how_many(one),
        "Target": markup.text(one["target"]),
        "Weapon": markup.text(one["weapon"]),
        "Found by": _explained(one["rule"], _RULE),
        "Going by": _explained(", ".join(one["entries"]), _ENTRIES),
        **proof.facts(document),
    }
    return "".join(f"<dt>{name}</dt><dd>{fact}</dd>" for name, fact in facts.items() if fact)


def _explained(names: str, meaning: str) -> str:
    return f"{markup.text(names)}<br><small>{meaning}</small>" if names else ""


def _cited(one: Claim, cited: str) -> str:
    """How to cite the claim, its own page, and the dispute that it is part of."""
    links = [markup.inner_link(citing.address(one), "Permanent link")]
    if one["dispute_id"]:
        alone = ClaimFilter(conflict=one["conflict"])
        whole = address_of(alone, "dispute", claim=one["dispute_id"])
        links.append(markup.inner_link(whole, "Other reports and answers"))
    return f'<h3>Cite this</h3><p class="cite">{markup.text(cited)}</p><p>{" · ".join(links)}</p>'


def _beside(one: Claim, beside: Sequence[Claim], sides: Sequence[Side], chosen: ClaimFilter) -> str:
    answers = {answer["id"] for answer in one["answers"]}
    items = "".join(
        f"<li{_style(other, sides)}>{chip(other)} <b>{markup.text(other['claimant'])}</b>, {kind(other)}"
        f"{' — <b>answers this claim</b>' if other['id'] in answers else ''}: "
        f"{_link(other, chosen)}</li>"
        for other in beside
        if other["id"] != one["id"]
    )
    return f'<div class="facts"><h3>Other claims in this text</h3><ul>{items}</ul></div>' if items else ""


def _link(one: Claim, chosen: ClaimFilter) -> str:
    return markup.inner_link(address_of(chosen, "claims", claim=one["id"]), markup.cut(one["sentence"], 90))


def _style(one: Claim, sides: Sequence[Side]) -> str:
    side = side_of(one["claimant"], sides)
    return markup.side_style(side.colour if side else None)
