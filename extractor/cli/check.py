"""`extract check`: whether saved records still say what their texts say, and the same records for edited texts."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from extractor import checking, reading, saved
from extractor.article import Article, digest
from extractor.checking import Finding
from extractor.cli import options, request, streams, text
from extractor.cli.program import program
from extractor.errors import InputError
from extractor.provenance import versions
from extractor.reading.sources import UNREADABLE, reading_error
from extractor.record import LISTS, Provenance, Record
from extractor.writing.members import members
from extractor.writing.safe import visible
from extractor.writing.view import View
from extractor.writing.words import numbered

app = program()
FORMS = ("text", "jsonl")
MOVED = "moved"
Records = Annotated[str, typer.Argument(metavar="RECORDS", hidden=True)]
Texts = Annotated[list[str] | None, typer.Argument(metavar="TEXTS", hidden=True)]
Form = Annotated[str, typer.Option("--format", "-f", metavar="|".join(FORMS), help="Output format.")]
Fix = Annotated[
    bool, typer.Option("--fix-offsets", help="Print the records with offsets moved to fit the current texts.")
]
Rules = Annotated[
    str | None, typer.Option(metavar="DIR", help="Folder with your own tables that the records were made with.")
]


@app.command(help=text.CHECK_HELP, epilog=text.CHECK_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def check(  # noqa: PLR0913, one parameter an option
    *,
    records: Records,
    texts: Texts = None,
    form: Form = "text",
    fix_offsets: Fix = False,
    input_format: options.InputFormat = request.AUTO,
    text_column: options.TextColumn = "text",
    id_column: options.IdColumn = "id",
    encoding: options.Encoding = None,
    rules: Rules = None,
) -> Callable[[], int]:
    """What checks: outside of typer, which makes an error of a closed pipe."""
    known = reading.Defaults(encoding=request.encoding(encoding), text=text_column, id=id_column)
    read = partial(
        reading.read,
        form=request.choice("--input-format", input_format, (request.AUTO, *reading.FORMATS)),
        defaults=known,
    )
    made_by = versions(None, rules=request.folder("--rules", rules))
    shown = request.choice("--format", form, FORMS)
    return partial(run, records, _Texts(read, texts or ()), made_by, shown=shown, fix=fix_offsets)


class _Texts:
    """The texts of the records: those given, else their own, else the files that they name."""

    def __init__(self, read: Callable[..., Iterator[object]], given: Sequence[str]) -> None:
        self._read, self._given = read, bool(given)
        self._known: dict[object, str] = {}
        for article in read(given) if given else ():
            if isinstance(article, Article):
                self._keep(article)

    def _keep(self, article: Article) -> None:
        for key in (article.id, (article.source, article.id), digest(article.text)):
            self._known[key] = article.text

    def of(self, record: Record) -> str | None:
        """The record's text; None where there is none."""
        if not self._given and record.text is not None:
            return record.text
        if not self._given and record.source is not None and (record.source, record.id) not in self._known:
            self._known.clear()
            if Path(record.source).exists():
                for article in self._read([record.source]):
                    if isinstance(article, Article):
                        self._keep(article)
        keys = ((record.source, record.id), record.sha256, record.id)
        return next((self._known[key] for key in keys if key in self._known), None)


def run(path: str, texts: _Texts, made_by: Provenance, *, shown: str, fix: bool) -> int:
    """Tells every finding, or prints the records anew; 1 where anything is wrong, or could not be mended."""
    count = faults = 0
    seen: set[tuple[str | None, str]] = set()
    for where, record in _records(path):
        count += 1
        if isinstance(record, InputError):
            found = [Finding("schema", where, str(record))]
        else:
            words = None if record.error is not None else texts.of(record)
            found = _found(record, words, made_by, again=(record.source, record.id) in seen)
            seen.add((record.source, record.id))
        if fix and isinstance(record, Record):
            found = list(_mended(record, words, made_by))
        faults += sum(each.kind != MOVED for each in found)
        for each in found:
            _tell(where if isinstance(record, InputError) else record.source or record.id, each, shown=shown, aside=fix)
    streams.say(f"{path}: {numbered(count, 'record')} checked, {numbered(faults, 'fault')} found")
    return 1 if faults else 0


def _found(record: Record, words: str | None, made_by: Provenance, *, again: bool) -> list[Finding]:
    """All that is wrong with a record."""
    found = list(checking.check(record, words, made_by))
    if words is None and record.error is None:
        found.append(Finding("missing", "record", "there is no text to check it against"))
    if again:
        found.append(Finding("twice", "record", "another of the same source and id stands before it"))
    return found


def _mended(record: Record, words: str | None, made_by: Provenance) -> Iterator[Finding]:
    """Prints the record for its text as it is now; yields what was moved, what was lost, and what is wrong still."""
    if words is None:
        yield from () if record.error is not None else [Finding("missing", "record", "there is no text to move it to")]
    moved = checking.Move(record, ()) if words is None else checking.moved(record, words)
    sys.stdout.buffer.write(msgspec.json.encode(members(moved.record, View(only=LISTS))) + b"\n")
    yield from moved.findings
    yield from (each for each in checking.check(moved.record, words, made_by) if each.kind != "version")


def _records(path: str) -> Iterator[tuple[str, Record | InputError]]:
    """The records with the lines they stand in; in place of one that is none, why. An array or an object over several
    lines is read at once, and refused where it is none."""
    source = reading.Source(path)
    try:
        with source.open() as stream:
            first = stream.readline()
            if first.strip() in {b"[", b"{"}:
                whole = io.BytesIO(first + stream.read())
                yield from ((path, record) for record in saved.records(whole, name=path))
                return
            for number, line in enumerate(chain([first], stream), start=1):
                yield from _line(line, f"{path}:{number}")
    except UNREADABLE as error:
        raise InputError(reading_error(path, error)) from error


def _line(line: bytes, where: str) -> Iterator[tuple[str, Record | InputError]]:
    try:
        yield from ((where, record) for record in saved.records(io.BytesIO(line.rstrip()), name=where))
    except InputError as error:
        yield where, error


def _tell(article: str, found: Finding, *, shown: str, aside: bool) -> None:
    """A finding, on standard error where the records are printed."""
    if shown == "jsonl":
        told = msgspec.json.encode({"article": article, **found._asdict()}).decode()
    else:
        told = visible(f"{article}: {found.where}: {found.what}")
    (sys.stderr if aside else sys.stdout).write(f"{told}\n")


def main(arguments: Sequence[str]) -> int:
    """The command with its arguments; the exit code."""
    asked = app(list(arguments), prog_name="extract check", standalone_mode=False)
    return int(asked() if callable(asked) else asked or 0)
