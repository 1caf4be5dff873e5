"""An article from named values: a line of JSON, a row of a table. Their names are the same for all forms."""

from collections.abc import Mapping
from typing import Any

from extractor.article import Article, well_formed
from extractor.errors import InputError
from extractor.reading.published import parse_date
from extractor.reading.sources import Defaults


def article(
    members: Mapping[str, Any], *, number: str, source: str | None, defaults: Defaults, warnings: tuple[str, ...] = ()
) -> Article:
    """The article of `text` (or what `defaults` calls it), `id`, `published`, `title`, `publisher` and `byline`.

    `number` is its id where it brings none. Raises InputError for a text that is missing or no string, with a message
    that lacks the place, and OptionError for a date that is none.
    """
    damaged = False

    def string(key: str) -> str | None:
        nonlocal damaged
        value = members.get(key)
        if value is not None and not isinstance(value, str):
            raise InputError(f'"{key}" is {kind(value)}, not a string')
        mended = value and well_formed(value)
        damaged = damaged or mended != value
        return mended

    text = string(defaults.text)
    if text is None:
        raise InputError(_no_text(members, defaults.text))
    identity = members.get(defaults.id)
    own = str(identity) if isinstance(identity, int) and not isinstance(identity, bool) else string(defaults.id)
    day, title, publisher, byline = (string(key) for key in ("published", "title", "publisher", "byline"))
    if damaged:
        warnings = (*warnings, "unpaired surrogates in the input were replaced by U+FFFD")
    return Article(
        text=text,
        id=own or number,
        source=source,
        published=parse_date(day) if day and day.strip() else defaults.published,
        title=title or None,
        publisher=publisher or None,
        byline=byline or None,
        warnings=warnings,
    )


def kind(value: object) -> str:
    """A value's type, in the words of JSON."""
    names = {dict: "an object", list: "an array", str: "a string", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")


def _no_text(members: Mapping[str, Any], name: str) -> str:
    known = ", ".join(f'"{key}"' for key in list(members)[:12])
    there = f"there is {known}" if known else "there is nothing"
    return f'there is no "{name}"; {there}; --text-column names what holds the text'
