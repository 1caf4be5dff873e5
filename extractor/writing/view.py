"""What of a record is shown and how: the caller's wishes, the same for all formats."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

from extractor.record import LISTS

Show = Literal["report", "whole", "marked"]
SHOWS: tuple[Show, ...] = get_args(Show)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The caller's wishes. `only` names the lists to show, `fields` the members of the record, or columns of its table,
    all of them where it is empty; `single` says that there is one article by the way it was asked for; `compact` leaves
    out layout; `width` and `color` are for formats that are laid out for reading, in columns. `show` is what the report
    for the terminal shows: what was found, the same with long quotes `whole`, or the text itself `marked`."""

    only: Collection[str] = LISTS
    fields: tuple[str, ...] = ()
    single: bool = False
    compact: bool = False
    width: int = 80
    color: bool = False
    show: Show = "report"
