"""Prints an explained article: in a terminal with marks in colour, elsewhere with marks in brackets."""

from collections.abc import Iterable, Iterator, Sequence

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from pipeline.conflict import load_conflict
from pipeline.explain import Explained, Found, explain
from pipeline.language import load_model
from pipeline.reader import LANGUAGE, known_conflict, source_of
from pipeline.records import Claim, Document, Failure, Visit
from pipeline.streams import counted

STYLES = {
    "speaker": "bold cyan",
    "cue": "cyan underline",
    "accused": "bold magenta",
    "act": "bold red",
    "count": "bold yellow",
    "party": "magenta",
    "target": "yellow",
    "weapon": "red",
    "truce": "blue",
    "place": "green",
    "date": "bright_blue",
    "claim": "bold",
    "no claim": "dim",
}
MARGIN = 4  # columns by which what stands below a sentence is set in
LABEL = 10  # columns for the name of what was found


def print_each(console: Console, documents: Iterable[Document | Failure | Visit], name: str) -> None:
    """Print the documents of a file or address of that name as they come, each within its conflict.

    What cannot be read is told on standard error.
    """
    for item in documents:
        if isinstance(item, Failure):
            typer.echo(f"{item.source}: {item.reason}", err=True)
        elif isinstance(item, Visit):
            continue
        elif item.language not in (None, LANGUAGE):
            reason = f"It is in another language ({item.language}): no claims are read from it."
            typer.echo(f"{source_of(item)}: {reason}", err=True)
        else:
            conflict = known_conflict(item)
            sentences = list(explain(item, load_model(), load_conflict(conflict)))
            print_explained(console, item, conflict, sentences, name)


def print_explained(
    console: Console, document: Document, conflict: str, sentences: Sequence[Explained], name: str
) -> None:
    """Print an article: a heading, then each sentence with its marks and, below it, what they mean.

    `name` is the file that it stands in, or the address that was asked.
    """
    claims = sum(len(sentence.claims) for sentence in sentences)
    say(console, Text(document.title or "Untitled", "bold"))
    day = document.published.isoformat() if document.published else "date unknown"
    where = dict.fromkeys(filter(None, (document.source or name, document.publisher, document.url)))
    told = [*where, day, f"conflict {conflict}", counted(claims, "claim")]
    say(console, Text(" · ".join(told), "dim"))
    for sentence in sentences:
        say(console, Text())
        say(console, marked(console, sentence))
        for kind, line in below(sentence):
            label = Text(kind.ljust(LABEL), STYLES.get(kind, ""))
            say(console, label + Text(line, "bold" if kind == "claim" else ""), MARGIN)
    say(console, Text())


def say(console: Console, text: Text, margin: int = 0) -> None:
    """Print a line, set in by a margin; in a terminal it is wrapped within the margin."""
    if has_colour(console):
        console.print(Padding(text, (0, 0, 0, margin)))
    else:
        console.print(" " * margin + text.plain, markup=False, highlight=False, soft_wrap=True)


def has_colour(console: Console) -> bool:
    """Tell whether the marks can be told by colour."""
    return console.is_terminal and console.color_system is not None and not console.no_color


def marked(console: Console, sentence: Explained) -> Text:
    """Return a sentence on one line with its marks."""
    marks = sorted(
        (one for one in sentence.found if one.kind in STYLES), key=lambda one: one.span[0] - one.span[1]
    )
    text = sentence.text.replace("\n", " ")
    if not has_colour(console):
        return Text("".join(bracketed(text, marks)))
    shown = Text(text)
    for one in marks:
        shown.stylize(STYLES[one.kind], *one.span)
    return shown


def bracketed(text: str, marks: Sequence[Found]) -> Iterator[str]:
    """Yield the pieces of a text with the marks in brackets; of those that overlap the first is kept."""
    taken: set[int] = set()
    kept = []
    for one in marks:
        if taken.isdisjoint(range(*one.span)):
            taken.update(range(*one.span))
            kept.append(one)
    at = 0
    for one in sorted(kept, key=lambda one: one.span):
        yield f"{text[at : one.span[0]]}[{one.kind}: {text[slice(*one.span)]}]"
        at = one.span[1]
    yield text[at:]


def below(sentence: Explained) -> Iterator[tuple[str, str]]:
    """Yield what stands below a sentence: what was found, the claims, the acts that made none."""
    for one in sentence.found:
        if one.kind != "speaker":  # told with the cue
            yield one.kind, f"{one.words}: {one.meaning}" if one.words else one.meaning
    for claim in sentence.claims:
        yield "claim", in_words(claim)
    for one in sentence.unclaimed:
        yield "no claim", f"{one.words}: {one.meaning}"


def in_words(claim: Claim) -> str:
    """Return a claim on one line: who, against whom, what, where, when, how many, by which rule."""
    days = dict.fromkeys(day.isoformat() for day in (claim.date_from, claim.date_to) if day)
    against = {"alleges": "against", "denies": "of", "admits": "of"}[claim.stance]
    number = f"{claim.count} {claim.unit or 'acts'}" if claim.count is not None else ""
    parts = [
        f"{claim.claimant} {claim.stance}, {against} {claim.accused or 'nobody named'}",
        claim.category.replace("_", " "),
        ", ".join(claim.regions),
        " to ".join(days),
        number,
        f"rule {claim.rule}",
        "by " + ", ".join(dict.fromkeys(ground.entry for ground in claim.grounds)),
    ]
    return "; ".join(part for part in parts if part)
