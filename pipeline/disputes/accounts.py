"""What each party says in a dispute: one allegation or answer, with all the reports that carry it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.disputes.records import Dispute, Key
from pipeline.records import Stance

JOINING = ("repeats", "updates")  # the links between reports of one account


@dataclass(frozen=True)
class Told:
    """A claim as a report tells it. `published` is the day of the report, `publisher` whose it is; None where
    unknown."""

    key: Key
    stance: Stance
    claimant: str
    accused: str | None
    count: int | None = None
    published: date | None = None
    publisher: str | None = None


@dataclass(frozen=True)
class Account:
    """One allegation or answer of one body, and how it is told.

    `reports` counts documents; `publishers` counts who tells it by a text of his own: the copies of one text
    are one publisher's, and so is all that one publisher prints. `first` and `last` are days of reports,
    `lowest` and `highest` the figures; all four are None where no report gives one.
    """

    stance: Stance
    claimant: str
    accused: str | None
    members: tuple[Key, ...]
    reports: int
    publishers: int
    first: date | None
    last: date | None
    lowest: int | None
    highest: int | None


def accounts(
    dispute: Dispute, told: Mapping[Key, Told], copy_of: Mapping[str, str] | None = None
) -> list[Account]:
    """Return the accounts of a dispute, in the order of their first claims.

    `told` holds every member of the dispute; `copy_of` is what `copies` returns for their documents (without
    it no document is a copy). Claims are of one account if `repeats` or `updates` links join them.
    """
    parent = {key: key for key in dispute.members}

    def find(key: Key) -> Key:
        while parent[key] != key:
            parent[key] = key = parent[parent[key]]
        return key

    for link in dispute.links:
        if link.type in JOINING:
            parent[find(link.answer)] = find(link.answered)
    groups: dict[Key, list[Told]] = {}
    for key in dispute.members:
        groups.setdefault(find(key), []).append(told[key])
    whose = {one.key[0]: one.publisher for one in told.values()}
    return [account(group, copy_of or {}, whose) for group in groups.values()]


def account(group: Sequence[Told], copy_of: Mapping[str, str], whose: Mapping[str, str | None]) -> Account:
    """Return the account that claims make together; `whose` is the publisher of each document."""
    documents = list(dict.fromkeys(one.key[0] for one in group))
    originals = list(dict.fromkeys(copy_of.get(id, id) for id in documents))
    days = sorted(one.published for one in group if one.published)
    figures = sorted(one.count for one in group if one.count is not None)
    return Account(
        stance=group[0].stance,
        claimant=group[0].claimant,
        accused=next((one.accused for one in group if one.accused), None),
        members=tuple(one.key for one in group),
        reports=len(documents),
        publishers=len(set(publishers(originals, whose))),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        lowest=figures[0] if figures else None,
        highest=figures[-1] if figures else None,
    )


def publishers(originals: Iterable[str], whose: Mapping[str, str | None]) -> Iterable[tuple[bool, str]]:
    """Yield for each document its publisher; an unnamed one is nobody else's."""
    for id in originals:
        name = whose.get(id)
        yield (True, name) if name else (False, id)
