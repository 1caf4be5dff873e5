"""Every way in and out: tables, databases, maps and web pages; what an article says never becomes a command there."""

import csv
import gzip
import io
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import msgspec
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings

from extractor import reading
from extractor.article import Article
from extractor.reading import Defaults
from extractor.record import LISTS
from extractor.writing import FORMATS, View
from extractor.writing.delimited import inert, told
from extractor.writing.flat import columns
from extractor.writing.keys import key
from tests.command import extract
from tests.strategies import RECORDS
from tests.test_writing import sample

HOSTILE = ["=cmd()", "+a1", "-1+1", "@SUM(A1)", "\t=1", " =1", "＝1", "|calc", "%0"]


def written(name, *records, **view):
    stream = io.BytesIO()
    FORMATS[name].write(iter(records), stream, View(**view))
    return stream.getvalue()


def read(path, **more):
    return list(reading.read([str(path)], **more))


class TestTables:
    @pytest.mark.parametrize("name", LISTS)
    def test_a_row_for_every_item(self, name):
        rows = list(csv.DictReader(io.StringIO(written("csv", sample(), only=[name]).decode())))
        ids = [item.id for item in getattr(sample(), name)]
        assert [row["id"] for row in rows] == [f"{key(sample().source, 'flood')}:{ident}" for ident in ids]
        assert {(row["article"], row["article_name"]) for row in rows} <= {(key("flood.txt", "flood"), "flood")}
        assert not rows or list(rows[0]) == list(columns(name))

    def test_fields_are_columns(self):
        assert written("tsv", sample(), only=["people"], fields=("name", "article_name")).splitlines()[:2] == [
            b"name\tarticle_name",
            b"Ines Oda\tflood",
        ]

    @pytest.mark.parametrize("text", HOSTILE)
    def test_formulas_are_inert(self, text):
        assert inert(text) == f"'{text}"

    def test_what_is_no_formula_stays_as_it_is(self):
        for cell in ("a=b", "-5", "-2.25", "+1", "-1,000%", "", "-", "=", "—", " - "):
            assert inert(cell) == cell

    def test_only_free_text_is_guarded(self):
        assert told("=", "word") == "="
        assert [told(cell, "real") for cell in (-5.0, -2.25, None)] == ["-5", "-2.25", ""]
        assert (told(True, "boolean"), told(["=a", "b"], "texts"), told(["a:b"], "words")) == ("true", "'=a; b", "a:b")
        figures = list(csv.DictReader(io.StringIO(written("csv", sample(), only=["figures"]).decode())))
        assert [row["bound"] for row in figures] == [figure.bound for figure in sample().figures]

    @given(RECORDS)
    @settings(deadline=None, max_examples=6, suppress_health_check=list(HealthCheck))
    def test_any_record_is_read_back(self, record):
        for name in LISTS:
            count = len(getattr(record, name))
            assert (
                len(list(csv.reader(io.StringIO(written("csv", record, only=[name]).decode(), newline=""))))
                == count + 1
            )
            assert written("tsv", record, only=[name]).decode().count("\n") == count + 1
            table = pyarrow.parquet.read_table(io.BytesIO(written("parquet", record, only=[name])))
            assert (table.num_rows, table.column_names) == (count, list(columns(name)))


class TestMapAndNotes:
    def test_geojson(self):
        collection = json.loads(written("geojson", sample(), sample()))
        assert [each["geometry"]["coordinates"] for each in collection["features"]] == [[-2.25, 1.5]] * 2
        assert json.loads(written("geojson")) == {"type": "FeatureCollection", "features": []}

    def test_markdown_is_no_markup(self):
        title = "<script>x</script> [a](b) *c* `d` | e"
        shown = written("md", replace(sample(), title=title)).decode().splitlines()[0]
        assert shown == r"# \<script\>x\</script\> \[a\](b) \*c\* \`d\` \| e"

    def test_fields_of_json(self):
        shown = json.loads(written("jsonl", sample(), fields=("id", "quotes.speaker.name", "people.name", "people")))
        assert list(shown) == ["id", "people", "quotes"]
        assert set(shown["quotes"][0]) == {"speaker"}
        assert len(shown["people"][0]) > 2

    def test_compact(self):
        assert written("json", sample(), single=True, compact=True).count(b"\n") == 1


