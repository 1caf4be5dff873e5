"""Counts without a number: "no one was killed", "both men died", "a triple murder".

They are figures only where they put people into a role; "both sides" and "nobody knows" are none.
"""

import re
from collections.abc import Iterable, Iterator

from extractor.pipes.figures.clauses import plural
from extractor.pipes.figures.lexicon import Lexicon
from extractor.pipes.figures.measure import Measure
from extractor.syntax.lists import Lists, either
from extractor.syntax.words import first_run, small, small_runs


class Wordless:
    """The words as patterns. `nouns` are counted themselves ("deaths"), `acts` are told of people ("shooting")."""

    def __init__(self, lexicon: Lexicon, lists: Lists, nouns: Iterable[str], acts: Iterable[str]) -> None:
        counted = "|".join(sorted({plural(noun) for noun in nouns}))
        told = "|".join(sorted({plural(noun) for noun in (*nouns, *acts)}))
        self.folds = {word: int(form) for word, form in lexicon.forms("manifold").items()}
        self._openings = frozenset(map(first_run, self.folds))
        self._both = re.compile(rf"both(?<!\w....)(?=\s(?:{lexicon.pattern('both')})\b)")
        self._manifold = re.compile(rf"\b(?:{lexicon.pattern('manifold')})(?=[\s-](?:fatal\s)?(?:{told})\b)")
        self._zero = re.compile(
            rf"no(?<!\w..)(?:{either(word[2:] for word in lists.words('nobody'))}"
            rf"|ne(?=\s(?:{either(lists.words('behind none'))})\b)|(?=\s(?:{counted})\b))"
        )

    def found(self, text: str) -> Iterator[Measure]:
        """The counts of a text, in no order."""
        words, text = small_runs(text), small(text)
        for match in self._zero.finditer(text):
            yield _measure(match, 0, "zero")
        for match in self._both.finditer(text):
            yield _measure(match, 2, "pair")
        if not self._openings.isdisjoint(words):
            for match in self._manifold.finditer(text):
                yield _measure(match, self.folds[match.group()], "manifold")


def _measure(match: re.Match[str], value: int, number: str) -> Measure:
    start, end = match.span()
    rule = f"figures/{number}"
    return Measure(start=start, end=end, first=start, last=end, value=value, number=number, rule=rule)
