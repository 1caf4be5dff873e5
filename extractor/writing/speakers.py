"""Who is quoted, under one name for all ways to write it: "police" and "Police", "an official" and "two officials".

The name of the person or organization where the speaker resolves to one; else the description without article, number
and plural. What stands for nobody, a pronoun or a document, has none.
"""

import re

from extractor.record import Speaker

_BEFORE = re.compile(
    r"(?:\b(?:the|an?|some|several|many|most|few|other|another|more|two|three|four|five|six|one|\d+|senior|local|its|his|her|their)\s+)++",
    re.IGNORECASE,
)
_PLURALS = ((re.compile(r"(?<=[^aeiou])ies$"), "y"), (re.compile(r"men$"), "man"), (re.compile(r"(?<=[^su])s$"), ""))


def group(speaker: Speaker | None) -> str | None:
    """The name; None for nobody."""
    if speaker is None or getattr(speaker, "kind", None) == "document":
        return None
    if speaker.name:
        return speaker.name
    if speaker.type == "pronoun":
        return None
    plain = " ".join(speaker.text.split())
    plain = _BEFORE.sub("", plain, count=1) or plain
    if speaker.type == "name":
        return plain
    plain = plain[:1].lower() + plain[1:] if not plain[1:2].isupper() else plain
    for ending, instead in _PLURALS:
        if ending.search(plain):
            return ending.sub(instead, plain)
    return plain
