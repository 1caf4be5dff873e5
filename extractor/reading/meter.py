"""Raw files that know how much of them was read: they tell it to the progress, end what unpacks without end, and wait
only so long for a pipe."""

import errno
import io
import os
import select
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


class Bounded(io.RawIOBase):
    """A packed file as it is unpacked; raises `refusal` where more comes out than `most` bytes."""

    def __init__(self, inner: Any, most: int, refusal: Exception) -> None:  # noqa: ANN401, gzip's file
        super().__init__()
        self._inner, self._left, self._refusal = inner, most, refusal

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401, any writable buffer
        """The number of bytes read into the buffer."""
        count: int = self._inner.readinto(buffer)
        self._left -= count
        if self._left < 0:
            raise self._refusal
        return count

    def readable(self) -> bool:
        """True."""
        return True

    def seekable(self) -> bool:
        """Whether the file beneath is."""
        return bool(self._inner.seekable())

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """The new position."""
        return int(self._inner.seek(offset, whence))

    def tell(self) -> int:
        """The position."""
        return int(self._inner.tell())

    def close(self) -> None:
        """Closes the file beneath."""
        self._inner.close()
        super().close()


class Patient(io.RawIOBase):
    """A pipe with a name, that is waited for so many seconds at a time: raises TimeoutError where nobody writes."""

    def __init__(self, path: str, seconds: int) -> None:
        super().__init__()
        self._seconds = seconds
        self._file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self._events = select.poll()
        self._events.register(self._file, select.POLLIN)

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401, any writable buffer
        """The number of bytes read into the buffer."""
        if not self._events.poll(self._seconds * 1000):
            raise TimeoutError(
                errno.ETIMEDOUT, f"nobody has written to it for {self._seconds:,} s; --limit wait=N waits longer"
            )
        return os.readv(self._file, [buffer])

    def readable(self) -> bool:
        """True."""
        return True

    def fileno(self) -> int:
        """The file's number."""
        return self._file

    def close(self) -> None:
        """Closes the pipe."""
        if not self.closed:
            os.close(self._file)
        super().close()
