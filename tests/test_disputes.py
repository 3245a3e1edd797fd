"""Lining up: which claims are of the same acts, how they answer each other, and that no order changes it."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.disputes import Dispute, Disputes, Report, crowds
from pipeline.disputes.copies import copies
from pipeline.disputes.lines import read_disputes, report_of
from pipeline.disputes.measure import measure
from pipeline.records import Claim, Document
from pipeline.score import read_scored

DATA = Path(__file__).parent / "data"
DAY = date(2025, 3, 28)
SHELLED = "Russian guns shelled the power station at Nikopol on Friday, the governor said."


def stories(name: str) -> list[Report]:
    return [report_of(fields, True) for fields in read_scored([DATA / name]).values()]


def report(id: str, *claims: Claim, published: date | None = DAY) -> Report:
    text, placed = "", []
    for claim in claims:
        start = len(text)
        text += f"{claim.sentence}\n\n"
        placed.append(replace(claim, span=(start, start + len(claim.sentence))))
    return Report(Document(id=id, text=text, published=published, conflict="ukraine"), tuple(placed))


def claim(sentence: str = SHELLED, stance: Any = "alleges", by: str = "Ukraine", **more: Any) -> Claim:
    fields: dict[str, Any] = {"accused": "Russia", "category": "energy_strike", "speaker": None}
    fields |= {"regions": ("UA-12",), "date_from": DAY, "date_to": DAY} | more
    return Claim(sentence=sentence, span=(0, 0), stance=stance, claimant=by, **fields)


def together(disputes: list[Dispute], *keys: tuple[str, int]) -> bool:
    return any(set(keys) <= set(dispute.members) for dispute in disputes)


def linked(disputes: list[Dispute]) -> Iterator[tuple[Any, Any, str]]:
    for dispute in disputes:
        yield from ((one.answer, one.answered, one.type) for one in dispute.links)


@pytest.mark.parametrize(
    ("name", "pairwise", "cubed", "links", "precision"),
    [
        ("stories-1", 0.92, 0.94, 0.87, 0.9),
        ("stories-2", 0.8, 0.87, 0.79, 0.81),
        ("stories-3", 0.75, 0.83, 0.78, 0.9),
        ("stories-4", 0.74, 0.81, 0.73, 0.81),
        ("stories-5", 0.8, 0.87, 0.75, 0.87),
        ("stories-6", 0.71, 0.81, 0.68, 0.78),
        ("stories-a", 0.92, 0.96, 0.93, 0.94),
        ("stories-b", 0.94, 0.96, 0.91, 0.9),
        ("stories-c", 0.88, 0.92, 0.8, 0.9),
        ("stories-d", 0.9, 0.94, 0.9, 0.9),
        ("stories-e", 0.74, 0.87, 0.75, 0.86),
        ("stories-f", 0.95, 0.96, 0.93, 0.98),
        ("stories-g", 0.86, 0.91, 0.89, 0.96),
        ("stories-h", 0.85, 0.89, 0.78, 0.83),
        ("stories-i", 0.8, 0.88, 0.77, 0.92),
        ("stories-j", 0.86, 0.9, 0.79, 0.88),
        ("stories-k", 0.65, 0.8, 0.71, 0.77),
        ("stories-l", 0.9, 0.91, 0.77, 0.8),
        ("stories-m", 0.73, 0.79, 0.57, 0.67),
        ("stories-n", 0.71, 0.77, 0.6, 0.66),
        ("stories-o", 0.81, 0.85, 0.65, 0.8),
        ("stories-p", 0.85, 0.9, 0.84, 0.85),
        ("stories-q", 0.65, 0.81, 0.75, 0.85),
        ("stories-r", 0.74, 0.83, 0.68, 0.77),
        ("stories-s", 0.81, 0.88, 0.73, 0.81),
        ("stories-t", 0.78, 0.82, 0.71, 0.76),
        ("stories-u", 0.8, 0.88, 0.79, 0.87),
        ("stories-v", 0.8, 0.85, 0.78, 0.84),
        ("stories-w", 0.72, 0.81, 0.72, 0.79),
        ("stories-x", 0.67, 0.8, 0.71, 0.82),
        ("stories-y", 0.65, 0.76, 0.62, 0.74),
        ("stories-z", 0.84, 0.91, 0.83, 0.84),
    ],
)
def test_the_stories_are_lined_up(
    name: str, pairwise: float, cubed: float, links: float, precision: float
) -> None:
    reports = stories(f"{name}.jsonl")
    claims = [(one.document.id, n) for one in reports for n in range(len(one.claims))]
    found = measure(read_disputes(DATA / f"{name}.disputes.jsonl"), Disputes(reports).all(), claims)
    assert found["pairwise"].f1 is not None and found["pairwise"].f1 >= pairwise
    assert found["b-cubed"].f1 is not None and found["b-cubed"].f1 >= cubed
    assert found["links"].f1 is not None and found["links"].f1 >= links
    assert found["links"].precision is not None and found["links"].precision >= precision


@pytest.mark.parametrize("seed", range(20))
def test_no_order_of_arrival_changes_the_disputes(seed: int) -> None:
    reports = [*stories("stories-a.jsonl"), *stories("stories-p.jsonl")]
    wanted = Disputes(reports).all()
    random.Random(seed).shuffle(reports)
    assert Disputes(reports).all() == wanted


@pytest.mark.parametrize("seed", range(8))
def test_nor_does_it_where_many_claims_share_what_they_are_found_by(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crowds, "LARGE", 4)
    monkeypatch.setattr(crowds, "LEADERS", 2)
    monkeypatch.setattr(crowds, "RARE", 3)
    reports = [*stories("stories-a.jsonl"), *stories("stories-h.jsonl"), *undated(40)]
    wanted = Disputes(reports).all()
    random.Random(seed).shuffle(reports)
    lined_up = Disputes()
    known: dict[Any, Dispute] = {}
    for one in reports:
        for dispute in lined_up.near(lined_up.add(one)):
            known |= dict.fromkeys(dispute.members, dispute)
    assert set(known.values()) == set(wanted) == set(lined_up.all())


def undated(many: int) -> Iterator[Report]:
    for number in range(many):
        one = replace(told(number, "regions only"), date_from=None, date_to=None)
        yield report(f"u{number}", one, published=DAY + timedelta(number % 3))


def test_a_new_report_touches_only_what_it_is_tied_to() -> None:
    lined_up = Disputes()
    for one in stories("stories-a.jsonl"):
        before = lined_up.all()
        near = lined_up.near(lined_up.add(one))
        touched = {key for dispute in near for key in dispute.members}
        left = [dispute for dispute in before if not touched & set(dispute.members)]
        assert {*left, *near} == set(lined_up.all())


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (claim("Kyiv blames Russia for fire on the Nikopol power station."), True),
        (claim(date_from=DAY - timedelta(1), date_to=DAY - timedelta(1)), False),
        (
            claim("Russian guns shelled the power station at Zaporizhzhia on Friday.", regions=("UA-23",)),
            False,
        ),
        (claim("A gas pipeline at Nikopol was hit by Russian guns on Friday, the governor said."), False),
        (claim("Ukraine shelled a school at Nikopol, Moscow said.", by="Russia", accused="Ukraine"), False),
    ],
    ids=["the same", "another day", "another place", "another target", "other accused"],
)
def test_near_misses_are_not_joined(other: Claim, same: bool) -> None:
    first = claim("Russian guns shelled the Nikopol power station on Friday, Governor Serhii Lysak said.")
    found = Disputes([report("a", first), report("b", other)]).all()
    assert together(found, ("a", 0), ("b", 0)) is same


@pytest.mark.parametrize(("days", "same"), [(2, True), (20, True), (40, False)])
def test_what_is_told_again_without_a_day_may_be_weeks_old(days: int, same: bool) -> None:
    first = claim("Russian guns shelled the Nikopol power station on Friday, Governor Serhii Lysak said.")
    again = claim(
        "Russia shelled the power station of Nikopol, Lysak repeated.", date_from=None, date_to=None
    )
    found = Disputes([report("a", first), report("b", again, published=DAY + timedelta(days))]).all()
    assert together(found, ("a", 0), ("b", 0)) is same


def test_what_is_told_again_late_is_of_the_act_told_last() -> None:
    first = claim("Russian guns shelled the Nikopol power station on Friday, Governor Serhii Lysak said.")
    next_day = DAY + timedelta(10)
    second = replace(first, date_from=next_day, date_to=next_day)
    again = claim(
        "Russia shelled the power station of Nikopol, Lysak repeated.", date_from=None, date_to=None
    )
    reports = [
        report("a", first),
        report("b", second, published=next_day),
        report("c", again, published=next_day + timedelta(2)),
    ]
    found = Disputes(reports).all()
    assert together(found, ("b", 0), ("c", 0)) and not together(found, ("a", 0), ("c", 0))


def test_a_claim_without_date_and_region_is_linked_only_within_its_report() -> None:
    vague = claim("Russia attacked, Kyiv said.", regions=(), date_from=None, date_to=None)
    denial = replace(claim("Moscow denied it.", "denies", "Russia"), regions=(), date_from=None, date_to=None)
    found = Disputes([report("a", claim()), report("b", vague, denial)]).all()
    assert not together(found, ("a", 0), ("b", 0))
    assert list(linked(found)) == [(("b", 1), ("b", 0), "denies")]
    assert sum(len(dispute.members) for dispute in found) == 3


def test_days_in_the_wrong_order_and_no_day_of_publication_are_lived_with() -> None:
    wrong = claim(date_from=DAY, date_to=DAY - timedelta(9))
    found = Disputes([report("a", wrong), report("b", claim(), published=None)]).all()
    assert sum(len(dispute.members) for dispute in found) == 2


def test_a_party_that_denies_its_own_denial() -> None:
    denial = claim("Moscow denied shelling Nikopol.", "denies", "Russia")
    again = claim("Moscow denied that it had denied shelling Nikopol.", "denies", "Russia")
    found = Disputes([report("a", claim(), denial), report("b", again)]).all()
    assert together(found, ("a", 0), ("a", 1), ("b", 0))
    assert (("b", 0), ("a", 1), "repeats") in set(linked(found))
    assert all(answer != answered for answer, answered, _ in linked(found))


def test_a_tally_that_grows_is_an_update() -> None:
    more: dict[str, Any] = {"regions": (), "category": "ceasefire_violation", "date_from": DAY}
    first = claim("Russia broke the truce 14 times, Kyiv said.", count=14, date_to=DAY, **more)
    grown = claim("Kyiv now counts 17 breaches by Russia.", count=17, date_to=DAY + timedelta(1), **more)
    reports = [report("a", first), report("b", grown, published=DAY + timedelta(1))]
    assert list(linked(Disputes(reports).all())) == [(("b", 0), ("a", 0), "updates")]


def test_a_joint_denial_ties_what_it_denies() -> None:
    one = claim("Drones hit a line in the Kursk region.", by="Russia", accused="Ukraine", regions=("RU-KRS",))
    two = claim("A substation in Bryansk was hit.", by="Russia", accused="Ukraine", regions=("RU-BRY",))
    no = claim("Kyiv denied both.", "denies", accused="Ukraine", regions=("RU-BRY", "RU-KRS"))
    found = Disputes([report("a", one), report("b", two), report("c", no)]).all()
    assert together(found, ("a", 0), ("b", 0), ("c", 0))
    assert {kind for *_, kind in linked(found)} == {"denies"}


SYLLABLES = ("ka", "lo", "mi", "ru", "ten", "sho", "vra", "gul", "ped", "nix")


def told(number: int, way: str) -> Claim:
    """Return a claim that is one of many about one strike."""
    if way == "one sentence":
        return claim()
    if way == "other sentences":
        return claim(f"{SHELLED[:-1]}, crew {number} heard.")
    word = "".join(SYLLABLES[int(digit)] for digit in f"{number:05}")
    return claim(f"Russian drones attacked the Dnipro region, and a {word} burned.", category="other_strike")


@pytest.mark.parametrize(
    ("way", "many"), [("one sentence", 4_000), ("other sentences", 1_000), ("regions only", 1_000)]
)
def test_thousands_of_claims_of_one_strike(way: str, many: int) -> None:
    found = Disputes(report(f"d{number}", told(number, way)) for number in range(many)).all()
    assert sum(len(dispute.members) for dispute in found) == many
    assert way == "regions only" or len(found) == 1


@pytest.mark.parametrize(
    ("sentence", "regions", "one"),
    [
        ("Each side has accused the other of breaking the truce on energy strikes.", (), False),
        ("Each side has accused the other of blowing up the dam at Nova Kakhovka.", ("UA-65",), True),
    ],
)
def test_mutual_charges_are_one_dispute_only_of_one_event(
    sentence: str, regions: tuple[str, ...], one: bool
) -> None:
    undated: dict[str, Any] = {"regions": regions, "date_from": None, "date_to": None}
    both = (claim(sentence, **undated), claim(sentence, by="Russia", **undated | {"accused": "Ukraine"}))
    whole = report("a", both[0])
    same = replace(whole, claims=(whole.claims[0], replace(both[1], span=whole.claims[0].span)))
    found = Disputes([same]).all()
    assert together(found, ("a", 0), ("a", 1)) == one
    assert {kind for *_, kind in linked(found)} == ({"counters"} if one else set())


def test_charges_that_stand_for_years_do_not_make_one_dispute() -> None:
    said = claim("Russia keeps breaking the truce, Kyiv said.", category="ceasefire_violation")
    said = replace(said, regions=(), date_from=None, date_to=None)
    days = [DAY + timedelta(days=2 * number) for number in range(200)]
    found = Disputes(report(f"d{day}", said, published=day) for day in days).all()
    assert 10 < len(found) < 20
    assert max(len(dispute.members) for dispute in found) <= 16


def test_a_report_is_added_once() -> None:
    lined_up = Disputes([report("a", claim())])
    with pytest.raises(ValueError, match="added before"):
        lined_up.add(report("a", claim()))


def test_copies_of_a_wire_text_are_one() -> None:
    text = f"{SHELLED} Nobody was hurt, and the lights in the town stayed on for most of that evening."
    other = "Something quite different happened on the river, where two barges collided in the fog at noon."
    assert copies({"b": text, "a": f"{text} (Wire)", "c": other}) == {"a": "a", "b": "a", "c": "c"}


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["disputes", *words])


def test_the_command_prints_disputes(tmp_path: Path) -> None:
    done = run(str(DATA / "stories-a.jsonl"), "--given-claims")
    assert (done.exit_code, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert sum(len(line["members"]) for line in lines) == 59
    links = [link for line in lines for link in line["links"]]
    assert {frozenset(link) for link in links} == {frozenset({"from", "to", "type", "why", "strength"})}
    assert {link["strength"] for link in links} == {"certain", "likely"}
    (tmp_path / "printed.jsonl").write_text(done.stdout)
    assert len(read_disputes(tmp_path / "printed.jsonl")) == len(lines)


def test_the_command_finds_the_claims_itself(tmp_path: Path) -> None:
    text = "Russia shelled Nikopol on Friday, Ukraine's army said. Moscow denied it."
    line = json.dumps({"id": "a", "published": "2025-03-28", "conflict": "ukraine", "text": text})
    (tmp_path / "docs.jsonl").write_text(line + "\n")
    done = run(str(tmp_path / "docs.jsonl"))
    assert done.exit_code == 0, done.stderr
    assert [link["type"] for link in json.loads(done.stdout)["links"]] == ["denies"]


@pytest.mark.parametrize("content", [None, "no json", '{"id": "a", "text": "b"}', '{"id": 1}'])
def test_the_command_names_what_it_cannot_read(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "docs.jsonl"
    if content is not None:
        path.write_text(content)
    done = run(str(path), "--given-claims")
    assert done.exit_code == 2
    assert "docs.jsonl" in done.stderr and "Traceback" not in done.stderr
