"""How a claim is cited: words that somebody wrote are quoted, those of the sample are not."""

import pytest

from views.parts.citing import line

CLAIM = {"id": "0a", "sentence": "Sudland shelled Hilltown.", "speaker": "the mayor", "claimant": "Norland"}


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("report", "“Sudland shelled Hilltown.” the mayor, in: Hill Gazette"),
        ("paraphrase", "Sudland shelled Hilltown. the mayor, paraphrased for the sample after: Hill"),
    ],
)
def test_only_words_that_were_written_so_are_quoted(kind: str, begins: str) -> None:
    document: dict[str, str | None] = {
        "kind": kind,
        "publisher": "Hill Gazette",
        "published": None,
        "title": None,
    }
    document |= {"source": None, "url": None}
    assert line(CLAIM, document, "1").startswith(begins)
