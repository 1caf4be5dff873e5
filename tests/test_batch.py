"""Many articles: the same bytes for any number of processes, nothing lost when one dies, and runs that go on."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from extractor import batch
from extractor.article import Article, Unreadable
from extractor.batch import stream, workers
from extractor.errors import InputError, OutputError
from extractor.record import Failure, Person, Provenance, Record
from extractor.writing.database.schema import record_tables
from tests.command import extract, start
from tests.thorough import SLOW

RECORDS = Path(__file__).parent / "records"


class Fake:
    """Names each article's first word; articles may ask for trouble."""

    provenance = Provenance(package="p", model="m", tables="t")

    def __init__(self):
        self.done = []

    def record(self, article):
        self.done.append(article.id)
        if "fail" in article.text:
            raise ValueError("no")
        if "slow" in article.text:
            time.sleep(0.3)
        if "die" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        name = 7 if "wrong" in article.text else article.text
        person = Person(id="person-1", name=name, titles=[], roles=[], mentions=[], rule="r")
        return Record(id=article.id, extractor=self.provenance, people=[person])


def articles(*texts):
    return [Article(text=text, id=str(number)) for number, text in enumerate(texts)]


TEXTS = ["slow one", "b", "c", "d", "slow e", "fail", "g", "h", "wrong", "j \udc80", *map(str, range(40))]


class TestProcesses:
    @pytest.mark.parametrize("jobs", [2, 5])
    def test_the_same_for_any_number(self, jobs):
        alone = list(batch.outcomes(articles(*TEXTS), Fake(), jobs=1))
        assert list(batch.outcomes(articles(*TEXTS), Fake(), jobs=jobs)) == alone
        assert [outcome.record.id for outcome in alone] == [str(number) for number in range(len(TEXTS))]
        assert [outcome.record.id for outcome in alone if outcome.record.error] == ["5", "8", "9"]

    def test_a_few_articles_start_no_process(self):
        extractor = Fake()
        list(batch.outcomes(articles("a", "b", "c"), extractor, jobs=4))
        assert extractor.done == ["0", "1", "2"]

    @pytest.mark.skipif(not workers.FORKS, reason="workers are renewed where they are forks")
    @pytest.mark.parametrize("jobs", [1, 2])
    def test_workers_are_renewed(self, jobs, monkeypatch):
        monkeypatch.setattr(workers, "LIFETIME", 3)
        monkeypatch.setattr(stream, "LIFETIME", 3)

        class Named(Fake):
            def record(self, article):
                return super().record(replace(article, text=f"{os.getpid()}"))

        found = [outcome.record for outcome in batch.outcomes(articles(*TEXTS), Named(), jobs=jobs)]
        assert [record.id for record in found] == [str(number) for number in range(len(TEXTS))]
        worked = Counter(record.people[0].name for record in found)
        assert len(worked) >= len(TEXTS) / 3
        assert max(worked.values()) <= (3 if jobs == 1 else 4)

    def test_a_worker_that_dies_takes_one_article_with_it(self):
        found = list(batch.outcomes(articles(*"abcdef", "die", *"hijk", "die", *"mnop"), Fake(), jobs=2))
        assert [outcome.record.id for outcome in found] == [str(number) for number in range(16)]
        failed = {outcome.record.id: outcome.record.error for outcome in found if outcome.record.error}
        assert set(failed) == {"6", "11"}
        message = "the process that read it died (signal 9), perhaps for want of memory; try it alone"
        assert failed["6"] == Failure(type="WorkerError", message=message)

    def test_what_cannot_be_read_has_its_place(self):
        stream = [*articles(*"abcdef"), Unreadable(id="x", source="x", error=InputError("no")), *articles("z")]
        found = [outcome.record for outcome in batch.outcomes(stream, Fake(), jobs=2)]
        assert [record.id for record in found][-2:] == ["x", "0"]
        assert found[-2].error == Failure(type="InputError", message="no")

    @pytest.mark.parametrize("value", [932 * 10**18, -(10**30), 2**64, 0.1])
    def test_a_number_of_any_size_travels(self, value):
        """MessagePack ends at 64 bits; an article with more was lost to the batch."""
        figure = {**json.loads((RECORDS / "siege.json").read_text(encoding="utf-8"))["figures"][0], "value": value}
        whole = msgspec.convert({"id": "a", "extractor": Fake.provenance, "figures": [figure]}, Record)
        extractor = SimpleNamespace(provenance=Fake.provenance, record=lambda article: whole)
        (found,) = batch.outcomes(articles("a"), extractor)
        assert found.record == whole

    def test_an_error_in_reading_comes_through(self):
        def broken():
            yield from articles(*"abcdef")
            raise InputError("the disk is gone")

        with pytest.raises(InputError, match="gone"):
            list(batch.outcomes(broken(), Fake(), jobs=2))

    def test_a_slow_input_holds_nothing_back(self):
        came, waited = threading.Event(), []

        def live():
            yield from articles(*"abcdefgh")
            waited.append(came.wait(60))
            yield from articles("z")

        for seen, _ in enumerate(batch.outcomes(live(), Fake(), jobs=2), start=1):
            if seen == 8:
                came.set()
        assert seen == 9
        assert waited == [True]

    def test_no_worker_outlives_the_run(self):
        stream = batch.outcomes(articles(*map(str, range(100))), Fake(), jobs=2)
        for _ in range(10):
            next(stream)
        stream.close()
        listing = ["ps", "--ppid", str(os.getpid()), "-o", "cmd"]
        children = subprocess.run(listing, capture_output=True, text=True, check=False)
        assert "defunct" not in children.stdout
        assert children.stdout.count("pytest") == 0

    def test_with_text(self):
        (found,) = batch.outcomes(articles("a \ud800 b"), Fake(), with_text=True)
        assert found.record.error  # the fake's own name holds the surrogate
        (found,) = batch.outcomes(articles("b"), Fake(), with_text=True)
        assert found.record.text == "b"


