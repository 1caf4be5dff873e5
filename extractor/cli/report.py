"""`extract report`: what a linked store says of people, sources and events, as a table, a file or a page."""

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from extractor import writing
from extractor.cli import options, request, streams, text
from extractor.cli.program import Store, program
from extractor.errors import InputError, OptionError

app = program()
FORMS = ("text", "csv", "jsonl", "html", "parquet")
SUFFIXES = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".parquet": "parquet",
}
What = Annotated[str, typer.Argument(metavar="WHAT", hidden=True)]
Name = Annotated[str | None, typer.Argument(metavar="NAME", hidden=True)]
Form = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join((request.AUTO, *FORMS)),
        help="Output format; auto depends on the suffix of --output.",
        show_default=True,
    ),
]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Only articles published on this day or later.")]
Publisher = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Only articles of this publisher; may be repeated.")
]
MinArticles = Annotated[
    int, typer.Option(metavar="N", help="Only what appears in at least this many articles.", show_default=True)
]
Once = Annotated[bool, typer.Option("--once", help="Count a text that several papers print only once.")]


@app.command(
    name="report",
    help=text.REPORT_HELP,
    epilog=text.REPORT_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
def report_(  # noqa: PLR0913, one parameter an option
    *,
    store: Store,
    what: What,
    name: Name = None,
    output_format: Form = request.AUTO,
    output: options.Output = None,
    force: options.Force = False,
    since: Since = None,
    publisher: Publisher = None,
    min_articles: MinArticles = 1,
    once: Once = False,
) -> Any:  # noqa: ANN401, what main calls
    """What makes the report: outside of typer, which makes an error of a closed pipe."""
    target = request.output(output)
    form = request.choice("--format", output_format, (request.AUTO, *FORMS))
    if form == request.AUTO:
        form = SUFFIXES.get(target.suffix.lower() if target else "", "text")
    if form == "parquet" and target is None and streams.output_is_terminal():
        raise OptionError("parquet is binary and would spoil the terminal; name a file with --output")
    report: Any = import_module("extractor.store.report")
    asked = report.Asked(
        name=name,
        since=request.day(since).isoformat() if since else None,  # type: ignore[union-attr]
        publishers=tuple(publisher or ()),
        min_articles=min_articles,
        once=once,
    )
    return partial(run, Path(store), request.choice("WHAT", what, report.WHAT), asked, form, target, force=force)


def run(  # noqa: PLR0913, what a report is made of
    store: Path,
    what: str,
    asked: Any,  # noqa: ANN401, of a package that is imported when it is needed
    form: str,
    target: Path | None,
    *,
    force: bool,
) -> int:
    """Writes the report; raises InputError where there is no store, OutputError where it cannot be written."""
    if not store.is_file():
        raise InputError(f"no database {store}; extract update {store} INPUT... makes one")
    report: Any = import_module("extractor.store.report")
    database: Any = import_module("extractor.writing.database")
    with database.Database(store, lists=None) as held:
        report.check(held.connection, what)
        with writing.open_output(target, force=force) as stream:
            if form == "html":
                report.page(held.connection, asked, store.name, stream)
            else:
                report.FORMS[form](report.report(held.connection, what, asked), stream)
    return 0


def main(arguments: Sequence[str]) -> int:
    """The command with its arguments; the exit code."""
    asked = app(list(arguments), prog_name="extract report", standalone_mode=False)
    return int(asked() if callable(asked) else asked or 0)
