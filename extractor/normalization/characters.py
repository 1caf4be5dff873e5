"""Characters that stand for others, or for nothing: soft hyphens, zero-width spaces, ligatures, letters of full width,
accents set behind their letters, and UTF-8 that somebody decoded as Windows-1252 ("â€œ").
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from extractor.normalization.alignment import Edit

TRAIL = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
"""What the later bytes of a UTF-8 sequence look like in Windows-1252."""
MISREAD = rf"[ÂÃÄÅ]{TRAIL}|â{TRAIL}{{2}}|ð{TRAIL}{{3}}"
ACCENTED = r"[^\W\d_][\u0300-\u034e\u0350-\u036f]{1,4}"
COMPATIBLE = r"[\uff01-\uff5e\uffe0-\uffe6\ufb00-\ufb06\U0001d400-\U0001d7ff]"
"""Full width, ligatures, the letters of mathematics that people write tweets with."""
SUSPECT = re.compile(r"[ÂÃÄÅâð\u0300-\u034e\u0350-\u036f\uff01-\uff5e\uffe0-\uffe6\ufb00-\ufb06\U0001d400-\U0001d7ff]")
SOFT_HYPHEN = "\u00ad"
AT_END = re.compile(r"[ \t]*[\n\r]")
MARK, OPENING, CLOSING = '"', "“", "”"
BEFORE_OPENING = " \t\n\r\u00a0([{—–-"
"""What stands before a mark that opens: two single marks stand on both sides of a quotation."""
NAMES = {
    "misread": "characters decoded wrongly",
    "accented": "accents apart from their letters",
    "compatible": "ligatures or letters of odd forms",
}


class Characters(NamedTuple):
    """The table's characters and what they are read as and called, and the pattern that finds any of them and those of
    the three kinds that need no table."""

    read: Mapping[str, str]
    names: Mapping[str, str]
    pattern: re.Pattern[str]
    suspect: re.Pattern[str]


def characters(rows: Mapping[str, tuple[str, str]]) -> Characters:
    """The characters of {what is written: (what it is read as, its name in the plural)}."""
    own = "|".join(map(re.escape, sorted(rows, key=len, reverse=True)))
    odd = "".join(map(re.escape, sorted(key for key in rows if len(key) == 1)))
    pairs = "|".join(map(re.escape, sorted(key for key in rows if len(key) > 1)))
    return Characters(
        read={key: read for key, (read, _) in rows.items()},
        names={key: name for key, (_, name) in rows.items()},
        pattern=re.compile(
            rf"(?P<misread>{MISREAD})|(?P<own>{own})|(?P<accented>{ACCENTED})|(?P<compatible>{COMPATIBLE})"
        ),
        suspect=re.compile(rf"[{odd}]|{SUSPECT.pattern}|{pairs}"),
    )


def edits(text: str, known: Characters) -> tuple[list[Edit], list[str]]:
    """What of the text is read as something else, and a warning that counts it where there is any."""
    found: list[Edit] = []
    counted: Counter[str] = Counter()
    if known.suspect.search(text) is None:
        return [], []  # nearly all articles, and to look for one of a set of characters is quick
    for match in _odd(text, known):
        written = match.group()
        kind = match.lastgroup or "own"
        read = known.read.get(written) if kind == "own" else _read(written, kind)
        if written == SOFT_HYPHEN and AT_END.match(text, match.end()):
            continue  # a parted word: `hyphenation` reads it
        if read == MARK:
            read = OPENING if _opens(text, match.start(), match.end()) else CLOSING
        if read is not None and read != written:
            found.append(Edit(match.start(), match.start() + len(written), read))
            counted[known.names[written] if kind == "own" else NAMES[kind]] += 1
    if not counted:
        return [], []
    told = ", ".join(f"{name} ({number})" for name, number in counted.most_common())
    return found, [f"odd characters were read through: {told}"]


def _odd(text: str, known: Characters) -> Iterator[re.Match[str]]:
    """The odd characters: those that may be, and what they turn out to be with the letters around them."""
    at = 0
    for suspect in known.suspect.finditer(text):
        start = max(at, suspect.start() - 1)  # an accent stands behind its letter
        found = known.pattern.search(text, start, suspect.end() + LONGEST_ODD) if suspect.start() >= at else None
        if found is not None and found.start() <= suspect.start():
            yield found
            at = found.end()


LONGEST_ODD = 5
"""Characters of the longest odd sequence: a letter with its accents."""


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a mark stands right before a word, and behind none."""
    return (start == 0 or text[start - 1] in BEFORE_OPENING) and not text[end : end + 1].isspace()


def _read(written: str, kind: str) -> str | None:
    """What characters that no table names are read as; None where they are what they seem."""
    if kind == "misread":
        return _decoded(written)
    return unicodedata.normalize("NFC" if kind == "accented" else "NFKC", written)


def _decoded(written: str) -> str | None:
    """One character of those that English has, encoded in UTF-8 and decoded as Windows-1252; else None."""
    data = bytearray()
    for character in written:
        try:
            data += character.encode("cp1252")
        except UnicodeEncodeError:
            if not "\x80" <= character <= "\x9f":
                return None
            data.append(ord(character))
    try:
        read = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    usual = len(read) == 1 and (read < "\u0250" or "\u2000" <= read < "\u2150" or read > "\uffff")
    return read if usual and (read.isprintable() or read.isspace()) else None
