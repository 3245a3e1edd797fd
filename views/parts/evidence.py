"""The stored text of an article with what was found in it marked."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from views.parts import markup

Span = tuple[int, int]
Marks = Sequence[tuple[str, Span]]

# What can be marked, and what the legend calls it.
LEGEND = {
    "sentence": "the sentence",
    "speaker": "who says it",
    "cue": "the words that tell it",
    "accused": "who is accused",
    "target": "target",
    "weapon": "weapon",
    "place": "place",
    "date": "when",
    "act": "act",
    "party": "name of a party",
    "truce": "truce",
}
# The lexicons and data files whose entries are marked, by what their entries name.
GROUNDS = {"acts": "act", "denials": "act", "parties": "party", "truces": "truce"}


def marks_of(claim: Mapping[str, Any], places: Iterable[Mapping[str, Any]]) -> Marks:
    """The spans that the store keeps of a claim, each with the name of its mark."""
    found = [
        (name, (claim[f"{name}_start"], claim[f"{name}_end"]))
        for name in ("sentence", "speaker", "cue", "accused", "target", "weapon", "date")
        if claim.get(f"{name}_start") is not None
    ]
    found += [("place", (p["place_start"], p["place_end"])) for p in places]
    for entry, start, end in json.loads(claim["grounds"]):
        name = GROUNDS.get(entry.partition(":")[0])
        found += [(name, (start, end))] if name else []
    return found


def marked(text: str, marks: Marks, within: Span | None = None) -> str:
    """HTML of the text, or of a part of it: paragraphs, escaped, with a <mark> around each marked stretch.

    Marks may lie in each other, cross, or run over a paragraph's end: the text is cut at every border, and a
    piece bears the names of all marks over it.
    """
    start, end = within or (0, len(text))
    kept = [(name, (max(a, start), min(b, end))) for name, (a, b) in marks if a < end and b > start]
    breaks = [i for i in range(start, end) if text[i] == "\n"]
    borders = sorted({start, end, *(i for _, span in kept for i in span), *breaks, *(i + 1 for i in breaks)})
    paragraphs = [""]
    for a, b in pairwise(borders):
        piece = text[a:b]
        if piece == "\n":
            paragraphs.append("")
            continue
        names = [name for name, (x, y) in kept if x <= a and b <= y]
        shown = markup.text(piece)
        paragraphs[-1] += f'<mark class="{" ".join(names)}">{shown}</mark>' if names else shown
    return "".join(f"<p>{p}</p>" for p in paragraphs if p.strip())


def passage(text: str, span: Span, around: int = 1) -> Span:
    """The paragraph that holds a span, with as many paragraphs before and after it as asked."""
    start, end = span
    for _ in range(around + 1):
        start = max(text.rfind("\n", 0, max(_back(text, start), 0)) + 1, 0)
    for _ in range(around + 1):
        newline = text.find("\n", _forth(text, end))
        end = len(text) if newline < 0 else newline
    return start, end


def legend(marks: Marks) -> str:
    """The key to the marks that occur."""
    present = [name for name in LEGEND if any(name == found for found, _ in marks)]
    return "".join(f'<span><mark class="{name}">{LEGEND[name]}</mark></span>' for name in present)


def _back(text: str, at: int) -> int:
    while at > 0 and text[at - 1] == "\n":
        at -= 1
    return at


def _forth(text: str, at: int) -> int:
    while at < len(text) and text[at] == "\n":
        at += 1
    return at
