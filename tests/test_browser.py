"""The page in a real browser at three widths: answers where a mark stands, filters, keys, copies, nothing asked of the
network, nothing hostile alive, axe content.

Debian's chromium, driven by Playwright with that executable; where there is none the tests are skipped with a word. A
page is opened once for all that is looked at on it: `SCREENSHOTS=FOLDER` keeps pictures.
"""

import io
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.record import Mention, Person, Record
from extractor.writing import FORMATS, View
from extractor.writing.sureness import doubts
from tests.golden import saved_record as sample
from tests.test_page import HOSTILE, long_article

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
axe_core = pytest.importorskip("axe_core_python", reason="axe-core is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: apt-get install chromium"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
AXE = Path(str(axe_core.__file__)).with_name("axe.min.js")
WIDTHS = (1280, 768, 390)
PATIENCE = 8000
"""Milliseconds that anything may take to appear, on a machine that does other work too."""


def hostile() -> Record:
    """A record whose every string is an attack."""
    found = [Mention(start=0, end=len(HOSTILE), text=HOSTILE, type="name")]
    person = Person(id=HOSTILE, name=HOSTILE, titles=[HOSTILE], roles=[], mentions=found, rule=HOSTILE)
    base = replace(sample("siege"), figures=[], quotes=[], dates=[], places=[], organizations=[], events=[])
    return replace(
        base, id=HOSTILE, title=HOSTILE, text=HOSTILE, people=[person], publisher=HOSTILE, source="javascript:alert(1)"
    )


class Seen:
    """A page, and all that it said or asked for beside itself."""

    def __init__(self, page: "sync_api.Page", folder: Path):
        self.page, self.folder, self.said, self.asked = page, folder, [], []
        page.set_default_timeout(PATIENCE)
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


def settled(page) -> None:
    """Waits until the page has done what a click or an address asked for, and drawn it."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def focused(page) -> str:
    """The label of the mark or card that has the focus, else its text."""
    settled(page)
    return page.evaluate("document.activeElement.dataset.k || document.activeElement.textContent.trim()")


def findings(page) -> list[str]:
    """What axe objects to, of any weight."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']} ({each['impact']}): {node['html'][:120]} {node['failureSummary'][:200]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def picture(page, name: str) -> None:
    if folder := os.environ.get("SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def answered(page) -> str:
    settled(page)
    return " ".join(page.locator("#tip").inner_text().split())


def box(page, selector: str) -> dict[str, float]:
    return page.locator(selector).first.evaluate("(e) => e.getBoundingClientRect().toJSON()")


def apart(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes have nothing in common."""
    return (
        one["right"] <= other["left"]
        or other["right"] <= one["left"]
        or one["bottom"] <= other["top"]
        or other["bottom"] <= one["top"]
    )


@pytest.mark.parametrize("width", WIDTHS)
class TestEveryWidth:
    def test_a_mark_answers_where_it_stands(self, seen, width):
        page = seen.show(sample("siege"), width=width)
        page.locator("mark[data-k=F3]").first.click()
        for words in ("nine killed", "according to the army", "contradicts 22 (Salamatou Lawandi)", "F3 · "):
            assert words in answered(page)
        tip, mark = box(page, "#tip"), box(page, "mark[data-k=F3]")
        assert 0 <= tip["left"] <= tip["right"] <= width
        assert tip["bottom"] <= 900
        assert apart(tip, mark)
        if width == 1280:
            assert min(abs(tip["top"] - mark["bottom"]), abs(mark["top"] - tip["bottom"])) < 12
            assert page.locator(".panel.figures").is_visible()
            assert apart(tip, box(page, ".card[data-k=F3]")), "the answer never covers the selected card"
        else:
            assert page.locator(".side").is_hidden()
        picture(page, f"answer-{width}")
        assert findings(page) == []

    def test_a_pronoun_and_a_reporting_verb_answer_too(self, seen, width):
        page = seen.show(sample("siege"), width=width)
        page.locator("mark.x[data-k=P1]").first.click()
        assert "“He” here is Moutari Lawandi" in answered(page)
        page.locator("mark.q.c[data-k=Q5]").click()
        for words in ("Aghali ag Tessoum, Mr., Rebel leader", "claimed", "indirect, claims"):
            assert words in answered(page)
        page.keyboard.press("Escape")
        assert page.locator("#tip").is_hidden()
        assert page.locator("mark.on").count() == 0

    def test_lists_are_one_row_of_tabs_and_never_far_below(self, seen, width):
        page = seen.show(sample("siege"), width=width)
        tops = page.locator(".tabs button:visible").evaluate_all("(all) => all.map((b) => b.offsetTop)")
        assert len(set(tops)) == 1
        bar = box(page, ".bar")
        assert bar["height"] < 60
        for name in ("quotes", "figures", "people", "organizations", "places", "dates"):
            page.locator(f"#a1-t-{name}").click()
            picture(page, f"{name}-{width}")
            panel = box(page, f"#a1-{name}")
            assert 0 <= panel["top"] - box(page, ".bar")["bottom"] < 60
            assert page.locator(".panel:visible").count() == 1
            assert page.locator(".text").is_visible() == (width == 1280)
            for row in page.locator(f"#a1-{name} .card .top").all():
                name_box, count = (row.locator(each).bounding_box() for each in ("strong", ".n"))
                inside = row.bounding_box()
                assert count["y"] - inside["y"] < 8
                assert count["x"] + count["width"] <= inside["x"] + inside["width"] + 1
                assert name_box["x"] + name_box["width"] <= count["x"] + 1
        assert findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_what_to_check_first_is_first_and_leads_to_the_text(self, seen, width):
        page = seen.show(sample("siege"), width=width)
        page.locator("#a1-t-check").click()
        picture(page, f"check-{width}")
        numbers = [int(found) for found in re.findall(r"(\d+)% sure", page.locator("#a1-check").text_content())]
        assert numbers[0] < 50
        assert len(numbers) == int(page.locator("#a1-t-check .n").inner_text()) > 5
        page.locator("#a1-check .ref", has_text="nine killed").click()
        assert focused(page) == "F3"
        assert re.search(r"\d\d% sure · what it counts \d\d%", answered(page))
        page.keyboard.press("Escape")
        assert "nine killed" in page.evaluate("document.activeElement.textContent")
        assert page.locator("#a1-check").is_visible()

    def test_a_card_leads_to_the_text_and_back(self, seen, width):
        page = seen.show(sample("siege"), width=width)
        page.locator("#a1-t-people").click()
        page.locator(".card[data-k=P5]").click()
        assert page.locator(".text").is_visible()
        assert focused(page) == "P5"
        mark = box(page, "mark.at")
        assert 0 < mark["top"] < mark["bottom"] < box(page, "#tip")["bottom"] <= 900
        assert "1 of 2" in answered(page)
        page.get_by_label("Next place in the text").click()
        assert "2 of 2" in answered(page)
        page.get_by_text("In the list").click()
        assert (focused(page), page.locator(".card[data-k=P5]").is_visible()) == ("P5", True)
        assert page.locator("#tip").is_hidden()

    def test_a_filter_counts_and_says_none(self, seen, width):
        page = seen.show(sample("siege"), width=width)
        page.select_option(".person", "P4")
        assert page.locator("#a1-t-quotes").inner_text() == "Quotes 3 of 18"
        assert page.locator("#a1-t-people").inner_text() == "People 1 of 5"
        assert page.locator("#a1-t-places .n").inner_text() == "none"
        page.locator("#a1-t-places").click()
        assert page.locator("#a1-places .none").inner_text() == "None."
        page.locator("#a1-t-quotes").click()
        assert page.locator("#a1-quotes .card:visible").count() == 3
        assert page.locator("#a1-quotes h3:visible").count() == 1
        picture(page, f"filtered-{width}")
        if width == 1280:
            assert page.locator("mark.rel").count() > 3
        page.select_option(".person", "")
        assert page.locator("#a1-t-quotes").inner_text() == "Quotes 18"
        assert page.locator("#a1-quotes .card:visible").count() == 18

    def test_the_map(self, seen, width):
        page = seen.show(sample("flood-wrapped-crlf"), width=width)
        page.locator("#a1-t-places").click()
        picture(page, f"map-{width}")
        assert page.locator(".map .states").get_attribute("d")
        assert page.locator(".map .country").get_attribute("aria-label") == "Paraguay"
        assert page.locator(".map .pin:not(.country)").count() == 2
        names = page.locator(".map text").evaluate_all("(all) => all.map((t) => t.getBoundingClientRect().toJSON())")
        assert len(names) == 3
        assert all(apart(one, other) for at, one in enumerate(names) for other in names[:at])
        page.locator(".map .pin:not(.country)").first.click()
        assert "city" in answered(page)
        assert focused(page).startswith("L")


class TestReading:
    def test_the_pointer_over_a_mark_shows_the_answer_and_takes_it_away(self, seen):
        page = seen.show(sample("siege"))
        page.locator("mark[data-k=F3]").first.hover()
        page.locator("#peek").wait_for()
        assert "according to the army" in page.locator("#peek").inner_text()
        page.locator("#peek").hover()
        page.wait_for_timeout(300)
        assert page.locator("#peek").is_visible()
        page.locator("h1").hover()
        page.locator("#peek").wait_for(state="hidden")
        assert page.locator("mark.on").count() == 0

    def test_marks_quiet_of_a_list_and_none(self, seen):
        page = seen.show(sample("siege"))
        plain = "(all) => all.filter((m) => getComputedStyle(m).backgroundColor !== 'rgba(0, 0, 0, 0)').length"
        loud = page.locator("mark").evaluate_all(plain)
        page.select_option(".marked", "quiet")
        assert 0 < page.locator("mark.p, mark.q.k").evaluate_all(plain) < loud
        assert page.locator("mark.f, mark.d, mark.q:not(.k)").evaluate_all(plain) == 0
        picture(page, "quiet")
        page.locator("mark[data-k=F2]").first.click()
        assert page.locator("#tip .code").inner_text().startswith("Q1") is False
        page.select_option(".marked", "list")
        page.locator("#a1-t-figures").click()
        assert page.locator("mark.f").evaluate_all(plain) > 0
        assert page.locator("mark.p, mark.o").evaluate_all(plain) == 0
        page.select_option(".marked", "none")
        assert page.locator("mark").evaluate_all(plain) == 0

    def test_again_is_the_mark_around(self, seen):
        page = seen.show(sample("siege"))
        page.locator("mark[data-k=F2]").click()
        assert page.locator(".card[data-k=F2]").get_attribute("aria-current") == "true"
        page.locator("mark[data-k=F2]").click()
        assert page.locator(".card[aria-current]").first.get_attribute("data-k").startswith("Q")
        page.locator("h1").click()
        assert page.locator("#tip").is_hidden()

    def test_codes_are_for_the_pointer_only(self, seen):
        page = seen.show(sample("siege"))
        seen_words = page.locator("body").inner_text()
        assert not any(code in seen_words for code in ("quotes/verbs.csv", "XXXX", "PT4H", "P4D", "F3", "Q12"))
        assert "F3 · " in page.locator(".card[data-k=F3]").get_attribute("title")

    def test_a_quote_is_copied_with_its_source(self, seen):
        page = seen.show(sample("siege"))
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.locator("#a1-t-quotes").click()
        page.locator("#a1-quotes li", has=page.locator("[data-k=Q8]")).get_by_role("button").click()
        sync_api.expect(page.locator("#heard")).to_have_text("Copied, with its source")
        assert page.evaluate("navigator.clipboard.readText()") == (
            "“I have stopped asking who is who,” “Blood has one colour.” — Salamatou Lawandi, Dr., chief surgeon at the"
            " regional hospital, Troops retake desert fort; army and rebels differ over the dead, The Harbour Courier,"
            " Thu 6 March 2014, samples/siege.txt"
        )
        page.locator("mark.q.k[data-k=Q16]").first.click()
        page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
        page.get_by_text("Copy quote").click()
        page.wait_for_function(
            "navigator.clipboard.readText().then((words) => words.startsWith('“It was their fight'))"
        )

    def test_contradictions_have_numbers_first_by_value_and_source(self, seen):
        page = seen.show(sample("siege"))
        page.locator("#a1-t-figures").click()
        sides = page.locator(".versus li").all_inner_texts()
        assert [side.split()[0] for side in sides] == ["9", "22"]
        assert ["the army" in sides[0], "Salamatou Lawandi" in sides[1]] == [True, True]
        page.locator(".versus .ref").last.click()
        assert focused(page) == "F11"

    def test_an_answer_takes_less_than_50_ms_in_a_long_article(self, seen):
        record = long_article()
        assert len(record.text.split()) >= 6000
        assert sum(len(getattr(record, name)) for name in ("people", "figures", "quotes")) >= 900
        page = seen.show(record)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})  # of the page's thread, whatever else goes on

        def used() -> float:
            metrics = session.send("Performance.getMetrics")["metrics"]
            return 1000 * next(each["value"] for each in metrics if each["name"] == "TaskDuration")

        spent = []
        for at in (10, 200, 401, 600, 880, 300, 12, 700):
            page.evaluate(
                "(at) => { const all = document.querySelectorAll('mark:not(.c)'); all[at].scrollIntoView(); }", at
            )
            begun = used()
            page.evaluate(
                "(at) => { document.querySelectorAll('mark:not(.c)')[at].click(); document.body.offsetHeight; }", at
            )
            spent.append(used() - begun)
            assert page.locator("#tip").is_visible()
        assert sorted(spent)[len(spent) // 2] < 50, spent


@pytest.mark.parametrize("width", WIDTHS)
class TestKeys:
    def test_from_the_top_to_the_evidence_and_its_answer(self, seen, width):
        page = seen.show(sample("siege"), width=width)
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to the content"
        page.keyboard.press("Enter")
        for _ in range(30):
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
        assert page.locator("#tip").is_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#tip') !== null")
        page.keyboard.press("Escape")
        assert (page.locator("#tip").is_hidden(), focused(page)) == (True, first)

    def test_tabs(self, seen, width):
        page = seen.show(sample("siege"), width=width)
        page.locator("[role=tab]:visible").first.focus()
        page.keyboard.press("ArrowRight")
        there = "a1-t-quotes" if width == 1280 else "a1-t-check"
        assert page.evaluate("document.activeElement.id") == there
        page.keyboard.press("End")
        assert page.locator("#a1-dates").is_visible()
        page.keyboard.press("ArrowRight")
        assert page.locator("#a1-check" if width == 1280 else "#a1-text").is_visible()
        page.locator("#a1-t-people").focus()
        page.keyboard.press("Enter")
        page.locator(".card[data-k=P2]").focus()
        page.keyboard.press("Enter")
        assert page.locator("mark.at").count() == 1
        assert "Aghali ag Tessoum" in answered(page)
        page.keyboard.press("Escape")
        assert focused(page) == "P2"
        assert page.locator("#a1-people").is_visible()


@pytest.mark.parametrize("width", [390, 1280])
class TestSeveral:
    def test_lists_search_filters_and_back(self, seen, width):
        page = seen.show(sample("siege"), sample("court-sentencing"), sample("obituary"), width=width)
        assert page.locator(".doc").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.get_by_role("tab").first.inner_text() == "Events 2"
        page.locator("summary").first.click()
        assert "disputed" in page.locator("summary").first.inner_text()
        claim = re.compile(r"22 killed\s+Salamatou Lawandi\s+disputed")
        sync_api.expect(page.locator("#drawn > li").first).to_contain_text(claim, use_inner_text=True)
        assert findings(page) == []
        picture(page, f"several-{width}")
        page.get_by_role("tab", name="Articles 3").click()
        page.fill("#search", "reporters")
        sync_api.expect(page.locator("#hits")).to_have_text("1 of 3 articles")
        assert page.locator("#drawn .snip b").inner_text() == "reporters"
        assert page.locator("#list-people .n").inner_text() == "none"
        page.fill("#search", "")
        sync_api.expect(page.locator("#hits")).to_have_text("")
        page.select_option("#order", "day")
        days = [text.split(" · ")[0] for text in page.locator("#drawn .sub").all_inner_texts()]
        assert (len(days), days) == (3, sorted(days))
        page.select_option("#publisher", "The Harbour Courier")
        sync_api.expect(page.locator("#hits")).to_have_text("1 of 3 articles")
        assert page.locator("#list-people").inner_text().startswith("People 5 of ")
        page.fill("#from", "2015-01-01")
        sync_api.expect(page.locator("#hits")).to_have_text("None.")

    def test_an_article_opens_and_goes_back(self, seen, width):
        page = seen.show(sample("siege"), sample("court-sentencing"), width=width)
        page.get_by_role("tab", name="Articles 2").click()
        page.locator("#drawn a").first.click()
        sync_api.expect(page.locator(".doc:visible")).to_have_count(1)  # the page follows its address a moment later
        assert page.locator("#index").is_hidden()
        page.locator("mark[data-k=F3]").first.click()
        assert "contradicts 22" in answered(page)
        assert findings(page) == []
        page.go_back()
        sync_api.expect(page.locator("#index")).to_be_visible()
        assert page.locator("#tip").is_hidden()

    def test_a_quote_of_a_person_leads_into_its_article_by_keyboard(self, seen, width):
        page = seen.show(sample("siege"), sample("obituary"), width=width)
        page.get_by_role("tab").first.focus()
        page.keyboard.press("ArrowRight")
        assert page.get_by_role("tab", selected=True).inner_text().startswith("People")
        page.keyboard.press("/")
        page.keyboard.type("flag is back")
        sync_api.expect(page.locator("#hits")).to_contain_text("1 of ")
        link = page.locator("#drawn li li a").first
        key, label = link.get_attribute("href").lstrip("#").split("-")
        link.focus()
        page.keyboard.press("Enter")
        sync_api.expect(page.locator(f"#{key}")).to_be_visible()
        assert focused(page) == label
        assert "Moutari Lawandi" in answered(page)

    def test_an_address_leads_to_evidence(self, seen, width):
        page = seen.show(sample("siege"), after="#a1-F10", width=width)
        assert focused(page) == "F10"
        assert page.locator("#tip").is_visible()
        page = seen.show(sample("siege"), sample("obituary"), after="#a2-P1", width=width)
        assert page.locator("#a2").is_visible()
        assert focused(page) == "P1"

    def test_a_pin_leads_to_its_row(self, seen, width):
        page = seen.show(sample("siege"), sample("court-sentencing"), width=width)
        page.get_by_role("tab", name="Places").click()
        page.locator(".pin[aria-label=Niamey]").click(force=True)
        assert "Niamey" in page.evaluate("document.activeElement.textContent")
        assert page.evaluate("document.activeElement.parentElement.open")


class TestHostile:
    def test_inert(self, seen):
        page = seen.show(hostile(), hostile())
        page.get_by_role("tab", name="Articles").click()
        assert "\\x00" in page.locator("#drawn").inner_text()
        page.locator("#drawn a").first.click()
        page.locator(".doc:visible .t-people").click()
        page.locator(".doc:visible .card").first.click()
        assert page.locator(".doc:visible mark .ctl").all_text_contents() == ["U+0000", "U+001B", "U+202E", "U+2066"]
        assert "<script>alert(1)</script>" in answered(page)
        assert page.evaluate("[...document.links].every((a) => a.getAttribute('href').startsWith('#'))")

    def test_the_policy_stops_what_would_slip_through(self, browser, tmp_path):
        stream = io.BytesIO()
        FORMATS["html"].write(iter([sample("siege")]), stream, View())
        evil = '<img src="http://localhost/x" onerror="document.title=1"><script>document.title = 2</script></main>'
        path = tmp_path / "p.html"
        path.write_text(stream.getvalue().decode().replace("</main>", evil))
        page = browser.new_page()
        answers = []
        page.on("response", lambda response: answers.append(response.url))
        page.goto(path.as_uri())
        assert page.title() not in {"1", "2"}
        assert [url for url in answers if not url.startswith("file:")] == []
        page.close()


class TestLooks:
    @pytest.mark.parametrize("width", [390, 1280])
    def test_in_the_dark_axe_finds_nothing(self, seen, width):
        seen.page.emulate_media(color_scheme="dark")
        page = seen.show(sample("flood-wrapped-crlf"), width=width)
        page.locator("mark[data-k=F12]").first.click()
        picture(page, f"dark-{width}")
        assert findings(page) == []

    def test_a_page_of_some_lists(self, seen):
        page = seen.show(sample("siege"), only=("quotes", "places"))
        assert findings(page) == []
        assert page.locator("[role=tab]:visible").all_inner_texts() == [
            f"Check first {len(doubts(sample('siege'), ('quotes', 'places')))}",
            f"Quotes {len(sample('siege').quotes)}",
            f"Places {len(sample('siege').places)}",
        ]
        page.locator("#a1-t-quotes").click()
        page.locator(".card[data-k=Q2]").click()
        assert focused(page) == "Q2"

    def test_printed_all_lists_are_there_with_codes_and_without_controls(self, seen):
        page = seen.show(sample("siege"))
        page.locator("mark[data-k=F3]").first.click()
        page.emulate_media(media="print")
        assert page.locator(".panel:visible").count() == 7
        assert page.locator("h2.named:visible").count() == 7
        assert page.locator("button:visible, .bar:visible, #tip:visible").count() == 0
        code = "getComputedStyle(document.querySelector('mark[data-k=F3]'), '::before').content"
        assert page.evaluate(code) == '"F3"'
        if folder := os.environ.get("SCREENSHOTS"):
            page.pdf(path=Path(folder) / "print.pdf", format="A4")

    def test_without_scripts_all_is_there(self, browser, tmp_path):
        context = browser.new_context(java_script_enabled=False)
        found = Seen(context.new_page(), tmp_path)
        page = found.show(sample("siege"), sample("obituary"))
        assert page.locator(".doc:visible").count() == 2
        assert page.locator(".panel:visible").count() == 14
        context.close()
