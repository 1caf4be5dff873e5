"""The words that date expressions are made of, read once from the tables of `models/<language>/dates/`."""

import re
from typing import ClassVar, Literal, NamedTuple, get_args

from extractor import tables

Code = Literal[
    "month", "wday", "wdays", "deictic", "overnight", "unit", "units", "qtr", "qtrs", "half", "part", "parts", "noon",
    "season", "last", "previous", "next", "following", "this", "current", "latest", "that", "same", "ago", "back",
    "earlier",
    "before", "previously", "later", "after", "hence", "edge", "bound", "the", "a", "another", "of", "in", "on",
    "and", "to", "or", "so", "every", "per", "other", "fiscal", "old", "aged", "long", "few", "adjective", "comparable",
    "period", "set", "vague", "recent", "future", "near", "decade", "zone", "whole", "era", "typical", "tally",
]  # fmt: skip
"""What a word can do in an expression: the grammar's terminals."""


class Word(tables.Row, frozen=True, kw_only=True):
    """A word or phrase, what it does, and its value: a month's number, a unit's TIMEX letters, a direction."""

    KEYS: ClassVar[tuple[str, ...]] = ("word",)

    word: str
    code: Code
    value: str = ""


class Holiday(tables.Row, frozen=True, kw_only=True):
    """A holiday; `day` is "12-25", "11-thu-4" (the fourth Thursday of November), "05-mon-last", "easter-2", "moon"
    where no rule of the sun's year tells it, or a day of history ("2001-09-11").
    """

    name: str
    day: str


class Hedge(tables.Row, frozen=True, kw_only=True):
    """A phrase that opens a measured stretch of time ("nearly four years"); `before` says that it may open a year."""

    phrase: str
    before: Literal["", "year"] = ""


class Prospect(tables.Row, frozen=True, kw_only=True):
    """A verb or adjective whose object lies ahead: "due Friday", "plans to sell it in May"."""

    lemma: str


class NoDate(tables.Row, frozen=True, kw_only=True):
    """A name or idiom that looks like a date ("Sunday Times", "second hand")."""

    phrase: str


class Entry(NamedTuple):
    """What the lexer needs of a word: its code, its value and the rule's name."""

    code: str
    value: str
    rule: str


class Words(NamedTuple):
    """Single words, phrases by their first word (longest first), names to pass over, and verbs of prospect."""

    single: dict[str, Entry]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
    no_dates: re.Pattern[str]
    prospects: frozenset[str]


CODES: tuple[str, ...] = (
    *get_args(Code), "holiday", "hedge", "nodate", "int", "year", "num", "mil", "ord", "clock", "iso", "hyphen",
    "dash", "comma", "dot", "apostrophe", "s", "slash", "meridiem", "oclock", "open", "close", "q",
)  # fmt: skip
"""The table's codes, and those that the lexer makes of digits and marks."""
TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


def read(folder: tables.Folder) -> Words:
    """The words of a folder of tables; raises TableError."""
    entries = {row.word: Entry(row.code, row.value, row.rule) for row in folder.rows("words.csv", Word)}
    entries |= {row.name: Entry("holiday", row.day, row.rule) for row in folder.rows("holidays.csv", Holiday)}
    entries |= {row.phrase: Entry("hedge", row.before, row.rule) for row in folder.rows("hedges.csv", Hedge)}
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
    looks = sorted((row.phrase for row in folder.rows("nodates.csv", NoDate)), key=len, reverse=True)
    no_dates = re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in looks)})\b", re.IGNORECASE)
    return Words(single, phrases, no_dates, frozenset(row.lemma for row in folder.rows("prospects.csv", Prospect)))
