"""Files on this machine's disk or in an object store: one way to list, read and write them, by fsspec.

A name with "://" is an address (`s3://bucket/news/`, `gs://`, `hdfs://`, `file://`) and is shown in records as it was
found there; any other name is a path on a disk that all machines of the cluster have under the same path.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar

from extractor.errors import ClusterError, InputError, OutputError
from extractor.reading import STDIN, Part, Source, check, expand, fits

ATTEMPTS = 4
WAIT = 0.5
"""Seconds before the second attempt, doubled for each further one: an object store may be busy for a moment."""
LASTING = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError)
STAMPS = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "modified")
"""What a store says of a file's version, by the names that stores give it."""

T = TypeVar("T")


class File(NamedTuple):
    """A file of the input: its name as records have it, where it is, its size in bytes, and what tells its version."""

    name: str
    place: str
    found: bool
    size: int
    stamp: str


def is_address(name: str) -> bool:
    """Whether a name is that of a store, not a path."""
    return "://" in name


def store(name: str) -> tuple[Any, str]:
    """The store of an address or path, as fsspec has it, and the path there; raises ClusterError without one."""
    if find_spec("fsspec") is None:
        raise ClusterError("--engine ray needs Ray: pip install 'newsextract[ray]'")
    try:
        found: tuple[Any, str] = import_module("fsspec.core").url_to_fs(absolute(name))
    except (ImportError, ValueError) as error:
        raise ClusterError(f"{name} cannot be reached: {str(error).splitlines()[0]}") from error
    return found


def absolute(name: str) -> str:
    """The name as every process of the cluster can use it, whatever folder it works in."""
    return name if is_address(name) else os.path.abspath(name)  # noqa: PTH100, a link stays what it is


def files(inputs: Sequence[str], *, globs: Sequence[str] = (), omit: str | None = None) -> Iterator[File]:
    """The files behind the inputs, in order, folders walked by names without hidden ones; those below `omit`, which is
    the output's folder, are left out. Raises InputError for an input that is not there or has no file."""
    for name in inputs:
        if name == STDIN:
            raise InputError("a cluster cannot read standard input (-); name files, folders or addresses")
        below = f"{absolute(omit).rstrip('/')}/" if omit else ""
        count = 0
        for file in _stored(name, globs) if is_address(name) else _local(name, globs):
            count += 1
            if not (below and file.place.startswith(below)):
                yield file
        if not count:
            raise InputError(f"no article in {name}: there is no such file, or no file in the folder that fits")


def _local(name: str, globs: Sequence[str]) -> Iterator[File]:
    check([name], globs=globs)
    for source in expand([name], globs=globs):
        if not isinstance(source, Source):
            raise source.error
        try:
            state = Path(source.path).stat()
            size, stamp = state.st_size, str(state.st_mtime_ns)
        except OSError:  # to be named when opening it fails
            size, stamp = 0, ""
        yield File(source.path, absolute(source.path), source.found, size, stamp)


def _stored(name: str, globs: Sequence[str]) -> Iterator[File]:
    system, path = store(name)
    found = again(lambda: system.glob(path, detail=True) if "*" in path else system.find(path, detail=True))
    alone = set(found) == {path}
    for place, state in sorted(found.items(), key=lambda item: item[0].split("/")):
        within = place.removeprefix(path).strip("/") or place.rpartition("/")[2]
        hidden = any(part.startswith(".") for part in within.split("/"))
        if state.get("type") == "file" and (alone or (not hidden and fits(within, globs))):
            stamp = next((str(state[key]) for key in STAMPS if state.get(key)), "")
            address = system.unstrip_protocol(place)
            yield File(address, address, not alone, int(state.get("size") or 0), stamp)


def source(file: File, part: Part | None = None, *, whole: bool = False) -> Source:
    """The source that reads a file or a part of it; `whole` where the reader finds the part itself, as in a table."""
    return Source(file.name, found=file.found, part=part, opener=lambda: _opened(file, None if whole else part))


def _opened(file: File, part: Part | None) -> Any:  # noqa: ANN401, a stream of fsspec's
    def opened() -> Any:  # noqa: ANN401
        system, path = store(file.place)
        if part is None:
            return system.open(path, "rb")
        return import_module("io").BytesIO(system.cat_file(path, start=part.start, end=part.end))

    return again(opened)


def again(work: Callable[[], T]) -> T:
    """What the work gives, tried anew where it fails for a reason that may pass; raises OSError in the end."""
    for attempt in range(ATTEMPTS - 1):
        try:
            return work()
        except LASTING:
            raise
        except OSError:
            time.sleep(WAIT * 2**attempt)
    return work()


def put(content: BinaryIO, folder: str, name: str) -> None:
    """Writes a file under a name of its own and gives it its right one when it is whole; raises OutputError.

    A file of that name that is there already was written by an attempt that was thought to be lost: it is the same.
    """
    system, path = store(folder)
    target, temporary = f"{path}/{name}", f"{path}/.{name}.{os.urandom(6).hex()}.extract-tmp"

    def written() -> None:
        content.seek(0)
        with system.open(temporary, "wb") as stream:
            while block := content.read(1 << 20):
                stream.write(block)
        if system.exists(target):
            system.rm(temporary)
        else:
            system.mv(temporary, target)

    try:
        again(written)
    except OSError as error:
        raise OutputError(f"{folder}/{name} cannot be written: {(error.strerror or str(error)).lower()}") from error
