"""Where output goes: standard output as bytes, or a file that is written whole or not at all and never lost unasked."""

import glob
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from extractor.errors import OutputError

TEMPORARY = ".extract-tmp"


def check_output(path: Path, *, force: bool, added: bool = False) -> None:
    """Refuses, before any work is done, what could not be written at its end: raises OutputError. A file that is only
    `added` to may be there."""
    try:
        path.lstat()
        path.stat()
    except FileNotFoundError:
        pass  # to be made, or what a link names
    except OSError as error:  # a link to itself, a name too long, a folder that is a file
        raise OutputError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file in it, such as {path / 'records.jsonl'}")
    if path.is_file() and not force and not added:
        raise OutputError(f"{path} exists; --force overwrites it")
    if not path.parent.is_dir():
        raise OutputError(f"{path} cannot be written: there is no folder {path.parent}")


@contextmanager
def open_output(path: Path | None, *, force: bool = False) -> Iterator[BinaryIO]:
    """The stream to write to: standard output for None. Raises OutputError where writing fails, and BrokenPipeError
    where nobody reads any more."""
    try:
        if path is None:
            yield from _standard_output()
        else:
            check_output(path, force=force)
            yield from _file(path, force=force)
    except BrokenPipeError:
        raise
    except OSError as error:
        name = path or "standard output"
        raise OutputError(f"{name} cannot be written: {(error.strerror or str(error)).lower()}") from error


@contextmanager
def open_added(path: Path, *, force: bool = False) -> Iterator[Path]:
    """The path of a file to add to: an existing one itself, else (and with `force`) one that takes its name when whole.

    Raises OutputError where writing fails.
    """
    check_output(path, force=force, added=True)
    if path.exists() and not force:
        yield path
        return
    try:
        with _beside(path, force=force) as temporary:
            yield temporary
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error


def sweep(path: Path) -> None:
    """Removes what killed runs left of an output; only for the one run that may write it."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*{TEMPORARY}*"):
        left.unlink(missing_ok=True)


def _standard_output() -> Iterator[BinaryIO]:
    if sys.stdout is None:  # closed by the shell's >&-
        raise OutputError("standard output is closed; name a file with --output")
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def _file(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    """A hidden file beside the target, which takes its place when all is written and is removed when that fails.

    A link is followed. A device or a named pipe is written to as it is: /dev/null must not become a file.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    with _beside(path, force=force) as temporary, temporary.open("wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _beside(path: Path, *, force: bool) -> Iterator[Path]:
    """The name of a hidden file beside the target, which takes its place at the end and is removed when that fails.

    Until then it is its owner's alone. A file that appears at the target's name meanwhile is not overwritten unasked:
    raises OutputError.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name}.{os.urandom(6).hex()}{TEMPORARY}")
    known = target.exists()
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield temporary
        temporary.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask())
        if known or force:
            temporary.replace(target)
        else:
            _put(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def _put(temporary: Path, target: Path) -> None:
    """Gives the file its name; raises OutputError where another one has got it meanwhile."""
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise OutputError(f"{target} was made by another program during the run; --force overwrites it") from error
    except OSError:  # a file system without links
        if target.exists():
            raise OutputError(f"{target} was made by another program during the run; --force overwrites it") from None
        temporary.replace(target)


def _umask() -> int:
    """The user's umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
