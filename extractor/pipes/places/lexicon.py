"""Names that the tables know by heart, found wherever they stand: "Baltic states", "Newfoundland and Labrador", "Fla.".

Names of several words, and those single ones that nothing else is called: countries and divisions, and abbreviations.
Besides, the abbreviation of a state behind the name of a town: "Salem, Ore.", "Muncie, IN".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from extractor.pipes.places.words import alternatives
from extractor.syntax.words import first_run, flat, runs

START = re.compile(r"(?<![\w-])[^\W\d_](?:[\w'’]|[.-](?=\w))*")


class Lexicon:
    """Forms by their first word, the longest first."""

    def __init__(self, forms: Iterable[str], behind: Iterable[str]) -> None:
        found: dict[str, list[str]] = defaultdict(list)
        for form in sorted(set(forms), key=lambda form: (-len(form), form)):
            first = START.match(form)
            if first:
                found[first.group()].append(form)
        self._forms = dict(found)
        self._openings: dict[str, list[str]] = defaultdict(list)
        for opening in self._forms:
            self._openings[first_run(opening)].append(opening)
        self._behind = re.compile(rf",\s({alternatives(set(behind))})(?!\w)")

    def matches(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of the forms, written exactly so, in order."""
        text, end = flat(text), 0
        for start, word in self._starts(text):
            if start < end:
                continue
            for form in self._forms[word]:
                if text.startswith(form, start) and not text[start + len(form) : start + len(form) + 1].isalnum():
                    end = start + len(form)
                    yield start, end
                    break

    def _starts(self, text: str) -> list[tuple[int, str]]:
        """The words that a form begins with, in order: looked for in the few places where their letters stand."""
        found: list[tuple[int, str]] = []
        read: dict[int, dict[int, str]] = {}
        for run in self._openings.keys() & runs(text):
            for word in self._openings[run]:
                at = text.find(word)
                while at >= 0:
                    space = text.rfind(" ", 0, at)
                    if space not in read:
                        read[space] = _words_behind(text, space)
                    if read[space].get(at) == word:
                        found.append((at, word))
                    at = text.find(word, at + 1)
        return sorted(found)

    def state(self, text: str, town_end: int) -> tuple[int, int] | None:
        """The abbreviated state behind a town that ends there."""
        found = self._behind.match(text, town_end)
        return found.span(1) if found else None


def _words_behind(text: str, space: int) -> dict[int, str]:
    """The words between a space and the next, by where they begin: no word holds a space."""
    end = text.find(" ", space + 1)
    found = START.finditer(text, space + 1, end if end >= 0 else len(text))
    return {word.start(): word.group() for word in found}
