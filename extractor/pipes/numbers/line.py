"""A text with its number words and digits, and the words that stand around them, for the grammar of numerals."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.pipes.numbers.runs import Atom
from extractor.syntax.lists import Lists


class Around(NamedTuple):
    """What stands around parts of a whole; see the lists of `phrases.csv`.

    `a_half` before "a half" that is a share by itself ("in a half" and "a goal in each half" are not), `half_unit`
    behind the half of "a half-mile", `added` behind a part that is added: "three and a fifth miles"; but "killed two
    and a third was hurt". `changed` before the part by which something changes and `of_change` behind it: "has lost
    about a fifth since May".
    """

    definite: re.Pattern[str]
    of_share: re.Pattern[str]
    shared: re.Pattern[str]
    of_half: re.Pattern[str]
    of_part: re.Pattern[str]
    of_scale: re.Pattern[str]
    no_share: re.Pattern[str]
    hedged: re.Pattern[str]
    a_half: re.Pattern[str]
    half_unit: re.Pattern[str]
    added: re.Pattern[str]
    changed: re.Pattern[str]
    of_change: re.Pattern[str]

    @classmethod
    def of(cls, lists: Lists) -> "Around":
        """The patterns of the lists."""
        i = re.IGNORECASE
        return cls(
            definite=lists.pattern(r"\b(?:{before a scale})[\s-]\Z", i),
            of_share=lists.pattern(r"\s(?:{behind a share})\b"),
            shared=lists.pattern(r"\b(?:{before a share})\s\Z", i),
            of_half=lists.pattern(r"\s(?:{behind half})\b"),
            of_part=lists.pattern(r"\s(?:{behind a part}|(?:and|or)\s(?:an?|one|two|three)\s)|\s?[.,;:)]|\s?\Z"),
            of_scale=lists.pattern(r"[\s-]{1,2}(?:of\s)?(?:a[\s-]{1,2})?(?=(?:{divided scales})\b)", i),
            no_share=lists.pattern(r"\b(?:{before no share})\s\Z", i),
            hedged=lists.pattern(r"\b(?:{before half})\s\Z", i),
            a_half=lists.pattern(r"(?:\A|[.;:(]\s|\b(?:{before a half})\s)\Z", i),
            half_unit=lists.pattern(r"-(?:{units in half})\b"),
            added=lists.pattern(
                r"\s(?!(?:{told of a part})\b)(?:[a-z]{2,20}s|percent|per\scent|million|billion)\b|[.?!]?\s{0,9}\Z"
            ),
            changed=lists.pattern(r"\b(?:{changing})\s(?:(?:{before half})\s){0,2}\Z", i),
            of_change=lists.pattern(r"\s(?:{behind a change})\b"),
        )


class Line(NamedTuple):
    """What is read."""

    text: str
    atoms: Sequence[Atom]
    words: Around

    def changes(self, atom: Atom, article: int) -> bool:
        """Whether it is the part by which something changes: "has lost about a fifth since May"."""
        behind = self.words.of_change.match(self.text, atom.end)
        return bool(behind and self.words.changed.search(self.text, max(0, article - 40), article))
