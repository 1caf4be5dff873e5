"""Which places speak: "Washington said on Monday", "China put the number at 40"."""

from collections.abc import Iterable, Sequence

from extractor.annotations import PlaceFound, Stretch

ARTICLE = "the "


def speaking(text: str, places: Sequence[PlaceFound], speakers: Iterable[Stretch]) -> list[int]:
    """The indices of the places that the arbiter has speak, and of those whose name is what a quote or a figure is
    attributed to, "the" of "the United States" left out."""
    said = {_bare(text, each) for each in speakers}
    return [
        index
        for index, place in enumerate(places)
        if place.get("speaks") or any((m["start"], m["end"]) in said for m in place["mentions"] if m["type"] == "name")
    ]


def _bare(text: str, stretch: Stretch) -> tuple[int, int]:
    start, end = stretch["start"], stretch["end"]
    return (start + len(ARTICLE) if text[start : start + len(ARTICLE)].lower() == ARTICLE else start), end
