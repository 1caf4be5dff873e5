#!/usr/bin/env python3
"""What the extractor costs, as ratios to the bare base model in the same run on the same texts.

    python benchmarks/run.py [--texts FILE.jsonl] [--repeat N] [--quick] [--json FILE] [--against FILE]

One table, medians of N measurements, their ratios pair by pair with the least and the greatest beside them:

    throughput      words per second of CPU, bare pipeline and all components, in turn, a batch of articles at a time:
                    the bare one as `nlp.pipe(texts)`, and text by text as `nlp(text)`
    all rules       microseconds of CPU a word of all our components, and their share of the bare pipeline; then of each
    cold start      `extract FILE` against `python -c` that loads the bare model and runs it on the same file
    memory          the greatest resident size of a process over all the texts
    two processes   words per second of the clock, one and two processes; what the machine could give; ten articles
    gazetteer       milliseconds to open the map and answer a first name, and then of each further name

`scaling.py` beside this measures the time of one article from 100 to 1,000,000 words.

Texts are our samples, several times over, unless --texts names a JSON Lines file with a field `text`. --json keeps the
figures, --against shows those of another run beside them. Ratios can be compared between machines and commits, seconds
cannot. Seconds are of CPU where the table does not say "the clock" or "words/s": a machine that does other work as well
changes them less. One thread; the kernel of OpenBLAS is printed, and OPENBLAS_CORETYPE chooses another.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import parallel
import report
import spacy

from extractor import Article, load, locate
from extractor.pipeline import Extractor
from extractor.pipes.places.gazetteer import Gazetteer
from extractor.tables import folder

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "siege.txt"
BATCH = 32
"""So many articles are given to the bare pipeline together."""
BARE = """
import pathlib, sys, warnings
warnings.filterwarnings("ignore", message=r"\\[W095\\]")
import spacy
spacy.load(sys.argv[1])(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
"""
OVER_ALL = {
    "bare": """
import json, sys, warnings
warnings.filterwarnings("ignore", message=r"\\[W095\\]")
import spacy
nlp = spacy.load(sys.argv[1])
for text in json.load(open(sys.argv[2], encoding="utf-8")):
    nlp(text)
""",
    "ours": """
import json, sys
import extractor
loaded = extractor.load(model=sys.argv[1])
for text in json.load(open(sys.argv[2], encoding="utf-8")):
    loaded.record(extractor.Article(text=text))
""",
}


def measure(command: Sequence[str]) -> dict[str, float]:
    """CPU and wall seconds and peak memory in MB of a whole process, as the operating system accounts for them.

    Python may keep what it compiles, as it does for users: to compile our modules anew takes a fifth of a start.
    """
    started = time.perf_counter()
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    pid = os.posix_spawn(command[0], command, environment, file_actions=silent)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"benchmarks: {' '.join(command[:2])} ended with status {os.waitstatus_to_exitcode(status)}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return {
        "cpu": usage.ru_utime + usage.ru_stime,
        "wall": time.perf_counter() - started,
        "memory": kilobytes / 1024,
    }


def cold_start(model: str, repeat: int) -> dict[str, report.Row]:
    """Starting up for one article, ours and bare in turn; and for no more than the help."""
    extract = shutil.which("extract", path=Path(sys.executable).parent) or shutil.which("extract")
    if extract is None:
        raise SystemExit("benchmarks: no command `extract`; install the package first (pip install -e .)")
    ours = [extract, str(SAMPLE), "--format", "json"]
    bare = [sys.executable, "-c", BARE, model, str(SAMPLE)]
    runs = [(measure(bare), measure(ours)) for _ in range(repeat + 1)][1:]
    values = {kind: list(zip(*((b[kind], o[kind]) for b, o in runs), strict=True)) for kind in ("cpu", "wall")}
    return {
        "cold start": report.row("s of CPU", *values["cpu"], bound="<= 0.50"),
        "cold start, clock": report.row("s", *values["wall"]),
        "extract --help": report.single(
            "s of CPU", [measure([extract, "--help"])["cpu"] for _ in range(repeat)], bound="<= 0.20"
        ),
    }


def clocked(work: Callable[[], object]) -> float:
    """Seconds of CPU that the work took."""
    started = time.process_time()
    work()
    return time.process_time() - started


class Timed:
    """An extractor whose components add up the CPU seconds they take, by name."""

    def __init__(self, extractor: Extractor) -> None:
        self.seconds: dict[str, float] = {}
        extractor.parsing = [(name, self._timing(name, pipe)) for name, pipe in extractor.parsing]
        extractor.rules = [(name, self._timing(name, pipe)) for name, pipe in extractor.rules]
        self.record = extractor.record

    def _timing(self, name: str, pipe: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def run(doc: Any) -> Any:
            started = time.process_time()
            done = pipe(doc)
            self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - started
            return done

        return run


def throughput(model: str, texts: Sequence[str], repeat: int) -> dict[str, report.Row]:
    """Words per second of CPU, bare and with all components, and the cost of each component."""
    words = sum(len(text.split()) for text in texts)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        bare = spacy.load(model)
    timed = Timed(load(model=model))
    seconds: dict[str, list[float]] = {"bare": [], "by text": [], "ours": []}
    parts: list[dict[str, float]] = []
    for _ in range(repeat):
        total = dict.fromkeys(seconds, 0.0)
        timed.seconds.clear()
        for start in range(0, len(texts), BATCH):
            batch = texts[start : start + BATCH]
            total["bare"] += clocked(lambda batch=batch: list(bare.pipe(batch)))
            total["ours"] += clocked(lambda batch=batch: [timed.record(Article(text=text)) for text in batch])
            total["by text"] += clocked(lambda batch=batch: [bare(text) for text in batch])
        for name, value in total.items():
            seconds[name].append(value)
        parts.append(dict(timed.seconds))
    speeds = {name: [words / value for value in values] for name, values in seconds.items()}
    return {
        "throughput, nlp.pipe": report.row("words/s of CPU", speeds["bare"], speeds["ours"], bound=">= 2.20"),
        "throughput, nlp(text)": report.row("words/s of CPU", speeds["by text"], speeds["ours"], bound=">= 2.20"),
        **shares(parts, seconds, words),
    }


def shares(parts: list[dict[str, float]], seconds: dict[str, list[float]], words: int) -> dict[str, report.Row]:
    """Microseconds a word and share of the bare pipeline: of all rules, of each component, of what is between them."""
    sums = {"all rules": [sum(v for k, v in part.items() if k.startswith("news_")) for part in parts]}
    sums |= {f"  {name}": [part.get(name, 0.0) for part in parts] for name in parts[0]}
    whole = zip(seconds["ours"], parts, strict=True)
    sums["  tokenizer, collect"] = [total - sum(part.values()) for total, part in whole]
    return {
        name: report.share(
            "us of CPU/word",
            1e6 * min(values) / words,
            [value / bare for value, bare in zip(values, seconds["bare"], strict=True)],
            bound="<= 0.17" if name == "all rules" else "",
        )
        for name, values in sums.items()
    }


def gazetteer(texts: Sequence[str], repeat: int) -> dict[str, report.Row]:
    """Milliseconds of wall time to open the map and answer its first name, and of a name after that, on average."""
    names = sorted({word for text in texts for word in text.split() if word[:1].isupper()})
    opened: list[float] = []
    looked: list[float] = []
    for _ in range(repeat):
        started = time.perf_counter()
        places = Gazetteer(folder("places").data("gazetteer.tsv"))
        places.lookup("Islamabad")
        opened.append(1e3 * (time.perf_counter() - started))
        started = time.perf_counter()
        for name in names:
            places.lookup(name)
        looked.append(1e3 * (time.perf_counter() - started) / len(names))
    return {"gazetteer, first name": report.single("ms", opened), "gazetteer, each after": report.single("ms", looked)}


def memory(model: str, texts: Sequence[str], scratch: Path) -> dict[str, report.Row]:
    """Peak memory of one process over all the texts."""
    listed = scratch / "texts.json"
    listed.write_text(json.dumps(list(texts)), encoding="utf-8")
    peak = {
        name: measure([sys.executable, "-c", code, model, str(listed)])["memory"] for name, code in OVER_ALL.items()
    }
    return {"memory": report.row("MB", [peak["bare"]], [peak["ours"]], bound="<= 0.70")}


def processes(model: str, texts: Sequence[str], repeat: int, scratch: Path) -> dict[str, report.Row]:
    """Two processes against one, by the clock."""
    runs = parallel.seconds(model, list(texts), repeat, scratch)
    words = [sum(len(text.split()) for text in texts)] * len(runs)

    def speeds(name: str) -> list[float]:
        return [count / run[name] for count, run in zip(words, runs, strict=True)]

    return {
        "two processes": report.row("words/s", speeds("one"), speeds("two"), bound=">= 1.90"),
        "  two that share nothing": report.row("words/s", speeds("alone"), speeds("halves")),
        "  ten articles": report.row(
            "s", [run["ten, one"] for run in runs], [run["ten, two"] for run in runs], bound="<= 1.00"
        ),
    }


def spoken(machine: Mapping[str, str]) -> str:
    """What it was measured on, in a line."""
    return "; ".join(f"{name} {value}" for name, value in machine.items())


def read_texts(path: Path | None, quick: bool) -> list[str]:
    """The texts to run over: of a JSON Lines file, or our samples four times over."""
    if path is not None:
        with path.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    else:
        texts = [p.read_text(encoding="utf-8", errors="replace") for p in sorted(ROOT.glob("samples/*.txt"))] * 4
    return texts[: 12 if quick else None]


def main() -> None:
    """Measure, print, and write JSON where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--repeat", type=int, default=5, metavar="N")
    parser.add_argument("--quick", action="store_true", help="few texts, one measurement: does it run at all")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE")
    parser.add_argument("--against", type=Path, metavar="FILE", help="compare with the figures of an older run")
    args = parser.parse_args()
    old = report.read(args.against) if args.against else None
    model, repeat = locate.settings().base_model, 1 if args.quick else args.repeat
    texts = read_texts(args.texts, args.quick)
    on = report.machine()
    print(spoken(on))
    print(f"{model}; {len(texts)} texts, {sum(len(t.split()) for t in texts):,} words; medians of {repeat}")
    if old:
        print("before: " + spoken(old["machine"]))
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        used = memory(model, texts, scratch)  # first: a process begins with its parent's peak of memory
        both = processes(model, texts, repeat, scratch)
    start = cold_start(model, repeat)
    rows = throughput(model, texts, repeat) | start | used | both | gazetteer(texts, repeat)
    print()
    for line in report.lines(rows, old and old["rows"]):
        print(line)
    if args.json:
        kept = {"machine": on, "model": model, "texts": len(texts), "repeat": repeat, "rows": rows}
        args.json.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
