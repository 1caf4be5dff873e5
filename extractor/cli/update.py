"""`extract update`: a store kept true to the files that it came from, night after night."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from extractor import reading
from extractor.cli import app as command
from extractor.cli import options, request, settings, text, updating
from extractor.cli.program import Store, program
from extractor.errors import OptionError

app = program()
PLAIN, JSON = "text", "json"
Prune = Annotated[
    bool, typer.Option("--prune", help="Remove articles whose files are gone; by default they are only marked.")
]
Keep = Annotated[bool, typer.Option("--keep-versions", help="Keep records made by an older version as they are.")]
NoText = Annotated[
    bool, typer.Option("--no-text", help="Do not store texts: smaller, but articles cannot be searched.")
]
Told = Annotated[
    str,
    typer.Option(
        "--summary", metavar=f"{PLAIN}|{JSON}", help="Format of the summary on standard error.", show_default=True
    ),
]


@app.command(
    name="update",
    help=text.UPDATE_HELP,
    epilog=text.UPDATE_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
def update_(  # noqa: PLR0913, one parameter an option
    *,
    store: Store,
    inputs: options.Inputs = None,
    prune: Prune = False,
    keep_versions: Keep = False,
    no_text: NoText = False,
    summary: Told = PLAIN,
    published: options.Published = None,
    files_from: options.FilesFrom = None,
    null: options.Null = False,
    globs: options.Globs = None,
    input_format: options.InputFormat = request.AUTO,
    text_column: options.TextColumn = "text",
    id_column: options.IdColumn = "id",
    encoding: options.Encoding = None,
    model: options.Model = None,
    rules: options.Rules = None,
    country: options.Country = None,
    keep_furniture: options.KeepFurniture = False,
    jobs: options.Jobs = None,
    timeout: options.Timeout = None,
    limit: options.Limit = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,  # noqa: ARG001, `settings` has heeded it
) -> request.Update:
    """What the options ask for."""
    if not inputs and not files_from:
        raise OptionError("nothing to read; usage: extract update [OPTIONS] STORE INPUT...")
    return request.Update(
        store=Path(store),
        inputs=tuple(inputs or ()),
        files_from=files_from,
        null=null,
        globs=tuple(globs or ()),
        form=request.choice("--input-format", input_format, (request.AUTO, *reading.FORMATS)),
        text_column=text_column,
        id_column=id_column,
        published=request.day(published),
        encoding=request.encoding(encoding),
        model=model,
        rules=request.folder("--rules", rules),
        countries=request.countries(country),
        keep_furniture=keep_furniture,
        jobs=request.processes(jobs),
        bounds=request.bounds(timeout, limit),
        prune=prune,
        keep_versions=keep_versions,
        with_text=not no_text,
        summary=request.choice("--summary", summary, (PLAIN, JSON)),
        strict=strict,
        quiet=quiet,
        verbose=verbose,
    )


def main(arguments: Sequence[str]) -> int:
    """The command with its arguments; the exit code."""
    found = settings.find(list(arguments), os.environ, command.app).defaults()
    own = {parameter.name for parameter in typer.main.get_command(app).params}
    known = {name: value for name, value in found.items() if name in own}  # of what the whole program is told, its part
    asked = app(list(arguments), prog_name="extract update", standalone_mode=False, default_map=known)
    return updating.run(asked) if isinstance(asked, request.Update) else int(asked or 0)
