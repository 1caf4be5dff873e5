"""Arrays that are worked out once and kept for the next start, in plain `.npy` files that are mapped into memory.

What is kept is named by the digest of what it was made from, and of the program that made it: there is nothing to keep
up to date. Files are written beside their place and moved there whole, so that two starts at once do no harm; where the
folder can't be written or a file can't be read, the arrays are made as if nothing were kept.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = "extract"
FORM = b"1"
"""To be raised when what is made of the same bytes changes."""
Arrays = tuple[NDArray[np.generic], ...]


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


def arrays(name: str, made_of: bytes, make: Callable[[], Arrays]) -> Arrays:
    """What `make` gives for these bytes, kept from the last start; raises what `make` raises, and nothing else."""
    kept = found(name, made_of)
    if kept is None:
        kept = make()
        keep(name, made_of, kept)
    return kept


def found(name: str, made_of: bytes) -> Arrays | None:
    """What was kept for these bytes; None where nothing was, or it is damaged."""
    place = folder()
    return None if place is None else _read(place, _stem(name, made_of))


def keep(name: str, made_of: bytes, made: Arrays) -> None:
    """Keeps arrays for these bytes, in the place of others; does nothing where that can't be done."""
    place = folder()
    if place is not None:
        _write(place, _stem(name, made_of), made)


def _stem(name: str, made_of: bytes) -> str:
    return f"{name}-{hashlib.blake2b(made_of, digest_size=16, salt=FORM).hexdigest()}"


def _read(place: Path, stem: str) -> Arrays | None:
    """The arrays, in order; None where one is missing or damaged."""
    try:
        count = int(np.load(place / f"{stem}.npy", allow_pickle=False))
        files = [place / f"{stem}-{number}.npy" for number in range(count)]
        return tuple(np.asarray(np.load(file, mmap_mode="r", allow_pickle=False)) for file in files)
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _write(place: Path, stem: str, made: Arrays) -> None:
    """Keeps the arrays if it can be done; their count last, so that what has a count is whole."""
    files: dict[str, NDArray[np.generic]] = {f"{stem}-{number}.npy": array for number, array in enumerate(made)}
    files[f"{stem}.npy"] = np.array(len(made))
    with suppress(OSError):
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name, array in files.items():
            with tempfile.TemporaryDirectory(dir=place) as beside:
                np.save(Path(beside) / name, array, allow_pickle=False)
                (Path(beside) / name).replace(place / name)
