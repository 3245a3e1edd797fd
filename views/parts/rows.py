"""The table of the landing page: what each side says, the status between, silence as a cell of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from db.filter import NONE, ClaimFilter
from db.side_by_side import DAYS_TO_ANSWER
from views.parts import markup, words
from views.parts.address import address_of
from views.parts.claim import Claim, claim_html
from views.parts.sides import Side, side_of

_SAID, _ANSWERS = 3, 2  # claims shown in a cell before a link to the rest


@dataclass
class Exchange:
    """Claims that stand next to each other: what is said, and what answers it."""

    said: list[Claim]
    answers: list[Claim] = field(default_factory=list)


def table(rows: Iterable[Mapping[str, Any]], sides: Sequence[Side], chosen: ClaimFilter) -> str:
    """HTML of rows from `side_by_side`: the first two sides are the columns, all others stand under a row.

    Where there is but one side, of all who speak, the columns are what is said and what the accused answers.
    """
    columns = (sides[0], sides[-1] if len(sides) == 1 else sides[1])
    heads = ["says", "what the accused answers"] if len(sides) == 1 else [s.name for s in columns]
    names = [
        f'<div class="name"{markup.side_style(s.colour)}>{markup.text(head)}</div>'
        for s, head in zip(columns, heads, strict=True)
    ]
    head = f'<div class="columns">{names[0]}<div>status</div>{names[1]}</div>'
    body = "".join(_row(row, columns, chosen) for row in rows)
    label = "What each side says, by day and region"
    return f'<section class="cc rows" aria-label="{label}">{head}{body}</section>'


def exchanges(claims: Iterable[Claim]) -> list[Exchange]:
    """A voice's claims of a row: allegations by the answers they share, the unanswered together, the rest."""
    found: dict[tuple[Any, ...], Exchange] = {}
    for one in claims:
        if one["stance"] != "alleges":
            found[one["id"],] = Exchange([one])
            continue
        shared = [answer["id"] for answer in one["answers"]] or [one["accused"]]
        exchange = found.setdefault(tuple(shared), Exchange([], list(one["answers"])))
        exchange.said.append(one)
    return list(found.values())


def status(exchange: Exchange) -> tuple[str, str]:
    """The word in the middle, and the small print under it."""
    one = exchange.said[0]
    if exchange.answers:
        stances = {answer["stance"] for answer in exchange.answers}
        word = (
            "admitted"
            if stances == {"admits"}
            else "denied"
            if stances == {"denies"}
            else "denied and admitted"
        )
        near = any(answer.get("same_sentence") for answer in exchange.answers)
        return word, "in the same sentence" if near else "in the same article"
    if one["stance"] == "alleges":
        return ("no answer found" if one["accused"] else "nobody accused"), ""
    return ("denial" if one["stance"] == "denies" else "own account"), "no allegation beside it in this view"


def silence(exchange: Exchange) -> str:
    """The sentence in the cell of a side that is accused and not heard; empty if nothing is to answer."""
    one = exchange.said[0]
    accused = one["accused"]
    if one["stance"] != "alleges" or exchange.answers or accused is None:
        return ""
    if one.get("read_after") is None:
        return f"No answer by {accused} found in the same article."
    read = max(claim.get("read_after") or 0 for claim in exchange.said)
    day = words.as_date(one["day"])
    week = words.period(day, day + timedelta(days=DAYS_TO_ANSWER) if day else None)
    if read == 0:
        return f"No answer found; no article from or about {accused} of {week} was read."
    return f"No answer found in {words.counted(read, 'article')} from or about {accused}, {week}."


def _row(row: Mapping[str, Any], columns: tuple[Side, Side], chosen: ClaimFilter) -> str:
    claims = [one for cell in row["cells"].values() for one in cell]
    html = f"<h3>{_heading(row, claims)}</h3>"
    told: set[str] = set()
    both = [
        (exchange, index)
        for index, side in enumerate(dict.fromkeys(columns))
        for exchange in exchanges(c for c in claims if side_of(c["claimant"], columns) is side)
    ]
    for exchange, index in sorted(both, key=lambda pair: _rank(pair[0])):
        html += _across(exchange, index, columns, chosen, row, told)
    others = exchanges(c for c in claims if side_of(c["claimant"], columns) is None)
    if others:
        html += f'<div class="others">{"".join(_beside(e, columns, chosen) for e in others)}</div>'
    return f"<article>{html}</article>"


def _across(
    exchange: Exchange,
    index: int,
    columns: tuple[Side, Side],
    chosen: ClaimFilter,
    row: Mapping[str, Any],
    told: set[str],
) -> str:
    """A side's claims in its column, the answers in the other, the status between."""
    everybody = columns[0] is columns[1]
    said = "".join(claim_html(one, columns, chosen, named=everybody) for one in exchange.said[:_SAID])
    said += _more(exchange.said, row)
    answers = ""
    for answer in exchange.answers[:_ANSWERS]:
        named = everybody or side_of(answer["claimant"], columns) is not columns[1 - index]
        answers += claim_html(answer, columns, chosen, named, brief=answer["id"] in told)
        told.add(answer["id"])
    if len(exchange.answers) > _ANSWERS:
        label = f"{words.counted(len(exchange.answers) - _ANSWERS, 'more answer')} in the article"
        address = address_of(chosen, "claims", claim=exchange.said[0]["id"])
        answers += f'<p class="more">{markup.inner_link(address, label)}</p>'
    if unheard := silence(exchange):
        answers = f'<div class="silence">{markup.text(unheard)}</div>'
    word, small = status(exchange)
    cells = [f'<div class="side said">{said}</div>', f'<div class="side">{answers}</div>']
    left, right = cells if index == 0 else reversed(cells)
    middle = f'<div class="status"><b>{markup.text(word)}</b><small>{markup.text(small)}</small></div>'
    return f'<div class="sides">{left}{middle}{right}</div>'


def _beside(exchange: Exchange, columns: Sequence[Side], chosen: ClaimFilter) -> str:
    """A claim of somebody who is neither column's, with the first of its answers."""
    shown = [*exchange.said[:_ANSWERS], *exchange.answers[:1]]
    html = "".join(claim_html(one, columns, chosen, named=True) for one in shown)
    unheard = silence(exchange)
    return f"<div>{html}{f'<p class=quiet>{markup.text(unheard)}</p>' if unheard else ''}</div>"


def _rank(exchange: Exchange) -> int:
    """What was answered first, then what was not, then what answers nothing in view."""
    return 0 if exchange.answers else 1 if exchange.said[0]["stance"] == "alleges" else 2


def _more(said: Sequence[Claim], row: Mapping[str, Any]) -> str:
    """A link to the claims that the cell has no room for."""
    left = len(said) - _SAID
    if left <= 0:
        return ""
    day = words.as_date(row["day"])
    theirs = ClaimFilter(
        conflict=row["conflict"],
        regions=tuple(row["regions"]) or (NONE,),
        parties=(said[0]["claimant"],),
        date_from=day,
        date_to=day,
    )
    label = f"{words.counted(left, 'more claim')} of this day by {said[0]['claimant']}"
    return f'<p class="more">{markup.inner_link(address_of(theirs, "claims"), label)}</p>'


def _heading(row: Mapping[str, Any], claims: Sequence[Claim]) -> str:
    kinds = dict.fromkeys(words.SHORT_CATEGORIES.get(c["category"], c["category"]) for c in claims)
    where = words.listed(row["region_names"]) or "no region named"
    return (
        f"{markup.text(words.day(row['day']))} · {markup.text(where)} "
        f"<span>· {markup.text(', '.join(kinds))}</span>"
    )
