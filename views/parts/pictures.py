"""The timeline on the page: the picture, its key, and the same numbers as a table."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st
from sqlite_utils import Database

from db import queries
from db.filter import ClaimFilter
from views.parts import charts, markup, words
from views.parts.answers import asked
from views.parts.notices import notice
from views.parts.sides import Side
from views.parts.source import theme_mode
from views.parts.timeline import A_WEEK_EACH, Timeline, end_of, in_words, name_of, read_timeline

_LAST_YEAR, _ALL = "last year", "all years"
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def timeline(db: Database, chosen: ClaimFilter, sides: Sequence[Side]) -> None:
    """Draw it; days chosen by dragging over it go into the filter."""
    counts = asked(queries.timeline, db, chosen)
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with right.container(horizontal_alignment="right"):
        since = since_when(counts)
    line = read_timeline(counts, sides, since)
    if line is None:
        notice("No timeline.", "No claim in this view has both a date and a side.")
        return
    span = words.period(line.first, end_of(line.last, line.step))
    left.html(f'<p class="cc title"><b>Claims a {line.step}</b>, {span}</p>')
    agreements = queries.agreements(db, chosen.conflict or "")
    drawn = charts.figure(line, agreements, theme_mode())
    st.plotly_chart(
        drawn,
        key="timeline",
        on_select=_choose_days,
        selection_mode="box",
        config=_CONFIG,
        alt=in_words(line),
    )
    numbers = f"<details><summary>The same numbers as a table</summary>{table(line)}</details>"
    st.html(f'<div class="cc">{key(line, agreements)}{numbers}</div>')


def key(line: Timeline, agreements: Sequence[Mapping[str, Any]]) -> str:
    """HTML of the key: which direction, which strength, which pattern."""
    mirrored = len(line.sides) == 2
    parts = []
    verb = "alleges" if len(line.sides) > 1 else "allege"
    for index, side in enumerate(line.sides):
        arrow = ("▲ ", "▼ ")[index] if mirrored else ""
        swatches = "".join(
            f'<span><i class="s{number}"></i>{words.SHORT_CATEGORIES[category]}</span>'
            for number, category in enumerate(charts.STRENGTH, start=1)
            if line.total(side.name, "alleges", category=category)
        )
        name = f"<b>{arrow}{markup.text(side.name)} {verb}</b>"
        parts.append(f"<span{markup.side_style(side.colour)}>{name}{swatches}</span>")
    if any(line.total(side.name, "denies") for side in line.sides):
        parts.append('<span><i class="hatched"></i>denies</span>')
    if any(line.total(side.name, "admits") for side in line.sides):
        parts.append('<span><i class="dotted"></i>admits</span>')
    parts += [_band(row) for row in charts.within(line, agreements)]
    parts.append('<span class="drag">drag over bars to choose days</span>')
    if line.earlier:
        parts.append(f"<span>{words.counted(line.earlier, 'earlier claim')} not drawn</span>")
    if line.outside:
        parts.append(f"<span>{words.counted(line.outside, 'claim')} by others not drawn</span>")
    return f'<div class="key">{"".join(parts)}</div>'


def table(line: Timeline) -> str:
    """HTML of the numbers: a row a bar that holds anything, columns by side and kind of statement."""
    columns = [("alleges", c, f"alleges {words.SHORT_CATEGORIES[c]}") for c in charts.STRENGTH]
    columns += [("denies", None, "denies"), ("admits", None, "admits")]
    top = "".join(
        f'<th colspan="{len(columns)}" scope="colgroup">{markup.text(s.name)}</th>' for s in line.sides
    )
    sub = "".join(f'<th scope="col" class="n">{name}</th>' for _ in line.sides for _, _, name in columns)
    body = ""
    for start in line.starts():
        numbers = [line.total(s.name, stance, start, c) for s in line.sides for stance, c, _ in columns]
        if any(numbers):
            cells = "".join(f'<td class="n">{n or "·"}</td>' for n in numbers)
            body += f'<tr><th scope="row">{markup.text(name_of(start, line.step))}</th>{cells}</tr>'
    head = f'<tr><td></td>{top}</tr><tr><th scope="col">{line.step}</th>{sub}</tr>'
    return (
        '<div class="table tall" tabindex="0" role="region" aria-label="Numbers of the timeline">'
        f"<table><caption>{markup.text(in_words(line))}</caption>"
        f"<thead>{head}</thead><tbody>{body}</tbody></table></div>"
    )


def _band(agreement: Mapping[str, Any]) -> str:
    """An agreement's name and days, for screens too narrow to write its name over its band."""
    days = words.period(agreement["start"], agreement["end"])
    days = days if agreement["end"] else f"since {days}"
    return f'<span class="bands"><i class="band"></i>{markup.text(agreement["name"])}, {days}</span>'


def since_when(rows: Sequence[Mapping[str, Any]]) -> date | None:
    """From which day to draw: where a view spans many years, its last one unless the reader asks for all."""
    days = [day for row in rows if (day := words.as_date(row["day"]))]
    if not days or (max(days) - min(days)).days <= A_WEEK_EACH:
        return None
    span = st.segmented_control(
        "Days drawn", [_LAST_YEAR, _ALL], default=_LAST_YEAR, required=True, key="span", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    return None if span == _ALL else max(days) - timedelta(days=365)


def _choose_days() -> None:
    """Before the page runs again: the dragged stretch becomes the filter's days."""
    chosen: Any = st.session_state["timeline"]["selection"]["box"]
    if chosen and (stretch := chosen[0].get("x")):
        first, last = (words.as_date(str(end)) for end in (stretch[0], stretch[-1]))
        if first and last:
            st.session_state["date_from"], st.session_state["date_to"] = min(first, last), max(first, last)
