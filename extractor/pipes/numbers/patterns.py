"""The number words as one pattern, searched in small letters: most words of a text begin no number."""

import re
from collections.abc import Iterable


def alternation(plain: list[str], suffixes: list[str]) -> re.Pattern[str]:
    """Number words on their own, and suffixes that stand right behind digits ("3.5bn", "3.5 bn")."""
    ways = [*_led(plain, r"(?<![^\W_].)"), *_led(suffixes, r"(?:(?<=[0-9].)|(?<=[0-9][ \u00a0].))")]
    return re.compile("|".join(ways), re.ASCII)


def _led(words: Iterable[str], before: str) -> list[str]:
    """The words by their first letter, the look back behind it: so a search passes over all other letters."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[0], []).append(word[1:])
    return [rf"{re.escape(first)}{before}{_tree(rest)}(?![^\W_])" for first, rest in sorted(branches.items())]


def _tree(words: Iterable[str]) -> str:
    """The words as a pattern that branches by letter: it costs a tenth of a plain list of alternatives."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    ends = "" in branches
    parts = [re.escape(first) + _tree(rest) for first, rest in sorted(branches.items()) if first]
    if not parts:
        return ""
    return f"(?:{'|'.join(parts)}){'?' if ends else ''}"
