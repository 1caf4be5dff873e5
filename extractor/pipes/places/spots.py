"""A place's name in the text, and the extent it should have: no article, no "'s", its type word, one place each.

The base model gives "the Red Mosque's", "Paris, Texas" and "Benton" of "Benton County"; the record wants "Red Mosque",
"Paris" and "Texas", "Benton County".
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extractor.pipes.places.gazetteer import Entry
from extractor.pipes.places.words import Words, alternatives, folded
from extractor.vocabulary import PlaceKind

LARGE = 50_000
NOTABLE = ("country", "admin1", "continent", "region", "natural")
WIDEST = 60
"""Characters on either side of a name in which what belongs to it is looked for."""
PARTY = re.compile(r"(?:[RDI]|DFL)-(?=[^\W\d_a-z])")
POSSESSIVE = re.compile(r"['’]s?\Z")
EDGE = " \t\n\r,;:()[]{}\"“”'‘’«»-–—/"
BORDER = re.compile(r"\s{0,9}(?:,|;|/|\s[-–—]{1,2}\s)\s*|\s{1,9}(?:and|or|in)\s+")
BEFORE = re.compile(r"(?!The )(?<![\w'’-])(?<![.!?] )[^\W\d_a-z][\w'’]*[ ]\Z")
INITIAL = re.compile(r"(?:\A|\W)[^\W\d_]\.\Z")
NUMBER = re.compile(r"[ -]\d{1,4}[A-Z]?(?![\w.,]*\d)")
COUNTY = re.compile(r"[^\W\d_a-z][\w'’.-]*+(?: [^\W\d_a-z][\w'’.-]*+){0,2}? (?:County|Parish)(?= [^\W\d_a-z])")
"""The county of "Edgar County Sheriff"."""


class Spot(NamedTuple):
    """A stretch that names a place, in characters; `kind` as a type word beside it says, `full` the name with its type.

    `full` is "Tulare County" for "Tulare" in "Tulare and Fresno counties". `speaks` is whether it stands for the
    government that sits there ("Kabul said"), `guessed` whether the base model took it for no place,
    `built` whether it took it for a building or a road, `seat` whether it is a politician's ("D-Pa."),
    `opens` whether it is the article's dateline.
    """

    start: int
    end: int
    rule: str
    kind: PlaceKind | None = None
    full: str | None = None
    speaks: bool = False
    guessed: bool = False
    built: bool = False
    seat: bool = False
    opens: bool = False


class Shape:
    """Patterns of the type words, compiled once from the tables."""

    def __init__(self, words: Words) -> None:
        kinds = words.kinds
        self._kinds = kinds
        self._after = re.compile(rf"\s+({alternatives(kinds.after)})(?!\w)", re.IGNORECASE)
        self._before = re.compile(rf"(?<!\w)({alternatives(kinds.before)})\s+\Z", re.IGNORECASE)
        self._of = re.compile(rf"(?<!\w)({alternatives(kinds.of)})\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)
        self._own_of = re.compile(rf"({alternatives(kinds.of)})\s+of\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
        self._plural = re.compile(
            r"(?:(?:,? (?:and|or) |, |/)[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’-]*)?){0,30}"
            r" ([Cc]ounties|[Pp]rovinces|[Ss]treets|[Rr]oads|[Aa]venues)\b",
        )
        self._cues = words.before
        self._hyphened = words.lists.pattern(r"-(?:{behind a hyphen})\Z")
        self._further = words.lists.pattern(r"(?:[ ](?:(?:{inside a longer name})[ ]){0,2}[^\W\d_a-z][\w'’-]*){1,2}")
        self._numbered = words.lists.words("numbered")
        self._upper = re.compile(rf"\b(?:{alternatives(words.uppers)})\s+\Z", re.IGNORECASE)
        self._office = re.compile(rf"(?:['’]s)?\s+(?:{alternatives(words.offices)})(?!\w)", re.IGNORECASE)
        self._gazetteer, self._abbreviations = words.gazetteer, words.abbreviations

    def pieces(self, text: str, start: int, end: int, rule: str) -> Iterator[Spot]:
        """The places that a stretch taken for one names: "Paris, Texas" is two, unless the map knows the whole."""
        start, end = self.whole(text, *self._without_cue(text, *self.trimmed(text, start, end)))
        if start >= end:
            return
        inner = text[start:end]
        borders = [match.span() for match in BORDER.finditer(inner)] if len(inner) <= WIDEST else []
        if not borders or self._gazetteer.lookup(inner):
            yield self.widened(text, start, end, rule)
            return
        ends = [(0, 0), *borders, (len(inner), len(inner))]
        for (_, left), (right, _) in pairwise(ends):
            if inner[left:right].strip(EDGE):
                yield self.widened(text, *self.trimmed(text, start + left, start + right), rule)

    def trimmed(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The stretch without article, possessive and punctuation at its ends; empty where nothing is left."""
        while start < end and text[start] in EDGE:
            start += 1
        while start < end and text[end - 1] in EDGE:
            end -= 1
        party = PARTY.match(text, start, end)
        start = party.end() if party else start
        hyphened = self._hyphened.search(text, start, end)
        end = hyphened.start() if hyphened else end
        possessive = POSSESSIVE.search(text, start, end)
        if possessive and possessive.start() > start:
            end = possessive.start()
        if text[start : start + 4].lower() == "the " and end - start > len("the "):
            start += len("the ")
        while (
            start < end and text[start].islower() and "-" not in text[start:end].partition(" ")[0]
        ):  # "northern Iraq", "downtown Los Angeles", "al-Anbar" is a name
            space = text.find(" ", start, end)
            if space < 0:
                break
            start = space + 1
        return start, end

    def _without_cue(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The name without the preposition that opens its sentence: "Near Bangor, Maine, a truck burned"."""
        first, space, rest = text[start:end].partition(" ")
        cue = space and first.lower() in self._cues and rest[:1].isupper()
        return (end - len(rest), end) if cue and not self._gazetteer.lookup(first + space + rest) else (start, end)

    def whole(self, text: str, start: int, end: int) -> tuple[int, int]:
        """All of a well-known name of which the stretch is a part: "Burkina" of "Burkina Faso", "New York" City."""
        further = self._further.match(text, end, end + WIDEST)
        while further:
            if self._is_notable(text[start : further.end()]):
                return start, further.end()
            space = text.rfind(" ", end + 1, further.end())
            further = self._further.match(text, end, space) if space > end else None
        before = BEFORE.search(text, max(0, start - WIDEST), start)
        if before and self._is_notable(text[before.start() : end]):
            return before.start(), end
        return start, end

    def _is_notable(self, name: str) -> bool:
        return notable(self._gazetteer.lookup(name))

    def widened(self, text: str, start: int, end: int, rule: str) -> Spot:
        """The name with the type word that belongs to it, in capitals, and the kind that this word or another says."""
        if text[start : end + 1] in self._abbreviations:
            return Spot(start, end + 1, rule)
        start, end = self._stopped(text, start, end)
        start, end = self._without_type(text, start, end)
        name = text[start:end]
        after = self._after.match(text, end, end + WIDEST)
        if after and self._spans(text, after):
            return Spot(start, after.end(), rule, self._kinds.after.get(folded(after.group(1))))
        plural = self._plural.match(text, end, end + WIDEST * 8)
        if plural:
            return self._of_plural(start, end, name, rule, folded(plural.group(1)))
        before = self._before.search(text, max(0, start - WIDEST), start)
        if before and before.group(1)[0].isupper() and not self._gazetteer.lookup(name):
            return Spot(before.start(), end, rule, self._kinds.before[folded(before.group(1))])
        of = self._of.search(text, max(0, start - WIDEST), start)
        if of:
            return Spot(start, end, rule, self._kinds.of[folded(of.group(1))])
        kind = self._kind_behind(after) if after else None
        return Spot(start, end, rule, kind or self.own_kind(name) or self.state(text, end, name))

    def _spans(self, text: str, after: re.Match[str]) -> bool:
        """Whether the type word behind a name is part of it: "Benton County"."""
        capital = after.group(1)[0].isupper() and folded(after.group(1)) in self._kinds.spans
        return capital and not self._stops(text, after.end())

    def _kind_behind(self, after: re.Match[str]) -> PlaceKind | None:
        """The kind that a type word behind a name says that is no part of it."""
        word = folded(after.group(1))
        kind = self._kinds.after.get(word)
        other = after.group(1)[0].isupper() and word not in self._kinds.spans
        return None if kind == "city" or other else kind

    def state(self, text: str, end: int, name: str) -> PlaceKind | None:
        """Whether an office behind the name, or a part before it, makes it a state's: "the New York governor"."""
        start = end - len(name)
        part = self._upper.search(text, max(0, start - WIDEST), start)
        if part is None and not self._office.match(text, end, end + WIDEST):
            return None
        return "admin1" if any(place.kind == "admin1" for place in self._gazetteer.lookup(name)) else None

    def _stopped(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The name with the stop of its abbreviated type word ("Elm Rd."), without the stop of the sentence."""
        last = text[start:end].rpartition(" ")[2].lower()
        if f"{last}." in self._kinds.after and text[end : end + 1] == ".":
            return start, end + 1
        if last.endswith(".") and last not in self._kinds.after and text[start:end] not in self._abbreviations:
            return start, end - (0 if INITIAL.search(text, start, end) else 1)
        number = NUMBER.match(text, end) if last in self._kinds.before or last in self._numbered else None
        return start, number.end() if number else end

    def _without_type(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The name without a type word in small letters ("Aceh province") and without "City of"."""
        name = text[start:end]
        stem, _, last = name.rpartition(" ")
        if stem and last.islower() and last in self._kinds.after:
            end -= len(last) + 1
        county = COUNTY.match(text, start, end)
        if county:
            return start, county.end()
        first = self._own_of.match(text, start, end)
        return (first.end(), end) if first and not self._gazetteer.lookup(name) else (start, end)

    def own_kind(self, name: str) -> PlaceKind | None:
        """The kind that the type word inside the name says: "Red Mosque", "Lake Torven", "Highway 12"."""
        parts = name.lower().split()
        if len(parts) < 2:
            return None
        return self._kinds.after.get(parts[-1]) or self._kinds.before.get(parts[0])

    def _of_plural(self, start: int, end: int, name: str, rule: str, word: str) -> Spot:
        if word == "counties":
            return Spot(start, end, rule, "admin2", f"{name} County")
        return Spot(start, end, rule, "admin1" if word == "provinces" else "facility")

    def _stops(self, text: str, end: int) -> bool:
        """Whether the type word is the first of an office's name: "Benton County Sheriff" is still the county."""
        return bool(text[end : end + 1].isalnum())


def notable(places: tuple[Entry, ...]) -> bool:
    """Whether one of the places is so large, or so surely a river or a region, that its name alone speaks for it."""
    return any(place.population > LARGE or place.kind in NOTABLE for place in places)
