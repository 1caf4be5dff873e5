"""The man page, extract(1), made from the program's own help, so that it cannot fall behind it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from types import MappingProxyType

import typer

from extractor.cli import app as command
from extractor.cli import text

FILES = (
    ("extract.toml", "settings, in the working folder or above it; the names of options and their values, in TOML"),
    ("~/.config/extract/extract.toml", "the user's own settings ($XDG_CONFIG_HOME/extract where that is set)"),
    ("~/.cache/extract", "what is made once and mapped into memory at later starts; may be deleted at any time"),
    (".NAME.extract-journal", "beside the output NAME: what an interrupted run has done, for --resume"),
)
ENVIRONMENT = (
    ("EXTRACT_NAME", "the value of the option --name, as EXTRACT_JOBS=2; before the files, behind the options"),
    ("EXTRACT_NO_CONFIG", "1 to heed neither these variables nor the files"),
    ("EXTRACT_CACHE", "another folder in its place; empty to keep nothing"),
    ("NO_COLOR, CLICOLOR, CLICOLOR_FORCE", "whether --color auto colours the report"),
    ("COLUMNS", "the width of the report"),
)
USAGES: Mapping[str, str] = MappingProxyType(
    {
        "update": "[OPTIONS] STORE INPUT...",
        "link": "[OPTIONS] STORE",
        "report": "[OPTIONS] STORE WHAT [NAME]",
        "convert": "[OPTIONS] [RECORDS]...",
        "trace": "[OPTIONS] SENTENCE|FILE",
        "config": "[OPTIONS]",
        "completion": "SHELL",
    }
)
"""What stands behind a command's name in its synopsis."""


def page() -> str:
    """The page in the man macros of roff."""
    lines = [
        '.\\" Made by docs/build.py from the program; write there, not here.',
        f'.TH EXTRACT 1 "" "newsextract {version("newsextract")}" "User Commands"',
        ".SH NAME",
        "extract \\- people, organizations, places, figures, quotes and dates of English news text",
        ".SH SYNOPSIS",
        *_synopses(),
        ".SH DESCRIPTION",
        *_paragraphs(text.HELP),
        ".SH OPTIONS",
        *_options(command.app),
        ".SH COMMANDS",
    ]
    for name in command.COMMANDS:
        module = import_module(f"extractor.cli.{name}")
        lines += [f".SS extract {name}", *_paragraphs(getattr(text, f"{name.upper()}_HELP")), *_options(module.app)]
    lines += [*_blocks(text.EPILOG), ".SH FILES", *_named(FILES), ".SH ENVIRONMENT", *_named(ENVIRONMENT)]
    return "\n".join(lines) + "\n"


def _synopses() -> Iterator[str]:
    yield from (".B extract", "[OPTIONS] [INPUT]...")
    for name in command.COMMANDS:
        usage = USAGES.get(name, "")
        yield from (".br", f".B extract {name}", *([usage] if usage else []))


def _options(of: typer.Typer) -> Iterator[str]:
    for parameter in typer.main.get_command(of).params:
        names = [name for name in parameter.opts if name.startswith("-")]
        if not names:
            continue
        metavar = (
            "" if getattr(parameter, "is_flag", False) else f" \\fI{_safe(str(getattr(parameter, 'metavar', '')))}\\fR"
        )
        yield ".TP"
        yield ", ".join(f"\\fB{_safe(name)}\\fR" for name in sorted(names, key=len)) + metavar
        yield _safe(str(getattr(parameter, "help", "")))


def _paragraphs(words: str) -> Iterator[str]:
    for paragraph in words.strip().split("\n\n"):
        yield from (".PP", *(_safe(line) for line in paragraph.splitlines()))


def _blocks(epilog: str) -> Iterator[str]:
    """Examples and exit codes, line by line as they are."""
    for block in re.split(r"\x08\n", epilog):
        head, _, body = block.strip().partition("\n")
        if body:
            yield from (f".SH {head.rstrip(':').upper()}", ".nf", *(_safe(line) for line in body.splitlines()), ".fi")


def _named(pairs: Sequence[tuple[str, str]] | Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, meaning in pairs:
        yield from (".TP", f"\\fI{_safe(name)}\\fR", _safe(meaning))


def _safe(line: str) -> str:
    """A line that roff takes for nothing but text."""
    line = line.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line[:1] in {".", "'"} else line
