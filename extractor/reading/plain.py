"""Plain text: one file or standard input is one article."""

from collections.abc import Iterator

from extractor.article import Article
from extractor.reading.decode import decode
from extractor.reading.sources import Defaults, Source


def read(source: Source, defaults: Defaults) -> Iterator[Article]:
    """The article; raises InputError for binary, undecodable or too many bytes, OSError where reading fails."""
    decoded = decode(source.whole(), name=source.name, encoding=defaults.encoding)
    yield Article(
        text=decoded.text,
        id=source.id,
        source=source.given,
        published=defaults.published,
        warnings=decoded.warnings,
    )
