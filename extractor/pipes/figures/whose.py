"""The people whose age a figure may be, by where the text mentions them, and the words around an age."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.tokens import Token

from extractor.annotations import PersonFound
from extractor.syntax.lists import Lists

DESCRIBED = re.compile(
    r"(?:\s\([A-Z][\w’'. -]{1,24}\))?"
    r"(?:,?\s(?:an?|the)\s[a-z][\w’' -]{1,40}?)?"
    r"(?:,?\s(?:of|from|in)\s[A-Z][\w’'.-]*(?:,?\s[A-Z][\w’'.-]*){0,4})?"
)
"""Between a name and its age: a maiden name, what the person is, the town."""
BESIDE = re.compile(r",\s(?:an?|the|who\sis|then|now|aged)\s(?:\w+\s){0,3}|\s(?:is|was|\()\s?(?:an?\s)?|,?\s")
REACH = 60
"""Characters between a person and an age in one phrase: "Earl Lightner, a retired and much-loved 74-year-old"."""
CANDIDATES = 4


class Mention(NamedTuple):
    """A mention of a person, with the person's index."""

    start: int
    end: int
    person: int


class Around(NamedTuple):
    """What stands behind an age, apart from a name, before one person."""

    closing: re.Pattern[str]
    apart: re.Pattern[str]
    life_end: re.Pattern[str]
    and_over: re.Pattern[str]
    one: frozenset[str]

    @classmethod
    def of(cls, lists: Lists) -> "Around":
        """The patterns of the lists."""
        return cls(
            closing=lists.pattern(r"[,.;:)]|\s\(|\s(?:{behind an age})\b|\s?\n|\Z"),
            apart=lists.pattern(r"[.;:!?\n]|\b(?:{apart from an age})\b"),
            life_end=lists.pattern(r"\W*\Z|[,.;:)!?]|\s(?:{behind an age of life})\b"),
            and_over=lists.pattern(r"\s(?:and|or)\s(?:{and over})\b"),
            one=lists.words("one person"),
        )


class Ages:
    """The people's mentions of one article, by place."""

    def __init__(self, people: list[PersonFound], around: Around) -> None:
        self._around = around
        self._mentions = sorted(
            Mention(mention["start"], mention["end"], index)
            for index, person in enumerate(people)
            for mention in person["mentions"]
        )
        self._ends = {mention.end: mention for mention in self._mentions}
        self._starts = [mention.start for mention in self._mentions]

    def described(self, text: str, comma: int) -> int | None:
        """The person whose name, with a description or a town behind it, ends before a comma or bracket."""
        at = bisect_left(self._starts, comma)
        found = None
        for mention in reversed(self._mentions[max(0, at - CANDIDATES) : at]):
            if comma - mention.end > 2 * REACH or not DESCRIBED.fullmatch(text, mention.end, comma):
                break
            found = mention.person
        return found

    def whose(self, text: str, start: int, end: int, root: Token) -> int | None:
        """The person of a spelled-out age: the subject of its clause, or the name beside it."""
        subject = (
            next((c for c in root.head.lefts if c.dep_ == "nsubj"), None) if root.dep_ in ("acomp", "attr") else None
        )
        found = self.at(subject) if subject is not None else None
        if found is not None:
            return found
        at = bisect_left(self._starts, start)
        before = self._mentions[at - 1] if at else None
        if before and start - before.end < REACH and BESIDE.fullmatch(text, before.end, start):
            return before.person
        after = self._mentions[at] if at < len(self._mentions) else None
        if after and after.start - end < REACH and not self._around.apart.search(text[end : after.start]):
            return after.person
        return None

    def at(self, token: Token) -> int | None:
        """The person whom a token mentions."""
        at = bisect_right(self._starts, token.idx) - 1
        if at >= 0 and self._mentions[at].end >= token.idx + len(token):
            return self._mentions[at].person
        return None
