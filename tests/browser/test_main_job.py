"""The main job in a real browser: filter, read two sides next to each other, take the rows home."""

import csv
import re
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest
from conftest import ATTACK, Dashboard, pointed_at, settled
from playwright.sync_api import Browser, Page, expect
from stories import CUT, INVENTED, filled

from db import open_db, open_readonly
from db.export import csv_lines
from db.filter import ClaimFilter
from db.queries import disputes
from db.tables import TABLES

PAGES = ("", "tallies", "map", "claims", "sources", "method")
BRYANSK = "?conflict=ukraine&region=RU-BRY&party=Russia"


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    settled(page)
    return page


def choose(page: Page, label: str, value: str) -> None:
    """Choose a value of a filter as a reader does: type its beginning, press Enter."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.press_sequentially(value[:5])
    page.get_by_role("option", name=value, exact=True).click()
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    settled(page)


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def rows_of(dashboard: Dashboard, name: str, chosen: ClaimFilter) -> list[list[str]]:
    table = TABLES[name]
    with closing(open_readonly(dashboard.database)) as db:
        return list(csv.reader(csv_lines(table.rows(db, chosen), table.names)))


def whole_of(dashboard: Dashboard) -> str:
    """The page of the dispute with most to show: hostile text in every field."""
    with closing(open_readonly(dashboard.database)) as db:
        (row,) = disputes(db, ClaimFilter(text="depot"))
        return f"dispute?claim={row['id']}"


def test_filter_read_both_sides_and_take_the_rows_home(
    dashboard: Dashboard, page: Page, tmp_path: Path
) -> None:
    opened(page, dashboard.address)
    expect(page.get_by_role("note")).to_contain_text("Sample data")
    choose(page, "Region", "Bryansk")
    choose(page, "Party that says it", "Russia")
    assert parameters(page) == {"conflict": ["ukraine"], "region": ["RU-BRY"], "party": ["Russia"]}

    row = page.locator(".cc.rows article")
    expect(row).to_have_count(1)
    expect(row.locator("h3")).to_contain_text("reported 25 March 2025 · Bryansk and Kursk")
    left, right = row.locator(".side").all()
    expect(left.locator(".chip")).to_have_text("alleges")
    expect(left.locator("blockquote")).to_have_text(CUT)
    expect(right.locator(".chip")).to_have_text("denies")
    expect(right.locator("blockquote")).to_have_text(INVENTED)
    expect(row.locator(".status")).to_contain_text("denied")

    button = page.get_by_role("button", name=re.compile("Download CSV · 1 dispute$"))
    with page.expect_download() as download:
        button.click()
    target = tmp_path / "disputes.csv"
    download.value.save_as(target)
    with target.open(newline="", encoding="utf-8") as file:
        taken = list(csv.reader(file))
    chosen = ClaimFilter(conflict="ukraine", regions=("RU-BRY",), parties=("Russia",))
    assert taken == rows_of(dashboard, "disputes", chosen)
    link = page.get_by_role("link", name="disputes.csv").get_attribute("href") or ""
    answer = httpx.get(urljoin(page.url, link), trust_env=False)
    assert answer.content == target.read_bytes()


def test_a_dispute_has_an_address_of_its_own(dashboard: Dashboard, page: Page) -> None:
    opened(page, dashboard.address + BRYANSK)
    page.get_by_role("link", name="2 claims in 1 article").click()
    expect(page.get_by_role("heading", name="Energy strike, Bryansk and Kursk")).to_be_visible()
    settled(page)
    expect(page.locator(".cc .links li")).to_contain_text("Ukraine denies Russia’s allegation")
    expect(page.locator(".cc .claims tbody tr")).to_have_count(2)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Cite this").click()
    expect(page.locator(".copying [role=status]")).to_have_text("Copied.")
    cited = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Copy link").last.click()
    page.wait_for_timeout(200)
    there = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("Energy strike, Bryansk and Kursk") and there in cited
    opened(page, there)
    expect(page.locator(".cc.rows article")).to_contain_text(INVENTED)
    page.get_by_role("link", name="evidence").first.click()
    expect(page.locator(".cc.panel .article")).to_contain_text(CUT)


def test_rows_are_grouped_as_the_reader_likes(dashboard: Dashboard, page: Page) -> None:
    opened(page, f"{dashboard.address}?conflict=ukraine")
    heads = page.locator(".cc.rows h2")
    expect(heads.first).to_have_text("28 March 2025")
    page.get_by_role("radio", name="region").click()
    expect(heads.first).to_have_text("Bryansk and Kursk")
    assert parameters(page)["by"] == ["region"]
    opened(page, f"{dashboard.address}?conflict=ukraine&by=agreement")
    expect(heads.first).to_have_text("Energy pause")
    expect(heads.last).to_have_text("Under no agreement on file")


def test_totals_stand_against_each_other(dashboard: Dashboard, page: Page) -> None:
    opened(page, f"{dashboard.address}tallies?conflict=counted")
    row = page.locator(".cc .tallies tbody tr").last
    expect(row).to_contain_text("20 April 2025")
    expect(row.locator(".gap")).to_contain_text("1,965")
    row.locator("summary").first.click()
    expect(row).to_contain_text("Russia said that Ukraine had broken the truce 4900 times.")
    drawn = page.locator(".st-key-tallies-wide .js-plotly-plot")
    expect(drawn.locator(".scatterlayer .points path")).to_have_count(2)
    expect(drawn.locator(".scatterlayer .js-line")).to_have_count(1)


def test_a_permalink_shows_the_same_to_somebody_else(dashboard: Dashboard, browser: Browser) -> None:
    seen = []
    for _ in range(2):
        context = browser.new_context(viewport={"width": 1440, "height": 1000})
        page = opened(context.new_page(), dashboard.address + BRYANSK)
        seen.append((page.locator(".cc.rows").inner_text(), page.locator(".cc.cards").inner_text()))
        context.close()
    assert seen[0] == seen[1]
    assert CUT in seen[0][0]


def test_the_filter_stays_from_page_to_page_and_goes_when_cleared(dashboard: Dashboard, page: Page) -> None:
    opened(page, dashboard.address + BRYANSK)
    page.get_by_role("link", name="Claims", exact=True).first.click()
    expect(page.get_by_role("heading", name="Claims")).to_be_visible()
    settled(page)
    expect(page.locator(".cc .claims tbody tr")).to_have_count(1)
    assert parameters(page)["region"] == ["RU-BRY"]
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".cc .claims tbody tr")).not_to_have_count(1)
    assert "region" not in parameters(page)
    page.go_back()
    expect(page.locator(".cc .claims tbody tr, .cc.rows article")).to_have_count(1)


def test_the_menu_keeps_the_filter_in_the_address_and_back_leads_to_the_page_before(
    dashboard: Dashboard, page: Page
) -> None:
    for query in ("conflict=ukraine&party=Russia&q=power%2A", "conflict=counted"):
        before = opened(page, f"{dashboard.address}?{query}").url
        for name in ("Map", "Claims"):
            page.get_by_role("link", name=name, exact=True).first.click()
            page.wait_for_url(f"{dashboard.address}{name.lower()}*", wait_until="commit")
            assert parameters(page) == parse_qs(query)  # at once, not when the page is drawn
            expect(page.get_by_role("heading", level=1).first).to_be_visible()
            page.wait_for_timeout(1000)
            settled(page)
        page.go_back()
        settled(page)
        assert page.url == f"{dashboard.address}map?{query}"
        page.go_back()
        settled(page)
        assert page.url == before


def test_evidence_shows_the_stored_text_with_its_marks(dashboard: Dashboard, page: Page) -> None:
    opened(page, dashboard.address + BRYANSK)
    page.locator(".side.said").get_by_role("link", name="evidence").click()
    panel = page.locator(".cc.panel")
    expect(panel).to_contain_text("Power cut in two regions")
    assert "".join(panel.locator("mark.sentence").all_inner_texts()).replace("the sentence", "") == CUT
    expect(panel.locator(".article mark.speaker").first).to_have_text("Moscow's generals")
    expect(panel.locator(".article mark.cue").first).to_have_text("said")
    expect(panel.locator(".article mark.place").first).to_have_text("Bryansk")
    expect(panel).to_contain_text("answers this claim")
    assert panel.get_by_role("link", name="open the source ↗").get_attribute("rel") == "noopener noreferrer"


def test_a_claim_is_linked_cited_and_found_again_by_somebody_else(
    dashboard: Dashboard, browser: Browser, page: Page
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, dashboard.address + BRYANSK)
    page.locator(".side.said").get_by_role("link", name="evidence").click()
    page.locator(".cc.panel").get_by_role("link", name="Permanent link").click()
    expect(page.locator("h1")).to_have_text("Russia alleges: energy strike by Ukraine")
    page.get_by_role("button", name="Cite this").click()
    expect(page.locator(".copying [role=status]")).to_have_text("Copied.")
    cited = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Copy link").click()
    page.wait_for_timeout(200)
    link = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith(f"{CUT} Moscow's generals, paraphrased for the sample after: East Wire")
    assert link.startswith(f"{dashboard.address}claim?id=")
    assert link in cited
    other = browser.new_context()
    shown = opened(other.new_page(), link)
    assert (
        shown.locator("mark.sentence").first.inner_text() == page.locator("mark.sentence").first.inner_text()
    )
    assert shown.locator("h1").inner_text() == page.locator("h1").inner_text()
    other.close()


def test_words_are_searched_and_a_bad_search_is_a_sentence(dashboard: Dashboard, page: Page) -> None:
    opened(page, f"{dashboard.address}claims?conflict=ukraine&q=substat*")
    expect(page.locator(".cc .claims tbody tr")).to_have_count(1)
    page.get_by_role("textbox", name="Words").fill('"never closed')
    page.keyboard.press("Enter")
    expect(page.locator(".cc.notice")).to_contain_text("quotation mark that is never closed")
    expect(page.locator(".cc .claims")).to_have_count(0)


@pytest.mark.parametrize("query", ["region=XX-NOWHERE", "stance=lies", "from=yesterday", "party=Nobody"])
def test_an_address_that_asks_for_what_cannot_be_is_a_sentence(
    dashboard: Dashboard, page: Page, query: str
) -> None:
    opened(page, f"{dashboard.address}?{query}")
    expect(page.locator(".cc.notice")).to_contain_text("Nothing is shown")
    page.get_by_role("link", name="Show all claims").click()
    expect(page.locator(".cc.rows article").first).to_be_visible()


def test_a_filter_that_cannot_be_is_mended_in_the_side_bar(dashboard: Dashboard, page: Page) -> None:
    opened(page, f"{dashboard.address}?conflict=ukraine&party=Russia&region=XX-NOWHERE&regoin=UA-65")
    expect(page.locator(".cc.notice")).to_contain_text("There is no region 'XX-NOWHERE'")
    rest = page.get_by_role("link", name="Show what the rest of the address asks for")
    assert rest.get_attribute("href") == "?conflict=ukraine&party=Russia"
    choose(page, "Region", "Bryansk")
    expect(page.locator(".cc.rows article")).to_have_count(1)
    assert parameters(page) == {"conflict": ["ukraine"], "region": ["RU-BRY"], "party": ["Russia"]}


def test_an_address_of_no_page_is_404_and_says_which_there_are(dashboard: Dashboard, page: Page) -> None:
    for path in ("nonsense", "claims/nonsense", "static/nothing.js"):
        answer = page.goto(dashboard.address + path)
        assert answer and answer.status == 404
        expect(page.get_by_role("heading")).to_have_text("There is no page of that address.")
    page.get_by_role("link", name="Map").click()
    settled(page)
    expect(page.get_by_role("heading", name="Where, and who says so")).to_be_visible()


def test_hostile_text_is_text(dashboard: Dashboard, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"A dialog opened: {dialog.message}"))
    for path in (*PAGES, whole_of(dashboard)):
        opened(page, dashboard.address + path)
        assert "taken" not in page.title()
        assert page.locator(".cc img, .cc script, a[href^='javascript' i]").count() == 0
    opened(page, f"{dashboard.address}claims?conflict=ukraine&q=depot")
    page.get_by_role("link", name="evidence").first.click()
    expect(page.locator(".cc.panel .article")).to_contain_text(ATTACK)
    expect(page.locator(".cc.panel .article")).to_contain_text("[hit](javascript:alert(1))")
    assert "taken" not in page.title()
    assert page.locator(".cc img, .cc script, a[href^='javascript' i]").count() == 0
    assert "\u202e" not in page.locator(".cc.panel").inner_text()
    elsewhere = [url for url in asked if urlsplit(url).hostname not in ("localhost", None)]
    assert not elsewhere


def test_on_a_phone_each_voice_is_named_and_the_charge_is_told_before_its_answer(
    dashboard: Dashboard, page: Page
) -> None:
    opened(page, f"{dashboard.address}?conflict=ukraine")
    answered = page.locator(".cc.rows article").filter(has=page.locator(".side .chip.alleges"))
    row = answered.filter(has=page.locator(".side .chip.denies")).first
    expect(row.locator(".voice").first).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    for voice in row.locator(".voice").all():
        expect(voice).to_be_visible()
    places = [row.locator(f".side .chip.{kind}").first.bounding_box() for kind in ("alleges", "denies")]
    assert places[0] and places[1] and places[0]["y"] < places[1]["y"]


@pytest.mark.parametrize("path", [*PAGES, "tallies?conflict=counted", "dispute"])
def test_a_phone_shows_every_page_without_scrolling_sideways(
    dashboard: Dashboard, page: Page, path: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, dashboard.address + (whole_of(dashboard) if path == "dispute" else path))
    wide = page.evaluate(
        "Math.max(document.documentElement.scrollWidth,"
        " document.querySelector('[data-testid=stMain]').scrollWidth)"
    )
    assert wide <= 390


@pytest.mark.parametrize("kind", ["missing", "empty", "other", "damaged"])
def test_a_database_that_cannot_be_shown_is_a_sentence(
    dashboard: Dashboard, page: Page, tmp_path: Path, kind: str
) -> None:
    target = tmp_path / "a.db"
    if kind == "empty":
        open_db(target).close()
    elif kind == "other":
        target.write_text("Not a database at all, but a note.")
    elif kind == "damaged":
        with closing(filled(target)) as db:
            db.execute("DROP TABLE links")
            db.conn.commit()
    sentence = {
        "missing": "There is no database at",
        "empty": "The database holds no documents yet",
        "other": "is not an SQLite database",
        "damaged": "This page could not be made",
    }[kind]
    with pointed_at(dashboard, None if kind == "missing" else target):
        for path in PAGES if kind == "missing" else PAGES[:1]:
            opened(page, dashboard.address + path)
            expect(page.locator(".cc.notice")).to_contain_text(sentence)
            assert "Traceback" not in page.content()
