"""Texts that nobody wrote, through the whole pipeline: no article is lost, and everything that is promised holds.

    python benchmarks/fuzz.py [--count N] [--seconds S] [--seed S] [--keep FILE]

Where the texts come from stands in `tests/odd_texts.py`: every one comes of the seed and its number, so that it can be
made again alone (`--seed S --first N --count 1`). They are short and come up to twelve in an article. What fails is
made smaller as long as it fails in the same way, printed as a string of JSON, and with `--keep tests/crashers.txt`
appended there, where a test runs it for ever. The exit code is 1 then.

Every article is looked at whole but for three things that cost as much as the record: the schema is asked, and the
record made a second time, for a share, and a fresh process with other hashes of strings makes a share again in the
opposite order.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import extractor  # noqa: E402
from extractor.pipeline import Extractor  # noqa: E402
from tests.invariants import assert_all, digest  # noqa: E402
from tests.odd_texts import inputs  # noqa: E402

SHARE, FRESH = 10, 500
"""One article in so many is looked at in all ways; so many of these make a fresh process worth its start."""
OFTEN = 2_000
"""Articles after which it says where it is."""


def fault(loaded: Extractor, text: str, *, thorough: bool = True) -> tuple[str | None, str | None]:
    """What is wrong with a text's record, and the record's digest; the kind of an error and where it came up."""
    try:
        record = assert_all(loaded, text, thorough=thorough)
    except Exception as error:  # noqa: BLE001, whatever it is, it is what we look for
        trace = error.__traceback__
        places = []
        while trace is not None:
            places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
            trace = trace.tb_next
        return f"{type(error).__name__} at {places[-1]}", None
    return None, digest(record) if thorough else None


def minimised(loaded: Extractor, text: str, told: str) -> str:
    """The text with all left out that can be while it fails in the same way."""
    size, tries = max(1, len(text) // 2), 0
    while size and tries < 400:
        start = 0
        while start < len(text) and tries < 400:
            shorter = text[:start] + text[start + size :]
            tries += 1
            if shorter and fault(loaded, shorter)[0] == told:
                text = shorter
            else:
                start += size
        size //= 2
    return text


def fresh(found: dict[str, str]) -> list[str]:
    """The texts whose record is another in a process of its own, in opposite order, with other hashes of strings."""
    code = (
        "import json, sys; sys.path.insert(0, '.'); import extractor; from tests.invariants import digest\n"
        "loaded = extractor.load()\n"
        "for line in sys.stdin: print(digest(loaded.record(extractor.Article(text=json.loads(line)))))"
    )
    several = [*reversed(found)]
    lines = "".join(json.dumps(text) + "\n" for text in several)
    environment = os.environ | {"PYTHONHASHSEED": "4711"}
    done = subprocess.run(
        [sys.executable, "-c", code], input=lines, capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    return [text for text, other in zip(several, done.stdout.split(), strict=True) if found[text] != other]


class Run:
    """A run: what it has done, and what it has found."""

    def __init__(self, loaded: Extractor, seed: str, keep: Path | None) -> None:
        self.loaded, self.seed, self.keep = loaded, seed, keep
        self.texts = self.articles = 0
        self.faults: set[str] = set()
        self.kept: dict[str, str] = {}
        self.begun = time.process_time()

    def article(self, number: int, texts: list[str], joint: str) -> None:
        """Tries one."""
        text = joint.join(texts)
        thorough = self.articles % SHARE == 0
        told, known = fault(self.loaded, text, thorough=thorough)
        self.texts, self.articles = self.texts + len(texts), self.articles + 1
        if known:
            self.kept[text] = known
        if told and told not in self.faults:
            alone = next((each for each in texts if fault(self.loaded, each)[0] == told), text)
            self.found(told, minimised(self.loaded, alone, told), f"text {number}")
        if len(self.kept) >= FRESH:
            self.afresh()

    def afresh(self) -> None:
        """Makes a share again in a fresh process."""
        for text in fresh(self.kept):
            self.found(f"another record in a fresh process: {text!r}", text, "")
        self.kept.clear()

    def found(self, told: str, text: str, where: str) -> None:
        """Says what was found, and keeps it."""
        self.faults.add(told)
        print(f"{told}, seed {self.seed} {where}: {json.dumps(text)}", flush=True)
        if self.keep:
            with self.keep.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(text) + "\n")

    def tell(self) -> None:
        """Says where it is."""
        seconds = time.process_time() - self.begun
        told = f"{self.texts:,} texts in {self.articles:,} articles, {len(self.faults)} faults"
        print(f"{told}, {seconds:.0f} s of the processor", flush=True)


def main() -> int:
    """Runs the inputs; the exit code."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--count", type=int, default=1_000, help="of texts")
    asked.add_argument("--seconds", type=float, default=float("inf"), help="of the processor, after which it stops")
    asked.add_argument("--seed", default="1")
    asked.add_argument("--first", type=int, default=0, help="the number of the first text")
    asked.add_argument("--keep", type=Path, help="a file to append what fails to")
    wish = asked.parse_args()
    loaded = extractor.load()
    loaded.strict = True
    run = Run(loaded, wish.seed, wish.keep)
    for number, texts, joint in inputs(wish.seed, wish.first, wish.count):
        run.article(number, texts, joint)
        if run.articles % OFTEN == 0:
            run.tell()
        if time.process_time() - run.begun > wish.seconds:
            break
    run.afresh()
    run.tell()
    return 1 if run.faults else 0


if __name__ == "__main__":
    sys.exit(main())
