"""What an article is called, and the line that names it as a source."""

import re

from extractor.record import Record
from extractor.writing.paragraphs import paragraphs
from extractor.writing.safe import visible
from extractor.writing.timeline import in_words, parsed

_AGENCY = re.compile(r"\([^()]{1,40}\)\s*[-–—]+\s*")
"""An agency between a dateline and its dash: "KAMPALA (Reuters) - "."""
LONGEST = 110
"""Characters of a first sentence in a title's place."""
_END = re.compile(r"(?<=[^\W\d_]{4})[.!?][\"'”’)]*(?=\s+[\"'“‘(]*[A-Z0-9])")
"""The end of a sentence behind a word of four letters: "St." and "Gen." end none. A title may be longer for it."""


def title(record: Record) -> str:
    """The title; where the article has none its first sentence, and its id where there is no text."""
    return record.title or _first_sentence(record) or record.id


def _first_sentence(record: Record) -> str:
    """The first sentence of what is not furniture, behind the dateline, cut between words where it is long."""
    text = record.text or ""
    aside = [(each.start, each.end) for each in record.furniture]
    for start, end in paragraphs(text):
        if any(first <= start < last for first, last in aside):
            continue
        dateline = record.dateline
        behind = dateline is not None and start <= dateline.start < dateline.end < end
        words = " ".join(text[dateline.end if dateline and behind else start : end].split()).lstrip("-–—:) ")
        words = words[found.end() :] if (found := _AGENCY.match(words)) else words
        if words:
            found = _END.search(words)
            return _cut(words[: found.end()] if found else words)
    return ""


def _cut(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    kept = words.rfind(" ", 0, LONGEST)
    return f"{words[: kept if kept > 0 else LONGEST]}…"


def headline(record: Record) -> str:
    """The title, made safe for a terminal."""
    return visible(title(record))


def source_line(record: Record) -> str:
    """What a quote is cited with: title, publisher, day and file."""
    parts = (title(record), record.publisher, published(record), record.byline, record.source)
    return ", ".join(visible(part) for part in parts if part)


def published(record: Record) -> str:
    """The day of publication in words; as it stands where that is no day."""
    day = parsed(record.published)
    return in_words(day, day) if day else record.published or ""
