"""A text as the components read it, with the way back to the text as it came."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.normalization import blocks, casing, characters, columns, headlines, hyphenation
from extractor.normalization.alignment import Alignment, Edit, edited
from extractor.normalization.furniture import Bit
from extractor.normalization.lines import BREAK, Line, lines
from extractor.normalization.looks import is_telling
from extractor.normalization.mail import SUBJECT, mail
from extractor.normalization.names import Names
from extractor.normalization.running import running
from extractor.normalization.units import Unit, units
from extractor.normalization.words import Words
from extractor.normalization.wrapping import NARROWEST, soft_breaks
from extractor.vocabulary import FurnitureKind

CAPITALS = "the text is all in capitals: names were told by their words, and some may be missed"
SMALL = "the text has no capitals: names were told by their words, and some may be missed"
HEAD, HEAD_LINES = 1_000, 8
"""Characters and lines of a text in which its paper stands."""
LONGEST_MASTHEAD = 80
"""Characters of a line that names the paper."""
PARAGRAPH = "\n\n"
FIRST_HEAD = 3
"""Lines in which the first page's running head stands."""
COLUMN = re.compile(r"(?<=\S)\s{3,}(?=\S)")
HYPHENS = "-‐­¬"


class Aside(NamedTuple):
    """A stretch of the text as it came that is no part of the article."""

    start: int
    end: int
    kind: FurnitureKind


class Normalized(NamedTuple):
    """The text that is read. `start` and `end` lead its offsets back to the text as it came; `furniture` are the
    stretches of that which were set aside, `asides` the text of each; `written` is the text in the case that it came
    in, where it is read in another; `headlines` are where headlines in title case end."""

    text: str
    alignments: tuple[Alignment, ...] = ()
    warnings: tuple[str, ...] = ()
    furniture: tuple[Aside, ...] = ()
    asides: tuple[str, ...] = ()
    written: str | None = None
    headlines: tuple[int, ...] = ()

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


class Normalizer(NamedTuple):
    """What normalizes: the tables, and whether a word in small letters is in the dictionary. With `keep_furniture`
    furniture is found and named, and read all the same."""

    words: Words
    is_word: Callable[[str], bool]
    names: Callable[[], Names]
    keep_furniture: bool = False

    def __call__(self, text: str) -> Normalized:
        """The text without odd characters, soft line breaks and furniture."""
        edits, warnings = characters.edits(text, self.words.characters)
        read = self._recased(_edited(Normalized(text), edits, warnings))
        found = lines(read.text)
        unwrapped = self._unwrapped(read, found)
        found = found if unwrapped.text is read.text else lines(unwrapped.text)
        read = self._headline(self._set_aside(unwrapped, found))
        if not read.furniture:
            return read
        told = _told(text, read.furniture, kept=self.keep_furniture)
        return read._replace(warnings=(*read.warnings, *told))

    def _recased(self, read: Normalized) -> Normalized:
        """A text of capitals, or without any, with capitals where names are."""
        for holds, warning in ((casing.is_capitals, CAPITALS), (casing.is_small, SMALL)):
            if holds(read.text):
                made = casing.Caser(self.names(), self.is_word).recased(read.text)
                for line in lines(made[:HEAD])[:HEAD_LINES]:
                    if line.length < LONGEST_MASTHEAD and any(
                        word in self.words.mastheads for word in re.findall(r"\w+", line.text.lower())
                    ):
                        made = made[: line.start] + casing.titled(line.text) + made[line.end :]
                return read._replace(text=made, written=read.text, warnings=(*read.warnings, warning))
        return read

    def _headline(self, read: Normalized) -> Normalized:
        """A headline in title case, in the case of running text: "Mayor vetoes budget again" is nobody's name."""
        if read.written is not None:
            return read
        found = headlines.titled(read.text, self.words)
        if not found:
            return read
        caser = casing.Caser(self.names(), self.is_word, headlines.written(read.text, found))
        made = read.text
        for start, end in found:
            made = caser.recased(made, start, end)
        ends = tuple(start + len(read.text[start:end].rstrip(" .!?")) for start, end in found)
        return read._replace(text=made, written=read.text, headlines=ends)

    def _unwrapped(self, read: Normalized, found: list[Line]) -> Normalized:
        """Without soft breaks, running heads, and what a mail has around its text."""
        if columns.side_by_side(read.text, found):
            read = read._replace(warnings=(*read.warnings, columns.READ_ACROSS))
        kept, edits, asides = _without_frame(found, self.words)
        if self.keep_furniture:
            kept, edits = found, []
        edits += self._joined(read.text, kept, cut=len(kept) < len(found) or bool(asides))
        return _edited(_noted(read, asides), sorted(edits))

    def _joined(self, text: str, kept: Sequence[Line], *, cut: bool) -> list[Edit]:
        """The soft breaks, read as spaces, or as nothing inside a parted word, and what was cut between lines."""
        soft = soft_breaks(kept, lambda line: is_telling(line, self.words))
        sight: hyphenation.Sight | None = None
        edits: list[Edit] = []
        for (before, line), is_soft in zip(pairwise(kept), soft[1:], strict=True):
            word = hyphenation.parted(before.text, line.text) if before.text[-1] in HYPHENS else None
            if word is not None and (is_soft or _is_joined(before, line)):
                sight = sight or hyphenation.Sight(hyphenation.written(text), self.is_word, self.words.suspending)
                read = hyphenation.read(word, sight).value
                edits.append(Edit(before.end - len(word.mark), line.start, read))
            elif is_soft:
                edits.append(Edit(before.end, line.start, " "))
            elif cut and text[before.end : line.start].strip():
                edits.append(Edit(before.end, line.start, PARAGRAPH))
        return [*edits, *_ends_cut(text, kept)] if cut else edits

    def _set_aside(self, read: Normalized, written: list[Line]) -> Normalized:
        """Without the paragraphs, and parts of paragraphs, that are furniture."""
        found = units(written)
        taken = blocks.furniture(found, self.words)
        if not any(taken):
            return read
        asides = [
            (unit.start + bit.start, unit.start + bit.end, bit.kind)
            for unit, bits in zip(found, taken, strict=True)
            for bit in bits
        ]
        noted = _noted(read, asides)
        return noted if self.keep_furniture else _edited(noted, list(_cuts(read.text, found, taken)))


