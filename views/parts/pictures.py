"""The charts on their pages: each with the choice of what is drawn, and its numbers as a table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from sqlite_utils import Database

from db import queries
from db.filter import ClaimFilter
from views.downloads import file_name
from views.parts import atlas, bars, choosing, dots, figure, markup, words
from views.parts.address import address_of
from views.parts.answers import asked, drawn
from views.parts.figure import ROOMS, Imprint, Room
from views.parts.glance import glance
from views.parts.history import ends_of, timeline_of
from views.parts.notices import notice
from views.parts.sides import Side
from views.parts.source import theme_mode
from views.parts.timeline import LAST_YEAR, SPANS, Timeline, end_of, in_words, is_long, name_of

_TELLERS = 5  # publishers that are named as sources
_TIMELINE = "Timeline in full: kinds of claims, sentences, days to choose"
_HOW = "The camera at the upper right saves the picture."
_FORMS = {"PNG": "png", "SVG": "svg"}

Draw = Callable[[Imprint, Room, str], go.Figure]


def timeline(db: Database, chosen: ClaimFilter, sides: Sequence[Side]) -> None:
    """Show the timeline at a glance, and as a chart once the reader opens it.

    A bar of the chart that is clicked, or days dragged over in a strip below, go into the filter.
    """

    def ask(question: Callable[..., Any], *about: Any) -> Any:
        return asked(question, db, *about)

    span = _span(ends_of(ask, chosen))
    line = timeline_of(ask, chosen, sides, span, in_full=False)
    if line is None:
        notice("No timeline.", "No claim in this view has both a date and a side.")
        return
    agreements = queries.agreements(db, chosen.conflict or "")
    with st.container(key="glance", gap=None):
        strip = st.empty()
        chart = st.expander(_TIMELINE, type="compact", on_change="rerun", key="timeline", bind="query-params")
    if not chart.open:
        strip.html(glance(line, agreements))
        return
    with chart:
        _chart(db, chosen, sides, timeline_of(ask, chosen, sides, span) or line, agreements)


def _chart(
    db: Database,
    chosen: ClaimFilter,
    sides: Sequence[Side],
    line: Timeline,
    agreements: Sequence[Mapping[str, Any]],
) -> None:
    """Draw the timeline."""
    about = (str(line.first), line.step)
    draw = _remembered(partial(bars.figure, line, agreements), "timeline", db, chosen, sides, *about)
    mode = theme_mode()
    place = st.container(key="timeline-chart", gap=None)
    how = f"Click a bar for its claims, drag over the strip for those of several. {_HOW}"
    form = _below(how, numbers(line, chosen))
    with place:
        _shown("timeline", draw, _imprint(db, chosen, "timeline"), in_words(line), form, _open_days)
        st.plotly_chart(
            drawn(partial(bars.brush, line, mode), "brush", db, chosen, mode, *about), key="brush",
            theme=None, on_select=_choose_days, selection_mode="box",
            config={"displayModeBar": False, "showTips": False},
            alt="The same bars in small: drag over some to choose their days.",
        )  # fmt: skip


def tallies(db: Database, chosen: ClaimFilter, sides: Sequence[Side], windows: Sequence[dots.Window]) -> None:
    """Draw the totals that have days; a click on one opens its claim."""
    dated = [{"day": one["date_to"]} for one in windows if one["date_to"]]
    if not dated:
        notice("No picture.", "No total in this view names its days.")
        return
    shown = dots.within(windows, _span(dated))
    place, form = st.container(key="tallies-chart", gap=None), _below(f"Click a total for its claim. {_HOW}")
    with place:
        found = _shown(
            "tallies", partial(dots.figure, windows, shown, sides), _imprint(db, chosen, "tallies"),
            dots.in_words(shown, sides), form,
        )  # fmt: skip
    if found:
        st.switch_page("claims.py", query_params={**chosen.to_params(), "claim": str(found[0])})


def map_of(db: Database, chosen: ClaimFilter, sides: Sequence[Side]) -> None:
    """Draw the map; a click on a bubble opens the claims that name its region."""
    kind = st.segmented_control(
        "Bubbles", list(atlas.KINDS), default="regions", required=True, key="spots", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    question, nowhere, one = atlas.KINDS[kind]
    rows = asked(question, db, chosen)
    note = atlas.unplaced(asked(nowhere, db, chosen), asked(queries.count_claims, db, chosen), one)
    spots = atlas.spots_of(rows, sides, chosen)
    if not spots:
        notice(f"No map: no allegation in this view names a {one} that is known.", note)
        return
    land = asked(queries.land, db, ClaimFilter(conflict=chosen.conflict))
    alt = atlas.in_words(spots, sides, one, note)
    place = st.container(key="map-chart", gap=None)
    how = f"Click a bubble for the claims that name its region. {_HOW}"
    form = _below(how, atlas.table(rows, sides, chosen, one, alt))
    with place:
        draw = partial(atlas.figure, spots, sides, land, one, note)
        draw = _remembered(draw, "map", db, chosen, sides, kind)
        found = _shown("map", draw, _imprint(db, chosen, "map"), alt, form)
    if found and found[0]:
        there = replace(chosen, regions=(str(found[0]),))
        st.switch_page("claims.py", query_params=there.to_params())


def _remembered(
    draw: Draw, name: str, db: Database, chosen: ClaimFilter, sides: Sequence[Side], *about: str
) -> Draw:
    """The same, from memory where it was drawn before; `about` tells the pictures of a filter apart."""
    seen = [side.name for side in sides]

    def picture(imprint: Imprint, room: Room, mode: str) -> go.Figure:
        said = (imprint.filter, imprint.source, room.kind, mode)
        return drawn(partial(draw, imprint, room, mode), name, db, chosen, *seen, *about, *said)

    return picture


def _shown(
    name: str,
    draw: Draw,
    imprint: Imprint,
    alt: str,
    form: str,
    on_select: Callable[[str], None] | None = None,
) -> list[Any] | None:
    """Show a chart for each room; return the data of the point that the reader has clicked, if any.

    With `on_select`, that is called with the chart's key before the page runs again.
    """
    mode, chosen = theme_mode(), None
    for room in ROOMS:
        chart = draw(imprint, room, mode)
        key = f"{name}-{room.kind}"
        state = st.plotly_chart(
            chart, key=key, theme=None, selection_mode="points", alt=alt,
            on_select=partial(on_select, key) if on_select else "rerun",
            config=figure.config(chart, imprint, room, form),
        )  # fmt: skip
        chosen = chosen or _clicked(state)
    return chosen


def _clicked(state: Any) -> list[Any] | None:
    """The data of the point that was clicked, of the state of a chart."""
    points = state["selection"]["points"] if state else []
    return next((list(point["customdata"]) for point in points if point.get("customdata")), None)


def _open_days(key: str) -> None:
    """Before the page runs again: the days of the bar that was clicked become the filter's."""
    if found := _clicked(st.session_state[key]):
        st.session_state["date_from"], st.session_state["date_to"] = map(words.as_date, found[:2])


