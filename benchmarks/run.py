#!/usr/bin/env python3
"""What the extractor costs, as ratios to the bare base model in the same run on the same texts.

    python benchmarks/run.py [--texts FILE.jsonl] [--repeat N] [--quick] [--json FILE]

Five tables, medians of N measurements with the least and the greatest beside them:

    cold start    `extract FILE` against `python -c` that loads the bare model and runs it on the same file
    throughput    words per second of CPU, bare pipeline and all components, taken in turn article by article
    components    microseconds of CPU a word of each component, and as a share of the bare pipeline
    gazetteer     milliseconds to open the map and answer a first name, and then of each further name
    memory        the greatest resident size of a process over all the texts, in MB

`scaling.py` beside this measures the time of one article from 100 to 1,000,000 words.

Texts are our samples, several times over, unless --texts names a JSON Lines file with a field `text`. Ratios can be
compared between machines and commits, seconds cannot. One thread: set OPENBLAS_NUM_THREADS=1 to be sure of it.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import spacy

from extractor import Article, load, locate
from extractor.pipeline import Extractor
from extractor.pipes.places.gazetteer import Gazetteer
from extractor.tables import folder

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "siege.txt"
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
Figures = dict[str, float]


def spread(values: Sequence[float]) -> Figures:
    """Median, least and greatest."""
    return {"median": statistics.median(values), "least": min(values), "greatest": max(values)}


def measure(command: Sequence[str]) -> Figures:
    """CPU and wall seconds and peak memory in MB of a whole process, as the operating system accounts for them."""
    started = time.perf_counter()
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=silent)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"benchmarks: {' '.join(command[:2])} ended with status {os.waitstatus_to_exitcode(status)}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return {
        "cpu": usage.ru_utime + usage.ru_stime,
        "wall": time.perf_counter() - started,
        "memory": kilobytes / 1024,
    }


def cold_start(model: str, repeat: int) -> dict[str, Figures]:
    """Starting up for one article, ours and bare in turn, and the ratios pair by pair."""
    extract = shutil.which("extract", path=Path(sys.executable).parent) or shutil.which("extract")
    if extract is None:
        raise SystemExit("benchmarks: no command `extract`; install the package first (pip install -e .)")
    commands = {
        "ours": [extract, str(SAMPLE), "--format", "json"],
        "bare": [sys.executable, "-c", BARE, model, str(SAMPLE)],
    }
    runs = [{name: measure(command) for name, command in commands.items()} for _ in range(repeat + 1)][1:]
    return {
        "extract, CPU s": spread([run["ours"]["cpu"] for run in runs]),
        "extract --help, CPU s": spread([measure([extract, "--help"])["cpu"] for _ in range(repeat)]),
        "bare, CPU s": spread([run["bare"]["cpu"] for run in runs]),
        "ratio of CPU": spread([run["ours"]["cpu"] / run["bare"]["cpu"] for run in runs]),
        "ratio of wall": spread([run["ours"]["wall"] / run["bare"]["wall"] for run in runs]),
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


def throughput(model: str, texts: Sequence[str], repeat: int) -> tuple[dict[str, Figures], dict[str, Figures]]:
    """Words per second of CPU, bare and with all components, and the cost of each component."""
    words = sum(len(text.split()) for text in texts)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        bare = spacy.load(model)
    timed = Timed(load(model=model))
    seconds: dict[str, list[float]] = {"bare": [], "ours": []}
    parts: dict[str, list[float]] = {}
    for _ in range(repeat):
        total = {"bare": 0.0, "ours": 0.0}
        timed.seconds.clear()
        for text in texts:
            total["bare"] += clocked(lambda text=text: bare(text))
            total["ours"] += clocked(lambda text=text: timed.record(Article(text=text)))
        for name, value in total.items():
            seconds[name].append(value)
        for name, value in timed.seconds.items():
            parts.setdefault(name, []).append(value)
    speed = {
        "bare, words/s": spread([words / value for value in seconds["bare"]]),
        "ours, words/s": spread([words / value for value in seconds["ours"]]),
        "ours to bare": spread([b / o for b, o in zip(seconds["bare"], seconds["ours"], strict=True)]),
    }
    return speed, shares(parts, seconds, words)


def shares(parts: dict[str, list[float]], seconds: dict[str, list[float]], words: int) -> dict[str, Figures]:
    """Microseconds a word and share of the bare pipeline: of each component, of what is between them, of all rules."""
    rest = [total - sum(times) for total, *times in zip(seconds["ours"], *parts.values(), strict=True)]
    rules = [sum(times) for times in zip(*(v for k, v in parts.items() if k.startswith("news_")), strict=True)]
    rows = {**parts, "tokenizer, collect": rest, "all rules": rules}
    typical = statistics.median(seconds["bare"])
    return {
        name: {"us/word": 1e6 * statistics.median(values) / words, "of bare": statistics.median(values) / typical}
        for name, values in rows.items()
    }


def machine() -> dict[str, str]:
    """What the figures were measured on; no host name and no path."""
    model = next((line.partition(":")[2].strip() for line in _cpuinfo() if line.startswith("model name")), "")
    return {
        "processor": model or platform.processor() or platform.machine(),
        "cores": str(os.cpu_count()),
        "load": " ".join(f"{value:.1f}" for value in os.getloadavg()),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: metadata.version(name) for name in ("spacy", "thinc", "numpy", "newsextract")},
    }


def _cpuinfo() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def gazetteer(texts: Sequence[str], repeat: int) -> dict[str, Figures]:
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
    return {"opening and first, ms": spread(opened), "a name after that, ms": spread(looked)}


def memory(model: str, texts: Sequence[str], scratch: Path) -> dict[str, Figures]:
    """Peak memory of one process over all the texts."""
    listed = scratch / "texts.json"
    listed.write_text(json.dumps(list(texts)), encoding="utf-8")
    peak = {
        name: measure([sys.executable, "-c", code, model, str(listed)])["memory"] for name, code in OVER_ALL.items()
    }
    return {
        "bare, MB": spread([peak["bare"]]),
        "ours, MB": spread([peak["ours"]]),
        "ours to bare": spread([peak["ours"] / peak["bare"]]),
    }


def read_texts(path: Path | None, quick: bool) -> list[str]:
    """The texts to run over: of a JSON Lines file, or our samples four times over."""
    if path is not None:
        with path.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    else:
        texts = [p.read_text(encoding="utf-8", errors="replace") for p in sorted(ROOT.glob("samples/*.txt"))] * 4
    return texts[: 12 if quick else None]


def show(title: str, rows: dict[str, Figures]) -> None:
    """Print one table."""
    columns = list(next(iter(rows.values()), {}))
    print(f"\n{title:28}" + "".join(f"{column:>12}" for column in columns))
    for name, figures in rows.items():
        print(f"  {name:26}" + "".join(f"{figures[column]:12.3f}" for column in columns))


def main() -> None:
    """Measure, print, and write JSON where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--repeat", type=int, default=5, metavar="N")
    parser.add_argument("--quick", action="store_true", help="few texts, one measurement: does it run at all")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    model, repeat = locate.settings().base_model, 1 if args.quick else args.repeat
    texts = read_texts(args.texts, args.quick)
    on = machine()
    print("; ".join(f"{name} {value}" for name, value in on.items()))
    print(f"{model}; {len(texts)} texts, {sum(len(t.split()) for t in texts)} words; medians of {repeat}")
    with tempfile.TemporaryDirectory() as scratch:  # first: a process begins with its parent's peak of memory
        used = memory(model, texts, Path(scratch))
    start = cold_start(model, repeat)
    speed, components = throughput(model, texts, repeat)
    result = {
        "cold start": start,
        "throughput": speed,
        "components": components,
        "gazetteer": gazetteer(texts, repeat),
        "memory": used,
    }
    for title, rows in result.items():
        show(title, rows)
    if args.json:
        report = {"machine": on, "model": model, **result}
        args.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
