"""Whom the program believes: settings that others own, journals that were damaged, and no environment at all."""

import itertools
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from extractor import Article
from extractor.batch import Journal
from extractor.cli import settings
from extractor.errors import OutputError
from extractor.record import Provenance
from tests.command import environment, extract
from tests.thorough import some

ROOT = Path(__file__).resolve().parent.parent
MADE = Provenance(package="p", model="m", tables="t")


@pytest.fixture
def place(tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    Path("a.txt").write_text("One boat.")
    return tmp_path


class TestSettings:
    @pytest.mark.skipif(getattr(os, "getuid", lambda: 1)() != 0, reason="only root gives files away")
    @pytest.mark.parametrize("folder", ["in", "."])
    def test_of_another_user_are_not_heeded(self, place, folder):
        path = place / folder / "extract.toml"
        path.write_text('fields = ["id"]\n')
        os.chown(path, 4711, 4711)
        code, out, err = extract("a.txt")
        assert (code, len(json.loads(out)) > 1) == (0, True)
        assert "belongs to another user and is not heeded" in err
        assert json.loads(extract("a.txt", "--trust-config")[1]) == {"id": "a"}

    @pytest.mark.parametrize(
        "line",
        ['model = "evil"', 'rules = "evil"', 'engine = "ray"', 'address = "ray://evil"'],
        ids=lambda line: line[:5],
    )
    def test_that_are_found_load_nothing_and_send_nothing(self, place, line):
        (place / "extract.toml").write_text(f"{line}\n")
        code, _, err = extract("a.txt")
        assert (code, f"{line.partition(' ')[0]} is not heeded" in err) == (0, True)

    def test_ask_for_no_thousands_of_processes(self, place):
        Path("extract.toml").write_text("jobs = 5000\n")
        code, _, err = extract("a.txt")
        assert (code, "at most 256 processes" in err, "extract.toml" in err) == (2, True, True)

    def test_what_is_guarded_is_an_option(self):
        from extractor.cli.app import app  # noqa: PLC0415, heavy

        assert not settings.GUARDED - settings.configurable(app).keys()


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A journal of forty records, as a killed run leaves it."""
    output = tmp_path_factory.mktemp("kept") / "o.jsonl"
    with Journal(output) as journal:
        for number in range(40):
            journal.put(Article(text=f"text {number}", id=str(number)), MADE, f"record {number} ".encode() * 60)
    return journal.path.read_bytes()


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_journal_gives_back_what_is_right_or_nothing(tmp_path, kept, seed):
    """Bytes changed, zeroed, lost, put in: it is refused in a sentence, or each record is that of its article."""
    chance, data = random.Random(seed), bytearray(kept)
    for _ in range(chance.choice((1, 3, 30))):
        at = chance.randrange(len(data))
        change = chance.choice(("byte", "zeros", "cut", "more"))
        if change == "byte":
            data[at] ^= 1 << chance.randrange(8)
        elif change == "zeros":
            data[at : at + 512] = bytes(len(data[at : at + 512]))
        elif change == "cut":
            del data[max(1, len(data) - chance.randrange(1, 3000)) :]
        else:
            data[at:at] = bytes(chance.randrange(256) for _ in range(8))
    (tmp_path / ".o.jsonl.extract-journal").write_bytes(data)
    for error in all_of(tmp_path / "o.jsonl"):
        assert "the journal of an interrupted run, cannot be used" in error
        assert "without that file the run begins anew" in error


def all_of(output):
    """Looks every article up in a journal and puts it in anew; yields what is said where that ends."""
    try:
        with Journal(output) as journal:
            for number in range(40):
                article = Article(text=f"text {number}", id=str(number))
                assert journal.get(article, MADE) in (None, f"record {number} ".encode() * 60)
                journal.put(article, MADE, b"again")
    except OutputError as error:
        yield str(error)


ENVIRONMENTS = [
    dict(each)
    for each in itertools.chain.from_iterable(
        ([(name, value)] for value in values)
        for name, values in {
            "TZ": ("Pacific/Kiritimati", "America/Los_Angeles", "nonsense", ""),
            "LANG": ("C", "de_DE.UTF-8", "tr_TR.UTF-8", "xx_YY"),
            "LC_ALL": ("C", "POSIX", "tr_TR.ISO-8859-9"),
            "PYTHONHASHSEED": ("0", "1", "4711"),
            "OMP_NUM_THREADS": ("1", "64"),
            "OPENBLAS_NUM_THREADS": ("1", "64"),
            "PYTHONUTF8": ("0", "1"),
            "PYTHONOPTIMIZE": ("1", "2"),
            "HOME": ("/nowhere", ""),
            "XDG_CACHE_HOME": ("/nowhere",),
            "EXTRACT_CACHE": ("/nowhere",),
            "COLUMNS": ("20",),
            "PYTHONDONTWRITEBYTECODE": ("1",),
        }.items()
    )
]


@pytest.fixture(scope="module")
def usual():
    return printed({})


def printed(more):
    """What the real program prints of a sample."""
    command = [sys.executable, "-m", "extractor", "samples/siege.txt", "samples/interview.txt"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=environment(more))
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def test_there_are_28_environments():
    assert len(ENVIRONMENTS) == 28


@pytest.mark.slow
@pytest.mark.parametrize("each", some(ENVIRONMENTS, of=7, part=2), ids=str)
def test_the_same_bytes_in_any_environment(usual, each):
    """The clock is moved in tests/pipes/test_dates.py."""
    assert printed(each) == usual
