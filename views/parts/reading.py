"""Tables of what was read: publishers, articles, and what could not be read."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlite_utils import Database

from db import queries
from db.filter import ClaimFilter
from views.parts import markup, words
from views.parts.address import address_of
from views.parts.answers import asked
from views.parts.claim import origin

_KINDS = {"paraphrase": "paraphrase", "statement": "statement", "report": "report"}


def context(db: Database, chosen: ClaimFilter) -> str:
    """What was read, in a line."""
    n = asked(queries.count_documents, db, chosen)
    last = next(iter(queries.runs(db, 1)), None)
    ended = (last or {}).get("finished")
    when = (
        f" Last read {words.day(ended)}."
        if ended
        else " Reading is under way, or was broken off."
        if last
        else ""
    )
    return f"{words.counted(n, 'article')} of this conflict read, with claims or without.{when}"


def publishers(db: Database, chosen: ClaimFilter) -> str:
    """A row a publisher."""
    body = ""
    for row in asked(queries.publishers, db, chosen):
        theirs = ClaimFilter(
            **{**vars(chosen), "publishers": (row["publisher"],) if row["publisher"] else ()}
        )
        n = words.number(row["claims"])
        link = markup.inner_link(address_of(theirs, "claims"), n) if row["claims"] and row["publisher"] else n
        span = words.period(row["first_day"], row["last_day"]) if row["first_day"] else "date unknown"
        body += (
            f'<tr><th scope="row">{markup.text(row["publisher"] or "unknown")}</th>'
            f'<td class="n">{words.number(row["documents"])}</td>'
            f'<td class="n wide">{words.number(row["with_claims"])}</td>'
            f'<td class="n">{link}</td><td class="wide">{span}</td></tr>'
        )
    heads = (
        ("publisher", ""),
        ("articles", "n"),
        ("with claims", "n wide"),
        ("claims in this view", "n"),
        ("published", "wide"),
    )
    return _table(heads, body, "No article of this conflict passes the filters.")


def articles(rows: Iterable[Mapping[str, Any]]) -> str:
    """A row an article."""
    body = ""
    for row in rows:
        body += (
            f'<tr><td class="day">{markup.text(words.short_day(row["published"]))}</td>'
            f'<td class="words">{markup.link(row["url"], row["title"] or origin(row))}</td>'
            f"<td>{markup.text(row['publisher'] or 'unknown')}</td><td>{_KINDS.get(row['kind'], '')}</td>"
            f'<td class="n">{words.number(row["claims"])}</td></tr>'
        )
    heads = ("published", ""), ("title", ""), ("publisher", ""), ("kind", ""), ("claims in this view", "n")
    return _table(heads, body, "No article of this conflict passes the filters.")


def failures(db: Database) -> str:
    """A row a source that could not be read, with the reason in words."""
    body = ""
    for row in queries.failures(db):
        times = f" ({row['times']} times)" if row["times"] > 1 else ""
        source = row["source"]
        shown = markup.link(source, source) if markup.web_address(source) else markup.text(source)
        body += f"<tr><td>{shown}</td><td>{markup.text(row['reason'])}{times}</td>"
        body += f'<td class="day">{words.day(row["at"])}</td></tr>'
    heads = ("source", ""), ("why", ""), ("when", "")
    table = _table(heads, body, "Everything that was named could be read.")
    of_all = "Of all conflicts: what cannot be read does not tell which one it is about."
    return f'<p class="cc quiet">{of_all}</p>{table}' if body else table


def _table(heads: Iterable[tuple[str, str]], body: str, if_empty: str) -> str:
    if not body:
        return f'<p class="cc">{markup.text(if_empty)}</p>'
    top = "".join(f'<th scope="col" class="{kind}">{name}</th>' for name, kind in heads)
    table = f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="cc"><div class="table">{table}</div></div>'