class TestJournal:
    def test_a_record_is_found_by_all_that_has_a_say_in_it(self, tmp_path):
        made, article = Fake.provenance, Article(text="a", id="1", source="s")
        with batch.Journal(tmp_path / "o") as journal:
            journal.put(article, made, b"record")
            assert journal.get(article, made) == b"record"
            for other in (
                Article(text="b", id="1", source="s"),
                Article(text="a", id="2", source="s"),
                Article(text="a", id="1"),
                Article(text="a", id="1", source="s", title="t"),
                Article(text="a", id="1", source="s", warnings=("w",)),
            ):
                assert journal.get(other, made) is None
            for field in ("package", "model", "tables"):
                versions = {"package": "p", "model": "m", "tables": "t"} | {field: "other"}
                assert journal.get(article, Provenance(**versions)) is None

    def test_one_run_at_a_time(self, tmp_path):
        with batch.Journal(tmp_path / "o"), pytest.raises(OutputError, match="another run is writing"):
            batch.Journal(tmp_path / "o")

    def test_what_is_no_journal(self, tmp_path):
        (tmp_path / ".o.extract-journal").write_bytes(b"nothing of ours" * 100)
        with pytest.raises(OutputError, match="cannot be used"):
            batch.Journal(tmp_path / "o")

    def test_an_empty_one_does_not_stay_behind_an_error(self, tmp_path):
        with pytest.raises(RuntimeError), batch.Journal(tmp_path / "o"):
            raise RuntimeError
        assert list(tmp_path.iterdir()) == []

    def test_a_damaged_record_is_made_again(self, tmp_path):
        (article,) = articles("a")
        with batch.Journal(tmp_path / "o") as journal:
            journal.put(article, Fake.provenance, b"\xc1")
            (found,) = batch.outcomes([article], Fake(), journal=journal)
        assert found.record.error is None
        assert not found.again


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Five hundred short articles, one of which fails while a file says so."""
    monkeypatch.chdir(tmp_path)
    lines = [{"id": f"a{number}", "text": f"Ana{number} met Bo and said nothing {number}."} for number in range(500)]
    (tmp_path / "news.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return tmp_path


def content(path):
    """The bytes of an output; of a database its rows, since a night's work has others in another order."""
    if path.suffix != ".db":
        return path.read_bytes()
    with closing(sqlite3.connect(path)) as found:
        return [sorted(found.execute(f"SELECT * FROM {name}"), key=repr) for name in record_tables()]


