"""What is typed into the search box finds what it says, or is one sentence about what is wrong with it."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import filled

from db import queries
from db.errors import BadFilter
from db.filter import ClaimFilter
from db.search import fts_query


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path: Path = tmp_path_factory.mktemp("search") / "claims.db"
    with closing(filled(path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("substations", 1),
        ("SUBSTATIONS", 1),
        ("substat*", 1),
        ("substat", 0),
        ("power lines", 1),
        ('"power lines"', 1),
        ("“power lines”", 1),
        ('"lines power"', 0),
        ("lines power", 1),
        ("substations OR truce", 2),
        ("substations AND truce", 0),
        ("(substations OR truce) Kherson", 2),
        ("Kherson NOT truce", 1),
        ("Kherson AND NOT truce", 1),
        ("Kherson (truce OR shelled) NOT (guns OR drone)", 1),
        ("strange unicode", 0),
        ("quoted", 0),
        ("'old'", 1),
        ("old-port", 1),
        ("sum", 1),
        ("Moscow's generals", 1),
        ("Dnieper: guns!", 2),
        ("and or not", 0),
        ("sentence:Kherson", 0),
        ("— Kherson —", 2),
    ],
)
def test_search(db, typed: str, found: int) -> None:
    assert queries.count_claims(db, ClaimFilter(text=typed)) == found


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "no word"),
        ("…!?", "no word"),
        ('"open', "never closed"),
        ("(open", "never closed"),
        ("shut)", "never opened"),
        ("()", "with no word"),
        ("AND", "with no word"),
        ("truce OR", "with no word"),
        ("truce AND OR guns", "with no word"),
        ("NOT truce", "begins with NOT"),
        ("truce OR NOT guns", "begins with NOT"),
        ("x" * 500, "longer than"),
        ("(" * 30 + "x" + ")" * 30, "too many"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(typed: str, said: str) -> None:
    with pytest.raises(BadFilter, match=said) as caught:
        fts_query(typed)
    assert str(caught.value).endswith(".")


@settings(deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="ab\"*()ANDORT '-:^+", max_size=60))
def test_whatever_is_typed_is_a_query_or_a_sentence(db, typed: str) -> None:
    try:
        query = fts_query(typed)
    except BadFilter:
        return
    db.execute("SELECT count(*) FROM claims_fts WHERE claims_fts MATCH ?", [query]).fetchone()
