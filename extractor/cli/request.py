"""What `extract` is asked to do: every value of an option checked before any work is done."""

import os
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import cast

from extractor import locate
from extractor.errors import ExtractError, OptionError
from extractor.reading import Defaults, Limits, codec, limits, parse_date
from extractor.record import LISTS
from extractor.writing import FORMATS
from extractor.writing.view import SHOWS, Show

AUTO = "auto"
CODE = re.compile("[A-Z]{2}")
COLORS = (AUTO, "always", "never")
LOCAL, CLUSTER = "local", "ray"
ENGINES = (LOCAL, CLUSTER)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an article and a source may cost: seconds a megabyte, None for the pipeline's own bound, and the limits."""

    timeout: float | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def seconds(self) -> dict[str, float]:
        """The argument of `load`, where there is one."""
        return {} if self.timeout is None else {"timeout": self.timeout}


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How records are to be written. `format` is a name of the registry, or "auto"."""

    format: str = AUTO
    only: tuple[str, ...] = LISTS
    fields: tuple[str, ...] = ()
    compact: bool = False
    min_confidence: float | None = None
    output: Path | None = None
    force: bool = False
    color: str = AUTO
    show: Show = "report"
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Looks):
    """What to do besides. `form`, that of the inputs, is a name of the registry, or "auto"."""

    inputs: tuple[str, ...] = ()
    files_from: str | None = None
    null: bool = False
    globs: tuple[str, ...] = ()
    form: str = AUTO
    text_column: str = "text"
    id_column: str = "id"
    with_text: bool = False
    published: date | None = None
    model: str | None = None
    rules: Path | None = None
    countries: tuple[str, ...] = ()
    explain: bool = False
    keep_furniture: bool = False
    encoding: str | None = None
    jobs: int = 1
    bounds: Bounds = field(default_factory=Bounds)
    engine: str = LOCAL
    address: str | None = None
    shard_size: int | None = None
    target: str | None = None
    resume: bool = False
    fail_fast: bool = False
    strict: bool = False
    exit_status: bool = False
    dry_run: bool = False
    progress: bool = True
    verbose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What `extract update` is asked to do; the members of `Request` mean the same here."""

    store: Path
    inputs: tuple[str, ...] = ()
    files_from: str | None = None
    null: bool = False
    globs: tuple[str, ...] = ()
    form: str = AUTO
    text_column: str = "text"
    id_column: str = "id"
    published: date | None = None
    encoding: str | None = None
    model: str | None = None
    rules: Path | None = None
    countries: tuple[str, ...] = ()
    keep_furniture: bool = False
    jobs: int = 1
    bounds: Bounds = field(default_factory=Bounds)
    prune: bool = False
    keep_versions: bool = False
    with_text: bool = True
    summary: str = "text"
    strict: bool = False
    quiet: bool = False
    verbose: bool = False


def bounds(timeout: float | None, limit: Sequence[str] | None) -> Bounds:
    """What `--timeout` and `--limit` say; raises OptionError for a limit that is none."""
    return Bounds(timeout, limits(limit or ()))


def defaults(asked: Request | Update) -> Defaults:
    """What is said of every article."""
    return Defaults(
        published=asked.published,
        encoding=asked.encoding,
        text=asked.text_column,
        id=asked.id_column,
        limits=asked.bounds.limits,
    )


def choice(option: str, value: str, known: Collection[str]) -> str:
    """The value where it is one of the known; raises OptionError with those there are, and the nearest."""
    if value in known:
        return value
    near = get_close_matches(value.lower(), known, n=1)
    hint = f'; did you mean "{near[0]}"?' if near else ""
    raise OptionError(f'{option} has no "{value}", only {", ".join(known)}{hint}')


def words(values: Sequence[str] | None) -> list[str]:
    """The words of an option that may be given several times, each time with several words between commas."""
    return [word.strip() for value in values or [] for word in value.split(",") if word.strip()]


def lists(values: Sequence[str] | None, form: str = AUTO) -> tuple[str, ...]:
    """The lists that `--only` names, in the record's order; all of them where it is not given. A format that holds one
    table may hold one of the articles, or of what stands inside items ("person_mentions"), as well."""
    names = words(values)
    if values and not names:
        raise OptionError(f"--only names no list; there are {', '.join(LISTS)}")
    table = form != AUTO and FORMATS[form].kind == "table"
    known = import_module("extractor.writing.flat").names() if table else LISTS
    chosen = {choice("--only", name, known) for name in names}
    return tuple(name for name in known if name in chosen) if values else LISTS


def fields(values: Sequence[str] | None, only: Sequence[str], form: str, *, engine: str = LOCAL) -> tuple[str, ...]:
    """The members, or the columns of the format's one table, that `--fields` names, as ordered there."""
    _table(form, only, engine=engine)
    names = words(values)
    if not names:
        if values:
            raise OptionError("--fields names nothing; --fields id,title,quotes is an example")
        return ()
    writing = import_module("extractor.writing.formats")
    kind = "members" if form == AUTO else writing.FORMATS[form].kind
    if kind == "report":
        raise OptionError(f"--fields is for json, jsonl and tables, not for {form}")
    if kind == "table":
        known: Sequence[str] = tuple(import_module("extractor.writing.flat").columns(only[0]))
    else:
        known = import_module("extractor.writing.members").known_fields()
    return tuple(dict.fromkeys(_field(name, known) for name in names))


