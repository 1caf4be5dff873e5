"""Where what is worked out once is kept for the next start, and how: files named by what they were made of.

A name says what it is, the digest of the bytes that it was made from follows: there is nothing to keep up to date. A
file is written beside its place and moved there whole, so that two starts at once do no harm; where the folder can't
be written or a file can't be read, all is made as if nothing were kept.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

FOLDER = "extract"
FORM = b"1"
"""To be raised when what is made of the same bytes changes."""
SEAL = 16
"""Bytes of the digest that stands in front of what is kept: a damaged file is none."""
MOST = 4
"""So many of one name are kept, the latest: each version of a table leaves the one before it behind."""


def folder() -> Path | None:
    """Where the user's programs keep what they can make again; None where there is no such place.

    `EXTRACT_CACHE` names another folder; where it is empty nothing is kept.
    """
    chosen = os.environ.get("EXTRACT_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / FOLDER / "cache" if base else None
    if sys.platform == "darwin":
        return _home("Library/Caches")
    base = os.environ.get("XDG_CACHE_HOME")
    return Path(base) / FOLDER if base and Path(base).is_absolute() else _home(".cache")


def _home(below: str) -> Path | None:
    try:
        return Path.home() / below / FOLDER
    except RuntimeError:  # there is no home directory
        return None


def stem(name: str, made_of: bytes) -> str:
    """What the files are called that are made of these bytes."""
    return f"{name}-{digest(made_of, FORM).hex()}"


def digest(data: bytes, salt: bytes = b"") -> bytes:
    """What tells one content from another."""
    return hashlib.blake2b(data, digest_size=SEAL, salt=salt).digest()


def found(name: str, made_of: bytes) -> bytes | None:
    """What was kept under the name for these bytes; None where nothing was, or it is damaged."""
    place = folder()
    if place is None:
        return None
    try:
        data = (place / stem(name, made_of)).read_bytes()
    except (OSError, ValueError):
        return None
    return data[SEAL:] if data[:SEAL] == digest(data[SEAL:]) else None


def keep(name: str, made_of: bytes, data: bytes) -> None:
    """Keeps what was made of these bytes; does nothing where that can't be done."""
    place = folder()
    if place is not None:
        write(place, stem(name, made_of), lambda path: path.write_bytes(digest(data) + data))
        _forget(place, name)


def write(place: Path, name: str, fill: Callable[[Path], object]) -> None:
    """Makes a file of the folder with what `fill` writes, whole or not at all."""
    with suppress(OSError):
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(dir=place) as beside:
            fill(Path(beside) / name)
            (Path(beside) / name).replace(place / name)


def _forget(place: Path, name: str) -> None:
    """Removes all of one name but the latest."""
    length = len(name) + 1 + 2 * SEAL
    with suppress(OSError):
        same = [path for path in place.glob(f"{name}-*") if len(path.name) == length]
        for path in sorted(same, key=lambda path: path.stat().st_mtime)[:-MOST]:
            path.unlink()
