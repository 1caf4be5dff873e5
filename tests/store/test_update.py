"""`extract update`: unchanged files cost a look, and a store ends as a fresh one would, whatever happened on the
way."""

import json
import os
import random
import resource
import shutil
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from extractor import Article
from extractor.errors import OutputError
from extractor.writing import FORMATS, View
from extractor.writing.database import Database
from extractor.writing.flat import own_columns
from tests.command import extract, start
from tests.store.nights import MADE, PEOPLE, Archive, Fake, dump, killed, killed_at, run
from tests.thorough import some

STORES = ("o.db", "o")
FAILED = r"it \x1b[31mfailed (an error in the program, article 51280dabfbc880cd; please report it)"


def numbers(summary) -> dict[str, float]:
    return {name: number for name, number in summary.told().items() if number and name != "seconds"}


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text("Ana Rey counted 3 boats.")
    (made / "b.txt").write_text("Bo Lind saw 4 boats.")
    lines = [{"id": "x", "text": "Cy Marsh left."}, {"id": "y", "text": "Di Okoro left."}]
    (made / "wire.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return made


@pytest.mark.parametrize("name", STORES)
class TestUpdate:
    def test_what_is_known_is_left_alone(self, folder, tmp_path, name):
        fake = Fake()
        assert numbers(run(tmp_path / name, folder, extractor=fake)) == {"new": 4}
        assert numbers(run(tmp_path / name, folder, extractor=fake)) == {"unchanged": 4}
        os.utime(folder / "a.txt", ns=(5, 5))
        assert numbers(run(tmp_path / name, folder, extractor=fake)) == {"unchanged": 4}
        assert fake.done == 4

    def test_what_changed_is_made_and_nothing_else(self, folder, tmp_path, name):
        run(tmp_path / name, folder)
        (folder / "a.txt").write_text("Eve Stone counted 5 boats.")
        with (folder / "wire.jsonl").open("a") as wire:
            wire.write('{"id": "z", "text": "Bo Lind left."}\n')
        fake = Fake()
        assert numbers(run(tmp_path / name, folder, extractor=fake)) == {"changed": 1, "new": 1, "unchanged": 3}
        assert fake.done == 2
        assert dump(tmp_path / name)["people"] == dump(fresh(tmp_path, name, folder))["people"]

    def test_what_is_gone_is_marked_or_removed(self, folder, tmp_path, name):
        run(tmp_path / name, folder)
        (folder / "a.txt").unlink()
        assert numbers(run(tmp_path / name, folder)) == {"unchanged": 3, "gone": 1}
        assert len(dump(tmp_path / name)["articles"]) == 4
        assert numbers(run(tmp_path / name, folder, prune=True)) == {"unchanged": 3, "gone": 1}
        assert dump(tmp_path / name) == dump(fresh(tmp_path, name, folder))

    def test_what_comes_back_is_taken_back(self, folder, tmp_path, name):
        run(tmp_path / name, folder)
        (folder / "a.txt").rename(tmp_path / "a.txt")
        run(tmp_path / name, folder)
        (tmp_path / "a.txt").rename(folder / "a.txt")
        assert numbers(run(tmp_path / name, folder)) == {"unchanged": 4}
        assert dump(tmp_path / name) == dump(fresh(tmp_path, name, folder))

    def test_only_what_the_inputs_would_have_is_gone(self, folder, tmp_path, name):
        other = tmp_path / "other"
        other.mkdir()
        (other / "c.txt").write_text("Cy Marsh.")
        run(tmp_path / name, folder, other)
        assert numbers(run(tmp_path / name, other, prune=True)) == {"unchanged": 1}
        (folder / "a.txt").unlink()
        assert numbers(run(tmp_path / name, folder, globs=("*.jsonl",), prune=True)) == {"unchanged": 2}

    def test_what_turns_bad_keeps_its_last_good_record(self, folder, tmp_path, name):
        run(tmp_path / name, folder)
        (folder / "a.txt").write_text("fail")
        (folder / "wire.jsonl").write_text('{"id": "x", "tex\n{"id": "y", "text": "Di Okoro left."}\n')
        assert numbers(run(tmp_path / name, folder, prune=True)) == {"unchanged": 2, "failed": 2}
        assert len(dump(tmp_path / name)["people"]) == 4
        assert numbers(run(tmp_path / name, folder, prune=True)) == {"unchanged": 2, "failed": 2}
        (folder / "a.txt").write_text("Ana Rey counted 3 boats.")
        (folder / "wire.jsonl").write_text(
            '{"id": "x", "text": "Cy Marsh left."}\n{"id": "y", "text": "Di Okoro left."}\n'
        )
        run(tmp_path / name, folder, prune=True)
        assert dump(tmp_path / name) == dump(fresh(tmp_path, name, folder))

    def test_what_an_older_version_made_is_made_anew(self, folder, tmp_path, name):
        run(tmp_path / name, folder)
        newer = Fake(replace(MADE, tables="t 2"))
        assert numbers(run(tmp_path / name, folder, extractor=newer, keep_versions=True)) == {"unchanged": 4}
        assert numbers(run(tmp_path / name, folder, extractor=newer)) == {"remade": 4}
        place = list(own_columns("articles")).index("tables")
        assert {row[place] for row in dump(tmp_path / name)["articles"]} == {"t 2"}

    def test_a_fortnight(self, tmp_path, name):
        """Fourteen nights of everything, each killed somewhere; the end is that of a store that never knew them."""
        archive = Archive(tmp_path / "in", seed=14)
        draw = random.Random(7)
        archive.night()
        kills = 0
        for _ in range(13):
            kills += killed(tmp_path / name, archive.folder, after=draw.randrange(1, 40_000), prune=True)
            run(tmp_path / name, archive.folder, prune=True)
            archive.night()
        archive.end()
        killed(tmp_path / name, archive.folder, after=draw.randrange(1, 40_000), prune=True)
        run(tmp_path / name, archive.folder, prune=True)
        assert kills > 5
        assert dump(tmp_path / name) == dump(fresh(tmp_path, name, archive.folder))

    @pytest.mark.slow
    @pytest.mark.parametrize("seed", some(range(25), of=3))
    def test_killed_anywhere(self, tmp_path, name, seed):
        """Killed again and again in one night; afterwards all is there once."""
        archive = Archive(tmp_path / "in", seed=seed)
        draw = random.Random(seed)
        archive.night()
        run(tmp_path / name, archive.folder)
        archive.night()
        archive.end()
        for _ in range(3):
            killed(tmp_path / name, archive.folder, after=draw.randrange(1, 60_000), prune=True)
        run(tmp_path / name, archive.folder, prune=True)
        assert dump(tmp_path / name) == dump(fresh(tmp_path, name, archive.folder))


@pytest.mark.parametrize("seed", range(10))
def test_a_conversion_killed_anywhere(tmp_path, seed):
    """Records put into a database that has others: killed, it has none of them or all; then all, as if never killed."""
    fake = Fake()
    records = [
        replace(fake.record(Article(text=f"{name} counted {number} boats.", id=str(number), source="s")), text="t")
        for number, name in enumerate(PEOPLE * 12)
    ]
    convert(tmp_path / "whole.db", records[:20])
    convert(tmp_path / "whole.db", records[20:])
    convert(tmp_path / "o.db", records[:20])
    draw, counts = random.Random(seed), set()
    for _ in range(4):
        killed_at(draw.randrange(1, 30_000), lambda: convert(tmp_path / "o.db", records[20:]))
        counts.add(len(dump(tmp_path / "o.db")["articles"]))
    assert counts <= {20, 60}
    convert(tmp_path / "o.db", records[20:])
    assert dump(tmp_path / "o.db") == dump(tmp_path / "whole.db")


def convert(path, records):
    """What `extract convert` writes."""
    FORMATS["sqlite"].add(iter(records), path, View())


def fresh(tmp_path: Path, name: str, folder: Path) -> Path:
    """A store made in one go."""
    made = tmp_path / f"fresh-{name}"
    if made.is_dir():
        shutil.rmtree(made)
    made.unlink(missing_ok=True)
    run(made, folder)
    return made


class TestFaults:
    def test_a_file_that_changes_while_it_is_read_is_read_again(self, folder, tmp_path):
        class Writing(Fake):
            def record(self, article):
                (folder / "b.txt").write_text("Eve Stone saw 9 boats.")
                return super().record(article)

        run(tmp_path / "o.db", folder, extractor=Writing())
        (folder / "b.txt").write_text("Eve Stone saw 8 boats.")
        run(tmp_path / "o.db", folder)
        assert dump(tmp_path / "o.db") == dump(fresh(tmp_path, "o.db", folder))

    def test_a_clock_that_was_set_back(self, folder, tmp_path):
        """Files of tomorrow are hashed each night: their times tell nothing."""
        ahead = time.time_ns() + 10**14
        for path in folder.iterdir():
            os.utime(path, ns=(ahead, ahead))
        run(tmp_path / "o.db", folder)
        (folder / "a.txt").write_text("Eve Stone counted 3 boat.")
        os.utime(folder / "a.txt", ns=(ahead, ahead))
        assert numbers(run(tmp_path / "o.db", folder)) == {"changed": 1, "unchanged": 3}

    def test_the_same_size_within_a_tick_of_the_clock(self, folder, tmp_path):
        run(tmp_path / "o.db", folder)
        found = (folder / "a.txt").stat()
        (folder / "a.txt").write_text("Ana Rey counted 4 boats.")
        os.utime(folder / "a.txt", ns=(found.st_atime_ns, found.st_mtime_ns))
        assert numbers(run(tmp_path / "o.db", folder)) == {"changed": 1, "unchanged": 3}

    def test_a_locked_database(self, folder, tmp_path, monkeypatch):
        run(tmp_path / "o.db", folder)
        monkeypatch.setattr("extractor.writing.database.handle.PATIENCE", 0.05)
        other = sqlite3.connect(tmp_path / "o.db")
        other.execute("BEGIN IMMEDIATE")
        (folder / "a.txt").write_text("Eve Stone.")
        with pytest.raises(OutputError, match="locked by another program; try again"):
            run(tmp_path / "o.db", folder)
        other.rollback()
        assert numbers(run(tmp_path / "o.db", folder)) == {"changed": 1, "unchanged": 3}

    def test_a_full_disk(self, folder, tmp_path):
        run(tmp_path / "o.db", folder)
        for number in range(40):
            (folder / f"n{number}.txt").write_text(f"Ana Rey counted {number} boats. " * 200)
        child = os.fork()
        if child == 0:
            size = (tmp_path / "o.db").stat().st_size
            resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, size + 100_000))
            try:
                run(tmp_path / "o.db", folder)
            except OutputError:
                os._exit(7)
            finally:
                os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
        run(tmp_path / "o.db", folder)
        assert dump(tmp_path / "o.db") == dump(fresh(tmp_path, "o.db", folder))

    def test_a_folder_that_cannot_be_looked_into_is_not_gone(self, folder, tmp_path, monkeypatch):
        (folder / "sub").mkdir()
        (folder / "sub" / "c.txt").write_text("Cy Marsh.")
        run(tmp_path / "o.db", folder)
        listed = os.scandir

        def closed(path):
            if str(path).endswith("sub"):
                raise PermissionError(13, "Permission denied")
            return listed(path)

        monkeypatch.setattr(os, "scandir", closed)
        assert numbers(run(tmp_path / "o.db", folder, prune=True)) == {"unchanged": 4, "failed": 1}
        monkeypatch.undo()
        run(tmp_path / "o.db", folder, prune=True)
        assert dump(tmp_path / "o.db") == dump(fresh(tmp_path, "o.db", folder))

    def test_other_peoples_folders_are_left_alone(self, folder, tmp_path):
        with pytest.raises(OutputError, match="is no store of ours"):
            run(folder, folder)


