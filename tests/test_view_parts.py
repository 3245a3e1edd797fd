"""The parts of the pages: nothing from outside becomes HTML, nothing of a text is lost, numbers add up."""

import html
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.filter import ClaimFilter
from views.parts import bars, evidence, markup, prose, words
from views.parts.account import account_html
from views.parts.disputes import first_said, table
from views.parts.figure import WIDE, Imprint
from views.parts.glance import glance
from views.parts.latest import sentence
from views.parts.sides import Side, sides_of
from views.parts.status import missing, silence, status, untied, where
from views.parts.timeline import in_words, read_timeline
from views.parts.trend import trend

SIDES = [Side("Alpha", "#1f6f78", ("Alpha", "Ally")), Side("Beta", "#b4641e", ("Beta",))]
TEXTS = st.text(alphabet="ab <>&\"'\n.é", max_size=60)


@settings(deadline=None)
@given(TEXTS, st.data())
def test_marks_lose_no_character_and_make_no_tag(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    spans = [tuple(sorted((data.draw(places), data.draw(places)))) for _ in range(4)]
    shown = evidence.marked(text, [("place", (a, b)) for a, b in spans if a < b])
    assert set(re.findall(r"<[^>]*>", shown)) <= {
        "<p>",
        "</p>",
        "</mark>",
        *re.findall(r"<mark[^>]*>", shown),
    }
    kept = html.unescape(re.sub(r"</?(p|mark)[^>]*>", "", shown))
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text)


@given(st.text())
def test_text_from_outside_holds_no_tag_and_nothing_that_turns_it_round(text: str) -> None:
    shown = markup.text(text)
    assert not set("<>\"'") & set(shown)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown)


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JaVaScript:alert(1)", " data:text/html,x", "//example.org/a", "file:///etc/passwd"),
        *("http://", "https://exa\u202emple.org", "http://[", "", None, "mailto:a@example.org"),
    ],
)  # fmt: skip
def test_only_web_addresses_become_links(address: str | None) -> None:
    assert markup.web_address(address) is None
    assert "href" not in markup.link(address, "source")


def test_a_web_address_becomes_a_link_that_opens_beside_the_page() -> None:
    shown = markup.link('https://example.org/?a=1&b="', "source")
    assert shown.startswith('<a href="https://example.org/?a=1&amp;b=&quot;" target="_blank"')


def test_only_a_colour_becomes_a_style() -> None:
    assert markup.side_style("#12ab9F") == ' style="--side:#12ab9F"'
    assert markup.side_style('red;background:url("x")') == ""


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2025-04-05", "2025-04-05", "5 April 2025"),
        ("2025-03-24", "2025-03-27", "24–27 March 2025"),
        ("2025-03-18", "2025-04-26", "18 March – 26 April 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024 – 2 January 2025"),
        (None, None, "date unknown"),
    ],
)
def test_periods_are_written_out(first: str | None, last: str | None, shown: str) -> None:
    assert words.period(first, last) == shown


def row(day: str, claimant: str, stance: str = "alleges", n: int = 1) -> dict[str, object]:
    return {"day": day, "claimant": claimant, "category": "other_strike", "stance": stance, "n": n}


def test_a_timeline_counts_by_side_and_says_what_it_leaves_out() -> None:
    rows = [
        row("2025-03-01", "Alpha", n=2),
        row("2025-03-02", "Ally"),
        row("2025-03-02", "Beta", "denies"),
        row("2025-03-02", "Watchers", n=3),
    ]
    line = read_timeline(rows, SIDES, earlier=5)
    assert line is not None
    assert (line.step, line.first, line.last) == ("day", date(2025, 3, 1), date(2025, 3, 2))
    assert (line.total("Alpha"), line.total("Beta"), line.outside, line.earlier) == (3, 1, 3, 5)
    assert line.total("Alpha", "alleges", date(2025, 3, 2)) == 1
    assert "Alpha: 3 allegations, the most (2) on 1 March 2025; 0 denials" in in_words(line)


