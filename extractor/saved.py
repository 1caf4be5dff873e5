"""Records read back from what we printed, so that another format of the same record needs no model.

Takes the three ways in which JSON leaves the program: one object, an array of them, and JSON Lines.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from extractor.article import well_formed
from extractor.errors import InputError
from extractor.record import SCHEMA_VERSION, Record

_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def record(value: object) -> Record:
    """The record of a decoded JSON object. Lists that `--only` left out are empty, members that we don't know are
    passed over. Raises InputError where the object is no record, or one of a later, incompatible schema."""
    version = value.get("schema_version") if isinstance(value, dict) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise InputError(f"a record of schema {version}; this program knows {SCHEMA_VERSION}, a newer one is needed")
    try:
        return msgspec.convert(value, Record, strict=True)
    except msgspec.ValidationError as error:
        raise InputError(f"no record of ours: {error}") from error


def records(stream: BinaryIO, *, name: str) -> Iterator[Record]:
    """The records of a saved file, in order; JSON Lines as a stream, an array or an object that spans lines at once.

    Raises InputError, with `name` and the line, at the first thing that is no record.
    """
    first = stream.readline()
    if first.strip() in {b"[", b"{"}:
        whole = _json(first + stream.read(), name)
        for number, value in enumerate(whole if isinstance(whole, list) else [whole], start=1):
            yield _named(value, f"{name}: record {number}")
        return
    number, line = 1, first
    while line:
        if line.strip():
            value = _json(line, f"{name}:{number}")
            for each in value if isinstance(value, list) else [value]:
                yield _named(each, f"{name}:{number}")
        number, line = number + 1, stream.readline()


def load(path: Path) -> list[Record]:
    """All records of a saved file; raises InputError as `records` does, OSError where it cannot be read."""
    with path.open("rb") as stream:
        return list(records(stream, name=str(path)))


def _named(value: object, where: str) -> Record:
    try:
        return record(value)
    except InputError as error:
        raise InputError(f"{where}: {error}") from error


def _json(data: bytes, where: str) -> object:
    try:
        value: object = json.loads(data)
        return _well_formed(value) if _SURROGATE.search(data) else value
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: no JSON: {error}") from error


def _well_formed(value: object) -> object:
    """The value with unpaired surrogates, which JSON can spell and nothing can print, replaced in all its strings."""
    if isinstance(value, dict):
        return {key: _well_formed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_well_formed(each) for each in value]
    return well_formed(value) if isinstance(value, str) else value
