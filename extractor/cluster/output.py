"""The folder of shards: what is in it before a run and after one."""

from collections.abc import Iterable

from extractor.cluster.plan import PREFIX
from extractor.cluster.storage import again, store
from extractor.errors import OutputError

WHOLE = "_SUCCESS"
"""The empty file that says that all shards are there; readers of Parquet and JSON Lines folders pass over it."""
TEMPORARY = ".extract-tmp"


def prepare(folder: str, names: Iterable[str], *, resume: bool, force: bool) -> set[str]:
    """Makes the folder ready, and gives the names of the shards that are done already.

    Raises OutputError where it is no folder, or holds shards and nobody says what of them; where it is to be gone on
    with, but holds shards of another input, of other options or of another version.
    """
    system, path = store(folder)
    if again(lambda: bool(system.isfile(path))):
        raise OutputError(f"{folder} is a file; --engine ray writes shards into a folder")
    try:
        system.makedirs(path, exist_ok=True)
        there = [str(each).rpartition("/")[2] for each in system.ls(path, detail=False)]
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}") from error
    ours = {name for name in there if name.startswith(PREFIX)}
    others = ours - set(names)
    _refuse(folder, ours, others, resume=resume, force=force)
    old = ours if force and not resume else others
    for name in [*old, *(name for name in there if name.endswith(TEMPORARY) or name == WHOLE)]:
        again(lambda name=name: system.rm(f"{path}/{name}"))  # type: ignore[misc]
    return ours - old


def _refuse(folder: str, ours: set[str], others: set[str], *, resume: bool, force: bool) -> None:
    """Raises OutputError where shards are there that nobody asked to keep or to write over."""
    if ours and not (resume or force):
        raise OutputError(f"{folder} holds {len(ours)} shards; --resume adds those that lack, --force begins anew")
    if others and not force:
        raise OutputError(
            f"{folder} holds shards of another run ({min(others)}): another input, other options or another version; "
            "--force begins anew"
        )


def seal(folder: str) -> None:
    """Says in the folder that it is whole."""
    system, path = store(folder)
    again(lambda: system.touch(f"{path}/{WHOLE}"))
