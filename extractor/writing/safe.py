"""Text of an article, or a file's name, for the eyes of a person: nothing in it may act on the terminal.

Escape sequences could colour, move or rename the window; bidirectional controls could show a quote in another order
than it has; zero-width characters could hide one. They come out as visible escapes: `\\x1b`, `\\u202e`.
"""

import re

_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks by Unicode's word, and blank on every screen: a name could differ in nothing that one sees."""
_BREAKS = re.compile(r"[ \t\r\n\f\v]+")


def visible(text: str) -> str:
    """The text on one line: white space as single spaces, whatever is not printable as its Python escape."""
    return inline(text).strip(" ")


def inline(text: str) -> str:
    """The same for a part of a line: a space at an end of it stays."""
    line = _BREAKS.sub(" ", text)
    if line.isprintable() and _UNSEEN.isdisjoint(line):
        return line
    return "".join(_shown(character) for character in line)


def _shown(character: str) -> str:
    if character.isprintable() and character not in _UNSEEN:
        return character
    return " " if character.isspace() and character >= "\xa0" else character.encode("unicode_escape").decode("ascii")
