"""Text as databases and data frames take it: without NUL, at which some end a string, and unpaired surrogates."""

import dataclasses
from typing import Any, TypeVar

import msgspec

from extractor.article import well_formed
from extractor.record import Record

NUL = b"\\u0000"
"""How JSON has it."""
Shown = TypeVar("Shown")


def clean(text: str) -> str:
    """The text with these as U+FFFD, one for one: offsets hold."""
    known = well_formed(text)
    return known.replace("\0", "\ufffd") if "\0" in known else known


def legible(record: Record) -> Record:
    """The record with all its text cleaned: itself, unless its JSON cannot be written or has a NUL."""
    try:
        if NUL not in msgspec.json.encode(record):
            return record
    except (UnicodeEncodeError, OverflowError):  # half a character; a number beyond 64 bits, and who knows what else
        pass
    return _cleaned(record)


def _cleaned(value: Shown) -> Shown:
    held: Any = value
    if isinstance(held, str):
        held = clean(held)
    elif isinstance(held, list):
        held = [_cleaned(each) for each in held]
    elif isinstance(held, dict):
        held = {clean(name): _cleaned(each) for name, each in held.items()}
    elif dataclasses.is_dataclass(held) and not isinstance(held, type):
        known = {field.name: _cleaned(getattr(held, field.name)) for field in dataclasses.fields(held)}
        held = dataclasses.replace(held, **known)
    made: Shown = held
    return made