def _edited(read: Normalized, edits: list[Edit], warnings: Sequence[str] = ()) -> Normalized:
    """The text with edits, if there are any, carried out."""
    if not edits:
        return read
    return read._replace(
        text=edited(read.text, edits),
        written=None if read.written is None else edited(read.written, edits),
        alignments=(*read.alignments, Alignment(edits, len(read.text))),
        warnings=(*read.warnings, *warnings),
    )


def _noted(read: Normalized, asides: Iterable[tuple[int, int, FurnitureKind]]) -> Normalized:
    """The same text, which knows of stretches that are furniture."""
    found = [(Aside(read.start(start), read.end(end), kind), read.text[start:end]) for start, end, kind in asides]
    both = sorted([*zip(read.furniture, read.asides, strict=True), *found], key=lambda pair: pair[0])
    return read._replace(
        furniture=tuple(aside for aside, _ in both),
        asides=tuple(text for _, text in both),
    )


def _without_frame(
    found: Sequence[Line], words: Words
) -> tuple[list[Line], list[Edit], list[tuple[int, int, FurnitureKind]]]:
    """The lines of the text, edits of the first page's own head, and what pages and mails have around the text."""
    kinds, heads = mail(found, words.said, words.labels["author"]), running(found)
    mailed = any(kinds)
    asides: list[tuple[int, int, FurnitureKind]] = []
    kept: list[Line] = []
    edits: list[Edit] = []
    for at, (line, kind, runs) in enumerate(zip(found, kinds, heads, strict=True)):
        said = _behind_subject(line) if mailed and kind is None and not kept else None
        if runs and at < FIRST_HEAD:  # what the first page has above it is the article's own head
            edits.extend(Edit(line.start + m.start(), line.start + m.end(), " | ") for m in COLUMN.finditer(line.text))
            kept.append(line)
        elif runs or kind is not None:
            asides.append((line.start, line.end, kind or "page header"))
        elif said is not None:
            asides.append((line.start, said.start, "mail header"))
            kept.append(said)
        else:
            turned = at > FIRST_HEAD and heads[at - 1]
            kept.append(line._replace(page=True, blanks=0) if turned else line)
    return kept, edits, asides


def _behind_subject(line: Line) -> Line | None:
    """What a mail's subject says, without the field's name."""
    subject = SUBJECT.match(line.text)
    if subject is None or subject.end() >= line.length:
        return None
    return line._replace(start=line.start + subject.end(), text=line.text[subject.end() :])


def _ends_cut(text: str, kept: Sequence[Line]) -> Iterable[Edit]:
    """What was cut above the first line that is kept, and below the last."""
    first, last = (kept[0].start, kept[-1].end) if kept else (0, 0)
    if text[:first].strip():
        yield Edit(0, first, "")
    if text[last:].strip():
        yield Edit(last, len(text), "")


def _is_joined(before: Line, line: Line) -> bool:
    """Whether a hyphen alone says that a line goes on: before a small letter always, else behind a line, not a word."""
    return line.blanks == 0 and (line.text[0].islower() or before.length >= NARROWEST)


def _cuts(text: str, found: Sequence[Unit], taken: Sequence[Sequence[Bit]]) -> Iterable[Edit]:
    """The edits that leave furniture out, with the white space around it."""
    start: int | None = None
    for unit, bits in zip(found, taken, strict=True):
        if blocks.is_all(unit, bits):
            start = unit.start if start is None else start
            continue
        if start is not None:
            yield Edit(start, unit.start, "")
            start = None
        for bit in bits:
            end = unit.start + bit.end
            first = unit.start + bit.start
            spaces = len(text[end : unit.end]) - len(text[end : unit.end].lstrip())
            inside = bit.start > 0 and end + spaces < unit.end
            yield Edit(first, end + spaces, "" if not inside or text[first - 1].isspace() else " ")
    if start is not None:
        yield Edit(start, len(text), "")


def _told(text: str, asides: Sequence[Aside], *, kept: bool) -> list[str]:
    """What was set aside, in kinds and lines of the text, which begin at 1; nothing where that is rows of dashes."""
    starts = [match.end() for match in BREAK.finditer(text)]
    told: list[tuple[FurnitureKind, int, int]] = []
    for aside in (one for one in asides if one.kind != "ornament"):
        first, last = (bisect_right(starts, at) + 1 for at in (aside.start, max(aside.start, aside.end - 1)))
        if told and told[-1][0] == aside.kind and first <= told[-1][2] + 2:
            told[-1] = (aside.kind, told[-1][1], last)
        else:
            told.append((aside.kind, first, last))
    spans: dict[FurnitureKind, list[str]] = {}
    for kind, first, last in told:
        spans.setdefault(kind, []).append(str(first) if first == last else f"{first}-{last}")
    if not spans:
        return []
    listed = ", ".join(f"{kind} {' and '.join(where)}" for kind, where in spans.items())
    return [
        f"furniture was read: {listed}" if kept else f"set aside (by lines): {listed}; --keep-furniture reads it too"
    ]
