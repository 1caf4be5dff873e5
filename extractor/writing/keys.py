"""What an article is known by in a store: a digest of its source and its id, which its text may change without.

Two papers that print one text are two articles. Where one source has an id twice, the second gets a key of its own.
"""

from collections import Counter

from extractor.article import digest
from extractor.record import Record

LENGTH = 16
NOWHERE = "-"
"""The id of a text from standard input, which says nothing: such an article is known by its text."""


def key(source: str | None, name: str, *, sha256: str | None = None, number: int = 1) -> str:
    """The key of an article: sixteen hexadecimal digits. `number` counts the articles that have source and id."""
    parts = [source or "", name]
    if source is None and name == NOWHERE:
        parts.append(sha256 or "")
    if number > 1:
        parts.append(str(number))
    return digest("\0".join(parts))[:LENGTH]


class Keys:
    """The keys of a run's articles, in their order."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, record: Record) -> str:
        """The key of the next record; raises nothing, and gives no key twice."""
        known = key(record.source, record.id, sha256=record.sha256)
        self._seen[known] += 1
        number = self._seen[known]
        return known if number == 1 else key(record.source, record.id, sha256=record.sha256, number=number)
