"""What looks like a figure and is none: years, times, addresses, names with numbers, labels, the indefinite "one"."""

import re
from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Token

from extractor import tables
from extractor.pipes.figures.measure import Measure
from extractor.syntax.lists import Lists


class Exclusion(tables.Row, frozen=True):
    """A word that makes a number beside it no figure.

    `kind`: label (stands before: "Flight 370"), indefinite (after "one": "one day"), address, clock, month,
    line (the number of an emergency line), calling (a word beside one).
    """

    KEYS = ("word", "kind")

    word: str
    kind: Literal["label", "indefinite", "address", "clock", "month", "line", "calling"]


NAMES = frozenset({"ORG", "PRODUCT", "EVENT", "FAC", "WORK_OF_ART", "LAW", "GPE", "LOC", "PERSON", "NORP"})
TITLES = frozenset({"ORG", "PRODUCT", "EVENT", "FAC", "WORK_OF_ART", "LAW"})
SURE = frozenset({"money", "percent", "temperature", "speed", "rate"})
YEARS = range(1500, 2101)
YEAR = re.compile(r"[0-9]{4}")
YEAR_PAIR = re.compile(r"[0-9]{4}(?:\s?[-–—/]\s?|\s(?:and|to|or)\s)(?:[0-9]{4}|[0-9]{2})")
LIST_START = re.compile(r"(?:\A|\n)\s{0,8}\(?\Z")
LIST_END = re.compile(r"\s?[.)](?:\s|\Z)")
ZIP = re.compile(r"\b[A-Z]{2}\.?\s\(?\Z")
OTHER_ONE = re.compile(r"(?:\band|[,;])\s\Z")
KEY = re.compile(r"(?<=[\"'=/_])[0-9]{10,}")
"""A key and no count: the value of an attribute or the end of an address."""
EACH = re.compile(r"\b(?:each|every|any)\s\Z", re.IGNORECASE)


