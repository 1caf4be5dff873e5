"""Which texts say the same: equal ones by their hash, near ones and ones that hold another by MinHash.

A text is the set of its runs of five words. Its signature is the smallest value of the set under each of 126 orders
drawn once for ever (Broder 1997); the share of equal values estimates how much two texts have in common. Texts that
agree in a band of three values are looked at, so that no text is compared with all others. A paper's wire copy with
another headline is near; a long report that takes a short one in contains it.
"""

import hashlib
import re
import sqlite3
import zlib
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, NamedTuple

RUN = 5
BANDS, WIDTH = 42, 3
ORDERS = BANDS * WIDTH
FEWEST = 20
"""Runs of words that a text must have to be compared: a caption is like every other."""
NEAR, HELD = 0.5, 0.8
STRETCH = 128
"""Runs of words whose values under all orders are worked out at once: they stay in the processor's cache."""
_WORD = re.compile(r"\w+")


def number(sha256: str) -> int:
    """A text's number in the tables of signatures: 60 bits of its hash."""
    return int(sha256[:15], 16)


def learn(connection: sqlite3.Connection, sha256: str, text: str) -> None:
    """Remembers a text and finds those that it is like; nothing where it is known."""
    ident = number(sha256)
    if connection.execute("SELECT 1 FROM text_signatures WHERE text = ?", (ident,)).fetchone():
        return
    found = signature(text)
    if found is None:
        return
    size, values = found
    own = bands(values)
    others = _beside(connection, own)
    connection.execute("INSERT INTO text_signatures VALUES (?, ?, ?, ?)", (ident, sha256, size, values.tobytes()))
    connection.executemany("INSERT OR IGNORE INTO text_bands VALUES (?, ?)", [(band, ident) for band in own])
    for other in others:
        pair = compared(Text(sha256, size, values), other)
        if pair:
            connection.execute("INSERT OR REPLACE INTO text_pairs VALUES (?, ?, ?, ?)", pair)


def forget(connection: sqlite3.Connection, sha256: str) -> None:
    """Forgets a text that no article has any more."""
    if connection.execute("SELECT 1 FROM articles WHERE sha256 = ? LIMIT 1", (sha256,)).fetchone():
        return
    ident = number(sha256)
    known = connection.execute("SELECT signature FROM text_signatures WHERE text = ?", (ident,)).fetchone()
    if known is None:
        return
    values = _numpy().frombuffer(known[0], dtype="<u4")
    pairs = [(band, ident) for band in bands(values)]
    connection.executemany("DELETE FROM text_bands WHERE band = ? AND text = ?", pairs)
    connection.execute("DELETE FROM text_signatures WHERE text = ?", (ident,))
    connection.execute("DELETE FROM text_pairs WHERE text = ? OR other = ?", (sha256, sha256))


def signature(text: str) -> tuple[int, Any] | None:
    """The number of different runs of words, and the 126 values; None for a text that is too short."""
    numpy = _numpy()
    words = [*map(_word, _WORD.findall(text.lower()))]
    if len(words) < FEWEST + RUN - 1:
        return None
    hashed = numpy.array(words, dtype=numpy.uint64)
    mixed = numpy.zeros(len(words) - RUN + 1, dtype=numpy.uint64)
    for place in range(RUN):
        mixed = mixed * numpy.uint64(0x9E3779B97F4A7C15) + hashed[place : place + len(mixed)]
    runs = numpy.sort(_scattered(mixed))
    size = 1 + int(numpy.count_nonzero(runs[1:] != runs[:-1]))
    if size < FEWEST:
        return None
    factors, terms = _orders()
    least = numpy.full(ORDERS, numpy.iinfo(numpy.uint64).max)
    for start in range(0, len(runs), STRETCH):
        values = runs[start : start + STRETCH, None] * factors
        values += terms
        numpy.minimum(least, values.min(axis=0), out=least)
    return size, (least >> numpy.uint64(32)).astype("<u4")


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def bands(values: Any) -> list[int]:  # noqa: ANN401, an array of numpy
    """The hashes of a signature's bands, in 63 bits."""
    data = values.tobytes()
    size = 4 * WIDTH
    return [
        int.from_bytes(hashlib.blake2b(data[at : at + size] + bytes([at // size]), digest_size=8).digest(), "big") >> 1
        for at in range(0, 4 * ORDERS, size)
    ]


class Text(NamedTuple):
    """A text as it is compared: its hash, the number of its runs of words, its signature."""

    sha256: str
    size: int
    values: Any


def compared(one: Text, other: Text) -> tuple[str, str, str, float] | None:
    """The row of a pair that is worth one: `near`, the smaller hash first, or `contains`, the longer text first."""
    common = float((one.values == other.values).mean())
    if common >= NEAR:
        first, second = sorted((one.sha256, other.sha256))
        return first, second, "near", round(common, 3)
    both = common / (1 + common) * (one.size + other.size)
    held = min(1.0, both / min(one.size, other.size))
    if held < HELD:
        return None
    longer, shorter = sorted((one, other), key=lambda text: (text.size, text.sha256), reverse=True)
    return longer.sha256, shorter.sha256, "contains", round(held, 3)


def _beside(connection: sqlite3.Connection, own: list[int]) -> list[Text]:
    """The texts that have one of these bands."""
    marks = ", ".join("?" * BANDS)
    query = f"""SELECT sha256, words, signature FROM text_signatures WHERE text IN
        (SELECT text FROM text_bands WHERE band IN ({marks})) ORDER BY sha256"""
    numpy = _numpy()
    found = connection.execute(query, own).fetchall()
    return [Text(sha256, words, numpy.frombuffer(data, dtype="<u4")) for sha256, words, data in found]


@cache
def _orders() -> tuple[Any, Any]:
    """The factors (odd) and terms of the 126 orders, the same on every machine and for ever."""
    numpy = _numpy()
    drawn = [
        [
            int.from_bytes(hashlib.blake2b(f"{name} {place}".encode(), digest_size=8).digest(), "little") | odd
            for place in range(ORDERS)
        ]
        for name, odd in (("factor", 1), ("term", 0))
    ]
    return numpy.array(drawn[0], dtype=numpy.uint64), numpy.array(drawn[1], dtype=numpy.uint64)


def _scattered(values: Any) -> Any:  # noqa: ANN401
    """The finalizer of MurmurHash3: every bit of a value has a say in every bit of the result."""
    numpy = _numpy()
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        values = (values ^ (values >> numpy.uint64(33))) * numpy.uint64(factor)
    return values ^ (values >> numpy.uint64(33))


def _numpy() -> Any:  # noqa: ANN401, imported only where a text is compared
    return import_module("numpy")
