"""Finds the words of offices.toml in a text, and which office a noun phrase names."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from pipeline.lexicon import Entry, read_lexicon

KEPT = "offices"  # under this key a Doc keeps what was found in it
SORTS = (
    "office",
    "armed",
    "outsider",
    "private",
    "ground",
    "event",
    "peer",
)  # roles that tell what sort of thing a noun is
TITLES = ("compound", "appos", "nmod", "flat")


def words_of(doc: Doc) -> dict[int, tuple[Entry, Span]]:
    """Return the words of offices.toml in a text by each token they cover, found once for each text."""
    if KEPT not in doc.user_data:
        found: dict[int, tuple[Entry, Span]] = {}
        for entry, span in read_lexicon("offices").find(doc):
            for index in range(span.start, span.end):
                if index not in found or len(found[index][1]) < len(span):
                    found[index] = entry, span
        doc.user_data[KEPT] = found
    words: dict[int, tuple[Entry, Span]] = doc.user_data[KEPT]
    return words


def offices_in(doc: Doc) -> list[int]:
    """Return the words that belong to the name of an office, by where they stand."""
    return [index for index, (entry, _) in words_of(doc).items() if entry.data["role"] == "office"]


def office_at(token: Token) -> Entry | None:
    """Return the entry that a word belongs to."""
    found = words_of(token.doc).get(token.i)
    return found[0] if found else None


def role(token: Token) -> str:
    """Return the role of a word, "" for none."""
    entry = office_at(token)
    return str(entry.data["role"]) if entry else ""


def begins(token: Token) -> bool:
    """Tell whether a word begins the entry that it belongs to: "belonging" in "belonging to"."""
    found = words_of(token.doc).get(token.i)
    return found is None or found[1].start == token.i


def sorting(words: Iterable[Token]) -> Entry | None:
    """Return the last entry that tells what sort of thing a head and the words before it make, if any."""
    entries = (office_at(word) for word in reversed(list(words)))
    return next((entry for entry in entries if entry and entry.data["role"] in SORTS), None)


def sort_of(words: Iterable[Token]) -> str:
    """Return what sort of thing a head and the words before it make, "" if no word tells."""
    entry = sorting(words)
    return str(entry.data["role"]) if entry else ""


def has(words: Iterable[Token], trait: str) -> bool:
    """Tell whether the office that words name has a trait: `abroad`, `unofficial`, `seizer`."""
    entry = sorting(words)
    return entry is not None and bool(entry.data.get(trait))


def office_of(span: Span) -> str | None:
    """Return the office that a noun phrase names ("governor", "army"), by its head, else by its title."""
    for token in (span.root, *(t for t in span if t.head == span.root and t.dep_ in TITLES)):
        entry = office_at(token)
        if entry and entry.data["role"] == "office":
            return str(entry.data["office"])
    return None


def spoken_for(span: Span) -> str | None:
    """Return the office before a spokesman, for which he speaks: that of "an army spokesman"."""
    if not has([span.root], "speaks"):
        return None
    before = (office_at(token) for token in span.root.lefts if token.dep_ in {"compound", "nmod", "poss"})
    return next((str(entry.data["office"]) for entry in before if entry and "office" in entry.data), None)


def stands_for(short: Span, full: Iterable[Token]) -> bool:
    """Tell whether a bare office ("the ministry", "the command") may mean one named in full before it."""
    wanted = spoken_for(short) or office_of(short)
    offices = [entry for token in full if (entry := office_at(token)) and entry.data["role"] == "office"]
    return any(wanted == entry.data["office"] or wanted in entry.data.get("short", ()) for entry in offices)
