"""Confidence: every item and choice has one, a text shows each weight, and what is too doubtful can be left out."""

import csv
import dataclasses
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article, locate, saved, tables
from extractor.confidence import Confidence
from extractor.confidence.confidence import CHOICES, SHAPES, circumstances
from extractor.confidence.setting import made
from extractor.confidence.weights import ALWAYS, frequency
from extractor.errors import TableError
from extractor.record import LISTS, Record
from extractor.writing import relations
from extractor.writing.threshold import REFERRING, at_least
from tests.command import extract
from tests.test_sentences import BREAK

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FOLDER = locate.language("en") / "confidence"
TEXT = "At least 20 militants were killed in Islamabad, army spokesman Gen. Waheed Arshad said on Tuesday. He saw it."


def rows() -> list[dict[str, str]]:
    with (FOLDER / "weights.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def record(loaded) -> Record:
    return loaded.record(Article(text=TEXT))


def test_every_item_and_choice_of_the_record_has_a_confidence(record):
    for name in LISTS:
        for item in getattr(record, name):
            assert 0 < item.confidence < 1
            for choice in CHOICES[name][1:]:
                assert 0 < getattr(item.confidences, choice) < 1
    assert record.people
    assert record.places
    assert record.figures
    assert record.quotes
    assert record.dates


def test_the_choices_of_the_tables_are_those_of_the_record():
    for name, shape in SHAPES.items():
        assert ("item", *(field.name for field in dataclasses.fields(shape))) == CHOICES[name]
    assert {(row["list"], row["choice"]) for row in rows() if row["circumstance"] == ALWAYS} == {
        (name, choice) for name in LISTS for choice in CHOICES[name]
    }


def test_a_choice_that_a_list_does_not_have_is_refused(tmp_path):
    folder = tmp_path / "confidence"
    folder.mkdir()
    (folder / "weights.csv").write_text(
        "list,choice,circumstance,weight,example\npeople,noun,always,1,Ann Lee left.\n", encoding="utf-8"
    )
    with pytest.raises(TableError, match='people have no choice "noun"; use item'):
        Confidence(tables.folder("confidence", rules=str(tmp_path)))


def test_each_circumstance_of_the_table_is_shown_by_its_example(loaded):
    wanted: dict[str, set[tuple[str, str]]] = {}
    for row in rows():
        wanted.setdefault(row["example"], set()).add((row["list"], row["circumstance"]))
    for example, names in wanted.items():
        text = example.replace(BREAK, "\n")
        found = {
            (name, each) for name, _, known in circumstances(loaded.record(Article(text=text)), text) for each in known
        }
        assert names <= found, f"{example!r} does not show {sorted(names - found)}"


def test_a_person_named_once_in_a_short_line_is_less_sure_than_one_who_speaks(loaded):
    def surest(text: str) -> float:
        return max(person.confidence for person in loaded.record(Article(text=text)).people)

    assert surest("Mayor Ann Lee said the pier would open. She was glad.") > surest("Guests\n\nBo Ray\n\nIt rained.")


def test_a_users_weight_counts(tmp_path, record):
    folder = tmp_path / "confidence"
    folder.mkdir()
    (folder / "weights.csv").write_text(
        "list,choice,circumstance,weight,example\npeople,item,always,-9,Ann Lee left.\n", encoding="utf-8"
    )
    other = Confidence(tables.folder("confidence", rules=str(tmp_path))).of(record, TEXT)
    assert other.people[0].confidence < record.people[0].confidence


@given(st.floats(allow_nan=False))
def test_a_frequency_is_never_certain(odds):
    assert 0.01 <= frequency(odds) <= 0.99


@given(st.floats(-30, 30), st.floats(-30, 30))
def test_a_greater_weight_is_never_less_sure(one, other):
    assert frequency(min(one, other)) <= frequency(max(one, other))


def test_what_is_left_out_is_not_referred_to(loaded):
    for path in sorted(SAMPLES.glob("*.txt"))[:8]:
        text = path.read_bytes().decode("utf-8", errors="replace")
        whole = loaded.record(Article(text=text))
        for least in (0.5, 0.9, 1.0):
            record = at_least(whole, least)
            plain = msgspec.json.encode(record).decode()
            for name in LISTS:
                kept = {item.id for item in getattr(record, name)}
                assert all(item.confidence >= least for item in getattr(record, name))
                gone = {item.id for item in getattr(whole, name)} - kept
                assert not [ident for ident in gone if f'"{ident}"' in plain]
    assert at_least(whole, 0.0) is whole


def test_the_threshold_knows_every_field_that_refers():
    assert {name.partition(".")[2] for name in relations.REFERS} == REFERRING


def test_a_record_of_an_older_version_has_none_and_stays():
    old = saved.record(
        {
            "id": "a",
            "extractor": {"package": "x", "model": "y", "tables": "z"},
            "dates": [
                {
                    "id": "date-1",
                    "start": 0,
                    "end": 4,
                    "text": "1998",
                    "type": "DATE",
                    "value": "1998",
                    "earliest": None,
                    "latest": None,
                    "rule": "dates",
                }
            ],
        }
    )
    assert old.dates[0].confidence is None
    assert at_least(old, 0.99).dates


def test_the_option_leaves_out_what_is_doubtful(tmp_path, record):
    path = tmp_path / "a.jsonl"
    path.write_bytes(msgspec.json.encode(record) + b"\n")
    surest = max(date.confidence for date in record.dates)
    code, out, _ = extract("convert", str(path), "-f", "json", "--min-confidence", str(surest))
    assert code == 0
    assert json.loads(out)[0]["dates"]
    code, out, _ = extract("convert", str(path), "-f", "json", "--min-confidence", "1")
    assert code == 0
    assert all(json.loads(out)[0][name] == [] for name in LISTS)
    assert extract("convert", str(path), "--min-confidence", "2")[0] == 2


def test_a_users_row_is_as_good_as_ours_of_its_name():
    assert list(made("rules/quotes/verbs.csv:say")) == list(made("quotes/verbs.csv:say"))
