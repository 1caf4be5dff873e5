"""Regular expressions as Python compiles them, kept for the next start.

The tables and the base model's tokenizer make some 600, which take an eighth of a start: nearly all of that is Python's
own reading of them, in Python. What comes of it is a list of numbers, from which the pattern is made in no time. The
lists are kept beside what else is kept (`kept`), named by the version of Python and of its compiler; each is found by
the expression itself, so that nothing has to be kept up to date. It refuses numbers that are no program; that they
are those of the expression, a digest says.
"""

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from threading import RLock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor import kept
from extractor.pipeline import arrays

NAME = "expressions"
MOST = 2_000
"""So many expressions are kept; whoever changes a table leaves old ones behind, and beyond this they are forgotten."""
NEEDED = ("compile", "isstring", "_parser", "_code", "_sre", "MAGIC")
"""What is asked of Python's compiler; one that has it otherwise is left alone."""
OPEN = RLock()
"""One at a time: two that load at once must not take one another for Python's compiler."""


class Compiled(NamedTuple):
    """What a pattern is made of: its flags, its program, and the names of its groups by their number."""

    flags: int
    code: NDArray[np.uint32]
    groups: list[str | None]


class Expressions:
    """Compiles as Python does, and knows what was compiled before. `new` says whether there is something to keep."""

    def __init__(self, compiler: Any, made_of: bytes) -> None:  # noqa: ANN401, a module
        self._compiler, self._made_of, self.new = compiler, made_of, False
        self._compile: Callable[..., Any] = compiler.compile
        self._known = _unpacked(arrays.found(NAME, made_of))

    def __call__(self, pattern: object, flags: int = 0) -> object:
        """The compiled pattern, of a string or of whatever else Python may be asked to compile."""
        if type(pattern) is not str or flags & re.DEBUG:
            return self._compile(pattern, flags)
        key = f"{int(flags)} {pattern}"
        made = self._known.get(key)
        if made is None:
            made = self._known[key] = self._made(pattern, int(flags))
            self.new = True
        numbers = {name: number for number, name in enumerate(made.groups) if name is not None}
        made_of = (made.flags, made.code.tolist(), len(made.groups) - 1, numbers, tuple(made.groups))
        return self._compiler._sre.compile(pattern, *made_of)

    def _made(self, pattern: str, flags: int) -> Compiled:
        parsed = self._compiler._parser.parse(pattern, flags)
        names: list[str | None] = [None] * parsed.state.groups
        for name, number in parsed.state.groupdict.items():
            names[number] = name
        code = np.array(self._compiler._code(parsed, flags), dtype=np.uint32)
        return Compiled(flags | parsed.state.flags, code, names)

    def keep(self) -> None:
        """Keeps what it knows, if there is anything new."""
        if self.new:
            arrays.keep(NAME, self._made_of, _packed(self._known))


@contextmanager
def remembered(*, last: bool) -> Iterator[None]:
    """While it is open, expressions that were compiled at an earlier start are not compiled again. What is new is kept
    when the `last` is closed."""
    compiler = _compiler()
    if compiler is None or kept.folder() is None:
        yield
        return
    with OPEN:
        before, expressions = compiler.compile, _expressions()
        compiler.compile = expressions
        try:
            yield
        finally:
            compiler.compile = before
            if last:
                _expressions.cache_clear()
        if last:
            expressions.keep()


def _compiler() -> Any:  # noqa: ANN401, a module
    """Python's compiler of expressions; None where it is another than this module knows."""
    try:
        compiler: Any = import_module("re._compiler")
    except ImportError:
        return None
    return compiler if all(hasattr(compiler, name) for name in NEEDED) else None


@lru_cache(maxsize=1)
def _expressions() -> Expressions:
    compiler = _compiler()
    return Expressions(compiler, f"{sys.version} {compiler.MAGIC} {compiler._sre.CODESIZE}".encode())


def _packed(known: dict[str, Compiled]) -> arrays.Arrays:
    """The expressions as arrays: their programs one after another, what tells of them as bytes, the digest of both."""
    latest = dict([*known.items()][-MOST:])
    told = json.dumps([[key, one.flags, len(one.code), one.groups] for key, one in latest.items()])
    codes = np.concatenate([one.code for one in latest.values()])
    letters = np.frombuffer(told.encode(), dtype=np.uint8)
    return codes, letters, _digest(codes, letters)


def _unpacked(packed: arrays.Arrays | None) -> dict[str, Compiled]:
    """What `_packed` made arrays of; nothing where they are not whole."""
    if packed is None or len(packed) != 3 or not np.array_equal(_digest(*packed[:2]), packed[2]):
        return {}
    codes, at, known = np.array(packed[0], dtype=np.uint32), 0, {}
    for key, flags, length, groups in json.loads(packed[1].tobytes()):
        known[key] = Compiled(flags, codes[at : at + length], groups)
        at += length
    return known


def _digest(codes: NDArray[Any], letters: NDArray[Any]) -> NDArray[np.uint8]:
    both = hashlib.blake2b(codes.tobytes(), digest_size=16)
    both.update(letters.tobytes())
    return np.frombuffer(both.digest(), dtype=np.uint8)