class TestResume:
    @pytest.mark.slow
    @pytest.mark.parametrize("jobs", ["1", "2"])
    @pytest.mark.parametrize("name", ["o.jsonl", "o.json", "o.db", "o.md"])
    def test_killed_at_any_moment(self, corpus, jobs, name):
        whole = ("news.jsonl", "--jobs", jobs, "-q")
        assert extract(*whole, "-o", f"whole-{name}")[0] == 0
        draw = random.Random(f"{jobs} {name}")
        for _ in range(16 if SLOW else 1):
            with start(*whole, "-o", name, "--resume", more_environment={"WORK": "0.001"}) as process:
                time.sleep(draw.uniform(0.3, 1.0))
                process.kill()
            if not list(corpus.glob(f".{name}.extract-journal")) and (corpus / name).exists():
                (corpus / name).unlink()  # this one was quicker than the kill
        code, _, err = extract("news.jsonl", "--jobs", jobs, "-o", name, "--resume")
        assert code == 0, err
        assert content(corpus / name) == content(corpus / f"whole-{name}")
        assert sorted(path.name for path in corpus.iterdir()) == sorted(["news.jsonl", name, f"whole-{name}"])

    def interrupt(self, *arguments):
        """Ctrl-C after some articles; what was printed then."""
        printed = Path("printed")
        with (
            printed.open("wb") as out,
            start("news.jsonl", *arguments, more_environment={"WORK": "0.01"}, stdout=out) as process,
        ):
            end = time.monotonic() + 30
            while max(path.stat().st_size for path in (*Path().glob(".o*-wal"), printed)) < 60_000:
                assert time.monotonic() < end
                assert process.poll() is None
                time.sleep(0.01)
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 130
            return printed.read_text(), process.stderr.read().decode()

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_ctrl_c_says_how_to_resume(self, corpus, jobs):
        out, err = self.interrupt("-o", "o.jsonl", "--jobs", jobs)
        assert out == ""
        assert "the same command with --resume goes on from there" in err
        assert not (corpus / "o.jsonl").exists()
        assert extract("news.jsonl", "-o", "o.jsonl")[0] == 2
        code, _, err = extract("news.jsonl", "-o", "o.jsonl", "--resume")
        assert code == 0
        assert "of 500 taken over from the interrupted run" in err
        assert (corpus / "o.jsonl").read_bytes().count(b"\n") == 500

    def test_ctrl_c_leaves_whole_lines(self, corpus):
        out, err = self.interrupt("--jobs", "2")
        assert out.endswith("\n")
        assert all(json.loads(line)["id"] for line in out.splitlines())
        assert "--resume" not in err

    def test_an_interrupted_run_is_not_begun_anew_unasked(self, corpus):
        self.interrupt("-o", "o.jsonl")
        code, _, err = extract("news.jsonl", "-o", "o.jsonl")
        assert code == 2
        assert "--resume goes on with it, --force begins anew" in err
        code, _, err = extract("news.jsonl", "-o", "o.jsonl", "--force")
        assert (code, err) == (0, "")

    def test_other_tables_make_other_records(self, corpus):
        self.interrupt("-o", "o.jsonl")
        code, _, err = extract("news.jsonl", "-o", "o.jsonl", "--resume", more_environment={"TABLES": "t 2"})
        assert (code, err) == (0, "")
        assert (corpus / "o.jsonl").read_text().count('"tables":"t 2"') == 500

    def test_an_explained_run_does_not_take_over_what_explains_nothing(self, corpus):
        self.interrupt("-o", "o.jsonl")
        code, _, err = extract("news.jsonl", "-o", "o.jsonl", "--resume", "--explain")
        assert (code, err) == (0, "")
        assert len((corpus / "o.jsonl").read_text().splitlines()) == 500

    def test_failures_are_tried_again(self, corpus):
        (corpus / "a.txt").write_text("fail")
        (corpus / "b.txt").write_text("Bo.")
        assert extract("b.txt", "a.txt", "-o", "o.jsonl", "--fail-fast")[0] == 3
        assert not (corpus / "o.jsonl").exists()
        (corpus / "a.txt").write_text("Ana.")
        code, _, err = extract("b.txt", "a.txt", "-o", "o.jsonl", "--resume")
        assert (code, err) == (0, "extract: 1 record of 2 taken over from the interrupted run\n")

    def test_resume_needs_an_output(self, corpus):
        assert extract("news.jsonl", "--resume")[::2] == (
            2,
            "extract: --resume needs the --output of the interrupted run\n",
        )

    def test_an_existing_database_is_added_to(self, corpus):
        (corpus / "first.txt").write_text("Zoe.")
        assert extract("first.txt", "-o", "o.db")[0] == 0
        self.interrupt("-o", "o.db")
        assert extract("news.jsonl", "-o", "o.db", "--resume")[0] == 0
        assert sqlite3.connect("o.db").execute("SELECT count(*) FROM articles").fetchone() == (501,)


def test_memory_is_flat(tmp_path):
    """After 5,000 articles the process is no larger than after 1,000; a run of 100,000 is in docs/hostile-inputs.md."""
    code = """
import resource, sys
from extractor import batch
from extractor.batch import stream, workers
from extractor.article import Article
from tests.test_batch import Fake
made = (Article(text=f"An article {n} " * 20, id=str(n)) for n in range(int(sys.argv[2])))
class Forgetful(Fake):
    def __init__(self): self.done = type("", (), {"append": lambda *_: None})()
for outcome in batch.outcomes(made, Forgetful(), jobs=int(sys.argv[1])): pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
    for jobs in ("1", "2"):
        peaks = [
            int(subprocess.run([sys.executable, "-c", code, jobs, str(n)], capture_output=True, check=True).stdout)
            for n in (1000, 8000)
        ]
        assert peaks[1] < peaks[0] * 1.1
