"""Puts a chart of ours onto the page, its key, what stands under the pointer, and the way to its file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from views.parts import markup
from views.parts.chart import SAMPLE, Chart, Entry

_HTML = '<div class="cc drawing"></div>'
_JS = Path(__file__).with_name("drawing.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class File:
    """A chart as a file: its name without the ending, and the address of its SVG."""

    name: str
    address: str


def show(
    chart: Chart, name: str, file: File, table: str = "", on_days: Callable[[], None] | None = None
) -> None:
    """Show the chart under its name, which is a key of the session's state, with the links to its file.

    `table` is HTML of the same numbers.

    With `on_days`, days that the reader chooses in it are in `st.session_state[name]["days"]`, as ISO text of
    the first and the last, when it is called.
    """
    more: dict[str, Any] = {"on_days_change": on_days} if on_days else {}
    component = st.components.v2.component(f"drawing-{name}", html=_HTML, js=_JS, isolate_styles=False)
    component(
        key=name,
        data={
            "html": html(chart, file, table),
            "told": [list(one.told) for one in (chart, chart.narrow) if one],
        },
        **more,
    )


def html(chart: Chart, file: File, table: str) -> str:
    """The drawing, its key, the links to its file and the table; every text from outside is escaped in it."""
    drawings = f"{_svg(chart, 'wide')}{_svg(chart.narrow, 'narrow')}" if chart.narrow else _svg(chart)
    key = "".join(_entry(entry) for entry in chart.key)
    notes = f"<span>{markup.text(' '.join(chart.notes))}</span>" if chart.notes else ""
    address, called = markup.text(file.address), markup.text(file.name)
    links = (
        f'<span>This chart as <a href="{address}" download="{called}.svg">SVG</a> or '
        f'<a href="{address}" data-png="{called}.png">PNG</a> <span role="status"></span></span>'
    )
    numbers = f"<details><summary>The same numbers as a table</summary>{table}</details>" if table else ""
    return f'{drawings}<div class="key">{key}</div><div class="notes">{notes}{links}{numbers}</div>'


def _svg(chart: Chart, kind: str = "") -> str:
    size = (
        f'viewBox="0 0 {chart.view[0]:g} {chart.view[1]:g}"' if chart.view else f'height="{chart.height:g}"'
    )
    name = "map" if chart.view else "chart"
    return (
        f'<svg class="{name} {kind}" width="100%" {size} role="group" aria-label="{markup.text(chart.alt)}">'
        f"{chart.svg}</svg>"
    )


def _entry(entry: Entry) -> str:
    sample = (
        f'<svg width="{SAMPLE}" height="{SAMPLE}" aria-hidden="true">{entry.sample}</svg>'
        if entry.sample
        else ""
    )
    said = markup.text(entry.words)
    if entry.colour:
        said = f'<b style="color:{markup.text(entry.colour)}">{said}</b>'
    return f'<span class="{entry.kind}">{sample}{said}</span>'
