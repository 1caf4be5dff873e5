"""`extract link`: who is who across the articles of a database, and which reports are of one incident."""

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from extractor import batch
from extractor.cli import streams, text
from extractor.cli.program import Store, program
from extractor.errors import InputError

app = program()
Decisions = Annotated[
    str | None,
    typer.Option(metavar="FILE.csv", help="Your decisions on who is who; kept for later runs."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Do not print what was linked.")]


@app.command(
    name="link", help=text.LINK_HELP, epilog=text.LINK_EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
def link_(*, store: Store, decisions: Decisions = None, quiet: Quiet = False) -> Any:  # noqa: ANN401, what main calls
    """What links the store: outside of typer, which makes an error of a closed pipe."""
    return partial(run, Path(store), Path(decisions) if decisions else None, quiet=quiet)


def run(store: Path, decisions: Path | None, *, quiet: bool) -> int:
    """Links the store; raises InputError where there is none, OutputError where it cannot be written."""
    if not store.is_file():
        raise InputError(f"no database {store}; extract update {store} INPUT... makes one")
    links: Any = import_module("extractor.store.link")
    database: Any = import_module("extractor.writing.database")
    with batch.Journal(store) as journal, database.Database(store, lists=None) as held:
        if decisions:
            links.decide(held, decisions)
        done = links.link(held)
        if journal.empty():
            journal.remove()
    if not quiet:
        streams.say(
            f"{store}: {done.articles:,} articles looked at, {done.entities:,} people, organizations and places "
            f"settled, {done.incidents:,} incidents"
        )
    return 0


def main(arguments: Sequence[str]) -> int:
    """The command with its arguments; the exit code."""
    asked = app(list(arguments), prog_name="extract link", standalone_mode=False)
    return int(asked() if callable(asked) else asked or 0)
