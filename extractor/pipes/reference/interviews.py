"""Interviews printed without names before the turns: a preface that says who is asked, then questions and answers.

"I" in an answer is the one asked, and so is "you" in a question. The preface is what stands before the first question.
Columns and letters ask questions too: what is no interview by its preface must be one by its turns, questions to "you"
that an "I" answers, after a preface of one person.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.annotations import Stretch
from extractor.pipes.reference.words import Words

QUESTIONS = 3
"""Paragraphs that end in a question mark, at least: fewer are found in any essay."""
FEWEST = 2
"""As many where the preface says who was met."""
NEAR = 130
"""Characters between an expression of meeting and the name of who was met: roles are long."""
STOP = re.compile(r"[.?!]\s+(?=[A-Z\"“])|\n|\s(?:about|on)\s")
LONGEST = 600
"""Characters of a question, at most: an answer may end in a question too."""
LETTER = re.compile(r"Q[.:]\s")
"""What opens a question where questions and answers have letters."""
CLOSING = "”\"’')"
MARKS = "“\"‘'„«"
WORD = re.compile(r"[^\W\d_]+")


class Interview(NamedTuple):
    """The person asked, the paragraphs that ask and those that answer, each in order."""

    asked: int
    questions: list[Stretch]
    answers: list[Stretch]

    def speaks(self, start: int) -> bool:
        """Whether "I" at this character is the one asked."""
        return _within(self.answers, start)

    def is_addressed(self, start: int) -> bool:
        """Whether "you" at this character is the one asked."""
        return _within(self.questions, start)


def interview(
    text: str, paragraphs: Sequence[Stretch], mentions: Sequence[tuple[int, int]], words: Words
) -> Interview | None:
    """The interview that the text is, if it is one; `mentions` has (start, person) of names and pronouns in order."""
    asking = [one for one in paragraphs if _asks(text, one, words)]
    if len(asking) < FEWEST:
        return None
    preface = asking[0]["start"]
    before = [one for one in mentions if one[0] < preface]
    asked = {one["start"] for one in asking}
    answers = [one for one in paragraphs if one["start"] > preface and one["start"] not in asked]
    person = _met(text, before, preface, words)
    if person is None and (_has_letters(text, asking) or _in_turns(text, asking, answers, words)):
        person = _foremost(person for _, person in before)
    return None if person is None else Interview(person, asking, answers)


def _has_letters(text: str, asking: Sequence[Stretch]) -> bool:
    """ "Q: Why did the wall fall?" """
    return sum(LETTER.match(text, one["start"]) is not None for one in asking) >= FEWEST


def _met(text: str, before: Sequence[tuple[int, int]], preface: int, words: Words) -> int | None:
    """Who was met, by the expressions that say so: whom one of them names right behind it ("interviews Ann Lee",
    "interviewed the site's founder, Ann Lee"), else right before it ("Ann Lee was interviewed")."""
    met = list(words.meetings.finditer(text, 0, preface))
    behind = [_behind(text, before, match.end(), words) for match in met]
    ahead = [_ahead(text, before, match.start()) for match in met]
    everyone = Counter(person for _, person in before)
    for some in (behind, ahead):
        named = dict.fromkeys(person for person in some if person is not None)
        if named:
            return max(named, key=everyone.__getitem__)
    return None


def _behind(text: str, before: Sequence[tuple[int, int]], start: int, words: Words) -> int | None:
    """Whom an expression that ends here names next; not "our reporter Peter Novak", who asks."""
    end = _cut(text, start, start + NEAR)
    found = next((one for one in before if start <= one[0] < end), None)
    if found is None or _has(text, {"start": start, "end": found[0]}, words.asking):
        return None
    return found[1]


def _ahead(text: str, before: Sequence[tuple[int, int]], end: int) -> int | None:
    """Who was named last before an expression that begins here."""
    near = (person for start, person in reversed(before) if end - NEAR <= start < end == _cut(text, start, end))
    return next(near, None)


def _cut(text: str, start: int, end: int) -> int:
    """The end of what an expression governs: where its sentence ends or says what the talk was about."""
    found = STOP.search(text, start, end)
    return end if found is None else found.start()


def _foremost(people: Iterable[int]) -> int | None:
    """The person who is mentioned more often than any other."""
    ranked = Counter(people).most_common(2)
    return None if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]) else ranked[0][0]


def _asks(text: str, paragraph: Stretch, words: Words) -> bool:
    """A question, or a remark to the one asked: "You have had a good deal of attention."; nothing in marks."""
    start, end = paragraph["start"], paragraph["end"]
    if end - start > LONGEST or text[start] in MARKS:
        return False
    first = WORD.match(text, start)
    if text[start:end].rstrip(CLOSING).endswith("?"):
        return True
    return first is not None and first.group().lower() in words.addressing


def _in_turns(text: str, asking: Sequence[Stretch], answers: Sequence[Stretch], words: Words) -> bool:
    """Whether enough questions are put to "you", and as many paragraphs between them are said by an "I"."""
    put = sum(_has(text, one, words.addressing) for one in asking)
    said = sum(_has(text, one, words.speaking) for one in answers if text[one["start"]] not in MARKS)
    return min(put, said) >= QUESTIONS


def _has(text: str, paragraph: Stretch, some: frozenset[str]) -> bool:
    found = WORD.finditer(text, paragraph["start"], paragraph["end"])
    return any(match.group().lower() in some for match in found)


def _within(paragraphs: Sequence[Stretch], start: int) -> bool:
    at = bisect_right(paragraphs, start, key=lambda one: one["start"]) - 1
    return at >= 0 and start < paragraphs[at]["end"]
