"""Texts that nobody wrote, through the whole pipeline: no article is lost, and everything that is promised holds.

    python benchmarks/fuzz.py [--count N] [--seconds S] [--seed S] [--keep FILE]

Four sources take turns: random characters of all planes, news made by a grammar, mutations of the samples and of the
annotated articles, and cuts of these. Every input comes of the seed and its number, so that it can be made again alone
(`--seed S --first N --count 1`). What fails is made smaller as long as it fails in the same way, printed as a string of
JSON, and with `--keep tests/crashers.txt` appended there, where a test runs it for ever. The exit code is 1 then.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import extractor  # noqa: E402
from extractor import Article  # noqa: E402
from extractor.pipeline import Extractor  # noqa: E402
from tests.invariants import assert_all, digest  # noqa: E402

PLANES = (
    (0x20, 0x7E),
    (0x00, 0x1F),
    (0x80, 0xFF),
    (0x100, 0x24F),
    (0x300, 0x36F),
    (0x370, 0x5FF),
    (0x600, 0x6FF),
    (0x900, 0xDFF),
    (0x2000, 0x206F),
    (0x2070, 0x20CF),
    (0x2100, 0x27BF),
    (0x3000, 0x30FF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xD800, 0xDFFF),
    (0xE000, 0xE0FF),
    (0xFB00, 0xFB06),
    (0xFE00, 0xFEFF),
    (0xFF00, 0xFFEF),
    (0x10000, 0x1D7FF),
    (0x1F300, 0x1FAFF),
    (0x20000, 0x2A6DF),
    (0xE0000, 0xE01EF),
    (0x10FF00, 0x10FFFF),
)
NAMES = (
    "Ann Lee",
    "Gen. Waheed Okafor",
    "Mr. Roe",
    "J. P. O'Neil",
    "Ruth van der Berg",
    "Sen. Dahl",
    "Lee Jr.",
    "McAllister",
    "ANN LEE",
)
BODIES = (
    "the Port Authority",
    "UN",
    "Twin Rivers Bank Inc. (NASDAQ: TWIN)",
    "the ministry",
    "Harbour F.C.",
    "AP",
    "police",
    "the company",
)
PLACES = (
    "Paris, Texas",
    "LAGOS, Nigeria",
    "the city\nof Bath",
    "Kent County",
    "near Oslo",
    "west of Turin",
    "Washington",
    "U.S.",
    "10 Downing St.",
)
COUNTS = (
    "at least 20",
    "two dozen",
    "1,000",
    "1.000.000",
    "a third of the",
    "½",
    "3.5 million",
    "$5bn",
    "20 to 30",
    "no",
    "12%",
    "between 7 and 9",
    "0",
    "1e9",
    "-5",
    "one in three",
    "9" * 40,
    "34-year-old",
    "10,",
    "2,3,4",
    "6-3",
    "3-for-4",
    "£1.2 trillion",
    "twenty-",
    "five and a half",
)
THINGS = (
    "people",
    "boats",
    "soldiers",
    "km",
    "dollars",
    "degrees",
    "years",
    "children",
    "of them",
    "square miles",
    "homes",
    "barrels a day",
    "mph",
    "°C",
)
DAYS = (
    "on Tuesday",
    "last week",
    "May 5, 2007",
    "in 1999",
    "10/07/2007",
    "2007-07-10",
    "at 10 p.m.",
    "the 20th of May",
    "yesterday",
    "from May 3 to 5",
    "the 1990s",
    "two years ago",
    "Feb. 30",
    "31/31/31",
    "24:61",
    "5 May",
    "in the spring of 2011",
    "by Friday night",
    "0730-0930",
    "today",
)
SAYS = (
    "said",
    "told reporters",
    "warned that",
    "according to",
    "denied",
    "asked whether",
    "added:",
    "who said",
    "claimed",
    "was quoted as saying",
    "declined to say",
)
DOES = (
    "were killed",
    "were wounded",
    "died",
    "arrested",
    "sank",
    "fell to",
    "rose by",
    "left for",
    "was born",
    "shot",
    "displaced",
    "burned",
    "won",
)
MARKS = (
    "“",
    "”",
    '"',
    "'",
    "’",
    "‘",
    "''",
    "``",
    ",",
    ".",
    ". ",
    ";",
    ":",
    " -- ",
    " — ",
    "-",
    "(",
    ")",
    "[",
    "]",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u00a0",
    "...",
    "…",
    "!",
    "?",
    "|",
    "•",
    "* ",
    "@",
    "#",
    "/",
    "\u00ad",
    "\u200b",
    "\u2028",
    "\x85",
    "\x0c",
    "&",
    "%",
    "<p>",
    "By ",
    "PHOTO: ",
    "Q: ",
    "A: ",
    "Subject: ",
    "> ",
    "http://a.b/c?d=1 ",
    "a@b.org ",
    "_",
    "\\",
)
PARTS = (NAMES, BODIES, PLACES, COUNTS, THINGS, DAYS, SAYS, DOES)
FRAMES = (
    "{n} {s} {d} that {c} {t} {v} in {p}{m}",
    "“{c} {t} {v},” {s} {n} of {b}{m}",
    "{p} ({b}) — {c} {t} {v} {d}{m}",
    "{c} {t} and {c} {t}, {n} {s}{m}",
    "{n}, {c}, {v} {d} {m}",
    "{m}{c}{m}{c} {t}{m}",
    "{b} {s} {m}{c} {t} {v}{m} {n} {s}{m}",
    "{n} and {n} {v} {p}, {p} and {p}{m}",
    "{c} {t} ({c} {t}) {v} {d} and {d}{m}",
    "By {n}\n{b}\n{d}\n\n{p} - {n} {v}{m}",
    "{m}{n}: {v}{m}",
    "The toll {v} {c} from {c}, {b} {s}{m}",
    "{d}, {c} {t}. {d}, {c}{m}",
)
LONGEST = 400
"""Characters of an input: most faults need no more, and a short one costs some milliseconds."""


def texts() -> list[str]:
    """The samples and the annotated articles."""
    samples = [path.read_text(encoding="utf-8", errors="replace") for path in sorted((ROOT / "samples").glob("*.txt"))]
    gold = [
        tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "tests" / "gold").glob("*.toml"))
    ]
    return [*samples, *(str(each["text"]) for each in gold)]


def characters(chance: random.Random, _known: list[str]) -> str:
    """Any characters of all planes; blanks and stops between them, often."""
    few = [chance.choice(PLANES) for _ in range(chance.randint(1, 4))]
    made = []
    for _ in range(chance.randint(1, 160)):
        low, high = chance.choice(few)
        made.append(chr(chance.randint(low, high)) if chance.random() < 0.8 else chance.choice(" .\n“”,1"))
    return "".join(made) * (chance.randint(2, 5) if chance.random() < 0.1 else 1)


def news(chance: random.Random, _known: list[str]) -> str:
    """Sentences by a grammar, of the kinds that our components look for, in any order."""
    made = []
    for _ in range(chance.randint(1, 4)):
        frame = chance.choice(FRAMES)
        for key, words in zip("nbpctdsvm", (*PARTS, MARKS), strict=True):
            while f"{{{key}}}" in frame:
                frame = frame.replace(f"{{{key}}}", chance.choice(words), 1)
        made.append(frame)
    return chance.choice((" ", ". ", "\n\n", "")).join(made)[:LONGEST]


def mutated(chance: random.Random, known: list[str]) -> str:
    """A stretch of an article with some changes: pieces lost, doubled, moved, put in, or of another case."""
    text = cut(chance, known)
    for _ in range(chance.choice((1, 2, 4, 8, 20))):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 1, 2, 8, 30)))
        inner = text[start:end]
        put = chance.choice(
            (
                "",
                inner * 2,
                chance.choice(MARKS),
                chance.choice(chance.choice(PARTS)),
                inner.upper(),
                inner.lower(),
                inner[::-1],
                inner.replace(" ", chance.choice(("\n", "\t", "\u00a0", ""))),
                chr(chance.randint(*chance.choice(PLANES))),
            )
        )
        text = text[:start] + put + text[end:]
    return text


def cut(chance: random.Random, known: list[str]) -> str:
    """A stretch of an article that begins and ends anywhere."""
    text = chance.choice(known)
    start = 0 if chance.random() < 0.3 else chance.randint(0, len(text))
    return text[start : start + chance.randint(1, LONGEST)]


SOURCES: tuple[Callable[[random.Random, list[str]], str], ...] = (characters, news, mutated, cut)


def inputs(seed: str, first: int, count: int) -> Iterator[tuple[int, str]]:
    """The inputs with their numbers."""
    known = texts()
    for number in range(first, first + count):
        yield number, SOURCES[number % len(SOURCES)](random.Random(f"{seed}:{number}"), known)


def fault(loaded: Extractor, text: str, *, again: bool = True) -> str | None:
    """What is wrong with a text's record: the kind of the error and where it came up; None where all holds."""
    try:
        assert_all(loaded, text, again=again)
    except Exception as error:  # noqa: BLE001, whatever it is, it is what we look for
        trace = error.__traceback__
        places = []
        while trace is not None:
            places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
            trace = trace.tb_next
        return f"{type(error).__name__} at {places[-1]}"
    return None


