"""Lays a record's rows out in columns as wide as the window: long cells are folded, nothing is cut off."""

import io
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.record import LISTS, Record
from extractor.writing.safe import visible
from extractor.writing.view import View
from extractor.writing.words import TABLES, Row, header, headline, speeches

NARROWEST = 30
STYLES = MappingProxyType(
    {"people": "cyan", "organizations": "magenta", "places": "green", "figures": "yellow", "dates": "blue"}
)


def render(record: Record, view: View) -> str:
    """The report, with a newline at its end; with colour only where the view has it."""
    console = Console(
        file=io.StringIO(),
        width=max(view.width, NARROWEST),
        height=25,
        force_terminal=view.color,
        color_system="standard" if view.color else None,
        no_color=not view.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        console.print(Text(headline(record), style="bold"))
        for line in header(record):
            console.print(Text(line, style="dim"))
        for part in _parts(record, view):
            console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().split("\n")[:-1])


def _parts(record: Record, view: View) -> Iterable[RenderableType]:
    if record.error is not None:
        yield Text(f"failed: {visible(record.error.message)}", style="bold red")
    for name in (name for name in LISTS if name in view.only):
        found = len(getattr(record, name))
        if found == 0:
            continue
        yield Text(f"\n{name.upper()} {found}", style="bold")
        if name == "quotes":
            yield from _quotes(record)
        else:
            yield _table(TABLES[name](record), style=STYLES[name])
    if record.warnings:
        yield Text("\nWARNINGS", style="bold")
        yield _table([(visible(warning),) for warning in record.warnings], style="")


def _table(rows: Sequence[Row], *, style: str) -> RenderableType:
    """Columns with two spaces between them, those that are empty in every row left out, the first one in colour."""
    table = Table.grid(padding=(0, 2, 0, 0))
    columns = [column for column in zip(*rows, strict=True) if any(column)]
    for _ in columns:
        table.add_column(overflow="fold")
    for row in zip(*columns, strict=True):
        table.add_row(*(Text(cell, style=style if place == 0 else "") for place, cell in enumerate(row)))
    return Padding(table, (0, 0, 0, 2))


def _quotes(record: Record) -> Iterable[RenderableType]:
    """A speaker, and under the name what was said."""
    for name, said in speeches(record):
        yield Padding(Text(name, style=STYLES["people"]), (0, 0, 0, 2))
        for text, how in said:
            yield Padding(Text.assemble(text, "  ", (f"[{how}]", "dim"), overflow="fold"), (0, 0, 0, 4))
