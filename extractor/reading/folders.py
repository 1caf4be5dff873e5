"""What a folder holds that may be an article: ordinary files, whose names fit the patterns."""

import errno
import os
import stat
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path


def fits(path: str, globs: Sequence[str]) -> bool:
    """Whether a path below a folder fits one of the patterns, where there are any: by the name alone, or as a whole
    where the pattern has a slash. A pattern with ! in front leaves files out."""
    wanted, unwanted = [g for g in globs if g[:1] != "!"], [g[1:] for g in globs if g[:1] == "!"]

    def one(pattern: str) -> bool:
        return fnmatchcase(path if "/" in pattern else path.rpartition("/")[2], pattern.lstrip("/"))

    return (not wanted or any(map(one, wanted))) and not any(map(one, unwanted))


def is_listed(entry: os.DirEntry[str]) -> bool | None:
    """Whether an entry is a folder to be listed; None for what is neither that nor an ordinary file."""
    if entry.is_dir(follow_symlinks=False):
        return True
    ordinary = _is_file(Path(entry.path)) if entry.is_symlink() else entry.is_file(follow_symlinks=False)
    return False if ordinary else None


def _is_file(path: Path) -> bool:
    """An ordinary file or a link to one: no socket, device or pipe, which would block, no broken or circular link."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False  # a broken link, or a file that was removed meanwhile
    except OSError as error:
        return error.errno != errno.ELOOP  # a circular link is no file; all else is named when opening it fails
