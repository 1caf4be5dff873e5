"""Ids that a source has twice: both articles are read, and the second says so, because whoever joins by id would mix
them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extractor.article import Article, Unreadable


def distinct(
    found: Iterable[Article | Unreadable], *, name: str, twice: Callable[[str], None]
) -> Iterator[Article | Unreadable]:
    """The articles of one source; one whose id an earlier one has carries a warning, which `twice` hears too."""
    numbers: dict[str, int] = {}
    for number, each in enumerate(found, start=1):
        first = numbers.setdefault(each.id, number)
        if first == number or isinstance(each, Unreadable):
            yield each
            continue
        warning = f'{name} has the id "{each.id}" twice: article {first} and article {number} of it'
        twice(warning)
        yield replace(each, warnings=(*each.warnings, warning))