def test_at_a_glance_each_side_has_its_bars_and_answers_are_pale_beyond_them() -> None:
    rows = [row("2025-03-01", "Alpha", n=3), row("2025-03-02", "Alpha", "denies"), row("2025-03-02", "Beta")]
    line = read_timeline(rows, SIDES)
    assert line is not None
    pause = {"name": "Pause", "start": "2025-03-02", "end": None}
    shown = glance(line, [pause])
    assert "▲ Alpha" in shown and "▼ Beta" in shown and "Shaded: Pause." in shown
    assert '<i class="shade" style="left:50.00%;width:50.00%">' in shown
    assert re.findall(r'class="strip" style="height:(\d+)px"', shown) == ["48", "16"]  # three and one
    corners = dict(re.findall(r'<i class="(\w+)" style="clip-path:polygon\(([^)]*)\)', shown.split("▼")[1]))
    assert corners["said"].count(",") + 1 == 4  # one bar
    assert shown.count('class="all"') == shown.count('class="said"') == 2
    three = read_timeline(rows, [*SIDES, Side("<b>", "#5b5aa0", ("Gamma",))])
    assert three is not None
    assert "▲" not in glance(three, []) and "<b>&lt;b&gt;" not in glance(three, [])
    assert "&lt;b&gt;" in glance(three, [])


@pytest.mark.parametrize("days", [1, 2, 5, 40])
def test_a_bar_of_few_days_does_not_fill_the_picture(days: int) -> None:
    last = date(2025, 3, days) if days < 32 else date(2025, 4, days - 31)
    line = read_timeline([row("2025-03-01", "Alpha"), row(str(last), "Beta")], SIDES)
    assert line is not None
    figure = bars.figure(line, [], Imprint("All", "Source.", "name"), WIDE)
    left, right = bars.edges(line)
    drawn = [trace for trace in figure.data if trace.width is not None and trace.customdata is None]
    widest = max(wide for trace in drawn for wide in trace.width)
    assert widest / 86_400_000 <= (right - left).days / 12


@given(st.dates(date(2014, 1, 1), date(2026, 1, 1)), st.integers(0, 3000))
def test_every_claim_falls_into_a_bar(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    line = read_timeline([row(str(first), "Alpha"), row(str(last), "Beta")], SIDES)
    assert line is not None
    assert sum(line.total("Alpha", start=s) + line.total("Beta", start=s) for s in line.starts()) == 2
    assert len(line.starts()) < 800


def test_sides_stand_by_the_alphabet_until_they_are_turned() -> None:
    parties = [{"name": n, "side": n, "colour": None} for n in ("Beta", "Alpha")]
    first, turned = sides_of(parties, []), sides_of(parties, [], turned=True)
    assert [s.name for s in first] == ["Alpha", "Beta"]
    assert [s.name for s in turned] == ["Beta", "Alpha"]
    assert {s.name: s.colour for s in first} == {s.name: s.colour for s in turned}


def test_measured_quality_is_shown_if_it_was_measured(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "quality.json"
    assert "Not measured" in prose.quality(path)
    path.write_text('{"generated": "2025-05-01", "figures": [{"set": "<b>", "f1": 0.81234}]}')
    assert '<td class="n">0.812</td>' in prose.quality(path)
    assert "&lt;b&gt;" in prose.quality(path)
    path.write_text("[]")
    assert "cannot be read" in prose.quality(path)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"Alpha": 2, "Beta": 1}, ""),
        (
            {"Alpha": 2, "Beta": 0},
            "No document from a source of Beta’s own was read since 3 May 2025 (2 documents",
        ),
        ({}, "No document from a source of Alpha’s or Beta’s own was read since 3 May 2025."),
    ],
)
def test_missing_sources_are_told(own: dict[str, int], told: str) -> None:
    warning = missing(own, ["Alpha", "Beta"], words.within("2025-05-03", None))
    assert warning.startswith(told)
    assert bool(warning) is bool(told)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2025-05-03", "2025-05-05", "for 3–5 May 2025"),
        ("2025-05-03", "2025-05-03", "for 3 May 2025"),
        ("2025-05-03", None, "since 3 May 2025"),
        (None, "2025-05-05", "until 5 May 2025"),
        (None, None, ""),
    ],
)
def test_the_days_of_a_view_are_told(first: str | None, last: str | None, told: str) -> None:
    assert words.within(first, last) == told


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ({"same_sentence": 1, "same_document": 1, "days": 0}, "in the same sentence"),
        ({"same_sentence": 0, "same_document": 1, "days": 0}, "in the same article"),
        ({"same_sentence": 0, "same_document": 0, "days": 0}, "in another article, the same day"),
        ({"same_sentence": 0, "same_document": 0, "days": 2.0}, "in another article, 2 days later"),
        ({"same_sentence": 0, "same_document": 0, "days": -1.0}, "in another article, 1 day earlier"),
        ({"same_sentence": 0, "same_document": 0, "days": None}, "in another article"),
    ],
)
def test_where_an_answer_stands(link: dict[str, float | None], told: str) -> None:
    assert where(link) == told


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"documents": 3, "own": 1}, "No answer found in 3 documents from or about Beta, 1–6 March 2025."),
        (
            {"documents": 1, "own": 0},
            "No answer found in 1 document from or about Beta, 1–6 March 2025; none is from a source of its "
            "own.",
        ),
        (
            {"documents": 0, "own": 0},
            "No answer found: no document from or about Beta of 1–6 March 2025 was read.",
        ),
        (
            {"since": None, "until": None, "documents": 0, "own": 0},
            "No answer by Beta found. The report has no date, so that no days could be searched.",
        ),
    ],
)
def test_nobody_answered_and_nobody_looked_differ(found: dict[str, object], told: str) -> None:
    one = {"accused": "Beta", "since": "2025-03-01", "until": "2025-03-06", "counted": False, **found}
    assert silence(one) == told


