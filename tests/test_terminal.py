"""The report in a terminal, as golden text: in windows of several widths, plain, in colour, and the text marked."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.record import LISTS, Record
from extractor.writing import FORMATS, View
from tests import golden
from tests.command import extract
from tests.strategies import RECORDS
from tests.test_writing import FAILED, MADE, sample

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def written(*records: Record, **view) -> str:
    stream = io.BytesIO()
    FORMATS["text"].write(iter(records), stream, View(**view))
    return stream.getvalue().decode("utf-8")


@pytest.mark.parametrize("name", golden.REPORTS)
def test_a_golden_report_in_a_pseudo_terminal(name):
    options, columns, term = golden.REPORTS[name]
    shown = golden.on_terminal(golden.REPORTED, *options, columns=columns, term=term)
    assert shown == golden.report_path(name).read_text(encoding="utf-8")
    lines = ESCAPE.sub("", shown).split("\n")
    assert max(map(len, lines)) <= columns
    assert ("\x1b" in shown) == (term != "dumb")


def letters(text: str) -> str:
    return "".join(ESCAPE.sub("", text).split())


@pytest.mark.parametrize("width", [30, 45, 59, 60, 80, 100, 200])
def test_nothing_is_lost_in_any_window(width):
    record = golden.saved_record(golden.REPORTED)
    shown = letters(written(record, width=width, show="whole"))
    for name in ("people", "organizations", "places"):
        for item in getattr(record, name):
            assert "…" not in item.name
    for quote in record.quotes:
        assert all(word in shown for word in quote.text.split()[:1])
    assert sorted(shown.replace("·", "").replace(",", "")) == sorted(
        letters(written(record, width=250, show="whole")).replace("·", "").replace(",", "")
    )


def test_long_quotes_are_folded_and_say_so():
    record = replace(sample(), quotes=[replace(sample().quotes[0], text="word " * 200 + "end")])
    folded = written(record, only=["quotes"])
    assert re.search(r"… \(\d+\n? *more words\)", folded)
    assert "--show whole" in folded
    assert "end" not in folded
    whole = written(record, only=["quotes"], show="whole")
    assert whole.count("word") == 200
    assert "--show" not in whole


def test_marked_text():
    text = "Mayor Ines Oda told us:\nno."
    person = replace(
        sample().people[0], mentions=[replace(sample().people[0].mentions[0], start=6, end=14, text="Ines Oda")]
    )
    record = Record(id="x", extractor=MADE, text=text, people=[person])
    assert written(record, show="marked", color=False) == (
        "Mayor Ines Oda told us:\nno date to count from\n\n"
        "Mayor [P1 Ines Oda] told us:\n\nno.\n\nP person\nP1 Ines Oda\n"
    )
    assert "saved without its text" in written(replace(record, text=None), show="marked")
    assert "failed: bad.txt is bad" in written(FAILED, show="marked")


def test_five_lines_come_first_and_warnings_before_them():
    record = golden.saved_record("siege")
    lines = written(record, width=100).split("\n")
    heads = [line.split()[0] for line in lines if re.match(r"(What|Toll|Disputed|Speaking|To check)\b", line)]
    assert heads == ["What", "Toll", "Disputed", "Speaking", "To"]
    assert lines[3].startswith("! set aside")
    told = written(record, width=1000)
    assert "What      attack · Agadez · Wed 5 March 2014" in told
    assert "Disputed  killed: 9 (the army) against 22 (Salamatou Lawandi)" in told
    assert re.search(r"To check  \d+ of \d+ items, first Fort of the Wells L3 \d\d%", told)
    assert written(replace(record, events=[], figures=[], quotes=[]), width=100).count("nobody") == 1
    plain = written(Record(id="x", extractor=MADE), width=80)
    assert (
        "What      no incident\nToll      none told\nDisputed  nothing\nSpeaking  nobody\nTo check  nothing open"
        in plain
    )


def test_figures_come_by_weight_in_the_articles_words():
    told = written(golden.saved_record("siege"), only=["figures"], width=140)
    heads = [line for line in told.split("\n") if line in {"Casualties", "Money", "Other figures", "Ages"}]
    assert heads == ["Casualties", "Money", "Other figures", "Ages"]
    assert re.search(r"F3 +nine killed +9 +the army +≠ 22 F11", told)
    assert "perhaps dozens of people killed" in told
    assert "Aghali ag Tessoum, 52" in told


def test_hostile_text_is_shown_and_not_obeyed():
    record = Record(id="x", extractor=MADE, text="\x1b[2J[red]a[/red] \u202eb :smile:", title="[bold]\x07")
    for color in (False, True):
        shown = written(record, show="marked", color=color)
        assert "\\x1b[2J[red]a[/red] \\u202eb :smile:" in ESCAPE.sub("", shown)
        assert "[bold]\\x07" in shown


@given(RECORDS, st.integers(1, 160), st.sets(st.sampled_from(LISTS)), st.sampled_from(["whole", "marked"]))
def test_nothing_of_any_record_acts_on_the_terminal(record, width, only, show):
    plain = written(record, width=width, only=only, show=show)
    assert all(line.isprintable() for line in plain.split("\n"))
    coloured = written(record, width=width, only=only, show=show, color=True)
    assert all(line.isprintable() for line in ESCAPE.sub("", coloured).split("\n"))


class TestOption:
    def test_marked_is_text_wherever_it_goes(self, tmp_path):
        (tmp_path / "a.txt").write_text("Ana spoke.")
        code, out, err = extract(str(tmp_path / "a.txt"), "--show", "marked")
        assert (code, err) == (0, "")
        assert "[P1 Ana]" in out

    def test_only_the_report_shows_anything(self, tmp_path):
        (tmp_path / "a.txt").write_text("Ana spoke.")
        code, out, err = extract(str(tmp_path / "a.txt"), "--show", "marked", "--format", "json")
        assert (code, out, err) == (2, "", "extract: --show marked is for text, not for json\n")
        assert 'did you mean "whole"' in extract(str(tmp_path / "a.txt"), "--show", "whol")[2]

    def test_a_page_by_its_suffix(self, tmp_path):
        (tmp_path / "a.txt").write_text("Ana spoke.")
        assert extract(str(tmp_path / "a.txt"), "-o", str(tmp_path / "a.html")) == (0, "", "")
        page = (tmp_path / "a.html").read_text()
        assert '<mark class="p k" data-k="P1" id="a1-P1">Ana</mark>' in page
        assert extract(str(tmp_path / "a.txt"), "--format", "html")[1] == page
        assert extract(str(tmp_path / "a.txt"), "-o", str(tmp_path / "r.json"), "--with-text")[0] == 0
        assert extract("convert", str(tmp_path / "r.json"), "-f", "html")[1] == page
