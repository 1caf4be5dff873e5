"""Shards: cut the same way at every run, made whole or not at all, by a cluster that loses a worker in mid-run."""

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import writing
from extractor.article import Article
from extractor.cli.app import main
from extractor.cluster import Task, actor, engine, output, plan, storage, table
from extractor.cluster.actor import Done, Maker, Pipeline
from extractor.cluster.storage import File
from extractor.errors import ClusterError, InputError, OutputError
from extractor.reading import Defaults, Part, Source, articles
from extractor.reading.decode import is_binary, wide_encoding
from extractor.record import LISTS, Provenance, Record

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
stored = pytest.mark.skipif(find_spec("fsspec") is None, reason="fsspec is not installed (the extra ray)")
clustered = pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed (the extra ray)")

STAND_IN = """
import os, signal, sys, time
from pathlib import Path
from extractor.cli import app, run
from extractor.record import Person, Provenance, Record

class Fake:
    provenance = Provenance(package="p 1", model="m 1", tables="t 1")
    def record(self, article):
        word, _, rest = article.text.partition(" ")
        if word == "fail":
            raise ValueError("it failed")
        if word == "die" and os.getpid() != PARENT:
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "lose" and not Path(rest).exists():
            Path(rest).touch()
            os.kill(int(Path(f"/proc/{os.getppid()}/stat").read_text().rpartition(")")[2].split()[1]), signal.SIGKILL)
            time.sleep(60)
        person = Person(id="person-1", name=article.text[:9], titles=[], roles=[], mentions=[], rule="r")
        return Record(id=article.id, source=article.source, extractor=self.provenance, people=[person],
            warnings=list(article.warnings))

def load(request=None):
    return Fake()

PARENT = os.getpid()
run._pipeline = load
if "--engine" in sys.argv:
    asked = app.app(sys.argv[1:], prog_name="extract", standalone_mode=False)
    sys.exit(run.run(asked, load=load))
sys.exit(app.main())
"""


