"""Disputes in the database: what a run lines up is what lining up all at once gives, in whatever order."""

import random
import shutil
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from stories import filled
from test_run import report

from db import open_db, queries, store
from db.filter import ClaimFilter
from db.tables import dispute_rows
from pipeline import lining, run
from pipeline.disputes import Disputes, DocumentsRead, Read, Report, Told, silences
from pipeline.rows import claim_of, document_of
from pipeline.version import extractor_version

ALL = ClaimFilter()


@pytest.fixture(scope="module")
def sample(sampled: Path, tmp_path_factory: pytest.TempPathFactory):
    """The documents of the sample with their claims, read once, and the database that the run made."""
    path = tmp_path_factory.mktemp("sample") / "claims.db"
    shutil.copy(sampled, path)
    with closing(open_db(path)) as db:
        documents = {id: queries.document(db, id) for id in queries.document_ids(db)}
        claims = {id: queries.document_claims(db, id) for id in documents}
        yield db, documents, claims


def put(db, documents: dict[str, Any], claims: dict[str, Any], id: str, text: str | None = None) -> None:
    """Store a document and its claims as they were read."""
    spans = ("speaker", "cue", "accused", "target", "weapon", "date")
    row = documents[id]
    whole = [
        {
            **claim,
            "span": (claim["sentence_start"], claim["sentence_end"]),
            "grounds": (),
            "places": [
                {**place, "span": (place["place_start"], place["place_end"])} for place in claim["places"]
            ],
            **{f"{name}_span": span_of(claim, name) for name in spans},
        }
        for claim in claims[id]
    ]
    store.put_document(db, row if text is None else {**row, "text": text}, whole, extractor_version())


def span_of(claim: dict[str, Any], name: str) -> tuple[int, int] | None:
    return None if claim[f"{name}_start"] is None else (claim[f"{name}_start"], claim[f"{name}_end"])


def lined_up(db) -> dict[str, Any]:
    """Return all that lining up wrote, by lasting ids."""
    id = dict(db.execute("SELECT number, id FROM claims").fetchall())
    groups: dict[int, set[str]] = {}
    said: dict[int, set[str]] = {}
    for number, dispute, account in db.execute("SELECT number, dispute, account FROM claims"):
        groups.setdefault(dispute, set()).add(id[number])
        said.setdefault(account, set()).add(id[number])
    links = db.execute("SELECT answer, answered, type, why, strength FROM links")
    told = db.execute("SELECT number, day, category, accused, places, agreement, status FROM disputes")
    return {
        "disputes": {frozenset(group) for group in groups.values()},
        "accounts": {frozenset(group) for group in said.values()},
        "links": {(id[a], id[b], *rest) for a, b, *rest in links},
        "told": {(id[number], *rest) for number, *rest in told},
        "claims": set(db.execute("SELECT id, copy_of, tally FROM claims")),
    }


def test_a_run_lines_up_what_lining_up_all_at_once_gives(sample) -> None:
    db, documents, claims = sample
    of_conflict: dict[str, list[Report]] = {}
    for id, row in documents.items():
        one = [claim_of({**claim, "region_set": " ".join(claim["regions"])}) for claim in claims[id]]
        of_conflict.setdefault(row["conflict"], []).append(Report(document_of(row), tuple(one)))
    wanted = {
        frozenset(claims[id][index]["id"] for id, index in dispute.members)
        for reports in of_conflict.values()
        for dispute in Disputes(reports).all()
    }
    assert lined_up(db)["disputes"] == wanted
    assert queries.totals(db, ALL)["waiting"] == 0
    assert db.execute("SELECT count(*) FROM disputes").fetchone() == (len(wanted),)


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_arrival_changes_nothing(sample, tmp_path: Path, seed: int) -> None:
    whole, documents, claims = sample
    chance = random.Random(seed)
    ids = [
        id for id, row in documents.items() if row["conflict"] == ("ukraine" if seed % 4 == 0 else "sudan")
    ]
    ids = ids if seed % 4 == 0 else [id for id in documents if documents[id]["conflict"] != "ukraine"]
    chance.shuffle(ids)
    with closing(open_db(tmp_path / "claims.db")) as db:
        for name in {documents[id]["conflict"] for id in ids}:
            run.put_conflict(db, name, set())
        for id in ids:
            put(db, documents, claims, id)
            if chance.random() < 0.3:
                lining.line_up(db)
        for id in chance.sample(ids, 3):  # corrected, and corrected back
            put(db, documents, claims, id, documents[id]["text"] + "\n\nThis report was corrected.")
            lining.line_up(db)
            put(db, documents, claims, id)
        lining.line_up(db)
        theirs = lined_up(db)
    ours = lined_up(whole)
    own = {claim["id"] for id in ids for claim in claims[id]}
    assert theirs["disputes"] == {group for group in ours["disputes"] if group <= own}
    assert theirs["links"] == {link for link in ours["links"] if link[0] in own}
    assert theirs["accounts"] == {group for group in ours["accounts"] if group <= own}
    assert theirs["told"] == {one for one in ours["told"] if one[0] in own}
    assert theirs["claims"] == {one for one in ours["claims"] if one[0] in own}


