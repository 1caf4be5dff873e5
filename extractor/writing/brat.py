"""Brat's standoff form: text-bound annotations, who says what as relations, attributes and notes.

One article is its `.ann` alone; of several a ZIP archive holds an `.ann` and, where the record has it, a `.txt` each.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol

from extractor.record import Quote, Record
from extractor.writing.keys import Keys
from extractor.writing.view import View

TYPES = {"people": "Person", "organizations": "Organization", "places": "Place"}
DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive, so that the same records give the same bytes."""


def write(records: Iterable[Record], stream: BinaryIO, view: View) -> None:
    """Writes the annotations of the one article, or the archive of several."""
    if view.single:
        for record in records:
            stream.write(annotated(record, view).encode())
        return
    keys = Keys()
    content = io.BytesIO()  # an archive needs a stream that can be gone back in
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for record in records:
            name = re.sub(r"[^\w.-]+", "_", record.id)[:80] + f"-{keys.of(record)}"
            archive.writestr(zipfile.ZipInfo(f"{name}.ann", DAY), annotated(record, view))
            if record.text is not None:
                archive.writestr(zipfile.ZipInfo(f"{name}.txt", DAY), record.text)
    stream.write(content.getvalue())


def annotated(record: Record, view: View) -> str:
    """The lines of an article's `.ann`."""
    return "".join(f"{line}\n" for line in _Lines(record, view).lines())


class Stretch(Protocol):
    """Whatever stands in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def text(self) -> str:
        """Its words."""


class _Lines:
    """The annotations in the making; text-bound ones are numbered in the order in which they are written."""

    def __init__(self, record: Record, view: View) -> None:
        self._record, self._only = record, view.only
        self._bound = self._more = 0
        self._first: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        record = self._record
        for name in (name for name in TYPES if name in self._only):
            for item in getattr(record, name):
                for mention in item.mentions:
                    yield self._text(TYPES[name], [mention])
                    self._first.setdefault(item.id, f"T{self._bound}")
                yield from self._note(item.id, item.name)
        for name, kind in (("figures", "Figure"), ("dates", "Date")):
            for item in getattr(record, name) if name in self._only else ():
                yield self._text(kind, [item])
                self._first[item.id] = f"T{self._bound}"
                yield from self._note(item.id, _value(item))
        for quote in record.quotes if "quotes" in self._only else ():
            yield from self._quote(quote)

    def _quote(self, quote: Quote) -> Iterator[str]:
        if not quote.spans:
            return
        yield self._text("Quote", quote.spans)
        said = f"T{self._bound}"
        yield from self._attribute("Kind", said, quote.kind)
        if quote.cue:
            yield self._text("Cue", [quote.cue])
            yield self._relation("Cue", said, f"T{self._bound}")
            yield from self._attribute("Stance", said, quote.cue.stance)
        if quote.speaker:
            yield self._text("Speaker", [quote.speaker])
            speaker = f"T{self._bound}"
            yield self._relation("Speaker", said, speaker)
            entity = self._first.get(quote.speaker.entity or "")
            if entity:
                yield self._relation("Is", speaker, entity)

    def _text(self, kind: str, stretches: Iterable[Stretch]) -> str:
        """A text-bound annotation, in pieces where a quote is interrupted or a line ends: brat takes none over a
        line."""
        self._bound += 1
        pieces = [piece for each in stretches for piece in _pieces(each)]
        where = ";".join(f"{start} {end}" for start, end, _ in pieces)
        return f"T{self._bound}\t{kind} {where}\t{' '.join(text for _, _, text in pieces)}"

    def _relation(self, kind: str, one: str, other: str) -> str:
        self._more += 1
        return f"R{self._more}\t{kind} Arg1:{one} Arg2:{other}"

    def _attribute(self, kind: str, of: str, value: str) -> Iterator[str]:
        self._more += 1
        yield f"A{self._more}\t{kind} {of} {value}"

    def _note(self, ident: str, text: str) -> Iterator[str]:
        if ident in self._first and text:
            self._more += 1
            yield f"#{self._more}\tAnnotatorNotes {self._first[ident]}\t{' '.join(text.split())}"


def _pieces(stretch: Stretch) -> Iterator[tuple[int, int, str]]:
    for line in re.finditer(r"[^\r\n]+", stretch.text):
        yield stretch.start + line.start(), stretch.start + line.end(), line.group()


def _value(item: object) -> str:
    known = (getattr(item, name, None) for name in ("role", "bound", "value", "low", "high", "unit"))
    return " ".join(str(each) for each in known if each is not None)
