"""Texts that nobody wrote, for the fuzzer: each comes of a seed and its number, the same on every machine.

Six sources take turns: random characters of all planes, news made by a grammar, stretches of the samples and of the
annotated articles, the same with mutations, the tables' own examples spliced together, and pasted pages and odd marks.
Most are short: most faults need no more, and what costs is the character.
"""

import csv
import json
import random
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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
LENGTHS = (12, 25, 40, 40, 60, 60, 90, 140)
"""Characters of a text at most; of one in forty ten times as many, and one in three hundred is a piece repeated."""
JOINTS = ("\n\n", "\n\n", "\n\n", "\n", " ", ". ", "\r\n\r\n", " -- ", "\u2029")
TOGETHER = (1, 1, 4, 8, 8, 12, 12)
"""Texts of an article: what begins or ends it is tried alone, what stands in it many at a time."""
MARKUP = re.compile(r"\[([^\[\]]+)\](?:\([^()]*=[^()]*\))?|\{(?:\w+=)?([^{}]*)\}|<([^<>]+)>")
ODD = (
    "\u200b", "\u00ad", "\u2060", "\ufeff", "\u202e", "\u2066", "\u0301", "\u20dd", "\ufe0f", "\u3164",
    "\u034f", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x85", "\x00", "\x1b[31m", "\u00a0", "\u2009",
    "\u3000", "\u1680", "\ufffc", "\ufffd", "\ud800", "İ", "ß", "ſ", "K", "ﬁ", "Ⅻ", "²", "٣", "１２",
    "𝟗", "½", "⅓", "、", "。", "「", "」", "«", "»", "„", "‟", "‹", "›", "´", "`", "″", "′", "‑", "–",
    "—", "―", "−", "…", "·", "•", "‣", "§", "†", "№", "℃", "€", "＄", "％", "：", "，", "．", "！",
)  # fmt: skip
PASTED = (
    "Share\n", "Advertisement\n", "READ MORE: ", "Skip to content\n", "Sign in | Subscribe\n",
    "Copyright 2019 ", "(c) 2019 ", "Photo: ", "Published 5 May 2019 10:30 GMT\n", "Updated at 5.30pm\n",
    "By ", " | ", "\t", "<br>", "&nbsp;", "&#8220;", "&quot;", "[1]", "[edit]", "* ", "- ", "1. ", "1) ",
    "## ", "> ", "From: ", "Date: ", "Subject: ", "On Monday, Ann Lee wrote:\n", "http://a.b/c?d=e&f#g",
    "@ann", "#tag ", "pic.twitter.com/ab ", "— Ann (@ann) May 5, 2019\n", "Page 2 of 3\n", "\f",
    "LONDON (AP) — ", "(Reuters) - ", "Q. ", "A: ", "MR. LEE: ", "***\n", "___\n", "--\n", "ENDS\n",
    "|---|---|\n", "| a | b |\n", "1,234 views\n", "Comments (12)\n", "Most read\n", "Tags: ", "Contact: ",
    "Tel: +44 20 7946 0000\n", "$TWIN ", "(NYSE: TWIN) ", "Correction: ",
)  # fmt: skip


@cache
def articles() -> tuple[str, ...]:
    """The samples, the annotated articles and the layouts."""
    files = [*sorted((ROOT / "samples").glob("*.txt")), *sorted((ROOT / "tests" / "layouts").glob("*.txt"))]
    plain = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    gold = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "tests/gold").glob("*.toml"))]
    return (*plain, *(str(each["text"]) for each in gold))


