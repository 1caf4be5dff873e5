"""A folder of hostile inputs: each has the outcome that docs/hostile-inputs.md names, and none stops the run."""

import csv
import gzip
import io
import json
import os
import sqlite3
from pathlib import Path

import pytest

from extractor import reading
from extractor.article import Unreadable
from extractor.reading.limits import Limits
from tests import hostile
from tests.command import extract

LARGEST = Limits().article
PAGE = (Path(__file__).parent.parent / "docs" / "hostile-inputs.md").read_text(encoding="utf-8")
FILES = {
    "binary.txt": b"\x7fELF\x00\x01" * 50,
    "utf16.txt": "Ana said no. “No,” she said.".encode("utf-16-le"),
    "cp1252.txt": b"\x93No,\x94 Ana said, and she said it more than once to the council.",
    "damaged.txt": "“Ana” “Bo” “Cy” ".encode() + b"\xff\xe2\x80",
    "empty.txt": b"",
    "line.txt": b"Ana said no. " * 1_600_000,
    "nested.jsonl": b"[" * 100_000,
    "number.jsonl": b'{"text": ' + b"1" * 5000 + b"}",
    "surrogate.jsonl": rb'{"text": "Ana \ud800 said"}',
    "two\nlines.txt": b"Ana.",
    ".hidden.txt": b"Ana.",
    "escapes.txt": "Ana\x1b[2J\x1b]0;x\x07\u202eoB\x08\u200b".encode(),
    "markup.txt": b"Ana[bold] <script>alert(1)</script> **Bo** [link](javascript:x)",
    "formula.txt": b"Ana =cmd() =Bo",
    "sql.txt": b"Ana'); DROP TABLE quotes; -- Bo",
    "truncated.txt.gz": gzip.compress(os.urandom(3000).hex().encode())[:-900],
    "bomb.txt.gz": gzip.compress(bytes(LARGEST).replace(b"\0", b"a"), 1) + gzip.compress(b"aa"),
    "bomb.jsonl.gz": gzip.compress(b"[" * (2 * LARGEST), 1) + gzip.compress(b'\n{"text": "Ana."}\n'),
    "page.html": b"<div>" * 20_000,
    "table.csv": b"a,b\n1,2\n",
}
PASSED_OVER = {".hidden.txt", "binary.txt", "dangling.txt", "pipe.txt"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    top = tmp_path_factory.mktemp("hostile")
    for name, data in FILES.items():
        (top / name).write_bytes(data)
    Path(os.fsdecode(os.fsencode(top) + b"/bad\xff.txt")).write_bytes(b"Ana.")
    (top / "loop").symlink_to(top)
    (top / "dangling.txt").symlink_to("nothing")
    os.mkfifo(top / "pipe.txt")
    (top / "closed.txt").write_bytes(b"Ana.")
    (top / "closed.txt").chmod(0)
    return top


@pytest.fixture(scope="module")
def run(folder):
    code, out, err = extract(".", "--jobs", "2", "--with-text", cwd=folder)
    records: dict[str, list[dict]] = {}
    for record in map(json.loads, out.splitlines()):
        records.setdefault(record["source"], []).append(record)
    return code, records, err


def outcome(name):
    """What the page says of a file, without the first word."""
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{name}`") and "named" not in line)
    return row.split("|")[2].strip()


def test_every_file_is_on_the_page(folder):
    for path in folder.iterdir():
        shown = os.fsencode(path.name).decode("utf-8", "backslashreplace").replace("\n", "\\n")
        assert f"| `{shown}`" in PAGE


def test_every_file_has_its_outcome(folder, run):
    code, records, _ = run
    assert code == 3
    names = {name for name in FILES if name not in PASSED_OVER} | {r"bad\xff.txt", "closed.txt"}
    assert set(records) == names
    for name, (record, *more) in records.items():
        assert [other["people"][0]["name"] for other in more] == ["Ana."] * (name == "bomb.jsonl.gz")
        said = outcome(name.replace("\n", "\\n"))
        if name == "closed.txt" and os.geteuid() == 0:
            continue  # root may read everything
        if said.startswith("error: "):
            assert said.removeprefix("error: ").lower() in record["error"]["message"].lower(), name
        else:
            assert said.startswith("read"), name
            assert "error" not in record, name
            assert said.partition("warning: ")[2] in " ".join(record["warnings"]), name
    assert outcome("binary.txt").startswith("found in a folder: skipped")


def test_standard_error_is_harmless(run):
    _, _, err = run
    assert "skipped 1 binary file in folders" in err
    assert all(line.startswith("extract: ") for line in err.splitlines())
    assert "\x1b" not in err


def test_named_alone(folder):
    code, _, err = extract("binary.txt", cwd=folder)
    assert (code, "is binary, not text" in err) == (3, True)


@pytest.mark.parametrize("form", ["text", "md"])
def test_reports_are_harmless(folder, form):
    out = extract("escapes.txt", "markup.txt", "--format", form, cwd=folder)[1]
    assert not {"\x1b", "\u202e", "\x08", "\u200b"} & set(out)
    assert r"\x1b" in out.replace("\\\\", "\\")
    assert form == "text" or "<script>" not in out


def test_tables_are_harmless(folder):
    out = extract("formula.txt", "--format", "csv", "--only", "people", "--fields", "name", cwd=folder)[1]
    assert [row[0] for row in csv.reader(io.StringIO(out))] == ["name", "Ana"]
    assert extract("sql.txt", "markup.txt", "-o", "../o.db", "--force", cwd=folder)[0] == 0
    texts = [row[0] for row in sqlite3.connect(folder.parent / "o.db").execute("SELECT text FROM quotes ORDER BY 1")]
    assert texts == [FILES["sql.txt"].decode()[:40], FILES["markup.txt"].decode()[:40]]


HOSTILE = list(hostile.files())


def test_there_are_two_hundred():
    assert len({each.name for each in HOSTILE}) == len(HOSTILE) >= 200


@pytest.mark.parametrize("each", HOSTILE, ids=lambda each: each.name)
def test_a_hostile_file_costs_itself_alone(tmp_path, each):
    """Read in this process; in the stream of articles stands an article, or one refusal in a sentence."""
    path = tmp_path / each.name
    path.write_bytes(each.data)
    given = dict(zip(each.options[::2], each.options[1::2], strict=True))
    encoding = reading.codec(given["--encoding"]) if given else None
    found = list(reading.read([str(path)], defaults=reading.Defaults(encoding=encoding)))
    refused = [str(article.error) for article in found if isinstance(article, Unreadable)]
    if each.outcome == hostile.NOTHING:
        assert found == []
    elif each.outcome == hostile.READ:
        assert found
        assert refused == []
    else:
        assert len(refused) >= 1, found
        assert each.outcome.lower() in refused[-1].lower()
        assert "\n" not in refused[-1]


@pytest.fixture(scope="module")
def night(tmp_path_factory):
    """One run over all of them that need no option."""
    top = tmp_path_factory.mktemp("night")
    chosen = [each for each in HOSTILE if not each.options]
    for each in chosen:
        (top / each.name).write_bytes(each.data)
    names = "\0".join(each.name for each in chosen)
    code, out, err = extract("--files-from", "-", "-0", "--jobs", "1", cwd=top, piped=names.encode())
    records: dict[str, list[dict]] = {}
    for record in map(json.loads, filter(None, out.split("\n"))):
        records.setdefault(record["source"], []).append(record)
    return code, records, err, chosen


def test_a_night_over_all_of_them_ends_well(night):
    """Exit code 3, a record for each, and a sentence a refusal: no traceback, and nothing that acts on a terminal."""
    code, records, err, chosen = night
    assert code == 3
    for each in chosen:
        errors = ["error" in record for record in records.get(each.name, [])]
        wanted = {hostile.NOTHING: [], hostile.READ: [False] * len(errors)}.get(each.outcome)
        assert errors == wanted if wanted is not None else any(errors), each.name
    assert "Traceback" not in err
    assert all(line.startswith("extract: ") for line in err.rstrip("\n").split("\n"))
    assert "\x1b" not in err
