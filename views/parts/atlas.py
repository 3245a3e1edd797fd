"""The map of a filter: a bubble a region or place, whose share each side has, what cannot be shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from db import queries
from db.filter import ClaimFilter
from views.parts import bubbles, ground, markup, naming, words
from views.parts.address import address_of
from views.parts.bubbles import Look, Spot
from views.parts.chart import SAMPLE, Chart, Entry, Told
from views.parts.colours import INKS, tone
from views.parts.ground import WIDTH, Frame, Point
from views.parts.sides import Side, side_of

KINDS = {
    "regions": (queries.by_region, queries.count_of_no_region, "region"),
    "places": (queries.by_place, queries.count_of_no_place, "place"),
}
MOST = 300  # bubbles, and rows of the table
_LETTERS = {ground.WIDE: 15.0, ground.NARROW: 30.0}  # units: their height, on a wide screen and on a phone


def spots_of(
    rows: Iterable[Mapping[str, Any]], sides: Sequence[Side], chosen: ClaimFilter, linked: bool = True
) -> list[Spot]:
    """The regions or places of the rows that have a point, most allegations first.

    They are `linked` to their claims, or not.
    """
    found: dict[tuple[Any, Any], Spot] = {}
    for row in rows:
        if row["latitude"] is None or row["longitude"] is None:
            continue
        where, n = (row["region"], row["name"]), row["alleges"]
        point = row["latitude"], row["longitude"]
        spot = found.get(where) or Spot(
            row["name"], *point, {}, 0, claims_of(row, chosen) if linked else None
        )
        side = side_of(row["claimant"], sides)
        if side:
            spot = replace(spot, alleged={**spot.alleged, side.name: spot.alleged.get(side.name, 0) + n})
        else:
            spot = replace(spot, others=spot.others + n)
        found[where] = spot
    ranked = sorted(found.values(), key=lambda spot: (-spot.total, spot.name))
    return [spot for spot in ranked if spot.total][:MOST]


def chart(
    spots: Sequence[Spot],
    sides: Sequence[Side],
    land: Sequence[Point],
    one: str,
    note: str,
    mode: str = "light",
) -> Chart:
    """The map of spots, each of which is `one`: a region or a place. `note` says what has none."""
    alt = in_words(spots, sides, one, note)
    wide = _drawn(spots, sides, land, ground.WIDE, mode, alt)
    key, notes = _key(spots, sides, mode), _notes(spots, _frame(spots, ground.WIDE), note, one)
    narrow = _drawn(spots, sides, land, ground.NARROW, mode, alt)
    title = f"Allegations by {one}"
    return replace(wide, title=title, span="and who makes them", key=key, notes=notes, narrow=narrow)


def _frame(spots: Sequence[Spot], steepest: float) -> Frame:
    return ground.frame_of([(spot.latitude, spot.longitude, spot.total) for spot in spots], steepest)


def _drawn(
    spots: Sequence[Spot], sides: Sequence[Side], land: Sequence[Point], shape: float, mode: str, alt: str
) -> Chart:
    """The land within a frame of a shape, the spots in it, the largest at the bottom, names and the scale."""
    frame, size, inks = _frame(spots, shape), _LETTERS[shape], INKS[mode]
    inside = [spot for spot in spots if frame.holds(spot.latitude, spot.longitude)]
    tones = {side.name: tone(side.colour, mode) for side in sides}
    look = Look(tones, max((spot.most for spot in inside), default=1), mode)
    scale, corner = bubbles.scale(look, size)
    sought = [bubbles.named(spot, look, frame) for spot in inside]
    names = naming.placed(sought, [corner], size, (WIDTH, frame.height))
    halo = (
        f'stroke="{inks.paper}" stroke-width="{0.22 * size:g}" paint-order="stroke" stroke-linejoin="round"'
    )
    shown = "".join(
        f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-size="{size:g}" fill="{inks.ink}" {halo}>'
        f"{markup.text(name)}</text>"
        for name, (x, y, anchor) in names
    )
    svg = (
        f'<path d="M0 0{ground.dots(land, frame)}" fill="none" stroke="{inks.dot}" stroke-width="2.1" '
        f'stroke-linecap="round"/><g class="stops">'
        f"{''.join(bubbles.drawn(spot, look, frame) for spot in inside)}</g>"
        f'<g class="names" aria-hidden="true">{shown}</g>{scale}'
    )
    told = tuple(_told(spot, sides, mode) for spot in inside if spot.address)
    return Chart("", "", alt, svg, frame.height, (), told=told, view=(WIDTH, frame.height))


def _told(spot: Spot, sides: Sequence[Side], mode: str) -> Told:
    said = [(side.name, tone(side.colour, mode), spot.alleged.get(side.name, 0)) for side in sides]
    said += [("others", INKS[mode].ink, spot.others)]
    return {
        "name": spot.name,
        "said": [
            {"side": who, "colour": colour, "counts": f"alleges {words.number(n)}", "sentences": []}
            for who, colour, n in said
            if n
        ],
    }


def _key(spots: Sequence[Spot], sides: Sequence[Side], mode: str) -> tuple[Entry, ...]:
    """Whose each sector is, and what an area says."""
    verb, half = "alleges" if len(sides) > 1 else "allege", SAMPLE / 2
    entries = []
    for index, side in enumerate(sides):
        colour = tone(side.colour, mode)
        sector = bubbles.sector((half, half), half / max(1, (len(sides) / 2) ** 0.5), index, len(sides))
        entries.append(Entry(f"{side.name} {verb}", f'<path d="{sector}" fill="{colour}"/>', colour))
    if any(spot.others for spot in spots):
        ring = f'<circle cx="{half}" cy="{half}" r="{half - 1}" fill="none" stroke="{INKS[mode].ink}"/>'
        entries.append(Entry("others allege", ring))
    return (*entries, Entry("area: number of allegations"))


def _notes(spots: Sequence[Spot], frame: Frame, note: str, one: str) -> tuple[str, ...]:
    """What the map cannot show, and what the points are."""
    beyond = [s for s in spots if not frame.holds(s.latitude, s.longitude)]
    listed = words.listed((f"{spot.name} ({spot.total})" for spot in beyond), at_most=6)
    return (
        *([f"Beyond the picture: {listed}."] if beyond else []),
        note,
        f"A claim that names several {one}s counts in each.",
        "Faint points: the places that are looked for. No border is drawn.",
    )


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
