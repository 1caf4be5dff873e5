"""The command as its users meet it: streams, exit codes, messages; through a subprocess wherever that matters.

Most runs replace the pipeline by a stand-in that answers at once, so that the model is loaded once only.
"""

import ast
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from importlib import metadata
from pathlib import Path

import pytest
import typer

from extractor import batch
from extractor.article import Article
from extractor.cli import run as runner
from extractor.cli.app import app, main
from extractor.cli.request import Request
from extractor.cli.streams import color, say, width
from extractor.record import LISTS, Person, Provenance, Record
from extractor.writing.safe import visible
from tests import command, forked

STAND_IN = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell put the tests in the background
import sys, time
from extractor.cli import app, run
from extractor.record import Person, Provenance, Record

class Fake:
    provenance = Provenance(package="p 1", model="m 1", tables="t 1")
    def record(self, article):
        if "fail" in article.text:
            raise ValueError("it \\x1b[31mfailed")
        if "slow" in article.text:
            time.sleep(60)
        person = Person(id="person-1", name=article.text[:9], titles=[], roles=[], mentions=[], rule="r")
        published = article.published and article.published.isoformat()
        return Record(id=article.id, source=article.source, published=published, title=article.title,
            extractor=self.provenance, people=[person], warnings=list(article.warnings))

run._pipeline = lambda request: Fake()
sys.exit(app.main())
"""
ROOT = Path(__file__).parent.parent


def environment() -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not re.match("COLUMNS|NO_COLOR|CLICOLOR", name)}
    return own | {"PYTHONPATH": str(ROOT), "TERM": "xterm"}


def start(*arguments: str, real: bool = False, **more) -> subprocess.Popen:
    called = [sys.executable, "-W", "error", *(["-m", "extractor"] if real else ["-c", STAND_IN]), *arguments]
    if real:
        called[1:3] = []  # what other packages warn of on import is not the command line's business
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    return subprocess.Popen(called, env=environment(), **streams)


def extract(*arguments: str, piped: bytes | None = None, real: bool = False, **more) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one run."""
    if forked.HERE and not real and not more:
        return command.as_fork(STAND_IN, arguments, environment(), piped=piped)
    if piped is not None:
        more["stdin"] = subprocess.PIPE
    with start(*arguments, real=real, **more) as process:
        out, err = process.communicate(piped, timeout=120)
    return process.returncode, (out or b"").decode(), (err or b"").decode()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", "Ana “spoke”."), ("b.txt", "Bo."), ("sub/c.txt", "Cy."), ("bad.txt", "to fail")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\x00\x00")
    lines = ['{"text": "One.", "id": "x", "published": "2020-02-02"}', "{", '{"text": "Two."}']
    (tmp_path / "news.jsonl").write_text("\n".join(lines))
    return tmp_path


class TestInput:
    def test_one_file_is_one_object(self, folder):
        code, out, err = extract("a.txt")
        record = json.loads(out)
        assert (code, err) == (0, "")
        assert (record["id"], record["source"], record["people"][0]["name"]) == ("a", "a.txt", "Ana “spok")
        assert out.startswith('{\n  "schema_version": 1,')
        assert "“" in out

    @pytest.mark.parametrize("arguments", [(), ("-",)])
    def test_standard_input(self, arguments):
        code, out, err = extract(*arguments, piped="Ana “spoke”.".encode("utf-16"))
        record = json.loads(out)
        assert (code, err) == (0, "")
        assert (record["id"], record["source"], record["warnings"]) == ("-", None, ["decoded as utf-16-le"])

    def test_several_files_are_json_lines_in_order(self, folder):
        code, out, _ = extract("b.txt", "sub", "-", "a.txt", piped=b"In.")
        assert [json.loads(line)["id"] for line in out.splitlines()] == ["b", "c", "-", "a"]
        assert code == 0

    def test_json_lines_with_a_bad_line(self, folder):
        code, out, err = extract("news.jsonl", "--published", "2024-05-01")
        first, second, third = map(json.loads, out.splitlines())
        assert code == 3
        assert [first["published"], third["published"]] == ["2020-02-02", "2024-05-01"]
        assert [first["id"], second["id"], third["id"]] == ["x", "news:2", "news:3"]
        assert second["error"]["type"] == "InputError"
        assert err.splitlines()[0].startswith("extract: news.jsonl:2: the line is not JSON")
        assert err.splitlines()[1] == "extract: 1 of 3 articles failed; their records have an error"

    def test_json_lines_from_standard_input(self):
        code, out, err = extract("--input-format", "jsonl", "-", piped=b'{"text": "One."}\n[]\n')
        assert [json.loads(line)["id"] for line in out.splitlines()] == ["-:1", "-:2"]
        assert (code, err.splitlines()[0]) == (3, "extract: standard input:2: the line is an array, not an object")

    def test_a_folder_with_a_failure_and_a_binary_file(self, folder):
        (folder / "news.jsonl").unlink()
        code, out, err = extract(".")
        assert code == 3
        assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", "b", "bad", "c"]
        assert re.sub(r"[0-9a-f]{16}", "DIGEST", err).splitlines() == [
            r"extract: bad.txt (bad): it \x1b[31mfailed (an error in the program, article DIGEST; please report it)",
            "extract: skipped 1 binary file in folders; -v names them",
            "extract: 1 of 4 articles failed; their records have an error",
        ]
        assert extract(".", "--quiet") == (3, out, "")

    def test_a_single_article_that_cannot_be_read(self, folder):
        code, out, err = extract("photo.png")
        assert (code, err) == (3, "extract: photo.png is binary, not text: it has a NUL at byte 4\n")
        assert json.loads(out)["error"]["type"] == "InputError"

    def test_a_file_named_as_a_command_is_read_with_its_path(self, folder):
        (folder / "schema").write_text("Sue.")
        assert json.loads(extract("./schema")[1])["people"][0]["name"] == "Sue."

    def test_encoding(self, folder):
        (folder / "l.txt").write_bytes(b"caf\xe9")
        record = json.loads(extract("l.txt", "--encoding", "latin-1")[1])
        assert (record["people"][0]["name"], record["warnings"]) == ("café", ["decoded as iso8859-1"])