class TestInputs:
    def test_csv(self, tmp_path):
        path = tmp_path / "n.csv"
        path.write_bytes(b'id;body;published\n7;"One; ""two""\nthree";2024-05-01\n;caf\xe9;\nx\n9;"y";soon\n')
        first, second, third, fourth = read(path, defaults=Defaults(text="body"))
        assert (first.id, first.text, first.published) == ("7", 'One; "two"\nthree', date(2024, 5, 1))
        assert (second.id, second.text) == ("n:2", "café")
        assert "guess" in second.warnings[0]
        assert 'there is no "body"' in str(third.error)
        assert 'n.csv: row 4: "soon" is no ISO date' in str(fourth.error)
        (refused,) = read(path)
        assert 'has no column "text" in its first row (id, body, published); --text-column' in str(refused.error)

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_tsv_of_windows(self, tmp_path, encoding):
        (tmp_path / "n.tsv").write_bytes("text\tid\r\nÄ, b\t1\r\n".encode(encoding))
        (found,) = read(tmp_path / "n.tsv")
        assert (found.text, found.id) == ("Ä, b", "1")

    def test_parquet(self, tmp_path):
        rows = {"text": ["a", None], "id": [1, 2], "published": [date(2024, 5, 1), None], "more": [1, 2]}
        pyarrow.parquet.write_table(pyarrow.table(rows), tmp_path / "n.parquet")
        first, second = read(tmp_path)
        assert (first.text, first.id, first.published) == ("a", "1", date(2024, 5, 1))
        assert 'there is no "text"' in str(second.error)
        (tmp_path / "bad.parquet").write_bytes(b"PAR1 not so")
        assert "is no Parquet file" in str(read(tmp_path / "bad.parquet")[0].error)

    def test_html(self, tmp_path):
        page = """<html><head><title>River takes bridge</title>
            <meta name="author" content="Ana Rey">
            <meta property="article:published_time" content="2024-03-05">
            <meta property="og:site_name" content="Courier">
            </head><body><nav>Home</nav><article><h1>River takes bridge</h1><p>The river took the old bridge on Monday,
            Mayor Ines Oda said, and at least 20 people were hurt in the fall of its middle arch.</p>
            <p>“We will build it anew,” she told the council on Tuesday, and the council agreed.</p></article></body>"""
        (tmp_path / "n.html").write_text(page)
        (found,) = read(tmp_path / "n.html")
        assert isinstance(found, Article)
        assert (found.title, found.byline, found.publisher) == ("River takes bridge", "Ana Rey", "Courier")
        assert found.published == date(2024, 3, 5)
        assert "Mayor Ines Oda said" in found.text
        assert "Home" not in found.text
        (tmp_path / "n.html").write_text("<html></html>")
        assert "no article was found" in str(read(tmp_path / "n.html")[0].error)

    def test_gzip(self, tmp_path):
        (tmp_path / "n.jsonl.gz").write_bytes(gzip.compress(b'{"text": "a"}\n{"text": "b"}\n'))
        assert [found.id for found in read(tmp_path)] == ["n:1", "n:2"]
        (tmp_path / "n.jsonl.gz").write_bytes(gzip.compress(b"a" * 1000)[:-20])
        (found,) = read(tmp_path / "n.jsonl.gz")
        assert "cannot be read" in str(found.error)

    def test_lines(self, tmp_path):
        (tmp_path / "n").write_bytes("One\r\n\nÄ two\n".encode() + b"\x93No\x94\n")
        found = read(tmp_path / "n", form="lines")
        assert [(each.id, each.text) for each in found] == [("n:1", "One"), ("n:3", "Ä two"), ("n:4", "“No”")]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", "Ana spoke."), ("b.md", "bo."), ("sub/c.txt", "Cy."), ("sub/d.md", "Di.")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