def _field(name: str, known: Sequence[str]) -> str:
    if name in known:
        return name
    near = get_close_matches(name, known, n=1)
    hint = f'; did you mean "{near[0]}"?' if near else ""
    raise OptionError(f'--fields has no "{name}"; there are {", ".join(n for n in known if "." not in n)}{hint}')


def _table(form: str, only: Sequence[str], *, engine: str) -> None:
    """Refuses a format that holds one table where more than one list would go into it. A cluster's Parquet may: it has
    whole records then."""
    if engine == CLUSTER and form == "parquet":
        return
    if form != AUTO and FORMATS[form].kind == "table" and len(only) != 1:
        raise OptionError(f"{form} holds one table; name its list with --only, one of articles, {', '.join(LISTS)}")


def output(value: str | None) -> Path | None:
    """The file of `--output`; None for standard output."""
    return Path(value) if value not in {None, "-"} and value else None


def placed(path: str | None, *, on: str, show_as: str, value: str) -> tuple[Path | None, str, Show, str]:
    """Where the output goes, on which engine, what of it is shown, and its format."""
    target, where = output(path), engine(on)
    shown, found = show(show_as, form(value, target if where == LOCAL else None))
    return target, where, shown, found


def form(value: str, target: Path | None) -> str:
    """The output's format as far as option and suffix tell it."""
    chosen = choice("--format", value, (AUTO, *FORMATS))
    suffix = target.suffix.lower() if target and chosen == AUTO else None
    return next((known.name for known in FORMATS.values() if suffix in known.suffixes), chosen)


def show(value: str, form: str) -> tuple[Show, str]:
    """What the report shows, and the output's format: the report, where `--show` asks for something of it alone."""
    chosen = choice("--show", value, SHOWS)
    if chosen != "report" and form not in {AUTO, "text"}:
        raise OptionError(f"--show {chosen} is for text, not for {form}")
    return cast("Show", chosen), form if chosen == "report" else "text"


def day(value: str | None) -> date | None:
    """The date of `--published`."""
    try:
        return parse_date(value) if value is not None else None
    except ExtractError as error:
        raise OptionError(f"--published: {error}") from error


def folder(option: str, value: str | None) -> Path | None:
    """An existing folder; raises OptionError for another path."""
    if value is not None and not Path(value).is_dir():
        raise OptionError(f"{option}: there is no folder {value}")
    return Path(value) if value is not None else None


def countries(values: Sequence[str] | None) -> tuple[str, ...]:
    """The codes of `--country`, in capitals; raises OptionError for what is none of ISO 3166-1."""
    codes = tuple(dict.fromkeys(word.upper() for word in words(values)))
    if not codes:
        if values:
            raise OptionError("--country names none; --country US,CA is an example")
        return ()
    places = import_module("extractor.pipes.places.gazetteer").Gazetteer(locate.language() / "places" / "gazetteer.tsv")
    for code in codes:
        if not CODE.fullmatch(code) or places.division(code) is None:
            hint = "; Britain is GB" if code == "UK" else ""
            raise OptionError(f'--country has no "{code}"; give codes of ISO 3166-1, as in US,GB{hint}')
    return codes


def encoding(value: str | None) -> str | None:
    """The canonical name of an encoding, None to find out."""
    return codec(value) if value is not None and value.lower() != AUTO else None


def engine(value: str) -> str:
    """The name of `--engine`."""
    return choice("--engine", value, ENGINES)


def cluster(engine: str, address: str | None, shard_size: str | None) -> int | None:
    """The bytes of a shard's input, None to leave that to the plan; refuses what goes with a cluster alone."""
    if engine == LOCAL and (address is not None or shard_size is not None):
        raise OptionError(f"{'--address' if address is not None else '--shard-size'} goes with --engine ray")
    if shard_size is None:
        return None
    number, unit = shard_size[:-1], shard_size[-1:].upper()
    times = {"K": 10**3, "M": 10**6, "G": 10**9}.get(unit)
    bytes_ = number if times else shard_size
    if not bytes_.isdecimal() or int(bytes_) < 1:
        raise OptionError(f"--shard-size is {shard_size}; 4M, 500K or a number of bytes is meant")
    return int(bytes_) * (times or 1)


MOST = 256
"""Worker processes; each holds some 100 MB."""


def processes(value: int | None, *, address: str | None = None) -> int:
    """The number of worker processes: what `--jobs` says, else the processor's cores that this process may use; 0 for
    all of the cluster at an address."""
    if value is not None and value < 1:
        raise OptionError(f"--jobs is {value}; one process is the least")
    if value is not None and value > MOST:
        raise OptionError(f"--jobs is {value:,}; at most {MOST} processes are started")
    if value is not None:
        return value
    if address is not None:
        return 0
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
