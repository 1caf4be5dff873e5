"""The words that date expressions are made of, read once from the tables of `models/<language>/dates/`."""

import re
from typing import ClassVar, Literal, NamedTuple, get_args

from extractor import tables
from extractor.pipes.dates import feasts
from extractor.vocabulary import TimexMod

Code = Literal[
    "month", "wday", "wdays", "deictic", "overnight", "unit", "units", "qtr", "qtrs", "half", "part", "parts", "noon",
    "season", "last", "previous", "next", "following", "this", "current", "latest", "that", "same", "ago", "back",
    "earlier",
    "before", "previously", "later", "after", "hence", "edge", "bound", "the", "a", "another", "of", "in", "on",
    "and", "to", "or", "so", "every", "per", "other", "fiscal", "old", "aged", "long", "few", "adjective", "comparable",
    "period", "set", "vague", "recent", "future", "near", "decade", "zone", "whole", "era", "typical", "tally", "at",
    "by", "from", "between", "starting", "clockish", "halfyear", "time",
]  # fmt: skip
"""What a word can do in an expression: the grammar's terminals."""
Made = Literal[
    "holiday", "hedge", "nodate", "int", "year", "num", "mil", "ord", "clock", "iso", "hyphen", "dash", "comma", "dot",
    "apostrophe", "s", "slash", "meridiem", "oclock", "open", "close", "q",
]  # fmt: skip
"""What the lexer makes of other tables' phrases, digits and marks."""


Small = Literal["", "beside", "led", "no"]
"""What a word is that is written without a capital: the same; the same only beside a number or "next" ("march 5th",
"on sat"); that too behind "in" or "since" ("since march"); another word ("et al.").
"""


class Word(tables.Row, frozen=True, kw_only=True):
    """A word or phrase, what it does, and its value: a month's number, a unit's TIMEX letters, a direction."""

    KEYS: ClassVar[tuple[str, ...]] = ("word",)

    word: str
    code: Code
    value: str = ""
    small: Small = ""


class Holiday(tables.Row, frozen=True, kw_only=True):
    """A holiday; `day` is a rule of `feasts.py` ("12-25", "11-thu-4", "easter-2", "moon:diwali") or a day of history
    ("2001-09-11").
    """

    name: str
    day: str
    small: Small = ""


class Hedge(tables.Row, frozen=True, kw_only=True):
    """A phrase that opens a measured stretch of time ("nearly four years"); `before` says that it may open a year."""

    phrase: str
    mod: TimexMod
    before: Literal["", "year"] = ""


class Prospect(tables.Row, frozen=True, kw_only=True):
    """A verb or adjective whose object lies ahead: "due Friday", "plans to sell it in May"; `past` is "open" where its
    past tense may have the date itself: "agreed to sell it in May"; "order" where only what is ordered lies ahead: "was
    asked Friday to leave on Sunday".
    """

    lemma: str
    past: Literal["", "open", "order"] = ""


class NoDate(tables.Row, frozen=True, kw_only=True):
    """A name or idiom that looks like a date ("Sunday Times", "second hand")."""

    phrase: str


Context = Literal[
    "before a clock", "before a part", "before a day", "before a month", "before the past", "behind the past",
    "before units", "before often", "likely", "planned", "timetable", "ahead", "beside a date", "while", "occasion",
    "reports", "compared", "game", "course", "race", "owner", "opens a year", "before a number", "before a plural",
    "joins", "leads an end", "behind a second day", "scale", "counts", "leads a month", "before March", "abbreviated",
    "nowadays", "behind a noun", "scored", "behind a day", "before a dotted clock", "priced", "timed", "fixture",
    "measures",
]  # fmt: skip
"""Where words are looked for that decide whether, or when, a time is meant."""


class Beside(tables.Row, frozen=True, kw_only=True):
    """The words, or lemmas, that decide in a context."""

    context: Context
    words: tuple[str, ...]


class Entry(NamedTuple):
    """What the lexer needs of a word: its code, its value and the rule's name."""

    code: str
    value: str
    rule: str
    small: Small = ""
    mod: TimexMod | None = None


class Words(NamedTuple):
    """Single words, phrases by their first word (longest first), and verbs of prospect."""

    single: dict[str, Entry]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
    prospects: dict[str, Prospect]
    whole: frozenset[str]
    """Months and weekdays in full, behind which a stop ends the sentence: "in May."."""
    context: dict[str, frozenset[str]]
    """The words of `contexts.csv` by what they are asked for."""
    feasts: feasts.Feasts


EDGES: dict[str, TimexMod] = {
    "START": "START", "MID": "MID", "END": "END", "beginning": "START", "start": "START", "middle": "MID", "end": "END",
    "close": "END",
}  # fmt: skip
"""The modifiers of "early", "mid" and "late", and of "the beginning of"."""
CODES: tuple[str, ...] = (*get_args(Code), *get_args(Made))
"""The table's codes, and those of the lexer."""
TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


def read(folder: tables.Folder) -> Words:
    """The words of a folder of tables; raises TableError."""
    entries = {
        row.word: Entry(row.code, row.value, row.rule, row.small, EDGES.get(row.value))
        for row in folder.rows("words.csv", Word)
    }
    entries |= {
        row.name: Entry("holiday", row.day, row.rule, row.small) for row in folder.rows("holidays.csv", Holiday)
    }
    entries |= {
        row.phrase: Entry("hedge", row.before, row.rule, "", row.mod) for row in folder.rows("hedges.csv", Hedge)
    }
    entries |= {row.phrase: Entry("nodate", "", row.rule) for row in folder.rows("nodates.csv", NoDate)}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    single: dict[str, Entry] = {}
    for text, entry in entries.items():
        first, *rest = TOKEN.findall(text)
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), entry))
        else:
            single[first] = entry
    for longer in phrases.values():
        longer.sort(key=lambda phrase: -len(phrase[0]))
    prospects = {row.lemma: row for row in folder.rows("prospects.csv", Prospect)}
    return Words(single, phrases, prospects, _whole(single), _contexts(folder), feasts.read(folder.data("feasts.tsv")))


def _whole(single: dict[str, Entry]) -> frozenset[str]:
    """The longest word for each month and weekday."""
    longest: dict[tuple[str, str], str] = {}
    for word, entry in single.items():
        if entry.code in ("month", "wday"):
            longest[entry.code, entry.value] = max(longest.get((entry.code, entry.value), ""), word, key=len)
    return frozenset(longest.values())


def _contexts(folder: tables.Folder) -> dict[str, frozenset[str]]:
    """The words of each context; none where a table lacks one."""
    found: dict[str, frozenset[str]] = dict.fromkeys(get_args(Context), frozenset())
    return found | {row.context: frozenset(row.words) for row in folder.rows("contexts.csv", Beside)}
