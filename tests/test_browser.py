"""The page in a real browser: clicks, filters, keys, nothing asked of the network, nothing hostile alive, axe content.

Debian's chromium, driven by Playwright with that executable; where there is none the tests are skipped with a word.
"""

import io
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.record import Mention, Person, Record
from extractor.writing import FORMATS, View
from tests.golden import saved_record as sample
from tests.test_page import HOSTILE

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
axe_core = pytest.importorskip("axe_core_python", reason="axe-core is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: apt-get install chromium"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
AXE = Path(str(axe_core.__file__)).with_name("axe.min.js")


def hostile() -> Record:
    """A record whose every string is an attack."""
    found = [Mention(start=0, end=len(HOSTILE), text=HOSTILE, type="name")]
    person = Person(id=HOSTILE, name=HOSTILE, titles=[HOSTILE], roles=[], mentions=found, rule=HOSTILE)
    base = replace(sample("siege"), figures=[], quotes=[], dates=[], places=[], organizations=[])
    return replace(
        base, id=HOSTILE, title=HOSTILE, text=HOSTILE, people=[person], publisher=HOSTILE, source="javascript:alert(1)"
    )


class Seen:
    """A page, and all that it said or asked for beside itself."""

    def __init__(self, page: "sync_api.Page", folder: Path):
        self.page, self.folder, self.said, self.asked = page, folder, [], []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message) or dialog.dismiss())
        page.on("request", lambda request: self.asked.append(request.url))

    def show(self, *records: Record, width: int = 1280, after: str = "", **view) -> "sync_api.Page":
        """The page of these records, opened."""
        stream = io.BytesIO()
        FORMATS["html"].write(iter(records), stream, View(**view))
        path = self.folder / f"page{len(self.asked)}.html"
        path.write_bytes(stream.getvalue())
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.goto(path.as_uri() + after)
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def seen(browser, tmp_path) -> Iterator[Seen]:
    context = browser.new_context(reduced_motion="reduce", bypass_csp=False)
    found = Seen(context.new_page(), tmp_path)
    yield found
    assert found.said == []
    assert [url for url in found.asked if not url.startswith("file://")] == []
    context.close()


def focused(page) -> str:
    """The label of the mark or card that has the focus, else its text."""
    return page.evaluate("document.activeElement.dataset.k || document.activeElement.textContent.trim()")


class TestClicks:
    def test_a_card_leads_to_each_mention_in_turn_and_back(self, seen):
        page = seen.show(sample("siege"))
        card = page.locator(".card[data-k=P1]")
        card.click()
        assert card.get_attribute("aria-current") == "true"
        first = page.locator("mark[data-k=P1]").first
        assert "at" in first.get_attribute("class").split()
        assert focused(page) == "P1"
        told = page.locator("#sel [role=status]")
        assert "(1 of " in told.text_content()
        card.click()
        assert "(2 of " in told.text_content()
        page.get_by_label("Previous place in the text").click()
        assert "(1 of " in told.text_content()
        page.get_by_text("In the list").click()
        assert page.evaluate("document.activeElement.className") == "card"
        page.keyboard.press("Escape")
        assert page.locator("#sel").is_hidden()
        assert page.locator(".on").count() == 0

    def test_a_mark_selects_its_card_and_opens_its_list(self, seen):
        page = seen.show(sample("siege"))
        page.locator("mark[data-k=F2]").click()
        assert page.locator("#a1-t-figures").get_attribute("aria-selected") == "true"
        assert page.locator(".card[data-k=F2]").is_visible()
        assert page.locator(".card[data-k=F2]").get_attribute("aria-current") == "true"
        page.locator("mark[data-k=F2]").click()
        assert page.locator(".card[aria-current]").first.get_attribute("data-k").startswith("Q")

    def test_evidence_far_below_comes_into_view(self, seen):
        page = seen.show(sample("siege"))
        last = page.locator("mark[data-k=P5]").first
        assert not page.evaluate("(m) => m.getBoundingClientRect().bottom < innerHeight", last.element_handle())
        page.locator(".card[data-k=P5]").click()
        assert page.evaluate("(m) => m.getBoundingClientRect().bottom < innerHeight", last.element_handle())

    def test_a_pin_on_the_map(self, seen):
        page = seen.show(sample("siege"))
        page.locator("#a1-t-places").click()
        page.locator("a.pin").last.click()
        assert page.locator("#sel").is_visible()
        assert focused(page).startswith("L")


