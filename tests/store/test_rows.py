"""What corrupted stores once, a row of the report each: the command, and what must come of it."""

import json
import sqlite3
import subprocess
from contextlib import closing

import pandas
import pytest

from extractor import reading
from tests.command import extract, start
from tests.test_formats import written
from tests.test_writing import sample

ONE = {"id": "a", "text": "Ana spoke.", "published": "2024-05-01"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ed").mkdir()
    (tmp_path / "ed" / "a.txt").write_text("Ana met 3 people.")
    (tmp_path / "ed" / "b.txt").write_text("Bo met 4 people.")
    return tmp_path


def rows(name: str, query: str) -> list[tuple]:
    with closing(sqlite3.connect(name)) as found:
        return found.execute(query).fetchall()


def test_equal_texts_of_two_papers(folder):
    lines = [{"id": ident, "text": "Ana spoke.", "publisher": paper} for ident, paper in (("a", "P"), ("b", "Q"))]
    (folder / "wire.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    assert extract("wire.jsonl", "-o", "wire.db")[0] == 0
    assert rows("wire.db", "SELECT name, publisher FROM articles ORDER BY 1") == [("a", "P"), ("b", "Q")]
    assert rows("wire.db", "SELECT kind FROM article_copies") == [("same",)]


def test_an_edited_file(folder):
    extract("ed", "-o", "ed.db")
    (folder / "ed" / "a.txt").write_text("Cy met 5 people.")
    assert extract("ed", "-o", "ed.db")[0] == 0
    assert rows("ed.db", "SELECT name FROM people ORDER BY 1") == [("Bo",), ("Cy",)]
    (folder / "ed" / "a.txt").write_text("fail")
    assert extract("ed", "-o", "ed.db")[0] == 3
    assert rows("ed.db", "SELECT count(*), count(error) FROM articles") == [(2, 1)]


def test_some_lists_of_a_store_that_has_all(folder):
    extract("ed", "-o", "ed.db")
    code, _, err = extract("ed", "-o", "ed.db", "--only", "quotes")
    assert (code, "would be lost" in err) == (2, True)
    assert rows("ed.db", "SELECT count(*) FROM people") == [(2,)]


def test_a_file_of_records_that_is_whole_is_not_gone_on_with(folder):
    assert extract("ed", "-o", "r.jsonl", "--resume")[0] == 0
    code, _, err = extract("ed", "-o", "r.jsonl", "--resume")
    assert (code, err) == (2, "extract: r.jsonl exists; --force overwrites it\n")


def test_bounds_in_pandas(folder):
    (folder / "figures.csv").write_bytes(written("csv", sample(), only=["figures"]))
    frame = pandas.read_csv("figures.csv")
    assert len(frame[frame.bound == "="]) == sum(figure.bound == "=" for figure in sample().figures)


def test_the_reader_of_a_pipe_has_enough(folder):
    extract("ed", "-o", "r.jsonl")
    lines = (folder / "r.jsonl").read_bytes() * 3000
    (folder / "r.jsonl").write_bytes(lines)
    for arguments in (("convert", "r.jsonl", "-f", "jsonl"), ("schema",)):
        with start(*arguments) as process:
            head = subprocess.run(["head", "-n", "1"], stdin=process.stdout, capture_output=True, check=True)
            process.stdout.close()
            assert process.wait(60) == 0
            assert head.stdout
            assert process.stderr.read() == b""


def test_binary_files_are_named(folder):
    (folder / "ed" / "x.bin").write_bytes(b"\0\1\2")
    assert extract("ed", "--fields", "id")[2] == "extract: skipped 1 binary file in folders; -v names them\n"
    assert "extract: ed/x.bin: skipped, a binary file\n" in extract("ed", "-v")[2]


@pytest.mark.parametrize("name", ["n.xml", "n.txt", "n"])
def test_markup_without_a_reader(folder, name):
    (folder / name).write_text('<?xml version="1.0"?><story>Ana spoke.</story>')
    code, out, err = extract(name)
    assert (code, json.loads(out)["people"]) == (3, [])
    assert f"extract: {name} is markup that has no reader" in err
    assert extract(name, "--input-format", "text")[0] == 0


class TestJson:
    @pytest.mark.parametrize(
        "text",
        [
            json.dumps([ONE, {"text": "Bo."}], indent=2),
            json.dumps([ONE, {"text": "Bo."}]),
            f"{json.dumps(ONE)}\n{json.dumps({'text': 'Bo.'})}\n",
            f"\n{json.dumps(ONE)}\n\n{json.dumps({'text': 'Bo.'})}",
        ],
    )
    @pytest.mark.parametrize("name", ["n.json", "n.txt", "n", None])
    def test_articles_by_content(self, folder, name, text):
        if name is None:
            code, out, _ = extract("--fields", "id,published", piped=text.encode())
        else:
            (folder / name).write_text(text)
            code, out, _ = extract(name, "--fields", "id,published")
        first, second = map(json.loads, out.splitlines())
        assert (code, first) == (0, {"id": "a", "published": "2024-05-01"})
        assert second["id"].startswith(("n:", "-:"))

    def test_one_object(self, folder):
        for text in (json.dumps(ONE), json.dumps(ONE, indent=2), "\ufeff" + json.dumps(ONE)):
            (folder / "n.json").write_text(text)
            (found,) = reading.read(["n.json"])
            assert (found.id, found.text, str(found.published)) == ("a", "Ana spoke.", "2024-05-01")

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
    def test_of_windows(self, folder, encoding):
        (folder / "n.json").write_bytes(json.dumps([{"text": "Ä"}], ensure_ascii=False).encode(encoding))
        (found,) = reading.read(["n.json"])
        assert found.text == "Ä"

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("{", "n.json is not JSON"),
            ('{"txt": "Ana."}', 'n.json:1: there is no "text"; there is "txt"'),
            ('[\n{"text": 5}, 7]', 'n.json: article 1: "text" is a number, not a string'),
            ("[7]", "n.json: article 1: it is a number, not an object"),
        ],
    )
    def test_what_is_none(self, folder, text, message):
        (folder / "n.json").write_text(text)
        first = next(iter(reading.read(["n.json"])))
        assert str(first.error).startswith(message)

    def test_prose_stays_prose(self, folder):
        for text in ('"Ana," Bo said.', "[Ana] spoke.", "{Ana} spoke.", "<Ana> spoke."):
            (folder / "n.txt").write_text(text)
            (found,) = reading.read(["n.txt"])
            assert found.text == text


def test_keys_are_unique_where_one_id_is_twice(folder):
    (folder / "dup.jsonl").write_text('{"id": "x", "text": "Ana 1."}\n{"id": "x", "text": "Ana 2."}\n')
    code, out, err = extract("dup.jsonl", "-f", "csv", "--only", "people", "--fields", "id")
    assert (code, len(set(out.splitlines()))) == (0, 3)
    assert 'dup.jsonl has the id "x" twice: article 1 and article 2 of it' in err


def test_unchanged_files_cost_a_look(folder):
    """A thousand of them: the ratio to one that must be read, in processor time of the whole command."""
    for number in range(1000):
        (folder / "ed" / f"n{number}.txt").write_text(f"Ana met {number} people.")
    assert extract("update", "o.db", "ed", "-q")[0] == 0
    code, _, err = extract("update", "o.db", "ed", "--summary", "json", more_environment={"LOADED": "1"})
    assert (code, json.loads(err)["unchanged"]) == (0, 1002)
    assert "loaded" not in err
