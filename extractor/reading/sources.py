"""What there is to read: files, folders and standard input, as named on the command line.

Folders are walked in the order of names, without hidden entries and without following links to folders (a loop of
links ends there). A name may hold bytes that are no UTF-8 (Linux allows any): what we print shows them as `\\xff`.
What is compressed with gzip is known by its first bytes and opened as what is inside.
"""

import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from extractor.article import Unreadable
from extractor.errors import InputError
from extractor.reading.decode import HEAD, is_binary
from extractor.reading.folders import fits, is_listed
from extractor.reading.limits import Limits
from extractor.reading.meter import Bounded, Metered, Patient

STDIN = "-"
GZIP = b"\x1f\x8b"
BUFFER = 65_536
UNREADABLE = (OSError, EOFError, zlib.error)
"""What reading a file may raise; the last two where it is a damaged gzip file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What the caller says of every article: its date where it has none of its own, and its encoding; what the columns
    (or members) of tables are called that hold text and id; and how much is read of a source."""

    published: date | None = None
    encoding: str | None = None
    text: str = "text"
    id: str = "id"
    limits: Limits = field(default_factory=Limits)


class Part(NamedTuple):
    """A part of a large source: `start` and `end` are bytes at the beginnings of lines, or row groups of Parquet;
    `before` is the number of the lines or rows before it, as ids are made of it."""

    start: int
    end: int
    before: int


@dataclass(frozen=True, slots=True)
class Source:
    """One stream of bytes: a file, or standard input. `found` where a folder's walk met it and nobody named it; `meter`
    is told of the bytes as they are read from the disk. `opener` gives the bytes where they are not on this disk, and
    where the source is `part` of a file."""

    path: str
    found: bool = False
    meter: Callable[[int], None] | None = field(default=None, compare=False)
    part: Part | None = None
    opener: Callable[[], Any] | None = field(default=None, compare=False)
    limits: Limits = field(default_factory=Limits, compare=False)

    @property
    def name(self) -> str:
        """The name for messages, printable as UTF-8 whatever its bytes."""
        return "standard input" if self.path == STDIN else printable(self.path)

    @property
    def given(self) -> str | None:
        """The path as given, None for standard input."""
        return None if self.path == STDIN else printable(self.path)

    @property
    def id(self) -> str:
        """The article's id where it brings none: the file's name without suffix, `-` for standard input."""
        return STDIN if self.path == STDIN else printable(self._unpacked.stem)

    @property
    def suffix(self) -> str:
        """The suffix in lower case, with its dot, that of gzip aside."""
        return "" if self.path == STDIN else self._unpacked.suffix.lower()

    @property
    def before(self) -> int:
        """The lines or rows of the file before these."""
        return self.part.before if self.part else 0

    @property
    def _unpacked(self) -> Path:
        path = Path(self.path)
        return path.with_suffix("") if path.suffix.lower() == ".gz" and path.stem else path

    def open(self) -> "io.BufferedReader[Any]":
        """The bytes, to be closed by the reader; raises OSError. Closing standard input's leaves the real one open."""
        if self.path == STDIN and not self.opener:
            stream = _standard_input(self.meter)
        else:
            raw: io.RawIOBase = self.opener() if self.opener else self._opened()
            stream = io.BufferedReader(Metered(raw, self.meter) if self.meter else raw, BUFFER)
        try:
            packed = stream.peek(2)[:2] == GZIP
        except OSError:
            stream.close()
            raise
        if not packed:
            return stream
        inner = gzip.GzipFile(fileobj=stream, mode="rb")
        inner.myfileobj = stream  # type: ignore[assignment]  # to be closed with it, as those that gzip.open makes
        refusal = self.limits.larger(f"{self.name}, unpacked,", of="unpacked")
        return io.BufferedReader(Bounded(inner, self.limits.unpacked, refusal), BUFFER)

    def _opened(self) -> io.RawIOBase:
        """The file; a pipe that has a name is one that nobody may ever write to, and is not waited for without end."""
        if self.is_pipe():
            return Patient(self.path, self.limits.wait)
        return io.FileIO(self.path, "rb")

    def is_pipe(self) -> bool:
        """Whether it is a pipe with a name, which can be read once."""
        try:
            return self.path != STDIN and not self.opener and stat.S_ISFIFO(Path(self.path).stat().st_mode)
        except OSError:
            return False

    def whole(self) -> bytes:
        """All bytes; raises OSError, and InputError where there are more than an article has."""
        with self.open() as stream:
            data = stream.read(self.limits.article + 1)
        self.refuse_larger(data, self.name)
        return data

    def refuse_larger(self, data: bytes, name: str) -> None:
        """Raises InputError where the bytes are more than an article may have."""
        if len(data) > self.limits.article:
            raise self.limits.larger(name)

    def head(self) -> bytes:
        """The first bytes without NUL and byte order mark, to tell what they begin; empty where they cannot be read, or
        only once. Those of standard input are still there when it is opened."""
        if self.is_pipe():
            return b""
        try:
            if self.path == STDIN and not self.opener:
                found = _standard_input(None).peek(HEAD)[:HEAD]
            else:
                with self.open() as stream:
                    found = stream.read(HEAD)
        except UNREADABLE:
            return b""
        return found.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")

    def is_binary(self) -> bool:
        """Whether the first bytes are no text; False where they cannot be read, so that reading says why."""
        try:
            with self.open() as stream:
                return is_binary(stream.read(HEAD))
        except UNREADABLE:
            return False


