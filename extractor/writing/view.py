"""What of a record is shown and how: the caller's wishes, the same for all formats."""

from collections.abc import Collection
from dataclasses import dataclass

from extractor.record import LISTS


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The caller's wishes. `only` names the lists to show; `single` says that there is one article by the way it was
    asked for; `width` and `color` are for formats that are laid out for reading, in columns."""

    only: Collection[str] = LISTS
    single: bool = False
    width: int = 80
    color: bool = False
