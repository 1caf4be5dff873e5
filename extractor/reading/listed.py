"""Lists of names: the files that `--files-from` names, one a line or ended by NUL."""

import os
from collections.abc import Iterator

from extractor.errors import InputError
from extractor.reading.sources import BUFFER, UNREADABLE, Source, reading_error


def listed(name: str, *, nul: bool) -> Iterator[str]:
    """The names in a list, one a line or ended by NUL, lazily; raises InputError where the list cannot be read."""
    end = b"\0" if nul else b"\n"
    rest = b""
    try:
        with Source(name).open() as stream:
            while block := stream.read1(BUFFER):
                *whole, rest = (rest + block).split(end)
                yield from (_named(each, name) for each in map(bytes.strip if not nul else bytes, whole) if each)
    except UNREADABLE as error:
        raise InputError(reading_error(Source(name).name, error)) from error
    if last := rest if nul else rest.strip():
        yield _named(last, name)


def _named(line: bytes, name: str) -> str:
    """A file's name out of a list; raises InputError where it has a NUL, which no name has."""
    if b"\0" in line:
        raise InputError(f"{Source(name).name}: a name in the list has a NUL; lists ended by NUL are read with -0")
    return os.fsdecode(line)