def extract(*arguments: str, code: str | None = None) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command, or of the same with a stand-in for the pipeline."""
    program = ["-c", code] if code else ["-m", "extractor"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("EXTRACT")}
    done = subprocess.run(
        [sys.executable, *program, *arguments],
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def lines(folder: Path) -> list[bytes]:
    """The lines of all shards, sorted."""
    return sorted(line for path in folder.glob("part-*.jsonl") for line in path.read_bytes().splitlines())


def file(path: Path) -> File:
    return next(storage.files([str(path)]))


class TestCutting:
    @given(st.lists(st.binary(max_size=40).map(lambda line: line.replace(b"\n", b"")), max_size=60), st.integers(1, 90))
    def test_parts_are_whole_lines_and_together_the_file(self, content, size):
        data = b"".join(b"x" + line + b"\n" for line in content)
        found = plan.lines(io.BytesIO(data), size)
        if not found:
            assert not data or data.startswith(plan.GZIP) or is_binary(data) or wide_encoding(data)
            return
        assert b"".join(data[part.start : part.end] for part in found) == data
        assert [part.before for part in found] == [data[: part.start].count(b"\n") for part in found]
        assert all(part.end - part.start >= size for part in found[:-1])
        assert all(data[part.end - 1 : part.end] == b"\n" for part in found[:-1])

    def test_lines_longer_than_a_block(self, monkeypatch):
        monkeypatch.setattr(plan, "BLOCK", 16)
        data = b"\n".join([b"a" * 70, b"b", b"c" * 40, b"d" * 3])
        found = plan.lines(io.BytesIO(data), 20)
        assert [data[part.start : part.end] for part in found] == [
            b"a" * 70 + b"\n",
            b"b\n" + b"c" * 40 + b"\n",
            b"ddd",
        ]
        assert [part.before for part in found] == [0, 1, 3]

    @pytest.mark.parametrize("data", [b"\x1f\x8b\x08 packed", "text\n".encode("utf-16"), b"\0\0\0\0binary\n" * 9])
    def test_what_cannot_be_cut_stays_whole(self, data):
        assert plan.lines(io.BytesIO(data * 50), 20) == []

    @pytest.mark.parametrize("form", ["jsonl", "lines"])
    def test_parts_give_the_articles_of_the_whole(self, tmp_path, form):
        path = tmp_path / f"news.{form}"
        made = [json.dumps({"text": f"caf\u00e9 {n}"}, ensure_ascii=False) for n in range(40)]
        data = b"\xef\xbb\xbf" + "\n".join([*made[:5], "", "{bad", *made[5:]]).encode()
        path.write_bytes(data)
        whole = list(articles(Source(str(path)), form=form, defaults=Defaults()))
        found = []
        for part in plan.lines(io.BytesIO(data), 100):
            stretch = data[part.start : part.end]
            source = Source(str(path), part=part, opener=lambda stretch=stretch: io.BytesIO(stretch))
            found += articles(source, form=form, defaults=Defaults())
        assert [str(each) for each in found] == [str(each) for each in whole]
        assert len({each.id for each in found}) == 41

    @stored
    def test_row_groups(self, tmp_path):
        arrow = pytest.importorskip("pyarrow")
        rows = arrow.table({"text": [f"Text {n}." for n in range(50)]})
        pytest.importorskip("pyarrow.parquet").write_table(rows, tmp_path / "news.parquet", row_group_size=8)
        given = file(tmp_path / "news.parquet")
        found = plan.groups(given, 100)
        assert (found[0].start, found[-1].end) == (0, 7)
        assert [part.before for part in found] == [part.start * 8 for part in found]
        whole = list(articles(Source(given.name), defaults=Defaults()))
        parts = [storage.source(given, part, whole=True) for part in found]
        assert [each for source in parts for each in articles(source, defaults=Defaults())] == whole
        (tmp_path / "bad.parquet").write_bytes(b"no table")
        assert plan.groups(file(tmp_path / "bad.parquet"), 100) == []

    def test_names_tell_what_is_in_a_shard(self):
        files = [File(f"{n}.txt", f"/d/{n}.txt", True, 400, "1") for n in range(10)]
        found = plan.shards(files, key="k", suffix=".jsonl", size=1000)
        assert [[piece.file.name for piece in shard.pieces] for shard in found] == [
            ["0.txt", "1.txt", "2.txt"], ["3.txt", "4.txt", "5.txt"], ["6.txt", "7.txt", "8.txt"], ["9.txt"],
        ]  # fmt: skip
        assert [shard.name[:11] for shard in found] == [f"part-00000{n}" for n in range(4)]
        assert plan.shards(files, key="k", suffix=".jsonl", size=1000) == found
        names = {shard.name for shard in found}
        assert not names & {shard.name for shard in plan.shards(files, key="other", suffix=".jsonl", size=1000)}
        newer = [*files[:9], files[9]._replace(stamp="2")]
        assert len(names - {shard.name for shard in plan.shards(newer, key="k", suffix=".jsonl", size=1000)}) == 1

    def test_a_shard_travels(self):
        shard = plan.Shard(
            "n", [plan.Piece(File("a", "b", False, 1, "s"), Part(0, 9, 0)), plan.Piece(File("a", "b", True, 1, ""))]
        )
        assert msgspec.json.decode(msgspec.json.encode(shard), type=plan.Shard) == shard


@stored
class TestStorage:
    def test_a_store_is_walked_as_a_folder_is(self):
        system, _ = storage.store("memory://news")
        for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden/x.txt", "b/.x.txt", "c.csv"):
            system.pipe(f"/news/{name}", name.encode())
        found = list(storage.files(["memory://news"]))
        names = ("a.txt", "b/1.txt", "b/2.txt", "c.csv")
        assert [each.name for each in found] == [f"memory:///news/{name}" for name in names]
        assert [each.size for each in storage.files(["memory://news"], globs=["b/*"])] == [7, 7]
        assert [each.found for each in storage.files(["memory://news/a.txt"])] == [False]
        (article,) = articles(storage.source(found[0]), defaults=Defaults())
        assert (article.text, article.id, article.source) == ("a.txt", "a", found[0].name)
        with pytest.raises(InputError, match="no article in memory://nowhere"):
            list(storage.files(["memory://nowhere"]))

    def test_a_file_address_is_one_of_a_store(self, tmp_path):
        (tmp_path / "a.txt").write_text("Ann.")
        (found,) = storage.files([f"file://{tmp_path}"])
        assert found.name == f"file://{tmp_path}/a.txt"
        with storage.source(found, Part(1, 3, 0)).open() as stream:
            assert stream.read() == b"nn"

    def test_the_output_is_no_input(self, tmp_path):
        (tmp_path / "out").mkdir()
        for name in ("a.txt", "out/b.txt"):
            (tmp_path / name).write_text("Ann.")
        assert [Path(each.name).name for each in storage.files([str(tmp_path)], omit=str(tmp_path / "out"))] == [
            "a.txt"
        ]

    def test_no_such_store(self):
        with pytest.raises(ClusterError, match="nonsense://x cannot be reached"):
            storage.store("nonsense://x")

    def test_writing_is_tried_again_and_leaves_nothing_half(self, tmp_path, monkeypatch):
        monkeypatch.setattr(storage, "WAIT", 0)
        local = type(storage.store(str(tmp_path))[0])
        true, failures = local.mv, iter([OSError("busy"), OSError("busy")])

        def sometimes(self, *paths, **more):
            for error in failures:
                raise error
            true(self, *paths, **more)

        monkeypatch.setattr(local, "mv", sometimes)
        storage.put(io.BytesIO(b"content"), str(tmp_path), "part-1")
        assert (tmp_path / "part-1").read_bytes() == b"content"
        storage.put(io.BytesIO(b"content"), str(tmp_path), "part-1")  # an attempt that was thought to be lost
        assert output_left(tmp_path) == ["part-1"]

    def test_what_will_not_pass_is_not_tried_again(self, tmp_path, monkeypatch):
        monkeypatch.setattr("extractor.cluster.storage.time.sleep", lambda _seconds: pytest.fail("waited"))
        gone = File("gone.txt", str(tmp_path / "gone.txt"), True, 1, "")
        (found,) = articles(storage.source(gone), defaults=Defaults())
        assert str(found.error) == "gone.txt cannot be read: no such file or directory"

    def test_the_folder_of_shards(self, tmp_path):
        folder = str(tmp_path / "out")
        assert output.prepare(folder, ["part-1", "part-2"], resume=False, force=False) == set()
        (tmp_path / "out" / "part-1").touch()
        (tmp_path / "out" / ".part-2.0.extract-tmp").touch()
        (tmp_path / "out" / "notes.md").touch()
        output.seal(folder)
        with pytest.raises(OutputError, match="holds 1 shards; --resume"):
            output.prepare(folder, ["part-1", "part-2"], resume=False, force=False)
        with pytest.raises(OutputError, match="another run"):
            output.prepare(folder, ["part-3"], resume=True, force=False)
        assert output.prepare(folder, ["part-1", "part-2"], resume=True, force=False) == {"part-1"}
        assert output_left(tmp_path / "out") == ["notes.md", "part-1"]
        assert output.prepare(folder, ["part-3"], resume=True, force=True) == set()
        assert output_left(tmp_path / "out") == ["notes.md"]
        with pytest.raises(OutputError, match="is a file"):
            output.prepare(str(tmp_path / "out" / "notes.md"), [], resume=False, force=False)


def output_left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class Fake:
    provenance = Provenance(package="p 1", model="m 1", tables="t 1")

    def record(self, article: Article) -> Record:
        if "fail" in article.text:
            raise ValueError("it failed")
        return Record(id=article.id, source=article.source, extractor=self.provenance)


def task(folder: Path, **more) -> Task:
    wishes = {"format": "jsonl", "view": writing.View(compact=True), "load": Fake, "provenance": Fake.provenance}
    return Task(**{"folder": str(folder), "defaults": Defaults(), **wishes, **more})


@stored
class TestActor:
    @pytest.fixture
    def shard(self, tmp_path):
        (tmp_path / "in").mkdir()
        for name, text in (("a.txt", "Ann."), ("b.txt", "fail"), ("c.bin", "\0\0\0\0")):
            (tmp_path / "in" / name).write_text(text)
        (tmp_path / "in" / "d.jsonl").write_text('{"text": "Dee."}\n{bad\n')
        (found,) = plan.shards(list(storage.files([str(tmp_path / "in")])), key="k", suffix=".x")
        (tmp_path / "out").mkdir()
        return found

    def make(self, shard, task):
        maker = Maker(task)
        (done,) = maker({"shard": [msgspec.json.encode(shard)]})["done"]
        maker._workers.__exit__(None, None, None)
        return msgspec.json.decode(done, type=Done)

    def test_a_shard_has_a_row_for_every_article(self, tmp_path, shard):
        done = self.make(shard, task(tmp_path / "out"))
        rows = [json.loads(line) for line in (tmp_path / "out" / shard.name).read_text().splitlines()]
        assert [(row["id"], "error" in row) for row in rows] == [
            ("a", False),
            ("b", True),
            ("d:1", False),
            ("d:2", True),
        ]
        assert (done.articles, done.failed, done.skipped, done.words) == (4, 2, 1, 3)
        assert len(done.messages) == 2

    def test_parquet_of_whole_records(self, tmp_path, shard):
        arrow = pytest.importorskip("pyarrow.parquet")
        (tmp_path / "lines").mkdir()
        self.make(shard, task(tmp_path / "lines"))
        self.make(shard, task(tmp_path / "out", format="parquet"))
        rows = arrow.read_table(tmp_path / "out" / shard.name).to_pylist()
        assert [row["record"] for row in rows] == (tmp_path / "lines" / shard.name).read_text().splitlines()
        assert [row["error"] is not None for row in rows] == [False, True, False, True]
        assert list(rows[0]) == list(table.COLUMNS)

    def test_parquet_of_one_list(self, tmp_path, shard):
        arrow = pytest.importorskip("pyarrow.parquet")
        self.make(shard, task(tmp_path / "out", format="parquet", view=writing.View(only=("people",))))
        assert "name" in arrow.read_table(tmp_path / "out" / shard.name).column_names

    def test_another_version_is_refused(self, tmp_path):
        other = Provenance(package="p 2", model="m 1", tables="t 1")
        with pytest.raises(ClusterError, match="other versions"):
            Maker(task(tmp_path, provenance=other))


def test_what_the_records_depend_on_is_in_the_key(tmp_path):
    kinds = [task(tmp_path), task(tmp_path, form="lines"), task(tmp_path, with_text=True)]
    kinds += [task(tmp_path, view=writing.View(only=LISTS[:2])), task(tmp_path, defaults=Defaults(encoding="utf-8"))]
    assert len({msgspec.json.encode(kind.key) for kind in kinds}) == len(kinds)


def test_the_users_tables_travel(tmp_path, monkeypatch):
    (tmp_path / "quotes").mkdir()
    (tmp_path / "quotes" / "verbs.csv").write_text("lemma\n")
    made = Pipeline.of(None, tmp_path)
    shutil.rmtree(tmp_path / "quotes")
    seen = {}

    class Loaded:
        @staticmethod
        def load(*, model, rules=None):
            seen.update({path.relative_to(rules).as_posix(): path.read_text() for path in rules.rglob("*.csv")})
            return Fake()

    monkeypatch.setattr(actor, "import_module", lambda _name: Loaded)
    assert isinstance(made(), Fake)
    assert seen == {"quotes/verbs.csv": "lemma\n"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--address", "auto"], "--address goes with --engine ray"),
        (["--shard-size", "4M"], "--shard-size goes with --engine ray"),
        (["--engine", "rai"], '--engine has no "rai", only local, ray; did you mean "ray"?'),
        (["--engine", "ray"], "--engine ray writes shards into a folder; name it with --output"),
        (["--engine", "ray", "-o", "out", "--format", "md"], "--engine ray writes jsonl or parquet, not md"),
        (["--engine", "ray", "-o", "out", "--fail-fast"], "--fail-fast is for one machine"),
        (["--engine", "ray", "-o", "out", "--shard-size", "4X"], "--shard-size is 4X; 4M, 500K or a number of bytes"),
        (["--engine", "ray", "-o", "out", "-"], "a cluster cannot read standard input (-)"),
        (["--engine", "ray", "-o", "out", "nowhere.txt"], "no such file or folder: nowhere.txt"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(tmp_path, monkeypatch, capsys, arguments, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Ann.")
    assert main(["a.txt", *arguments, "--no-config"]) == 2
    assert f"extract: {message}" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_without_ray_it_says_how_to_get_it(tmp_path, monkeypatch, capsys):
    (tmp_path / "a.txt").write_text("Ann.")
    monkeypatch.setattr(engine, "find_spec", lambda _name: None)
    assert main([str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--engine", "ray", "--no-config"]) == 2
    assert capsys.readouterr().err == "extract: --engine ray needs Ray: pip install 'newsextract[ray]'\n"


@clustered
def test_a_lost_worker_costs_no_article_and_a_bad_one_is_a_row(tmp_path):
    """An actor is killed at its work, an article kills every process that reads it, one fails, one is no JSON."""
    texts = [f"Article {n}" for n in range(120)]
    texts[40], texts[50], texts[70] = "die now", "fail now", f"lose {tmp_path / 'lost'}"
    rows = [json.dumps({"text": text}) for text in texts]
    (tmp_path / "news.jsonl").write_text("\n".join([*rows[:30], "{bad", *rows[30:]]))
    given, out = str(tmp_path / "news.jsonl"), tmp_path / "out"
    cluster = [given, "-o", str(out), "--engine", "ray", "--jobs", "2", "--shard-size", "400"]
    code, printed, told = extract(*cluster, code=STAND_IN)
    assert (code, printed) == (3, ""), told
    assert (tmp_path / "lost").exists()
    assert "3 of 121 articles failed" in told
    assert extract(given, "-o", str(tmp_path / "local.jsonl"), "--jobs", "2", code=STAND_IN)[0] == 3
    shards = sorted(out.glob("part-*.jsonl"))
    assert len(shards) > 5
    assert lines(out) == sorted((tmp_path / "local.jsonl").read_bytes().splitlines())
    assert output_left(out)[0] == "_SUCCESS"

    code, _, told = extract(*cluster, code=STAND_IN + "\n")  # a second time, unasked
    assert code != 0
    assert "--resume adds those that lack, --force begins anew" in told
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in shards}
    for path in shards[1:3]:
        path.unlink()
    code, printed, told = extract(*cluster, "--resume", code=STAND_IN)
    assert f"{len(shards) - 2} of {len(shards)} shards are done already" in told
    after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in out.glob("part-*")}
    assert {name: content for name, (content, _) in after.items()} == {n: content for n, (content, _) in before.items()}
    assert sum(after[name] != before[name] for name in after) == 2


@clustered
def test_the_same_records_as_on_one_machine(tmp_path):
    """With the true pipeline, over all forms of input, while one of two workers is killed from outside."""
    arrow = pytest.importorskip("pyarrow")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in SAMPLES]
    (corpus / "news.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts * 2))
    rows = arrow.table({"text": texts[:6], "published": ["2007-07-10"] * 6})
    pytest.importorskip("pyarrow.parquet").write_table(rows, corpus / "more.parquet", row_group_size=2)
    for path in SAMPLES[:4]:
        shutil.copy(path, corpus)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "extractor", str(corpus), "-o", str(out), "--engine", "ray", "--jobs", "2"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [*command, "--shard-size", "8K"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        end = time.monotonic() + 300
        while not list(out.glob("part-*")) and time.monotonic() < end and run.poll() is None:
            time.sleep(0.05)
        assert run.poll() is None, run.communicate()
        os.kill(worker_of(run.pid), signal.SIGKILL)
        printed, told = run.communicate(timeout=300)
    assert (run.returncode, printed) == (0, ""), told
    assert extract(str(corpus), "-o", str(tmp_path / "local.jsonl"), "--jobs", "1")[0] == 0
    assert len(list(out.glob("part-*"))) > 6
    assert lines(out) == sorted((tmp_path / "local.jsonl").read_bytes().splitlines())


def worker_of(driver: int) -> int:
    """An actor of the cluster that the driver has started: a process below it that bears the actor's name."""
    parents, names = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status, name = (folder / "status").read_text(), (folder / "cmdline").read_bytes()
        except OSError:
            continue
        parents[int(folder.name)] = int(re.search(r"^PPid:\s+(\d+)", status, re.MULTILINE)[1])
        names[int(folder.name)] = name
    actors = [number for number, name in names.items() if name.startswith(b"ray::") and b"Maker" in name]
    below = [number for number in actors if driver in ancestors(number, parents)]
    return next(number for number in below if parents[number] not in actors)  # not its fork


