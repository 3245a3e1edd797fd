"""What a person calls a conflict, party or region at the command line: by any of its names, in any case."""

from collections.abc import Iterable, Iterator

from db.typed import folded
from pipeline.conflict import UnknownConflict, conflict_names
from pipeline.conflict_files import read_toml
from pipeline.lexicon import read_lexicon
from pipeline.options import once
from pipeline.party_files import FOLDER, read_names
from pipeline.place_files import read_rows, split

# Kinds of names that mean a party; a person or an outlet only speaks for it.
OWN_KINDS = ("state", "group", "capital", "body")


def conflict_called(typed: str) -> str:
    """Return the conflict that has a name or title. Raises UnknownConflict."""
    for name in conflict_names():
        if folded(typed) in (folded(name), folded(title_of(name))):
            return name
    raise UnknownConflict(f"There is no conflict {typed!r}; there are: {', '.join(conflict_names())}.")


def title_of(conflict: str) -> str:
    """Return the title of a conflict."""
    return str(read_toml(FOLDER / conflict / "conflict.toml").get("title", ""))


def conflicts_called(typed: Iterable[str] | None) -> list[str]:
    """Return the conflicts of an option that can be repeated, each once. Raises UnknownConflict."""
    return list(dict.fromkeys(map(conflict_called, typed or ())))


def one_conflict(typed: list[str] | None) -> str | None:
    """Return the conflict of the option, None without it. Raises BadOption if it is given twice."""
    name = once("--conflict", typed)
    return None if name is None else conflict_called(name)


def party_names() -> Iterator[tuple[str, str]]:
    """Yield the parties of all conflicts, each with every name of its own."""
    for conflict in conflict_names():
        for name in read_names(FOLDER / conflict, OWN_KINDS):
            yield name.party, name.text


def region_names() -> Iterator[tuple[str, str]]:
    """Yield the codes of the regions of all conflicts, each with every name; one that needs a word such as
    "region" beside it comes with that."""
    for conflict in conflict_names():
        for _, row in read_rows(FOLDER / conflict / "regions.csv", ("code", "names", "stems")):
            yield from ((row["code"], name) for name in split(row["names"]))
            yield from ((row["code"], f"{stem} region") for stem in split(row["stems"]))


def region_words() -> frozenset[str]:
    """Return the words that may stand around the name of a region: "the province of …"."""
    entry = read_lexicon("places").entries["region"]
    return frozenset(folded(" ".join(entry.words)).split()) | {"the", "of"}
