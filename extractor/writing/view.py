"""What of a record is shown, the same for all formats."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import msgspec

from extractor.record import LISTS, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The caller's wishes. `only` names the lists to show; `single` says that there is one article by the way it was
    asked for; `width` and `color` are for formats that are laid out for reading, in columns."""

    only: Collection[str] = LISTS
    single: bool = False
    width: int = 80
    color: bool = False


def members(record: Record, view: View) -> dict[str, Any]:
    """The record as plain data, in the order of printing: without the lists that were not asked for, and with `error`
    only where the article failed."""
    hidden = {name for name in LISTS if name not in view.only}
    if record.error is None:
        hidden.add("error")
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return {key: value for key, value in plain.items() if key not in hidden}
