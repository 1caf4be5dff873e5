"""`extract check`: twenty kinds of damage are found, a sound record is sound, an edited text is followed."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Article, checking
from extractor.record import LISTS, Record
from tests.command import extract

TEXT = """ISLAMABAD, Pakistan (AP) - At least 20 militants were killed in Peshawar on Tuesday, army spokesman Gen.
Waheed Arshad said.

"The fighting went on for 12 hours," said Arshad of the Frontier Corps. He gave no details. Between 30 and 40 houses
burned.

Police in Lahore said 25 militants had died."""
Damage = Callable[[dict[str, Any]], object]


def _renumbered(record: dict[str, Any]) -> None:
    figures = record["figures"]
    figures[0], figures[1] = figures[1], figures[0]
    figures[0]["id"], figures[1]["id"] = figures[1]["id"], figures[0]["id"]


DAMAGES: dict[str, tuple[str, Damage]] = {
    "another text": ("digest", lambda r: r.update(sha256="0" * 64)),
    "its own copy edited": ("text", lambda r: r.update(text="It rained.")),
    "an offset moved": ("offset", lambda r: r["figures"][0].update(start=r["figures"][0]["start"] + 1)),
    "an offset outside": ("offset", lambda r: r["dates"][0].update(end=10_000)),
    "an end before its start": ("offset", lambda r: r["quotes"][0]["sentence"].update(start=90, end=80)),
    "a mention's words": ("offset", lambda r: r["people"][0]["mentions"][0].update(text="Warsaw")),
    "a speaker's offsets": ("offset", lambda r: r["quotes"][0]["speaker"].update(start=0, end=4)),
    "a quote's text": ("quote", lambda r: r["quotes"][0].update(text="It rained.")),
    "a sentence elsewhere": ("sentence", lambda r: r["figures"][0].update(sentence={"start": 200, "end": 210})),
    "an id of another list": ("id", lambda r: r["people"][0].update(id="place-1")),
    "an id that is none": ("id", lambda r: r["dates"][0].update(id="the first")),
    "an id twice": ("id", lambda r: r["figures"][1].update(id=r["figures"][0]["id"])),
    "a list turned round": ("id", lambda r: r["figures"].reverse()),
    "an item in front": ("order", _renumbered),
    "a person who is not there": ("reference", lambda r: r["quotes"][0]["speaker"].update(entity="person-9")),
    "a figure that is not there": ("reference", lambda r: r["figures"][0].update(same_as=["figure-77"])),
    "no day": ("date", lambda r: r["dates"][0].update(earliest="2007-02-40")),
    "a day after its end": ("date", lambda r: r["dates"][0].update(earliest="2007-07-11", latest="2007-07-01")),
    "a range turned round": ("range", lambda r: r["figures"][0].update(low=4, high=2)),
    "no frequency": ("confidence", lambda r: r["people"][0].update(confidence=3.5)),
    "another version": ("version", lambda r: r["extractor"].update(tables="en 0")),
    "another schema": ("schema", lambda r: r.update(schema_version=0)),
    "items of a failed article": ("error", lambda r: r.update(error={"type": "X", "message": "y"})),
}


@pytest.fixture(scope="module")
def record(loaded) -> Record:
    return loaded.record(Article(text=TEXT, id="a", source="a.txt"))


@pytest.fixture(scope="module")
def plain(record) -> dict[str, Any]:
    return json.loads(msgspec.json.encode(record))


def damaged(plain: dict[str, Any], damage: Damage) -> Record:
    other = copy.deepcopy(plain)
    damage(other)
    return msgspec.convert(other, Record)


def test_a_sound_record_is_sound(record):
    assert record.figures
    assert record.quotes
    assert list(checking.check(record, TEXT, record.extractor)) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_found(name, plain, record):
    kind, damage = DAMAGES[name]
    found = list(checking.check(damaged(plain, damage), TEXT, record.extractor))
    assert kind in {each.kind for each in found}


def test_a_record_follows_an_edited_text(record):
    edited = "Updated.\n\n" + TEXT.replace("He gave no details. ", "") + " It rained."
    moved = checking.moved(record, edited)
    assert [each.kind for each in moved.findings] == ["moved"]
    assert list(checking.check(moved.record, edited, record.extractor)) == []
    assert [f.text for f in moved.record.figures] == [f.text for f in record.figures]
    assert [q.text for q in moved.record.quotes] == [q.text for q in record.quotes]
    assert [m.type for m in moved.record.people[0].mentions] == ["name", "name"]


def test_what_is_not_found_again_is_left_out_and_told(record):
    edited = TEXT.replace("Between 30 and 40 houses\nburned.", "")
    moved = checking.moved(record, edited)
    assert {each.where for each in moved.findings if each.kind == "lost"} == {
        figure.id for figure in record.figures if figure.text == "Between 30 and 40"
    }
    assert list(checking.check(moved.record, edited, record.extractor)) == []


@given(st.integers(0, len(TEXT)), st.integers(0, 60), st.text(max_size=20))
def test_whatever_is_edited_nothing_points_beside_its_words(record, at, gone, put):
    edited = TEXT[:at] + put + TEXT[at + gone :]
    moved = checking.moved(record, edited)
    kinds = {each.kind for each in checking.check(moved.record, edited, record.extractor)}
    assert kinds <= {"order", "sentence"}
    for name in LISTS:
        assert {item.id for item in getattr(moved.record, name)} <= {item.id for item in getattr(record, name)}


def written(path: Path, *records: dict[str, Any]) -> str:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in records), encoding="utf-8")
    return str(path)


def test_the_command_tells_each_fault_and_exits_with_1(tmp_path, plain):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    wrong = copy.deepcopy(plain)
    wrong["figures"][0]["end"] += 1
    path = written(tmp_path / "r.jsonl", plain, wrong | {"id": "b"})
    code, out, err = extract("check", path, str(tmp_path / "a.txt"))
    assert code == 1
    assert 'a.txt: figures[0]: 27-39 is "At least 20 ", not "At least 20"' in out
    assert "2 records checked, 1 fault found" in err
    code, out, err = extract("check", written(tmp_path / "s.jsonl", plain), str(tmp_path / "a.txt"))
    assert (code, out) == (0, "")


def test_the_command_reads_the_records_own_texts(tmp_path, plain):
    path = written(tmp_path / "r.jsonl", plain | {"text": TEXT})
    assert extract("check", path)[0] == 0
    code, out, _ = extract("check", written(tmp_path / "s.jsonl", plain))
    assert code == 1
    assert "there is no text to check it against" in out


def test_a_line_that_is_no_record_is_a_finding(tmp_path, plain):
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps(plain | {"text": TEXT}) + '\n{"id": 3}\nno json\n', encoding="utf-8")
    code, out, _ = extract("check", str(path), "--format", "jsonl")
    assert code == 1
    assert [json.loads(line)["kind"] for line in out.splitlines()] == ["schema", "schema"]


def test_offsets_are_fixed_for_a_text_that_was_edited(tmp_path, plain):
    path = written(tmp_path / "r.jsonl", plain)
    edited = TEXT.replace("army spokesman", "the army's spokesman")
    (tmp_path / "a.txt").write_text(edited, encoding="utf-8")
    _, out, err = extract("check", path, str(tmp_path / "a.txt"), "--fix-offsets")
    assert "stretches moved" in err
    (tmp_path / "m.jsonl").write_text(out, encoding="utf-8")
    assert extract("check", str(tmp_path / "m.jsonl"), str(tmp_path / "a.txt"))[0] == 0


def test_a_missing_file_is_refused(tmp_path):
    code, _, err = extract("check", str(tmp_path / "none.jsonl"))
    assert code == 2
    assert err.startswith("extract: ")
