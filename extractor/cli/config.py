"""`extract config`: every setting as it would count here and now, and where its value comes from."""

import json
import os
from collections.abc import Sequence
from typing import Any

import typer

from extractor.cli import app as command
from extractor.cli import settings, text
from extractor.cli.program import program
from extractor.writing import open_output
from extractor.writing.safe import visible

app = program()


@app.command(
    help=text.CONFIG_HELP,
    epilog=text.CONFIG_EPILOG,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "ignore_unknown_options": True,
        "allow_extra_args": True,
    },
)
def config(context: typer.Context) -> int:
    """Prints the settings as TOML, the origin of each behind it."""
    arguments = list(context.args)
    found = settings.find(arguments, os.environ, command.app)
    parsed = typer.main.get_command(command.app).make_context("extract", arguments, default_map=found.defaults())
    lines = []
    for name, option in found.names.items():
        source = parsed.get_parameter_source(name)
        given = source is not None and source.name == "COMMANDLINE"
        setting = found.found.get(name)
        origin = "the command line" if given else setting.origin if setting else "default"
        value = _toml(parsed.params.get(name))
        lines.append((f"{option} = {value}" if value is not None else f"# {option} =", origin))
    width = max(len(line) for line, _ in lines)
    with open_output(None) as stream:
        stream.write("".join(f"{line:{width}}  # {visible(origin)}\n" for line, origin in lines).encode())
    return 0


def _toml(value: Any) -> str | None:  # noqa: ANN401
    """A value as TOML has it; None where there is none."""
    if value is None or (isinstance(value, list | tuple) and not value):
        return None
    if isinstance(value, list | tuple):
        return f"[{', '.join(json.dumps(str(each)) for each in value)}]"
    return json.dumps(value)


def main(arguments: Sequence[str]) -> int:
    """The command with its arguments; the exit code."""
    return int(app(list(arguments), prog_name="extract config", standalone_mode=False) or 0)
