"""The command as a process of its own, with a stand-in for the pipeline that answers at once."""

import functools
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests import forked

ROOT = Path(__file__).resolve().parent.parent
STAND_IN = """
import hashlib, os, signal, sys, time
exec(os.environ.get("BEFORE", ""))
from extractor.article import digest
from extractor.cli import app, run
from extractor.record import *

class Fake:
    provenance = Provenance(package="p 1", model="m 1", tables=os.environ.get("TABLES", "t 1"))
    def record(self, article):
        if "fail" in article.text:
            raise ValueError("it \\x1b[31mfailed")
        if "slow" in article.text:
            time.sleep(60)
        if "die" in article.text and os.getpid() != PARENT:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(float(os.environ.get("WORK", "0")))
        words, start, names, quotes = article.text.split(), 0, {}, []
        here = Sentence(start=0, end=len(article.text))
        for word in words:
            start = article.text.index(word, start)
            if word[:1].isupper():
                names.setdefault(word, []).append(Mention(start=start, end=start + len(word), text=word, type="name"))
            start += len(word)
        people = [Person(id=f"person-{n}", name=name, titles=[], roles=[], mentions=found, rule="r")
            for n, (name, found) in enumerate(names.items(), start=1)]
        if people:
            text = article.text[:40]
            speaker = Speaker(start=0, end=4, text=people[0].name, type="name", entity="person-1", name=people[0].name)
            quotes = [Quote(id="quote-1", kind="direct", text=text, spans=[Span(start=0, end=len(text), text=text)],
                cue=None, speaker=speaker, no_speaker=None, sentence=here, rule="r")]
        return Record(id=article.id, source=article.source, sha256=digest(article.text), title=article.title,
            published=article.published and article.published.isoformat(), byline=article.byline,
            publisher=article.publisher, extractor=self.provenance, people=people, quotes=quotes,
            warnings=list(article.warnings))

PARENT = os.getpid()
run._pipeline = lambda request: Fake()
if sys.argv[1:2] == ["update"] or "--resume" in sys.argv:
    from extractor.cli import updating
    def load(asked):
        print("loaded", file=sys.stderr) if "LOADED" in os.environ else None
        return Fake()
    updating._pipeline, updating._provenance = load, lambda asked: Fake.provenance
sys.exit(app.main())
"""


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of a run: nothing of the tests' own terminal and settings."""
    own = {name: value for name, value in os.environ.items() if not re.match("COLUMNS|NO_COLOR|CLICOLOR|EXTRACT", name)}
    return own | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "XDG_CONFIG_HOME": "/nowhere", **(more or {})}


def start(*arguments: str, more_environment: dict[str, str] | None = None, **more) -> subprocess.Popen:
    """The running process, its streams pipes unless said otherwise."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    command = [sys.executable, "-W", "error", "-c", STAND_IN, *arguments]
    return subprocess.Popen(command, env=environment(more_environment), **streams)


@functools.cache
def server() -> forked.Server:
    """The process of which runs are forks."""
    return forked.Server("import extractor.cli.app, extractor.cli.run, extractor.cli.updating", "-W", "error")


def as_fork(
    code: str,
    arguments: Sequence[str],
    given: dict[str, str],
    *,
    piped: bytes | None = None,
    cwd: str | os.PathLike[str] = ".",
) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one run of a program of the tests."""
    ended, out, err = server().call(code, arguments, given, cwd=str(Path(cwd).resolve()), piped=piped)
    return ended, out.decode(), err.decode()


def extract(
    *arguments: str,
    piped: bytes | None = None,
    more_environment: dict[str, str] | None = None,
    cwd: str | os.PathLike[str] = ".",
) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one run."""
    if forked.HERE:
        return as_fork(STAND_IN, arguments, environment(more_environment), cwd=cwd, piped=piped)
    stdin = subprocess.DEVNULL if piped is None else subprocess.PIPE
    with start(*arguments, more_environment=more_environment, cwd=cwd, stdin=stdin) as process:
        out, err = process.communicate(piped, timeout=120)
    return process.returncode, out.decode(), err.decode()