class TestChoosing:
    @pytest.mark.parametrize(
        ("globs", "names"),
        [
            (["*.txt"], ["a.txt", "sub/c.txt"]),
            (["!*.txt"], ["b.md", "sub/d.md"]),
            (["sub/*"], ["sub/c.txt", "sub/d.md"]),
            (["*.txt", "*.md", "!sub/*"], ["a.txt", "b.md"]),
        ],
    )
    def test_glob(self, folder, globs, names):
        options = [part for glob in globs for part in ("--glob", glob)]
        assert extract(".", "--dry-run", *options) == (0, "".join(f"{name}\n" for name in names), "")

    def test_nothing_fits(self, folder):
        assert extract(".", "--glob", "*.doc")[::2] == (
            2,
            "extract: no article in .: the folder holds no file that fits --glob *.doc\n",
        )

    def test_files_from(self, folder):
        (folder / "a\nb.txt").write_text("Odd.")
        code, out, err = extract("--files-from", "-", piped=b"b.md\n\nsub\nnone.txt\n")
        assert [json.loads(line)["id"] for line in out.splitlines()] == ["b", "c", "d", "none"]
        assert (code, err.splitlines()[0]) == (3, "extract: none.txt cannot be read: no such file or directory")
        code, out, _ = extract("--files-from", "-", "-0", "--fields", "id", piped=b"a\nb.txt\0a.txt")
        assert (code, out) == (0, '{"id":"a\\nb"}\n{"id":"a"}\n')
        assert extract(".", "--dry-run", "-0", "-g", "a*")[1] == "a\nb.txt\0a.txt\0"

    def test_exit_status(self, folder):
        assert extract("b.md")[0] == 0
        assert extract("b.md", "--exit-status")[0] == 1
        assert extract("a.txt", "-e")[0] == 0
        assert extract("a.txt", "-e", "--only", "dates")[0] == 1

    def test_strict(self, folder):
        (folder / "w.txt").write_bytes(b"caf\xe9 Ana")
        assert extract("w.txt")[0] == 0
        code, out, err = extract("w.txt", "--strict")
        assert code == 3
        assert "which is a guess" in err
        assert json.loads(out)["people"]

    def test_fail_fast(self, folder):
        (folder / "b.md").write_text("fail")
        code, out, err = extract(".", "--fail-fast", "--fields", "id")
        assert (code, len(out.splitlines())) == (3, 2)
        assert err.splitlines()[-1] == "extract: stopped at the first article that failed, after 2"

    def test_verbose(self, folder):
        _, _, err = extract(".", "-v")
        assert "extract: a.txt (a): 1 people, 1 quotes, 0 figures" in err
        assert "4 articles, 5 words" in err

    def test_with_text(self, folder):
        assert json.loads(extract("a.txt", "--with-text")[1])["text"] == "Ana spoke."
        assert json.loads(extract("a.txt", "--fields", "text")[1]) == {"text": "Ana spoke."}

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["-f", "csv"], "csv holds one table; name its list with --only"),
            (["-f", "sqlite"], "sqlite is a file: name it with --output"),
            (["--fields", "quots"], 'did you mean "quotes"?'),
            (["-f", "csv", "--only", "people", "--fields", "nam"], 'did you mean "name"?'),
            (["-f", "md", "--fields", "id"], "--fields is for json, jsonl and tables, not for md"),
            (["--jobs", "0"], "--jobs is 0; one process is the least"),
            (["--files-from", "none"], "none cannot be read: no such file or directory"),
        ],
    )
    def test_refused(self, folder, arguments, message):
        code, out, err = extract("a.txt", *arguments)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert message in err


class TestConvert:
    def test_every_format_is_the_same_as_made_directly(self, folder):
        extract(".", "-o", "r.jsonl", "--with-text")
        (folder / "r.jsonl").rename(folder.parent / "r.jsonl")
        for name in FORMATS:
            only = ["--only", "people"] if FORMATS[name].kind == "table" else []
            text = ["--with-text"] if FORMATS[name].kind == "members" else []
            for way in (["convert", "../r.jsonl"], [".", *text]):
                target = folder.parent / f"{way[0][:1]}-{name}"
                assert extract(*way, "--format", name, *only, "-o", str(target))[0] == 0
            assert (folder.parent / f"c-{name}").read_bytes() == (folder.parent / f".-{name}").read_bytes(), name

    def test_surrogates_in_saved_records(self, folder):
        record = msgspec.to_builtins(sample()) | {"title": "a?b\0"}
        del record["error"], record["text"]
        line = json.dumps(record).replace("a?b", "a\\ud800b").encode()
        for name in ("jsonl", "json", "md", "text", "geojson"):
            code, _, err = extract("convert", "--format", name, piped=line)
            assert (code, err) == (0, ""), name
        assert extract("convert", "-f", "csv", "--only", "people", piped=line)[1].count("a\ufffdb\ufffd") == 2

    def test_what_cannot_be_converted(self, folder):
        assert extract("convert", "none")[::2] == (2, "extract: no such file: none\n")
        code, _, err = extract("convert", "a.txt", "-o", "o.db")
        assert code == 2
        assert "a.txt:1: no JSON" in err
        assert not (folder / "o.db").exists()

    def test_no_model_is_loaded(self, folder):
        code = (
            "import sys; from extractor.cli.app import main; main(['convert', 'r.json']); print('spacy' in sys.modules)"
        )
        extract("a.txt", "-o", "r.json")
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "False"
