"""Where output goes: standard output as bytes, or a file that is written whole or not at all and never lost unasked."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from extractor.errors import OutputError


def check_output(path: Path, *, force: bool) -> None:
    """Refuses, before any work is done, what could not be written at its end: raises OutputError."""
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file in it, such as {path / 'records.jsonl'}")
    if path.is_file() and not force:
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
            yield from _file(path)
    except BrokenPipeError:
        raise
    except OSError as error:
        name = path or "standard output"
        raise OutputError(f"{name} cannot be written: {(error.strerror or str(error)).lower()}") from error


def _standard_output() -> Iterator[BinaryIO]:
    if sys.stdout is None:  # closed by the shell's >&-
        raise OutputError("standard output is closed; name a file with --output")
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def _file(path: Path) -> Iterator[BinaryIO]:
    """A hidden file beside the target, which takes its place when all is written and is removed when that fails.

    A link is followed. A device or a named pipe is written to as it is: /dev/null must not become a file.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".extract-{os.urandom(6).hex()}.tmp")
    try:
        with temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
