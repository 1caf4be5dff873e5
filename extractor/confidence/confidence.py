"""Gives each item of a finished record its confidence, and those of the choices inside it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from extractor.confidence import entities, statements
from extractor.confidence.setting import Setting
from extractor.confidence.weights import ALWAYS, Choice, Weighed, read
from extractor.record import (
    DateConfidences,
    FigureConfidences,
    PlaceConfidences,
    QuoteConfidences,
    Record,
)
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
    "places": ("place",),
    "figures": ("value", "noun", "role", "source"),
    "quotes": ("speaker",),
    "dates": ("value",),
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
        self._weighed = read(folder)

    def of(self, record: Record, text: str) -> Record:
        """The record of `text` with all its confidences; offsets are those of the text as read."""
        lists: dict[str, Any] = {}
        for name, item, known in circumstances(record, text):
            more = {choice: self._of(name, choice, known) for choice in CHOICES.get(name, ())}
            inside = {"confidences": SHAPES[name](**more)} if more else {}
            made = replace(item, confidence=self._of(name, "item", known), **inside)
            lists.setdefault(name, []).append(made)
        return replace(record, **lists) if lists else record

    def _of(self, name: ListName, choice: Choice, known: list[str]) -> float:
        weighed = self._weighed.get((name, choice))
        return (weighed or Weighed({})).of(known)
