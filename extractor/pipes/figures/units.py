"""Reads the unit of a number, on either side of it, and the rate behind it: "$3.5 million", "12 cents a share".

Units are looked for in the text, not in the tokens: a tokenizer splits "US$5bn", "12-cent-a-share" and "5-10W" as it
pleases, and a table of spellings does not care.
"""

import re
from collections.abc import Iterable

from extractor import tables
from extractor.annotations import NumberFound
from extractor.pipes.figures.aging import Aging
from extractor.pipes.figures.coins import old_money, signed
from extractor.pipes.figures.measure import MILLION, Measure, letter, letters, scaled, times
from extractor.pipes.figures.rates import Per, Rates
from extractor.syntax.lists import Lists, either
from extractor.vocabulary import FigureKind


class Unit(tables.Row, frozen=True):
    """A unit. `before` stands before the number, `after` are words behind it, `short` are abbreviations (as written).

    `least`: below it the form is taken for another word ("the other two won"). `millions` is the unit that the words
    behind millions say: "5m pounds" are money.
    """

    unit: str
    kind: FigureKind
    least: float = 0
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    millions: str = ""


PRIMES = {"'": "foot", "′": "foot", '"': "inch", "″": "inch"}
OPENED = {"'": re.compile(r"(?<!\w)'|'(?!\w)"), "′": re.compile("′"), '"': re.compile(r'"'), "″": re.compile("″")}
CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}
ALONE = re.compile(r"/|\s?(?:\Z|[.;)](?:\s|\Z)|,\s|x\b|of\b|by\b|long\b|tall\b|high\b|deep\b|wide\b|away\b|is\b|\d)")
TOUCHING = re.compile(r"(?<=\s)([$£€¥₹])\Z")
"""A sign that touches the number is its own, whatever stands before: "the S23 $899"."""
FEET = re.compile(r"(?:ft\.?|feet|foot)\s\Z")
SPACED_CODE = re.compile(r"[a-z0-9(]\s?\Z")
"""Before the code of "paid A $40"; at the head of a sentence, "A $40 ticket", it is the article."""
STREET = re.compile(r"\.\s[A-Z]")
"""Behind a letter that is no unit: "20 N. Main St."."""
YEAR = re.compile(r"[0-9]{4}")
COMPOUND = re.compile(r"-(?!old|long|plus)[a-z]")
WORD = re.compile(r"[^\W\d_]+")
OF = {"vague": re.compile(r"\sof(?=\s)"), "fraction": re.compile(r"\s(?:an?|of\san?)(?=\s)")}
"""Between number and unit: "hundreds of miles", "half an hour"."""
TIMES = re.compile(r"[\s-]times\b")
BEFORE_WORD = re.compile(r"\s?([mbkMBK])(?=\s)")
"""The letter of "300m kronor", "30m yen"."""
WEIGHED = re.compile(r"\bweigh[a-z]*\s(?:\w+\s){0,3}\Z", re.IGNORECASE)
PHYSICAL = frozenset({"length", "area", "volume", "mass", "speed", "temperature", "energy", "data"})
ABBREVIATED = 4
"""Letters of what in capitals is an abbreviation of its own: "two SEC commissioners" are no seconds."""
LETTER_LEAST = 1000
"""What a single letter before a number is a currency for: N5bn is naira, N95 a mask."""


