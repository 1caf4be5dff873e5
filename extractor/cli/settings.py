"""Settings that need not be typed: `extract.toml` and `EXTRACT_*` variables, and where each value comes from.

The nearest `extract.toml` counts, in the working folder or above it, and behind it the one in the user's folder of
configuration; variables go before files, options before all.
"""

import os
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import typer

from extractor.cli.streams import say
from extractor.errors import OptionError
from extractor.reading.sources import printable

FILE = "extract.toml"
PREFIX = "EXTRACT_"
OFF = "--no-config"
TRUST = "--trust-config"
GUARDED = frozenset({"model", "rules", "engine", "address"})
"""What loads code or rows, or sends articles elsewhere: heeded from the user's own folder, not from a found one."""
NEVER = frozenset(
    {
        "inputs",
        "output",
        "force",
        "resume",
        "dry_run",
        "files_from",
        "null",
        "lines",
        "show",
        "no_config",
        "trust_config",
        "version",
    }
)
"""What is of one run alone, and what would overwrite or hide something unasked."""


class Setting(NamedTuple):
    """A value, and the file or the variable that it comes from."""

    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings found, by the names of the parameters."""

    found: Mapping[str, Setting]
    names: Mapping[str, str]

    def defaults(self) -> dict[str, Any]:
        """What the options are where they are not given."""
        return {name: setting.value for name, setting in self.found.items()}

    def origin_of(self, message: str) -> str:
        """Where the value comes from that a message about an option complains of; empty for the command line."""
        for name, setting in self.found.items():
            if message.startswith(f"--{self.names[name]}") and setting.origin:
                return f" (set by {setting.origin})"
        return ""


def find(arguments: Sequence[str], environment: Mapping[str, str], app: typer.Typer) -> Settings:
    """The settings for these arguments; raises OptionError for a file that cannot be read or names no option."""
    names = configurable(app)
    if OFF in arguments or environment.get(f"{PREFIX}NO_CONFIG", "0") not in {"", "0"}:
        return Settings({}, names)
    parameters = {option: name for name, option in names.items()}
    found: dict[str, Setting] = {}
    trusts = TRUST in arguments or environment.get(f"{PREFIX}TRUST_CONFIG", "0") not in {"", "0"}
    for path in reversed(list(files(environment))):
        if not trusts and not _is_own(path):
            say(f"{path} belongs to another user and is not heeded; {TRUST} heeds it")
            continue
        mine = path.is_relative_to(_home(environment)) or trusts
        for option, setting in _heeded(path, parameters, arguments, mine=mine):
            found[parameters[option]] = setting
    for option, name in parameters.items():
        variable = f"{PREFIX}{option.upper().replace('-', '_')}"
        if environment.get(variable):
            found[name] = Setting(environment[variable], variable)
    return Settings(_typed(found, app), names)


def _heeded(
    path: Path, known: Collection[str], arguments: Sequence[str], *, mine: bool
) -> Iterator[tuple[str, Setting]]:
    """The settings of a file by option; without those that load code or rows where the file is not the user's own."""
    for option, value in _read(path).items():
        if option not in known:
            raise OptionError(f'{path}: no setting "{option}"; there are {", ".join(known)}')
        if option in GUARDED and not mine:
            if not any(argument.partition("=")[0] == f"--{option}" for argument in arguments):
                say(f"{path}: {option} is not heeded, as it loads code or rows; {TRUST} heeds it")
            continue
        where = str(path.parent / value) if option == "rules" and isinstance(value, str) else value
        yield option, Setting(where, printable(str(path)))


def configurable(app: typer.Typer) -> dict[str, str]:
    """The long names of the options that can be set, without dashes, by the names of the parameters."""
    return {
        str(parameter.name): next(name for name in parameter.opts if name.startswith("--"))[2:]
        for parameter in typer.main.get_command(app).params
        if parameter.name not in NEVER and parameter.opts[0].startswith("-")
    }


def files(environment: Mapping[str, str]) -> Iterator[Path]:
    """The files that count, the nearest first."""
    here = Path.cwd()
    nearest = next((folder / FILE for folder in (here, *here.parents) if (folder / FILE).is_file()), None)
    if nearest:
        yield nearest
    own = _home(environment) / FILE
    if own.is_file() and own != nearest:
        yield own


def _home(environment: Mapping[str, str]) -> Path:
    """The user's own folder of settings."""
    base = environment.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path(environment.get("HOME") or Path.home()) / ".config") / "extract"


def _is_own(path: Path) -> bool:
    """Whether a file is the user's or the administrator's, where files have owners."""
    return not hasattr(os, "getuid") or path.stat().st_uid in {os.getuid(), 0}


def _read(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OptionError(f"{path} cannot be read: {error}") from error
    for option, value in values.items():
        if not isinstance(value, str | int | bool | list) or (isinstance(value, list) and not _are_strings(value)):
            raise OptionError(f'{path}: "{option}" is neither a string, a number, true or false, nor a list of strings')
    return values


def _are_strings(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _typed(found: Mapping[str, Setting], app: typer.Typer) -> dict[str, Setting]:
    """The settings with values of the options' own types; raises OptionError where one cannot be."""
    typed = {}
    for parameter in typer.main.get_command(app).params:
        name = str(parameter.name)
        if name not in found:
            continue
        value, origin = found[name]
        if parameter.multiple:
            value = value if isinstance(value, list) else [str(value)]
        elif getattr(parameter, "is_flag", False):
            value = _flag(value, name, origin)
        elif isinstance(value, list | bool) or (name == "jobs" and not str(value).isdecimal()):
            raise OptionError(f"{origin}: {name.replace('_', '-')} cannot be {value}")
        typed[name] = Setting(str(value) if not isinstance(value, list | bool | int) else value, origin)
    return typed


def _flag(value: Any, name: str, origin: str) -> bool:  # noqa: ANN401
    known = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if str(value).lower() not in known:
        raise OptionError(f"{origin}: {name.replace('_', '-')} is {value}; write true or false")
    return known[str(value).lower()]
