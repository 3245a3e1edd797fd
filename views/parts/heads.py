"""The head of a page: title, a line of context, the note on sample data, and the four numbers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st
from sqlite_utils import Database

from db import queries
from db.filter import ClaimFilter
from views.parts import markup, sections, words
from views.parts.address import address_of
from views.parts.answers import asked, conflicts_of
from views.parts.sides import Side, side_of
from views.parts.status import missing
from views.parts.trend import trend

_LONG = 5  # characters of a number from which on it is written smaller


def head(title: str, context: str) -> None:
    """The page's title and the sentence under it."""
    st.html(f'<div class="cc head"><h1>{markup.text(title)}</h1><p>{markup.text(context)}</p></div>')


def sample_note(db: Database, conflict: str | None = None) -> None:
    """Says plainly how much of what the conflict (none: any) holds is sample data, as long as any is."""
    paraphrases, documents = asked(queries.paraphrased, db, ClaimFilter(conflict=conflict))
    some = f"{words.number(paraphrases)} of the {words.number(documents)} texts read"
    _banner(paraphrases, documents, some, _own_elsewhere(db, conflict) if paraphrases and conflict else "")


def sample_note_of(kinds: Collection[str]) -> None:
    """Says plainly that some texts, told by their kinds, are sample data, if any is."""
    _banner(sum(kind == "paraphrase" for kind in kinds), len(kinds), "Some of these texts")


def _own_elsewhere(db: Database, conflict: str) -> str:
    """Which other conflicts hold texts that are no sample data, with the way there; "" if none does."""
    own = []
    for name, title in conflicts_of(db).items():
        paraphrases, documents = asked(queries.paraphrased, db, ClaimFilter(conflict=name))
        if name != conflict and paraphrases < documents:
            link = markup.inner_link(address_of(ClaimFilter(conflict=name)), title)
            own.append(f"{link} ({words.number(documents - paraphrases)})")
    return f" Texts of your own on other conflicts: {', '.join(own)}." if own else ""


def _banner(paraphrases: int, documents: int, some: str, beside: str = "") -> None:
    """The note that all documents are paraphrases, or that `some` of them are, and what is `beside` them;
    none if none is."""
    if not paraphrases:
        return
    if paraphrases < documents:
        what, who = "Includes the sample.", f"{some} are paraphrases"
        more = "<code>python -m pipeline remove --sample</code> takes them out"
    else:
        what = "Sample data."
        who = "This text is a paraphrase" if documents == 1 else "These texts are paraphrases"
        more = markup.inner_link(f"method#{sections.OWN_SOURCES}", "Read your own sources")
    st.html(
        f'<div class="cc banner" role="note"><b>{what}</b> {who} of facts reported at the linked addresses, '
        f"written to show how the page works. {more}.{beside}</div>"
    )


def context(totals: Mapping[str, Any]) -> str:
    """What the view holds, in a line: claims, articles, publishers, days."""
    if not totals["claims"]:
        return "No claim passes the filters."
    if totals["more"]:
        return (
            f"More than {words.counted(totals['claims'], 'claim')} have these words: too many to count. "
            "Choose days or parties, or add a word, for figures and a timeline."
        )
    span = f", {words.period(totals['first_day'], totals['last_day'])}" if totals["first_day"] else ""
    claims, articles = words.counted(totals["claims"], "claim"), words.counted(totals["documents"], "article")
    disputes = words.counted(totals["disputes"], "dispute")
    by = f" by {words.counted(totals['publishers'], 'publisher')}" if totals["publishers"] else ""
    waiting = (
        f" {words.counted(totals['waiting'], 'claim')} still to be lined up." if totals["waiting"] else ""
    )
    return (
        f"{claims} in {disputes}, from {articles}{by}{span}. "
        f"Figures are what was said, not what happened.{waiting}"
    )


def missing_sources(db: Database, chosen: ClaimFilter, sides: Sequence[Side]) -> None:
    """A warning where one side's own sources are missing in the days that are shown."""
    own = asked(
        queries.own_documents,
        db,
        ClaimFilter(chosen.conflict, date_from=chosen.date_from, date_to=chosen.date_to),
    )
    if len(sides) > 1 and (
        warning := missing(own, [side.name for side in sides], words.within(chosen.date_from, chosen.date_to))
    ):
        st.html(f'<div class="cc warning" role="note">{markup.text(warning)}</div>')


def cards(
    totals: Mapping[str, Any], sides: Sequence[Side], timeline: Sequence[Mapping[str, Any]] = ()
) -> None:
    """Four numbers: what the two sides and all others allege, with the trend of it, and what was read.

    `timeline` are the rows of `queries.timeline`.
    """
    days = totals["first_day"], totals["last_day"]
    html = ""
    for side in sides[:2]:
        mine = [c for c in totals["claimants"] if side_of(c["claimant"], sides) is side]
        said, answered = sum(c["allegations"] for c in mine), sum(c["answered"] for c in mine)
        told = sum(c["alleges"] for c in mine)
        lines = [f"{words.number(told)} with repeats"] if told > said else []
        if said:
            lines += [f"{words.number(answered)} answered, {words.number(said - answered)} not"]
            lines += [trend(timeline, side.parties, *days)]
        else:
            lines += ["nothing in this view"]
        verb = "alleges" if len(sides) > 1 else "allege"
        html += _card(f"{side.name} {verb}", words.number(said), lines, side.colour)
    rest = [c for c in totals["claimants"] if side_of(c["claimant"], sides[:2]) is None]
    names = words.listed((c["claimant"] for c in rest if c["alleges"]), at_most=4) or "nobody in this view"
    if len(sides) > 1:
        lately = trend(timeline, {c["claimant"] for c in rest}, *days) if rest else ""
        html += _card("Others allege", words.number(sum(c["allegations"] for c in rest)), [names, lately])
    publishers = (
        f"by {words.counted(totals['publishers'], 'publisher')}"
        if totals["publishers"]
        else "no publisher is named"
    )
    html += _card("Articles with claims", words.number(totals["documents"]), [publishers])
    st.html(f'<dl class="cc cards">{html}</dl>')


def _card(label: str, figure: str, lines: Iterable[str], colour: str | None = None) -> str:
    kind = "figure" + " plain" * (not colour) + " long" * (len(figure) > _LONG)
    small = "".join(f"<small>{markup.text(line)}</small>" for line in lines if line)
    return (
        f"<div{markup.side_style(colour)}><dt>{markup.text(label)}</dt>"
        f'<dd><span class="{kind}">{markup.text(figure)}</span>{small}</dd></div>'
    )
