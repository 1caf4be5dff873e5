"""Interviews printed without names before the turns: a preface that says who is asked, then questions and answers.

"I" in an answer is the one asked. The preface is what stands before the first question; without an interviewing word
and a name in it nothing is taken for an interview, as columns and letters ask questions too.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from extractor.annotations import Stretch

QUESTIONS = 3
"""Paragraphs that end in a question mark, at least: fewer are found in any essay."""


def interviewee(
    text: str, paragraphs: Sequence[Stretch], names: Iterable[tuple[int, int, int]], words: re.Pattern[str]
) -> tuple[int, list[Stretch]] | None:
    """The person asked, and the paragraphs that answer; `names` has (start, end, person) in order."""
    asking = [one for one in paragraphs if text[one["start"] : one["end"]].rstrip("”\"’')").endswith("?")]
    if len(asking) < QUESTIONS:
        return None
    preface = asking[0]["start"]
    met = [match.start() for match in words.finditer(text, 0, preface)]
    counts = Counter(person for start, _, person in names if start < preface)
    if not met or not counts:
        return None
    ranked = counts.most_common(2)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    asked = {one["start"] for one in asking}
    answers = [one for one in paragraphs if one["start"] > preface and one["start"] not in asked]
    return ranked[0][0], answers


def answering(answers: Sequence[Stretch], start: int) -> bool:
    """Whether the character stands in an answer."""
    at = bisect_right(answers, start, key=lambda one: one["start"]) - 1
    return at >= 0 and start < answers[at]["end"]
