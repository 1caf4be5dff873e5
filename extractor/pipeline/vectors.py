"""The base model's word vectors, read without a dictionary of half a million words.

An article has some hundreds of different words; spaCy makes a Python dictionary from all 514,157 words of the model to
the rows of its table, which takes a fifth of the time that a start takes, and 60 MB. Here the words' hashes and rows
stay two sorted arrays, and the words of an article are looked up in them together.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.vectors import Vectors

from extractor.pipeline import arrays

UNSIGNED = {0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8}
"""MessagePack's marks of unsigned numbers, and how many bytes follow; below 0x80 the mark is the number itself."""
SHORT_MAP = 0x8
MAP = {0xDE: 2, 0xDF: 4}
HASH = 0xCF
HASH_BYTES = 8


class Rows(Mapping[int, int]):
    """The row of each hash. Hashes must be in order, as `ordered` puts them."""

    def __init__(self, hashes: NDArray[np.uint64], rows: NDArray[np.int32]) -> None:
        self._hashes, self._rows = hashes, rows
        self._seen = memoryview(self._hashes.data)

    def of(self, hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
        """The rows of many hashes, -1 for those that have none."""
        places = np.searchsorted(self._hashes, hashes).clip(max=len(self._hashes) - 1)
        return np.where(self._hashes[places] == hashes, self._rows[places], np.int32(-1))

    def __getitem__(self, hash_: int) -> int:
        place = bisect_left(self._seen, hash_)
        if place == len(self._seen) or self._seen[place] != hash_:
            raise KeyError(hash_)
        return int(self._rows[place])

    def __iter__(self) -> Iterator[int]:
        return iter(self._hashes.tolist())

    def __len__(self) -> int:
        return len(self._hashes)


def ordered(hashes: NDArray[np.uint64], rows: NDArray[np.int32]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Both by rising hash."""
    order = _order(hashes)
    return hashes[order], rows[order]


def _order(hashes: NDArray[np.uint64]) -> NDArray[np.intp]:
    """What sorts the hashes. Their upper bits with their places below them, sorted as numbers, take a third of the
    time of `argsort`; the few that share their upper bits, as small keys do, are put in order by themselves."""
    below = np.uint64(max(len(hashes) - 1, 1)).item().bit_length()
    mask = np.uint64((1 << below) - 1)
    together = np.sort((hashes & ~mask) | np.arange(len(hashes), dtype=np.uint64))
    order: NDArray[np.intp] = (together & mask).astype(np.intp)
    inorder = hashes[order]
    upper = together & ~mask
    for shared in set(upper[1:][inorder[1:] < inorder[:-1]]):  # `np.unique` would import `numpy.ma`
        start, end = np.searchsorted(upper, shared, "left"), np.searchsorted(upper, shared, "right")
        order[start:end] = order[start:end][np.argsort(hashes[order[start:end]])]
    return order


class QuickVectors(Vectors):  # type: ignore[misc]
    """spaCy's vectors over `Rows`. Saved, or added to, they are spaCy's own again."""

    def find(self, *, keys: Iterable[int] | None = None, **other: object) -> Any:  # noqa: ANN401, as spaCy's
        """As spaCy's: the rows of keys, or the keys of rows."""
        if isinstance(keys, np.ndarray) and isinstance(self.key2row, Rows):
            return self.key2row.of(keys)
        return super().find(keys=keys, **other)

    def add(self, key: int | str, **other: object) -> int:
        """As spaCy's: the row that the key has from now on."""
        self.key2row: Mapping[int, int] = dict(self.key2row)
        return int(super().add(key, **other))

    def to_disk(self, path: Path, **other: object) -> None:
        """Written as spaCy writes its own."""
        self._plain().to_disk(path, **other)

    def to_bytes(self, **other: object) -> bytes:
        """Written as spaCy writes its own."""
        return bytes(self._plain().to_bytes(**other))

    def _plain(self) -> Vectors:
        plain = Vectors(strings=self.strings, data=self.data, name=self.name)
        plain.key2row = dict(self.key2row)
        return plain


def read(folder: Path) -> QuickVectors:
    """The vectors of a saved vocabulary; raises ValueError or OSError where its tables are not as spaCy writes them."""
    packed = (folder / "key2row").read_bytes()
    both = arrays.arrays("words", packed, lambda: ordered(*parse(packed)))
    hashes, rows = both[0].view(np.uint64), both[1].view(np.int32)
    data = np.asarray(np.load(folder / "vectors", mmap_mode="r", allow_pickle=False))  # processes share its pages
    if len(rows) == 0 or int(rows.max()) >= len(data):
        raise ValueError("the table of words names rows that the vectors do not have")
    vectors = QuickVectors(strings=StringStore(), data=data)
    vectors.key2row = Rows(hashes, rows)
    return vectors


def parse(packed: bytes) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """The hashes and rows of a MessagePack map from unsigned numbers to unsigned numbers; ValueError for another.

    Nearly all keys are hashes of eight bytes after a mark. All places where such a mark may stand are found at once,
    and from each where the next entry would begin; the entries that follow one another from the first are the true
    ones. A mark inside a hash or a row is passed over that way, an entry with a small key is read by itself.
    """
    begin, count = _head(packed)
    data = np.frombuffer(packed + bytes(HASH_BYTES + UNSIGNED[HASH] + 2), dtype=np.uint8)
    marks = np.flatnonzero(data[: len(packed)] == HASH)
    values, after = _rows(data, marks + 1 + HASH_BYTES)
    following = np.searchsorted(marks, after)
    follows = following < len(marks)
    follows[follows] = marks[following[follows]] == after[follows]
    true, odd = _chain(packed, begin, marks, after, np.where(follows, following, -1))
    hashes = np.lib.stride_tricks.sliding_window_view(data, HASH_BYTES)[marks[true] + 1].copy().view(">u8")[:, 0]
    rows = values[true]
    if len(rows) + len(odd) != count or (rows < 0).any():
        raise ValueError("a map of MessagePack that is not from numbers to numbers")
    more = np.array([key for key, _ in odd], dtype=np.uint64), np.array([row for _, row in odd], dtype=np.int32)
    return np.concatenate([hashes.astype(np.uint64), more[0]]), np.concatenate([rows, more[1]])


def _head(packed: bytes) -> tuple[int, int]:
    """Where the map's entries begin, and how many there are."""
    if packed and packed[0] >> 4 == SHORT_MAP:
        return 1, packed[0] & 0x0F
    if not packed or packed[0] not in MAP:
        raise ValueError("no map of MessagePack")
    begin = 1 + MAP[packed[0]]
    return begin, int.from_bytes(packed[1:begin], "big")


def _rows(data: NDArray[np.uint8], places: NDArray[np.intp]) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """The numbers at these places, -1 where there is none below 65,536, and the places behind them."""
    mark = data[places]
    first, second = data[places + 1].astype(np.int32), data[places + 2].astype(np.int32)
    known = [mark < 0x80, mark == 0xCC, mark == 0xCD]
    values = np.select(known, [mark.astype(np.int32), first, first << 8 | second], np.int32(-1))
    return values, places + np.select(known, [1, 2, 3], 1)


def _chain(
    packed: bytes, begin: int, marks: NDArray[np.intp], after: NDArray[np.intp], following: NDArray[np.intp]
) -> tuple[NDArray[np.bool_], list[tuple[int, int]]]:
    """Which marks begin an entry, and the entries that have small keys.

    `following` is the number of the mark that begins the next entry, -1 where none does. Only at a turn is that not
    simply the next mark: from turn to turn all marks are true.
    """
    turns = np.flatnonzero(following != np.arange(len(marks)) + 1)
    ends, jumps = turns.tolist(), following[turns].tolist()
    landings = np.searchsorted(turns, following[turns]).tolist()
    change = np.zeros(len(marks) + 1, dtype=np.int8)
    odd: list[tuple[int, int]] = []
    place = begin
    while place < len(packed):
        here = int(np.searchsorted(marks, place))
        if here < len(marks) and marks[here] == place:
            turn = int(np.searchsorted(turns, here))
            change[here] += 1
            while jumps[turn] >= 0:
                change[ends[turn] + 1] -= 1
                change[jumps[turn]] += 1
                turn = landings[turn]
            change[ends[turn] + 1] -= 1
            place = int(after[ends[turn]])
        else:
            key, place = _number(packed, place)
            row, place = _number(packed, place)
            odd.append((key, row))
    return np.cumsum(change[:-1], dtype=np.int8) > 0, odd


def _number(packed: bytes, place: int) -> tuple[int, int]:
    """The unsigned number at a place, and the place behind it."""
    mark = packed[place]
    if mark < 0x80:
        return mark, place + 1
    if mark not in UNSIGNED:
        raise ValueError("an entry of the map is no number")
    end = place + 1 + UNSIGNED[mark]
    return int.from_bytes(packed[place + 1 : end], "big"), end
