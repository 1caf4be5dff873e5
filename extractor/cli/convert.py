"""`extract convert`: another format of records that were saved, without a model and without the articles."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from typing import Annotated

import typer

from extractor import saved
from extractor.cli import options, request, streams, text
from extractor.cli.output import write
from extractor.cli.program import program
from extractor.errors import InputError, OptionError
from extractor.reading import STDIN, Source
from extractor.reading.sources import UNREADABLE, reading_error
from extractor.record import Record

app = program()
Files = Annotated[list[str] | None, typer.Argument(metavar="RECORDS", hidden=True)]


@app.command(
    help=text.CONVERT_HELP, epilog=text.CONVERT_EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
def convert(  # noqa: PLR0913, one parameter an option
    *,
    files: Files = None,
    output_format: options.OutputFormat = request.AUTO,
    only: options.Only = None,
    fields: options.Fields = None,
    compact: options.Compact = False,
    min_confidence: options.MinConfidence = None,
    output: options.Output = None,
    force: options.Force = False,
    show: options.Shown = "report",
    color: options.Color = request.AUTO,
) -> Callable[[], int]:
    """What writes the records in the other format: outside of typer, which makes an error of a closed pipe."""
    target = request.output(output)
    shown, form = request.show(show, request.form(output_format, target))
    chosen = request.lists(only, form)
    looks = request.Looks(
        format=form,
        only=chosen,
        fields=request.fields(fields, chosen, form),
        compact=compact,
        min_confidence=min_confidence,
        output=target,
        force=force,
        color=request.choice("--color", color, request.COLORS),
        show=shown,
    )
    if not files and streams.input_is_terminal():
        raise OptionError("nothing to convert; usage: extract convert [OPTIONS] [RECORDS]..., or pipe records in")
    names = tuple(files or (STDIN,))
    missing = [name for name in names if name != STDIN and not os.path.lexists(name)]
    if missing:
        raise InputError(f"no such file: {', '.join(missing)}")
    return partial(_written, looks, names)


def _written(looks: request.Looks, names: Sequence[str]) -> int:
    with ExitStack() as closing:
        write(looks, _records(names, closing), single=False)
    return 0


def _records(names: Sequence[str], closing: ExitStack) -> Iterator[Record]:
    for name in names:
        source = Source(name)
        try:
            stream = closing.enter_context(source.open())
            yield from saved.records(stream, name=source.name)
        except UNREADABLE as error:
            raise InputError(reading_error(source.name, error)) from error


def main(arguments: Sequence[str]) -> int:
    """The command with its arguments; the exit code."""
    asked = app(list(arguments), prog_name="extract convert", standalone_mode=False)
    return int(asked() if callable(asked) else asked or 0)
