"""HTTP routes for the charts as files: /timeline.svg, /tallies.svg and /map.svg.

They take the parameters of their pages. Each states its filter, how much it rests on, where that is from, and
the version of the data.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from urllib.parse import urlencode

from sqlite_utils import Database
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db import queries
from db.filter import ClaimFilter
from db.tables import TABLES
from views.downloads import file_name, read, said, sentence
from views.parts import atlas, bars, choosing, dots, heads, poster, words
from views.parts.chart import Chart
from views.parts.history import timeline_of
from views.parts.sides import Side, sides_of
from views.parts.timeline import SPANS

OPTIONS = {"span": SPANS, "spots": tuple(atlas.KINDS), "turned": ("true", "false")}
"""What a page asks for beside its filter, and what that can be."""
_TELLERS = 5  # publishers that are named

Options = Mapping[str, str]
Maker = Callable[[Database, ClaimFilter, list[Side], Options], Chart | None]


def timeline(db: Database, chosen: ClaimFilter, sides: list[Side], options: Options) -> Chart | None:
    """The timeline; None if no claim has both a day and a side."""
    line = timeline_of(lambda question, *about: question(db, *about), chosen, sides, options.get("span"))
    return line and bars.chart(line, queries.agreements(db, chosen.conflict or ""), width=poster.ROOM)


def tallies(db: Database, chosen: ClaimFilter, sides: list[Side], options: Options) -> Chart | None:
    """The tallies; None if none names its days."""
    windows = queries.windows(db, chosen, dots.DRAWN, 0)
    shown = dots.within(windows, options.get("span"))
    return dots.chart(windows, shown, sides, width=poster.ROOM) if shown else None


def map_of(db: Database, chosen: ClaimFilter, sides: list[Side], options: Options) -> Chart | None:
    """The map; None if no allegation has a point."""
    question, nowhere, one = atlas.KINDS[options.get("spots", "regions")]
    note = atlas.unplaced(nowhere(db, chosen), queries.count_claims(db, chosen), one)
    spots = atlas.spots_of(question(db, chosen), sides, chosen, linked=False)
    return atlas.chart(spots, sides, queries.land(db, chosen), one, note) if spots else None


CHARTS: dict[str, Maker] = {"timeline": timeline, "tallies": tallies, "map": map_of}


def file(db: Database, chosen: ClaimFilter, name: str, options: Options, page: str = "") -> str | None:
    """The file of a chart, None if there is nothing to draw; `page` is the address of its page."""
    first = next((row["name"] for row in queries.conflicts(db)), None)
    chosen = replace(chosen, conflict=chosen.conflict or first)
    totals = queries.totals(db, chosen)
    everybody = queries.totals(db, ClaimFilter(conflict=chosen.conflict))["claimants"]
    turned = options.get("turned") == "true"
    sides = sides_of(queries.parties(db, chosen.conflict or ""), everybody, turned)
    chart = CHARTS[name](db, chosen, sides, options)
    if chart is None:
        return None
    tellers = [
        row["publisher"] for row in queries.publishers(db, chosen) if row["claims"] and row["publisher"]
    ]
    source = f"Source: {words.listed(tellers, _TELLERS)}. " if tellers else ""
    version = f"Ceasefire claims, data version {queries.data_version(db)}; drawn {words.day(date.today())}."
    lines = [heads.context(totals)]
    if queries.is_paraphrased(db, chosen):
        lines.append("Sample data: paraphrases of facts that were reported.")
    return poster.svg(chart, poster.Imprint(choosing.in_words(db, chosen), lines, [source + version, page]))


def answer(name: str, request: Request) -> Response:
    """Answer a request for a chart."""
    options = {key: request.query_params[key] for key in OPTIONS if key in request.query_params}
    for key, value in options.items():
        if value not in OPTIONS[key]:
            return sentence(f"There is no {key} {value[:40]!r}; there are {', '.join(OPTIONS[key])}.", 400)
    asked = read(request, TABLES["claims"], beside=OPTIONS)
    if isinstance(asked, Response):
        return asked
    db, chosen, head = asked
    try:
        page = {"timeline": ""}.get(name, name)
        query = urlencode({**head["filter"], **options}, doseq=True)
        drawn = file(db, chosen, name, options, f"{request.base_url}{page}{'?' * bool(query)}{query}")
    finally:
        db.close()
    if drawn is None:
        return sentence(f"Nothing in this view can be drawn as a {name}.", 404)
    place = f'inline; filename="{file_name(name, head, "claims")}.svg"'
    return Response(drawn, media_type="image/svg+xml", headers={"Content-Disposition": place, **said(head)})


routes = [Route(f"/{name}.svg", partial(answer, name)) for name in CHARTS]
