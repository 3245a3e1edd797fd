"""What is counted in a dispute: the reports and publishers of an account, the documents without an answer."""

from datetime import date, timedelta
from typing import Any

from pipeline.disputes import Dispute, DocumentsRead, Link, Read, Told, accounts, never_read, silences

DAY = date(2025, 3, 28)


def told(id: str, stance: Any = "alleges", by: str = "Ukraine", of: str = "Russia", **more: Any) -> Told:
    return Told((id, 0), stance, by, of, **{"published": DAY, "publisher": id.upper(), **more})


def dispute(*claims: Told, links: tuple[tuple[str, str, Any], ...] = ()) -> Dispute:
    made = (Link((a, 0), (b, 0), kind, "same place", "likely") for a, b, kind in links)
    return Dispute(tuple(one.key for one in claims), tuple(made))


def by_key(*claims: Told) -> dict[tuple[str, int], Told]:
    return {one.key: one for one in claims}


def test_an_allegation_is_one_with_all_its_reports() -> None:
    claims = (
        told("a", count=14),
        told("b", count=17, published=DAY + timedelta(1)),
        told("c", publisher=None),
        told("d", "denies", "Russia"),
    )
    one = dispute(*claims, links=(("b", "a", "updates"), ("c", "b", "repeats"), ("d", "b", "denies")))
    first, answer = accounts(one, by_key(*claims))
    assert (first.reports, first.publishers) == (3, 3)
    assert (first.first, first.last, first.lowest, first.highest) == (DAY, DAY + timedelta(1), 14, 17)
    assert (answer.stance, answer.claimant, answer.reports, answer.lowest) == ("denies", "Russia", 1, None)


def test_copies_and_one_publishers_reports_are_one_publisher() -> None:
    claims = told("a"), told("b"), told("c", publisher="A")
    one = dispute(*claims, links=(("b", "a", "repeats"), ("c", "a", "repeats")))
    (account,) = accounts(one, by_key(*claims), {"a": "a", "b": "a", "c": "c"})
    assert (account.reports, account.publishers) == (3, 1)


def test_nobody_answered_is_not_nobody_looked() -> None:
    claim = told("a")
    looked = DocumentsRead(
        [
            Read("r1", DAY, source="Russia"),
            Read("r2", DAY + timedelta(5), parties=frozenset({"Russia", "Ukraine"})),
            Read("late", DAY + timedelta(6), source="Russia"),
            Read("before", DAY - timedelta(1), source="Russia"),
            Read("undated", None, source="Russia"),
        ]
    )
    (silence,) = silences(dispute(claim), by_key(claim), looked)
    assert (silence.accused, silence.documents, silence.own) == ("Russia", 2, 1)
    (unseen,) = silences(dispute(claim), by_key(claim), DocumentsRead([]))
    assert (unseen.documents, unseen.since, unseen.until) == (0, DAY, DAY + timedelta(5))
    assert never_read(looked, ["Russia", "Ukraine"], DAY, DAY) == ["Ukraine"]


def test_any_answer_ends_the_silence() -> None:
    claim, denial = told("a"), told("b", "denies", "Russia")
    counter = told("c", by="Russia", of="Ukraine")
    read = DocumentsRead([])
    assert silences(dispute(claim, denial), by_key(claim, denial), read) == []
    crossed = dispute(claim, counter, links=(("c", "a", "counters"),))
    assert [one.accused for one in silences(crossed, by_key(claim, counter), read)] == ["Ukraine"]


def test_a_silence_without_a_day_counts_nothing() -> None:
    claim = told("a", published=None)
    (silence,) = silences(dispute(claim), by_key(claim), DocumentsRead([Read("r", DAY, source="Russia")]))
    assert (silence.since, silence.documents) == (None, 0)
