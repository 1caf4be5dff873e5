"""Gives each item of a finished record its confidence, and those of the choices inside it."""

from collections.abc import Callable, Iterator
from typing import Any

from extractor.confidence import entities, statements
from extractor.confidence.setting import Setting
from extractor.confidence.weights import ALWAYS, Choice, frequency, read
from extractor.record import (
    DateConfidences,
    FigureConfidences,
    PlaceConfidences,
    QuoteConfidences,
    Record,
)
from extractor.record.changed import changed
from extractor.tables import Folder
from extractor.vocabulary import ListName

CIRCUMSTANCES: tuple[tuple[ListName, Callable[[Any, Setting], Iterator[str]]], ...] = (
    ("people", entities.of_person),
    ("organizations", entities.of_organization),
    ("places", entities.of_place),
    ("figures", statements.of_figure),
    ("quotes", statements.of_quote),
    ("dates", statements.of_date),
    ("events", statements.of_event),
)
CHOICES: dict[ListName, tuple[Choice, ...]] = {
    "people": ("item",),
    "organizations": ("item",),
    "places": ("item", "place"),
    "figures": ("item", "value", "noun", "role", "source"),
    "quotes": ("item", "speaker"),
    "dates": ("item", "value"),
    "events": ("item",),
}
SHAPES: dict[ListName, Callable[..., Any]] = {
    "places": PlaceConfidences,
    "figures": FigureConfidences,
    "quotes": QuoteConfidences,
    "dates": DateConfidences,
}


def circumstances(record: Record, text: str) -> Iterator[tuple[ListName, Any, list[str]]]:
    """Each item of the record, with its list and what is known of it."""
    setting = Setting(record, text)
    for name, of in CIRCUMSTANCES:
        for item in getattr(record, name):
            yield name, item, [ALWAYS, *of(item, setting)]


class Confidence:
    """The weights of a folder of tables, as what fills in the confidences of a record."""

    def __init__(self, folder: Folder) -> None:
        """Reads the weights; raises TableError where a row is wrong."""
        self._weights = read(folder, CHOICES)

    def of(self, record: Record, text: str) -> Record:
        """The record of `text` with all its confidences; offsets are those of the text as read."""
        lists: dict[str, Any] = {}
        for name, item, known in circumstances(record, text):
            weights, choices = self._weights[name], CHOICES[name]
            found = [row for each in known if (row := weights.get(each))] or [(0.0,) * len(choices)]
            whole, *inside = (frequency(sum(column)) for column in zip(*found, strict=True))
            more = {"confidences": SHAPES[name](**dict(zip(choices[1:], inside, strict=True)))} if inside else {}
            lists.setdefault(name, []).append(changed(item, confidence=whole, **more))
        return changed(record, **lists) if lists else record
