"""The entry point of `extract`: arguments to a request, errors to one line on standard error and an exit code."""

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import typer

from extractor.cli import options, run, schema, text, versions
from extractor.cli.streams import say
from extractor.errors import ExtractError, OutputError
from extractor.reading import FORMATS as READERS
from extractor.writing import FORMATS as WRITERS

OK, REFUSED, INTERRUPTED, TERMINATED = 0, 2, 130, 143
SETTINGS: Mapping[str, list[str]] = MappingProxyType({"help_option_names": ["-h", "--help"]})

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(versions.text())
        raise typer.Exit


@app.command(help=text.HELP, epilog=text.EPILOG, context_settings=dict(SETTINGS))
def extract(  # noqa: PLR0913, one parameter an option
    *,
    inputs: options.Inputs = None,
    output_format: options.OutputFormat = options.AUTO,
    only: options.Only = None,
    output: options.Output = None,
    force: options.Force = False,
    published: options.Published = None,
    input_format: options.InputFormat = options.AUTO,
    encoding: options.Encoding = None,
    model: options.Model = None,
    rules: options.Rules = None,
    color: options.Color = options.AUTO,
    quiet: options.Quiet = False,
    version: Annotated[  # noqa: ARG001, its callback prints and leaves
        bool, typer.Option("--version", "-V", is_eager=True, callback=_version, help="Print all versions and leave.")
    ] = False,
) -> options.Request:
    """The request that the options make."""
    return options.Request(
        inputs=tuple(inputs or ()),
        form=options.choice("--input-format", input_format, (options.AUTO, *READERS)),
        format=options.choice("--format", output_format, (options.AUTO, *WRITERS)),
        only=options.lists(only),
        output=Path(output) if output not in {None, "-"} and output else None,
        force=force,
        published=options.day(published),
        model=model,
        rules=options.folder("--rules", rules),
        encoding=options.encoding(encoding),
        color=options.choice("--color", color, options.COLORS),
        quiet=quiet,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the arguments (by default the command's own) ask for and returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that half a file is removed
    try:
        return _dispatch(given)
    except OutputError as error:
        _silence()
        say(str(error))
        return REFUSED
    except ExtractError as error:
        say(str(error))
        return REFUSED
    except typer.TyperException as error:
        say(_usage_error(error))
        return REFUSED
    except BrokenPipeError:
        _silence()
        return OK
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED


def _dispatch(given: list[str]) -> int:
    if given[:1] == ["schema"]:
        done = schema.app(given[1:], prog_name="extract schema", standalone_mode=False)
        return int(done or OK)
    request = app(given, prog_name="extract", standalone_mode=False)
    return run.run(request) if isinstance(request, options.Request) else int(request or OK)


def _usage_error(error: typer.TyperException) -> str:
    """The message of a bad option, with the option that was meant, as far as one can tell."""
    wrong = getattr(error, "option_name", None)
    known = [name for parameter in typer.main.get_command(app).params for name in parameter.opts]
    near = get_close_matches(wrong, known, n=1) if isinstance(wrong, str) and wrong not in known else []
    message = f"{error.message}; did you mean {near[0]}?" if near else error.format_message().rstrip(".")
    return f"{message[:1].lower()}{message[1:]} (extract --help lists the options)"


def _silence() -> None:
    """Lets standard output swallow what is still buffered, so that it does not complain once more at exit."""
    if sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