@cache
def examples() -> tuple[str, ...]:
    """The examples of all tables and the sentences of the tests, without their markup."""
    found: list[str] = []
    for path in sorted((ROOT / "models" / "en").rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            found += [row["example"] for row in csv.DictReader(stream) if row.get("example")]
    for path in sorted((ROOT / "tests" / "sentences").glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [line.replace("⏎", "\n") for line in lines if line and not line.startswith("#")]
    return tuple(dict.fromkeys(MARKUP.sub(lambda match: "".join(filter(None, match.groups())), each) for each in found))


def length(chance: random.Random) -> int:
    """How long a text may be."""
    return chance.choice(LENGTHS) * (10 if chance.random() < 1 / 40 else 1)


def characters(chance: random.Random) -> str:
    """Any characters of all planes; blanks and stops between them, often."""
    few = [chance.choice(PLANES) for _ in range(chance.randint(1, 4))]
    made = []
    for _ in range(chance.randint(1, length(chance))):
        low, high = chance.choice(few)
        made.append(chr(chance.randint(low, high)) if chance.random() < 0.8 else chance.choice(" .\n“”,1"))
    return "".join(made)


def news(chance: random.Random) -> str:
    """Sentences by a grammar, of the kinds that our components look for, in any order."""
    most, made = length(chance), ""
    while len(made) < most:
        frame = chance.choice(FRAMES)
        for key, words in zip("nbpctdsvm", (*PARTS, MARKS), strict=True):
            while f"{{{key}}}" in frame:
                frame = frame.replace(f"{{{key}}}", chance.choice(words), 1)
        made += (made and chance.choice((" ", ". ", "\n\n", ""))) + frame
    return made[:most]


def cut(chance: random.Random) -> str:
    """A stretch of an article that begins and ends anywhere."""
    text = chance.choice(articles())
    start = 0 if chance.random() < 0.2 else chance.randint(0, len(text))
    return text[start : start + chance.randint(1, length(chance))]


def mutated(chance: random.Random) -> str:
    """A stretch of an article with some changes."""
    return changed(chance, cut(chance))


def spliced(chance: random.Random) -> str:
    """Examples cut anywhere and put together, which meet the words of our tables where no one wrote them."""
    made = ""
    for _ in range(chance.choice((1, 2, 2, 3))):
        text = chance.choice(examples())
        start = 0 if chance.random() < 0.5 else chance.randint(0, len(text))
        end = len(text) if chance.random() < 0.5 else chance.randint(start, len(text))
        made += chance.choice(("", " ", " ", ", ", *MARKS)) + text[start:end]
    return changed(chance, made) if chance.random() < 0.3 else made[1:]


def pasted(chance: random.Random) -> str:
    """Stretches as they come off a page, in pieces of menus, mails and tables, and marks that are seldom met."""
    made = []
    for _ in range(chance.randint(1, 4)):
        text = chance.choice((cut, news, spliced))(chance)[: length(chance)]
        for _ in range(chance.randint(0, 3)):
            at = chance.randint(0, len(text))
            text = text[:at] + chance.choice(ODD) + text[at:]
        made.append(chance.choice(PASTED) + text)
    return chance.choice(("\n", "\n\n", " ", "")).join(made)[: 3 * length(chance)]


def changed(chance: random.Random, text: str) -> str:
    """The text with pieces lost, doubled, moved, put in, or of another case."""
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 1, 2, 8, 30)))
        inner = text[start:end]
        put = chance.choice(
            (
                "",
                inner * 2,
                chance.choice(MARKS),
                chance.choice(ODD),
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


SOURCES = (characters, news, mutated, cut, spliced, pasted, spliced, mutated)


def text_of(seed: str, number: int) -> str:
    """A text by its number."""
    chance = random.Random(f"{seed}:{number}")
    text: str = json.loads(json.dumps(SOURCES[number % len(SOURCES)](chance)))  # the halves of a character meet in it
    return (text[:40] * 60)[:2400] if chance.random() < 1 / 300 else text


def inputs(seed: str, first: int, count: int) -> Iterator[tuple[int, list[str], str]]:
    """Articles: the number of the first text of each, its texts, and what stands between them."""
    number, last = first, first + count
    while number < last:
        chance = random.Random(f"{seed}:article:{number}")
        several = min(chance.choice(TOGETHER), last - number)
        yield number, [text_of(seed, each) for each in range(number, number + several)], chance.choice(JOINTS)
        number += several
