"""Carries out a request: reads, loads the model, writes, and says on standard error what went wrong."""

import gc
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from pathlib import Path

from extractor import batch, reading, writing
from extractor.article import Article, Unreadable
from extractor.batch.journal import path_of
from extractor.cli import output, progress, streams
from extractor.cli.request import CLUSTER, Request, defaults
from extractor.cli.streams import say
from extractor.cli.tally import DONE, LIMITS, NOTHING_FOUND, SOME_FAILED, Tally, failure
from extractor.errors import ExtractError, OptionError, OutputError
from extractor.record import LISTS, Record
from extractor.writing.safe import visible
from extractor.writing.words import numbered


class StoppedError(ExtractError):
    """An article failed, and `--fail-fast` was given."""


def run(request: Request, *, load: Callable[[Request], batch.Extractor] | None = None) -> int:
    """Does what was asked for and returns the exit code; raises ExtractError where it cannot begin or not write.

    `load` makes the extractor, by default the pipeline that the request names. It is called after all that can be
    refused without it.
    """
    inputs = _inputs(request)
    if request.engine == CLUSTER:
        return _distributed(request, tuple(inputs), load)
    if not request.files_from:
        reading.check(tuple(inputs), globs=request.globs)
    if request.dry_run:
        return _listed(request, inputs)
    if request.resume and request.output and output.is_store(request):
        return int(import_module("extractor.cli.updating").resumed(request))
    single = not request.files_from and reading.is_single(tuple(inputs), form=request.form)
    _check_output(request, single=single)
    for variable in LIMITS:
        os.environ.setdefault(variable, "1")
    tally = Tally()
    return _written(request, inputs, (load or _pipeline)(request), tally, single=single) or _end(request, tally)


def _check_output(request: Request, *, single: bool) -> None:
    """Raises ExtractError where the output cannot be written, or is not the one of the run to go on with."""
    going_on = request.resume and request.output is not None and path_of(request.output).exists()
    output.check(request, single=single, force=request.force or going_on)
    if request.resume and not request.output:
        raise OptionError("--resume needs the --output of the interrupted run")


def _written(request: Request, inputs: Iterable[str], extractor: batch.Extractor, tally: Tally, *, single: bool) -> int:
    """Writes what was asked for, and says how to go on where it is broken off: 0, or the exit code where it is."""
    with ExitStack() as stack:
        journal = _journal(request, stack) if not single else None
        try:
            _write(request, inputs, extractor, tally, journal=journal, single=single)
        except StoppedError:
            say(f"stopped at the first article that failed, after {tally.done}{_how_to_resume(journal)}")
            return SOME_FAILED
        except KeyboardInterrupt as error:
            raise KeyboardInterrupt(
                f"interrupted after {numbered(tally.done, 'article')}{_how_to_resume(journal)}"
            ) from error
        if journal:
            journal.remove()
    return 0


def _distributed(request: Request, inputs: tuple[str, ...], load: Callable[[Request], batch.Extractor] | None) -> int:
    """The same by a cluster."""
    for variable in LIMITS:
        os.environ.setdefault(variable, "1")
    distributed = import_module("extractor.cli.distributed")
    if request.dry_run:
        with writing.open_output(None) as stream:
            for file in distributed.listed(request, inputs):
                stream.write(os.fsencode(file.name) + (b"\0" if request.null else b"\n"))
        return DONE
    tally = Tally()
    distributed.run(request, inputs, tally, load=partial(load, request) if load else None)
    return _end(request, tally)


def _inputs(request: Request) -> Iterable[str]:
    """The names of what is to be read; raises OptionError rather than wait at an empty terminal."""
    if request.files_from:
        if request.files_from == reading.STDIN and reading.STDIN in request.inputs:
            raise OptionError("standard input cannot be both the list of --files-from and an input")
        return (*request.inputs, *reading.listed(request.files_from, nul=request.null))
    if request.inputs:
        return request.inputs
    if streams.input_is_terminal():
        raise OptionError(
            "nothing to read; usage: extract [OPTIONS] [INPUT]..., or pipe a text in; extract --help has examples"
        )
    return (reading.STDIN,)


def _pipeline(request: Request) -> batch.Extractor:
    """The pipeline, imported only now: it takes a second, and `--help` must not.

    Nearly all that is made meanwhile stays to the end: to look through it for garbage, again and again as it grows,
    takes a seventh of the start, and is not done.
    """
    gc.disable()
    try:
        loaded: batch.Extractor = import_module("extractor.pipeline").load(
            model=request.model,
            rules=request.rules,
            countries=request.countries,
            explain=request.explain,
            keep_furniture=request.keep_furniture,
            **request.bounds.seconds,
        )
    finally:
        gc.enable()
    gc.freeze()
    return loaded


