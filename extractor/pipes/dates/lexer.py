"""Turns the text into lexemes and a string of one-character codes, which the grammar's expressions then read.

Two steps, because an expression over words would try hundreds of alternatives at every character, while a look-up per
word and an expression over codes cost two microseconds a word, and because a rule then says `month int` and not what
months are called.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from extractor.annotations import NumberFound
from extractor.pipes.dates import dotted, units
from extractor.pipes.dates.words import CODES, Entry, Words
from extractor.vocabulary import TimexMod

CHARS = {code: chr(0x4E00 + index) for index, code in enumerate(CODES)}
OTHER = "."
"""One character a code; all words that the grammar does not know have the same."""
TOKENS = re.compile(
    r"(?P<word>[^\W\d_]+)"
    r"|(?P<iso>(?<![\d.])(?<!\d-)[12]\d{3}-\d\d-\d\d(?:T\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|(?<![\d/.,-])[12]\d{3}(?P<cut>[-/.])\d{1,2}(?P=cut)\d{1,2}(?![\d/-])"
    r"|(?<![\d/.,-])\d{1,2}-\d{1,2}-[12]\d{3}(?![\d/])"
    r"|(?<![\w.,])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w%]|[.,]\d)"
    r"|(?<![\d/.,])\d{1,2}(?P<sep>[/.])\d{1,2}(?P=sep)(?:[12]\d{3}|\d\d)(?![\d/]))"
    r"|(?P<clock>(?<![\d:.,])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])|(?<![\d:.,])(?:1[0-2]|0?[1-9])\.[0-5]\d(?=\s?[ap]\.?m\b))"
    r"|(?P<decade>['’]?(?:1\d|20)?\d0(?:['’]?s)\b)"
    r"|(?P<short>(?<=[a-z\d.,]\s)['’‘]\d\d(?![\w'’.,]*\d|['’]?\w|\s(?-i:[A-Z])))"
    r"|(?P<ord>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<digits>\d+(?:[.,]\d+)*)"
    r"|(?P<gap>[^\S\n]{0,20}\n[^\S\n]{0,20}\n\s*)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
MARKS = {
    "-": "hyphen", "–": "dash", "—": "dash", ",": "comma", ".": "dot", "'": "apostrophe", "’": "apostrophe",
    "/": "slash", "(": "open", ")": "close",
}  # fmt: skip
MERIDIEM = re.compile(r"([ap])(?:\.[ ]?|[ ](?=m\b))?m\b\.?", re.IGNORECASE)
BESIDE = re.compile(r"\.?\s(?:the\s)?\d{1,2}(?:st|nd|rd|th)\b")
DAY_OF = re.compile(r"\d(?:st|nd|rd|th|\sof|(?:st|nd|rd|th)\sof)\s\Z")
LAST = re.compile(r"\b([^\W\d_]+)[\s-]\Z")
LED = re.compile(r"\b(?:on|next|last|this|every)\s\Z")
"""What makes "march" a month and "sat" a day in a text without capitals: "march 5th", "5 of march", "on sat"."""
EXACT = ("cardinal", "fraction")
SPOKEN = {"cardinal": "int", "ordinal": "ord"}


class Lexeme(NamedTuple):
    """A word, number or mark. `value` is the table's or the number's; `rule` names the table's row."""

    start: int
    end: int
    code: str
    value: str
    rule: str
    mod: TimexMod | None = None
    """TIMEX3's modifier that a word such as "early" or "about" gives."""


class Source(NamedTuple):
    """What lexemes are made from: the text, the numbers of `news_numbers` by their start, the tables."""

    text: str
    numbers: Mapping[int, NumberFound]
    words: Words


class Lexed(NamedTuple):
    """The lexemes, and their codes as a string of the same length."""

    lexemes: list[Lexeme]
    codes: str


def lex(source: Source, parts: Iterable[tuple[int, int]]) -> Lexed:
    """The lexemes of the text's parts, which are in order; all that lies between two of them is one other word."""
    found: list[Lexeme] = []
    codes: list[str] = []
    text, numbers, words = source
    single, phrases = words.single, words.phrases
    skip = 0
    for match in chain.from_iterable(TOKENS.finditer(text, first, last) for first, last in parts):
        start = match.start()
        if start < skip:
            continue
        kind = match.lastgroup
        if kind == "word":
            lower = match.group().lower()
            entry = single.get(lower)
            if entry is None and lower not in phrases and start not in numbers and lower not in RARE:
                if codes and codes[-1] is not OTHER:
                    found.append(Lexeme(start, match.end(), OTHER, "", ""))
                    codes.append(OTHER)
                continue
            lexeme = _word(source, match, lower, entry)
        elif kind == "gap":
            lexeme = Lexeme(start, match.end(), OTHER, "", "")
        else:
            lexeme = _number(source, match, kind or "mark")
        skip = lexeme.end
        found.append(lexeme)
        codes.append(CHARS.get(lexeme.code, OTHER))
    return Lexed(found, "".join(codes))


