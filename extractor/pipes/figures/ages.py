"""Whose age a figure is: "Ana Duarte, 34,", "the 52-year-old Mr. Tessoum", "Tring, who is 19"."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import FigureFound, PersonFound
from extractor.pipes.figures.measure import Measure
from extractor.pipes.figures.place import Place

OPENING = re.compile(r",\s{1,2}\Z|\s\(\Z")
PAIR = re.compile(r"\sand\s[0-9]{1,3},")
BEHIND_PAIR = re.compile(r",\s[0-9]{1,3}\sand\s\Z")
CLOSING = re.compile(
    r"[,.;:)]|\s(?:of|from|and|who|was|is|a|the|said|all|both|were|are|has|had|have|died|faces?|pleaded|told)\b"
    r"|\s?\n|\Z"
)
NAMED_AGE = re.compile(r"\s(?:and\s[A-Z]|were\b|was\b)|,\s")
OLDEST = 125
REACH = 60
"""Characters between a person and an age in one phrase: "Earl Lightner, a retired and much-loved 74-year-old"."""


class Mention(NamedTuple):
    """A mention of a person, with the person's index."""

    start: int
    end: int
    person: int


class Aged(NamedTuple):
    """An age, with the index of the person where the person is known."""

    person: int | None


class Ages:
    """The people's mentions of one article, by place."""

    def __init__(self, people: list[PersonFound]) -> None:
        self._mentions = sorted(
            Mention(mention["start"], mention["end"], index)
            for index, person in enumerate(people)
            for mention in person["mentions"]
        )
        self._ends = {mention.end: mention for mention in self._mentions}
        self._starts = [mention.start for mention in self._mentions]

    def bare(self, text: str, start: int, end: int, value: float | None) -> Aged | None:
        """The age set between commas behind a name: ", 34,". None where it is no age."""
        if value is None or not 0 < value <= OLDEST:
            return None
        opened = OPENING.search(text, max(0, start - 3), start)
        second = BEHIND_PAIR.search(text, max(0, start - 12), start) and text.startswith(",", end)
        if second or (opened and PAIR.match(text, end)):
            return Aged(None)  # "two men, 33 and 19, were"
        mention = self._ends.get(opened.start()) if opened else None
        closed = CLOSING.match(text, end) if mention else text.startswith((",", ")", ";"), end)
        if not opened or not closed or (text[start - 1] == "(" and value < 14):
            return None
        return Aged(mention.person if mention else None)

    def whose(self, text: str, start: int, end: int, root: Token) -> int | None:
        """The person of a spelled-out age: the subject of its clause, or the name beside it."""
        subject = (
            next((c for c in root.head.lefts if c.dep_ == "nsubj"), None) if root.dep_ in ("acomp", "attr") else None
        )
        if subject is not None:
            found = self._at(subject.idx, subject.idx + len(subject))
            if found is not None:
                return found
        at = bisect_left(self._starts, start)
        before = self._mentions[at - 1] if at else None
        after = self._mentions[at] if at < len(self._mentions) else None
        if (
            before
            and start - before.end < REACH
            and re.fullmatch(
                r",\s(?:an?|the|who\sis|then|now|aged)\s(?:\w+\s){0,3}|\s(?:is|was|\()\s?(?:an?\s)?|,?\s",
                text[before.end : start],
            )
        ):
            return before.person
        if (
            after
            and after.start - end < REACH
            and not re.search(r"[.;:!?\n]|\b(?:and|who|was|is|said)\b", text[end : after.start])
        ):
            return after.person
        return None

    def _at(self, start: int, end: int) -> int | None:
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self._mentions[at].end >= end:
            return self._mentions[at].person
        return None


def aged(text: str, measure: Measure, place: Place, ages: Ages) -> Aged | None:
    """The age that stands between commas behind a name."""
    if measure.unit is not None or measure.kind != "count" or not text[measure.first].isdigit():
        return None
    if place.first.i < 2:
        return None
    found = ages.bare(text, measure.start, measure.end, measure.value) or _is_old(text, measure, place, ages)
    name = place.first.nbor(-2)  # a person whom no other mention confirms: "Ana Duarte, 66 and Rui Duarte, 64 were"
    named = name.ent_type_ == "PERSON" and NAMED_AGE.match(text, measure.end) and 14 < (measure.value or 0) < 110
    return found or (Aged(None) if named and place.first.nbor(-1).text == "," else None)


def _is_old(text: str, measure: Measure, place: Place, ages: Ages) -> Aged | None:
    """ "Ikenna Oruche, who is 21 and": a bare number that a person is."""
    verb = place.root.head
    if place.root.dep_ not in ("attr", "acomp") or verb.lemma_ != "be" or not 0 < (measure.value or 0) < 125:
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or (subject.lower_ not in ("he", "she", "who", "i") and subject.ent_type_ != "PERSON"):
        return None
    following = place.end.i + 1
    if following < len(verb.doc) and verb.doc[following].pos_ in ("NOUN", "ADJ", "ADP", "PROPN", "NUM"):
        return None
    return Aged(ages.whose(text, measure.start, measure.end, place.root))


def as_age(figure: FigureFound, person: int | None) -> FigureFound:
    """The figure as the age, in years, of a person by index."""
    plain: FigureFound = {**figure, "kind": "age", "unit": "year", "unit_text": None, "noun": None, "role": None}
    return {**plain, "person": person, "rule": "figures/age"}
