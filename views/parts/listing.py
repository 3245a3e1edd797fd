"""The claims as a table in HTML: a row a claim, the columns the reader chose, a link to the evidence."""

from collections.abc import Callable, Iterable, Sequence

from db.filter import ClaimFilter
from views.parts import markup, words
from views.parts.claim import Claim, chip, evidence, how_many, kind, source
from views.parts.sides import Side, side_of

# Column → what stands in its cells (HTML), and the class of the cell.
COLUMNS: dict[str, tuple[Callable[[Claim], str], str]] = {
    "day": (lambda c: markup.text(words.short_day(c["day"])), "day"),
    "party": (lambda c: markup.text(c["claimant"]), "party"),
    "says": (lambda c: f'{chip(c)}<span class="kind">{kind(c)}</span>', "act"),
    "sentence": (lambda c: markup.text(c["sentence"]), "words"),
    "speaker": (lambda c: markup.text(c["speaker"]), "speaker"),
    "via": (lambda c: markup.text(c["via"]), "via"),
    "regions": (lambda c: markup.text(", ".join(c["region_names"])), "regions"),
    "days of the act": (lambda c: markup.text(_days(c)), "days"),
    "number": (how_many, "number"),
    "target": (lambda c: markup.text(c["target"]), "target"),
    "weapon": (lambda c: markup.text(c["weapon"]), "weapon"),
    "source": (source, "source"),
    "published": (lambda c: markup.text(words.short_day(c["published"])), "day"),
}
USUAL = ["day", "party", "says", "sentence", "regions", "source"]


def table(
    claims: Iterable[Claim], columns: Sequence[str], sides: Sequence[Side], chosen: ClaimFilter, marked: str
) -> str:
    """HTML of the table; the row of the claim whose id is `marked` is set off."""
    shown = [name for name in COLUMNS if name in columns] or USUAL
    head = "".join(f'<th scope="col">{name}</th>' for name in shown) + '<th scope="col">evidence</th>'
    body = ""
    for one in claims:
        side = side_of(one["claimant"], sides)
        cells = "".join(f'<td class="{COLUMNS[name][1]}">{COLUMNS[name][0](one)}</td>' for name in shown)
        kind_of_row = ' class="chosen"' if one["id"] == marked else ""
        style = markup.side_style(side.colour if side else None)
        body += f'<tr{kind_of_row}{style}>{cells}<td class="proof">{evidence(one, chosen)}</td></tr>'
    return (
        '<div class="cc"><div class="table claims"><table><thead><tr>'
        f"{head}</tr></thead><tbody>{body}</tbody></table></div></div>"
    )


def _days(one: Claim) -> str:
    return words.period(one["date_from"], one["date_to"]) if one["date_from"] else ""
