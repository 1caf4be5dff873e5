"""`extract update`: a store kept true to the files that it came from, night after night."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import fields
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from extractor import batch, reading
from extractor.article import Article
from extractor.cli import app as command
from extractor.cli import options, request, settings, streams, text
from extractor.cli.run import DONE, LIMITS, SOME_FAILED, failure
from extractor.errors import OptionError, OutputError
from extractor.provenance import versions
from extractor.record import LISTS, Provenance, Record
from extractor.store import Dataset, Plan, Summary, update
from extractor.store.scan import Event
from extractor.writing import FORMATS
from extractor.writing.database import Database

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
PLAIN, JSON = "text", "json"
Target = Annotated[str, typer.Argument(metavar="STORE", hidden=True)]
Files = Annotated[list[str] | None, typer.Argument(metavar="INPUT", hidden=True)]
Prune = Annotated[bool, typer.Option("--prune", help="Remove what is gone from the inputs; without it, it is marked.")]
Keep = Annotated[bool, typer.Option("--keep-versions", help="Leave records that an older version made as they are.")]
NoText = Annotated[bool, typer.Option("--no-text", help="Keep no texts: smaller, without search over articles.")]
Told = Annotated[
    str,
    typer.Option(
        "--summary", metavar=f"{PLAIN}|{JSON}", help="How standard error tells what was done.", show_default=True
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
    store: Target,
    inputs: Files = None,
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
    jobs: options.Jobs = None,
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
        jobs=request.processes(jobs),
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
    return run(asked) if isinstance(asked, request.Update) else int(asked or 0)


def run(asked: request.Update) -> int:
    """Brings the store up to date; raises ExtractError where that cannot begin, or the store cannot be written."""
    names = tuple(asked.inputs)
    if asked.files_from:
        names = (*names, *reading.listed(asked.files_from, nul=asked.null))
    else:
        reading.check(names, globs=asked.globs)
    for variable in LIMITS:
        os.environ.setdefault(variable, "1")
    provenance = _provenance(asked)
    plan = Plan(
        inputs=names,
        made_by=_made_by(asked, provenance),
        globs=asked.globs,
        form=asked.form,
        defaults=reading.Defaults(
            published=asked.published, encoding=asked.encoding, text=asked.text_column, id=asked.id_column
        ),
        with_text=asked.with_text,
        prune=asked.prune,
        keep_versions=asked.keep_versions,
        strict=asked.strict,
    )
    with ExitStack() as stack:
        journal = stack.enter_context(_alone(asked.store))
        store = _opened(asked.store)
        stack.callback(store.connection.close)
        omit = frozenset({Path(os.path.realpath(asked.store))})
        try:
            done = update(
                store,
                plan,
                partial(_made, asked, journal if journal.found else None),
                provenance=provenance,
                omit=omit,
                tell=partial(_tell, asked),
                twice=streams.say if not asked.quiet else lambda _warning: None,
            )
        except KeyboardInterrupt as error:
            raise KeyboardInterrupt("interrupted; the same command goes on from there") from error
        journal.remove()
    return _end(asked, done)


def resumed(asked: request.Request) -> int:
    """The update that `extract INPUT -o STORE --resume` is: what the store has of unchanged files is not made again."""
    refused = {
        "--only": asked.only != LISTS,
        "--explain": asked.explain,
        "--fail-fast": asked.fail_fast,
        "--exit-status": asked.exit_status,
        "--force": asked.force,
    }
    for option, given in refused.items():
        if given:
            raise OptionError(f"{option} does not go with --resume into a database, which is extract update")
    shared = {member.name for member in fields(request.Update)} & {member.name for member in fields(request.Request)}
    values = {name: getattr(asked, name) for name in shared if name not in {"with_text", "inputs"}}
    assert asked.output is not None
    return run(request.Update(store=asked.output, inputs=asked.inputs or (reading.STDIN,), **values))


def _alone(store: Path) -> batch.Journal:
    """The journal of runs to the store, which one run at a time has; a finished update leaves none."""
    if not store.parent.is_dir():
        raise OutputError(f"{store} cannot be written: there is no folder {store.parent}")
    return batch.Journal(store)


def _opened(store: Path) -> "Database | Dataset":
    """The store; raises OutputError where it is something else."""
    suffixes = FORMATS["sqlite"].suffixes
    if store.is_dir() or (not store.exists() and store.suffix.lower() not in suffixes):
        return Dataset(store)
    return Database(store)


def _made(asked: request.Update, journal: batch.Journal | None, articles: Iterator[Article]) -> Iterator[batch.Outcome]:
    """The outcomes; what an interrupted run of `extract` to the store has done already is taken from its journal."""
    return batch.outcomes(
        articles,
        _pipeline(asked),
        jobs=asked.jobs,
        load=partial(_pipeline, asked),
        journal=journal,
        with_text=asked.with_text,
    )


def _pipeline(asked: request.Update) -> batch.Extractor:
    """The pipeline, loaded only where there is something to make."""
    loaded: batch.Extractor = import_module("extractor.pipeline").load(
        model=asked.model, rules=asked.rules, countries=asked.countries
    )
    return loaded


def _provenance(asked: request.Update) -> Provenance:
    """What a record would be made by, told without loading anything."""
    return versions(asked.model, rules=asked.rules, countries=asked.countries)


def _made_by(asked: request.Update, made: Provenance) -> str:
    """All that has a say in a record besides its article, in words."""
    read = (asked.published, asked.encoding, asked.form, asked.text_column, asked.id_column)
    own = "" if read == (None, None, request.AUTO, "text", "id") else f"; read as {', '.join(map(str, read))}"
    return f"{made.package}; {made.model}; {made.tables}{own}{'' if asked.with_text else '; no text'}"


def _tell(asked: request.Update, event: Event, record: Record | None) -> None:
    if record is not None and record.error is not None:
        if not asked.quiet:
            streams.say(failure(record))
    elif asked.verbose:
        word = {"made": "read", "kept": "unchanged", "same": "unchanged", "skipped": "skipped, no text"}.get(event.what)
        if word:
            streams.say(f"{event.source}{f' ({event.id})' if event.id else ''}: {word}")


def _end(asked: request.Update, done: Summary) -> int:
    told = done.told()
    if asked.summary == JSON:
        streams.tell(json.dumps(told))
    elif not asked.quiet:
        counts = ", ".join(f"{number:,} {name}" for name, number in told.items() if name not in {"seconds", "skipped"})
        streams.say(f"{asked.store}: {counts}; {told['seconds']:.1f} s")
        if done.skipped:
            streams.say(f"skipped {len(done.skipped)} binary files in folders; -v names them")
    return SOME_FAILED if done.failed else DONE
