"""The map on the page: the picture, its key, what it cannot show, and the same numbers as a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st
from sqlite_utils import Database

from db import queries
from db.filter import ClaimFilter
from views.parts import bubbles, markup, words
from views.parts.address import address_of
from views.parts.answers import asked
from views.parts.bubbles import Spot
from views.parts.drawing import drawing
from views.parts.ground import WIDTH, Frame, Point, dots, frame_of
from views.parts.notices import notice
from views.parts.sides import Side, side_of

_KINDS = {"regions": (queries.by_region, "region"), "places": (queries.by_place, "place")}
_MOST = 300  # bubbles, and rows of the table


def show(db: Database, chosen: ClaimFilter, sides: Sequence[Side], claims: int) -> None:
    """Draw it; a click on a bubble opens the claims that name its region."""
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with right.container(horizontal_alignment="right"):
        kind = st.segmented_control(
            "Bubbles", list(_KINDS), default="regions", required=True, key="spots", bind="query-params",
            label_visibility="collapsed",
        )  # fmt: skip
    question, one = _KINDS[kind]
    rows = asked(question, db, chosen)
    note = unplaced(asked(queries.count_unplaced, db, chosen)[one], claims, one)
    spots = [spot for spot in spots_of(rows, sides, chosen) if spot.total][:_MOST]
    left.html(f'<p class="cc title"><b>Allegations by {one}</b>, and who makes them</p>')
    if not spots:
        notice(f"No map: no allegation in this view names a {one} that is known.", note)
        return
    frame = frame_of([(spot.latitude, spot.longitude, spot.total) for spot in spots])
    alt = in_words(spots, sides, one, note)
    land = asked(queries.land, db, ClaimFilter(conflict=chosen.conflict))
    drawing(picture(spots, sides, frame, land, alt))
    below = key(spots, sides, frame, note, one)
    numbers = table(rows, sides, chosen, one, alt)
    st.html(
        f'<div class="cc">{below}<details><summary>The same numbers as a table</summary>{numbers}'
        "</details></div>"
    )


def spots_of(rows: Iterable[Mapping[str, Any]], sides: Sequence[Side], chosen: ClaimFilter) -> list[Spot]:
    """The regions or places of the rows that have a point, most allegations first."""
    found: dict[tuple[Any, Any], Spot] = {}
    for row in rows:
        if row["latitude"] is None or row["longitude"] is None:
            continue
        where, n = (row["region"], row["name"]), row["alleges"]
        point = row["latitude"], row["longitude"]
        spot = found.get(where) or Spot(row["name"], *point, {}, 0, _claims(row, chosen))
        side = side_of(row["claimant"], sides)
        if side:
            spot = replace(spot, alleged={**spot.alleged, side.name: spot.alleged.get(side.name, 0) + n})
        else:
            spot = replace(spot, others=spot.others + n)
        found[where] = spot
    return sorted(found.values(), key=lambda spot: (-spot.total, spot.name))


def picture(
    spots: Sequence[Spot], sides: Sequence[Side], frame: Frame, land: Iterable[Point], alt: str
) -> str:
    """The SVG: the land within the frame, and the spots in it."""
    inside = [spot for spot in spots if frame.holds(spot.latitude, spot.longitude)]
    colours = {side.name: side.colour for side in sides}
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH:g} {frame.height:.0f}" role="group" '
        f'aria-label="{markup.text(alt)}"><path class="land" d="M0 0{dots(land, frame)}"/>'
        f"{bubbles.drawn(inside, list(colours), colours, frame)}</svg>"
    )


def key(spots: Sequence[Spot], sides: Sequence[Side], frame: Frame, note: str, one: str) -> str:
    """HTML of the key: whose each sector is, what is not drawn, what the points are."""
    parts = []
    for index, side in enumerate(sides):
        turn, part = index / len(sides), 1 / len(sides)
        swatch = f'<i class="sample" style="--turn:{turn:.3f}turn;--part:{part:.3f}turn"></i>'
        verb = "alleges" if len(sides) > 1 else "allege"
        parts.append(
            f"<span{markup.side_style(side.colour)}>{swatch}<b>{markup.text(side.name)} {verb}</b></span>"
        )
    if any(spot.others for spot in spots):
        parts.append('<span><i class="around"></i>others allege</span>')
    if beyond := [s for s in spots if not frame.holds(s.latitude, s.longitude)]:
        listed = words.listed((f"{spot.name} ({spot.total})" for spot in beyond), at_most=6)
        parts.append(f"<span>beyond the picture: {markup.text(listed)}</span>")
    parts.append("<span>area: number of allegations</span>")
    parts.append(f"<span>{markup.text(note)}</span>")
    parts.append(f"<span>A claim that names several {one}s counts in each.</span>")
    parts.append("<span>Faint points: the places that are looked for. No border is drawn.</span>")
    return f'<div class="key">{"".join(parts)}</div>'


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
    for row in sorted(rows, key=lambda r: (-r["alleges"], r["name"], r["claimant"]))[:_MOST]:
        side = side_of(row["claimant"], sides)
        address = _claims(row, chosen)
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


def _claims(row: Mapping[str, Any], chosen: ClaimFilter) -> str | None:
    """The address of the claims that name the row's region."""
    if not row["region"]:
        return None
    return address_of(replace(chosen, regions=(row["region"],)), "claims")