def minimised(loaded: Extractor, text: str, told: str) -> str:
    """The text with all left out that can be while it fails in the same way."""
    size, tries = max(1, len(text) // 2), 0
    while size and tries < 400:
        start = 0
        while start < len(text) and tries < 400:
            shorter = text[:start] + text[start + size :]
            tries += 1
            if shorter and fault(loaded, shorter) == told:
                text = shorter
            else:
                start += size
        size //= 2
    return text


def fresh(found: dict[str, str]) -> list[str]:
    """The texts whose record is another in a process of its own, with other hashes of strings."""
    code = (
        "import json, sys; sys.path.insert(0, '.'); import extractor; from tests.invariants import digest\n"
        "loaded = extractor.load()\n"
        "for line in sys.stdin: print(digest(loaded.record(extractor.Article(text=json.loads(line)))))"
    )
    lines = "".join(json.dumps(text) + "\n" for text in found)
    environment = os.environ | {"PYTHONHASHSEED": "4711"}
    done = subprocess.run(
        [sys.executable, "-c", code], input=lines, capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    return [text for text, other in zip(found, done.stdout.split(), strict=True) if found[text] != other]


def main() -> int:
    """Runs the inputs; the exit code."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--count", type=int, default=1_000)
    asked.add_argument("--seconds", type=float, default=float("inf"), help="of the processor, after which it stops")
    asked.add_argument("--seed", default="1")
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--keep", type=Path, help="a file to append what fails to")
    wish = asked.parse_args()
    loaded = extractor.load()
    loaded.strict = True
    done, faults, kept = 0, {}, {}
    begun = time.process_time()
    for number, text in inputs(wish.seed, wish.first, wish.count):
        told = fault(loaded, text, again=number % 5 == 0)
        done += 1
        if told is None and number % 199 == 0:
            kept[text] = digest(loaded.record(Article(text=text)))
        if told is not None and told not in faults:
            faults[told] = smaller = minimised(loaded, text, told)
            print(f"{told}, seed {wish.seed}, input {number}: {json.dumps(smaller)}", flush=True)
            if wish.keep:
                with wish.keep.open("a", encoding="utf-8") as stream:
                    stream.write(json.dumps(smaller) + "\n")
        if done % 500 == 0:
            print(f"{done:,} inputs, {len(faults)} faults, {time.process_time() - begun:.0f} s", flush=True)
        if time.process_time() - begun > wish.seconds:
            break
    for text in fresh(kept):
        faults[f"another record in a fresh process: {text!r}"] = text
        print(f"another record in a fresh process: {json.dumps(text)}", flush=True)
    print(f"{done:,} inputs, {len(faults)} faults, {time.process_time() - begun:.0f} s of the processor", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