def test_who_counts_too_is_not_silent() -> None:
    row = {
        "status": "unanswered",
        "silences": [{"accused": "Beta", "counted": True}],
        "links": [],
        "accounts": [],
    }
    assert status(row) == ("each side counts", "two tallies of the same days")
    assert silence(row["silences"][0]) == "Beta gives a count of its own for the same days."


NEAR = {"same_sentence": True, "same_document": True, "days": 0}


@pytest.mark.parametrize(
    ("state", "stances", "types", "told", "why"),
    [
        ("denied", ["alleges", "denies"], ["denies"], "in the same sentence", ""),
        (
            "admitted",
            ["admits", "alleges"],
            [],
            "before it was alleged",
            "admitted before it was alleged",
        ),
        (
            "admitted",
            ["alleges", "admits"],
            [],
            "in a claim likely of the same act",
            "too uncertain for a link",
        ),
        (
            "denied",
            ["alleges", "denies", "alleges"],
            ["counters"],
            "in a claim likely of the same act, and a counter-allegation",
            "too uncertain for a link",
        ),
    ],
)
def test_a_status_tells_of_the_link_that_it_rests_on_or_of_none(
    state: str, stances: list[str], types: list[str], told: str, why: str
) -> None:
    accounts = [{"stance": one, "claimant": "Beta"} for one in stances]
    links = [{"type": one, **NEAR} for one in types]
    row = {"status": state, "silences": [], "accounts": accounts, "links": links}
    assert status(row) == (state, told)
    assert why in untied(row)
    assert bool(why) == bool(untied(row))


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2025-01-01", "2025-03-31", "3 in the 30 days to 31 Mar 2025, 2 in the 30 before"),
        ("2025-03-10", "2025-03-31", "3 in the 7 days to 31 Mar 2025, 0 in the 7 before"),
        ("2025-03-25", "2025-03-31", ""),
        (None, None, ""),
    ],
)
def test_a_trend_compares_the_latest_days_with_those_before(
    first: str | None, last: str | None, told: str
) -> None:
    rows = [row("2025-03-31", "Alpha", n=2), row("2025-03-25", "Ally"), row("2025-02-20", "Alpha", n=2)]
    rows += [row("2025-03-30", "Beta", n=9), row("2025-03-30", "Alpha", "denies", n=9)]
    assert trend(rows, SIDES[0].parties, first, last) == told


