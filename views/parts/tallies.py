"""The table of tallies: a row a window, a column a side, between two that count the same the gap."""

from collections.abc import Mapping, Sequence
from typing import Any

from db import queries
from db.filter import ClaimFilter
from views.parts import markup, words
from views.parts.claim import evidence, how_many, source
from views.parts.sides import Side

Window = Mapping[str, Any]
_ACTS = {
    "energy_strike": "attacks on energy",
    "ceasefire_violation": "breaches of a truce",
    "other_strike": "attacks",
}


def context(n: int) -> str:
    """What the page shows, in a line."""
    return (
        f"{words.counted(n, 'window')} for which a party gives a total. Only totals of the same thing over "
        "the same days stand against each other; all others stand by themselves and are never added up. "
        "A count of a part of a day, as up to noon, stands under the whole day: times of day are not read."
    )


def counted(window: Window) -> str:
    """What is counted: `breaches of a truce`, `drones`."""
    return _ACTS[window["category"]] if window["tally"] == "acts" else str(window["tally"])


def days(window: Window) -> str:
    """The days of the window, or when it was reported if the text names none."""
    if window["date_from"]:
        return words.period(window["date_from"], window["date_to"])
    return f"reported {words.short_day(window['day'])}" if window["day"] else "report without a date"


def group(window: Window) -> str:
    """What a window stands under: its truce, which one without days has none of."""
    if not window["date_from"]:
        return "Days not named"
    return window["agreement"] or "Under no agreement on file"


def table(windows: Sequence[Window], sides: Sequence[Side], chosen: ClaimFilter, shown: str) -> str:
    """HTML of windows under the truces they fall into."""
    columns = sides if len(sides) > 1 else ()
    heads = "".join(f'<th scope="col"{markup.side_style(s.colour)} class="party">{markup.text(s.name)}</th>'
                    for s in columns)  # fmt: skip
    names = {side.name for side in columns}
    beyond = any(figure["party"] not in names for window in windows for figure in window["figures"])
    width = len(columns) + 2 + beyond
    others = '<th scope="col">others</th>' if beyond else ""
    body, before = "", None
    for window in windows:
        truce = group(window)
        if truce != before:
            cell = f'<th colspan="{width}" scope="rowgroup">{markup.text(truce)}</th>'
            body += f'<tr class="group">{cell}</tr>'
        before = truce
        body += _row(window, columns, chosen, beyond)
    return (
        f'<div class="cc whole"><h2>Window by window</h2>{shown}<div class="table tallies"><table><thead><tr>'
        f'<th scope="col">days and what is counted</th>{heads}<th scope="col">apart by</th>{others}</tr>'
        f"</thead><tbody>{body}</tbody></table></div></div>"
    )


def _row(window: Window, columns: Sequence[Side], chosen: ClaimFilter, beyond: bool) -> str:
    where = f"in {words.listed(window['region_names'])}" if window["region_names"] else ""
    what = " ".join(filter(None, (counted(window), where)))
    figures = {figure["party"]: figure for figure in window["figures"]}
    cells = "".join(
        f"<td{markup.side_style(side.colour)}>{_figure(side.name, figures.pop(side.name, None), chosen)}</td>"
        for side in columns
    )
    others = "".join(_figure(party, figure, chosen, named=True) for party, figure in figures.items())
    others = f"<td>{others}</td>" if beyond else ""
    apart = queries.gap(window)
    none = "no match" if window["date_from"] else "cannot be matched"
    gap = f"<b>{words.number(apart)}</b>" if apart is not None else f'<span class="quiet">{none}</span>'
    return (
        f'<tr{" class=matched" if window["matched"] else ""}><th scope="row">{markup.text(days(window))}'
        f"<small>{markup.text(what)}</small></th>{cells}"
        f'<td class="gap"><span class="who">apart by</span>{gap}</td>{others}</tr>'
    )


def _figure(party: str, figure: Mapping[str, Any] | None, chosen: ClaimFilter, named: bool = False) -> str:
    """A party's figure with the sentences behind it."""
    who = f'<span class="who{" always" if named else ""}">{markup.text(party)}</span>'
    if figure is None:
        return f'{who}<span class="quiet">no total</span>'
    lead = figure["said"][-1]
    number = words.number(figure["latest"])
    bound = {"minimum": "at least ", "maximum": "up to "}.get(lead["bound"] or "", "")
    span = ""
    if figure["lowest"] != figure["highest"]:
        lowest, highest = words.number(figure["lowest"]), words.number(figure["highest"])
        span = f"<small>reported as {lowest} to {highest}</small>"
    items = "".join(_said(one, chosen) for one in figure["said"])
    unfold = markup.summary(words.counted(figure["reports"], "report"), f"{party}, {number}")
    return (
        f'<div class="total">{who}{bound}<b>{number}</b>{span}'
        f"<details>{unfold}<ul>{items}</ul></details></div>"
    )


def _said(one: Mapping[str, Any], chosen: ClaimFilter) -> str:
    about = [
        markup.text(one["speaker"] or one["claimant"]),
        markup.text(words.short_day(one["published"])),
        how_many(one),
        source(one),
        evidence(one, chosen),
    ]
    small = " · ".join(filter(None, about))
    return f'<li><q>{markup.text(one["sentence"])}</q><p class="about">{small}</p></li>'
