"""Cuts the input into shards: pieces of work of about the same size, the same ones at every run over the same input.

The name of a shard has its number, which keeps the order of the input, and a digest of all that has a say in its
records: its files with their versions, the options, and the versions of program, model and tables. A shard that is
there under its name is done.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO

import msgspec

from extractor.cluster.storage import File, source
from extractor.reading import Part, format_of
from extractor.reading.decode import HEAD, is_binary, wide_encoding
from extractor.reading.lines import is_wide

PREFIX = "part-"
SHARD_BYTES = 4_000_000
"""About a thousand articles: two or three minutes of one core, which is what a lost worker costs at most."""
MOST_SHARDS = 50_000
"""More than that the driver need not keep in mind; an archive of terabytes has larger ones."""
SPLITTABLE = frozenset({"jsonl", "lines"})
BLOCK = 1 << 20
GZIP = b"\x1f\x8b"


class Piece(msgspec.Struct, frozen=True):
    """A file, or a part of one."""

    file: File
    part: Part | None = None


class Shard(msgspec.Struct, frozen=True):
    """What one actor makes at a time: some small files, or a part of a large one."""

    name: str
    pieces: list[Piece]


Cutter = Callable[[Sequence[File], Callable[[File], list[Part]]], Iterable[list[Part]]]
"""Cuts many large files; where there is a cluster, in the cluster."""


def shards(  # noqa: PLR0913, what a plan depends on
    files: Sequence[File],
    *,
    key: object,
    suffix: str,
    form: str = "auto",
    encoding: str | None = None,
    size: int | None = None,
    cut: Cutter = lambda files, one: map(one, files),
) -> list[Shard]:
    """The shards of the files, in order. `key` is whatever else their records depend on; raises OSError."""
    wanted = size or max(SHARD_BYTES, sum(file.size for file in files) // MOST_SHARDS)
    large = [file for file in files if file.size > wanted and _divisible(file, form, encoding)]
    parts = dict(zip(large, cut(large, lambda file: _parts(file, form, wanted)), strict=True))
    found = []
    for number, pieces in enumerate(_grouped(files, parts, wanted)):
        content = msgspec.json.encode([pieces, key])
        digest = hashlib.blake2b(content, digest_size=6).hexdigest()
        found.append(Shard(f"{PREFIX}{number:06}-{digest}{suffix}", pieces))
    return found


def _grouped(files: Sequence[File], parts: dict[File, list[Part]], size: int) -> Iterator[list[Piece]]:
    """The pieces of each shard: a part of a large file alone, small files together in their order."""
    waiting: list[Piece] = []
    together = 0
    for file in files:
        divided = parts.get(file)
        if not divided:
            waiting.append(Piece(file))
            together += file.size
        if waiting and (divided or together >= size):
            yield waiting
            waiting, together = [], 0
        yield from ([Piece(file, part)] for part in divided or ())
    if waiting:
        yield waiting


def _divisible(file: File, form: str, encoding: str | None) -> bool:
    name = format_of(source(file), form).name
    return name == "parquet" or (name in SPLITTABLE and not (encoding and is_wide(encoding)))


def _parts(file: File, form: str, size: int) -> list[Part]:
    """The parts of a large file; none where it must be read as a whole."""
    if format_of(source(file), form).name == "parquet":
        return groups(file, size)
    with source(file).opener() as stream:  # type: ignore[misc]
        return lines(stream, size)


def lines(stream: BinaryIO, size: int) -> list[Part]:
    """Parts of whole lines, each of at least so many bytes but the last; none of what is packed, or no text, or has
    newlines of more than a byte: that is read as a whole."""
    block = stream.read(BLOCK)
    if block.startswith(GZIP) or is_binary(block[:HEAD]) or wide_encoding(block[:HEAD]) not in {None, "utf-8"}:
        return []
    found: list[Part] = []
    start = before = at = passed = 0
    while block:
        while start + size < at + len(block):
            end = block.find(b"\n", max(start + size - at, 0)) + 1
            if not end:
                break
            counted = passed + block.count(b"\n", 0, end)
            found.append(Part(start, at + end, before))
            start, before = at + end, counted
        passed += block.count(b"\n")
        at += len(block)
        block = stream.read(BLOCK)
    return [*found, Part(start, at, before)] if start < at else found


def groups(file: File, size: int) -> list[Part]:
    """Parts of whole row groups of a Parquet file; none where it is none, as reading it will say."""
    if find_spec("pyarrow") is None:
        return []
    arrow: Any = import_module("pyarrow.parquet")
    try:
        with source(file).open() as stream:
            rows = arrow.ParquetFile(stream).metadata
            sizes = [
                (rows.row_group(n).num_rows, rows.row_group(n).total_byte_size) for n in range(rows.num_row_groups)
            ]
    except (ValueError, OSError):
        return []
    found: list[Part] = []
    start = before = count = content = 0
    for number, (length, weight) in enumerate(sizes, start=1):
        count, content = count + length, content + weight
        if content >= size or number == len(sizes):
            found.append(Part(start, number, before))
            start, before, content = number, count, 0
    return found