class TestRefusals:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["nope.txt", "a.txt"], "no such file or folder: nope.txt"),
            (["empty"], "no article in empty: the folder holds no file that is not hidden"),
            (["a.txt", "--only", "people,quote"], 'only people, organizations, .*; did you mean "quotes"?'),
            (["a.txt", "--only", ","], "--only names no list"),
            (["a.txt", "--format", "jsn"], '--format has no "jsn", only auto, json, jsonl, .*; did you mean "json"?'),
            (["a.txt", "--published", "10 July"], '--published: "10 July" is no ISO date'),
            (["a.txt", "--encoding", "utf-9"], 'no encoding "utf-9"'),
            (["a.txt", "--rules", "nowhere"], "--rules: there is no folder nowhere"),
            (["a.txt", "--country", "UK"], '--country has no "UK"; give codes .*; Britain is GB'),
            (["a.txt", "--country", ","], "--country names none"),
            (["a.txt", "--color", "yes"], '--color has no "yes"'),
            (["a.txt", "--formt", "json"], "no such option: --formt; did you mean --format?"),
            (["a.txt", "--format"], "requires an argument"),
            (["a.txt", "-o", "b.txt"], "b.txt exists; --force overwrites it"),
            (["a.txt", "-o", "sub"], "sub is a folder; name a file in it"),
            (["a.txt", "-o", "no/o.json"], "no/o.json cannot be written: there is no folder no"),
            (["schema", "x"], "unexpected extra argument"),
        ],
    )
    def test_one_line_and_exit_code_2(self, folder, capfd, arguments, message):
        (folder / "empty").mkdir()
        assert main(arguments) == 2
        out, err = capfd.readouterr()
        assert out == ""
        assert re.match(r"extract: .*" + message.replace("?", r"\?").replace("|", r"\|"), err)
        assert err.count("\n") == 1

    def test_an_unknown_model(self, folder):
        code, out, err = extract("a.txt", "--model", "en_core_web_nope", "-o", "o", real=True)
        assert (code, out) == (2, "")
        assert err.startswith('extract: no base model "en_core_web_nope"')
        assert err.count("\n") == 1
        assert not (folder / "o").exists()

    def test_an_empty_terminal_is_not_waited_for(self):
        parent, child = pty.openpty()
        code, out, err = extract(stdin=child)
        os.close(parent)
        os.close(child)
        assert (code, out) == (2, "")
        assert err.startswith("extract: nothing to read; usage: extract [OPTIONS] [INPUT]...")

    def test_closed_standard_streams(self, folder):
        command = f"{sys.executable} -m extractor"
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        for shell, expected in ((f"{command} <&-", "nothing to read"), (f"{command} schema >&-", "output is closed")):
            done = subprocess.run(["sh", "-c", shell], env=environment, capture_output=True, text=True, check=False)
            assert done.returncode == 2
            assert expected in done.stderr
            assert "Traceback" not in done.stderr


