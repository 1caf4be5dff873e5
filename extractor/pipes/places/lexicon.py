"""Names that the tables know by heart, found wherever they stand: "Baltic states", "Newfoundland and Labrador", "Fla.".

Names of several words, and those single ones that nothing else is called: countries and divisions, and abbreviations.
Besides, the abbreviation of a state behind the name of a town: "Salem, Ore.", "Muncie, IN".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from extractor.pipes.places.words import alternatives

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
        self._behind = re.compile(rf",\s({alternatives(set(behind))})(?!\w)")

    def matches(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of the forms, written exactly so, in order."""
        end = 0
        for word in START.finditer(text):
            if word.start() < end or word.group() not in self._forms:
                continue
            for form in self._forms[word.group()]:
                if (
                    text.startswith(form, word.start())
                    and not text[word.start() + len(form) : word.start() + len(form) + 1].isalnum()
                ):
                    end = word.start() + len(form)
                    yield word.start(), end
                    break

    def state(self, text: str, town_end: int) -> tuple[int, int] | None:
        """The abbreviated state behind a town that ends there."""
        found = self._behind.match(text, town_end)
        return found.span(1) if found else None
