"""A text as the components read it, with the way back to the text as it came."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from extractor.normalization import characters, hyphenation
from extractor.normalization.alignment import Alignment, Edit, edited
from extractor.normalization.lines import Line, lines
from extractor.normalization.words import Known
from extractor.normalization.wrapping import NARROWEST, soft_breaks

PARAGRAPH = "\n\n"


class Normalized(NamedTuple):
    """The text that is read. `start` and `end` lead its offsets back to the text as it came."""

    text: str
    alignments: tuple[Alignment, ...] = ()
    warnings: tuple[str, ...] = ()

    def start(self, offset: int) -> int:
        """Where what begins at an offset begins in the text as it came."""
        for alignment in reversed(self.alignments):
            offset = alignment.start(offset)
        return offset

    def end(self, offset: int) -> int:
        """Where what ends at an offset ends in the text as it came."""
        for alignment in reversed(self.alignments):
            offset = alignment.end(offset)
        return offset


def normalized(text: str, known: Known, telling: Callable[[str], bool] = lambda _line: False) -> Normalized:
    """The text without odd characters and soft line breaks."""
    read = Normalized(text)
    edits, warnings = characters.edits(text, known.characters)
    read = _edited(read, edits, warnings)
    return _edited(read, list(_unwrapped(read.text, known, telling)))


def _edited(read: Normalized, edits: list[Edit], warnings: list[str] | None = None) -> Normalized:
    """The text with edits, if there are any, carried out."""
    if not edits:
        return read
    return Normalized(
        edited(read.text, edits),
        (*read.alignments, Alignment(edits, len(read.text))),
        (*read.warnings, *(warnings or ())),
    )


def _unwrapped(text: str, known: Known, telling: Callable[[str], bool]) -> Iterator[Edit]:
    """The soft breaks, read as spaces, or as nothing inside a parted word."""
    found = lines(text)
    soft = soft_breaks(found, telling)
    sight: hyphenation.Sight | None = None
    for i in range(1, len(found)):
        before, line = found[i - 1], found[i]
        word = hyphenation.parted(before.text, line.text) if soft[i] or before.text[-1] in HYPHENS else None
        if word is not None and (soft[i] or _is_joined(before, line)):
            sight = sight or hyphenation.Sight(hyphenation.written(text), known.is_word, known.suspending)
            yield Edit(before.end - len(word.mark), line.start, hyphenation.read(word, sight).value)
        elif soft[i]:
            yield Edit(before.end, line.start, " ")


HYPHENS = "-‐­¬"


def _is_joined(before: Line, line: Line) -> bool:
    """Whether a hyphen alone says that a line goes on: before a small letter always, else behind a line, not a word."""
    return line.blanks == 0 and (line.text[0].islower() or before.length >= NARROWEST)
