"""The head of an article: its paper, day, slug, title and byline, before the running text begins."""

import re
from typing import TYPE_CHECKING

from extractor.normalization.days import WrittenDay, written_days
from extractor.normalization.looks import is_publisher
from extractor.normalization.units import Unit
from extractor.normalization.words import Words
from extractor.pipes.structure import bylines
from extractor.pipes.structure.body import stamp
from extractor.pipes.structure.datelines import Dateline, behind_title, colon_dateline, dateline
from extractor.pipes.structure.findings import Head, Page
from extractor.pipes.structure.headlines import first_sentence, is_headline
from extractor.pipes.structure.lines import EDGES, FIGURED, authors, first_of, is_label, is_role, late_day
from extractor.pipes.structure.lines import parts as parts_of
from extractor.pipes.structure.mastheads import is_kicker, is_masthead, is_series

if TYPE_CHECKING:
    from extractor.annotations import Region

LATEST = 5
"""Paragraphs between the head and a dateline."""
DEEPEST = 14
"""Paragraphs in which the running text has begun."""
LONGEST = 240
"""Characters of a line of the head."""
FIELD = re.compile(r"(?P<name>[A-Z][A-Z-]{3,20}):\s*")
SUFFIX = re.compile(r"\s[|–—]\s(?P<paper>[^|–—]{3,40})\Z")
LONGEST_PAPER = 44
"""Characters of a paper's name behind a title, with the bar before it."""
MOST_ROLE_WORDS = 6
FLASH = "^"  # before the headlines of wires
LABEL = re.compile(r"(?P<label>[^\W\d_a-z][^\W\d_a-z' ]{2,20}):\s+(?=\S)")