def _choose_days() -> None:
    """Before the page runs again: the stretch that was dragged over becomes the filter's days."""
    boxes = st.session_state["brush"]["selection"]["box"]
    if boxes and (stretch := [day for end in boxes[0].get("x", []) if (day := words.as_date(str(end)))]):
        st.session_state["date_from"], st.session_state["date_to"] = min(stretch), max(stretch)


def _span(rows: Sequence[Mapping[str, Any]]) -> str | None:
    """The years that are drawn where there are many: the reader's choice."""
    days = [day for row in rows if (day := words.as_date(row["day"]))]
    if not is_long(days):
        return None
    return st.segmented_control(
        "Days drawn", SPANS, default=LAST_YEAR, required=True, key="span", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip


def _imprint(db: Database, chosen: ClaimFilter, name: str) -> Imprint:
    """What a chart says of itself: its filter, what it rests on, where that is from, in which state."""
    version = queries.data_version(db)
    head = {"filter": chosen.to_params(), "rows": asked(queries.count_claims, db, chosen)}
    head["data_version"] = version
    tellers = asked(queries.tellers, db, chosen)
    source = [f"Source: {words.listed(tellers, _TELLERS)}."] if tellers else []
    paraphrases, documents = asked(queries.paraphrased, db, ClaimFilter(chosen.conflict))
    if paraphrases:
        what = "Sample data" if paraphrases == documents else "Includes sample data"
        source.append(f"{what}: paraphrases of facts that were reported.")
    source.append(f"Ceasefire claims, data version {version}; drawn {words.day(date.today())}.")
    return Imprint(choosing.in_words(db, chosen), " ".join(source), file_name(name, head, "claims"))


def _below(how: str, table: str = "") -> str:
    """Under a chart: what can be done with it, its numbers as a table; return the form of its picture."""
    more = f"<details><summary>The same numbers as a table</summary>{table}</details>" if table else ""
    with st.container(key="below", horizontal=True, vertical_alignment="top", gap="small"):
        st.html(f'<div class="cc notes"><span>{markup.text(how)}</span>{more}</div>')
        form = st.segmented_control(
            "Picture as", list(_FORMS), default="PNG", required=True, key="picture",
            label_visibility="collapsed",
        )  # fmt: skip
    return _FORMS[form]


def numbers(line: Timeline, chosen: ClaimFilter) -> str:
    """HTML of the numbers: a row a bar that holds anything, with the link to its days; columns by side and
    kind of statement."""
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
        days = replace(chosen, date_from=start, date_to=end_of(start, line.step))
        link = markup.inner_link(address_of(days), name_of(start, line.step))
        body += f'<tr><th scope="row">{link}</th>{cells}</tr>'
    head = f'<tr><td></td>{top}</tr><tr><th scope="col">{line.step}</th>{sub}</tr>'
    return (
        '<div class="table tall" tabindex="0" role="region" aria-label="Numbers of the timeline">'
        f"<table><caption>{markup.text(in_words(line))}</caption>"
        f"<thead>{head}</thead><tbody>{body}</tbody></table></div>"
    )
