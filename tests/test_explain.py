"""What was found in an article is marked, and an act without a claim has its reason."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.claims import extract
from pipeline.conflict import load_conflict
from pipeline.explain import Explained, explain
from pipeline.explain_print import print_explained
from pipeline.language import load_model
from pipeline.reader import known_conflict
from pipeline.records import Document
from pipeline.sources import read_sample
from pipeline.unclaimed import Reason

REPORT = """Russia's defence ministry said on Friday that Ukrainian drones had attacked a power station near \
Kursk overnight.

"The strikes were stopped," it added. A shell hit the bridge at dawn.
"""


def explained(text: str) -> list[Explained]:
    document = Document("test", text, published=date(2025, 4, 4))
    return list(explain(document, load_model(), load_conflict("ukraine")))


def kinds(sentence: Explained) -> dict[str, list[str]]:
    """The words found in a sentence, by kind."""
    found: dict[str, list[str]] = {}
    for one in sentence.found:
        found.setdefault(one.kind, []).append(one.words)
    return found


def printed(text: str, **console: Any) -> str:
    document = Document("test", text, published=date(2025, 4, 4), title="A night of drones")
    out = io.StringIO()
    print_explained(
        Console(file=out, width=100, **console), document, "ukraine", explained(text), "report.txt"
    )
    return out.getvalue()


def test_everything_found_in_a_sentence_is_told_where_it_stands() -> None:
    first = explained(REPORT)[0]
    found = kinds(first)
    assert found["speaker"] == ["Russia's defence ministry"]
    assert found["cue"] == ["said"]
    assert found["act"] == ["attacked"]
    assert found["target"] == ["power station"]
    assert found["place"] == ["Kursk"]
    assert "Ukrainian" in found["party"]
    assert "overnight" in found["date"]
    for one in first.found:
        assert first.text[slice(*one.span)] == one.words
    meanings = {one.kind: one.meaning for one in first.found}
    assert meanings["speaker"] == "Russia"
    assert meanings["place"].endswith("RU-KRS")
    assert "drones → Ukraine" in meanings["act"]
    assert [(claim.claimant, claim.accused) for claim in first.claims] == [("Russia", "Ukraine")]
    assert first.unclaimed == ()


def test_days_are_told_as_the_claims_count_them() -> None:
    first, same, before = explained(
        "Russian drones hit a depot in Odesa on Monday, the mayor said. The same day Russian missiles struck "
        "a school in Sumy, the governor said. Ukraine's army said on Wednesday that Russian drones had hit a "
        "bridge in Kherson the day before."
    )
    for one, words in ((first, "Monday"), (same, "The same day"), (before, "the day before")):
        told = next(each.meaning for each in one.found if each.words == words)
        assert [claim.date_from.isoformat() for claim in one.claims if claim.date_from] == [told]


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("Russian drones struck a warehouse in Odesa on Friday.", "struck", Reason.OWN_VOICE),
        ("Local residents said Russian drones had struck a warehouse.", "struck", Reason.STRANGER),
        ("Ukraine said that Russia might attack its ports.", "attack", Reason.UNREAL),
        ("Ukraine lobbied for an end to Russian strikes on its ports.", "strikes", Reason.WANTED),
        ("Ukraine said two people were treated after the attack.", "attack", Reason.POINTS_BACK),
        ("The minister believes Russian forces attacked the port.", "attacked", Reason.THOUGHT),
        ("Ukraine said that a storm had destroyed the bridge.", "destroyed", Reason.NO_DOER),
    ],
)
def test_an_act_without_a_claim_has_the_reason(text: str, word: str, reason: Reason) -> None:
    (sentence,) = explained(text)
    assert sentence.claims == ()
    assert [(one.words, one.meaning) for one in sentence.unclaimed] == [(word, reason)]


def test_an_act_that_makes_a_claim_needs_no_reason() -> None:
    for sentence in explained("Ukraine denied that its drones had struck the depot, as Moscow had alleged."):
        assert sentence.claims
        assert sentence.unclaimed == ()


def test_without_colours_the_marks_stand_in_brackets_and_lose_no_word() -> None:
    shown = printed(REPORT)
    assert "[speaker: Russia's defence ministry] [cue: said]" in shown
    assert "[act: attacked]" in shown
    assert "Russia alleges, against Ukraine; energy strike; RU-KRS; 2025-04-03 to 2025-04-04;" in shown
    assert f"hit: {Reason.OWN_VOICE}" in shown
    assert "\x1b" not in shown


def test_in_a_terminal_the_marks_are_colours() -> None:
    shown = printed(REPORT, force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[" in shown
    assert "[act:" not in shown


def test_markup_of_the_terminal_in_a_text_is_shown_as_it_stands() -> None:
    shown = printed("Ukraine said [bold]Russian[/bold] drones struck a depot [/] in Sumy.")
    assert "[bold]" in shown
    assert "[/]" in shown


def test_the_command_explains_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"date 2025-04-04 A night of drones\n{REPORT}", encoding="utf-8")
    result = CliRunner().invoke(app, ["explain", str(path)])
    assert result.exit_code == 0, result.output
    assert f"A night of drones\n{path} · 2025-04-04 · conflict ukraine · " in result.stdout
    assert f"no claim  hit: {Reason.OWN_VOICE}" in result.stdout


def test_the_command_names_the_file_of_each_article_of_a_folder(tmp_path: Path) -> None:
    line = {"text": REPORT, "url": "https://news.example/a", "published": "2025-04-04"}
    (tmp_path / "a.jsonl").write_text(
        f"{json.dumps({'text': REPORT})}\n{json.dumps(line)}\n", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text(f"publisher: East Wire\n{REPORT}", encoding="utf-8")
    (tmp_path / "c.dat").write_text("1, 2")
    result = CliRunner().invoke(app, ["explain", str(tmp_path)])
    assert result.exit_code == 0, result.output
    named = [line.partition(" · conflict")[0] for line in result.stdout.splitlines() if " · conflict" in line]
    assert named == [
        f"{tmp_path}/a.jsonl:1 · date unknown",
        f"{tmp_path}/a.jsonl · https://news.example/a · 2025-04-04",
        f"{tmp_path}/b.txt · East Wire · date unknown",
    ]
    assert result.stderr.startswith(f"{tmp_path}/c.dat: Its kind is not known")


def test_the_command_tells_what_it_cannot_read(tmp_path: Path) -> None:
    french = tmp_path / "texte.txt"
    french.write_text(
        "Le ministère a déclaré vendredi que des drones avaient frappé une centrale dans la nuit, sans faire "
        "de victimes, selon le gouverneur de la région.",
        encoding="utf-8",
    )
    result = CliRunner().invoke(app, ["explain", str(french)])
    assert result.exit_code == 0
    assert "another language (fr)" in result.stderr
    missing = CliRunner().invoke(app, ["explain", str(tmp_path / "none.txt")])
    assert missing.exit_code == 2
    assert missing.stderr.strip().endswith("There is no such file or folder.")


def test_in_a_text_of_no_conflict_an_act_has_a_reason_too() -> None:
    text = "The mayor said vandals had attacked a kiosk. A storm had struck the pier, he said."
    document = Document("test", text)
    sentences = list(explain(document, load_model(), load_conflict("world")))
    reasons = [(one.words, one.meaning) for each in sentences for one in each.unclaimed]
    assert reasons == [("attacked", Reason.QUIET), ("struck", Reason.QUIET)]
    assert extract(document, load_model(), load_conflict("world")) == []


def test_what_a_heading_says_before_the_text_does_is_told_as_such() -> None:
    text = "Ukraine says Russian drones hit a port\n\nUkraine said Russian drones had hit a port in Odesa."
    heading, body = explained(text)
    assert heading.claims == () and [one.meaning for one in heading.unclaimed] == [Reason.HEADING]
    assert len(body.claims) == 1 and body.unclaimed == ()


@pytest.mark.parametrize("document", list(read_sample())[::8], ids=lambda document: document.id)
def test_a_sentence_with_an_act_has_a_claim_or_a_reason_and_the_claims_are_those_that_are_stored(
    document: Document,
) -> None:
    conflict = load_conflict(known_conflict(document))
    sentences = list(explain(document, load_model(), conflict))
    for sentence in sentences:
        acts = [one for one in sentence.found if one.kind == "act"]
        assert not acts or sentence.claims or sentence.unclaimed, sentence.text
    claims = [claim for sentence in sentences for claim in sentence.claims]
    assert sorted(map(repr, claims)) == sorted(map(repr, extract(document, load_model(), conflict)))


def test_a_claim_keeps_what_made_it_and_where_that_stands() -> None:
    text = (
        '"The enemy shelled Nikopol, breaching the ceasefire," governor Serhii Lysak said. Moscow denied it.'
    )
    alleged, denied = (claim for sentence in explained(text) for claim in sentence.claims)
    assert {(ground.entry, text[slice(*ground.span)]) for ground in alleged.grounds} >= {
        ("reporting:say", "said"),
        ("acts:attack", "shelled"),
        ("acts:breach", "breaching"),
        ("truces:truce", "ceasefire"),
        ("offices:governor", "governor"),
        ("parties:Ukraine (person)", "Serhii Lysak"),
        ("parties:whoever is the enemy (hostile)", "enemy"),
    }
    assert {ground.entry for ground in denied.grounds} == {
        *("reporting:deny", "denials:charge", "parties:Russia (capital)"),
    }
    assert "by parties:whoever is the enemy (hostile), " in printed(text).replace("weapons:force, ", "")
