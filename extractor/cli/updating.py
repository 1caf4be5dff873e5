"""Carries out `extract update`, and a `--resume` into a database: reads what the store does not know, and tells."""

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import fields
from functools import partial
from importlib import import_module
from pathlib import Path

from extractor import batch, reading
from extractor.article import Article
from extractor.cli import request, streams
from extractor.cli.tally import DONE, LIMITS, SOME_FAILED, failure
from extractor.errors import OptionError, OutputError
from extractor.provenance import versions
from extractor.record import LISTS, Provenance, Record
from extractor.store import Dataset, Plan, Summary, update
from extractor.store.scan import Event
from extractor.writing import FORMATS
from extractor.writing.database import Database

JSON = "json"


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
        defaults=request.defaults(asked),
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
        "--min-confidence": asked.min_confidence is not None,
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
        model=asked.model,
        rules=asked.rules,
        countries=asked.countries,
        keep_furniture=asked.keep_furniture,
        **asked.bounds.seconds,
    )
    return loaded


def _provenance(asked: request.Update) -> Provenance:
    """What a record would be made by, told without loading anything."""
    return versions(asked.model, rules=asked.rules, countries=asked.countries, keep_furniture=asked.keep_furniture)


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