class TestOutput:
    def test_a_file_in_the_form_of_its_suffix(self, folder):
        assert extract("a.txt", "b.txt", "-o", "o.json") == (0, "", "")
        assert [record["id"] for record in json.loads((folder / "o.json").read_text())] == ["a", "b"]
        assert extract("a.txt", "-o", "o.json", "--format", "text")[0] == 2
        assert extract("a.txt", "-o", "o.json", "--format", "text", "--force")[0] == 0
        assert (folder / "o.json").read_text() == (
            "Ana “spoke”.\na.txt · no date to count from\n\n"
            "What      Ana “spok\nToll      none told\nDisputed  nothing\nSpeaking  nobody\nTo check  nothing open\n\n"
            "PEOPLE 1\nP1  Ana “spok  0 mentions\n"
        )

    def test_the_output_is_not_read(self, folder):
        for _ in range(2):
            assert extract(".", "-o", "all.jsonl", "--force")[0] == 3
        ids = [json.loads(line)["id"] for line in (folder / "all.jsonl").read_text().splitlines()]
        assert ids == ["a", "b", "bad", "x", "news:2", "news:3", "c"]

    def test_only(self, folder):
        shown = json.loads(extract("a.txt", "--only", "dates", "--only", "quotes, people")[1])
        assert [name for name in LISTS if name in shown] == ["people", "quotes", "dates"]

    def test_a_dash_is_standard_output(self, folder):
        assert json.loads(extract("a.txt", "-o", "-")[1])["id"] == "a"
        assert not (folder / "-").exists()

    def test_a_reader_that_has_enough(self, folder):
        (folder / "many.jsonl").write_text('{"text": "One."}\n' * 20_000)
        with start("many.jsonl") as process:
            process.stdout.readline()
            process.stdout.close()
            assert (process.wait(60), process.stderr.read()) == (0, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    def test_a_full_disk(self, folder):
        with Path("/dev/full").open("wb") as full:
            code, _, err = extract("a.txt", stdout=full)
        assert (code, err) == (2, "extract: standard output cannot be written: no space left on device\n")

    @pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_an_interrupted_run_writes_no_half_a_file(self, folder, number, code):
        (folder / "some.jsonl").write_text('{"text": "One."}\n{"text": "slow"}\n')
        with start("some.jsonl", "-o", "o.jsonl") as process:
            self.wait_until(lambda: any(half.stat().st_size for half in folder.glob(".o.jsonl.*.extract-tmp")))
            process.send_signal(number)
            assert process.wait(30) == code
            told = b"extract: interrupted after 1 article; the same command with --resume goes on from there\n"
            assert process.stderr.read() == (told if number == signal.SIGINT else b"")
        assert [path.name for path in folder.glob("*o.jsonl*")] == [".o.jsonl.extract-journal"]

    def test_an_interrupted_pipe_has_whole_lines(self, folder):
        (folder / "some.jsonl").write_text('{"text": "One."}\n{"text": "slow"}\n')
        with start("some.jsonl") as process:
            first = process.stdout.readline()
            process.send_signal(signal.SIGINT)
            assert process.stdout.read() == b""
            assert process.wait(30) == 130
        assert json.loads(first)["id"] == "some:1"

    @staticmethod
    def wait_until(true):
        end = time.monotonic() + 30
        while not true():
            assert time.monotonic() < end
            time.sleep(0.02)


class TestTerminal:
    def on_a_terminal(self, *arguments: str) -> str:
        parent, child = pty.openpty()
        with start(*arguments, stdout=child) as process:
            os.close(child)
            shown = b""
            while select.select([parent], [], [], 60)[0]:
                try:
                    read = os.read(parent, 65536)
                except OSError:  # Linux's way of saying that the other side is closed
                    break
                shown += read
                if not read:
                    break
            assert process.wait(60) == 0
        os.close(parent)
        return shown.decode().replace("\r\n", "\n")

    def test_a_report_in_colour(self, folder):
        shown = self.on_a_terminal("a.txt")
        assert "PEOPLE 1" in shown
        assert "\x1b[" in shown

    def test_hostile_text(self, folder):
        (folder / "h.txt").write_text("\x1b[2J[b]\u202e")
        assert "\\x1b[2J[b]\\u202e" in self.on_a_terminal("h.txt", "--color", "never")

    def test_a_format_that_is_asked_for_wins(self, folder):
        assert json.loads(self.on_a_terminal("a.txt", "--format", "json"))["id"] == "a"

    @pytest.mark.parametrize(
        ("wish", "environment", "terminal", "expected"),
        [
            ("auto", {}, True, True),
            ("auto", {}, False, False),
            ("auto", {"NO_COLOR": "1"}, True, False),
            ("auto", {"NO_COLOR": ""}, True, True),
            ("auto", {"CLICOLOR": "0"}, True, False),
            ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
            ("auto", {"CLICOLOR_FORCE": "0"}, False, False),
            ("auto", {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, True, False),
            ("auto", {"TERM": "dumb"}, True, False),
            ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
            ("never", {"CLICOLOR_FORCE": "1"}, True, False),
        ],
    )
    def test_colour(self, wish, environment, terminal, expected):
        assert color(wish, environment, terminal=terminal) is expected

    def test_width(self, monkeypatch):
        monkeypatch.delenv("COLUMNS", raising=False)
        assert width(terminal=False) == 80
        monkeypatch.setenv("COLUMNS", "132")
        assert width(terminal=False) == 132

    def test_messages_are_harmless(self, capsys):
        say("a\x1b[31m\nb")
        assert capsys.readouterr().err == "extract: a\\x1b[31m b\n"


class TestHelp:
    def test_help_names_every_option_and_exit_code(self):
        code, out, err = extract("--help", real=True)
        assert (code, err) == (0, "")
        assert out == extract("-h", real=True)[1]
        for option in (
            "--format",
            "--only",
            "--output",
            "--force",
            "--published",
            "--rules",
            "-q, --quiet",
            "-V, --ver",
        ):
            assert option in out
        assert "jq '.quotes'" in out
        assert re.findall(r"^    (\d+)  ", out, re.MULTILINE) == ["0", "1", "2", "3", "130"]
        assert max(map(len, out.splitlines())) <= 100

    def test_version(self):
        code, out, err = extract("--version", real=True)
        assert (code, err) == (0, "")
        lines = out.splitlines()
        assert lines[0] == f"newsextract {metadata.version('newsextract')}"
        assert [line.split()[0] for line in lines[1:]] == ["Python", "spaCy", "model", "tables", "Places:"]
        assert extract("-V", real=True)[1] == out

    def test_schema(self):
        code, out, err = extract("schema", real=True)
        assert (code, err) == (0, "")
        assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert "extract schema | jq" in extract("schema", "--help", real=True)[1]

    @pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["schema"]])
    def test_nothing_heavy_is_imported_for_words(self, arguments):
        code = f"import sys; from extractor.cli.app import main; main({arguments!r}); print(sorted(sys.modules))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
        imported = set(ast.literal_eval(done.stdout.splitlines()[-1]))
        assert imported & {"spacy", "numpy", "rich", "dateparser", "charset_normalizer"} == set()


