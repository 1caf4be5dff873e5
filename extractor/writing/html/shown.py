"""Text of an article in a page: escaped, and what the eye would miss or be misled by in plain view.

A bidirectional control could show a quote in another order than it has, a zero-width character could hide in a name:
each comes out as its number, U+202E, in a box.
"""

import re
import unicodedata

from markupsafe import Markup, escape

_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_KEPT = frozenset("\n\t")


def shown(text: str) -> Markup:
    """The text as markup; line breaks of every kind as \\n."""
    text = _BREAKS.sub("\n", text)
    if text.isprintable():
        return escape(text)
    return Markup("").join(map(_character, _runs(text)))


def _runs(text: str) -> list[str]:
    """The text cut around every character that is not printed."""
    found, start = [], 0
    for at, character in enumerate(text):
        if not (character.isprintable() or character in _KEPT or unicodedata.category(character) == "Zs"):
            found += [text[start:at], character]
            start = at + 1
    return [*found, text[start:]]


def _character(run: str) -> Markup:
    if len(run) != 1 or run.isprintable() or run in _KEPT or unicodedata.category(run) == "Zs":
        return escape(run)
    return Markup('<span class="ctl" title="{}">U+{:04X}</span>').format(unicodedata.name(run, "control"), ord(run))


def line(text: str) -> Markup:
    """The text as markup, on one line."""
    return shown(_SPACES.sub(" ", text).strip(" "))
