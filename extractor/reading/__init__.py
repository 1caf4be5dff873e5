"""Reading: from paths, folders, standard input, tables and web pages to articles, each decoded once.

This module joins the three decisions, each with a module of its own: what is there to read (`sources`), which form it
has (`formats`), and what its bytes say (`decode`, used by every form).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from extractor.article import Article, Unreadable
from extractor.errors import ExtractError, InputError
from extractor.reading.decode import codec
from extractor.reading.distinct import distinct
from extractor.reading.folders import fits
from extractor.reading.formats import FORMATS, format_of
from extractor.reading.limits import Limits
from extractor.reading.limits import parsed as limits
from extractor.reading.listed import listed
from extractor.reading.published import parse_date
from extractor.reading.sources import (
    STDIN,
    UNREADABLE,
    Defaults,
    Part,
    Source,
    check,
    expand,
    is_folder,
    reading_error,
    size,
)

__all__ = [
    "FORMATS",
    "STDIN",
    "Defaults",
    "Limits",
    "Part",
    "Source",
    "articles",
    "check",
    "codec",
    "expand",
    "fits",
    "format_of",
    "is_passed_over",
    "is_single",
    "limits",
    "listed",
    "parse_date",
    "read",
    "size",
    "sources",
]


def is_single(inputs: Sequence[str], *, form: str = "auto") -> bool:
    """Whether the inputs as given can hold one article only: one file or standard input, in a form with one each."""
    return len(inputs) == 1 and not is_folder(inputs[0]) and not format_of(Source(inputs[0]), form).many


def read(  # noqa: PLR0913, each is a wish of the caller
    inputs: Iterable[str],
    *,
    form: str = "auto",
    defaults: Defaults | None = None,
    globs: Sequence[str] = (),
    omit: frozenset[Path] = frozenset(),
    skipped: Callable[[str], None] = lambda _name: None,
    meter: Callable[[int], None] | None = None,
    twice: Callable[[str], None] = lambda _warning: None,
) -> Iterator[Article | Unreadable]:
    """The articles of all inputs, in order, lazily; what cannot be read stands in the stream as `Unreadable`.

    `form` is a name of `FORMATS`, or "auto" to go by the suffix. Files that fit none of `globs`, and those of `omit`
    (resolved paths: the output, say), are left out of folders. A binary file found in a folder is no article and no
    error: its name goes to `skipped`. `meter` is told of the bytes as they are read, `twice` of ids that a source has
    twice.
    """
    known = defaults or Defaults()
    for source in sources(inputs, form=form, globs=globs, omit=omit, skipped=skipped, meter=meter):
        if isinstance(source, Unreadable):
            yield source
        else:
            yield from articles(source, form=form, defaults=known, twice=twice)


def sources(  # noqa: PLR0913, as above
    inputs: Iterable[str],
    *,
    form: str = "auto",
    globs: Sequence[str] = (),
    omit: frozenset[Path] = frozenset(),
    skipped: Callable[[str], None] = lambda _name: None,
    meter: Callable[[int], None] | None = None,
) -> Iterator[Source | Unreadable]:
    """What `read` would read, in order: the files behind the inputs, none of which is a binary file in a folder."""
    for source in expand(inputs, globs=globs, omit=omit, meter=meter):
        if isinstance(source, Source) and is_passed_over(source, form=form):
            skipped(source.name)
        else:
            yield source


def is_passed_over(source: Source, *, form: str = "auto") -> bool:
    """Whether it is a binary file that a folder's walk met: no article and no error."""
    return source.found and not format_of(source, form).binary and source.is_binary()


def articles(
    source: Source, *, form: str = "auto", defaults: Defaults, twice: Callable[[str], None] = lambda _warning: None
) -> Iterator[Article | Unreadable]:
    """What one source holds; an error of the whole source ends it, and the next source is read."""
    source = replace(source, limits=defaults.limits)
    try:
        yield from distinct(format_of(source, form).read(source, defaults), name=source.name, twice=twice)
    except UNREADABLE as error:
        yield Unreadable(id=source.id, source=source.given, error=InputError(reading_error(source.name, error)))
    except ExtractError as error:
        yield Unreadable(id=source.id, source=source.given, error=error)
