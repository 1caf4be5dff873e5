"""Reading: from paths, folders, standard input and JSON Lines to articles, each decoded once.

This module joins the three decisions, each with a module of its own: what is there to read (`sources`), which form it
has (`formats`), and what its bytes say (`decode`, used by every form).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from extractor.article import Article, Unreadable
from extractor.errors import ExtractError, InputError
from extractor.reading.decode import codec
from extractor.reading.formats import FORMATS, Format, format_of
from extractor.reading.published import parse_date
from extractor.reading.sources import STDIN, Defaults, Source, check, expand, is_folder, reading_error

__all__ = ["FORMATS", "STDIN", "Defaults", "check", "codec", "is_single", "parse_date", "read"]


def is_single(inputs: Sequence[str], *, form: str = "auto") -> bool:
    """Whether the inputs as given can hold one article only: one file or standard input, in a form with one each."""
    return len(inputs) == 1 and not is_folder(inputs[0]) and not format_of(Source(inputs[0]), form).many


def read(
    inputs: Iterable[str],
    *,
    form: str = "auto",
    defaults: Defaults | None = None,
    omit: frozenset[Path] = frozenset(),
    skipped: Callable[[str], None] = lambda _name: None,
) -> Iterator[Article | Unreadable]:
    """The articles of all inputs, in order, lazily; what cannot be read stands in the stream as `Unreadable`.

    `form` is a name of `FORMATS`, or "auto" to go by the suffix. Files of `omit` (resolved paths: the output, say) are
    left out of folders. A binary file found in a folder is no article and no error: its name goes to `skipped`.
    """
    known = defaults or Defaults()
    for source in expand(inputs, omit=omit):
        if isinstance(source, Unreadable):
            yield source
        elif source.found and source.is_binary():
            skipped(source.name)
        else:
            yield from _articles(source, format_of(source, form), known)


def _articles(source: Source, form: Format, defaults: Defaults) -> Iterator[Article | Unreadable]:
    """What one source holds; an error of the whole source ends it, and the next source is read."""
    try:
        yield from form.read(source, defaults)
    except OSError as error:
        yield Unreadable(id=source.id, source=source.given, error=InputError(reading_error(source.name, error)))
    except ExtractError as error:
        yield Unreadable(id=source.id, source=source.given, error=error)
