"""A file that tells how much of it was read, for the progress of a run over files of gigabytes."""

import io
from collections.abc import Callable
from typing import Any


class Metered(io.RawIOBase):
    """A raw file; `told` is called with the number of bytes of every read."""

    def __init__(self, raw: io.RawIOBase, told: Callable[[int], None]) -> None:
        super().__init__()
        self._raw, self._told = raw, told

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401, any writable buffer
        """The number of bytes read into the buffer."""
        count: int | None = self._raw.readinto(buffer)
        self._told(count or 0)
        return count

    def readable(self) -> bool:
        """True."""
        return True

    def seekable(self) -> bool:
        """Whether the file beneath is."""
        return self._raw.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """The new position."""
        return self._raw.seek(offset, whence)

    def tell(self) -> int:
        """The position."""
        return self._raw.tell()

    def close(self) -> None:
        """Closes the file beneath."""
        self._raw.close()
        super().close()
