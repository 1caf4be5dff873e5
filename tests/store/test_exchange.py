"""What other programs read: web annotations, brat's standoff form, GDELT's columns, and the page of a store."""

import io
import json
import re
import shutil
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from extractor import saved
from extractor.record import STANDING, Record
from extractor.store.report import Asked, page
from extractor.writing import FORMATS, View
from extractor.writing.database import Database
from extractor.writing.gkg import COLUMNS, columns
from tests.store.test_link import shooting, store
from tests.test_page import HOSTILE, held
from tests.test_writing import sample

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def golden(name: str) -> Record:
    """A golden record with its text."""
    made = {"package": "p 1", "model": "m 1", "tables": "t 1"}
    value = json.loads((ROOT / "tests" / "records" / f"{name}.json").read_text(encoding="utf-8"))
    text = (ROOT / "samples" / f"{name}.txt").read_bytes().decode("utf-8")
    return replace(saved.record({**value, "extractor": made}), text=text)


def written(form: str, *records: Record, **view) -> bytes:
    stream = io.BytesIO()
    FORMATS[form].write(iter(records), stream, View(**view))
    return stream.getvalue()


class TestWebAnnotations:
    def test_every_item_is_one_and_selects_its_words(self):
        record = golden("siege")
        found = json.loads(written("webannotation", record))
        assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert len(found["items"]) == sum(len(getattr(record, name)) for name in STANDING)
        assert len({each["id"] for each in found["items"]}) == len(found["items"])
        for annotation in found["items"]:
            for target in annotation["target"]:
                position, words = target["selector"]
                assert record.text[position["start"] : position["end"]] == words["exact"]
                around = words["prefix"] + words["exact"] + words["suffix"]
                assert around in record.text

    def test_nothing_is_an_empty_page(self):
        assert json.loads(written("webannotation"))["items"] == []


class TestBrat:
    def test_standoff_is_the_text(self):
        record = golden("siege")
        lines = written("brat", record, single=True).decode().splitlines()
        bound = {}
        for line in lines:
            ident, kind, *text = line.split("\t")
            assert re.fullmatch(r"[TRA#]\d+", ident)
            if ident.startswith("T"):
                pieces = [tuple(map(int, piece.split())) for piece in kind.partition(" ")[2].split(";")]
                assert " ".join(record.text[start:end] for start, end in pieces) == text[0]
                assert all("\n" not in record.text[start:end] for start, end in pieces)
                bound[ident] = kind.partition(" ")[0]
        counts = Counter(bound.values())
        assert counts["Quote"] == len(record.quotes)
        assert counts["Figure"] == len(record.figures)
        for line in lines:
            for other in re.findall(r"Arg\d:(\S+)", line):
                assert other in bound

    def test_several_are_an_archive_of_the_same_bytes(self):
        data = written("brat", golden("siege"), sample())
        assert data == written("brat", golden("siege"), sample())
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        assert [Path(name).suffix for name in names] == [".ann", ".txt", ".ann"]


class TestGkg:
    def test_27_columns_with_parts_that_fit(self):
        record = golden("siege")
        (line,) = written("gkg", record).decode().splitlines()
        cells = dict(zip(COLUMNS, line.split("\t"), strict=True))
        assert len(COLUMNS) == 27
        for count in filter(None, cells["V2.1COUNTS"].split(";")):
            kind, number, _, *where, offset = count.split("#")
            assert len(where) == 7
            assert kind in {"KILL", "WOUND", "ARREST", "KIDNAP", "DISPLACED", "EVACUATION", "SICKENED", "MISSING"}
            assert record.text[int(offset) :]
            assert float(number) >= 0
        for place in filter(None, cells["V2ENHANCEDLOCATIONS"].split(";")):
            kind, _, country, _, _, lat, lon, _, offset = place.split("#")
            assert kind in set("12345")
            assert abs(float(lat)) <= 90 >= abs(float(lon)) / 2
            assert (len(country), int(offset) >= 0) == (2, True)
        for name in cells["V2.1ALLNAMES"].split(";"):
            words, offset = name.rsplit(",", 1)
            assert record.text[int(offset) :].strip()
            assert words
        for quotation in filter(None, cells["V2.1QUOTATIONS"].split("#")):
            offset, length, _, text = quotation.split("|")
            assert len(text) <= int(length) <= len(record.text) - int(offset)

    def test_what_separates_is_not_in_the_parts(self):
        record = replace(sample(), people=[replace(sample().people[0], name="A;b#c\td|e,f"), *sample().people[1:]])
        cells = dict(zip(COLUMNS, columns(record, "k"), strict=True))
        assert cells["V1PERSONS"].split(";")[0] == "a b c d e f"


class TestPage:
    @pytest.fixture
    def linked(self, tmp_path):
        return store(
            tmp_path / "o.db",
            shooting("a", "2024-03-05", 3, "Ruth Calder", source="police", title=HOSTILE),
            shooting("b", "2024-03-05", 5, "Ruth Calder", source="the hospital"),
            *(shooting(f"c{at}", f"2025-01-{at % 28 + 1:02}", 1, f"Ann Rey{at}", lat=at / 2) for at in range(150)),
        )

    def html(self, path: Path) -> str:
        stream = io.BytesIO()
        with Database(path) as database:
            page(database.connection, Asked(), "o.db", stream)
        return stream.getvalue().decode()

    def test_it_holds_the_store_and_runs_nothing_of_it(self, linked):
        text = self.html(linked)
        data = held(text)
        assert data["events"][0]["disputed"] == 1
        assert len(data["articles"]) == 152
        assert {claim["value"] for claim in data["events"][0]["claims"]} == {"3", "5"}
        assert text.count("<script") == 3
        assert "default-src 'none'" in text
        assert set(re.findall(r"(?:src|href)=.([#d])", text)) <= {"#", "d"}

    @pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: apt-get install chromium")
    @pytest.mark.filterwarnings("ignore::DeprecationWarning")
    @pytest.mark.parametrize("width", [390, 1280])
    def test_in_a_browser(self, linked, tmp_path, width):
        sync_api = pytest.importorskip("playwright.sync_api")
        (tmp_path / "o.html").write_text(self.html(linked), encoding="utf-8")
        said, asked = [], []
        with sync_api.sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            shown = browser.new_page(viewport={"width": width, "height": 700})
            shown.set_default_timeout(8000)
            shown.on("console", lambda message: said.append(message.text))
            shown.on("pageerror", lambda error: said.append(str(error)))
            shown.on("request", lambda request: asked.append(request.url))
            shown.goto((tmp_path / "o.html").as_uri())
            assert shown.locator("details").count() < 152, "lists are drawn as they are scrolled to"
            assert shown.evaluate("document.documentElement.scrollWidth") <= width
            assert "Events 151" in shown.locator("[role=tab]").first.inner_text()
            shown.locator("summary").first.click()
            shown.locator("details").first.get_by_text("police").first.wait_for()
            shown.keyboard.press("/")
            shown.keyboard.type("reyx")
            shown.get_by_role("tab", name="Events none", exact=True).wait_for()
            shown.fill("#search", "hospital")
            shown.get_by_role("tab", name="Events 1 of 151", exact=True).wait_for()
            shown.locator("[role=tab]").first.focus()
            shown.keyboard.press("ArrowRight")
            shown.get_by_role("tab", name="People", selected=True).wait_for()
            shown.fill("#search", "")
            shown.fill("#from", "2025-01-28")
            shown.get_by_role("tab", name="Articles 5 of 152", exact=True).wait_for()
            browser.close()
        assert said == []
        assert len(asked) == 1
