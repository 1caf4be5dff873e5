"""Which stretches of an article name a place.

The arbiter's places (or, in a pipeline without one, the base model's) come first; rules add what the model passes over
in datelines in capitals and in headlines, and what is said without its town elsewhere: known names behind "in" and
before "residents", and every further mention of a place that the article has named once.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from extractor.annotations import FRAME, NAMES, Name, regions_of, text_of, within
from extractor.pipes.places.gazetteer import LONGEST, Entry
from extractor.pipes.places.lexicon import Lexicon
from extractor.pipes.places.occurrences import occurrences
from extractor.pipes.places.spots import Shape, Spot, notable
from extractor.pipes.places.taken import Found, Taken
from extractor.pipes.places.words import Words, alternatives, folded, led
from extractor.syntax.words import small_runs

BASE = ("GPE", "LOC", "FAC")
PEOPLE = ("PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "LAW")
LARGE = r"[^\W\d_a-zß-öø-ÿ]"
CAPITAL = rf"{LARGE}[\w'’-]*+\.?"
WHOLE = rf"{LARGE}(?<![\w'’-].)[\w'’-]*+\.?"
"""The same where no word stands before it; the look back comes second, so that other characters are passed over."""
FURTHER = rf"(?:[ ](?:(?:{{inside a name}})[ ])?{CAPITAL}){{0,3}}"
"""What goes on behind the first word: "Stoke on Trent"; the lists are those of `phrases.csv`."""
PHRASE = CAPITAL + FURTHER
UPPER = r"(?:[^\W\d_a-zß-öø-ÿ]|['’.-])+"
DATELINE = re.compile(
    rf"(?:(?<=[.!?\"”’'] )|(?<=[.!?] )|^|(?<=\n)|(?<=\d{{4}} ))(?P<place>(?:{UPPER})(?:[ ]{UPPER}){{0,3}})"
    r"(?:,[ ][^\W\d_][\w.]*(?:[ ][^\W\d_][\w.]*)?)?(?:[ ]?\([^()\n]{2,20}\))?[ ]{0,2}"
    r"(?:--?[ ]|\d{4}-\d\d-\d\d\b|[–—\x97\x96]|:[ ])"
)
CAPITALS = re.compile(rf"{LARGE}['’.-]*+{LARGE}")
"""What a dateline begins with, in a few lines of an article."""
ITEM = re.compile(rf"{CAPITAL}(?:[ ]{CAPITAL}){{0,2}}")
LIST = re.compile(rf"(?<![\w'’-])({ITEM.pattern}(?:(?:,?[ ](?:and|or)[ ]|,[ ]){ITEM.pattern}){{1,40}})[ ]\Z")
LONG = 600
"""Characters of a list before "counties" that are looked at."""
ROAD = re.compile(
    r"\b(?:(?:Interstate|(?:State |U\.S\. |US |County )?(?:Highway|Route|Road))[ ]|(?:I|US)-)\d{1,4}[A-Z]?\b(?![.,]\d)"
)
SEATS = ("R-", "D-", "I-", "DFL-")
ROADS = ("Highway", "Route", "Road", "I-", "US-", "Interstate")
SHORTEST = 3
COMMON = frozenset({"JJ", "RB", "VBG", "VBD", "VBZ"})
"""Tags of words that are no names, whatever capital they have."""
PROPER = frozenset({"NNP", "NNPS"})


class Recognition:
    """Patterns of the cues, compiled once from the tables."""

    def __init__(self, words: Words, shape: Shape) -> None:
        self._words, self._shape = words, shape
        pattern = words.lists.pattern
        self._before = pattern(rf"({_either_case(words.before)})\s+(?:the\s+)?({PHRASE})")
        self._after = pattern(rf"({WHOLE}{FURTHER})['’]?s?\s+({alternatives(words.after)})(?!\w)")
        self._of = pattern(rf"{led(words.kinds.of)} of (?:the )?({PHRASE})")
        self._plurals = words.lists.words("listed")
        self._listed_before = pattern(r"\b(?:{listed})\b", re.IGNORECASE)
        self._party = pattern(rf"(?<!\w)(?:[RDI]|DFL)-({PHRASE})")
        self._whole_seat = pattern(rf"(?:[RDI]|DFL)-(?:{PHRASE}|(?:[A-Z]\.)+)")
        """The seat of an American politician: "Sen. Ann Cole, R-Elbow Lake"."""
        self._seat = re.compile(rf"(?<!\w)(?:[RDI]|DFL)-({alternatives(words.abbreviations)})(?!\w)")
        self._lexicon = Lexicon(words.by_heart, {form for form, _ in words.only_after} | words.abbreviations)

    def spots(self, doc: Doc) -> tuple[list[Spot], Taken]:
        """The places of the article in order, none overlapping another, and what names somebody else."""
        text = text_of(doc)
        given = list(_given(doc))
        taken = Taken(self._others(doc, text))
        found = Found(self._by_heart(text, taken))
        found.extend(
            spot._replace(speaks=one.speaks, guessed=one.guessed, built=one.built)
            for one in given
            for spot in self._shape.pieces(text, one.start, one.end, one.rule)
            if self._names(text, spot)
        )
        found.extend(self._datelines(doc, text))
        found.extend(spot for spot in self._by_cues(text, taken) if self._is_proper(doc, spot))
        found.extend(self._behind_towns(text, found.ordered(), taken))
        found.extend(self._repeated(text, found.ordered(), taken))
        furniture = regions_of(doc, "furniture")
        spots = [spot for spot in found.ordered() if not within(furniture, spot.start)]
        return spots, taken

    def _by_heart(self, text: str, taken: Taken) -> Iterator[Spot]:
        """What the tables know, and roads by their number."""
        for found in self._lexicon.matches(text):
            start, end = self._shape.whole(text, *found)
            if not taken.crosses(start, end):
                yield Spot(start, end, "places:lexicon", self._shape.state(text, end, text[start:end]))
        for match in ROAD.finditer(text) if any(map(text.__contains__, ROADS)) else ():
            if not taken.crosses(*match.span()):
                yield Spot(*match.span(), "places:road", "facility")

    def _behind_towns(self, text: str, spots: list[Spot], taken: Taken) -> Iterator[Spot]:
        """The abbreviated states behind the towns found so far; "CT" there is nobody's initials."""
        for spot in spots:
            state = self._lexicon.state(text, spot.end)
            if state is not None and not taken.reaches_beyond(*state):
                yield Spot(*state, "places:behind town")

    def _names(self, text: str, spot: Spot) -> bool:
        """Whether what was given is a name at all: not "House" and "State", which name an office, not "marrow"."""
        name = text[spot.start : spot.end]
        bare = name.rstrip(".")
        if bare in self._words.demonyms or bare in self._words.no_names:
            return False
        return not name.islower() and name.lower() not in self._words.kinds.after

    def _datelines(self, doc: Doc, text: str) -> Iterator[Spot]:
        frame = FRAME.of(doc)
        if frame["dateline"]:
            start, end = frame["dateline"]["start"], frame["dateline"]["end"]
            yield from (spot._replace(opens=True) for spot in self._shape.pieces(text, start, end, "places:dateline"))
        for line in _lines_with_capitals(text):
            for match in DATELINE.finditer(text, *line):
                start, end = match.span("place")
                if text[start:end].isupper() and self._known(text[start:end]):
                    yield self._shape.widened(text, start, end, "places:dateline")._replace(opens=True)

    def _by_cues(self, text: str, taken: Taken) -> Iterator[Spot]:
        surnames = taken.last_words(text)
        for match in self._before.finditer(text):
            if match.group(2) in surnames and text.endswith("the ", 0, match.start(2)):
                continue  # "to the Keller family"
            strong = self._words.before[folded(match.group(1))] == "strong"
            yield from self._longest(text, match.span(2), taken, strong=strong, cue=folded(match.group(1)))
        for match in self._after.finditer(text):
            strong = self._words.after[folded(match.group(2))] == "strong"
            yield from self._longest_end(text, match.span(1), taken, strong=strong, cue=folded(match.group(2)))
        for match in self._of.finditer(text):
            start, end = self._shape.trimmed(text, *match.span(1))
            if not taken.crosses(start, end) and text[start:end] not in self._words.guards:
                yield self._shape.widened(text, start, end, "places/kinds.csv:of")
        if any(map(text.__contains__, SEATS)):
            yield from self._seats(text, taken)
        if self._plurals & small_runs(text):
            yield from self._listed(text, taken)

    def _seats(self, text: str, taken: Taken) -> Iterator[Spot]:
        """Where politicians were elected: "Sen. Ann Cole, D-Pa."."""
        for match in self._seat.finditer(text):
            if not taken.crosses(*match.span(1)):
                yield Spot(*match.span(1), "places/cues.csv:party", seat=True)
        for match in self._party.finditer(text):
            yield from self._longest(text, match.span(1), taken, strong=True, cue="party")

    def _listed(self, text: str, taken: Taken) -> Iterator[Spot]:
        """The names of a list before its plural: "Erie, Kent and Lake counties"."""
        for word in self._listed_before.finditer(text):
            match = LIST.search(text, max(0, word.start() - LONG), word.start())
            for one in ITEM.finditer(text, *match.span(1)) if match else ():
                if not taken.crosses(*one.span()):
                    yield self._shape.widened(text, *one.span(), "places/kinds.csv:counties")

    def _longest(self, text: str, phrase: tuple[int, int], taken: Taken, *, strong: bool, cue: str) -> Iterator[Spot]:
        """The longest beginning of the phrase that the map knows, if nobody else is called so there."""
        start, end = phrase
        while end > start:
            name_start, name_end = self._shape.trimmed(text, start, end)
            places = self._known(text[name_start:name_end])
            if places:
                if taken.crosses(name_start, name_end):
                    return
                if strong or notable(places):
                    yield self._shape.widened(text, name_start, name_end, f"places/cues.csv:{cue}")
                return
            space = text.rfind(" ", start, end)
            end = space if space > start else start

    def _longest_end(
        self, text: str, phrase: tuple[int, int], taken: Taken, *, strong: bool, cue: str
    ) -> Iterator[Spot]:
        """The longest end of the phrase that the map knows: "Former Salford residents"."""
        start, end = phrase
        while start < end:
            name_start, name_end = self._shape.trimmed(text, start, end)
            places = self._known(text[name_start:name_end])
            if places and (strong or notable(places)):
                if taken.crosses(name_start, name_end):
                    return
                yield self._shape.widened(text, name_start, name_end, f"places/cues.csv:{cue}")
                return
            space = text.find(" ", start, end)
            start = space + 1 if space >= 0 else end

    def _repeated(self, text: str, spots: list[Spot], taken: Taken) -> Iterator[Spot]:
        """Further mentions of the places found so far, also in the capitals of a headline."""
        names: dict[str, Spot] = {}
        surnames = taken.last_words(text)
        for spot in spots:
            name = text[spot.start : spot.end]
            if self._known(name) and name not in surnames and name not in self._words.guards:
                names.setdefault(name.upper() if name.isupper() else name, spot)
                names.setdefault(name.upper(), spot)
        for start, end in occurrences(text, names):
            if not taken.crosses(start, end):
                yield self._shape.widened(text, start, end, "places:repeated")

    def _others(self, doc: Doc, text: str) -> Iterator[tuple[int, int]]:
        """The stretches that name people and organizations."""
        names = NAMES.of(doc)
        if names:
            for name in names:
                if name["kind"] != "place" and not _speaks(name) and not self._is_seat(text, name):
                    yield name["start"], name["end"]
            return
        for ent in doc.ents:
            if ent.label_ in PEOPLE and len(ent) > 1:
                yield ent.start_char, ent.end_char

    def _is_seat(self, text: str, name: Name) -> bool:
        return self._whole_seat.fullmatch(text, name["start"], name["end"]) is not None

    def _known(self, name: str) -> tuple[Entry, ...]:
        name = name if name in self._words.abbreviations else name.rstrip(".")
        if name in self._words.guards or name in self._words.demonyms or len(name) < SHORTEST or len(name) > LONGEST:
            return ()
        places = self._words.gazetteer.lookup(name.title() if name.isupper() and len(name) > SHORTEST + 1 else name)
        return tuple(place for place in places if (place.form, place.name) not in self._words.only_after)

    def _is_proper(self, doc: Doc, spot: Spot) -> bool:
        """Whether a word that only stands where a place could is a name: not "Many area towns", "But residents stayed",
        "Christian schools", the "Big" of "Big Game". What the tables name is no people and no common word ("off
        Sumatra"), unless it belongs to the next word ("in Baltic ports").
        """
        span = doc.char_span(spot.start, spot.end, alignment_mode="expand")
        if span is None:
            return True
        belongs = span.end < len(doc) and span[-1].head.i == span.end
        if all(token.is_stop for token in span):
            return False
        if span[-1].ent_type_ == "NORP" or span[-1].tag_ in COMMON:
            name = span.text
            return (name in self._words.rules or name in self._words.divisions) and not belongs
        return not (belongs and doc[span.end].tag_ in PROPER)


