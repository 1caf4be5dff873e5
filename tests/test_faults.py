"""Faults of articles, files and the machine: each costs what it must and no more, and is told in one sentence."""

import copy
import errno
import gzip
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
import pytest

from extractor import Article, batch, locate, reading
from extractor.article import Unreadable, digest
from extractor.batch import Journal, one
from extractor.errors import InputError, OutputError, OvertimeError, TableError
from extractor.pipeline.overtime import bounded
from extractor.record import LISTS, Provenance
from extractor.tables import Folder, Row
from extractor.writing import safe, sinks
from extractor.writing.markdown import escaped
from tests.command import STAND_IN, environment, extract, start
from tests.invariants import assert_all
from tests.thorough import SLOW

ENGLISH = (
    "Ann Lee of the Port Authority said on Tuesday that at least 20 people had died in Lagos. “We are shaken,” "
    "she said."
)


class Failing:
    """A component with a fault in it."""

    def __call__(self, doc):
        raise KeyError("no such row")


ORDER = locate.settings().order
RULES = ORDER[ORDER.index(locate.BASE) + 1 :]


@pytest.mark.parametrize("component", RULES)
def test_a_component_that_fails_costs_its_own_items(loaded, component):
    failing = copy.copy(loaded)
    failing.strict = False
    failing.rules = [(name, Failing() if name == component else pipe) for name, pipe in loaded.rules]
    record = failing.record(Article(text=ENGLISH))
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


CRASHERS = [
    json.loads(line)
    for line in (Path(__file__).parent / "crashers.txt").read_text(encoding="utf-8").splitlines()
    if line[:1] == '"'
]


@pytest.mark.parametrize("text", CRASHERS, ids=ascii)
def test_what_once_broke_holds(loaded, text):
    assert_all(loaded, text)


COUNT = "999" if SLOW else "100"


