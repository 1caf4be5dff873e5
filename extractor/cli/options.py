"""The options of `extract`: how each is written and helped, and the request that their values make."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from extractor.errors import ExtractError, OptionError
from extractor.reading import FORMATS as READERS
from extractor.reading import codec, parse_date
from extractor.record import LISTS
from extractor.writing import FORMATS as WRITERS

AUTO = "auto"
COLORS = (AUTO, "always", "never")


def _choices(names: Collection[str]) -> str:
    return "|".join((AUTO, *names))


Inputs = Annotated[list[str] | None, typer.Argument(metavar="INPUT", hidden=True)]
OutputFormat = Annotated[
    str, typer.Option("--format", "-f", metavar=_choices(WRITERS), help="The output's form.", show_default=True)
]
InputFormat = Annotated[
    str, typer.Option(metavar=_choices(READERS), help="The inputs' form; auto goes by the suffix.", show_default=True)
]
Only = Annotated[
    list[str] | None,
    typer.Option(metavar="LISTS", help=f"Print these lists only, separated by commas: {', '.join(LISTS)}."),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all; its suffix tells the form."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Let --output overwrite a file.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When articles without a date of their own were published, as in 2007-07-10."),
]
Model = Annotated[
    str | None, typer.Option(metavar="NAME", help="The base model: an installed English spaCy pipeline, or a path.")
]
Rules = Annotated[str | None, typer.Option(metavar="DIR", help="A folder of your own tables, read after ours.")]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="The inputs' encoding; without it UTF-8, UTF-16, then a guess.")
]
Color = Annotated[
    str,
    typer.Option(
        metavar="|".join(COLORS),
        help="Colour in the report; auto heeds NO_COLOR and CLICOLOR_FORCE.",
        show_default=True,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Do not tell of articles that failed or were skipped.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to do, every value checked. `form` and `format` are names of the registries, or "auto"."""

    inputs: tuple[str, ...] = ()
    form: str = AUTO
    format: str = AUTO
    only: tuple[str, ...] = LISTS
    output: Path | None = None
    force: bool = False
    published: date | None = None
    model: str | None = None
    rules: Path | None = None
    encoding: str | None = None
    color: str = AUTO
    quiet: bool = False


def choice(option: str, value: str, known: Collection[str]) -> str:
    """The value where it is one of the known; raises OptionError with those there are, and the nearest."""
    if value in known:
        return value
    near = get_close_matches(value.lower(), known, n=1)
    hint = f'; did you mean "{near[0]}"?' if near else ""
    raise OptionError(f'{option} has no "{value}", only {", ".join(known)}{hint}')


def lists(values: Sequence[str] | None) -> tuple[str, ...]:
    """The lists that `--only` names, in the record's order; all of them where it is not given."""
    names = [name.strip() for value in values or [] for name in value.split(",") if name.strip()]
    if values and not names:
        raise OptionError(f"--only names no list; there are {', '.join(LISTS)}")
    chosen = {choice("--only", name, LISTS) for name in names}
    return tuple(name for name in LISTS if not values or name in chosen)


def day(value: str | None) -> date | None:
    """The date of `--published`."""
    try:
        return parse_date(value) if value is not None else None
    except ExtractError as error:
        raise OptionError(f"--published: {error}") from error


def folder(option: str, value: str | None) -> Path | None:
    """An existing folder; raises OptionError for another path."""
    if value is not None and not Path(value).is_dir():
        raise OptionError(f"{option}: there is no folder {value}")
    return Path(value) if value is not None else None


def encoding(value: str | None) -> str | None:
    """The canonical name of an encoding, None to find out."""
    return codec(value) if value is not None and value.lower() != AUTO else None
