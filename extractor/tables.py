"""Tables of rules: CSV files checked row by row on reading, so that a slip is found at its line and not in a record.

A component owns the folder of its name under `models/<language>/`; the folder of the same name under the user's
`--rules` directory is read after it. A row is a frozen `Row`, one field a column, typed: a `Literal` lists what a
column may hold, a tuple is written with bars ("clause|infinitive"), an empty cell takes the field's default. The first
field is the key unless the class names others in `KEYS`; within one file a key stands once, and a user's row replaces
ours of the same key. Every table has a column `example`, which the tests run.
"""

import csv
import io
import shutil
import typing
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Self, TypeVar

import msgspec

from extractor import kept, locate
from extractor.errors import TableError

USER = "rules"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One rule. `rule` is its name in the record, such as "quotes/verbs.csv:say"; the reader fills it in."""

    KEYS: ClassVar[tuple[str, ...]] = ()

    example: str
    rule: str = ""


R = TypeVar("R", bound=Row)


class Folder:
    """The tables of one component, our layer and the user's, as text: it pickles and is written as it was read."""

    def __init__(self, component: str, ours: Path, user: Path | None = None) -> None:
        """Read every CSV file of the folders; raises TableError where ours is missing."""
        self.component = component
        self.path = ours
        if not ours.is_dir():
            raise TableError(f'no folder of tables "{ours}" for component {component}: reinstall newsextract')
        self._ours = {path.name: path.read_text(encoding="utf-8") for path in sorted(ours.glob("*.csv"))}
        found = sorted(user.glob("*.csv")) if user is not None and user.is_dir() else []
        self._user = {path.name: _text(path) for path in found}
        unknown = [name for name in self._user if name not in self._ours]
        if unknown:
            raise TableError(f"{user}: no table {unknown[0]} in {component}; there are: {', '.join(self._ours)}")

    def rows(self, name: str, row: type[R]) -> tuple[R, ...]:
        """The rows of a table, ours first, the user's after them and in place of ours of the same key."""
        if name not in self._ours:
            raise TableError(f"{self.path}: table {name} is missing; reinstall newsextract")
        where = f"{self.component}/{name}"
        if name not in self._user:
            return _known(self._ours[name], where, row)
        found = _read(self._ours[name], where, row) | _read(self._user[name], f"{USER}/{where}", row)
        return tuple(found.values())

    def data(self, name: str) -> Path:
        """The path of a file that is no table, such as the gazetteer."""
        return self.path / name

    def to_disk(self, path: Path) -> None:
        """Write all of it, data files included, in the form that `from_disk` reads."""
        shutil.copytree(self.path, path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        for name, text in self._user.items():
            (path / USER).mkdir(exist_ok=True)
            (path / USER / name).write_text(text, encoding="utf-8")

    @classmethod
    def from_disk(cls, component: str, path: Path) -> "Folder":
        """The tables of a component that `to_disk` wrote."""
        return cls(component, path, path / USER)


class Tabled(ABC):
    """The spaCy side of a component that knows its words from a folder of tables: made, saved and loaded with them.

    A class, because spaCy asks each component for these methods; what they do is the same for all of them.
    """

    component: ClassVar[str]
    """The folder's name."""

    def __init__(self, nlp: object, name: str, language: str, rules: str | None) -> None:  # noqa: ARG002, spaCy's call
        self.name = name
        self._read(folder(self.component, language=language, rules=rules))

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002, spaCy's call
        """Write the tables."""
        self._folder.to_disk(path)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Self:  # noqa: ARG002, spaCy's call
        """Read the tables that `to_disk` wrote."""
        self._read(Folder.from_disk(self.component, path))
        return self

    def _read(self, found: Folder) -> None:
        self._folder = found
        self._use(found)

    @abstractmethod
    def _use(self, folder: Folder) -> None:
        """Make of the tables what the component works with."""


def folder(component: str, *, language: str = "en", rules: str | None = None) -> Folder:
    """The tables of `models/<language>/<component>/` and of the user's `<rules>/<component>/`."""
    user = Path(rules) / component if rules else None
    return Folder(component, locate.language(language) / component, user)


def line_of(rule: str, *, language: str = "en") -> str | None:
    """Where a row of ours stands, "quotes/verbs.csv:41", by its rule; None for what is no row of ours."""
    where, _, key = rule.partition(":")
    path = locate.language(language) / where
    if path.suffix != ".csv" or not path.is_file():
        return None
    text = path.read_text(encoding="utf-8")
    header = next(csv.reader(io.StringIO(text, newline="")), [])
    columns = [name for name in header if name != "example"]
    reader = csv.DictReader(io.StringIO(text, newline=""))
    for row in reader:
        cells = [row[name] for name in columns]
        if key in ("/".join(cells[:count]) for count in range(1, len(cells) + 1)):
            return f"{where}:{reader.line_num - row['example'].count(chr(10))}"
    return None


def _known(text: str, where: str, row: type[R]) -> tuple[R, ...]:
    """The rows of one file, as an earlier start read them: reading all of ours anew is a tenth of a start.

    They are known by the text, by what a row is and by this module; what is no row of that kind is read anew.
    """
    name = "table-" + where.replace("/", "-").removesuffix(".csv")
    shape = f"{row.__module__}.{row.__qualname__} {row.__annotations__} {row.__struct_defaults__} {row.KEYS}"
    made_of = f"{_this()} {shape} {where}\n{text}".encode()
    before = kept.found(name, made_of)
    if before is not None:
        with suppress(msgspec.DecodeError):
            return msgspec.msgpack.decode(before, type=tuple[row, ...])  # type: ignore[valid-type]
    rows = tuple(_read(text, where, row).values())
    kept.keep(name, made_of, msgspec.msgpack.encode(rows))
    return rows


@cache
def _this() -> str:
    """This module's own digest: rows that it read when it was another are not its rows."""
    return kept.digest(Path(__file__).read_bytes()).hex()


def _read(text: str, where: str, row: type[R]) -> dict[tuple[str, ...], R]:
    """{key: row} of one file; raises TableError with file and line."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = next(_cells(reader, where), [])
    hints = typing.get_type_hints(row)
    columns = [name for name in row.__struct_fields__ if name != "rule"]
    keys = row.KEYS or (columns[0] if columns[0] != "example" else columns[1],)
    _check_header(header, columns, where)
    tuples = {name for name in columns if _is_tuple(hints[name])}
    found: dict[tuple[str, ...], R] = {}
    for row_cells in filter(None, _cells(reader, where)):
        line = f"{where}:{reader.line_num}"
        if len(row_cells) != len(header):
            raise TableError(f"{line}: {len(columns)} columns are expected; quote a cell that has a comma")
        cells = dict(zip(header, row_cells, strict=True))
        key = tuple(cells[name] for name in keys)
        if key in found:
            raise TableError(f'{line}: "{", ".join(key)}" stands twice; merge the two rows')
        if not cells["example"].strip():
            raise TableError(f'{line}: "{", ".join(key)}" has no example; every rule shows one')
        values = {name: cell.split("|") if name in tuples else cell for name, cell in cells.items() if cell}
        values["rule"] = f"{where}:{'/'.join(key)}"
        found[key] = _convert(values, row, hints, line)
    return found


def _text(path: Path) -> str:
    """A user's table; raises TableError, with the line, where it is not UTF-8."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TableError(f"{path}:{line}: the file is not UTF-8; save it as UTF-8") from error


def _cells(reader: Any, where: str) -> Iterator[list[str]]:  # noqa: ANN401, csv's own reader has no public type
    """The rows of a table; raises TableError, with the line, where a quotation mark is not closed or stands astray."""
    try:
        yield from reader
    except csv.Error as error:
        raise TableError(
            f"{where}:{reader.line_num}: {error}; a cell in quotation marks begins and ends with one"
        ) from error


def _check_header(header: typing.Sequence[str], columns: list[str], where: str) -> None:
    """Every column is there and known, in any order."""
    wrong = [name for name in header if name not in columns] or [name for name in columns if name not in header]
    if wrong:
        raise TableError(f'{where}:1: column "{wrong[0]}"; the columns are {", ".join(columns)}')


def _is_tuple(hint: object) -> bool:
    return typing.get_origin(hint) is tuple


def _convert(values: dict[str, Any], row: type[R], hints: dict[str, Any], line: str) -> R:
    """The row of the values; the error names the column, what stands there and what may stand there."""
    try:
        return msgspec.convert(values, row, strict=False)
    except msgspec.ValidationError as error:
        column = str(error).rpartition("$.")[2].rstrip("`").partition("[")[0]
        if column not in hints:  # a required cell is empty, or cells that do not go together: no path leads there
            empty = "; the cell is empty" if "missing" in str(error) else ""
            raise TableError(f"{line}: {error}{empty}") from error
        allowed = _literals(hints[column])
        advice = f"use {', '.join(allowed)}" if allowed else str(error)
        shown = values.get(column, "")
        shown = "|".join(shown) if isinstance(shown, list) else shown
        raise TableError(f'{line}: {column} "{shown}"; {advice}') from error


def _literals(hint: object) -> list[str]:
    """What a column may hold, where its type lists it."""
    if typing.get_origin(hint) is typing.Literal:
        return [str(value) for value in typing.get_args(hint)]
    return [text for part in typing.get_args(hint) for text in _literals(part)]
