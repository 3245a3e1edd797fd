"""Prints a score: as tables for a terminal, or in Markdown for a page."""

from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.pairing import FIELDS
from pipeline.score import LEVELS, Score

Figures = Mapping[str, Any]


def tables(score: Score, errors: bool = False) -> str:
    """Return the score as text: levels and fields, by conflict and by stance, and the errors if asked for."""
    total = score.total.figures()
    lines = [
        "documents {documents}, gold claims {gold}, predicted {predicted}, matched {matched}".format(**total),
        "",
        f"{'':18}{'precision':>10}{'recall':>10}{'F1':>10}",
    ]
    for level, figures in total["levels"].items():
        lines.append(f"{level:18}" + "".join(f"{shown(figure):>10}" for figure in figures.values()))
    lines += ["", "right among the matched claims"]
    lines += [f"{name:18}{shown(figure):>10}" for name, figure in total["fields"].items()]
    for title, groups in (("conflict", score.by_conflict), ("stance", score.by_stance)):
        rows = [row(name, tally.figures()) for name, tally in sorted(groups.items())]
        lines += ["", *aligned([heading(title), *rows])]
    if errors:
        for kind, claims in (("missed", score.missed), ("spurious", score.spurious)):
            lines += [error(kind, name, claim) for name, claim in claims]
    return "\n".join(lines)


def markdown(score: Score) -> str:
    """Return the score as a table in Markdown: a row for the whole, for each conflict, for each stance."""
    rows = [heading("")]
    rows.append(row("**all**", score.total.figures()))
    for groups in (score.by_conflict, score.by_stance):
        rows += [row(f"`{name}`", tally.figures()) for name, tally in sorted(groups.items())]
    rules = ["---", *("---:" for _ in rows[0][1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (rows[0], rules, *rows[1:]))


def heading(title: str) -> list[str]:
    """Return the headings of a row of figures."""
    return [title, "gold", "found", *(f"{level} F1" for level in LEVELS), *FIELDS]


def row(name: str, figures: Figures) -> list[str]:
    """Return the cells of a row of figures: counts, F1 of each level, share of right fields."""
    f1 = [shown(level["f1"]) for level in figures["levels"].values()]
    fields = [shown(figure) for figure in figures["fields"].values()]
    return [name, str(figures["gold"]), str(figures["predicted"]), *f1, *fields]


def aligned(rows: list[list[str]]) -> Iterable[str]:
    """Return the rows as lines with columns of equal width."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *cells in rows:
        rest = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *rest])


def shown(figure: float | None) -> str:
    """Return a figure with three places, "-" for one that does not exist."""
    return "-" if figure is None else f"{figure:.3f}"


def error(kind: str, name: str, claim: Mapping[str, Any]) -> str:
    """Return a missed or spurious claim as two lines."""
    who = f"{claim.get('claimant')} {claim.get('stance')}, accused {claim.get('accused')}"
    return f"\n{kind} {name}: {who}, {claim.get('category')}\n    {claim['sentence']}"
