"""The record as plain data, as all JSON formats print it."""

from typing import Any

import msgspec

from extractor.record import LISTS, Record
from extractor.writing.view import View


def members(record: Record, view: View) -> dict[str, Any]:
    """The record as plain data, in the order of printing: without the lists that were not asked for, and with `error`
    only where the article failed."""
    hidden = {name for name in LISTS if name not in view.only}
    if record.error is None:
        hidden.add("error")
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return {key: value for key, value in plain.items() if key not in hidden}
