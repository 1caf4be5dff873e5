"""Arrays that are worked out once and kept for the next start, in plain `.npy` files that are mapped into memory."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractor import kept

Arrays = tuple[NDArray[np.generic], ...]


def arrays(name: str, made_of: bytes, make: Callable[[], Arrays]) -> Arrays:
    """What `make` gives for these bytes, kept from the last start; raises what `make` raises, and nothing else."""
    before = found(name, made_of)
    if before is None:
        before = make()
        keep(name, made_of, before)
    return before


def found(name: str, made_of: bytes) -> Arrays | None:
    """What was kept for these bytes; None where nothing was, or it is damaged."""
    place = kept.folder()
    return None if place is None else _read(place, kept.stem(name, made_of))


def keep(name: str, made_of: bytes, made: Arrays) -> None:
    """Keeps arrays for these bytes; does nothing where that can't be done."""
    place = kept.folder()
    if place is not None:
        _write(place, kept.stem(name, made_of), made)


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
    for name, array in files.items():
        kept.write(place, name, partial(np.save, arr=array, allow_pickle=False))
