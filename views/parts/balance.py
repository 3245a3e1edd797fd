"""How evenly the sides were read: articles a week from the outlets of each, a warning if one is missing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from views.parts import markup, words
from views.parts.sides import Side, side_of
from views.parts.timeline import end_of

LATEST = 4  # weeks in which a side must be read at least once
SHOWN = 26  # weeks

OTHERS = "others"


@dataclass(frozen=True)
class Week:
    """Articles and claims of one week, from Monday on, by the name of the side or OTHERS."""

    monday: str
    articles: Mapping[str, int]
    claims: Mapping[str, int]


def weeks_of(rows: Iterable[Mapping[str, Any]], sides: Sequence[Side]) -> list[Week]:
    """The weeks that have articles, the latest first, of rows of (week, party, articles, claims)."""
    articles: dict[str, Counter[str]] = {}
    claims: dict[str, Counter[str]] = {}
    for row in rows:
        side = side_of(row["party"], sides)
        name = side.name if side else OTHERS
        articles.setdefault(row["week"], Counter())[name] += row["articles"]
        claims.setdefault(row["week"], Counter())[name] += row["claims"]
    return [Week(monday, articles[monday], claims[monday]) for monday in sorted(articles, reverse=True)]


def missing(weeks: Sequence[Week], sides: Sequence[Side]) -> list[str]:
    """The sides of which no outlet was read in the latest weeks; none where no two sides stand opposite."""
    if len(sides) < 2 or not weeks:
        return []
    return [side.name for side in sides if not any(week.articles[side.name] for week in weeks[:LATEST])]


def warning(weeks: Sequence[Week], sides: Sequence[Side]) -> str:
    """HTML of the warning, nothing if no side is missing."""
    names = missing(weeks, sides)
    if not names:
        return ""
    stretch = f"{min(LATEST, len(weeks))} latest weeks" if len(weeks) > 1 else "one week"
    says = "it says" if len(names) == 1 else "they say"
    return (
        f'<div class="cc warning" role="status"><p>No outlet of <b>{markup.text(" or ".join(names))}</b> was '
        f"read in the {stretch} that articles are from. What {says} is known here only from what others "
        "report.</p></div>"
    )


def table(weeks: Sequence[Week], sides: Sequence[Side]) -> str:
    """HTML of the weeks, a row each: a bar and figures for every side's own outlets, and for all others."""
    if not weeks:
        return '<p class="cc">No article with a date belongs to this conflict.</p>'
    columns = [(side.name, side.colour, f"outlets of {side.name}") for side in sides if len(sides) > 1]
    columns.append((OTHERS, None, "all others"))
    most = max(max(week.articles.values()) for week in weeks[:SHOWN])
    heads = "".join(
        f'<th scope="col" class="party"{markup.side_style(colour)}>{markup.text(label)}</th>'
        for _, colour, label in columns
    )
    body = "".join(
        f'<tr><th scope="row">{words.period(week.monday, _sunday(week))}</th>'
        + "".join(_cell(week, name, colour, most) for name, colour, _ in columns)
        + "</tr>"
        for week in weeks[:SHOWN]
    )
    caption = f"Articles a week by whose outlet they are from{', the latest weeks' * (len(weeks) > SHOWN)}."
    return (
        f'<div class="cc"><div class="table balance"><table><caption>{caption}</caption>'
        f'<thead><tr><th scope="col">week</th>{heads}</tr></thead><tbody>{body}</tbody></table></div></div>'
    )


def _cell(week: Week, name: str, colour: str | None, most: int) -> str:
    articles, claims = week.articles[name], week.claims[name]
    if not articles:
        return f'<td{markup.side_style(colour)}><small class="none">none</small></td>'
    bar = f'<i class="bar" style="width:{max(articles / most * 100, 2):.0f}%"></i>'
    figures = f"{words.counted(articles, 'article')}, {words.counted(claims, 'claim')}"
    return f"<td{markup.side_style(colour)}>{bar}<small>{figures}</small></td>"


def _sunday(week: Week) -> str:
    monday = words.as_date(week.monday)
    return end_of(monday, "week").isoformat() if monday else week.monday