def ancestors(number: int, parents: dict[int, int]) -> list[int]:
    found = []
    while number in parents:
        number = parents[number]
        found.append(number)
    return found


@clustered
def test_a_cluster_that_is_not_there(tmp_path):
    (tmp_path / "a.txt").write_text("Ann.")
    wanted = [str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--engine", "ray", "--address", "auto"]
    code, printed, told = extract(*wanted)
    assert (code, printed) == (2, "")
    assert told.splitlines()[-1].startswith("extract: the cluster at auto cannot be used: ")


@pytest.mark.skipif(find_spec("pandas") is None, reason="pandas is not installed (the extra ray)")
def test_the_recipe_for_spark_runs_on_frames_of_pandas(tmp_path):
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    use = """
frames = [pandas.DataFrame({"id": [1, 2], "text": ["Ann Lee said it rained in Geneva.", ""]}), pandas.DataFrame()]
frames[1] = pandas.DataFrame({"id": ["c"], "text": [None]})
for frame in records(iter(frames)):
    print(frame.to_json(orient="records"))
"""
    code, printed, told = extract(code=shown + use)
    assert code == 0, told
    first, second = (json.loads(line) for line in printed.splitlines())
    assert [row["id"] for row in first] == ["1", "2"]
    assert json.loads(first[0]["record"])["people"][0]["name"] == "Ann Lee"
    assert first[0]["error"] is None
    assert second[0]["error"]
