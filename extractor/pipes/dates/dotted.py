"""Hours with a stop, as British papers write them: "the train left at 17.40", which a price looks like."""

import re
from collections.abc import Mapping

DOTTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d\Z")
WORD, BEHIND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?"), re.compile(r"\s?([^\W\d_]+|[%°/-])?")
SIGHT = 48
"""Characters before a number in which words tell an hour from a price."""
NOON = "13"
"""From which on an hour needs no word such as "doors" or "flight"."""


def is_hour(text: str, span: tuple[int, int], context: Mapping[str, frozenset[str]]) -> bool:
    """Whether a number is an hour; not in "shares closed at 17.40" and "at 17.40 degrees"."""
    start, end = span
    shown = text[start:end]
    if not DOTTED.match(shown):
        return False
    words = WORD.findall(text[max(0, start - SIGHT) : start].rpartition("\n")[2].lower())
    if not words or words[-1] not in context["before a dotted clock"] or not context["priced"].isdisjoint(words):
        return False
    behind = BEHIND.match(text, end)
    unit = (behind and behind[1]) or ""
    if unit and (not unit.isalpha() or unit.lower() in context["measures"]):
        return False
    afternoon = shown >= NOON and shown[1] != "."
    return afternoon or shown[0] == "0" or not context["timed"].isdisjoint(words)
