"""The list of a conflict's sources: whose they are, what each gave, when it was asked, and what is amiss."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from views.parts import markup, words
from views.parts.sides import Side, side_of

Row = Mapping[str, Any]


def summary(rows: Sequence[Row]) -> str:
    """HTML of a line on all sources, and of a warning that names those with something amiss."""
    feeds = [row for row in rows if row["feed"]]
    asked = [row for row in feeds if row["fetched"]]
    told = f"{words.counted(len(rows), 'source')} listed; {len(feeds)} are feeds, {len(asked)} of them asked."
    amiss = [row["publisher"] for row in feeds if state(row)[1]]
    line = f'<p class="cc quiet">{told}</p>'
    if not amiss:
        return line
    names = markup.text(words.listed(amiss, 5))
    return f'<div class="cc warning" role="status"><p>Something is amiss with {names}.</p></div>{line}'


def state(row: Row) -> tuple[str, bool]:
    """How a source is, in words, and whether something is amiss."""
    if row["error"]:
        rest = f" It is left alone until {words.moment(row['until'])}." if row["until"] else ""
        return f"{row['error']}{rest}", True
    if row["silence"]:
        return row["silence"], True
    if row["fetched"]:
        return "well", False
    return ("not asked yet" if row["feed"] else "no feed, so it is not read"), False


def table(rows: Iterable[Row], sides: Sequence[Side]) -> str:
    """HTML of the sources, a row each."""
    body = "".join(_row(row, sides) for row in rows)
    if not body:
        return '<p class="cc">The conflict lists no sources.</p>'
    heads = (
        ("source", ""),
        ("country", "wide"),
        ("outlet of", ""),
        ("articles", "n"),
        ("claims", "n"),
        ("last asked", "wide"),
        ("state", ""),
    )
    top = "".join(f'<th scope="col" class="{kind}">{name}</th>' for name, kind in heads)
    inner = f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="cc"><div class="table"><table>{inner}</table></div></div>'


def _row(row: Row, sides: Sequence[Side]) -> str:
    side = side_of(row["party"], sides)
    said, amiss = state(row)
    asked = words.moment(row["fetched"]) if row["fetched"] else "–"
    style = markup.side_style(side.colour if side else None)
    return (
        f'<tr><th scope="row">{markup.link(row["address"], row["publisher"] or row["address"])}</th>'
        f'<td class="wide">{markup.text(row["country"] or "")}</td>'
        f'<td class="party"{style}>{markup.text(row["party"] or "–")}</td>'
        f'<td class="n">{words.number(row["articles"])}</td><td class="n">{words.number(row["claims"])}</td>'
        f'<td class="wide day">{asked}</td><td>{"<b>" * amiss}{markup.text(said)}{"</b>" * amiss}</td></tr>'
    )
