"""The entry point of `extract`: arguments to a request, errors to one line on standard error and an exit code."""

import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from types import FrameType, MappingProxyType
from typing import Annotated

import typer

from extractor.cli import options, request, settings, text
from extractor.cli.program import program
from extractor.cli.streams import interrupted, say
from extractor.errors import ExtractError, OptionError, OutputError
from extractor.reading import FORMATS as READERS

OK, REFUSED, INTERRUPTED, TERMINATED = 0, 2, 130, 143
CONTEXT: Mapping[str, list[str]] = MappingProxyType({"help_option_names": ["-h", "--help"]})
COMMANDS = ("update", "link", "report", "check", "convert", "schema", "trace", "config", "completion")

app = program()


def _version(asked: bool) -> None:
    if asked:
        typer.echo(import_module("extractor.cli.versions").text())
        raise typer.Exit


@app.command(help=text.HELP, epilog=text.EPILOG, context_settings=dict(CONTEXT))
def extract(  # noqa: PLR0913, one parameter an option
    *,
    inputs: options.Inputs = None,
    output_format: options.OutputFormat = request.AUTO,
    only: options.Only = None,
    fields: options.Fields = None,
    compact: options.Compact = False,
    min_confidence: options.MinConfidence = None,
    with_text: options.WithText = False,
    output: options.Output = None,
    force: options.Force = False,
    published: options.Published = None,
    files_from: options.FilesFrom = None,
    null: options.Null = False,
    globs: options.Globs = None,
    input_format: options.InputFormat = request.AUTO,
    lines: options.Lines = False,
    text_column: options.TextColumn = "text",
    id_column: options.IdColumn = "id",
    encoding: options.Encoding = None,
    model: options.Model = None,
    rules: options.Rules = None,
    country: options.Country = None,
    explain: options.Explain = False,
    keep_furniture: options.KeepFurniture = False,
    jobs: options.Jobs = None,
    engine: options.Engine = request.LOCAL,
    address: options.Address = None,
    shard_size: options.ShardSize = None,
    resume: options.Resume = False,
    fail_fast: options.FailFast = False,
    strict: options.Strict = False,
    exit_status: options.ExitStatus = False,
    dry_run: options.DryRun = False,
    no_progress: options.Progress = False,
    show: options.Shown = "report",
    color: options.Color = request.AUTO,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    timeout: options.Timeout = None,
    limit: options.Limit = None,
    trust_config: options.TrustConfig = False,  # noqa: ARG001, `settings` has heeded it
    no_config: options.NoConfig = False,  # noqa: ARG001, `settings` has heeded it
    version: Annotated[  # noqa: ARG001, its callback prints and leaves
        bool, typer.Option("--version", "-V", is_eager=True, callback=_version, help="Print all versions and exit.")
    ] = False,
) -> request.Request:
    """The request that the options make."""
    target, where, shown, form = request.placed(output, on=engine, show_as=show, value=output_format)
    looks = partial(request.Request, format=form, compact=compact, min_confidence=min_confidence, force=force)
    return looks(
        inputs=tuple(inputs or ()),
        files_from=files_from,
        null=null,
        globs=tuple(globs or ()),
        form="lines" if lines else request.choice("--input-format", input_format, (request.AUTO, *READERS)),
        text_column=text_column,
        id_column=id_column,
        only=(chosen := request.lists(only, form)),
        fields=(members := request.fields(fields, chosen, form, engine=where)),
        with_text=with_text or "text" in members or shown == "marked",
        output=target,
        published=request.day(published),
        model=model,
        rules=request.folder("--rules", rules),
        countries=request.countries(country),
        explain=explain,
        keep_furniture=keep_furniture,
        encoding=request.encoding(encoding),
        jobs=request.processes(jobs, address=address),
        bounds=request.bounds(timeout, limit),
        engine=where,
        address=address,
        shard_size=request.cluster(where, address, shard_size),
        target=output,
        resume=resume,
        fail_fast=fail_fast,
        strict=strict,
        exit_status=exit_status,
        dry_run=dry_run,
        progress=not no_progress,
        color=request.choice("--color", color, request.COLORS),
        show=shown,
        quiet=quiet,
        verbose=verbose,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the arguments (by default the command's own) ask for and returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is ignored, as behind nohup
        signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that half a file is removed
    try:
        return _done(given)
    except KeyboardInterrupt:  # once more, while the first was being told
        return INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise interrupted()


def _done(given: list[str]) -> int:
    """The exit code; what goes wrong is told."""
    try:
        return _dispatch(given)
    except BrokenPipeError:
        _silence()
        return OK
    except KeyboardInterrupt as error:
        say(str(error) or "interrupted")
        return INTERRUPTED
    except Exception as error:
        if not isinstance(error, ExtractError | OSError | typer.TyperException) and "-vv" in given:
            raise
        if not isinstance(error, ExtractError | typer.TyperException) or isinstance(error, OutputError):
            _silence()
        say(_told(error))
        return REFUSED


def _told(error: Exception) -> str:
    """What is wrong, in one sentence."""
    if isinstance(error, ExtractError):
        return str(error)
    if isinstance(error, typer.TyperException):
        return _usage_error(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'standard output'} cannot be used: {(error.strerror or str(error)).lower()}"
    return f"an error in the program, {type(error).__name__}: {error}; -vv shows where; please report it"


def _dispatch(given: list[str]) -> int:
    if given[:1] and given[0] in COMMANDS:
        command: Callable[[list[str]], int] = import_module(f"extractor.cli.{given[0]}").main
        return command(given[1:])
    found = settings.find(given, os.environ, app)
    try:
        asked = app(given, prog_name="extract", standalone_mode=False, default_map=found.defaults())
    except OptionError as error:
        raise OptionError(f"{error}{found.origin_of(str(error))}") from error
    if not isinstance(asked, request.Request):
        return int(asked or OK)
    done: int = import_module("extractor.cli.run").run(asked)  # with all that a run needs and words do not
    return done


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