class Exclusions:
    """The table as patterns."""

    def __init__(self, rows: Iterable[Exclusion], lists: Lists) -> None:
        words: dict[str, list[str]] = {}
        for row in rows:
            words.setdefault(row.kind, []).append(re.escape(row.word))
        either = {kind: "|".join(sorted(forms, key=len, reverse=True)) for kind, forms in words.items()}
        self._before_year = lists.pattern(r"(?:\b(?:{before a year})\s|mid-|©\s?)\Z", re.IGNORECASE)
        self._no_number = lists.pattern(r"\b(?:{before no number})\s\Z", re.IGNORECASE)
        self._pronoun = lists.pattern(r"\s(?:{behind a pronoun}|of\sthe\s(?:most|best))\b|['’]s", re.IGNORECASE)
        self._denied = lists.pattern(r"\b(?:{denials})\s\Z", re.IGNORECASE)
        self._further = lists.pattern(r"\s(?:{more})\b", re.IGNORECASE)
        """Around what there is not: "seven martyrs, not one more"."""
        self._superlative = lists.pattern(
            r"\sof\s(?:{possessives}|[\w'’]{1,20}['’]s)\s(?:\w{1,15}\s)?(?:{superlatives}|[a-z]{3,12}est)\b",
            re.IGNORECASE,
        )
        self._zone = lists.pattern(r"\b(?:{zones})\s\Z", re.IGNORECASE)
        self._zone_end = lists.pattern(r"\s?(?:[.,;:)]|\Z)|\s(?:{behind a zone})\b")
        """Around a part of a table: "slipped towards the bottom three"."""
        self._prefix = lists.pattern(r"\b(?:{before a hyphen})[-–]\Z", re.IGNORECASE)
        self._label = re.compile(rf"\b({either['label']})\.?\s?\Z", re.IGNORECASE)
        self._indefinite = frozenset(words["indefinite"])
        self._lines = frozenset(words["line"])
        self._calling = re.compile(rf"\b(?:{either['calling']})\b", re.IGNORECASE)
        self._address = re.compile(
            rf"(?:th|st|nd|rd)?\s(?:[NSEW]\.?\s|[A-Z0-9][\w'’.]{{0,20}}\s){{0,4}}(?:{either['address']})\b(?!\s[a-z]+ing)",
            re.IGNORECASE,
        )
        self._clock = re.compile(rf"\s?(?:{either['clock']})(?![^\W_])", re.IGNORECASE)
        self._month_before = re.compile(rf"\b(?:{either['month']})\.?\s\Z", re.IGNORECASE)
        self._month_after = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?(?:{either['month']})\b", re.IGNORECASE)

    def excluded(self, text: str, measure: Measure, first: Token, last: Token, *, hedged: bool) -> bool:
        """Whether the number is no figure. `first` and `last` are its tokens; nobody hedges a name or a label."""
        zipped = measure.last - measure.first == 5 and ZIP.search(text, max(0, measure.start - 5), measure.start)
        if self._joined(text, measure) or zipped or KEY.fullmatch(text, measure.first, measure.last):
            return True
        if measure.kind in SURE and measure.kind != "temperature":
            return False
        if self._dated(text, measure, first):
            return True
        if measure.unit is None and self._placed(text, measure):
            return True
        if not hedged and (self._part_of_name(text, measure, last) or _named(first, measure)):
            return True
        return self._indefinite_one(text, measure, last)

    def _part_of_name(self, text: str, measure: Measure, last: Token) -> bool:
        """Whether a bare number names something with what stands beside it: "the bottom three", "a 787 Dreamliner"."""
        if measure.unit is not None or measure.kind != "count":
            return False
        zone = self._zone.search(text, max(0, measure.start - 10), measure.start) and self._zone_end.match(
            text, measure.last
        )
        return zone is not None or self._called(text, measure) or _is_model(last, measure)

    def _called(self, text: str, measure: Measure) -> bool:
        """Whether it is the number of an emergency line: "a 911 caller", "call 999"."""
        if text[measure.first : measure.last] not in self._lines:
            return False
        around = text[max(0, measure.start - 16) : measure.last + 16]
        return self._calling.search(around) is not None

    def _dated(self, text: str, measure: Measure, first: Token) -> bool:
        before = text[max(0, measure.start - 12) : measure.start]
        if self._clock.match(text, measure.last):
            return True
        value = measure.value if measure.value is not None else measure.high
        if measure.unit is not None or value is None:
            return False
        if value <= 31 and (
            _month(self._month_before.search(before)) or _month(self._month_after.match(text, measure.last))
        ):
            return True
        written = text[measure.first : measure.last]
        if YEAR_PAIR.fullmatch(written) and (measure.low is None or measure.low in YEARS):
            return True
        if not YEAR.fullmatch(written) or value not in YEARS:
            return False
        return first.ent_type_ in ("DATE", "TIME", "EVENT") or bool(self._before_year.search(before)) or first.i == 0

    def _placed(self, text: str, measure: Measure) -> bool:
        """Addresses, labels, list numbers, postal codes."""
        before = text[max(0, measure.start - 16) : measure.start]
        digits = text[measure.first].isdigit()
        if self._label.search(before):
            return True
        if not digits:
            return False
        if "," not in text[measure.first : measure.last] and self._is_address(text, measure):
            return True
        if LIST_START.search(text, max(0, measure.start - 12), measure.start) and LIST_END.match(text, measure.last):
            return True
        return (before[-1:] + text[measure.last : measure.last + 1]) in ("()", "[]")

    def _is_address(self, text: str, measure: Measure) -> bool:
        match = self._address.match(text, measure.last)
        if match is None:
            return False
        words = match.group().split()
        return words[0] == "block" or (len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words))

    def _indefinite_one(self, text: str, measure: Measure, last: Token) -> bool:
        """ "one day", "no one", "one of the largest": a pronoun or an article, not a count."""
        if measure.value != 1 or text[measure.first : measure.last].lower() != "one":
            return False
        after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
        if after is not None and after.lower_ in self._indefinite:
            return True
        if measure.unit is not None:
            return False
        if self._superlative.match(text, measure.last) or text[measure.last : measure.last + 1] == "-":
            return True
        return self._is_pronoun(text, measure, after)

    def _is_pronoun(self, text: str, measure: Measure, after: Token | None) -> bool:
        """Whether a bare "one" counts nothing behind it and stands for something: "no one", "one can"."""
        before = text[max(0, measure.start - 10) : measure.start]
        if self._denied.search(before) and self._further.match(text, measure.last):
            return True
        noun = after is not None and (after.pos_ in ("NOUN", "ADJ", "PROPN") or after.lower_ == "of")
        if noun and not EACH.search(before):
            return False
        if OTHER_ONE.search(before) and text.startswith((" was ", " is ", " has "), measure.last):
            return False  # "nine were shot and one was strangled": whether it counts, its role decides
        return bool(self._no_number.search(before) or self._pronoun.match(text, measure.last))

    def _joined(self, text: str, measure: Measure) -> bool:
        """Whether letters, hyphens or slashes bind the number into a word: "AK-47", "3D", "24/7"."""
        before, after = text[max(0, measure.start - 2) : measure.start], text[measure.last : measure.last + 2]
        if self._bound(text, measure, before, after):
            return True
        if measure.kind in SURE or measure.unit is not None:
            return False
        return (before[-1:] == "/" and before[:1].isalnum()) or (after[:1] in ("/", ":") and after[1:2].isdigit())

    def _bound(self, text: str, measure: Measure, before: str, after: str) -> bool:
        """Whether a letter touches the number, or a hyphen ties one to it; of two characters `before` and `after`."""
        if measure.start == measure.first and before[-1:].isalnum():
            return True
        if measure.last == measure.end and (after[:1].isalpha() or after[:1] == "_"):
            return True
        if after[:1] == "-" and after[1:].isupper() and text[measure.first].isdigit() and measure.unit is None:
            return True  # "UPDATE 3-Storm toll climbs"
        tied = before[-1:] in ("-", "–") and before[:1].isalpha()
        return tied and not self._prefix.search(text, max(0, measure.start - 8), measure.start)


