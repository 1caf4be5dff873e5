"""What there is to read: files, folders and standard input, as named on the command line.

Folders are walked in the order of names, without hidden entries and without following links to folders (a loop of
links ends there). A name may hold bytes that are no UTF-8 (Linux allows any): what we print shows them as `\\xff`.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from extractor.article import Unreadable
from extractor.errors import InputError
from extractor.reading.decode import HEAD, is_binary

STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What the caller says of every article: its date where it has none of its own, and its encoding."""

    published: date | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One stream of bytes: a file, or standard input. `found` where a folder's walk met it and nobody named it."""

    path: str
    found: bool = False

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
        return STDIN if self.path == STDIN else printable(Path(self.path).stem)

    @property
    def suffix(self) -> str:
        """The suffix in lower case, with its dot."""
        return "" if self.path == STDIN else Path(self.path).suffix.lower()

    def open(self) -> BinaryIO:
        """The bytes, to be closed by the reader; raises OSError. Closing standard input's leaves the real one open."""
        if self.path == STDIN:
            return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
        return Path(self.path).open("rb")

    def is_binary(self) -> bool:
        """Whether the first bytes are no text; False where they cannot be read, so that reading says why."""
        try:
            with self.open() as stream:
                return is_binary(stream.read(HEAD))
        except OSError:
            return False


def printable(name: str) -> str:
    """A file's name as valid Unicode: bytes that are no UTF-8 as `\\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def reading_error(name: str, error: OSError) -> str:
    """A message without errno and Python's quoting."""
    return f"{name} cannot be read: {(error.strerror or str(error)).lower()}"


def check(inputs: Sequence[str]) -> None:
    """Refuses inputs that cannot be meant, before any work is done: raises InputError for a missing path, a folder
    without a file to read, and standard input named twice."""
    missing = [printable(name) for name in inputs if name != STDIN and not os.path.lexists(name)]
    if missing:
        raise InputError(f"no such file or folder: {', '.join(missing)}")
    if inputs.count(STDIN) > 1:
        raise InputError("standard input (-) is named twice; it can be read only once")
    for name in inputs:
        if is_folder(name) and next(_walk(Path(name)), None) is None:
            raise InputError(f"no article in {printable(name)}: the folder holds no file that is not hidden")


def expand(inputs: Iterable[str], *, omit: frozenset[Path] = frozenset()) -> Iterator[Source | Unreadable]:
    """The sources that the inputs stand for, in order, folders walked lazily; resolved paths of `omit` are left out."""
    for name in inputs:
        if not is_folder(name):
            yield Source(name)
            continue
        for found in _walk(Path(name)):
            if isinstance(found, Unreadable):
                yield found
            elif not (omit and Path(os.path.realpath(found)) in omit):
                yield Source(str(found), found=True)


def _walk(top: Path) -> Iterator[Path | Unreadable]:
    """The ordinary files under a folder, in the order of names; a folder that cannot be listed is `Unreadable`."""
    waiting = [top]
    while waiting:
        here = waiting.pop()
        if here == top or (is_folder(here) and not here.is_symlink()):
            try:
                names = sorted(os.listdir(here), reverse=True)  # noqa: PTH208, in 3.11 iterdir delays its error
            except OSError as error:
                name = printable(str(here))
                yield Unreadable(id=printable(here.name), source=name, error=InputError(reading_error(name, error)))
                continue
            waiting.extend(here / name for name in names if not name.startswith("."))
        elif _is_file(here):
            yield here


def is_folder(name: str | Path) -> bool:
    """Whether a path, or an input as given, is a folder; False where that cannot be told."""
    return name != STDIN and os.path.isdir(name)  # noqa: PTH112, in 3.11 Path.is_dir raises on a closed folder


def _is_file(path: Path) -> bool:
    """An ordinary file or a link to one: no socket, device or pipe, which would block, no broken or circular link."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except PermissionError:
        return True  # to be named when opening it fails
    except OSError:
        return False
