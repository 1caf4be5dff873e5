"""Imports spaCy without its command line, which takes two fifths of the time that `import spacy` takes.

The package imports one function of it, `spacy.info`, and with that typer, weasel, httpx, requests and jinja2. While
spaCy is imported here, a stand-in is found in the place of the module that has this function. Afterwards it is gone:
`spacy.info(...)` imports the true one when it is called, `spacy.cli` when it is asked for. Whoever imported spaCy
before keeps what they have.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import EntryPoint, EntryPoints
from itertools import chain
from types import ModuleType

COMMANDS = "spacy.cli"
MODULE = "spacy.cli.info"
"""What `spacy/__init__.py` imports of the command line."""


def spacy() -> ModuleType:
    """The module spaCy."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    sys.modules.update(_stand_ins())
    try:
        package = import_module("spacy")
    finally:
        sys.modules.pop(COMMANDS, None)
        sys.modules.pop(MODULE, None)
    package.__dict__.pop("cli", None)
    package.__dict__.setdefault("__getattr__", _attribute)
    return package


def _stand_ins() -> dict[str, ModuleType]:
    commands, module = ModuleType(COMMANDS), ModuleType(MODULE)
    commands.__path__ = []
    module.__dict__["info"] = info
    return {COMMANDS: commands, MODULE: module}


def info(*arguments: object, **options: object) -> object:
    """What `spacy.info` gives."""
    return import_module(MODULE).info(*arguments, **options)


def _attribute(name: str) -> ModuleType:
    """An attribute that `import spacy` would have left behind: the command line."""
    if name == "cli":
        return import_module(COMMANDS)
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")


class _Groups:
    """The entry points of all installed packages by group, as `importlib.metadata` would select them."""

    def __init__(self, points: Iterable[EntryPoint]) -> None:
        self._points: dict[str, list[EntryPoint]] = {}
        for point in points:
            self._points.setdefault(point.group, []).append(point)

    def select(self, *, group: str) -> list[EntryPoint]:
        """Those of one group."""
        return self._points.get(group, [])


@contextmanager
def quick_registries() -> Iterator[None]:
    """While it is open, spaCy's registries don't go through the entry points of all packages at every question, of
    which they ask some two hundred to load a model, nor through all that is registered at every piece of a model."""
    catalogue = import_module("catalogue")
    before = getattr(catalogue, "AVAILABLE_ENTRY_POINTS", None)
    points = _points(before)
    if points is None:  # registries of another kind
        yield
        return
    catalogue.__dict__["AVAILABLE_ENTRY_POINTS"] = _Groups(points)
    decoders = import_module("srsly.msgpack").msgpack_decoders
    known = decoders.get_all()
    decoders.get_all = lambda: known
    try:
        yield
    finally:
        catalogue.__dict__["AVAILABLE_ENTRY_POINTS"] = before
        del decoders.get_all


def _points(given: object) -> Iterable[EntryPoint] | None:
    """All entry points, of what holds them: a tuple from Python 3.12 on, before that a dict of them by group."""
    if isinstance(given, EntryPoints):
        return given
    return chain.from_iterable(dict.values(given)) if isinstance(given, dict) else None