AMBIGUOUS = re.compile(r"\b(?:may|mar|march)\b")


def _month(match: re.Match[str] | None) -> bool:
    """The month as a name: "may" in small letters is a verb, "march" an event."""
    if match is None:
        return False
    return "M" in match.group() or not AMBIGUOUS.search(match.group())


def _is_model(last: Token, measure: Measure) -> bool:
    """Whether the number is part of the name behind it: "a 787 Dreamliner", "22 Ave Foch"; not "200 Marines"."""
    digits = measure.value is not None and 1 < measure.last - measure.first < 5 and measure.scale == 1
    if not digits or not isinstance(measure.value, int) or last.i + 1 >= len(last.doc) or not last.text[-1].isdigit():
        return False
    after = last.doc[last.i + 1]
    if (
        after.tag_ not in ("NNP", "NN")
        or not after.text[0].isupper()
        or after.text.isupper()
        or after.lower_.endswith("s")
    ):
        return False
    end = after.i + 1
    while end < len(last.doc) and last.doc[end].tag_ == "NNP":
        end += 1
    return not (end < len(last.doc) and last.doc[end].pos_ in ("NOUN", "PROPN", "ADJ")) and after.ent_type_ != "NORP"


def _named(first: Token, measure: Measure) -> bool:
    """Whether the number belongs to a name: "Apollo 11", "the S&P 500", "Boeing 787"."""
    doc = first.doc
    if first.i == 0 or measure.kind in ("score", "age", "duration", "length", "area", "mass", "volume"):
        return False
    before = doc[first.i - 1]
    if (
        first.ent_type_ in NAMES
        and first.ent_iob_ == "I"
        and before.ent_type_ == first.ent_type_
        and before.text[0].isupper()
    ):
        return True
    proper = before.pos_ == "PROPN" and before.text[0].isupper() and first.text[0].isdigit()
    return (
        proper
        and first.head.i <= before.i
        and first.dep_ in ("nummod", "appos", "npadvmod", "nmod")
        and measure.unit is None
    )
