"""Reads the unit of a number, on either side of it, and the rate behind it: "$3.5 million", "12 cents a share".

Units are looked for in the text, not in the tokens: a tokenizer splits "US$5bn", "12-cent-a-share" and "5-10W" as it
pleases, and a table of spellings does not care.
"""

import re
from collections.abc import Iterable

from extractor import tables
from extractor.annotations import NumberFound
from extractor.pipes.figures.measure import MILLION, Measure, letter, scaled, times
from extractor.vocabulary import FigureKind


class Unit(tables.Row, frozen=True):
    """A unit. `before` stands before the number, `after` are words behind it, `short` abbreviations (as written);
    `least`: below it the form is taken for another word ("the other two won").
    """

    unit: str
    kind: FigureKind
    least: float = 0
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


class Per(tables.Row, frozen=True):
    """What a rate is counted by: "a share", "/h", "per annum"."""

    word: str
    unit: str


RATES = ("money", "percent", "mass", "volume", "count", "length", "energy", "data", "other", "rate", "area")
SPEEDS = frozenset({"hour", "second", "minute"})
WORDED = re.compile(r"\s(million|billion|trillion|thousand|bn|mn|m)\b")
POWERS = {
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "thousand": 1000,
    "bn": 10**9,
    "mn": 10**6,
    "m": 10**6,
}
AGE = re.compile(
    r"[\s-]{1,3}(?P<unit>year|month|week|day|yr)s?[\s-]{1,3}(?:olds?\b|of age\b)|(?:\s|-)?y[/.]?o\b", re.IGNORECASE
)
AGED = re.compile(
    r"\b(?:aged|ages?|age of|turned|turning|turns|dies at|died at|(?<!of\s)(?<!the\s)dead at)\s"
    r"(?:of\s|only\s|just\s|about\s)?\Z",
    re.IGNORECASE,
)
AGES = re.compile(r"\b(?:aged|ages)\s(?:between\s)?(?:[0-9]{1,3}(?:\sto\s|-|,?\sand\s|,\s)){1,8}\Z", re.IGNORECASE)
"""Before the later ages of a list: "two men, ages 28 and 22, were wounded"."""
PRIMES = {"'": "foot", "′": "foot", '"': "inch", "″": "inch"}
OPENED = {"'": re.compile(r"(?<!\w)'|'(?!\w)"), "′": re.compile("′"), '"': re.compile(r'"'), "″": re.compile("″")}
TALL = re.compile(
    r"\b(?:altitude|height|depth|length|width|feet|tall|high|deep|long|wide|is|was|stands|standing|at|of|to)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}
ALONE = re.compile(r"/|\s?(?:\Z|[.;)](?:\s|\Z)|,\s|x\b|of\b|by\b|long\b|tall\b|high\b|deep\b|wide\b|away\b|is\b|\d)")
TOUCHING = re.compile(r"(?<=\s)([$£€¥₹])\Z")
"""A sign that touches the number is its own, whatever stands before: "the S23 $899"."""
FEET = re.compile(r"(?:ft\.?|feet|foot)\s\Z")
SPACED_CODE = re.compile(r"[a-z0-9(]\s?\Z")
"""Before the code of "paid A $40"; at the head of a sentence, "A $40 ticket", it is the article."""
STREET = re.compile(r"\.\s[A-Z]")
"""Behind a letter that is no unit: "20 N. Main St."."""
AGED_END = re.compile(
    r"\W*\Z|\s?[\n,.;:)?!–—-]|\s(?:and|or|to|in|on|with|when|who|at|last|this|was|is|from|by|but|years)\b"
)
YEAR = re.compile(r"[0-9]{4}")
COMPOUND = re.compile(r"-(?!old|long|plus)[a-z]")
WORD = re.compile(r"[^\W\d_]+")
OF = {"vague": re.compile(r"\sof(?=\s)"), "fraction": re.compile(r"\s(?:an?|of\san?)(?=\s)")}
"""Between number and unit: "hundreds of miles", "half an hour"."""
TIMES = re.compile(r"[\s-]times\b")
PER = re.compile(
    r"(\s?/\s?|\s?[\s-]\s?(?:per|an?|each|every)\s?[\s-]\s?)(?!(?:year|month|week|day)[\s-](?:old|earlier|ago|later|before)\b)((?:cubic\s|square\s)?[^\W\d_]+[²³23]?)(?![^\W_])",
    re.I,
)


BARE_PER = re.compile(
    r"\s(?:per|an?|every)\s(hour|day|night|week|month|season|year|minute|game|person|head)\b(?!-)", re.IGNORECASE
)
FLOWS = frozenset({"money", "volume", "mass", "energy", "data"})
FAR_PER = re.compile(
    r"\sof\s(?:[a-z-]{2,20}\s){1,3}(?:an?|per|each|every)\s(hour|day|week|month|year|minute|second)\b"
    r"|\s\([^()\n]{2,24}\)\s(?:an?|per|each)\s([a-z]{3,9})\b"
)


class Units:
    """The tables of units and rates, as patterns built once."""

    def __init__(self, units: Iterable[Unit], per: Iterable[Per]) -> None:
        self._before: dict[str, Unit] = {}
        self._after: dict[str, Unit] = {}
        self._short: dict[str, Unit] = {}
        for row in units:
            self._before |= dict.fromkeys(row.before, row)
            self._after |= {form.lower(): row for form in row.after}
            self._short |= dict.fromkeys(row.short, row)
        self._money_codes()
        self._per = {row.word: row.unit for row in per}
        self._prefix = re.compile(rf"(?<![^\W\d_])(?<![A-Za-z]-)(?<![0-9]\s)({_either(self._before)})[\s\u00a0]?\Z")
        self._words = re.compile(rf"(?:\s|-|\s-\s)({_either(self._after)})(?![^\W_])", re.IGNORECASE)
        self._signs = re.compile(rf"(\s?[(\[{{<]|\s|-)?({_either(self._short)})(?![^\W_])")

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

    def measure(self, text: str, number: NumberFound, limit: int | None = None) -> Measure:
        """The number with the unit that stands before or behind it, if any; its rate ends before `limit`."""
        bare = Measure(
            number["start"], number["end"], number["start"], number["end"], number["value"], number["low"],
            number["high"], number["kind"], number["scale"], "count", None, None, number["rule"],
        )  # fmt: skip
        age = AGE.match(text, bare.end)
        if age:
            unit = "year" if not age["unit"] or age["unit"] == "yr" else age["unit"].lower()
            return bare._replace(end=age.end(), kind="age", unit=unit, unit_text=age.group().strip(" -\n"))
        found = self._money(text, bare) or self._behind(text, scaled(text, bare)) or self._primed(text, bare)
        if found is None:
            times = TIMES.match(text, bare.end)
            found = bare._replace(end=times.end(), unit="time", unit_text="times") if times else None
        rated = self._rate(text, found) if found else self._bare_rate(text, scaled(text, bare))
        if limit is not None and rated.end > limit:
            rated = found or scaled(text, bare)  # "four points each year": the year is a date
        return _by_age(text, rated)

    def _money(self, text: str, bare: Measure) -> Measure | None:
        """A currency before the number, with "m", "b" or "million" behind it."""
        match = self._prefix.search(text, max(0, bare.start - 8), bare.start)
        match = match or TOUCHING.search(text, max(0, bare.start - 2), bare.start)
        row = self._before.get(match[1]) if match else None
        if match is None or row is None or abs(bare.value or 0) < row.least:
            return None
        form, start = match[1], match.start()
        if form == "A $" and not SPACED_CODE.search(text, max(0, start - 2), start):
            form, start, row = "$", start + 2, self._before["$"]
        amount = bare
        if len(form) == 4 and form.startswith("M") and form[1:] in self._before:
            amount = times(bare, 10**6, bare.end)
        elif short := letter(text, bare):
            amount = times(bare, MILLION[short[1]], short.end())
        named = self._words.match(text, amount.end)
        behind = named and self._after[named[1].lower()]
        end = named.end() if named and behind and behind.kind == "money" else amount.end
        return amount._replace(
            start=start, end=end, kind=row.kind, unit=row.unit, unit_text=form.strip(), rule=row.rule
        )

    def _behind(self, text: str, bare: Measure) -> Measure | None:
        """A unit behind the number: a word first, else an abbreviation; single letters only where they touch it."""
        of = OF[bare.number].match(text, bare.end) if bare.number in OF else None
        match = self._words.match(text, of.end() if of else bare.end)
        row = self._after.get(match[1].lower()) if match else None
        if match and match[1][0].isupper() and len(match[1]) < 6 and YEAR.fullmatch(text, bare.first, bare.last):
            return None
        if match is None or row is None or abs(bare.value or 0) < row.least or _is_ordinal(text, bare, row, match):
            return self._sign(text, bare)
        return self._named(text, bare, row, match.end(), match[1])

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
        if len(opened) % 2 or (mark == "'" and not TALL.search(text, max(0, bare.start - 32), bare.start)):
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
        if len(form) == 1 and form.isalpha() and match[1] and (form.islower() or form in "ANJLVR"):
            return bool(ALONE.match(text, end)) and not STREET.match(text, end)
        return not (form in "$€£₿" and text[end : end + 1].isdigit())

    def _named(self, text: str, bare: Measure, row: Unit, end: int, form: str) -> Measure:
        """ "75 USD million" has its scale behind the currency."""
        worded = WORDED.match(text, end) if row.kind == "money" and bare.scale == 1 else None
        if worded:
            bare = times(bare, POWERS[worded[1]], worded.end())
            end = worded.end()
        return bare._replace(end=end, kind=row.kind, unit=row.unit, unit_text=form, rule=row.rule)

    def _bare_rate(self, text: str, bare: Measure) -> Measure:
        """ "an average of 20 per week", "three a day" of what is told before."""
        match = BARE_PER.match(text, bare.end) if bare.number == "cardinal" else None
        by = self._per.get(match[1].lower()) if match else None
        if match is None or by is None:
            return bare
        return bare._replace(end=match.end(), kind="rate", unit=f"per {by}", unit_text=match.group().strip())

    def _rate(self, text: str, found: Measure) -> Measure:
        """The measure with " a share", " per day" or "/h" taken in."""
        match = PER.match(text, found.end) if found.kind in RATES else None
        if found.number == "vague":
            return found
        if match is None:
            return self._rate_behind(text, found)
        joint, word = match[1].strip(" -\n").lower(), match[2].lower()
        power, _, single = word.rpartition(" ")
        by = self._per.get(word) or self._per.get(word.removesuffix("s"))
        if power and single in self._per:
            by = f"{power} {self._per[single]}"
        if by is None and joint == "per" and found.kind != "count":
            by = word
        if by is None or (joint == "/" and text[match.end() : match.end() + 1] == "/"):
            return found
        speed = found.kind == "length" and by in SPEEDS
        unit_text = text[found.last : match.end()].strip(" -\n") if found.start == found.first else None
        return found._replace(
            end=match.end(),
            kind="speed" if speed else "rate",
            unit=f"{found.unit} per {by}",
            unit_text=unit_text or f"{found.unit_text} {match.group().strip()}",
        )

    def _rate_behind(self, text: str, found: Measure) -> Measure:
        """ "2.4 billion gallons of jet fuel a year", "C$6 (US$4.46) per share": the rate is behind what is between."""
        match = FAR_PER.match(text, found.end) if found.kind in FLOWS and found.unit else None
        by = self._per.get((match[1] or match[2]).lower()) if match else None
        return found._replace(kind="rate", unit=f"{found.unit} per {by}") if by else found


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, key=len, reverse=True))


def _is_ordinal(text: str, bare: Measure, row: Unit, match: re.Match[str]) -> bool:
    """ "three second-degree charges", "five year-round posts": several of what a compound with a time describes."""
    several = row.kind == "duration" and (bare.value or 0) > 1 and not match[1].lower().endswith("s")
    return several and match.group()[0] == " " and COMPOUND.match(text, match.end()) is not None


def _by_age(text: str, found: Measure) -> Measure:
    """ "aged 34", "turned 30,", "the age of 5 years"; but "turned 30 acres" of nothing is no age."""
    bare = found.unit is None and found.kind == "count" and found.number == "cardinal"
    if not (bare or found.unit == "year") or not 0 < (found.value or 0) < 125:
        return found
    if found.unit is None and AGES.search(text, max(0, found.start - 48), found.start):
        return found._replace(kind="age", unit="year")
    aged = AGED.search(text, max(0, found.start - 24), found.start)
    if aged is None or (found.unit is None and not AGED_END.match(text, found.end)):
        return found
    if found.unit and not aged.group().lower().startswith(("age", "aged")):
        return found
    return found._replace(kind="age", unit="year")