class TestCommand:
    def test_summary_and_exit_codes(self, folder, monkeypatch):
        monkeypatch.chdir(folder.parent)
        code, out, err = extract("update", "o.db", "in", "--summary", "json", more_environment={"LOADED": "1"})
        assert (code, out, err.splitlines()[0]) == (0, "", "loaded")
        told = json.loads(err.splitlines()[-1])
        assert list(told) == ["new", "changed", "remade", "unchanged", "gone", "failed", "skipped", "seconds"]
        code, _, err = extract("update", "o.db", "in", "--summary", "json", more_environment={"LOADED": "1"})
        assert (code, json.loads(err)["unchanged"]) == (0, 4)
        (folder / "a.txt").write_text("fail")
        code, _, err = extract("update", "o.db", "in")
        assert (code, err.splitlines()[0]) == (3, rf"extract: in/a.txt (a): {FAILED}")
        assert sorted(path.name for path in folder.parent.iterdir() if not path.name.endswith(("-wal", "-shm"))) == [
            "in",
            "o.db",
        ]

    def test_resuming_into_a_database_is_an_update(self, folder, monkeypatch):
        monkeypatch.chdir(folder.parent)
        assert extract("in", "-o", "o.db", "--resume")[0] == 0
        code, _, err = extract("in", "-o", "o.db", "--resume", more_environment={"LOADED": "1"})
        assert code == 0
        assert "loaded" not in err
        assert "4 unchanged" in err
        assert "--only does not go with --resume" in extract("in", "-o", "o.db", "--resume", "--only", "quotes")[2]

    def test_two_writers(self, folder, monkeypatch):
        monkeypatch.chdir(folder.parent)
        with Database(Path("o.db")):
            pass
        holder = sqlite3.connect(".o.db.extract-journal", isolation_level=None)
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        code, _, err = extract("update", "o.db", "in")
        assert (code, err) == (2, "extract: another run is writing o.db just now\n")

    def test_two_that_write_at_once(self, folder, tmp_path, monkeypatch):
        """The second waits for the first, or says in a sentence that it could not; then all is there once."""
        monkeypatch.chdir(folder.parent)
        lines = [{"id": str(number), "text": f"Ana met Bo {number}."} for number in range(400)]
        (folder / "many.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
        both = [start("update", "o.db", "in", more_environment={"WORK": "0.001"}) for _ in range(2)]
        ended = []
        for process in both:
            _, err = process.communicate(timeout=120)
            ended.append((process.returncode, err.decode()))
        assert {code for code, _ in ended} <= {0, 2}
        assert any(code == 0 for code, _ in ended), ended
        assert all("Traceback" not in err for _, err in ended)
        assert extract("update", "o.db", "in", "-q")[0] == 0
        assert extract("update", "fresh.db", "in", "-q")[0] == 0
        assert dump(Path("o.db")) == dump(Path("fresh.db"))

    def test_the_nightly_recipe_for_a_fortnight(self, tmp_path, monkeypatch):
        """The command of docs/recipes.md, as cron runs it: one that is killed now and then, and no word otherwise."""
        monkeypatch.chdir(tmp_path)
        archive, draw = Archive(tmp_path / "samples", seed=3), random.Random(3)
        for night in range(14):
            archive.night()
            if night == 13:
                archive.end()
            if night % 3 == 1:
                with start(
                    "update", "news.db", "samples/", "--prune", "--quiet", more_environment={"WORK": "0.01"}
                ) as run:
                    time.sleep(draw.uniform(0.2, 0.6))
                    run.kill()
            code, out, err = extract("update", "news.db", "samples/", "--prune", "--quiet")
            assert (code, out) in {(0, ""), (3, "")}
            assert all("wire.jsonl" in line for line in err.splitlines()), err
        assert (code, err) == (0, "")
        assert extract("update", "fresh.db", "samples/", "--quiet")[0] == 0
        assert dump(Path("news.db")) == dump(Path("fresh.db"))

    def test_one_id_twice_is_told(self, folder, monkeypatch):
        monkeypatch.chdir(folder.parent)
        (folder / "wire.jsonl").write_text('{"id": "x", "text": "Ana."}\n{"id": "x", "text": "Bo."}\n')
        message = 'in/wire.jsonl has the id "x" twice: article 1 and article 2 of it'
        assert message in extract("update", "o.db", "in")[2]
        code, out, err = extract("in/wire.jsonl", "--format", "csv", "--only", "people", "--fields", "article,id")
        assert (code, err) == (0, f"extract: {message}\n")
        assert len({line.partition(",")[0] for line in out.splitlines()[1:]}) == 2
