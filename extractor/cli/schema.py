"""`extract schema`: the JSON Schema of the output, for those who check or generate code from it."""

from collections.abc import Callable, Sequence
from importlib import import_module

from extractor.cli import text
from extractor.cli.program import program
from extractor.writing import open_output

app = program()


@app.command(help=text.SCHEMA_HELP, epilog=text.SCHEMA_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def schema() -> Callable[[], int]:
    """What prints the schema, indented by two: outside of typer, which makes an error of a closed pipe."""
    return _printed


def _printed() -> int:
    printed: bytes = import_module("extractor.schema").printed()
    with open_output(None) as stream:
        stream.write(printed)
    return 0


def main(arguments: Sequence[str]) -> int:
    """The command with its arguments; the exit code."""
    asked = app(list(arguments), prog_name="extract schema", standalone_mode=False)
    return int(asked() if callable(asked) else asked or 0)
