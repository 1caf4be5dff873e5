"""`extract trace`: from a sentence to the step and the row that decided."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import Article, tables
from extractor.annotations.trace import begin, note, notes
from extractor.cli import app, steps
from extractor.pipeline import Extractor
from extractor.pipeline import extractor as pipeline

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(loaded, monkeypatch, capfd):
    """`extract trace` with the pipeline that is loaded already: (exit code, output, errors)."""
    monkeypatch.setattr(pipeline, "load", lambda **_: loaded)

    def ran(*arguments, stdin=""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = app.main(["trace", *arguments])
        return code, *capfd.readouterr()

    return ran


SENTENCE = "At least 20 boats sank on Monday, the port of Lagos said."


def test_every_item_stands_with_its_rule_and_the_line_of_its_row(run):
    code, out, _ = run(SENTENCE)
    assert code == 0
    assert "rule quotes/verbs.csv:say  (quotes/verbs.csv:" in out
    assert "figure-1" in out


def test_at_an_offset_only_what_is_there(run):
    told = json.loads(run(SENTENCE, "--format", "json", "--at", "40")[1])
    assert {item["id"].partition("-")[0] for one in told for item in one["found"]} <= {"place", "organization"}
    assert all(one["start"] <= 40 < one["end"] for entry in told for one in entry["decisions"])


def test_a_file_and_standard_input(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    assert run(str(path))[1] == run(SENTENCE)[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("missing.txt",), "no such file: missing.txt"),
        ((SENTENCE, "--at", "999"), "--at 999: the text has 57 characters"),
        ((SENTENCE, "--format", "xml"), "--format"),
    ],
)
def test_bad_words_are_refused_in_one_sentence(run, arguments, message):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


def test_notes_are_kept_only_where_somebody_asks(loaded):
    doc = loaded.nlp.make_doc("One.")
    note(doc, "quotes", (0, 3), "speaker: subject", outcome=None)
    assert notes(doc) == []
    begin(doc)
    note(doc, "quotes", (0, 3), "speaker: subject", outcome="One", row="quotes/verbs.csv:say")
    assert [one["outcome"] for one in notes(doc)] == ["One"]


def test_the_line_of_a_row():
    where = tables.line_of("quotes/verbs.csv:say")
    assert where is not None
    assert where.startswith("quotes/verbs.csv:")
    assert tables.line_of("base:PERSON") is None
    assert tables.line_of("quotes/verbs.csv:no such verb") is None


def test_every_decision_leads_to_a_line_of_code(loaded: Extractor) -> None:
    lost = set()
    for path in sorted((ROOT / "samples").rglob("*.txt"))[::3]:
        _, taken = loaded.traced(Article(text=path.read_text(encoding="utf-8", errors="replace")))
        decided = {one["step"] for one in taken}
        assert len(decided) > 5
        lost |= {step for step in decided if not re.search(r"\.py:\d+", steps.line_of(step) or "")}
    assert not lost


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("“It is late,” the mayor said.", "quotes/speaker.py:{} _its_own"),
        ("The Courier quoted Ed Finch as saying that the mill would close.", "quotes/speaker.py:{} _quoted"),
        ("Ann Lee, 34, left the hall.", "figures/ages.py:{} _behind_name"),
        ("The price of wool fell by 3 percent.", "figures/draft.py:{} _trend"),
        ("The port closed on Monday.", "dates/weekdays.py:{} weekday"),
    ],
)
def test_a_sentence_leads_to_the_function_that_decided(run: Run, sentence: str, place: str) -> None:
    file, _, function = place.rpartition(":")
    lines = (ROOT / "extractor" / "pipes" / file).read_text(encoding="utf-8").splitlines()
    line = next(number for number, line in enumerate(lines, 1) if line.startswith(f"def {function.split()[1]}("))
    assert f"code extractor/pipes/{place.format(line)}\n" in run(sentence)[1]
