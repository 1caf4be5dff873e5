"""The number words as one pattern, searched in small letters: most words of a text begin no number."""

import re
from collections.abc import Iterable


def alternation(plain: list[str], suffixes: list[str]) -> re.Pattern[str]:
    """Number words on their own, and suffixes that stand right behind digits ("3.5bn", "3.5 bn")."""
    return re.compile(
        rf"(?<![^\W_]){_tree(plain)}(?![^\W_])|(?:(?<=[0-9])|(?<=[0-9][ \u00a0])){_tree(suffixes)}(?![^\W_])", re.ASCII
    )


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