RARE = frozenset({"s", "p", "h", "oclock", "second", "am", "pm", "o", "q"})
"""Pieces of times and quarters."""


def _word(source: Source, match: re.Match[str], lower: str, entry: Entry | None) -> Lexeme:
    """The lexeme that begins with a word: a phrase, a number in words, or the word."""
    if _is_rare(source.text, match.start(), lower):
        return _rare(source.text, match, lower)
    number = source.numbers.get(match.start())
    return (
        _phrase(source, match, lower)
        or (_counted(source, number, entry) if number is not None else None)
        or (_single(source, match, lower, entry) if entry is not None else None)
        or _rare(source.text, match, lower)
    )


def _phrase(source: Source, match: re.Match[str], lower: str) -> Lexeme | None:
    """The longest phrase of the tables that begins with the word; "one-day trip" has a day."""
    text = source.text
    start, end = match.span()
    following = text[end : end + 2].lstrip().lower()[:1]
    for rest, longer in source.words.phrases.get(lower, ()):
        if not rest[0].startswith(following) or (longer.code == "nodate" and text[start - 1 : start] == "-"):
            continue
        stop = _phrase_end(text, end, rest)
        if stop and not (longer.small and match.group().islower()):
            return Lexeme(start, stop, longer.code, longer.value, longer.rule, longer.mod)
    return None


def _single(source: Source, match: re.Match[str], lower: str, entry: Entry) -> Lexeme:
    """A word of the tables, with the stop of "Jan."; no lexeme of the grammar where it lacks a capital it needs."""
    start, end = match.span()
    lacks = entry.small and match.group().islower() and not _is_known_small(source, entry, start, end)
    if lacks or units.is_abbreviation(source.text, match, entry.value):
        return Lexeme(start, end, OTHER, "", "")
    short = entry.code in ("month", "wday") and len(lower) < 6 and lower not in source.words.whole
    stop = end + 1 if short and source.text[end : end + 1] == "." else end
    return Lexeme(start, stop, entry.code, entry.value, entry.rule, entry.mod)


def _is_rare(text: str, start: int, lower: str) -> bool:
    """Whether a word is a piece of a time in spite of the tables: "a.m.", "a 30-second film"."""
    if lower == "second":
        return text[start - 1 : start] == "-"
    return lower in ("a", "p", "am", "pm") and MERIDIEM.match(text, start) is not None


def _is_known_small(source: Source, entry: Entry, start: int, end: int) -> bool:
    """Whether a month, day or zone without its capital is one by what stands beside it."""
    text, numbers, _ = source
    if entry.code == "zone":
        return CLOCKED.search(text, max(0, start - 8), start) is not None
    if entry.small == "no":
        return False
    behind = numbers.get(end + 1)
    counted = behind is not None and behind["kind"] == "ordinal"
    before = text[max(0, start - 9) : start]
    led = LED.search(before) if entry.code == "wday" else DAY_OF.search(before)
    return counted or led is not None or _leads(source, entry, before) or BESIDE.match(text, end) is not None


def _leads(source: Source, entry: Entry, before: str) -> bool:
    """Whether a preposition stands before a month that may have one: "since march"."""
    last = LAST.search(before) if entry.code == "month" and entry.small != "beside" else None
    return last is not None and last[1] in source.words.context["leads a month"]


CLOCKED = re.compile(r"(?:\d|[ap]\.?m\.?)\s\Z", re.IGNORECASE)
"""Before a zone: "10:30 cst"."""


def _counted(source: Source, number: NumberFound, entry: Entry | None) -> Lexeme | None:
    """A number in words, where the tables say nothing else of its first word."""
    if number["value"] is None and number["kind"] == "vague" and (entry is None or entry.code == "few"):
        return Lexeme(number["start"], number["end"], "few", "X", "")  # "several hundred", "dozens"
    if number["value"] is None or (entry is not None and entry.code not in ("a", "few")):
        return None
    behind = source.numbers.get(number["end"] + 1)
    if (
        number["value"] in (20, 30)
        and behind is not None
        and behind["kind"] == "ordinal"
        and (behind["value"] or 10) < 10
    ):
        return Lexeme(number["start"], behind["end"], "ord", str(int(number["value"] + (behind["value"] or 0))), "")
    return _spoken_year(source.text, number, source.numbers) or _spoken(number)


def _phrase_end(text: str, at: int, rest: tuple[str, ...]) -> int:
    """Where the rest of a phrase ends that begins before `at`; 0 where other words stand there."""
    for word in rest:
        while at < len(text) and text[at] in " \t\xa0\n" and word[0].isalnum():
            at += 1
        piece = text[at : at + len(word)].lower().replace("’", "'")
        if piece != word:
            return 0
        at += len(word)
    return 0 if text[at : at + 1].isalnum() else at