def speaking(doc: Doc) -> set[int]:
    """Where the names begin that speak for a government, as the arbiter has them."""
    return {name["start"] for name in NAMES.of(doc) if name["kind"] != "place" and _speaks(name)}


def _speaks(name: Name) -> bool:
    """Whether the name is that of a place by which readers know the government that sits there."""
    return name.get("stands_for") == "government"


class Stretch(NamedTuple):
    """Half-open offsets and who found them; the rest as in `Spot`."""

    start: int
    end: int
    rule: str
    speaks: bool = False
    guessed: bool = False
    built: bool = False


def _lines_with_capitals(text: str) -> Iterator[tuple[int, int]]:
    """The lines in which two capitals stand together, which is all that a dateline can be in."""
    found = CAPITALS.search(text)
    while found:
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield start, end
        found = CAPITALS.search(text, end)


def _given(doc: Doc) -> Iterator[Stretch]:
    """The arbiter's places; the base model's where the pipeline has no arbiter, or it found no name at all."""
    names = NAMES.of(doc)
    if names:
        for name in names:
            if name["kind"] == "place" or _speaks(name):
                guessed = name.get("label", "") not in {"", *BASE} and not _speaks(name)
                built = name.get("label", "") == "FAC"
                yield Stretch(name["start"], name["end"], name["rule"], _speaks(name), guessed, built)
        return
    for ent in doc.ents:
        if ent.label_ in BASE:
            yield Stretch(ent.start_char, ent.end_char, f"base:{ent.label_}", built=ent.label_ == "FAC")


def _either_case(words: Iterable[str]) -> str:
    """The words as they stand within and at the beginning of a sentence."""
    return led({form for word in words for form in (word, word[0].upper() + word[1:])}, before=r"[\w-]")
