"""Web pages: the article alone, without menus and advertisements, by trafilatura (the extra `html`).

Offsets count in the text that trafilatura gives, which `--with-text` prints. Its date is the page's own statement; what
it could only guess at is not taken.
"""

import html
import logging
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from extractor.article import Article, well_formed
from extractor.errors import InputError
from extractor.reading.decode import HEAD, decode, refuse_binary
from extractor.reading.published import parse_date
from extractor.reading.sources import Defaults, Source

ATTRIBUTE = rb"[\s/]++[^\s<>/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>]*+))?+"
LINKED = re.compile(rb"<script[^<>]{0,200}\bld\+json\b[^<>]{0,200}>.*?</script", re.IGNORECASE | re.DOTALL)
MODIFIED = re.compile(
    rb"<meta\b[^<>]{0,300}?\b(?:name|property|itemprop|http-equiv)\s*=\s*[\"']?"
    rb"[\w:.-]{0,40}(?:modified|updated|revised)[\w:.-]{0,20}[\"'\s][^<>]{0,300}>",
    re.IGNORECASE,
)
"""What says when a page was changed last: on that day it need not have been published."""
ENTITY = re.compile(rb"&(?:[a-zA-Z]{2,12}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
DATES = {"extensive_search": False, "original_date": True}


def read(source: Source, defaults: Defaults) -> Iterator[Article]:
    """The page's article with its title, date, byline and publisher; raises InputError where there is none."""
    if find_spec("trafilatura") is None:
        raise InputError(f"{source.name} is a web page, which needs trafilatura: pip install 'newsextract[html]'")
    data = source.whole()
    refuse_binary(data[:HEAD], source.name)
    data = LINKED.sub(lambda found: ENTITY.sub(_escaped, found.group()), data)
    data = MODIFIED.sub(b"", data)
    page = decode(data, name=source.name, encoding=defaults.encoding).text if defaults.encoding else data
    most = source.limits.attributes
    if _crowded(most).search(data):
        raise InputError(
            f"{source.name}: an element of the page has more than {most:,} attributes, it is no article; "
            "--limit attributes=N allows more"
        )
    found = _extracted(page, source.name)
    if found is None or not (found.text or "").strip():
        raise InputError(f"{source.name}: no article was found in the page; --input-format text reads it as it is")
    yield Article(
        text=well_formed(found.text),
        id=source.id,
        source=source.given,
        published=defaults.published or _day(found.date),
        title=_known(found.title),
        publisher=_known(found.sitename),
        byline=_known(found.author),
    )


@cache
def _crowded(most: int) -> re.Pattern[bytes]:
    """An element of more attributes: the parser takes a time that grows with their square."""
    return re.compile(rb"<[A-Za-z][^\s<>/]*+(?:%b){%d}" % (ATTRIBUTE, most + 1))


def _extracted(page: str | bytes, name: str) -> Any:  # noqa: ANN401, trafilatura's own document
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)  # it tells of every odd page, and so do we
    trafilatura: Any = import_module("trafilatura")
    try:
        return trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dict(DATES)
        )
    except Exception as error:  # a page can be broken in more ways than the parser has errors
        raise InputError(f"{name} is a web page that cannot be read: {error}") from error


def _escaped(entity: re.Match[bytes]) -> bytes:
    """An entity inside JSON-LD as JSON writes the character: "Anna Kr&oslash;gh" was an author of three names."""
    shown = html.unescape(entity.group().decode("ascii"))
    return "".join(f"\\u{ord(char):04x}" if ord(char) < 0x10000 else char for char in shown).encode()


def _known(value: str | None) -> str | None:
    return well_formed(value).strip() or None if value else None


def _day(value: str | None) -> date | None:
    return parse_date(value) if value else None