def test_a_document_that_goes_takes_its_claims_out_of_their_disputes(tmp_path: Path) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        later = report("Nikopol", id="doc-later", url="https://other.example/a")
        run.ingest(db, [report("Nikopol"), later])
        assert {one["reports"] for one in queries.disputes(db, ALL)} == {2}
        run.ingest(db, [report("Nikopol", text="Nothing happened.")])
        left = queries.disputes(db, ALL)
        assert {one["reports"] for one in left} == {1}
        told = {c["document"] for one in left for account in one["accounts"] for c in account["claims"]}
        assert told == {"doc-later"}


def test_a_copy_is_counted_once(tmp_path: Path) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        copies = [
            report("Nikopol", id=f"doc-{n}", url=f"https://{n}.example/a", publisher=f"Paper {n}")
            for n in range(3)
        ]
        own = report(
            "Nikopol",
            id="doc-own",
            url="https://own.example/a",
            publisher="Own words",
            text="A power station near Nikopol was struck by Russian drones, the Ukrainian air force said on "
            "Tuesday, and engineers were on their way.",
        )
        run.ingest(db, [*copies, own])
        said = [account for one in queries.disputes(db, ALL) for account in one["accounts"]]
    (alleged,) = [account for account in said if account["stance"] == "alleges"]
    assert (alleged["reports"], alleged["publishers"]) == (4, 2)


def test_a_dispute_has_the_day_of_an_answer_where_no_allegation_names_one(tmp_path: Path) -> None:
    owned = "Ukraine's general staff said its drones had struck the Klintsy oil depot on 12 May."
    with closing(open_db(tmp_path / "claims.db")) as db:
        run.ingest(db, [report("Klintsy", text=owned, published=date(2025, 5, 14))])
        (one,) = queries.disputes(db, ALL)
    assert (one["status"], one["date_from"], one["date_to"]) == ("no allegation", "2025-05-12", "2025-05-12")


def test_lines_of_other_rules_are_drawn_anew(tmp_path: Path) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        run.ingest(db, [report("Nikopol"), report("Sumy")])
        before = lined_up(db)
        with db.atomic():
            db.execute("UPDATE disputes SET rules = 'older'")
        run.extract_again(db)
        assert lined_up(db) == before
        assert {rules for (rules,) in db.execute("SELECT rules FROM disputes")} == {extractor_version()}


def test_an_older_database_is_lined_up_by_the_next_run(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "claims.db", lined_up=False)) as db:
        assert queries.totals(db, ALL)["waiting"] == 6
        assert queries.disputes(db, ALL) == []
        run.ingest(db, [])
        assert queries.totals(db, ALL)["waiting"] == 0


def test_a_silence_is_counted_as_the_rules_say(sample) -> None:
    db, documents, claims = sample
    owner = {row["publisher"]: row["party"] for row in queries.sources(db, "ukraine") if row["party"]}
    read = DocumentsRead(
        Read(
            id,
            document_of(row).published,
            owner.get(row["publisher"]),
            frozenset(claim[role] for claim in claims[id] for role in ("claimant", "accused") if claim[role]),
        )
        for id, row in documents.items()
        if row["conflict"] == "ukraine"
    )
    reports = [
        Report(
            document_of(row),
            tuple(claim_of({**c, "region_set": " ".join(c["regions"])}) for c in claims[id]),
        )
        for id, row in documents.items()
        if row["conflict"] == "ukraine"
    ]
    told = {
        (one.document.id, index): Told(
            (one.document.id, index), c.stance, c.claimant, c.accused, published=one.document.published
        )
        for one in reports
        for index, c in enumerate(one.claims)
    }
    wanted = {
        claims[id][index]["id"]: {
            (one.accused, str(one.since), str(one.until), one.documents, one.own)
            for one in silences(dispute, told, read)
            if one.accused in ("Russia", "Ukraine")
        }
        for dispute in Disputes(reports).all()
        for id, index in dispute.members[:1]
    }
    rows = queries.disputes(db, ClaimFilter(conflict="ukraine"), limit=1000)
    counted = 0
    for row in rows:
        found = {
            (one["accused"], one["since"], one["until"], one["documents"], one["own"])
            for one in row["silences"]
            if one["accused"] in ("Russia", "Ukraine")
        }
        assert found <= wanted[row["id"]]
        counted += len(found)
    assert counted > 50


