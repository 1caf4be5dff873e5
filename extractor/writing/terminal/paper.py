"""What the report is printed on: a console that only lays out, in colours that are never the only sign of anything."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from extractor.record import Record
from extractor.writing.safe import visible
from extractor.writing.sureness import Sure
from extractor.writing.titles import headline, published
from extractor.writing.view import View

NARROWEST = 30
STACKED = 66
"""Below this width the cells of a row stand under one another: columns would leave a few letters to each."""
STYLES: Mapping[str, str] = MappingProxyType(
    {"P": "cyan", "O": "magenta", "L": "green", "F": "yellow", "Q": "bold", "D": "blue", "E": "red"}
)
"""Colours by the letter of a label."""
Cell = str | Text
_TRAILING = re.compile(r"(?<! ) ++((?:\x1b\[0m)?)$")


def printed(parts: Iterable[RenderableType], view: View) -> str:
    """The parts laid out in the width of the view, a newline at the end; with colour only where the view has it."""
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
        for part in parts:
            console.print(part)
    return "".join(_TRAILING.sub(r"\1", line) + "\n" for line in captured.get().split("\n")[:-1])


def header(record: Record) -> Iterable[RenderableType]:
    """The headline, and under it who printed it and when, where it was filed, who wrote it, what was read."""
    yield Text(headline(record), style="bold")
    dateline = record.dateline.text if record.dateline else None
    origin, counted = record.anchor.origin, record.anchor.date
    anchor = f"dates count from {counted} ({origin})" if counted and origin != "none" else "no date to count from"
    for line in (
        joined(" · ", [record.publisher, published(record), dateline]),
        joined(" · ", [record.byline, record.source, None if record.error else anchor]),
    ):
        if line:
            yield Text(line, style="dim")
    if record.error is not None:
        yield Text(f"failed: {visible(record.error.message)}", style="bold red")


def warnings(record: Record) -> Iterable[RenderableType]:
    """What was skipped or guessed."""
    if record.warnings:
        for warning in record.warnings:
            yield Text.assemble(("! ", "bold red"), visible(warning), overflow="fold")


def heading(words: str, number: int) -> Text:
    """The head of a list, after a blank line."""
    return Text(f"\n{words} {number}", style="bold")


def label(mark: str) -> Text:
    """The label of an item, in the colour of its kind."""
    return Text(mark, style=STYLES[mark[0]])


def table(rows: Sequence[Sequence[Cell]], view: View, *, right: int | None = None) -> RenderableType:
    """Rows with a label first, in columns with two spaces between them, those that are empty in every row left out; the
    column `right` is set flush right. In a narrow window the cells of a row stand under one another."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    if view.width < STACKED:
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        for first, *others in rows:
            head, *rest = [_text(cell) for cell in others if str(cell)] or [Text("")]
            below = [Text(" · ").join(rest)] if rest else []
            grid.add_row(_text(first), Text("\n").join([head, *below]))
        return grid
    columns = [column for column in zip(*rows, strict=True) if any(map(str, column))]
    for place, _ in enumerate(columns):
        grid.add_column(overflow="fold", no_wrap=place == 0, justify="right" if place == right else "left")
    for row in zip(*columns, strict=True):
        grid.add_row(*map(_text, row))
    return grid


def _text(cell: Cell) -> Text:
    return cell if isinstance(cell, Text) else Text(cell)


def doubt(found: Sure) -> Text:
    """How sure an item is that is to be checked; nothing of all others."""
    return Text(f"? {found.least:.0%}" if found.low else "", style="red")


def joined(separator: str, parts: Iterable[str | None]) -> str:
    """What there is of the parts, made safe."""
    return separator.join(shown for part in parts if part and (shown := visible(part)))