class TestFilters:
    def test_kinds(self, seen):
        page = seen.show(sample("siege"))
        plain = "(m) => getComputedStyle(m).backgroundColor"
        mark = page.locator("mark.l").first.element_handle()
        before = page.evaluate(plain, mark)
        button = page.locator(".kind.l")
        button.click()
        assert button.get_attribute("aria-pressed") == "false"
        assert page.evaluate(plain, mark) == "rgba(0, 0, 0, 0)" != before
        page.locator("#a1-t-places").click()
        assert page.locator("[data-of=l]").is_hidden()
        button.click()
        assert page.evaluate(plain, mark) == before

    def test_a_person(self, seen):
        page = seen.show(sample("siege"))
        page.locator("#a1-t-quotes").click()
        every = page.locator(".panel .card:visible").count()
        page.select_option(".person", "P1")
        some = page.locator(".panel .card:visible").count()
        assert 0 < some < every
        assert page.locator("mark.rel").count() > 0
        page.locator("#a1-t-figures").click()
        assert page.locator(".ledger tbody tr:visible").count() > 0
        page.select_option(".person", "")
        page.locator("#a1-t-quotes").click()
        assert page.locator(".panel .card:visible").count() == every


class TestKeys:
    def test_from_the_top_to_the_evidence(self, seen):
        page = seen.show(sample("siege"))
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to the content"
        page.keyboard.press("Enter")
        for _ in range(9):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.text')"):
                break
        page.keyboard.press("j")
        first = focused(page)
        page.keyboard.press("j")
        assert focused(page) != first
        page.keyboard.press("k")
        assert focused(page) == first
        page.keyboard.press("Enter")
        assert page.locator("#sel").is_visible()
        page.keyboard.press("Escape")
        assert (page.locator("#sel").is_hidden(), focused(page)) == (True, first)

    def test_tabs(self, seen):
        page = seen.show(sample("siege"))
        page.locator("[role=tab]").first.focus()
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.id") == "a1-t-quotes"
        assert page.locator("#a1-quotes").is_visible()
        page.keyboard.press("End")
        assert page.locator("#a1-dates").is_visible()
        page.keyboard.press("ArrowRight")
        assert page.locator("#a1-cast").is_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.locator("mark.at").count() == 1


class TestSeveral:
    def test_index_search_sort_and_back(self, seen):
        page = seen.show(sample("siege"), sample("court-sentencing"), sample("obituary"))
        assert page.locator(".doc:visible").count() == 0
        page.fill("#search", "reporters")
        sync_api.expect(page.locator("#hits")).to_contain_text("of 3 articles")
        shown = page.locator("tr[data-doc]:visible").count()
        assert page.locator("#hits").text_content().startswith(f"{shown} of 3 articles")
        assert 0 < shown < 3
        page.fill("#search", "")
        sync_api.expect(page.locator("#hits")).to_have_text("")
        assert page.locator("tr[data-doc]:visible").count() == 3
        page.get_by_role("button", name="Day").click()
        days = page.locator("tr[data-doc] td:nth-child(3)").all_text_contents()
        assert days == sorted(days)
        page.get_by_role("button", name="Day").click()
        assert page.locator("tr[data-doc] td:nth-child(3)").all_text_contents() == days[::-1]
        page.locator("tr[data-doc] a").first.click()
        assert page.locator(".doc:visible").count() == 1
        assert page.locator("#index").is_hidden()
        page.go_back()
        assert page.locator("#index").is_visible()

    def test_a_quote_in_the_list_of_a_person_leads_into_its_article(self, seen):
        page = seen.show(sample("siege"), sample("obituary"))
        page.locator(".everybody summary").first.click()
        link = page.locator(".everybody ol a").first
        key, label = link.get_attribute("href").lstrip("#").split("-")
        link.click()
        assert page.locator(f"#{key}").is_visible()
        assert focused(page) == label

    def test_an_address_leads_to_evidence_in_a_page_of_one_article(self, seen):
        page = seen.show(sample("siege"), after="#a1-F10")
        assert focused(page) == "F10"
        assert page.locator("#sel").is_visible()

    def test_an_address_opens_an_article_at_its_evidence(self, seen):
        page = seen.show(sample("siege"), sample("obituary"), after="#a2-P1")
        assert page.locator("#a2").is_visible()
        assert focused(page) == "P1"


