"""What a component leaves where it failed: nothing of its own, so that the article keeps what the others found.

A fault in one component costs that component's items, and a warning says so with the digest by which the article can be
named in a report without being shown.
"""

from collections.abc import Callable
from typing import Any, cast

from spacy.tokens import Doc

from extractor import annotations as slots
from extractor.article import digest

REPORT = "please report it, with the sentence that does it where you can"
_NO_SPEAKER: slots.SpeakerFound = {"person": None, "organization": None, "no_speaker": "unnamed"}


def without(doc: Doc, component: str, error: Exception) -> str:
    """Puts the neutral value into every slot of the component that failed; the warning about it."""
    for slot in cast("tuple[slots.Slot[Any], ...]", slots.SLOTS):
        if slot.component == component:
            slot.put(doc, _neutral(doc, slot))
    short = component.removeprefix("news_")
    return (
        f"{short} found nothing: an error in the program ({type(error).__name__}) with article "
        f"{digest(slots.text_of(doc))[:16]}; {REPORT}"
    )


def _neutral(doc: Doc, slot: slots.Slot[Any]) -> object:
    """A slot's value where nothing is known; those that go with another list have an item for each of its items."""
    made = NEUTRAL.get(slot.name)
    return [] if made is None else made(doc)


def _frame(doc: Doc) -> slots.Frame:
    known = slots.caller(doc)
    published = known["published"]
    return {
        "publisher": known["publisher"],
        "title": known["title"],
        "byline": None,
        "published": published,
        "dateline": None,
        "anchor": {"date": published, "origin": "caller" if published else "none"},
        "day_first": None,
        "regions": [],
        "warnings": [],
    }


def _references(doc: Doc) -> slots.References:
    """Nobody is referred to; an item a quote, and an item a person."""
    return {
        "mentions": [],
        "speakers": [{**_NO_SPEAKER} for _ in slots.QUOTES.of(doc)],
        "employers": [[] for _ in slots.PEOPLE.of(doc)],
        "roles": [[] for _ in slots.PEOPLE.of(doc)],
    }


def _attributions(doc: Doc) -> list[slots.Attribution]:
    return [{"quote": None, "source": None, "same_as": [], "conflicts_with": []} for _ in slots.FIGURES.of(doc)]


NEUTRAL: dict[str, Callable[[Doc], object]] = {
    slots.PARAGRAPHS.name: lambda doc: [{"start": 0, "end": len(slots.text_of(doc))}],
    slots.FRAME.name: _frame,
    slots.REFERENCES.name: _references,
    slots.ATTRIBUTIONS.name: _attributions,
}
