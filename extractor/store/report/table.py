"""A report: a title, columns with their kinds, and rows; and what narrows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from extractor.writing.relations import Kind

Row = Mapping[str, Any]


class Table(NamedTuple):
    """What is told: `columns` in their order, a row a mapping of these; JSON Lines has all that a row holds besides."""

    title: str
    columns: Mapping[str, Kind]
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What narrows a report: a name or id, a first day (ISO), papers, the least number of articles; `once` counts a
    text that several papers print once."""

    name: str | None = None
    since: str | None = None
    publishers: tuple[str, ...] = ()
    min_articles: int = 1
    once: bool = False

    def articles(self, alias: str = "a") -> tuple[str, list[str]]:
        """The condition on a row of articles, and its values."""
        conditions, values = ["1"], []
        if self.since:
            conditions.append(f"{alias}.published >= ?")
            values.append(self.since)
        if self.publishers:
            conditions.append(f"{alias}.publisher IN ({', '.join('?' * len(self.publishers))})")
            values += self.publishers
        if self.once:
            conditions.append(
                f"NOT EXISTS (SELECT 1 FROM articles c WHERE c.sha256 = {alias}.sha256 AND c.id < {alias}.id)"
            )
        return " AND ".join(conditions), values
