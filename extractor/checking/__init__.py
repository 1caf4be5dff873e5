"""Checking: whether records still say what their texts say, after edits, merges and years in an archive.

A record is checked by itself (`inside`: ids, references, order, calendar) and against its text (`against`: digest and
every offset). `moved` leads a record to a text that was edited since: what stands in it still is found again.
"""

from collections.abc import Iterator

from extractor.checking.against import against
from extractor.checking.finding import Finding
from extractor.checking.inside import inside
from extractor.checking.moved import Move, moved
from extractor.record import Provenance, Record

__all__ = ["Finding", "Move", "check", "moved"]


def check(record: Record, text: str | None, made_by: Provenance) -> Iterator[Finding]:
    """What is wrong with a record; `text` is its article's, None where there is none to check it against."""
    yield from inside(record)
    if text is not None:
        yield from against(record, text)
    for part in ("package", "model", "tables"):
        was, now = getattr(record.extractor, part), getattr(made_by, part)
        if was != now and record.error is None:
            yield Finding("version", f"extractor.{part}", f"made by {was}, installed is {now}")
