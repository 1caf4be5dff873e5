"""Carries out a request: reads, loads the model, writes, and says on standard error what went wrong."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from extractor import batch, reading, writing
from extractor.cli import streams
from extractor.cli.options import AUTO, Request
from extractor.cli.streams import say
from extractor.errors import OptionError
from extractor.record import Record

DONE, SOME_FAILED = 0, 3


@dataclass(slots=True)
class Tally:
    """What came of the articles so far."""

    done: int = 0
    failed: int = 0
    skipped: int = 0


def run(request: Request, *, load: Callable[[Request], batch.Extractor] | None = None) -> int:
    """Does what was asked for and returns the exit code; raises ExtractError where it cannot begin or not write.

    `load` makes the extractor, by default the pipeline that the request names. It is called after all that can be
    refused without it.
    """
    inputs = request.inputs or _piped()
    reading.check(inputs)
    if request.output:
        writing.check_output(request.output, force=request.force)
    single = reading.is_single(inputs, form=request.form)
    terminal = request.output is None and streams.output_is_terminal()
    form = _format(request, terminal=terminal, single=single)
    view = writing.View(
        only=request.only,
        single=single,
        width=streams.width(terminal=terminal),
        color=streams.color(request.color, os.environ, terminal=terminal),
    )
    extractor = (load or _pipeline)(request)
    tally = Tally()
    articles = reading.read(
        inputs,
        form=request.form,
        defaults=reading.Defaults(published=request.published, encoding=request.encoding),
        omit=frozenset({Path(os.path.realpath(request.output))} if request.output else ()),
        skipped=lambda _name: _skip(tally),
    )
    with writing.open_output(request.output, force=request.force) as stream:
        form.write(_watched(batch.records(articles, extractor), tally, quiet=request.quiet), stream, view)
    if not request.quiet:
        _summary(tally)
    return SOME_FAILED if tally.failed else DONE


def _piped() -> tuple[str, ...]:
    """Standard input, where something is piped in; raises OptionError rather than wait at an empty terminal."""
    if streams.input_is_terminal():
        raise OptionError(
            "nothing to read; usage: extract [OPTIONS] [INPUT]..., or pipe a text in; extract --help has examples"
        )
    return (reading.STDIN,)


def _format(request: Request, *, terminal: bool, single: bool) -> writing.Format:
    if request.format == AUTO:
        return writing.automatic(request.output, terminal=terminal, single=single)
    return writing.FORMATS[request.format]


def _pipeline(request: Request) -> batch.Extractor:
    """The pipeline, imported only now: it takes a second, and `--help` must not."""
    loaded: batch.Extractor = import_module("extractor.pipeline").load(model=request.model, rules=request.rules)
    return loaded


def _watched(records: Iterable[Record], tally: Tally, *, quiet: bool) -> Iterator[Record]:
    """The records as they pass, counted, the failures told."""
    for record in records:
        tally.done += 1
        if record.error is not None:
            tally.failed += 1
            if not quiet:
                say(_failure(record))
        yield record


def _failure(record: Record) -> str:
    """What failed and why, with the name only once: a reader's message has it already."""
    message = record.error.message if record.error else ""
    name = record.source or "standard input"
    return message if message.startswith(name) else f"{name} ({record.id}): {message}"


def _skip(tally: Tally) -> None:
    tally.skipped += 1


def _summary(tally: Tally) -> None:
    if tally.skipped:
        say(f"skipped {tally.skipped} binary {'file' if tally.skipped == 1 else 'files'} in folders")
    if tally.failed and tally.done > 1:
        say(f"{tally.failed} of {tally.done} articles failed; their records have an error")
