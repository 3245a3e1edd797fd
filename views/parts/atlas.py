"""The map of a filter: a bubble a region or place, whose share each side has, what cannot be shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go

from db import queries
from db.filter import ClaimFilter
from views.parts import bubbles, ground, markup, naming, words
from views.parts.address import address_of
from views.parts.bubbles import Look, Spot
from views.parts.colours import INKS, tone
from views.parts.figure import LEFT, Entry, Head, Imprint, Room, framed, tip
from views.parts.ground import WIDTH, Frame, Point
from views.parts.sides import Side, side_of
from views.parts.sketch import Sketch

KINDS = {
    "regions": (queries.by_region, queries.count_of_no_region, "region"),
    "places": (queries.by_place, queries.count_of_no_place, "place"),
}
MOST = 300  # bubbles, and rows of the table
_SHAPES = {"wide": (ground.WIDE, 40.0, 15.0), "narrow": (ground.NARROW, 20.0, 11.0)}
"""Of each kind of room: the steepest frame, the largest radius and the height of letters in pixels."""


def spots_of(rows: Iterable[Mapping[str, Any]], sides: Sequence[Side], chosen: ClaimFilter) -> list[Spot]:
    """The regions or places of the rows that have a point, most allegations first."""
    found: dict[tuple[Any, Any], Spot] = {}
    for row in rows:
        if row["latitude"] is None or row["longitude"] is None:
            continue
        where, n = (row["region"], row["name"]), row["alleges"]
        point = row["latitude"], row["longitude"]
        spot = found.get(where) or Spot(row["name"], *point, {}, 0, row["region"])
        side = side_of(row["claimant"], sides)
        if side:
            spot = replace(spot, alleged={**spot.alleged, side.name: spot.alleged.get(side.name, 0) + n})
        else:
            spot = replace(spot, others=spot.others + n)
        found[where] = spot
    ranked = sorted(found.values(), key=lambda spot: (-spot.total, spot.name))
    return [spot for spot in ranked if spot.total][:MOST]


def figure(
    spots: Sequence[Spot],
    sides: Sequence[Side],
    land: Sequence[Point],
    one: str,
    note: str,
    imprint: Imprint,
    room: Room,
    mode: str = "light",
) -> go.Figure:
    """The map of spots, each of which is `one`: a region or a place. `note` says what has none.

    A point that can be chosen has the code of its region as `customdata`.
    """
    steepest, largest, size = _SHAPES[room.kind]
    frame = ground.frame_of([(spot.latitude, spot.longitude, spot.total) for spot in spots], steepest)
    inside = [spot for spot in spots if frame.holds(spot.latitude, spot.longitude)]
    wide = room.width - 2 * LEFT
    high = wide / WIDTH * frame.height
    head = Head(
        f"Allegations by {one}, and who makes them", _key(spots, sides, mode), _notes(spots, frame, note, one)
    )
    fig = framed(head, imprint, room, mode, high, 8)
    tones = {side.name: tone(side.colour, mode) for side in sides}
    look = Look(tones, max((spot.most for spot in inside), default=1), largest, mode)
    _land(fig, land, frame, mode)
    _spots(fig, inside, look, frame, room)
    _names(fig, inside, look, frame, (wide, high), size)
    whole = {"visible": False, "fixedrange": True, "constrain": "domain"}
    height = {"range": [frame.height, 0], "scaleanchor": "x", "scaleratio": 1}
    fig.update_layout(xaxis={"range": [0, WIDTH], **whole}, yaxis={**height, **whole}, margin={"r": LEFT})
    return fig.figure()


def _land(fig: Sketch, land: Iterable[Point], frame: Frame, mode: str) -> None:
    """The land as faint points."""
    path = "".join(f"M{x:g},{y:g}H{x + ground.DOT:g}" for x, y in ground.dots(land, frame))
    if path:
        line = {"color": INKS[mode].dot, "width": 2}
        fig.add_shapes(
            {"type": "path", "path": path, "xref": "x", "yref": "y", "line": line, "layer": "below"}
        )


def _spots(fig: Sketch, inside: Sequence[Spot], look: Look, frame: Frame, room: Room) -> None:
    """The bubbles, the largest at the bottom, with what is told of each under the pointer; the scale."""
    points = [frame.at(spot.latitude, spot.longitude) for spot in inside]
    scale, numbers = bubbles.scale(look)
    drawn = [
        shape for spot, at in zip(inside, points, strict=True) for shape in bubbles.shapes(spot, *at, look)
    ]
    fig.add_shapes(*drawn, *scale)
    for number, x, y in numbers:
        fig.add_annotation(
            text=number, showarrow=False, xref="paper", yref="paper", x=1, y=1, xshift=x, yshift=y,
            xanchor="left", yanchor="middle", font={"size": 12, "color": INKS[look.mode].ink},
        )  # fmt: skip
    fig.add_scatter(
        x=[x for x, _ in points], y=[y for _, y in points], mode="markers", name="spots", showlegend=False,
        marker={"size": [2 * bubbles.reach(spot, look) for spot in inside], "opacity": 0},
        selected={"marker": {"opacity": 0}}, unselected={"marker": {"opacity": 0}},
        customdata=[[spot.region, _told(spot, look, room)] for spot in inside],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )  # fmt: skip


def _names(
    fig: Sketch, inside: Sequence[Spot], look: Look, frame: Frame, field: tuple[float, float], size: float
) -> None:
    """The names that find room, each nearest to its own bubble."""
    inks, unit = INKS[look.mode], field[0] / WIDTH
    points = [frame.at(spot.latitude, spot.longitude) for spot in inside]
    sought = [
        bubbles.named(spot, unit * x, unit * y, look) for spot, (x, y) in zip(inside, points, strict=True)
    ]
    anchors = {"start": "left", "middle": "center", "end": "right"}
    for own, (x, y, anchor) in naming.placed(sought, [bubbles.corner(look, field[0])], size, field):
        fig.add_annotation(
            text=markup.text(own.name), showarrow=False, xref="x", yref="y", x=own.x / unit, y=own.y / unit,
            xshift=x - own.x, yshift=own.y - y - 0.3 * size, xanchor=anchors[anchor], yanchor="bottom",
            font={"size": size, "color": inks.ink, "shadow": f"0 0 3px {inks.paper}"}, borderpad=0,
        )  # fmt: skip


def _told(spot: Spot, look: Look, room: Room) -> str:
    said = [(side, colour, spot.alleged.get(side, 0)) for side, colour in look.tones.items()]
    said += [("others", INKS[look.mode].ink, spot.others)]
    return tip(spot.name, [(f"{who} alleges {words.number(n)}", c, ()) for who, c, n in said if n], room)


def _key(spots: Sequence[Spot], sides: Sequence[Side], mode: str) -> list[Entry]:
    """Whose each sector is, and what an area says."""
    verb, halves = "alleges" if len(sides) > 1 else "allege", ("left half", "right half")
    entries = []
    for index, side in enumerate(sides):
        half = f", {halves[index]}" if len(sides) == 2 else ""
        look = {"size": 12, "color": tone(side.colour, mode), "symbol": "circle"}
        entries.append(Entry(f"{side.name} {verb}{half}", look, False))
    if any(spot.others for spot in spots):
        ring = {"size": 11, "symbol": "circle-open", "color": INKS[mode].ink, "line": {"width": 1.6}}
        entries.append(Entry("others allege", ring, False))
    return entries


def _notes(spots: Sequence[Spot], frame: Frame, note: str, one: str) -> list[str]:
    """How to read it, what it cannot show, and what the points are."""
    beyond = [s for s in spots if not frame.holds(s.latitude, s.longitude)]
    listed = words.listed((f"{spot.name} ({spot.total})" for spot in beyond), at_most=6)
    told = (
        "Areas are numbers of allegations.",
        *([f"Beyond the picture: {listed}."] if beyond else []),
        note,
        f"A claim that names several {one}s counts in each.",
        "Faint points: the places that are looked for. No border is drawn.",
    )
    return [" ".join(told)]


def unplaced(nowhere: int, claims: int, one: str) -> str:
    """`12 of the 412 claims shown name no region.`"""
    if not nowhere:
        return f"Every claim shown names a {one}."
    verb = "names" if nowhere == 1 else "name"
    return f"{words.number(nowhere)} of {words.counted(claims, 'claim')} shown {verb} no {one}."


def in_words(spots: Sequence[Spot], sides: Sequence[Side], one: str, note: str) -> str:
    """What the picture says, for those who do not see it."""
    most = "; ".join(bubbles.told(spot, [side.name for side in sides]) for spot in spots[:5])
    many = words.counted(len(spots), one)
    return f"Map of the allegations in {many}, by who makes them. Most: {most}. {note}"


def table(
    rows: Sequence[Mapping[str, Any]], sides: Sequence[Side], chosen: ClaimFilter, one: str, alt: str
) -> str:
    """HTML of the numbers: a row a region or place and claimant, most allegations first."""
    body = ""
    for row in sorted(rows, key=lambda r: (-r["alleges"], r["name"], r["claimant"]))[:MOST]:
        side = side_of(row["claimant"], sides)
        address = claims_of(row, chosen)
        name = markup.inner_link(address, row["name"]) if address else markup.text(row["name"])
        numbers = (words.number(row[stance]) if row[stance] else "·" for stance in words.STANCES)
        cells = "".join(f'<td class="n">{n}</td>' for n in numbers)
        body += (
            f'<tr{markup.side_style(side.colour if side else None)}><th scope="row">{name}</th>'
            f'<td>{markup.text(row["region"])}</td><td class="party">{markup.text(row["claimant"])}</td>'
            f"{cells}</tr>"
        )
    heads = "".join(f'<th scope="col">{name}</th>' for name in (one, "code", "claimant"))
    heads += "".join(f'<th scope="col" class="n">{stance}</th>' for stance in words.STANCES)
    return (
        '<div class="table tall" tabindex="0" role="region" aria-label="Numbers of the map"><table>'
        f"<caption>{markup.text(alt)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def claims_of(row: Mapping[str, Any], chosen: ClaimFilter) -> str | None:
    """The address of the claims that name the row's region."""
    if not row["region"]:
        return None
    return address_of(replace(chosen, regions=(row["region"],)), "claims")
