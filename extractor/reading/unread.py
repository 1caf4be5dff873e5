"""What is marked up for programs, and has no reader here: refused, because its marks would be read as prose."""

from collections.abc import Iterator

from extractor.article import Article
from extractor.errors import InputError
from extractor.reading.sources import Defaults, Source


def read(source: Source, defaults: Defaults) -> Iterator[Article]:  # noqa: ARG001, as every reader takes them
    """Raises InputError, and says what can be done."""
    raise InputError(
        f"{source.name} is markup that has no reader (XML); make text or JSON of it first, or read it as it is "
        "with --input-format text"
    )
    yield  # type: ignore[unreachable]  # a generator, as every reader is