def _journal(request: Request, stack: ExitStack) -> batch.Journal | None:
    """The journal of a run to a file; raises OutputError where there is one already and nobody says what of it."""
    target = request.output
    if target is None or (target.exists() and not target.is_file()):
        return None
    journal = stack.enter_context(batch.Journal(target, explain=request.explain))
    if journal.found and not (request.resume or request.force):
        raise OutputError(
            f"an interrupted run to {target} left {numbered(journal.found, 'record')}; "
            "--resume goes on with it, --force begins anew"
        )
    if not request.resume:
        journal.forget()
    writing.sweep(target)
    return journal


def _write(  # noqa: PLR0913, what a run is made of
    request: Request,
    inputs: Iterable[str],
    extractor: batch.Extractor,
    tally: Tally,
    *,
    journal: batch.Journal | None,
    single: bool,
) -> None:
    """Reads and writes all."""
    shown = request.progress and not request.quiet and not single and streams.shows_progress(request.output)
    form = output.format_of(request, single=single)
    inputs = tuple(inputs) if shown else inputs
    total = reading.size(reading.sources(inputs, form=request.form, globs=request.globs)) if shown else None
    with progress.meter(shown=shown, total=total) as meter:
        articles = reading.read(
            inputs,
            form=request.form,
            defaults=defaults(request),
            globs=request.globs,
            omit=frozenset({Path(os.path.realpath(request.output))} if request.output else ()),
            skipped=partial(_skip, request, tally),
            meter=meter.tell if shown else None,
            twice=partial(_warn, request),
        )
        outcomes = batch.outcomes(
            articles,
            extractor,
            jobs=1 if single else request.jobs,
            load=partial(_pipeline, request),
            journal=journal,
            with_text=request.with_text or form.texts,
        )
        watched = _watched(outcomes, tally, request, meter)
        output.write(request, watched, single=single, force=request.force or bool(journal and journal.fresh))


def _watched(
    outcomes: Iterable[batch.Outcome], tally: Tally, request: Request, meter: progress.Meter
) -> Iterator[Record]:
    """The records as they pass, counted, the failures told."""
    shown = [name for name in LISTS if name in request.only] or LISTS
    for article, record, again in outcomes:
        tally.done += 1
        tally.again += again
        tally.words += article.text.count(" ") + 1 if isinstance(article, Article) else 0
        tally.found += sum(len(getattr(record, name)) for name in shown)
        bad = record.error is not None or (request.strict and bool(record.warnings))
        tally.failed += bad
        if bad and not request.quiet:
            say(failure(record))
        elif request.verbose:
            say(_success(record, article, again=again))
        meter.show(articles=tally.done, failed=tally.failed, words=tally.words)
        yield record
        if bad and request.fail_fast:
            raise StoppedError


def _success(record: Record, article: Article | Unreadable, *, again: bool) -> str:
    found = (("people", record.people), ("quotes", record.quotes), ("figures", record.figures))
    counts = ", ".join(f"{len(items)} {name}" for name, items in found)
    taken = ", from the interrupted run" if again else ""
    warnings = f"; {'; '.join(record.warnings)}" if record.warnings else ""
    return f"{article.source or 'standard input'} ({record.id}): {counts}{taken}{warnings}"


def _warn(request: Request, warning: str) -> None:
    if not request.quiet:
        say(warning)


def _skip(request: Request, tally: Tally, name: str) -> None:
    tally.skipped += 1
    if request.verbose:
        say(f"{name}: skipped, a binary file")


def _how_to_resume(journal: batch.Journal | None) -> str:
    return "" if journal is None or journal.empty() else "; the same command with --resume goes on from there"


def _listed(request: Request, inputs: Iterable[str]) -> int:
    """Prints the names of the files that would be read."""
    tally = Tally()
    end = b"\0" if request.null else b"\n"
    shown = streams.output_is_terminal()  # to a person; a program gets the names as they are
    with writing.open_output(None) as stream:
        for source in reading.sources(
            inputs, form=request.form, globs=request.globs, skipped=partial(_skip, request, tally)
        ):
            if isinstance(source, Unreadable):
                tally.failed += 1
                say(str(source.error))
            else:
                stream.write((visible(source.name).encode() if shown else os.fsencode(source.path)) + end)
    if tally.skipped and not request.quiet:
        say(_skipped(request, tally))
    return SOME_FAILED if tally.failed else DONE


def _end(request: Request, tally: Tally) -> int:
    """Tells what came of it; the exit code."""
    if tally.skipped and not request.quiet:
        say(_skipped(request, tally))
    if tally.again and not request.quiet:
        say(f"{numbered(tally.again, 'record')} of {tally.done} taken over from the interrupted run")
    if tally.failed and tally.done > 1 and not request.quiet:
        say(f"{tally.failed} of {tally.done} articles failed; their records have an error")
    if request.verbose:
        seconds = time.monotonic() - tally.begun
        say(f"{numbered(tally.done, 'article')}, {tally.words:,} words, {seconds:.1f} s")
    if tally.failed:
        return SOME_FAILED
    return NOTHING_FOUND if request.exit_status and not tally.found else DONE


def _skipped(request: Request, tally: Tally) -> str:
    return f"skipped {numbered(tally.skipped, 'binary file')} in folders{'' if request.verbose else '; -v names them'}"
