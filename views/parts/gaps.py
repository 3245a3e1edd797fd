"""The picture of tallies: each side's total on the last day of its window, the gap between two that match."""

from collections import Counter
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from db import queries
from views.parts import markup, words
from views.parts.charts import INK, PAPER, QUIET, mixed, tone
from views.parts.notices import notice
from views.parts.pictures import since_when
from views.parts.sides import Side
from views.parts.tallies import counted, days

_SHAPES = {"acts": "circle"}  # weapons: squares
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
Window = Mapping[str, Any]


def picture(windows: Sequence[Window], sides: Sequence[Side], mode: str) -> None:
    """Draw the totals that have days, and say how many have none."""
    dated = [one for one in windows if one["date_to"]]
    if not dated:
        notice("No picture.", "No total in this view names its days.")
        return
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with right.container(horizontal_alignment="right"):
        since = since_when(dated)
    shown = [one for one in dated if since is None or one["date_to"] >= str(since)]
    left.html(f'<p class="cc title"><b>Totals by the last day they cover</b>, {_span(shown)}</p>')
    st.plotly_chart(figure(shown, sides, mode), key="totals", config=_CONFIG, alt=in_words(shown, sides))
    st.html(f'<div class="cc">{key(windows, shown, sides)}</div>')


def figure(windows: Sequence[Window], sides: Sequence[Side], mode: str) -> go.Figure:
    """Dots for totals, filled where another side counts the same days; a line between two is the gap."""
    fig = go.Figure()
    for window in windows:
        if queries.gap(window) is not None:
            ends = [one["latest"] for one in window["figures"] if one["sided"]]
            fig.add_scatter(
                x=[window["date_to"]] * 2, y=ends, mode="lines", hoverinfo="skip",
                line={"color": mixed(QUIET[mode], PAPER[mode], 0.55), "width": 2},
            )  # fmt: skip
    colours = {side.name: tone(side.colour, mode) for side in sides}
    for window in windows:
        for one in window["figures"]:
            colour = colours.get(one["party"], QUIET[mode])
            fig.add_scatter(
                x=[window["date_to"]],
                y=[max(one["latest"], 1)],
                mode="markers",
                marker={
                    "size": 11,
                    "symbol": _SHAPES.get(window["tally"], "square"),
                    "color": colour if window["matched"] else PAPER[mode],
                    "line": {"color": colour, "width": 2},
                },
                hovertemplate=_told(window, one),
            )
    _axes(fig, windows, mode)
    return fig


def _told(window: Window, one: Mapping[str, Any]) -> str:
    """What the dot says under the pointer: the figure, the days, and who reports it."""
    tellers = dict.fromkeys(said["publisher"] or "unknown" for said in one["said"])
    lines = wrap(markup.cut(one["said"][-1]["sentence"], 200), 60)
    gap = queries.gap(window)
    apart = f"apart by {words.number(gap)}" if gap is not None else "no total of another side for these days"
    number = words.number(one["latest"])
    return (
        f"<b>{markup.text(one['party'])}: {number}</b> {markup.text(counted(window))}<br>"
        f"{markup.text(days(window))} · {apart}<br>{'<br>'.join(map(markup.text, lines))}<br>"
        f"{markup.text(words.listed(tellers, at_most=4))}<extra></extra>"
    )


def _axes(fig: go.Figure, windows: Sequence[Window], mode: str) -> None:
    quiet = {"size": 12, "color": QUIET[mode]}
    grid = {"gridcolor": mixed(QUIET[mode], PAPER[mode], 0.16), "zeroline": False}
    ticks = {"ticks": "outside", "ticklen": 4, "tickcolor": QUIET[mode], "nticks": 7, "tickfont": quiet}
    ticks["tickformat"] = "%-d %b" if len({str(one["date_to"])[:4] for one in windows}) == 1 else "%b %Y"
    fig.update_xaxes(
        type="date", showgrid=False, fixedrange=True, showline=True, linecolor=INK[mode], **ticks
    )
    highest = max(one["latest"] for window in windows for one in window["figures"])
    marks = [10**power for power in range(6) if 10**power <= 10 * highest]
    fig.update_yaxes(type="log", tickfont=quiet, fixedrange=True, side="right", tickvals=marks,
                     ticktext=[words.number(mark) for mark in marks], **grid)  # fmt: skip
    clear = "rgba(0,0,0,0)"
    fig.update_layout(showlegend=False, height=300, hovermode="closest", dragmode=False, paper_bgcolor=clear,
                      plot_bgcolor=clear, margin={"l": 2, "r": 44, "t": 8, "b": 26})  # fmt: skip


def _span(windows: Sequence[Window]) -> str:
    return words.period(min(one["date_to"] for one in windows), max(one["date_to"] for one in windows))


def in_words(windows: Sequence[Window], sides: Sequence[Side]) -> str:
    """What the picture shows, for those who do not see it."""
    matched = sum(bool(one["matched"]) for one in windows)
    given = Counter(figure["party"] for window in windows for figure in window["figures"])
    totals = "; ".join(f"{side.name}: {words.counted(given[side.name], 'total')}" for side in sides)
    return f"Totals by the last day they cover, on a scale of powers of ten. {totals}. {_match(matched)}"


def key(windows: Sequence[Window], shown: Sequence[Window], sides: Sequence[Side]) -> str:
    """HTML of the key, and of what is not drawn."""
    parts = [
        f'<span{markup.side_style(side.colour)}><i class="dot"></i><b>{markup.text(side.name)}</b></span>'
        for side in sides
    ]
    matched = sum(bool(one["matched"]) for one in shown)
    parts += ['<span><i class="dot hollow"></i>no total of another side for the same days</span>']
    parts += [
        '<span><i class="square"></i>weapons, not acts</span>',
        "<span>each step is ten times the last</span>",
    ]
    undated = sum(not one["date_to"] for one in windows)
    earlier = len(windows) - undated - len(shown)
    if earlier:
        parts.append(f"<span>{words.counted(earlier, 'earlier total')} not drawn</span>")
    if undated:
        parts.append(f"<span>{words.counted(undated, 'total')} without days not drawn</span>")
    return f'<div class="key">{"".join(parts)}</div><p class="quiet">{_match(matched)}</p>'


def _match(matched: int) -> str:
    if not matched:
        return "In no window do two sides give a total of the same thing for the same days."
    return (
        f"In {words.counted(matched, 'window')} two sides give a total of the same thing for the same days."
    )