class TestHostile:
    def test_inert(self, seen):
        page = seen.show(hostile(), hostile())
        page.locator("tr[data-doc] a").first.click()
        page.locator(".doc:visible .card").first.click()
        assert page.locator(".doc:visible mark .ctl").all_text_contents() == ["U+0000", "U+001B", "U+202E", "U+2066"]
        assert page.locator("script").count() == 2
        assert page.evaluate("[...document.links].every((a) => a.getAttribute('href').startsWith('#'))")

    def test_the_policy_stops_what_would_slip_through(self, browser, tmp_path):
        stream = io.BytesIO()
        FORMATS["html"].write(iter([sample("siege")]), stream, View())
        evil = '<img src="http://localhost/x" onerror="document.title=1"><script>document.title = 2</script></main>'
        path = tmp_path / "p.html"
        path.write_text(stream.getvalue().decode().replace("</main>", evil))
        page = browser.new_page()
        answered = []
        page.on("response", lambda response: answered.append(response.url))
        page.goto(path.as_uri())
        assert page.title() not in {"1", "2"}
        assert [url for url in answered if not url.startswith("file:")] == []
        page.close()


class TestAccessibility:
    @pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
    def test_axe_finds_nothing_serious(self, seen, width, scheme):
        seen.page.emulate_media(color_scheme=scheme)
        for records in ([sample("flood-wrapped-crlf")], [sample("siege"), sample("obituary")]):
            page = seen.show(*records, width=width)
            findings = self.findings(page)
            if len(records) == 1:
                page.locator("#a1-t-figures").click()
                page.locator(".panel.figures .card").first.click()
                findings += self.findings(page)
                page.locator("#a1-t-places").click()
                findings += self.findings(page)
            assert findings == []

    @staticmethod
    def findings(page) -> list[str]:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{each['id']} ({each['impact']}): {node['html'][:120]} {node['failureSummary'][:200]}"
            for each in found["violations"]
            for node in each["nodes"]
        ]

    def test_a_page_of_some_lists(self, seen):
        page = seen.show(sample("siege"), only=("quotes", "places"))
        assert self.findings(page) == []
        assert page.locator("[role=tab]").all_text_contents() == [
            f"Quotes {len(sample('siege').quotes)}",
            f"Places {len(sample('siege').places)}",
        ]
        page.locator(".card[data-k=Q2]").click()
        assert focused(page) == "Q2"
        assert page.locator(".kind").count() == 2


class TestLooks:
    @pytest.mark.parametrize("width", [360, 820, 1400])
    def test_nothing_sticks_out(self, seen, width):
        for records in ([sample("siege")], [sample("siege"), sample("obituary")]):
            page = seen.show(*records, width=width)
            if folder := os.environ.get("SCREENSHOTS"):
                page.screenshot(path=Path(folder) / f"page-{len(records)}-{width}.png", full_page=True)
            assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_printed_all_lists_are_there(self, seen):
        page = seen.show(sample("siege"))
        page.emulate_media(media="print")
        assert page.locator(".panel:visible").count() == 5
        assert page.locator(".bar").is_hidden()

    def test_without_scripts_all_is_there(self, browser, tmp_path):
        context = browser.new_context(java_script_enabled=False)
        found = Seen(context.new_page(), tmp_path)
        page = found.show(sample("siege"), sample("obituary"))
        assert page.locator(".doc:visible").count() == 2
        assert page.locator(".panel:visible").count() == 10
        context.close()
