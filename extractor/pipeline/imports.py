"""Imports spaCy without its command line, which takes two fifths of the time that `import spacy` takes.

The package imports one function of it, `spacy.info`, and with that typer, weasel, httpx, requests and jinja2. While
spaCy is imported here, a stand-in is found in the place of the module that has this function. Afterwards it is gone:
`spacy.info(...)` imports the true one when it is called, `spacy.cli` when it is asked for. Whoever imported spaCy
before keeps what they have.
"""

import sys
from importlib import import_module
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
