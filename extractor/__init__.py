"""People, organizations, places, figures, quotes and dates of English news text, as data with exact offsets.

`extract(text)` gives the record of one article, `load()` an extractor for many. Importing the package is cheap: spaCy
is imported by the first call.
"""

from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.article import Article
from extractor.errors import ExtractError
from extractor.reading.published import parse_date
from extractor.record import Record

if TYPE_CHECKING:
    from extractor.pipeline import Extractor

__all__ = ["Article", "ExtractError", "Record", "extract", "load"]


def load(  # noqa: PLR0913, what a caller may wish
    *,
    model: str | None = None,
    rules: Path | None = None,
    countries: tuple[str, ...] = (),
    explain: bool = False,
    keep_furniture: bool = False,
    timeout: float | None = 600,
) -> "Extractor":
    """A loaded extractor; its `record(article)` gives a `Record`, its `nlp` is the spaCy pipeline.

    `model` is the name or the path of an installed English pipeline, by default the one that comes with the package;
    `rules` a directory of the user's own tables. `countries` are codes of ISO 3166-1 ("US", "GB") in which a place is
    rather where several bear its name; with `explain` each place has the candidates that were weighed; with
    `keep_furniture` menus, captions and comments are read like the article. `record` raises OvertimeError for an
    article that takes longer than `timeout` seconds a megabyte (at least one), in a process's main thread; None bounds
    nothing. Raises ModelError or TableError.
    """
    loaded: Extractor = import_module("extractor.pipeline").load(
        model=model, rules=rules, countries=countries, explain=explain, keep_furniture=keep_furniture, timeout=timeout
    )
    return loaded


def extract(  # noqa: PLR0913, what a caller may know
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    countries: tuple[str, ...] = (),
    id: str = "-",  # noqa: A002 - the record's own name for it
) -> Record:
    """The record of one article. `published` (a date or ISO text) is the day that relative dates count from,
    `countries` are codes of ISO 3166-1 in which a place is rather where several bear its name.

    Loads the default pipeline on the first call, about two seconds, and keeps it. Raises OptionError for a
    `published` that is no ISO date.
    """
    when = parse_date(published) if isinstance(published, str) else published
    return _default().record(
        Article(text=text, id=id, published=when, title=title, publisher=publisher, countries=countries)
    )


def __getattr__(name: str) -> str:
    """`extractor.__version__`, read from the installed package only when asked for: it takes a tenth of the start."""
    if name == "__version__":
        version: str = import_module("importlib.metadata").version("newsextract")
        return version
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def _default() -> "Extractor":
    return load()