def test_an_undated_claim_is_no_allegation_nobody_answered_in_any_days(tmp_path: Path) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        text = "Ukraine's air force said that Russian drones had struck a power station near Sumy."
        run.ingest(db, [report("Sumy", text=text, published=None)])
        (one,) = queries.disputes(db, ALL)
    (silence,) = one["silences"]
    assert (silence["accused"], silence["since"], silence["documents"]) == ("Russia", None, 0)


def test_days_in_which_a_side_could_answer_are_five(tmp_path: Path) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        text = "Ukraine's air force said that Russian drones had struck a power station near Sumy."
        first = date(2025, 3, 26)
        near = [report("Sumy", text=text), report("Izium", text=text.replace("Sumy", "Izium"))]
        late = report("Orikhiv", text=text.replace("Sumy", "Orikhiv"), published=first + timedelta(6))
        run.ingest(db, [*near, late])
        counts = {
            row["day"]: [one["documents"] for one in row["silences"]] for row in queries.disputes(db, ALL)
        }
    assert counts == {"2025-03-26": [2], "2025-04-01": [1]}


@pytest.mark.parametrize(("one", "other"), [("Ukraine", "Russia"), ("Russia", "Ukraine")])
def test_an_answer_to_the_counter_charge_is_none_of_the_accused(tmp_path: Path, one: str, other: str) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        charge = f"{one}'s army said that guns of {other} had shelled the market in Sumy."
        text = f"{charge} {other}'s army said that it was {one} itself that had shelled the market."
        run.ingest(db, [report("Sumy", text=f"{text} {one}'s army denied having shelled the market.")])
        (row,) = dispute_rows(db, ALL)
    assert (row["accused"], row["status"], row["claims"]) == (other, "countered", 3)
    assert (row["denied_by"], row["countered_by"]) == ([], [other])


@pytest.mark.parametrize("named", [("Ukraine", "Russia"), ("Russia", "Ukraine")])
def test_a_monitor_that_charges_both_sides_answers_for_neither(
    tmp_path: Path, named: tuple[str, str]
) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        one, other = named
        run.ingest(
            db, [report("Sumy", text=f"The OSCE said that {one} and {other} had shelled Sumy on Sunday.")]
        )
        rows = list(dispute_rows(db, ALL))
    assert sum(row["claims"] for row in rows) == 2
    assert {row["status"] for row in rows} == {"unanswered"}
    assert [row["countered_by"] for row in rows] == [[]] * len(rows)


def test_a_side_that_counts_too_is_told_apart_from_one_that_is_silent(tmp_path: Path) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        theirs = "Ukraine's General Staff said that Russian forces broke the ceasefire 734 times on 20 April."
        ours = "Russia's Defence Ministry said that Ukraine broke the ceasefire 488 times on 20 April."
        later = ours.replace("20 April", "21 April")
        day = date(2025, 4, 21)
        texts = {"a": theirs, "b": ours, "c": later}
        run.ingest(db, [report(name, text=text, published=day) for name, text in texts.items()])
        rows = queries.disputes(db, ALL)
        assert [row["status"] for row in rows] == ["unanswered"] * 3
        counted = {
            (one["accused"], row["date_from"]): one["counted"] for row in rows for one in row["silences"]
        }
    assert counted == {
        ("Russia", "2025-04-20"): True,
        ("Ukraine", "2025-04-20"): True,
        ("Ukraine", "2025-04-21"): False,
    }


def test_where_reports_count_different_things_each_is_told_with_its_range(tmp_path: Path) -> None:
    with closing(open_db(tmp_path / "claims.db")) as db:
        text = "Ukraine's air force said that Russia had attacked a power station near Sumy with "
        counted = {"a": "14 drones", "b": "17 drones"}
        run.ingest(db, [report(name, text=f"{text}{what} on Tuesday.") for name, what in counted.items()])
        (row,) = dispute_rows(db, ALL)
        assert (row["lowest"], row["highest"], row["figures"]) == (14, 17, ["14 to 17 drones"])
        run.ingest(db, [report("c", text=f"{text}3 missiles on Tuesday.")])
        (row,) = dispute_rows(db, ALL)
    assert (row["lowest"], row["highest"], row["figures"]) == (None, None, ["14 to 17 drones", "3 missiles"])