class Reader:
    """Reads the head's paragraphs one after the other; an object because each decides what the next may be."""

    def __init__(self, units: list[Unit], page: Page, words: Words, *, day_first: bool) -> None:
        self.units, self.page, self.words, self.day_first = units, page, words, day_first
        self.title: str | None = None
        self.publisher: str | None = None
        self.byline: str | None = None
        self.days: list[WrittenDay] = []
        self.regions: list[Region] = []
        self.signed: list[str] = []

    def read(self) -> Head:
        """The head, read up to the first paragraph that is none of its lines."""
        index = 0
        found: Dateline | None = None
        for index, unit in enumerate(self.units[:DEEPEST]):
            found = dateline(unit.text, self.words) or self._with_colon(unit)
            if found is not None or not (self.page.skipped[index] or self._take(index)):
                break
        else:
            index = min(len(self.units), DEEPEST)
        at, found = (index, found) if found is not None else self._late(index)
        if found is None:
            self._day_before_text(index)
            self._days_below(index)
            glued = self._title_before_dateline(index)
            if glued is None:
                self._title_before_text(index)
            return Head(self.title, self.publisher, self.byline, self.days, glued, self.regions, index, self.signed)
        self._add(self.units[at], "dateline", "structure:dateline", end=self.units[at].start + found.end)
        filed = (self.units[at], found)
        return Head(self.title, self.publisher, self.byline, self.days, filed, self.regions, index, self.signed)

    def _with_colon(self, unit: Unit) -> Dateline | None:
        """ "ISLAMABAD: The ..."; the place must be one, as "KROGH: Nobody did" has the same looks."""
        found = colon_dateline(unit.text, self.words)
        return found if found is not None and self.page.place(unit) else None

    def _days_below(self, index: int) -> None:
        """The day of a line of its own below other lines of the head."""
        found = None if self.days else late_day(self.units[index:DEEPEST], self.words, day_first=self.day_first)
        if found is not None:
            self.days += found[1]
            self._add(found[0], "header", "structure:header")

    def _day_before_text(self, index: int) -> None:
        """ "Thursday, May 7, 2015 The ministry said ...": a header without a line of its own."""
        if index >= len(self.units) or self.days:
            return
        unit = self.units[index]
        days = written_days(unit.text[:60], self.words, day_first=self.day_first)
        if days and days[0].start == 0 and days[0].weekday is not None and days[0].year is not None:
            behind = unit.text[days[0].end : days[0].end + 2]
            if behind[:1].isspace() and behind[1:].isupper():
                self.days.append(days[0])
                self._add(unit, "header", "structure:header", end=unit.start + days[0].end)

    def _title_before_dateline(self, index: int) -> tuple[Unit, Dateline] | None:
        """ "Ferry sinks off the coast. BERGEN, Norway (NNA) - The ferry ...", all in one paragraph."""
        found = behind_title(self.units[index].text, self.words) if index < len(self.units) else None
        if found is None or self.title is not None:
            return None
        unit, (at, line) = self.units[index], found
        self.title = unit.text[:at].rstrip(" .")
        self._add(unit, "title", "structure:title", end=unit.start + len(self.title))
        self._add(unit, "dateline", "structure:dateline", start=unit.start + at, end=unit.start + at + line.end)
        rest = Unit(unit.start + at, unit.end, unit.text[at:], gap=False)
        return rest, line

    def _title_before_text(self, index: int) -> None:
        """ "Jobless rate dips. The rate of Henry County fell ...": a headline without a line of its own."""
        if self.title is not None or self.page.skipped[:index].count(False) or index >= len(self.units):
            return
        unit = self.units[index]
        first = first_sentence(unit)
        if first is not None and self.page.glued(first):
            self.title = first.text.rstrip(" .")
            self._add(unit, "title", "structure:title", end=unit.start + len(self.title))

    def _late(self, index: int) -> tuple[int, Dateline | None]:
        """A dateline in capitals below a caption, a score or a summary, or behind a title in the same paragraph."""
        for at in range(index + 1, min(len(self.units), index + LATEST)):
            found = dateline(self.units[at].text, self.words)
            if found is not None and self.units[at].text[: found.place_end].split(",")[0].isupper():
                return at, found
        return index, None

    def _take(self, index: int) -> bool:
        """Whether the paragraph is a line of the head; notes what it says."""
        unit = self.units[index]
        if len(unit.text) > LONGEST:
            return False
        return (
            self._field(unit)
            or self._role(unit)
            or self._header(unit)
            or self._byline(index)
            or self._slug(unit)
            or self._title(index)
            or self._deck(index)
        )

    def _header(self, unit: Unit) -> bool:
        """A line of day, paper and slug, in any order; "Title Wednesday, September 19, 2007" is a title and a day."""
        days = [day for day in written_days(unit.text, self.words, day_first=self.day_first) if day.year is not None]
        parts = parts_of(unit.text, days, self.words)
        publisher, author = first_of(parts, "publisher"), first_of(parts, "author")
        if not (days or publisher) or any(part.kind is None for part in parts):
            return self._day_behind_title(unit, days)
        if not days and self._may_be_title(unit):
            return False
        self.days += days
        self.publisher = self.publisher or publisher
        self.byline = self.byline or author
        self._add(unit, "byline" if author else "header", "structure:header")
        return True

    def _may_be_title(self, unit: Unit) -> bool:
        """Whether a paper's name without a day may be the headline: "The Harbour Courier" closes its doors."""
        alone = self.title is None and unit.gap and len(self.units) > 1
        return alone and not is_masthead(self.units, self.units.index(unit), self.words)

    def _role(self, unit: Unit) -> bool:
        """Under a byline: "AP Sports Writer", "Special to The Harbour Courier"."""
        if not self.regions or self.regions[-1]["kind"] != "byline":
            return False
        paper = self.words.labels["paper"].match(unit.text)
        if paper is not None and is_publisher(unit.text[paper.end() :].strip(EDGES), self.words):
            self.publisher = self.publisher or unit.text[paper.end() :].strip(EDGES)
        elif not is_role(unit.text, self.words) or len(unit.words) > MOST_ROLE_WORDS:
            return False
        self._add(unit, "byline", "structure:role")
        return True

    def _field(self, unit: Unit) -> bool:
        """ "HEADLINE: Ferry sinks", "LENGTH: 345 words": what archives write over an article, a field a line."""
        found = FIELD.match(unit.text)
        if found is None or self.words.labels["field"].fullmatch(found.group("name")) is None:
            return False
        name, value = found.group("name").lower(), unit.text[found.end() :]
        if name == "headline" and value:
            self.title = self.title or value.rstrip(EDGES)
            self._add(unit, "title", "structure:field", start=unit.start + found.end())
            return True
        if name == "byline" and value:
            author = self.words.labels["author"].match(value)
            self.byline = self.byline or authors(value[author.end() :] if author else value, self.words)
        self._add(unit, "byline" if name == "byline" else "header", "structure:field")
        return True

    def _day_behind_title(self, unit: Unit, days: list[WrittenDay]) -> bool:
        """A headline and its day on one line."""
        if self.title is not None or len(days) != 1 or days[0].end < len(unit.text) or days[0].weekday is None:
            return False
        title = unit.text[: days[0].start].rstrip(EDGES)
        if not title or title.endswith(("on", "On", "of")):
            return False
        self.title = title
        self._add(unit, "title", "structure:title", end=unit.start + len(title))
        self._add(unit, "header", "structure:header", start=unit.start + days[0].start, end=unit.start + days[0].end)
        self.days += days
        return True

    def _byline(self, index: int) -> bool:
        """ "By Anna Krogh in Bergen", "Anna Krogh, krogh@courier.example", "Anna Krogh, Staff Writer"."""
        unit = self.units[index]
        name = bylines.authored(unit, self.words) or self._named(index)
        name = name or bylines.employed(self.units, index, self.words, titled=self._under_title())
        if not name and not self._is_below_byline(unit.text):
            return False
        self.byline = self.byline or name or None
        self._add(unit, "byline", "structure:byline")
        return True

    def _named(self, index: int) -> str | None:
        """ "Anna Krogh" under the title, "by anna krogh"."""
        unit = self.units[index]
        author = self.words.labels["author"].match(unit.text.split("\n")[0])
        bare = not self.byline and self._under_title()
        bare = bare and bylines.is_bare(self.units, index, self.words, self.page.person)
        small = author is not None and self.title is not None and bylines.is_small(unit)
        if not bare and not small:
            return None
        return bylines.BESIDE_NAME.sub("", unit.text[author.end() :] if author else unit.text).strip(EDGES)

    def _is_below_byline(self, text: str) -> bool:
        """ "Staff Writer", "krogh@courier.example": a line of its own that gives no name."""
        below = bool(self.regions) and self.regions[-1]["kind"] == "byline"
        return below and (is_label(text, "role", self.words) or bylines.MAIL.fullmatch(text) is not None)

    def _under_title(self) -> bool:
        return self.title is not None and self.regions[-1]["kind"] in {"title", "heading", "header"}

    def _slug(self, unit: Unit) -> bool:
        """ "FOR IMMEDIATE RELEASE", "SCIENCE & ENVIRONMENT": set above a title in sentence case."""
        text = unit.text.strip(EDGES)
        if FIGURED.fullmatch(unit.text) or (self.title is None and is_kicker(self.units, self.units.index(unit))):
            self._add(unit, "header", "structure:slug")
            return True
        under = next((line for line in self.units if line.start > unit.start), unit)
        section = text.isupper() and len(unit.words) <= 4 and not unit.stopped and self.title is None
        section = section and not under.stopped and not under.text.isupper() and len(under.text) < LONGEST
        section = section and not bylines.begins(under, self.words)
        if is_label(text, "slug", self.words) or section:
            self._add(unit, "header", "structure:slug")
            return True
        return False

    def _title(self, index: int) -> bool:
        """The first short line without a stop; with one, only in title case ("Small Steps Toward Savings.")."""
        if stamp(self.units[index]) is not None:
            return False
        unit = self._labelled(self.units[index])
        below = self.units[index + 1 :]
        if self.title is not None or not below or (self.regions[-1:] and self.regions[-1]["kind"] == "title"):
            return False
        present = unit.stopped and (self.page.present(unit) or dateline(below[0].text, self.words) is not None)
        if not is_headline(unit, below, self.words, present=present):
            return False
        if is_series(self.units, index, self.words):
            self._add(unit, "header", "structure:series")
            return True
        self.title = unit.text.rstrip("; ").removesuffix(".")
        suffixed = SUFFIX.search(self.title[-LONGEST_PAPER:])
        if suffixed is not None and is_publisher(suffixed.group("paper"), self.words):
            cut = len(self.title) - len(suffixed.group())
            self.title, self.publisher = self.title[:cut].rstrip(), self.publisher or suffixed.group("paper")
            self._add(unit, "title", "structure:title", end=unit.start + len(self.title))
            start = unit.start + cut + suffixed.start("paper") - suffixed.start()
            self._add(unit, "header", "structure:header", start=start)
            return True
        self._add(unit, "title", "structure:title", end=unit.start + len(self.title))
        return True

    def _labelled(self, unit: Unit) -> Unit:
        """A line without the label that a desk sets before a headline: "LIVE: Ferry sinks off the coast"."""
        if unit.text.startswith(FLASH):
            return Unit(unit.start + 1, unit.end, unit.text[1:], unit.gap)
        label = LABEL.match(unit.text)
        if self.title is not None or label is None or label.group("label").lower() not in self.words.no_place:
            return unit
        start = unit.start + label.end()
        self._add(unit, "header", "structure:label", end=unit.start + label.end("label") + 1)
        return Unit(start, unit.end, unit.text[label.end() :], unit.gap)

    def _deck(self, index: int) -> bool:
        """The line under the title that says more."""
        unit = self.units[index]
        if stamp(unit) is not None:
            return False
        above = [region["kind"] for region in self.regions[-3:]]
        under = self.title is not None and above[-1:] in (["title"], ["heading"]) and above != ["heading"] * 3
        if not under or (unit.stopped and unit.gap) or not 1 < len(unit.words) <= 30 or index + 1 >= len(self.units):
            return False
        self._add(unit, "heading", "structure:deck")
        return True

    def _add(self, unit: Unit, kind: str, rule: str, *, start: int | None = None, end: int | None = None) -> None:
        if kind == "byline":
            self.signed.append(unit.text)
        first = unit.start if start is None else start
        self.regions.append({"start": first, "end": unit.end if end is None else end, "kind": kind, "rule": rule})