def test_the_newest_dispute_is_a_sentence() -> None:
    def account(by: str, stance: str) -> dict[str, object]:
        return {"claimant": by, "stance": stance, "claims": [{"accused": "Beta"}]}

    row = {
        "category": "other_strike",
        "region_names": ["Hills"],
        "silences": [],
        "status": "denied",
        "day": "2025-03-31",
    }
    both = {**row, "accounts": [account("Alpha", "alleges"), account("Beta", "denies")]}
    assert sentence(both) == "Alpha alleges: other strike by Beta, Hills. Beta denies."
    alone = {**row, "silences": [], "status": "unanswered", "accounts": [account("Alpha", "alleges")]}
    assert sentence(alone) == "Alpha alleges: other strike by Beta, Hills. No answer found."
    answer = {**row, "silences": [], "status": "no allegation", "accounts": [account("Beta", "admits")]}
    assert sentence(answer) == "Beta admits: other strike by Beta, Hills."
    crossed = {**account("Beta", "alleges"), "claims": [{"accused": "Alpha"}]}
    several = [account("Alpha", "alleges"), account("Gamma", "alleges"), crossed, account("Beta", "denies")]
    assert sentence({**row, "accounts": several}) == (
        "Alpha and Gamma allege: other strike by Beta, Hills. Beta denies."
    )


def told_by(claimant: str) -> dict[str, object]:
    lead = dict.fromkeys(
        ("via", "publisher", "title", "url", "source", "published", "day", "date_from", "date_to", "count")
    )
    lead |= {"id": "a", "claimant": claimant, "speaker": "the army", "sentence": "The army said so."}
    lead |= {"stance": "alleges", "accused": "Beta", "category": "other_strike"}
    return {"claimant": claimant, "stance": "alleges", "reports": 1, "figures": [], "claims": [lead]}


@pytest.mark.parametrize(("claimant", "named"), [("Alpha", False), ("Ally", True), ("Gamma", False)])
def test_a_party_under_the_name_of_another_is_named(claimant: str, named: bool) -> None:
    shown = account_html(told_by(claimant), SIDES, ClaimFilter())
    assert (f"<b>{claimant}</b>" in shown) == named


def test_each_thing_counted_is_told_with_its_range() -> None:
    drones = {"counted": "drones", "lowest": 14, "highest": 17}
    missiles = {"counted": "missiles", "lowest": 3, "highest": 3}
    shown = account_html({**told_by("Alpha"), "figures": [drones, missiles]}, SIDES, ClaimFilter())
    assert "<b>14–17</b> drones, <b>3</b> missiles" in shown


def test_what_no_side_says_has_a_column_of_its_own_where_a_row_has_any() -> None:
    row = dict.fromkeys(("date_from", "date_to", "conflict"))
    row |= {"id": "a", "day": None, "category": "other_strike", "region_names": [], "status": "unanswered"}
    row |= {"claims": 1, "reports": 1, "silences": [], "links": [], "accounts": []}
    row["accounts"] = [{**told_by("Alpha"), "first": None, "last": None}]
    outside = {**row, "accounts": [{**told_by("Gamma"), "first": None, "last": None}]}
    shown = table([row, outside], SIDES, ClaimFilter(), "day")
    assert shown.count("outside reports") == shown.count("Outside reports") == 1  # head, and on a phone label
    assert shown.index("Outside reports") > shown.index("</article>")
    assert shown.count('class="outside empty"') == 1
    assert "utside" not in table([row], SIDES, ClaimFilter(), "day")


def test_the_answer_that_a_status_tells_of_is_seen_however_much_is_alleged() -> None:
    said = [
        {"stance": stance, "number": n} for n, stance in enumerate(["alleges"] * 4 + ["denies", "admits"])
    ]
    assert [one["number"] for one in first_said(said, 2)] == [0, 4, 5]
    assert [one["number"] for one in first_said(said, 5)] == [0, 1, 2, 4, 5]
