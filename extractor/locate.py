"""Where the tables are, and what `config.cfg` and `meta.json` beside them say.

A wheel carries the tables inside the package, a checkout has them beside `pyproject.toml`. The settings are read with
the standard library, so that `--version` needs no spaCy.
"""

import configparser
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractor.errors import TableError

BASE = "base"
"""The name in the pipeline's order that stands for all components of the base model."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `config.cfg` and `meta.json` say: the order, the base model, the length of a piece in characters."""

    order: tuple[str, ...]
    base_model: str
    piece_length: int
    components: dict[str, dict[str, Any]]
    version: str


@cache
def models() -> Path:
    """The `models` folder. A wheel carries it as `extractor/models`, a checkout has it at top level."""
    package = Path(__file__).resolve().parent
    for candidate in (package / "models", package.parent / "models"):
        if (candidate / "en" / "config.cfg").is_file():
            return candidate
    raise TableError(f"no folder models/en beside or inside {package}: reinstall newsextract, its tables are missing")


def language(code: str = "en") -> Path:
    """The folder of one language's tables; raises TableError, naming those there are, where there is none."""
    folder = models() / code
    if not (folder / "config.cfg").is_file():
        known = ", ".join(sorted(path.parent.name for path in models().glob("*/config.cfg")))
        raise TableError(f'no tables for language "{code}" under {models()}; there are: {known}')
    return folder


@cache
def settings(code: str = "en") -> Settings:
    """The settings of one language; raises TableError where a value is not JSON or a section is missing."""
    path = language(code) / "config.cfg"
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(path, encoding="utf-8")
    try:
        sections = {name: {key: json.loads(value) for key, value in parser[name].items()} for name in parser.sections()}
        return Settings(
            order=tuple(sections["nlp"]["pipeline"]),
            base_model=sections["base"]["model"],
            piece_length=sections["base"]["piece_length"],
            components={
                name.removeprefix("components."): values
                for name, values in sections.items()
                if name.startswith("components.")
            },
            version=json.loads((path.parent / "meta.json").read_text(encoding="utf-8"))["version"],
        )
    except (KeyError, json.JSONDecodeError) as error:
        raise TableError(f"{path}: {error}; sections nlp and base are required, values are JSON") from error
