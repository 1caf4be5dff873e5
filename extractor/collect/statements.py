"""Figures, quotes and dates of the record, with the ids of those who give them."""

from spacy.tokens import Doc

from extractor import annotations as slots
from extractor.collect.entities import Cast, by_number, number
from extractor.record import Cue, Date, Figure, Quote, Sentence, Source, Span, Speaker

CHAIN = 40
"""Quotes without a cue that go on one with the other, at most: more are a list."""


def figures(doc: Doc, text: str, cast: Cast) -> list[Figure]:
    """The figures; `attributed_to.entity` is who speaks the quote that the figure stands in."""
    found = slots.FIGURES.of(doc)
    ids = number("figure", [figure["start"] for figure in found])
    return by_number(
        Figure(
            id=ident,
            **{k: v for k, v in figure.items() if k not in {"person", "sentence"}},  # type: ignore[arg-type]
            text=text[figure["start"] : figure["end"]],
            person=None if figure["person"] is None else cast.person_ids[figure["person"]],
            attributed_to=_source(doc, text, cast, given),
            same_as=[ids[index] for index in given["same_as"]],
            conflicts_with=[ids[index] for index in given["conflicts_with"]],
            sentence=Sentence(**figure["sentence"]),
        )
        for figure, given, ident in zip(found, slots.ATTRIBUTIONS.of(doc), ids, strict=True)
    )


def quotes(doc: Doc, text: str, cast: Cast) -> list[Quote]:
    """The quotes, each with its speaker and the entity that the speaker resolves to."""
    found = slots.QUOTES.of(doc)
    ids = number("quote", [quote["spans"][0]["start"] for quote in found])
    return by_number(_quote(doc, text, cast, index, ident) for index, ident in enumerate(ids))


def dates(doc: Doc, text: str) -> list[Date]:
    """The dates."""
    found = slots.DATES.of(doc)
    ids = number("date", [date["start"] for date in found])
    return by_number(
        Date(id=ident, text=text[date["start"] : date["end"]], **date)  # type: ignore[arg-type]
        for date, ident in zip(found, ids, strict=True)
    )


def _quote(doc: Doc, text: str, cast: Cast, index: int, ident: str) -> Quote:
    quote = slots.QUOTES.of(doc)[index]
    spans = [Span(start=s["start"], end=s["end"], text=text[s["start"] : s["end"]]) for s in quote["spans"]]
    cue = quote["cue"]
    told = _told_by(slots.QUOTES.of(doc), index)
    return Quote(
        id=ident,
        kind=quote["kind"],  # type: ignore[arg-type]
        text=" ".join(span.text for span in spans),
        spans=spans,
        cue=None if cue is None else Cue(text=text[cue["start"] : cue["end"]], **cue),  # type: ignore[arg-type]
        speaker=_speaker(doc, text, cast, told),
        no_speaker=slots.REFERENCES.of(doc)["speakers"][told]["no_speaker"],
        sentence=Sentence(**quote["sentence"]),
        rule=quote["rule"],
    )


def _told_by(quotes: list[slots.QuoteFound], index: int) -> int:
    """The quote whose mention of the speaker a quote rests on: itself, or the one whose speaker it goes on with."""
    at = index
    for _ in range(CHAIN):
        before = quotes[at].get("inherits")
        if quotes[at]["speaker"] is not None or before is None or not 0 <= before < len(quotes):
            break
        at = before
    return at if quotes[at]["speaker"] is not None else index


def _speaker(doc: Doc, text: str, cast: Cast, index: int) -> Speaker | None:
    mention = slots.QUOTES.of(doc)[index]["speaker"]
    if mention is None:
        return None
    entity, name = _entity(doc, cast, index)
    return Speaker(text=text[mention["start"] : mention["end"]], entity=entity, name=name, **mention)  # type: ignore[arg-type]


def _entity(doc: Doc, cast: Cast, index: int) -> tuple[str | None, str | None]:
    """Id and name of the person or organization that a quote's speaker resolves to."""
    speaker = slots.REFERENCES.of(doc)["speakers"][index]
    if speaker["person"] is not None:
        return cast.person_ids[speaker["person"]], slots.PEOPLE.of(doc)[speaker["person"]]["name"]
    if speaker["organization"] is not None:
        organization = slots.ORGANIZATIONS.of(doc)[speaker["organization"]]
        return cast.organization_ids[speaker["organization"]], organization["name"]
    return None, None


def _source(doc: Doc, text: str, cast: Cast, given: slots.Attribution) -> Source | None:
    source = given["source"]
    if source is None:
        return None
    start, end = source["start"], source["end"]
    entity = None if given["quote"] is None else _entity(doc, cast, given["quote"])[0]
    return Source(start=start, end=end, text=text[start:end], entity=entity)
