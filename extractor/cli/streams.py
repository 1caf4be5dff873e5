"""The terminal's side of the program: standard error for words, and whether and how wide and coloured output may be."""

import os
import shutil
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from extractor.writing.safe import visible

PLAIN_WIDTH = 80


def say(message: str) -> None:
    """One line on standard error; names and texts in it cannot act on the terminal."""
    tell(f"extract: {visible(message)}")


def tell(line: str) -> None:
    """One line for a program on standard error, as it is."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):  # nobody listens any more: that is no reason to write nothing
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


def output_is_terminal() -> bool:
    """Whether standard output is read by a person."""
    return sys.stdout is not None and sys.stdout.isatty()


def shows_progress(output: Path | None) -> bool:
    """Whether a person watches standard error, and no output runs through the same window."""
    watched = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return watched and (output is not None or not output_is_terminal())


def input_is_terminal() -> bool:
    """Whether nobody piped anything in; also true where standard input is closed."""
    return sys.stdin is None or sys.stdin.isatty()


def color(wish: str, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to colour: the option, then NO_COLOR, CLICOLOR_FORCE, CLICOLOR, a dumb terminal, then any terminal."""
    if wish != "auto":
        return wish == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return terminal and environment.get("CLICOLOR") != "0" and environment.get("TERM") != "dumb"


def width(*, terminal: bool) -> int:
    """The columns of the terminal, or of COLUMNS; 80 for a file."""
    if terminal or "COLUMNS" in os.environ:
        return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
    return PLAIN_WIDTH


def interrupted() -> KeyboardInterrupt:
    """What Ctrl-C raises. From now on more of them change nothing: what they would break is the tidying up, in places
    where Python prints a traceback and goes on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return KeyboardInterrupt()
