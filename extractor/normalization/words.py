"""What is known of a language's pages: the tables of `models/<language>/structure/`, compiled once.

Both normalization, which works on the bare text, and `news_structure`, which has the parse, read them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import ClassVar, Literal, NamedTuple

from extractor import tables
from extractor.normalization.characters import Characters, characters
from extractor.normalization.phrases import Phrase, Phrases, phrases
from extractor.vocabulary import FurnitureKind

Shape = Literal["whole", "start", "sentence", "rest", "aside", "credit", "block"]


class CalendarWord(tables.Row, frozen=True, kw_only=True):
    """A month (1 to 12) or a weekday (Monday is 0), in full or shortened."""

    word: str
    kind: Literal["month", "weekday"]
    number: int


class Masthead(tables.Row, frozen=True, kw_only=True):
    """A word that papers, agencies and stations have in their names."""

    word: str


class Label(tables.Row, frozen=True, kw_only=True):
    """A phrase of the head: before a day or an author, a job, a slug, a field's name, capitals that are no place, what
    stands before the paper of a byline, or a verb by which running text, and no caption, tells what somebody says."""

    KEYS: ClassVar[tuple[str, ...]] = ("phrase", "kind")

    phrase: str
    kind: Literal["day", "author", "role", "slug", "field", "no place", "speech", "paper"]


class Furniture(tables.Row, frozen=True, kw_only=True):
    """A phrase by which furniture is known; `shape` says how much of the paragraph it takes with it.

    whole: the paragraph is the phrase. start: the paragraph begins with it. sentence: the sentence that holds it.
    rest: from it to the paragraph's end. aside: a bracket that begins with it. credit: a bracket that holds it.
    block: the paragraph that begins with it, and those after it that belong to it.
    """

    KEYS: ClassVar[tuple[str, ...]] = ("phrase", "shape")

    phrase: str
    shape: Shape
    kind: FurnitureKind


class Agency(tables.Row, frozen=True, kw_only=True):
    """A wire service by its usual name, and the forms in which datelines and credits write it."""

    name: str
    forms: tuple[str, ...]


class MenuWord(tables.Row, frozen=True, kw_only=True):
    """What menus of news sites have on them; a line of nothing else is a menu."""

    word: str


class Character(tables.Row, frozen=True, kw_only=True):
    """A character, or two, that stand for others: as they are written (`U+00AD`, or themselves), what they are read as
    (nothing where the cell is empty), and what they are called in the plural."""

    character: str
    read: Literal["", "space", "-", '"', "“"] = ""
    name: str


class Hyphen(tables.Row, frozen=True, kw_only=True):
    """A word that leaves the hyphen before it hanging: "two- and three-year terms"."""

    word: str


class Words(NamedTuple):
    """The tables as look-ups and compiled patterns; every pattern is linear in the length of what it reads."""

    months: dict[str, int]
    weekdays: dict[str, int]
    day: re.Pattern[str]
    clock: re.Pattern[str]
    mastheads: frozenset[str]
    labels: dict[str, re.Pattern[str]]
    no_place: frozenset[str]
    whole: dict[str, str]
    phrases: dict[str, re.Pattern[str]]
    telling: dict[str, tuple[str, ...]]
    rules: dict[tuple[str, str], str]
    kinds: dict[tuple[str, str], FurnitureKind]
    menu: frozenset[str]
    agencies: dict[str, str]
    credited: re.Pattern[str]
    characters: Characters
    suspending: frozenset[str]
    said: Phrases


CLOCK = (
    r"\b(?:(?:at|by)\s+)?\d{1,2}(?:[:.]\d{2}){0,2}\s?(?:[ap]\.?m\b\.?|hrs?\b)|\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?Z?\b"
    r"|(?-i:\b[A-Z]{1,2}[SDM]T\b|\bGMT\b|\bUTC\b|\bET\b|\bPT\b|\bCT\b)|[+-]\d{2}:?\d{2}\b|\b\d{4}\s+GMT\b"
)


def read(folder: tables.Folder) -> Words:
    """The words of a folder of tables; raises TableError."""
    calendar = folder.rows("calendar.csv", CalendarWord)
    furniture = folder.rows("furniture.csv", Furniture)
    agencies = folder.rows("agencies.csv", Agency)
    labels = _by_kind((label.kind, label.phrase) for label in folder.rows("labels.csv", Label))
    rules: dict[tuple[str, str], str] = {(row.shape, row.phrase): row.rule for row in furniture}
    shapes = _by_kind((row.shape, row.phrase) for row in furniture)
    months, weekdays = _numbers(calendar, "month"), _numbers(calendar, "weekday")
    return Words(
        months=months,
        weekdays=weekdays,
        day=_day(months, weekdays),
        clock=re.compile(CLOCK, re.IGNORECASE),
        mastheads=frozenset(row.word for row in folder.rows("mastheads.csv", Masthead)),
        labels={kind: phrase_pattern(phrases) for kind, phrases in labels.items()},
        no_place=frozenset([*labels["no place"], *labels["slug"], *labels["field"]]),
        whole={phrase: rule for (shape, phrase), rule in rules.items() if shape == "whole"},
        phrases={shape: phrase_pattern(phrases) for shape, phrases in shapes.items()},
        telling={shape: telling(phrases) for shape, phrases in shapes.items()},
        rules=rules,
        kinds={(row.shape, row.phrase): row.kind for row in furniture},
        agencies={form.lower(): row.name for row in agencies for form in row.forms},
        credited=_credited(agencies),
        menu=frozenset(row.word for row in folder.rows("menus.csv", MenuWord)),
        characters=characters(_characters(folder.rows("characters.csv", Character))),
        suspending=frozenset(row.word for row in folder.rows("hyphens.csv", Hyphen)),
        said=phrases(folder.rows("phrases.csv", Phrase)),
    )


def _by_kind(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """{kind: its phrases}, empty for a kind that has none."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, phrase in pairs:
        found[kind].append(phrase)
    return found


