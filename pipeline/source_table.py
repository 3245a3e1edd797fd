"""The list of sources for a terminal: with what the database knows of them, or what they answer now."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db import open_readonly, queries
from db.rows import Row
from pipeline.conflict import Source, conflict_names, load_conflict
from pipeline.feeds import NotAFeed, is_feed, read_feed
from pipeline.progress import followed
from pipeline.web import Fetch, Manners, Unreachable, open_web


@dataclass(frozen=True)
class Line:
    """A line of the list; `amiss`: something is wrong with the source, as its last cell says."""

    cells: tuple[str, ...]
    amiss: bool


def sources_of(conflicts: Sequence[str] | None) -> list[tuple[str, Source]]:
    """Return the sources of conflicts, or of all, each with its conflict. Raises UnknownConflict."""
    return [
        (name, source) for name in conflicts or conflict_names() for source in load_conflict(name).sources
    ]


def listed(conflicts: Sequence[str] | None, path: Path) -> Iterator[Line]:
    """Yield the sources with their last state. Raises DatabaseError if the database is wrong."""
    states: dict[tuple[str, str], Row] = {}
    found = sources_of(conflicts)
    if path.exists():
        with closing(open_readonly(path)) as db:
            for name in dict.fromkeys(name for name, _ in found):
                states |= {(name, row["address"]): row for row in queries.source_states(db, name)}
    for name, source in found:
        row = states.get((name, source.url), {})
        state, amiss = state_of(source, row)
        yield Line((*named(source), str(row.get("articles", 0)), row.get("fetched") or "", state), amiss)


def state_of(source: Source, row: Row) -> tuple[str, bool]:
    """Return how a source is, in words, and whether something is amiss."""
    wrong = row.get("error") or row.get("silence")
    if wrong or row.get("fetched"):
        return wrong or "well", bool(wrong)
    return ("not asked yet" if source.feed else "no feed: not read"), False


def checked(sources: Sequence[Source], manners: Manners) -> Iterator[Line]:
    """Yield the sources with what they answer now."""
    with open_web(manners) as fetch:
        for source in followed(sources, "sources", len(sources)):
            try:
                state, articles = asked(source, fetch)
                yield Line((*named(source), articles, "now", state), False)
            except (Unreachable, NotAFeed) as error:
                yield Line((*named(source), "", "now", str(error)), True)


def asked(source: Source, fetch: Fetch) -> tuple[str, str]:
    """Return what a source answers, and how many articles it lists. Raises Unreachable or NotAFeed."""
    answer = fetch(source.url)
    if not is_feed(answer):
        if source.feed:
            raise NotAFeed("It gives a web page and no feed.")
        return "a page", ""
    entries = read_feed(answer).entries
    if not entries:
        raise NotAFeed("The feed lists no article.")
    return "a feed", str(len(entries))


def named(source: Source) -> tuple[str, str, str]:
    """Return the cells that say which source it is."""
    return f"{source.name}\n{source.url}", source.country, source.side or "–"
