"""Faults of articles, files and the machine: each costs what it must and no more, and is told in one sentence."""

import gzip
import io
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import extractor
from extractor import Article, reading
from extractor.article import Unreadable
from extractor.batch import Journal
from extractor.errors import InputError, OutputError, OvertimeError, TableError
from extractor.pipeline.overtime import bounded
from extractor.record import LISTS
from extractor.tables import Folder
from extractor.writing import sinks
from tests.command import extract

ENGLISH = (
    "Ann Lee of the Port Authority said on Tuesday that at least 20 people had died in Lagos. “We are shaken,” "
    "she said."
)


class Failing:
    """A component with a fault in it."""

    def __call__(self, doc):
        raise KeyError("no such row")


@pytest.mark.parametrize("component", [name for name in extractor.load().nlp.pipe_names if name.startswith("news_")])
def test_a_component_that_fails_costs_its_own_items(monkeypatch, component):
    loaded = extractor.load()
    for steps in (loaded.parsing, loaded.rules):
        steps[:] = [(name, Failing() if name == component and steps is loaded.rules else pipe) for name, pipe in steps]
    record = loaded.record(Article(text=ENGLISH))
    if component == "news_paragraphs":  # it runs before the parser: without it there is no article
        assert record.error is None
        return
    short = component.removeprefix("news_")
    assert [warning for warning in record.warnings if warning.startswith(f"{short} found nothing: an error")]
    if short in LISTS:
        assert getattr(record, short) == []
    assert sum(len(getattr(record, name)) for name in LISTS) > 0


def test_tests_see_what_users_are_spared(loaded):
    assert loaded.strict


@pytest.mark.parametrize(
    "text",
    [
        "He lives in the city\nof Turkey.",
        "He lives in the city\u00a0of Turkey.",
        "The residents\tof the town\tof Bath left.",
        "The mayor said that",
        "It took 1.000.000 hours.",
        f"It took {'9' * 310} days.",
        "99991.000.000 boats",
    ],
)
def test_no_article_is_lost(loaded, text):
    assert loaded.record(Article(text=text)).error is None


def test_threads_share_an_extractor(loaded):
    texts = [f"{ENGLISH} {number} boats sank." for number in range(8)]
    alone = [loaded.record(Article(text=text)) for text in texts]
    found = {}

    def work(part):
        for number in range(part, 8, 4):
            found[number] = loaded.record(Article(text=texts[number]))

    threads = [threading.Thread(target=work, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(8)] == alone


def test_an_article_that_takes_too_long_is_stopped():
    with pytest.raises(OvertimeError, match="longer than 0 s"), bounded(0.05, 10):
        time.sleep(30)
    with bounded(5, 10):
        time.sleep(0.01)
    with bounded(None, 10):
        pass


class TestTables:
    def folder(self, tmp_path, data):
        ours, user = tmp_path / "ours", tmp_path / "user"
        for path in (ours, user):
            path.mkdir()
        (ours / "a.csv").write_text("word,example\n")
        (user / "a.csv").write_bytes(data)
        return Folder("quotes", ours, user)

    def test_other_encodings_are_refused_with_their_line(self, tmp_path):
        with pytest.raises(TableError, match=r"a\.csv:2: the file is not UTF-8"):
            self.folder(tmp_path, b"word,example\nn\xe9,x\n")


class TestFiles:
    def articles(self, path):
        return list(reading.read([str(path)]))

    def test_a_packed_line_without_end(self, tmp_path, monkeypatch):
        path = tmp_path / "bomb.csv.gz"
        with gzip.open(path, "wb") as stream:
            stream.write(b'text\n"' + b"a" * 5000)
        (found,) = reading.read([str(path)], defaults=reading.Defaults(limits=reading.limits(["article=1000"])))
        assert isinstance(found, Unreadable)
        assert "a line is larger than 1 KB, too large for one article; --limit article=N allows more" in str(
            found.error
        )

    def test_damaged_parquet_costs_its_rows(self, tmp_path):
        parquet = pytest.importorskip("pyarrow.parquet")
        arrow = pytest.importorskip("pyarrow")
        whole = io.BytesIO()
        parquet.write_table(arrow.table({"text": ["One boat sank."]}), whole, use_dictionary=False, compression="none")
        path = tmp_path / "a.parquet"
        path.write_bytes(whole.getvalue().replace(b"One boat", b"One \xff\xfeat"))
        found = self.articles(path)
        assert [type(each) for each in found] == [Unreadable]
        assert "damaged" in str(found[0].error) or "cannot be read" in str(found[0].error)

    def test_a_name_with_nul_in_a_list(self, tmp_path):
        (tmp_path / "list").write_bytes(b"a.txt\0b\n")
        with pytest.raises(InputError, match="has a NUL; lists ended by NUL are read with -0"):
            list(reading.listed(str(tmp_path / "list"), nul=False))

    @pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
    def test_a_journal_is_no_link_and_its_owners_alone(self, tmp_path):
        output = tmp_path / "o.jsonl"
        journal = Journal(output)
        assert journal.path.stat().st_mode & 0o077 == 0
        journal.remove()
        journal.path.symlink_to(tmp_path / "elsewhere")
        with pytest.raises(OutputError, match="cannot be used: it is a link"):
            Journal(output)
        assert not (tmp_path / "elsewhere").exists()


class TestOutput:
    def test_a_file_that_appears_meanwhile_is_kept(self, tmp_path):
        path = tmp_path / "o.txt"
        output = sinks.open_output(path)
        output.__enter__().write(b"ours")
        path.write_bytes(b"theirs")
        with pytest.raises(OutputError, match="made by another program"):
            output.__exit__(None, None, None)
        assert path.read_bytes() == b"theirs"
        assert [each.name for each in tmp_path.iterdir()] == ["o.txt"]

    def test_what_is_being_written_is_its_owners_alone(self, tmp_path):
        path = tmp_path / "o.txt"
        path.write_bytes(b"")
        path.chmod(0o600)
        with sinks.open_output(path, force=True) as stream:
            stream.write(b"ours")
            (hidden,) = [each for each in tmp_path.iterdir() if each.name != "o.txt"]
            assert hidden.stat().st_mode & 0o077 == 0
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("arguments", ["--help", "--version", "schema", "schema --help"])
def test_a_full_device_is_one_sentence(arguments):
    done = subprocess.run(
        f"{sys.executable} -m extractor {arguments} > /dev/full",
        shell=True,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "no space left on device" in done.stderr


def test_a_name_too_long_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One boat.")
    code, _, err = extract("a.txt", "-o", "n" * 300 + ".jsonl")
    assert (code, err.count("\n")) == (2, 1)
    assert "file name too long" in err


def test_settings_that_are_found_load_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One boat.")
    (tmp_path / "extract.toml").write_text('rules = "evil"\n')
    code, _, err = extract("a.txt")
    assert code == 0
    assert "rules is not heeded" in err
    assert extract("a.txt", "--trust-config")[0] == 2


def test_too_many_processes_are_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One boat.")
    code, _, err = extract("a.txt", "--jobs", "5000")
    assert code == 2
    assert "at most 256 processes" in err
