"""Markdown: a report of each article for notes, wikis and issues. Nothing in an article is taken for markup or HTML."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from extractor.record import STANDING, Record
from extractor.writing.safe import visible
from extractor.writing.titles import headline
from extractor.writing.view import View
from extractor.writing.words import TABLES, header, speeches

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$&#]|^[-+=])")
_LINK = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=www)\.|(?<=mailto):|(?<=\w)@(?=\w)", re.IGNORECASE)
"""What makes a link of plain text."""
_NUMBERED = re.compile(r"^(\d+)([.)])")
HEADS = {
    "people": ("name", "described as", "mentioned"),
    "organizations": ("name", "kind", "mentioned"),
    "places": ("name", "where", "coordinates", "mentioned"),
    "figures": ("amount", "of what", "role", "according to"),
    "dates": ("as written", "value", "days"),
}


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes a section for every record, a blank line between two, in UTF-8."""
    gap = b""
    for record in records:
        stream.write(gap + "".join(f"{line}\n" for line in _lines(record, view)).encode())
        stream.flush()
        gap = b"\n"


def escaped(text: str) -> str:
    """The text as Markdown shows it, on one line: every character that could be markup behind a backslash."""
    return _NUMBERED.sub(r"\1\\\2", _LINK.sub(r"\\\g<0>", _MARKUP.sub(r"\\\1", visible(text))))


def _lines(record: Record, view: View) -> Iterator[str]:
    yield f"# {escaped(headline(record))}"
    for line in header(record):
        yield from ("", escaped(line))
    if record.error is not None:
        yield from ("", f"**failed:** {escaped(record.error.message)}")
    for name in (name for name in STANDING if name in view.only and getattr(record, name)):
        yield from ("", f"## {name.capitalize()}", "")
        yield from _quotes(record) if name == "quotes" else _table(name, TABLES[name](record))
    if record.warnings:
        yield from ("", "## Warnings", "", *(f"- {escaped(warning)}" for warning in record.warnings))


def _table(name: str, found: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (HEADS[name], ("---",) * len(HEADS[name]), *(tuple(map(escaped, row)) for row in found)):
        yield f"| {' | '.join(row)} |"


def _quotes(record: Record) -> Iterator[str]:
    """A speaker, and under the name what was said."""
    between: tuple[str, ...] = ()
    for name, said in speeches(record):
        yield from (*between, f"**{escaped(name)}**", "")
        for text, how in said:
            yield f"- {escaped(text)} *({escaped(how)})*"
        between = ("",)
