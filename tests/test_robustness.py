"""Whatever a text is made of, it is read without an exception, and a claim's sentence stands at its span."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.claims import extract
from pipeline.conflict import load_conflict
from pipeline.documents import make_document
from pipeline.language import load_model
from pipeline.parts import PART
from pipeline.predict import predict
from pipeline.reader import read_claims
from pipeline.records import Claim, Document

ROOT = Path(__file__).resolve().parent.parent

ALLEGED = "Russia said on Monday that Ukrainian drones had struck a substation in the Kursk region"
CLAIM = ("alleges", "Russia", "Ukraine")
REPORT = f"""{ALLEGED}.

Ukraine's General Staff denied the accusation. "Our forces have not fired at energy facilities," it said.

"""
MORE = "In Kyiv the foreign ministry accused Russia of 12 attacks overnight"
LIMIT = 1536  # MB of memory for a text of any length

# What turns up in texts that nobody has looked through: each has lain in a feed, a scan or a leaked file.
HOSTILE = st.sampled_from(
    [
        *(ALLEGED, ALLEGED.upper(), "It denied that.", "he said", "accused", "the enemy", "both sides"),
        *("“", "”", '"', "'", "‘", "«", "»", "„", "((", ")", "[", "–", "---", "…", ":", ";", "/", "•"),
        *("\n", "\r\n", "\r", "\n\n", "\t", "\v", "\f", "\x85", "\u2028", "\u2029", " " * 40, "\xa0"),
        *("\x00", "\x07", "\x1b[31m", "\x7f", "\u200b", "\xad", "\ufeff", "\ufffe"),
        *("\u200e", "\u200f", "\u202e", "\u202c", "\u2066", "ضربة جوية", "הכחיש", "Обстріл", "俄罗斯袭击"),
        *("🔥", "👩‍👩‍👧", "🇺🇦", "ś̸̢̛t̷r̸i̴k̷e̵", "\ud800", "\udfff", "\ud83d\ude00"),
        *(
            "12,345,678",
            "24 February 2022",
            "1" * 60,
            "x" * 450,
            "=" * 450,
            "https://a.b/c?d=e",
            "<b>",
            "&amp;",
        ),
    ]
)
ANY = st.text(st.characters(exclude_categories=()), max_size=12)  # half characters among them
TEXTS = st.lists(HOSTILE | ANY, max_size=24).flatmap(
    lambda pieces: st.sampled_from(["", " ", "\n", "\n\n", ". "]).map(lambda gap: gap.join(pieces))
)


def claims_in(text: str) -> list[Claim]:
    """Return the claims of a text, each looked at: its sentence and words must stand where its spans say."""
    found = extract(Document("any", text), load_model(), load_conflict("ukraine"))
    for claim in found:
        start, end = claim.span
        assert claim.sentence and text[start:end] == claim.sentence
        for span in (claim.speaker_span, claim.cue_span, claim.target_span, *(p.span for p in claim.places)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
    return found


def predicted(text: str) -> list[dict[str, str]]:
    """Return what `predict` answers to a text, each sentence looked up in it."""
    line = json.dumps({"id": "any", "text": text, "conflict": "ukraine"}).encode()
    text = json.loads(line)["text"]  # in which two half characters may have met
    (answer,) = predict(io.BytesIO(line + b"\n"), "docs")
    assert answer.problem is None and answer.output is not None
    assert all(claim["sentence"] in text for claim in answer.output["claims"])
    return list(answer.output["claims"])


def basic(claims: list[Claim]) -> set[tuple[str, str, str | None]]:
    return {(claim.stance, claim.claimant, claim.accused) for claim in claims}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("")
@example("strike")
@example('"' * 3000)
@example("“" * 500 + "strike")
@example("\ud800 " + ALLEGED)
@example(ALLEGED + "\x00" * 50)
@example("\n".join(ALLEGED.split()))
@example(ALLEGED.replace(" ", "\u200b "))
def test_any_text_is_read(text: str) -> None:
    claims_in(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("\ud83d" + REPORT)
def test_any_text_is_answered_by_predict(text: str) -> None:
    predicted(text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_stored_as_a_document_that_can_be_read(text: str) -> None:
    document = make_document(text, "here", conflict="ukraine")
    if isinstance(document, Document):
        read = read_claims(document)
        assert isinstance(read, tuple), read
        assert all(document.text[slice(*claim.span)] == claim.sentence for claim in read[1])


@pytest.mark.parametrize(
    "word", ["strike", "Russia", "denied", "“", "…", "2025", "\x00", "\ud800", "🔥", "говорит"]
)
def test_one_word_is_no_claim(word: str) -> None:
    assert claims_in(word) == [] and predicted(word) == []


@pytest.mark.parametrize(
    "text",
    [
        ALLEGED,  # one line without punctuation
        ALLEGED.upper() + ".",
        f"\u202e{ALLEGED}\u202c.",
        f"🔥🔥 {ALLEGED} 🔥.",
        f"\x00\x01{ALLEGED}.\x1b[0m",
        f"\ufeff{ALLEGED}.\x00",
        f"\ud800 {ALLEGED}.",
        f"Brief\r\n\r\n{ALLEGED}.\r\rMore soon.\n\r\nEnds",
        ALLEGED.replace(" had ", " had\n") + ".",
        f"“{ALLEGED}.",
        f'Talks go on. "Nobody knows when they will end.\n\n{ALLEGED}.',
        f"{ALLEGED} (\n\n",
        f"{'=' * 500}\n{ALLEGED}.\n{'=' * 500}",
    ],
)
def test_a_claim_is_found_in_whatever_surrounds_it(text: str) -> None:
    assert CLAIM in basic(claims_in(text))
    assert predicted(text)


@pytest.mark.parametrize("mark", ['"', "“", "«", "'", "‘", "”", "»", "(", "["])
def test_nothing_is_lost_by_a_mark_that_is_never_closed(mark: str) -> None:
    whole = f"{ALLEGED}.\n\n{MORE}.\n\nThe talks go on."
    for text in (f"{mark}{whole}", whole.replace("\n\nThe talks", f"\n\n{mark}The talks")):
        assert basic(claims_in(text)) == basic(claims_in(whole)) != set(), text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Министерство обороны России заявило, что украинские беспилотники атаковали подстанцию. " * 2),
        (
            "uk",
            "Генеральний штаб повідомив, що російські війська вночі обстріляли підстанцію в області. " * 2,
        ),
        ("ar", "قال الجيش إن الطائرات المسيرة قصفت محطة الكهرباء خلال الليل في المنطقة الحدودية. " * 2),
        (
            "fr",
            "Le ministère a déclaré que les drones avaient frappé un poste électrique près de la frontière. "
            * 2,
        ),
    ],
)
def test_another_language_is_told_and_has_no_claims(language: str, text: str) -> None:
    document = make_document(text, "here", conflict="ukraine")
    assert isinstance(document, Document) and document.language == language
    assert read_claims(document) == (document, [])
    assert predicted(text) == []


LONG = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.memory import peak
from pipeline.records import Document
from pipeline.reader import read_claims
text = sys.stdin.read()
document, claims = read_claims(Document("long", text, conflict="ukraine"))
assert all(text[slice(*claim.span)] == claim.sentence for claim in claims)
print(len(claims), peak())
"""


@pytest.mark.parametrize(("length", "quiet"), [(100_000, False), (2_000_000, True)])
def test_a_long_text_takes_little_memory(length: int, quiet: bool) -> None:
    """Reports on end, or one now and then in two million characters of other things."""
    calm = "The envoys met in Geneva and agreed to meet again in June, for the third time since the thaw.\n\n"
    block = REPORT + (calm * (20 * PART // len(calm)) if quiet else "")
    text = block * (length // len(block))
    ended = subprocess.run(
        [sys.executable, "-c", LONG], input=text, capture_output=True, text=True, check=False, timeout=300
    )
    assert ended.returncode == 0, ended.stderr
    claims, memory = map(int, ended.stdout.split())
    assert claims >= 2 * text.count(ALLEGED)
    assert memory < LIMIT