@pytest.mark.slow
def test_the_fuzzer_finds_nothing_in_a_few_inputs():
    done = subprocess.run(
        [sys.executable, "benchmarks/fuzz.py", "--count", COUNT, "--seed", "suite"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent,
    )
    assert (done.returncode, done.stdout.count(f"{COUNT} texts in ")) == (0, 1), done.stdout + done.stderr


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


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_takes_too_long_is_a_record_with_its_error(loaded, jobs):
    """Here, in the workers of a batch and of a cluster, in an update: all go through `outcomes`."""
    hurried = copy.copy(loaded)
    hurried.timeout = 1
    articles = [
        Article(text="One boat sank.", id="a"),
        Article(text=f"{ENGLISH} " * 4000, id="b"),
        Article(text="", id="c"),
    ]
    found = [outcome.record for outcome in batch.outcomes(articles, hurried, jobs=jobs)]
    assert [record.id for record in found] == ["a", "b", "c"]
    assert [record.error and record.error.type for record in found] == [None, "OvertimeError", None]
    assert "--timeout sets the seconds a megabyte" in found[1].error.message


class Word(Row, frozen=True):
    word: str


class TestTables:
    def folder(self, tmp_path, data):
        ours, user = tmp_path / "ours", tmp_path / "user"
        for path in (ours, user):
            path.mkdir()
        (ours / "a.csv").write_text("word,example\n")
        (user / "a.csv").write_bytes(data)
        return Folder("quotes", ours, user)

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"word,example\nn\xe9,x\n", r"a\.csv:2: the file is not UTF-8"),
            ("word,example\nn,x\n".encode("utf-16"), r"a\.csv:1: the file is not UTF-8"),
            ("word,example\nn,x\n".encode("utf-16-le"), r"a\.csv"),
            (b'word,example\nn,x\n"open,y\nm,z\n', r"a\.csv:[345]: "),
            (b"word,example\nn,x,y\n", r"a\.csv:2: 2 columns are expected"),
            (b"", r"a\.csv"),
        ],
    )
    def test_what_is_no_table_is_refused_with_its_line(self, tmp_path, data, message):
        with pytest.raises(TableError, match=message):
            self.folder(tmp_path, data).rows("a.csv", Word)


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

    def test_a_folder_that_goes_away_during_the_run(self, tmp_path):
        """What was listed has a record with its error, and the files behind it are read."""
        for name in ("a.txt", "b/1.txt", "b/2.txt", "c.txt", "d.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("One boat sank.")
        found = reading.read([str(tmp_path)])
        first = next(found)
        shutil.rmtree(tmp_path / "b")
        (tmp_path / "c.txt").unlink()
        rest = list(found)
        assert first.id == "a"
        assert [type(each) for each in rest] == [Unreadable, Unreadable, Article]
        assert [each.source for each in rest] == [str(tmp_path / name) for name in ("b", "c.txt", "d.txt")]

    @pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EACCES])
    def test_a_folder_that_cannot_be_listed_during_the_run(self, tmp_path, monkeypatch, number):
        for name in ("a.txt", "b/1.txt", "c.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("One boat sank.")
        listed = os.scandir

        def broken(path):
            if str(path).endswith("b"):
                raise OSError(number, os.strerror(number))
            return listed(path)

        monkeypatch.setattr(os, "scandir", broken)
        found = self.articles(tmp_path)
        assert [type(each) for each in found] == [Article, Unreadable, Article]
        assert os.strerror(number).lower() in str(found[1].error)

    def test_a_disk_that_fails_while_a_file_is_read(self, tmp_path, monkeypatch):
        for name in ("a.txt", "b.txt", "c.txt"):
            (tmp_path / name).write_text("One boat sank.")
        opened = io.FileIO.readinto

        class Failing(io.FileIO):
            def readinto(self, buffer):
                if str(self.name).endswith("b.txt"):
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
                return opened(self, buffer)

        monkeypatch.setattr(io, "FileIO", Failing)
        found = self.articles(tmp_path)
        assert [type(each) for each in found] == [Article, Unreadable, Article]

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


def sentence(code, err, *words):
    """One line that begins with the program's name, holds the words, and no traceback."""
    assert "Traceback" not in err, err
    assert err.startswith("extract: "), err
    lowered = err.lower()
    assert all(word.lower() in lowered for word in words), err
    return code


ARTICLE = "Ana Rey counted 3 boats."
COMMANDS = {
    "a missing input": (("none.txt",), 2, "no such file"),
    "an empty name": (("",), 2, "no such file"),
    "a name too long": (("n" * 300,), 2, "no such file"),
    "a folder without files": (("empty",), 2, "holds no file"),
    "a folder as output": (("a.txt", "-o", "empty"), 2, "is a folder"),
    "an output without a folder": (("a.txt", "-o", "none/o.json"), 2, "there is no folder"),
    "an output below a file": (("a.txt", "-o", "a.txt/o.json"), 2, "cannot be written"),
    "an output that exists": (("a.txt", "-o", "a.txt"), 2, "exists; --force overwrites it"),
    "an output's name too long": (("a.txt", "-o", "n" * 300 + ".json"), 2, "file name too long"),
    "an output's name with a journal too long": (("in", "-o", "n" * 245 + ".jsonl"), 2, "file name too long"),
    "a link to itself as output": (("a.txt", "-o", "loop.json"), 2, "cannot be written"),
    "a full device": (("a.txt", "-o", "/dev/full"), 2, "no space left"),
    "a full device for many": (("in", "--format", "jsonl", "-o", "/dev/full"), 2, "no space left"),
    "a full device for a table": (("in", "--format", "csv", "--only", "people", "-o", "/dev/full"), 2, "no space left"),
    "a full device for Markdown": (("in", "--format", "md", "-o", "/dev/full"), 2, "no space left"),
    "a full device for a page": (("in", "--format", "html", "-o", "/dev/full"), 2, "no space left"),
    "a database that is none": (("a.txt", "-o", "bad.db"), 2, "bad.db"),
    "a database without tables of ours": (("a.txt", "-o", "other.db"), 2, "other.db"),
    "a database to standard output": (("a.txt", "--format", "sqlite"), 2, "name it with --output"),
    "a journal that is a link": (("in", "-o", "linked.jsonl"), 2, "it is a link"),
    "a journal that is a folder": (("in", "-o", "folder.jsonl"), 2, "journal"),
    "a journal that is none": (("in", "-o", "spoilt.jsonl"), 2, "journal"),
    "a list that is missing": (("--files-from", "none"), 2, "cannot be read"),
    "a list that is a folder": (("--files-from", "empty"), 2, "cannot be read"),
    "a list with a NUL": (("--files-from", "nul.list"), 2, "has a NUL"),
    "a list of what is missing": (("--files-from", "missing.list"), 3, "no such file"),
    "a damaged list": (("--files-from", "cut.gz"), 2, "compressed file ended"),
    "rules that are missing": (("a.txt", "--rules", "none"), 2, "there is no folder"),
    "rules that are a file": (("a.txt", "--rules", "a.txt"), 2, "there is no folder"),
    "a limit without a number": (("a.txt", "--limit", "article"), 2, "--limit has no"),
    "a limit that there is not": (("a.txt", "--limit", "words=3"), 2, "--limit has no"),
    "a limit below nothing": (("a.txt", "--limit", "article=-1"), 2, "--limit has no"),
    "a limit reached": (("a.txt", "--limit", "article=5"), 3, "larger than 5 B", "--limit article=N"),
    "a line longer than the limit": (("in/w.jsonl", "--limit", "article=5"), 3, "larger than 5 B"),
    "a document longer than the limit": (("array.json", "--limit", "document=5"), 3, "larger than 5 B"),
    "a packed file longer than the limit": (("a.txt.gz", "--limit", "unpacked=5"), 3, "larger than 5 B"),
    "a row of more cells than the limit": (("t.csv", "--limit", "cells=1"), 3, "more than 1 cells"),
    "a pipe that nobody writes to": (("pipe", "--limit", "wait=0"), 3, "nobody has written to it for 0 s"),
    "no time": (("a.txt", "--timeout", "0"), 2, "--timeout"),
    "time that is none": (("a.txt", "--timeout", "soon"), 2, "--timeout"),
    "no processes": (("a.txt", "--jobs", "0"), 2, "one process is the least"),
    "too many processes": (("a.txt", "--jobs", "999"), 2, "at most 256"),
    "an option that there is not": (("a.txt", "--nothing"), 2, "--nothing"),
    "a format that there is not": (("a.txt", "--format", "jsno"), 2, "did you mean"),
    "an encoding that there is not": (("a.txt", "--encoding", "nothing"), 2, "no encoding"),
    "a day that is none": (("a.txt", "--published", "soon"), 2, "is no ISO date"),
    "a country that is none": (("a.txt", "--country", "XX"), 2, "--country"),
    "standard input twice": (("-", "-"), 2, "named twice"),
    "--resume without an output": (("a.txt", "--resume"), 2, "--output"),
    "an update without inputs": (("update", "o.db"), 2, "nothing to read"),
    "an update of a store that is none": (("update", "bad.db", "a.txt"), 2, "bad.db"),
    "records that are none": (("convert", "a.txt"), 2, "a.txt"),
    "records that are missing": (("convert", "none.jsonl"), 2, "none.jsonl"),
    "settings that are no TOML": (("a.txt",), 2, "extract.toml"),
    "settings that there are not": (("a.txt",), 2, "no setting"),
}


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with what the commands above name."""
    monkeypatch.chdir(tmp_path)
    for name in ("empty", "in", ".folder.jsonl.extract-journal"):
        Path(name).mkdir()
    Path("a.txt").write_text(ARTICLE)
    Path("in/b.txt").write_text(ARTICLE)
    Path("in/w.jsonl").write_text(json.dumps({"text": ARTICLE}) + "\n")
    Path("array.json").write_text(json.dumps([{"text": ARTICLE}]))
    Path("t.csv").write_text("id,text\na,Ana left.\n")
    Path("a.txt.gz").write_bytes(gzip.compress(ARTICLE.encode()))
    Path("cut.gz").write_bytes(gzip.compress(b"a.txt\n" * 50)[:-9])
    Path("bad.db").write_text("no database " * 200)
    with sqlite3.connect("other.db") as other:
        other.execute("CREATE TABLE people (x)")
    other.close()
    Path("loop.json").symlink_to("loop.json")
    Path(".linked.jsonl.extract-journal").symlink_to("elsewhere")
    Path(".spoilt.jsonl.extract-journal").write_text("no journal " * 200)
    Path("nul.list").write_bytes(b"a\0b\n")
    Path("missing.list").write_text("none.txt\n")
    os.mkfifo("pipe")
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_a_fault_is_one_sentence_and_its_exit_code(place, name):
    arguments, expected, *words = COMMANDS[name]
    if name == "settings that are no TOML":
        Path("extract.toml").write_text("a = ")
    if name == "settings that there are not":
        Path("extract.toml").write_text("nothing = 1\n")
    code, _, err = extract(*arguments)
    assert sentence(code, err, *words) == expected
    assert len(err.splitlines()) <= 1 + (expected == 3)


def limited(arguments, *, size):
    """A run that may write files of so many bytes."""
    resource = pytest.importorskip("resource")
    command = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, resource.RLIM_INFINITY)); "
    )
    assert resource
    return extract(*arguments, more_environment={"BEFORE": command})


def test_a_file_that_grows_too_large_leaves_a_journal_to_go_on_with(place):
    Path("many.jsonl").write_text("".join(json.dumps({"text": f"{ARTICLE} {n}"}) + "\n" for n in range(300)))
    code, _, err = limited(("many.jsonl", "-o", "o.jsonl", "--jobs", "1"), size=100_000)
    assert sentence(code, err, "journal", "with --resume goes on") == 2
    assert not Path("o.jsonl").exists()
    assert extract("many.jsonl", "-o", "o.jsonl", "--jobs", "1", "--resume")[0] == 0
    assert extract("many.jsonl", "-o", "whole.jsonl", "--jobs", "1")[0] == 0
    assert Path("o.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", ["--version", "a.txt -o o.json", "a.txt"])
def test_closed_streams_are_no_traceback(place, closed, arguments):
    Path("command.py").write_text(STAND_IN)
    done = subprocess.run(
        f"{sys.executable} command.py {arguments} {closed}",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    assert done.returncode in ({0, 2} if ">&-" in closed else {0})
    assert "Traceback" not in done.stderr


def test_a_closed_standard_error_is_no_closed_output(place):
    Path("bad.jsonl").write_text("[]\n" * 3000 + json.dumps({"text": ARTICLE}) + "\n")
    read, write = os.pipe()
    os.close(read)
    with start("bad.jsonl", "-o", "o.jsonl", "--jobs", "1", stderr=write) as process:
        process.communicate(timeout=120)
    os.close(write)
    assert process.returncode == 3
    assert len(Path("o.jsonl").read_text().splitlines()) == 3001


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.4])
def test_interrupted_twice_is_interrupted(place, delay):
    Path("many.jsonl").write_text("".join(json.dumps({"text": f"{ARTICLE} {n}"}) + "\n" for n in range(300)))
    with start("many.jsonl", "-o", "o.jsonl", "--jobs", "2", more_environment={"WORK": "0.05"}) as process:
        while not Path(".o.jsonl.extract-journal").exists():
            time.sleep(0.01)
        time.sleep(delay)
        for _ in range(2):
            process.send_signal(signal.SIGINT)
            time.sleep(0.02)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_a_journal_gives_back_only_what_it_was_given(tmp_path):
    article = Article(text=ARTICLE, id="a")
    made = Provenance(package="p", model="m", tables="t")
    with Journal(tmp_path / "o.jsonl") as journal:
        journal.put(article, made, b"{}")
        assert journal.get(article, made) == b"{}"
        journal._database.execute("UPDATE done SET record = CAST(record || 'x' AS BLOB)")
        assert journal.get(article, made) is None
    other = msgspec.json.encode(one.failed(Article(text=ARTICLE, id="b"), ValueError("x"), made))
    assert not one.belongs(other, article)
    assert one.belongs(other, Article(text=ARTICLE, id="b"))


def test_an_error_nobody_foresaw_names_the_article_without_showing_it():
    record = one.failed(Article(text=ARTICLE, id="a"), KeyError("x"), Provenance(package="p", model="m", tables="t"))
    assert digest(ARTICLE)[:16] in record.error.message
    assert "please report it" in record.error.message
    assert ARTICLE not in record.error.message


def terminal(*arguments):
    """What a run prints to a terminal."""
    ours, theirs = os.openpty()
    with start(*arguments, stdout=theirs):
        os.close(theirs)
        printed = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:
                break
            if not more:
                break
            printed += more
    os.close(ours)
    return printed.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ("esc\x1b[2J\u202e.txt", "--dry-run"),
        ("evil.txt", "--format", "csv", "--only", "people"),
        ("evil.txt", "--format", "json", "--with-text"),
        ("evil.txt", "--format", "jsonl", "--only", "people"),
        ("evil.txt", "--format", "md"),
        ("evil.txt", "--format", "geojson"),
        ("config", "--model", "a\x1b[2J\u202e"),
    ],
    ids=lambda arguments: " ".join(arguments[1:]),
)
def test_nothing_acts_on_a_terminal(place, arguments):
    Path("esc\x1b[2J\u202e.txt").write_text(ARTICLE)
    Path("evil.txt").write_text("Ana\x1b[2J\x9b2J\u202e\u3164 left.")
    printed = terminal(*arguments)
    assert printed
    assert not {"\x1b", "\x9b", "\u202e", "\u3164"} & set(printed)


def test_what_nobody_sees_is_shown():
    """Fillers, joiners and controls of direction that would make two names look like one."""
    unseen = "\u3164\u115f\u1160\uffa0\u034f\u200b\u200d\u2060\u202e\u2066\ufeff\u00ad\u2800\x1b\x9b\x00"
    assert not set(unseen) & set(safe.visible(f"Ana{unseen} left."))


def test_bare_links_are_none_in_markdown():
    text = escaped("see http://evil.example, www.evil.example, a@evil.example or mailto:x")
    assert "http\\://" in text
    assert "www\\." in text
    assert "a\\@evil" in text


def killed(folder, delay):
    """Whether a run, killed after a while, is whole after --resume."""
    with start("many.jsonl", "-o", "o.jsonl", "--jobs", "2", cwd=folder, more_environment={"WORK": "0.002"}) as process:
        time.sleep(delay)
        process.kill()
    output = folder / "o.jsonl"
    wish = ("--force",) if output.exists() else ("--resume",)
    code, _, err = extract("many.jsonl", "-o", "o.jsonl", "--jobs", "2", *wish, cwd=folder)
    assert (code, "Traceback" in err) == (0, False), err
    made = output.read_bytes()
    output.unlink()
    assert sorted(path.name for path in folder.iterdir()) == ["many.jsonl"]
    return made


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A batch's articles, and the output of a run that nobody disturbed."""
    folder = tmp_path_factory.mktemp("whole")
    lines = [json.dumps({"id": str(n), "text": f"{ARTICLE} Bo {n}"}) + "\n" for n in range(120)]
    (folder / "many.jsonl").write_text("".join(lines))
    assert extract("many.jsonl", "-o", "o.jsonl", "--jobs", "2", cwd=folder)[0] == 0
    return (folder / "many.jsonl").read_bytes(), (folder / "o.jsonl").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("part", range(8))
def test_killed_at_random_moments_is_whole_after_resume(tmp_path, whole, part):
    """Two hundred moments in the slow part, eight in the suite."""
    articles, output = whole
    (tmp_path / "many.jsonl").write_bytes(articles)
    chance = random.Random(part)
    for _ in range(25 if SLOW else 1):
        assert killed(tmp_path, chance.uniform(0.2, 1.6)) == output
