"""The charts on their pages: each with its title, what is drawn of many years, and its numbers as a table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import streamlit as st
from sqlite_utils import Database

from db import queries
from db.filter import ClaimFilter
from views import charts
from views.downloads import file_name
from views.parts import atlas, bars, dots, drawing, login, markup, words
from views.parts.address import address_of
from views.parts.answers import asked
from views.parts.chart import Chart
from views.parts.history import ends_of, timeline_of
from views.parts.notices import notice
from views.parts.sides import Side
from views.parts.source import theme_mode
from views.parts.timeline import (
    LAST_YEAR,
    SPANS,
    Timeline,
    in_words,
    is_long,
    name_of,
)


def timeline(db: Database, chosen: ClaimFilter, sides: Sequence[Side], turned: bool = False) -> None:
    """Draw the timeline; a day that is clicked, or days dragged over, go into the filter."""

    def ask(question: Callable[..., Any], *about: Any) -> Any:
        return asked(question, db, *about)

    title, span = _head(ends_of(ask, chosen))
    line = timeline_of(ask, chosen, sides, span)
    if line is None:
        notice("No timeline.", "No claim in this view has both a date and a side.")
        return
    agreements = queries.agreements(db, chosen.conflict or "")
    chart = bars.chart(
        line, agreements, theme_mode(),
        link=lambda first, last: address_of(replace(chosen, date_from=first, date_to=last)),
    )  # fmt: skip
    title.html(_title(chart))
    options = {"span": span, "turned": "true" if turned else None}
    drawing.show(chart, "timeline", _file(db, chosen, "timeline", options), numbers(line), _choose_days)


def tallies(db: Database, chosen: ClaimFilter, sides: Sequence[Side], windows: Sequence[dots.Window]) -> None:
    """Draw the totals that have days, and say how many have none."""
    dated = [{"day": one["date_to"]} for one in windows if one["date_to"]]
    if not dated:
        notice("No picture.", "No total in this view names its days.")
        return
    title, span = _head(dated)
    chart = dots.chart(
        windows, dots.within(windows, span), sides, theme_mode(),
        link=lambda claim: address_of(chosen, "claims", claim=claim),
    )  # fmt: skip
    title.html(_title(chart))
    drawing.show(chart, "totals", _file(db, chosen, "tallies", {"span": span}))


def map_of(db: Database, chosen: ClaimFilter, sides: Sequence[Side], claims: int) -> None:
    """Draw the map of so many claims; a click on a bubble opens the claims that name its region."""
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with right.container(horizontal_alignment="right"):
        kind = st.segmented_control(
            "Bubbles", list(atlas.KINDS), default="regions", required=True, key="spots", bind="query-params",
            label_visibility="collapsed",
        )  # fmt: skip
    question, nowhere, one = atlas.KINDS[kind]
    rows = asked(question, db, chosen)
    note = atlas.unplaced(asked(nowhere, db, chosen), claims, one)
    spots = atlas.spots_of(rows, sides, chosen)
    if not spots:
        notice(f"No map: no allegation in this view names a {one} that is known.", note)
        return
    land = asked(queries.land, db, ClaimFilter(conflict=chosen.conflict))
    chart = atlas.chart(spots, sides, land, one, note, theme_mode())
    left.html(_title(chart))
    table = atlas.table(rows, sides, chosen, one, chart.alt)
    drawing.show(chart, "map", _file(db, chosen, "map", {"spots": kind}), table)


def _head(rows: Sequence[Mapping[str, Any]]) -> tuple[Any, str | None]:
    """Where the title stands, and beside it the choice of years where there are many."""
    days = [day for row in rows if (day := words.as_date(row["day"]))]
    if not is_long(days):
        return st.container(), None
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with right.container(horizontal_alignment="right"):
        span = st.segmented_control(
            "Days drawn", SPANS, default=LAST_YEAR, required=True, key="span", bind="query-params",
            label_visibility="collapsed",
        )  # fmt: skip
    return left, span


def _title(chart: Chart) -> str:
    return f'<p class="cc title"><b>{markup.text(chart.title)}</b>, {markup.text(chart.span)}</p>'


def _file(db: Database, chosen: ClaimFilter, name: str, options: Mapping[str, str | None]) -> drawing.File:
    """The chart as a file: its address, or where programs are not answered, the file itself as an address."""
    given = {key: value for key, value in options.items() if value}
    head = {"filter": chosen.to_params(), "rows": asked(queries.totals, db, chosen)["claims"]}
    called = file_name(name, {**head, "data_version": queries.data_version(db)}, "claims")
    if not login.is_asked_for():
        return drawing.File(called, address_of(chosen, f"{name}.svg", **given))
    drawn = charts.file(db, chosen, name, given) or ""
    return drawing.File(called, f"data:image/svg+xml;charset=utf-8,{quote(drawn)}")


def numbers(line: Timeline) -> str:
    """HTML of the numbers: a row a bar that holds anything, columns by side and kind of statement."""
    columns = [("alleges", c, f"alleges {words.SHORT_CATEGORIES[c]}") for c in bars.STRENGTH]
    columns += [("denies", None, "denies"), ("admits", None, "admits")]
    top = "".join(
        f'<th colspan="{len(columns)}" scope="colgroup">{markup.text(s.name)}</th>' for s in line.sides
    )
    sub = "".join(f'<th scope="col" class="n">{name}</th>' for _ in line.sides for _, _, name in columns)
    body = ""
    for start in bars.filled(line):
        counts = [line.total(s.name, stance, start, c) for s in line.sides for stance, c, _ in columns]
        cells = "".join(f'<td class="n">{n or "·"}</td>' for n in counts)
        body += f'<tr><th scope="row">{markup.text(name_of(start, line.step))}</th>{cells}</tr>'
    head = f'<tr><td></td>{top}</tr><tr><th scope="col">{line.step}</th>{sub}</tr>'
    return (
        '<div class="table tall" tabindex="0" role="region" aria-label="Numbers of the timeline">'
        f"<table><caption>{markup.text(in_words(line))}</caption>"
        f"<thead>{head}</thead><tbody>{body}</tbody></table></div>"
    )


def _choose_days() -> None:
    """Before the page runs again: the chosen days become the filter's."""
    days: Any = st.session_state["timeline"].get("days")
    if days:
        st.session_state["date_from"], st.session_state["date_to"] = map(words.as_date, days)
