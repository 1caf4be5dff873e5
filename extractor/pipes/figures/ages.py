"""Whose age a figure is: "Ana Duarte, 34,", "the 52-year-old Mr. Tessoum", "Tring, who is 19"."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import PersonFound

OPENING = re.compile(r",\s{1,2}\Z|\s\(\Z")
PAIR = re.compile(r"\sand\s[0-9]{1,3},")
BEHIND_PAIR = re.compile(r",\s[0-9]{1,3}\sand\s\Z")
CLOSING = re.compile(r"[,.;:)]|\s(?:of|from|and|who|was|is|a|the|said)\b|\Z")
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