def _numbers(calendar: Iterable[CalendarWord], kind: str) -> dict[str, int]:
    """{word: number} of the months, or of the weekdays."""
    return {row.word: row.number for row in calendar if row.kind == kind}


def _credited(agencies: Iterable[Agency]) -> re.Pattern[str]:
    """Matches the agencies' names; of the short ones only "AP" is no word of other meaning."""
    return phrase_pattern(form for row in agencies for form in row.forms if len(form) > 3 or form == "AP")


def _characters(rows: Iterable[Character]) -> dict[str, tuple[str, str]]:
    """{what is written: (what it is read as, its name)}."""
    return {
        chr(int(row.character[2:], 16)) if row.character.startswith("U+") else row.character: (
            " " if row.read == "space" else row.read,
            row.name,
        )
        for row in rows
    }


def telling(phrases: Iterable[str]) -> tuple[str, ...]:
    """Words of which each of the phrases has one: its longest, without what only an apostrophe joins to it."""
    return tuple(sorted({max(re.split(r"[\s'’]+", phrase), key=len) for phrase in phrases}))


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the phrases in any case as whole words, the longest first."""
    ordered = sorted(phrases, key=len, reverse=True)
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+").replace("’", "['’]") for phrase in ordered)
    return re.compile(rf"(?<![^\W_])(?:{joined})(?:(?<=[^\w\s])|(?<=\s)|(?<=\d)|(?!\w))", re.IGNORECASE)


def _day(months: Iterable[str], weekdays: Iterable[str]) -> re.Pattern[str]:
    """A day with its year, in all forms that heads have, and a day without its year in the words of datelines."""
    month = "|".join(sorted(months, key=len, reverse=True))
    week = "|".join(sorted(weekdays, key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?P<weekday>{week})\b\.?,?\s+)?(?:the\s+)?(?:"
        rf"\b(?P<m1>{month})\b\.?,?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s*(?P<y1>\d{{4}})(?!\d))?"
        rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s+)?(?P<m2>{month})\b\.?,?(?:[\s-]+(?P<y2>\d{{4}})(?!\d))?"
        r"|(?<![\d/.-])(?P<y3>[12]\d{3})(?P<s3>[-/.])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})(?!\d)T?"
        r"|(?<![\d/.-])(?P<a>\d{1,2})(?P<s4>[-/.])(?P<b>\d{1,2})(?P=s4)(?P<y4>\d{4}|\d{2})(?![\d/.-]))",
        re.IGNORECASE,
    )
