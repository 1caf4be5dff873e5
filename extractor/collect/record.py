"""Makes the record of a `Doc`: one function a list, ids in order of first mention, texts cut at the offsets."""

from spacy.tokens import Doc

from extractor import annotations as slots
from extractor.article import Article, digest
from extractor.collect.entities import Cast, organizations, people, places
from extractor.collect.statements import dates, events, figures, quotes
from extractor.record import Anchor, Dateline, Place, Provenance, Record

EMPTY = "the article is empty; nothing was looked for"


def collect(doc: Doc, article: Article, provenance: Provenance) -> Record:
    """The record of an annotated `Doc` of the article."""
    frame = slots.FRAME.of(doc)
    cast, text = Cast.of(doc), article.text  # `doc.text` is put together anew at every call
    found_places = places(doc, text)
    warnings = [*article.warnings, *frame["warnings"], *(slots.FAULTS.found(doc) or [])]
    if not text.strip():
        warnings.append(EMPTY)
    return Record(
        id=article.id,
        source=article.source,
        sha256=digest(article.text),
        title=frame["title"],
        publisher=frame["publisher"],
        byline=article.byline or frame["byline"],
        published=frame["published"],
        dateline=_dateline(text, frame["dateline"], found_places),
        anchor=Anchor(**frame["anchor"]),
        agency=frame.get("agency"),
        extractor=provenance,
        people=people(doc, text, cast),
        organizations=organizations(doc, text, cast),
        places=found_places,
        figures=figures(doc, text, cast),
        quotes=quotes(doc, text, cast),
        dates=dates(doc, text),
        events=events(doc, text, cast),
        warnings=list(dict.fromkeys(warnings)),
    )


def _dateline(text: str, stretch: slots.Stretch | None, found: list[Place]) -> Dateline | None:
    """The dateline with its place: the one named first in it, which is the city."""
    if stretch is None:
        return None
    start, end = stretch["start"], stretch["end"]
    named = [(m.start, place.id) for place in found for m in place.mentions if start <= m.start and m.end <= end]
    return Dateline(start=start, end=end, text=text[start:end], place=min(named)[1] if named else None)
