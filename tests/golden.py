"""Golden records: what the program makes of each sample, kept under `tests/records/` and read by eye when they change;
and reports of one of them as a terminal shows them, under `tests/reports/`.

    python tests/golden.py      write them all again

Digests are left out: that of the tables changes with every row, and would hide what else has changed; that of the text
says nothing that the sample does not.
"""

import contextlib
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
import threading
from dataclasses import replace
from pathlib import Path

import msgspec

import extractor
from extractor import Article, reading, saved
from extractor.pipeline import Extractor
from extractor.record import Record

HERE = Path(__file__).resolve().parent
REPORTED = "flood-wrapped-crlf"
REPORTS = {
    **{f"report-{columns}": ((), columns, "xterm-256color") for columns in (60, 80, 140)},
    "report-dumb": ((), 80, "dumb"),
    "whole-100": (("--show", "whole", "--only", "quotes"), 100, "dumb"),
    "marked-80": (("--show", "marked"), 80, "dumb"),
    "marked-colour-60": (("--show", "marked"), 60, "xterm-256color"),
}
"""Options, columns and kind of terminal, by name."""
SHOWN, FENCE = "siege.txt", "```json\n"
SAMPLES = sorted((HERE.parent / "samples").glob("*.txt"))


def path_of(sample: Path) -> Path:
    """Where the golden record of a sample is."""
    return HERE / "records" / f"{sample.stem}.json"


def article(sample: Path) -> Article:
    """The sample as the command line reads it, named as from the top of the checkout."""
    (found,) = reading.read([str(sample)])
    assert isinstance(found, Article)
    return replace(found, source=f"samples/{sample.name}")


def record(loaded: Extractor, sample: Path) -> str:
    """The sample's record as indented JSON, without provenance."""
    made = msgspec.to_builtins(loaded.record(article(sample)))
    del made["extractor"], made["sha256"], made["error"], made["text"]
    for place in made["places"]:
        del place["candidates"]  # as is printed where nobody asked for them
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def saved_record(stem: str) -> Record:
    """The golden record of a sample with its text, as if it had just been made."""
    sample = HERE.parent / "samples" / f"{stem}.txt"
    made = json.loads((HERE / "records" / f"{stem}.json").read_text(encoding="utf-8"))
    provenance = {"package": "newsextract", "model": "en_core_web_md", "tables": "en"}
    return saved.record(made | {"text": article(sample).text, "extractor": provenance})


def on_terminal(stem: str, *options: str, columns: int, term: str = "xterm-256color") -> str:
    """What `extract convert` shows of a golden record in a window of so many columns: a pseudo-terminal."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    known = {"PATH", "LD_LIBRARY_PATH", "HOME"}
    environment = {name: value for name, value in os.environ.items() if name in known}
    environment |= {"TERM": term, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(HERE.parent), "XDG_CONFIG_HOME": "/nowhere"}
    command = [sys.executable, "-m", "extractor", "convert", *options]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=child, env=environment) as process:
        os.close(child)
        reader = threading.Thread(target=_drain, args=(parent, shown := bytearray()))
        reader.start()
        process.communicate(msgspec.json.encode(saved_record(stem)))
        reader.join()
    os.close(parent)
    assert process.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def _drain(parent: int, shown: bytearray) -> None:
    with contextlib.suppress(OSError):  # Linux's way of saying that the other side is closed
        while read := os.read(parent, 65536):
            shown += read


def report_path(name: str) -> Path:
    """Where a golden report is."""
    return HERE / "reports" / f"{name}.txt"


def write() -> None:
    """Write all of them."""
    loaded = extractor.load()
    for sample in SAMPLES:
        path_of(sample).parent.mkdir(exist_ok=True)
        path_of(sample).write_text(record(loaded, sample), encoding="utf-8")
    write_reports()
    write_shown(loaded)


def write_shown(loaded: Extractor) -> None:
    """Write the quote that the README shows anew, as its sample's record has it."""
    readme = HERE.parent / "README.md"
    text = readme.read_text(encoding="utf-8")
    start = text.index(FENCE) + len(FENCE)
    end = text.index("\n```", start)
    known = json.loads(text[start:end])
    made = msgspec.to_builtins(loaded.record(article(HERE.parent / "samples" / SHOWN)).quotes)
    found = next(quote for quote in made if quote["text"] == known["text"])
    shown = json.dumps(found, ensure_ascii=False, indent=2)
    readme.write_text(f"{text[:start]}{shown}{text[end:]}", encoding="utf-8")


def write_reports() -> None:
    """Write the reports."""
    for name, (options, columns, term) in REPORTS.items():
        report_path(name).parent.mkdir(exist_ok=True)
        report_path(name).write_text(on_terminal(REPORTED, *options, columns=columns, term=term), encoding="utf-8")


if __name__ == "__main__":
    write()