def _spoken_year(text: str, number: NumberFound, numbers: Mapping[int, NumberFound]) -> Lexeme | None:
    """ "nineteen ninety-seven"."""
    low = numbers.get(number["end"] + 1)
    if low is None or number["kind"] != "cardinal" or low["kind"] != "cardinal" or not text[low["start"]].isalpha():
        return None
    high, rest = number["value"] or 0, low["value"] or 0
    if not 15 <= high <= 20 or not 10 <= rest <= 99:
        return None
    return Lexeme(number["start"], low["end"], "year", str(int(100 * high + rest)), "")


def _spoken(number: NumberFound) -> Lexeme:
    """A number in words; "two thousand" may be a year."""
    value = number["value"]
    code = SPOKEN.get(number["kind"], "num")
    if code == "int" and not float(value or 0).is_integer():
        code = "num"
    if code == "int" and 1900 <= float(value or 0) <= 2100:
        code = "year"
    shown = str(int(value)) if value is not None and float(value).is_integer() else str(value)
    return Lexeme(number["start"], number["end"], "few" if number["kind"] == "vague" else code, shown, "")


def _rare(text: str, match: re.Match[str], lower: str) -> Lexeme:
    """ "p.m.", "EST", "o'clock", "Q3" and the possessive's "s"."""
    start = match.start()
    meridiem = MERIDIEM.match(text, start)
    if meridiem:
        return Lexeme(start, _unstopped(text, meridiem.end()), "meridiem", meridiem.group(1).lower(), "")
    clock = re.compile(r"o['’]?clock\b", re.IGNORECASE).match(text, start)
    if clock:
        return Lexeme(start, clock.end(), "oclock", "", "")
    if lower == "second" and text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalnum():
        return Lexeme(start, match.end(), "unit", "TS", "")  # "a 30-second film"
    if lower == "h" and text[start - 1 : start].isdigit():
        return Lexeme(start, match.end(), "unit", "TH", "")  # "3h"
    code = {"s": "s", "q": "q"}.get(lower, OTHER)
    return Lexeme(start, match.end(), code, "", "")


def _unstopped(text: str, end: int) -> int:
    """Without the stop of "5 pm." at a sentence's end; "5 p.m." has its own."""
    return end - 1 if text[end - 1] == "." and text[end - 3 : end - 2] not in (".", " ") else end


def _number(source: Source, match: re.Match[str], kind: str) -> Lexeme:
    """A number in digits, or a mark."""
    start, end, shown = match.start(), match.end(), match.group()
    kind = "iso" if kind == "sep" else kind
    if kind == "mark":
        return Lexeme(start, end, MARKS.get(shown, OTHER), shown, "")
    if kind == "digits" and _is_money(source.text, start):
        return Lexeme(start, end, OTHER, "", "")  # "for $12 December 27"
    if kind == "digits":
        return _digits(source, start, end, shown)
    if kind == "short":
        return Lexeme(start, end, "year", f"{'19' if shown[1:] > PIVOT else '20'}{shown[1:]}", "")
    return Lexeme(start, end, kind, shown[:-2] if kind == "ord" else shown, "")


PIVOT = "40"
"""Years of two figures above it are of the last century: "the class of '98"."""


def _is_money(text: str, start: int) -> bool:
    """Whether a currency's sign stands before a number."""
    before = text[max(0, start - 2) : start].rstrip()
    return before != "" and unicodedata.category(before[-1]) == "Sc"


def _digits(source: Source, start: int, end: int, shown: str) -> Lexeme:
    """What figures are: "9/11", "3.5 million", a year, a military hour, a number."""
    for rest, longer in source.words.phrases.get(shown, ()):
        if stop := _phrase_end(source.text, end, rest):
            return Lexeme(start, stop, longer.code, longer.value, longer.rule)
    number = source.numbers.get(start)
    if number is not None and number["end"] > end and number["value"] is not None and number["kind"] in EXACT:
        return Lexeme(start, number["end"], "num", str(number["value"]), "")
    is_hour = dotted.is_hour(source.text, (start, end), source.words.context)
    return Lexeme(start, end, "clock", shown, "") if is_hour else _plain(source.text, start, end, shown)


def _plain(text: str, start: int, end: int, shown: str) -> Lexeme:
    """Figures of which nothing but their shape tells what they are."""
    plain = shown.isascii() and shown.isdigit()
    if not plain or len(shown) != 4:
        return Lexeme(start, end, "int" if plain and len(shown) < 4 else "num", shown.replace(",", ""), "")
    hour = shown < "2400" and shown[2:] < "60"  # "0415 GMT"
    return Lexeme(start, end, "year" if units.is_year(text, end, shown) else "mil" if hour else "num", shown, "")
