"""Headlines in title case, where they stand, and which of their words the running text writes with a capital."""

import re
from collections import Counter

from extractor.normalization.days import written_days
from extractor.normalization.lines import lines
from extractor.normalization.looks import ISSUE, is_publisher, is_telling, is_titled
from extractor.normalization.units import Unit, units
from extractor.normalization.words import Words

LINES = 4
"""Paragraphs at the top of a text in which its headlines stand."""
HEAD = 1_200
"""Characters of that top."""
FEWEST = 4
"""Words of a headline."""
MOST = 24
LOWER = 6
"""Words of a second headline; a shorter line may be a byline: "Anna Krogh in Bergen"."""
INSIDE = re.compile(r"(?<=[^\W_][ ,;]) ?([^\W\d_][^\W_]*)")
"""A word that opens no sentence: behind another, or a comma."""
LEAD = re.compile(r"[^.!?]{12,140}[.!?](?=\s+[^\W\d_a-z])")
"""A first sentence with others behind it in one paragraph: a headline that was glued to its article."""
DASHED = re.compile(r"[—–]|--|\s-\s")
"""A dateline's dash: "NIAMEY, Niger — Gen. Ann Lee said" opens with no headline, however many capitals it has."""
CAPITAL = re.compile(r"[^\W\d_a-z]")


def titled(text: str, words: Words) -> list[tuple[int, int]]:
    """The stretches of headlines in title case at the top of a text."""
    found: list[tuple[int, int]] = []
    begun = False
    for unit in units(lines(text[:HEAD])[:LINES]):
        if unit.is_prose:
            lead = LEAD.match(unit.text)
            if (
                not found
                and unit.start == len(text[:HEAD]) - len(text[:HEAD].lstrip())
                and lead
                and not DASHED.search(lead.group())
                and _is_headline(lead.group(), words)
            ):
                found.append((unit.start, unit.start + lead.end()))
            break
        if _says_else(unit, words):
            continue
        if (not begun or len(unit.words) >= LOWER) and _is_headline(unit.text, words):
            found.append((unit.start, unit.end))
        begun = begun or len(unit.words) >= FEWEST
    return [] if _is_a_sentence(text, found) else found


def _is_a_sentence(text: str, found: list[tuple[int, int]]) -> bool:
    """Whether the headline would be all there is, and ends as a sentence: "Sorell Freight Inc. (NYSE: SFRT) grew." """
    whole = text.rstrip()
    return bool(found) and found[-1][1] >= len(whole) and whole.endswith((".", "!", "?", "”", '"'))


def _is_headline(line: str, words: Words) -> bool:
    """Whether a line is in title case: all of its words but the small ones, and a verb or a noun among them."""
    said = line.split()
    return FEWEST <= len(said) <= MOST and is_titled(line, words) and not line.isupper()


def _says_else(unit: Unit, words: Words) -> bool:
    """Whether it is a byline, a day, a paper, or the beginning of a dateline."""
    days = written_days(unit.text, words, day_first=True)
    paper = is_publisher(unit.text, words) and unit.words[-1].strip(".,()").lower() in words.mastheads
    issue = ISSUE.search(unit.text) is not None
    return bool(days) or is_telling(unit.text, words) or paper or issue or ":" in unit.text[:24]


def written(text: str, found: list[tuple[int, int]]) -> dict[str, bool]:
    """Of the words that the running text has inside its sentences, whether it mostly writes them with a capital."""
    begins = found[-1][1]
    counts: Counter[str] = Counter()
    for match in INSIDE.finditer(text, begins, begins + 6_000):
        word = match.group(1)
        counts[word.lower()] += 1 if word[0].isupper() else -1
    return {word: count > 0 for word, count in counts.items()}
