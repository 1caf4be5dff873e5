"""Short lists of words that shapes of lines are made of: what buttons count, a mail's fields, small words of titles.

The words stand in `phrases.csv`; here is the grammar around them, compiled once.
"""

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal, NamedTuple, get_args

from extractor import tables

Use = Literal[
    "small",
    "remark",
    "counted",
    "picture",
    "button",
    "mail field",
    "salutation",
    "greeting",
    "inside a place",
    "beside a day",
]


class Phrase(tables.Row, frozen=True, kw_only=True):
    """The words of one use.

    small: words of a title that have no capital. remark: what stands beside what readers write. counted: what is
    counted before its name ("12 comments"). picture: what is numbered in a gallery. button: what is counted behind its
    name ("Like (14)"). mail field: a line of a mail's head. salutation, greeting: what a mail begins and ends with.
    inside a place: small words of a dateline's place. beside a day: what stands beside a day and its hour.
    """

    KEYS: ClassVar[tuple[str, ...]] = ("use",)

    use: Use
    words: tuple[str, ...]


class Phrases(NamedTuple):
    """Words by their use, and the patterns that they make."""

    small: frozenset[str]
    beside_days: frozenset[str]
    remark: re.Pattern[str]
    counted: re.Pattern[str]
    field: re.Pattern[str]
    salutation: re.Pattern[str]
    greeting: re.Pattern[str]
    particles: str
    """Alternatives of a pattern."""


AGO = r"\d{1,2}\s+(?:minutes?|hours?|days?|weeks?|months?)\s+ago"
NUMBER = r"\d[\d,.]{0,9}[km]?"


def phrases(rows: Iterable[Phrase]) -> Phrases:
    """The patterns; what a table leaves out matches nothing."""
    words: Mapping[str, tuple[str, ...]] = dict.fromkeys(get_args(Use), ()) | {row.use: row.words for row in rows}
    some = {use: alternatives(said) for use, said in words.items()}
    return Phrases(
        small=frozenset(words["small"]),
        beside_days=frozenset(words["beside a day"]),
        remark=_any_case(rf"(?:{some['remark']})\b|.{{0,60}}\b{AGO}\b|.{{0,60}}@\w+"),
        counted=_any_case(
            rf"(?:{NUMBER}\s+(?:{some['counted']})[ |·]{{0,3}}){{1,5}}"
            rf"|(?:{some['picture']})\s+\d{{1,4}}\s+(?:of|/)\s+\d{{1,4}}"
            rf"|(?:(?:{some['button']})\s?\(?{NUMBER}\)?[ |·]{{0,3}}){{1,9}}"
        ),
        field=_any_case(rf"(?:{some['mail field']}|x-[\w-]{1, 60}):\s"),
        salutation=_any_case(rf"(?:{some['salutation']})(?:\s[\w.'’-]{{1,20}}){{0,3}}\s?[,:!.–-]?"),
        greeting=_any_case(rf"{some['greeting']}|sent from my .{{2,30}}"),
        particles=some["inside a place"],
    )


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first; of none it never matches."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or "(?!)"
