"""Records to the output that was asked for: the format, the view, the sink; never an interrupted half of a line."""

import codecs
import io
import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import FrameType
from typing import Any, BinaryIO

from extractor import writing
from extractor.cli import streams
from extractor.cli.request import AUTO, Looks
from extractor.errors import OptionError, OutputError
from extractor.record import Record
from extractor.writing.safe import visible
from extractor.writing.threshold import at_least


def format_of(looks: Looks, *, single: bool) -> writing.Format:
    """The format; raises OptionError or OutputError where it cannot go where it is to go."""
    terminal = looks.output is None and streams.output_is_terminal()
    if looks.format == AUTO:
        form = writing.automatic(looks.output, terminal=terminal, single=single)
        return writing.FORMATS["jsonl" if form.kind == "report" and looks.fields else form.name]
    form = writing.FORMATS[looks.format]
    if form.added and looks.output is None:
        raise OptionError(f"{form.name} is a file: name it with --output, as in -o news.db")
    if form.binary and terminal:
        raise OutputError(f"{form.name} is binary and would spoil the terminal; name a file with --output")
    return form


def is_store(looks: Looks) -> bool:
    """Whether the output is a database, which remembers what it has read."""
    return looks.output is not None and format_of(looks, single=False).added


def check(looks: Looks, *, single: bool, force: bool) -> None:
    """Refuses what could not be written in the end."""
    form = format_of(looks, single=single)
    if looks.output:
        writing.check_output(looks.output, force=force, added=form.added)


def write(looks: Looks, records: Iterable[Record], *, single: bool, force: bool | None = None) -> None:
    """Writes the records; raises OutputError or OptionError, and KeyboardInterrupt only between two records.

    `force` overrules that of the looks.
    """
    form = format_of(looks, single=single)
    if looks.min_confidence is not None:
        records = map(partial(at_least, least=looks.min_confidence), records)
    forced = looks.force if force is None else force
    terminal = looks.output is None and streams.output_is_terminal()
    view = writing.View(
        only=looks.only,
        fields=looks.fields,
        single=single,
        compact=looks.compact,
        width=streams.width(terminal=terminal),
        color=streams.color(looks.color, os.environ, terminal=terminal),
        show=looks.show,
    )
    with _patience() as patience:
        patient = _between(records, patience)
        if form.added and looks.output:
            with writing.open_added(looks.output, force=forced) as path:
                form.add(patient, path, view)
        else:
            with writing.open_output(looks.output, force=forced) as stream:
                form.write(patient, _Shown(stream) if terminal and form.kind != "report" else stream, view)


class _Shown(io.BytesIO):
    """A terminal to which data is written as it is: what could act on it comes as JSON escapes it, `\\u001b`."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream, self._decoder = stream, codecs.getincrementaldecoder("utf-8")("replace")

    def write(self, data: Any, /) -> int:  # noqa: ANN401, any bytes
        """Writes the bytes, unseen characters as escapes; how many were given."""
        text = self._decoder.decode(bytes(data))
        self._stream.write("".join(map(_escaped, text)).encode())
        return len(data)

    def flush(self) -> None:
        """Sends what is written."""
        self._stream.flush()


def _escaped(character: str) -> str:
    return (
        character
        if character in "\t\n" or visible(f"a{character}a") == f"a{character}a"
        else f"\\u{ord(character):04x}"
    )


@dataclass(slots=True)
class _Patience:
    """Whether a record is being written, and whether Ctrl-C came meanwhile."""

    writing: bool = False
    asked: bool = False

    def interrupt(self, _number: int, _frame: FrameType | None) -> None:
        """Waits for the end of the record that is being written; a second Ctrl-C does not."""
        if self.writing and not self.asked:
            self.asked = True
        else:
            raise streams.interrupted()


@contextmanager
def _patience() -> Iterator[_Patience]:
    patience = _Patience()
    before = signal.signal(signal.SIGINT, patience.interrupt)
    try:
        yield patience
    finally:
        if signal.getsignal(signal.SIGINT) == patience.interrupt:
            signal.signal(signal.SIGINT, before)


def _between(records: Iterable[Record], patience: _Patience) -> Iterator[Record]:
    """The records; while the writer has one, Ctrl-C waits."""
    for record in records:
        patience.writing = True
        yield record
        patience.writing = False
        if patience.asked:
            raise streams.interrupted()
