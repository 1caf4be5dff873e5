"""What a reader gives and the pipeline takes: one article, decoded once, its text never changed again."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article's text and what its caller knows about it.

    `text` is what every offset in the project indexes, in Unicode code points. `source` is the path as given, None
    for a text that came from nowhere. What the caller says of `published`, `title` and `publisher` beats what the
    text says.
    `warnings` are the reader's, and are passed on in the record.
    """

    text: str
    id: str = "-"
    source: str | None = None
    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Stands in the stream for an article that could not be read: the batch goes on and nothing is lost."""

    id: str
    source: str | None
    error: Exception