class TestRun:
    """The request carried out in this process."""

    class Fake:
        provenance = Provenance(package="p", model="m", tables="t")

        def record(self, article: Article) -> Record:
            people = [Person(id="person-1", name=article.text, titles=[], roles=[], mentions=[], rule="r")]
            return Record(id=article.id, extractor=self.provenance, people=people)

    def test_the_model_is_loaded_after_all_that_can_be_refused(self, folder):
        loaded = []
        with pytest.raises(Exception, match="exists"):
            runner.run(Request(inputs=("a.txt",), output=Path("b.txt")), load=loaded.append)
        assert loaded == []

    def test_an_error_in_the_program_says_where(self):
        class Broken(self.Fake):  # type: ignore[name-defined]
            def record(self, article):
                return visible(None)

        ((_, record, _),) = batch.outcomes([Article(text="Text.", id="a")], Broken())
        assert record.error.type == "TypeError"
        assert re.search(
            r" \(an error in the program, extractor\.writing\.safe:\d+, article [0-9a-f]{16}; please report it\)$",
            record.error.message,
        )

    def test_run(self, folder, capsysbinary):
        assert runner.run(Request(inputs=("a.txt",)), load=lambda request: self.Fake()) == 0
        assert json.loads(capsysbinary.readouterr().out)["people"][0]["name"] == "Ana “spoke”."


def test_the_real_pipeline_over_all_kinds_of_input(folder):
    (folder / "empty.txt").write_text(" \n")
    code, out, err = extract(".", "--published", "2024-05-01", real=True)
    records = {record["id"]: record for record in map(json.loads, out.splitlines())}
    assert code == 3
    assert list(records) == ["a", "b", "bad", "empty", "x", "news:2", "news:3", "c"]
    assert [name for name, record in records.items() if "error" in record] == ["news:2"]
    assert records["empty"]["warnings"]
    assert records["x"]["published"] == "2020-02-02"
    assert len({json.dumps(record["extractor"]) for record in records.values()}) == 1
    assert len(err.splitlines()) == 3


def test_every_option_has_help():
    options = [parameter for parameter in typer.main.get_command(app).params if parameter.name != "inputs"]
    assert len(options) >= 12
    assert all(getattr(option, "help", None) for option in options)