class Units:
    """The tables of units and rates, as patterns built once."""

    def __init__(self, units: Iterable[Unit], per: Iterable[Per], lists: Lists) -> None:
        self._powers = {word: 1000 ** (power + 1) for power, word in enumerate(lists.ordered("scales"))}
        self._powers |= {"bn": 10**9, "mn": 10**6, "m": 10**6}
        self._worded = re.compile(rf"\s({either(self._powers)})\b")
        self._tall = lists.pattern(r"\b(?:{before a height})\s(?:\w+\s)?\Z", re.IGNORECASE)
        self.aging, self._letters = Aging(lists), letters(lists)
        self._before: dict[str, Unit] = {}
        self._after: dict[str, Unit] = {}
        self._short: dict[str, Unit] = {}
        for row in units:
            self._before |= dict.fromkeys(row.before, row)
            self._after |= {form.lower(): row for form in row.after}
            self._short |= dict.fromkeys(row.short, row)
        self._money_codes()
        self._rates = Rates(per, lists)
        self._by_name = {row.unit: row for row in self._after.values()} | {
            row.unit: row for row in self._before.values()
        }
        self.monies = frozenset(name for name, row in self._by_name.items() if row.kind == "money")
        self._prefix = re.compile(rf"(?<![^\W\d_])(?<![A-Za-z]-)(?<![0-9]\s)({either(self._before)})[\s\u00a0]?\Z")
        self._words = re.compile(rf"(?:\s|-|\s-\s)({either(self._after)})(?![^\W_])", re.IGNORECASE)
        self._signs = re.compile(rf"(\s?[(\[{{<]|\s|-)?({either(self._short)})(?![^\W_])")

    def words(self) -> frozenset[str]:
        """The words and abbreviations for units, in small letters."""
        return frozenset(self._after) | {form.lower() for form in self._short}

    def _money_codes(self) -> None:
        """ "MUSD" is a million dollars to an accountant; the scale is read from the M."""
        for form, row in list(self._before.items()):
            if len(form) == 3 and form.isalpha() and form.isupper():
                self._before.setdefault("M" + form, row)
                self._short.setdefault(form, row)
                self._short.setdefault("M" + form, row)

    def time(self, text: str, start: int, end: int) -> tuple[Unit, str] | None:
        """The last word between two offsets that is a unit of time, and its row."""
        for word in reversed(WORD.findall(text, start, end)):
            row = self._after.get(word.lower())
            if row is not None and row.kind == "duration":
                return row, word
        return None

    def follows(self, text: str, end: int) -> bool:
        """Whether behind a number stands the abbreviation or word of a unit that no year has: "2000 hp"."""
        match = self._signs.match(text, end)
        row = self._short.get(match[2]) if match and len(match[2]) > 1 else None
        if row is None:
            match = self._words.match(text, end)
            row = self._after.get(match[1].lower()) if match else None
        return row is not None and row.kind in PHYSICAL

    def measure(self, text: str, number: NumberFound, limit: int | None = None) -> Measure:
        """The number with the unit that stands before or behind it, if any; its rate ends before `limit`."""
        bare = Measure(
            start=number["start"],
            end=number["end"],
            first=number["start"],
            last=number["end"],
            value=number["value"],
            low=number["low"],
            high=number["high"],
            number=number["kind"],
            scale=number["scale"],
            rule=number["rule"],
        )
        if age := self.aging.old(text, bare):
            return age
        found = (
            self._money(text, bare)
            or self._behind(text, scaled(text, bare, self._letters))
            or self._primed(text, bare)
            or self._inside(text, bare)
        )
        if found is None:
            times = TIMES.match(text, bare.end)
            found = bare._replace(end=times.end(), unit="time", unit_text="times") if times else None
        rated = self._rates.rated(text, found) if found else self._rates.bare(text, scaled(text, bare, self._letters))
        if limit is not None and rated.end > limit:
            rated = found or scaled(text, bare, self._letters)  # "four points each year": the year is a date
        return self.aging.by_age(text, rated)

    def _money(self, text: str, bare: Measure) -> Measure | None:
        """A currency before the number, with "m", "b" or "million" behind it."""
        match = self._prefix.search(text, max(0, bare.start - 8), bare.start)
        match = match or TOUCHING.search(text, max(0, bare.start - 2), bare.start)
        row = self._before.get(match[1]) if match else None
        if match is None or row is None or abs(bare.value or 0) < row.least:
            return None
        form, start = match[1], match.start()
        if len(form) == 1 and form.isalpha() and not row.least and abs(bare.value or 0) < LETTER_LEAST:
            return None
        if form == "A $" and not SPACED_CODE.search(text, max(0, start - 2), start):
            form, start, row = "$", start + 2, self._before["$"]
        amount = signed(text, old_money(text, self._amount(text, bare, form), form), start)
        return amount._replace(
            start=min(start, amount.start),
            end=self._named_again(text, amount.end),
            kind=row.kind,
            unit=row.unit,
            unit_text=form.strip(),
            rule=row.rule,
        )

    def _amount(self, text: str, bare: Measure, form: str) -> Measure:
        """The number times what the currency's code or a letter behind it multiply it by."""
        if len(form) == 4 and form.startswith("M") and form[1:] in self._before:
            return times(bare, 10**6, bare.end)
        short = letter(text, bare)
        return times(bare, MILLION[short[1]], short.end()) if short else bare

    def _named_again(self, text: str, end: int) -> int:
        """Where an amount ends whose currency is said on both sides: "$5 million dollars"."""
        named = self._words.match(text, end)
        return named.end() if named and self._after[named[1].lower()].kind == "money" else end

    def _behind(self, text: str, bare: Measure) -> Measure | None:
        """A unit behind the number: a word first, else an abbreviation; single letters only where they touch it."""
        coined = self._coined(text, bare)
        if coined is not None:
            return coined
        of = OF[bare.number].match(text, bare.end) if bare.number in OF else None
        match = self._words.match(text, of.end() if of else bare.end)
        row = self._after.get(match[1].lower()) if match else None
        if match and match[1][0].isupper() and len(match[1]) < 6 and YEAR.fullmatch(text, bare.first, bare.last):
            return None
        if match is None or row is None or abs(bare.value or 0) < row.least or _is_other(text, bare, row, match):
            return self._sign(text, bare)
        return self._named(text, bare, self._meant(text, bare, row, match.end()), match.end(), match[1])

    def _coined(self, text: str, bare: Measure) -> Measure | None:
        """ "300m kronor", "5m pounds": a letter and a currency's word."""
        short = BEFORE_WORD.match(text, bare.end) if bare.scale == 1 and text[bare.end - 1].isdigit() else None
        match = self._words.match(text, short.end()) if short else None
        row = self._after.get(match[1].lower()) if match else None
        if short is None or match is None or row is None:
            return None
        amount = times(bare, MILLION[short[1]], short.end())
        row = self._meant(text, amount, row, match.end())
        return self._named(text, amount, row, match.end(), match[1]) if row.kind == "money" else None

    def _meant(self, text: str, bare: Measure, row: Unit, end: int) -> Unit:
        """The row that a word means with millions before it: "5 million pounds" are money, "of beef" they are not."""
        if not row.millions or bare.scale < 10**6 or text.startswith(" of", end):
            return row
        weighed = WEIGHED.search(text, max(0, bare.start - 32), bare.start)
        return row if weighed else self._by_name.get(row.millions, row)

    def _inside(self, text: str, bare: Measure) -> Measure | None:
        """ "sixpence" holds its unit."""
        row = self._after.get(text[bare.last - 5 : bare.last].lower()) if text[bare.last - 1].isalpha() else None
        if row is None or row.kind != "money":
            return None
        return bare._replace(kind=row.kind, unit=row.unit, unit_text=text[bare.last - 5 : bare.last], rule=row.rule)

    def _sign(self, text: str, bare: Measure) -> Measure | None:
        match = self._signs.match(text, bare.end)
        row = self._short.get(match[2]) if match else None
        if match is None or row is None or bare.number == "vague":
            return None
        form, end = match[2], match.end()
        if match[1] and match[1][-1] in CLOSING:  # "20 (kg)"
            if text[end : end + 1] != CLOSING[match[1][-1]]:
                return None
            return self._named(text, bare, row, end + 1, form)
        if not self._stands(text, bare, match):
            return None
        if len(form) == 4 and form.startswith("M") and form[1:] in self._short and row.kind == "money":
            bare = times(bare, 10**6, end)
        return self._named(text, bare, row, end, form)

    def _primed(self, text: str, bare: Measure) -> Measure | None:
        """ "an altitude of 30'", "10\" long": a prime is a mark of quotation wherever one is open."""
        mark = text[bare.end : bare.end + 1]
        name = PRIMES.get(mark)
        if name is None or not text[bare.last - 1].isdigit() or text[bare.end + 1 : bare.end + 2].isalpha():
            return None
        line = text.rfind("\n", 0, bare.start) + 1
        opened = OPENED[mark].findall(text, max(line, bare.start - 400), bare.start)
        if len(opened) % 2 or (mark == "'" and not self._tall.search(text, max(0, bare.start - 32), bare.start)):
            return None
        row = self._after[name]
        return bare._replace(end=bare.end + 1, kind=row.kind, unit=row.unit, unit_text=mark, rule=row.rule)

    @staticmethod
    def _stands(text: str, bare: Measure, match: re.Match[str]) -> bool:
        """Whether an abbreviation is one here: behind digits, a single letter touching them or ending the phrase."""
        form, end = match[2], match.end()
        digits = text[bare.last - 1].isdigit() or bare.last != bare.end
        if not digits and len(form) < 3:
            return False
        if form == "in":  # "5 feet 7 in", "12in"; but "10 in a row"
            feet = FEET.search(text, max(0, bare.start - 6), bare.start) is not None
            return feet or (match[1] is None and not text[end : end + 1].isalnum())
        if len(form) == 1 and form.isalpha() and match[1] and (form.islower() or form in "ANJLVRW"):
            return bool(ALONE.match(text, end)) and not STREET.match(text, end)
        return not (form in "$€£₿" and text[end : end + 1].isdigit())

    def _named(self, text: str, bare: Measure, row: Unit, end: int, form: str) -> Measure:
        """ "75 USD million" has its scale behind the currency."""
        worded = self._worded.match(text, end) if row.kind == "money" and bare.scale == 1 else None
        if worded:
            bare = times(bare, self._powers[worded[1]], worded.end())
            end = worded.end()
        return bare._replace(end=end, kind=row.kind, unit=row.unit, unit_text=form, rule=row.rule)


def _is_other(text: str, bare: Measure, row: Unit, match: re.Match[str]) -> bool:
    """Whether a word for time is none here: "three second-degree charges", "five year-round posts", "two SEC staff"."""
    if row.kind != "duration":
        return False
    if match[1].isupper() and len(match[1]) < ABBREVIATED and match[1].lower() != row.unit:
        return True  # "three DAY" are days
    several = (bare.value or 0) > 1 and not match[1].lower().endswith("s")
    return several and match.group()[0] == " " and COMPOUND.match(text, match.end()) is not None