def _standard_input(meter: Callable[[int], None] | None) -> "io.BufferedReader[Any]":
    """Standard input, the same stream until it is closed: what was looked at must be there for the reader."""
    held = _HELD.get("stream")
    if held is None or held.closed or _HELD.get("of") is not sys.stdin:
        raw: io.RawIOBase = io.FileIO(sys.stdin.fileno(), "rb", closefd=False)
        held = io.BufferedReader(Metered(raw, _tell), BUFFER)
        _HELD.update(stream=held, of=sys.stdin, meter=None)
    _HELD["meter"] = meter or _HELD["meter"]
    return held


def _tell(read: int) -> None:
    if _HELD["meter"]:
        _HELD["meter"](read)


_HELD: dict[str, Any] = {}


def printable(name: str) -> str:
    """A file's name as valid Unicode: bytes that are no UTF-8 as `\\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def reading_error(name: str, error: Exception) -> str:
    """A message without errno and Python's quoting."""
    return f"{name} cannot be read: {(getattr(error, 'strerror', None) or str(error)).lower()}"


def check(inputs: Sequence[str], *, globs: Sequence[str] = ()) -> None:
    """Refuses inputs that cannot be meant, before any work is done: raises InputError for a missing path, a folder
    without a file to read, and standard input named twice."""
    missing = [printable(name) for name in inputs if name != STDIN and not os.path.lexists(name)]
    if missing:
        raise InputError(f"no such file or folder: {', '.join(missing)}")
    if inputs.count(STDIN) > 1:
        raise InputError("standard input (-) is named twice; it can be read only once")
    for name in inputs:
        if is_folder(name) and next(_matching(Path(name), globs), None) is None:
            fitting = f"fits --glob {' '.join(map(printable, globs))}" if globs else "is not hidden"
            raise InputError(f"no article in {printable(name)}: the folder holds no file that {fitting}")


def expand(
    inputs: Iterable[str],
    *,
    globs: Sequence[str] = (),
    omit: frozenset[Path] = frozenset(),
    meter: Callable[[int], None] | None = None,
) -> Iterator[Source | Unreadable]:
    """The sources that the inputs stand for, in order, folders walked lazily.

    Files that fit none of `globs`, where there are any, and the resolved paths of `omit` are left out of folders.
    """
    for name in inputs:
        if not is_folder(name):
            yield Source(name, meter=meter)
            continue
        for found in _matching(Path(name), globs):
            if isinstance(found, Unreadable):
                yield found
            elif not (omit and Path(os.path.realpath(found)) in omit):
                yield Source(str(found), found=True, meter=meter)


def size(sources: Iterable[Source | Unreadable]) -> int | None:
    """The bytes on the disk of all sources together; None where that cannot be known, as of standard input."""
    total = 0
    for source in sources:
        if isinstance(source, Source):
            try:
                state = Path(source.path).stat() if source.path != STDIN else None
            except OSError:
                continue
            if state is None or not stat.S_ISREG(state.st_mode):
                return None
            total += state.st_size
    return total


def _matching(top: Path, globs: Sequence[str]) -> Iterator[Path | Unreadable]:
    """The files of a folder that fit the patterns."""
    for found in _walk(top):
        if isinstance(found, Unreadable) or fits(found.relative_to(top).as_posix(), globs):
            yield found


def _walk(top: Path) -> Iterator[Path | Unreadable]:
    """The ordinary files under a folder, in the order of names; a folder that cannot be listed is `Unreadable`.

    What an entry is, its folder says when it is listed: one that is gone when its turn comes is not passed over in
    silence, a file fails when it is opened.
    """
    waiting: list[tuple[Path, bool]] = [(top, True)]
    while waiting:
        here, lists = waiting.pop()
        if not lists:
            yield here
            continue
        try:
            with os.scandir(here) as listed:
                entries = sorted(listed, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            name = printable(str(here))
            yield Unreadable(id=printable(here.name), source=name, error=InputError(reading_error(name, error)))
            continue
        shown = (entry for entry in entries if not entry.name.startswith("."))
        waiting.extend((here / entry.name, folder) for entry in shown if (folder := is_listed(entry)) is not None)


def is_folder(name: str | Path) -> bool:
    """Whether a path, or an input as given, is a folder; False where that cannot be told."""
    return name != STDIN and os.path.isdir(name)  # noqa: PTH112, in 3.11 Path.is_dir raises on a closed folder
