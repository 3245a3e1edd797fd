"""Which party became another, and from which day: a group that took over the government of its state."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pipeline.conflict_files import ConflictError, day_of, read_toml
from pipeline.party_files import FOLDER, WORLD, Name


@dataclass(frozen=True)
class Succession:
    """From the day `start`, who is named by the names of `party` is the party `became`."""

    party: str
    became: str
    start: date


def read_successions(parties: Iterable[str]) -> Iterator[Succession]:
    """Yield the successions, which hold in every conflict. Raises ConflictError if one is wrong."""
    where, known = f"{WORLD}/conflict.toml", set(parties)
    for number, entry in enumerate(read_toml(FOLDER / WORLD / "conflict.toml").get("succession", []), 1):
        here = f"{where}, succession {number}"
        start = day_of(entry, "start", here)
        if start is None or not {entry.get("party"), entry.get("became")} <= known:
            raise ConflictError(
                f"{here}: needs a `party` and a `became`, known parties, and a `start` (a date)."
            )
        yield Succession(entry["party"], entry["became"], start)


def held_by(successions: Iterable[Succession], day: date | None) -> Mapping[str, str]:
    """Return who the parties are that had become another by a day, or by today if it is None."""
    return {one.party: one.became for one in successions if day is None or one.start <= day}


def renamed(names: Iterable[Name], held: Mapping[str, str]) -> tuple[Name, ...]:
    """Return names as those of the parties which the named have become."""
    return tuple(replace(name, party=held.get(name.party, name.party)) for name in names)


def refought(fights: Iterable[tuple[str, str]], held: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return who fights whom after that: nobody fights himself."""
    pairs = ((held.get(a, a), held.get(b, b)) for a, b in fights)
    return tuple(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))
