"""What a reader gives and the pipeline takes: one article, decoded once, its text never changed again."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article's text and what its caller knows about it.

    `text` is what every offset in the project indexes, in Unicode code points. `source` is the path as given, None
    for a text that came from nowhere. What the caller says of `published`, `title`, `publisher` and `byline` beats what
    the text says.
    `countries` are codes of ISO 3166-1 ("US", "GB"): a name that several places bear is rather in one of these.
    `warnings` are the reader's, and are passed on in the record.
    """

    text: str
    id: str = "-"
    source: str | None = None
    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    countries: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Stands in the stream for an article that could not be read: the batch goes on and nothing is lost."""

    id: str
    source: str | None
    error: Exception


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal digits: the name that an article has by its content."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def well_formed(text: str) -> str:
    """The text with unpaired surrogates, which no encoding can write, replaced one for one: offsets hold."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
