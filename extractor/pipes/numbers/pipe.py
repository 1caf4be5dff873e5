"""`news_numbers`: every number expression, without its context, for those who say what it is a number of.

Dates, figures and quotes all meet "twenty" and "2.4 million"; here they are read once.
"""

from collections.abc import Iterator
from fractions import Fraction

from spacy.language import Language
from spacy.tokens import Doc

from extractor import tables
from extractor.annotations import NUMBERS, NumberFound, text_of
from extractor.pipes.numbers import digits, words
from extractor.pipes.numbers.line import Around, Line
from extractor.pipes.numbers.patterns import alternation
from extractor.pipes.numbers.runs import GREATEST, Atom, Number, Word
from extractor.syntax.lists import Listed, Lists
from extractor.syntax.words import small

DIGITS_RULE = "numbers/digits"
SPACES = (" ", "\u00a0")
SHORT = frozenset({"tn", "k"})
"""Suffixes that in capitals behind a space are something else."""


@Language.factory("news_numbers", assigns=["doc._.numbers"], default_config={"language": "en", "rules": None})
class NewsNumbers(tables.Tabled):
    """Finds number expressions. Reads the text, writes `doc._.numbers`."""

    component = "numbers"

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, annotated."""
        text = text_of(doc)
        NUMBERS.put(doc, [_item(number) for number in words.numbers(self._line(text))])
        return doc

    def _use(self, folder: tables.Folder) -> None:
        lists = Lists(folder.rows("phrases.csv", Listed))
        self._around, self._shapes = Around.of(lists), digits.Shapes(lists)
        rows = folder.rows("words.csv", Word)
        self._words = {row.word: (row.kind, Fraction(row.value), row.rule) for row in rows}
        suffixes = [row.word for row in rows if row.kind == "suffix"]
        self._pattern = alternation([row.word for row in rows if row.kind != "suffix"], suffixes)

    def _line(self, text: str) -> Line:
        return Line(text, self._atoms(text), self._around)

    def _atoms(self, text: str) -> list[Atom]:
        found = []
        for match in self._pattern.finditer(small(text)):
            if (
                text[match.start() - 1 : match.start()] in SPACES
                and match[0] in SHORT
                and text[match.start()].isupper()
            ):
                continue  # "Memphis, 12 TN" is in Tennessee
            found.append(Atom(match.start(), match.end(), *self._words[match[0]]))
        if any(map(text.__contains__, "0123456789½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")):
            found += _literals(text, self._shapes)
            found.sort()
        return found


def _literals(text: str, shapes: digits.Shapes) -> Iterator[Atom]:
    """Numbers in digits, with "1/2" put together."""
    before: digits.Digits | None = None
    for literal in shapes.literals(text):
        joined = digits.slash(before, literal, text) if before else None
        if before and joined is None:
            yield Atom(*before, DIGITS_RULE, digits=True)
        before = joined or literal
    if before:
        yield Atom(*before, DIGITS_RULE, digits=True)


def _plain(value: Fraction | None) -> int | float | None:
    """An int where it is one, and where a machine's integer holds it."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 and abs(value) < GREATEST else float(value)


def _item(number: Number) -> NumberFound:
    return {
        "start": number.start,
        "end": number.end,
        "kind": number.kind,
        "value": _plain(number.value),
        "low": _plain(number.low),
        "high": _plain(number.high),
        "scale": number.scale,
        "rule": number.rule,
    }
