"""Figures, quotes and dates of the record, with the ids of those who give them."""

from spacy.tokens import Doc

from extractor import annotations as slots
from extractor.collect.derived import derived
from extractor.collect.entities import Cast, by_number, number, numbered_places
from extractor.record import Cue, Date, Event, Figure, Quote, Sentence, Source, Span, Speaker, Toll
from extractor.vocabulary import SpeakerKind


def figures(doc: Doc, text: str, cast: Cast) -> list[Figure]:
    """The figures; `attributed_to.entity` is who the words that give it name."""
    found = slots.FIGURES.of(doc)
    ids = number("figure", [figure["start"] for figure in found])
    place_ids, date_ids, event_ids = numbered_places(doc), _date_ids(doc), _event_ids(doc)
    told = {index: at for at, event in enumerate(slots.EVENTS.of(doc)) for index in event["figures"]}
    return by_number(
        derived(
            Figure,
            figure,
            id=ident,
            text=text[figure["start"] : figure["end"]],
            person=None if figure["person"] is None else cast.person_ids[figure["person"]],
            attributed_to=_source(doc, text, cast, given),
            same_as=[ids[index] for index in given["same_as"]],
            part_of=_id(ids, given.get("part_of")),
            conflicts_with=[ids[index] for index in given["conflicts_with"]],
            updates=_id(ids, given.get("updates")),
            place=_id(place_ids, given.get("place")),
            date=_id(date_ids, given.get("date")),
            event=_id(event_ids, told.get(index)),
            sentence=_sentence(figure["sentence"], figure["start"]),
        )
        for index, (figure, given, ident) in enumerate(zip(found, slots.ATTRIBUTIONS.of(doc), ids, strict=True))
    )


def events(doc: Doc, text: str, cast: Cast) -> list[Event]:
    """The events, in the order in which the article tells of them."""
    figure_ids = number("figure", [figure["start"] for figure in slots.FIGURES.of(doc)])
    place_ids, date_ids, given = numbered_places(doc), _date_ids(doc), slots.ATTRIBUTIONS.of(doc)
    return [
        derived(
            Event,
            event,
            id=ident,
            place=_id(place_ids, event["place"]),
            date=_id(date_ids, event["date"]),
            figures=[figure_ids[index] for index in event["figures"]],
            tolls=[
                derived(
                    Toll,
                    toll,
                    source=None if toll["source"] is None else _source(doc, text, cast, given[toll["source"]]),
                    figures=[figure_ids[index] for index in toll["figures"]],
                )
                for toll in event["tolls"]
            ],
        )
        for event, ident in zip(slots.EVENTS.of(doc), _event_ids(doc), strict=True)
    ]


def quotes(doc: Doc, text: str, cast: Cast) -> list[Quote]:
    """The quotes, each with its speaker and the entity that the speaker resolves to."""
    found = slots.QUOTES.of(doc)
    ids = number("quote", [quote["spans"][0]["start"] for quote in found])
    return by_number(_quote(doc, text, cast, index, ident) for index, ident in enumerate(ids))


def dates(doc: Doc, text: str) -> list[Date]:
    """The dates."""
    found = slots.DATES.of(doc)
    ids = _date_ids(doc)
    return by_number(
        derived(Date, date, id=ident, text=text[date["start"] : date["end"]], range=_id(ids, date.get("range")))
        for date, ident in zip(found, ids, strict=True)
    )


def _event_ids(doc: Doc) -> list[str]:
    return [f"event-{index + 1}" for index in range(len(slots.EVENTS.of(doc)))]


def _sentence(found: slots.Stretch, start: int) -> Sentence:
    """The sentence of an item, which holds its start: a quotation mark or a hedge may stand before the parser's."""
    return Sentence(start=min(found["start"], start), end=max(found["end"], start + 1))


def _date_ids(doc: Doc) -> list[str]:
    return number("date", [date["start"] for date in slots.DATES.of(doc)])


def _id(ids: list[str], index: int | None) -> str | None:
    return None if index is None else ids[index]


def _quote(doc: Doc, text: str, cast: Cast, index: int, ident: str) -> Quote:
    quote = slots.QUOTES.of(doc)[index]
    spans = [Span(start=s["start"], end=s["end"], text=text[s["start"] : s["end"]]) for s in quote["spans"]]
    cue = quote["cue"]
    told = _told_by(slots.QUOTES.of(doc), index)
    return Quote(
        id=ident,
        kind=quote["kind"],
        text=" ".join(span.text for span in spans),
        spans=spans,
        cue=None if cue is None else Cue(text=text[cue["start"] : cue["end"]], **cue),
        speaker=_speaker(doc, text, cast, told),
        no_speaker=slots.REFERENCES.of(doc)["speakers"][told]["no_speaker"],
        sentence=_sentence(quote["sentence"], spans[0].start),
        rule=quote["rule"],
    )


def _told_by(quotes: list[slots.QuoteFound], index: int) -> int:
    """The quote whose mention of the speaker a quote rests on: itself, or the one whose speaker it goes on with."""
    before = quotes[index].get("inherits")
    goes_on = quotes[index]["speaker"] is None and before is not None and quotes[before]["speaker"] is not None
    return before if goes_on and before is not None else index


def _speaker(doc: Doc, text: str, cast: Cast, index: int) -> Speaker | None:
    mention = slots.QUOTES.of(doc)[index]["speaker"]
    if mention is None:
        return None
    resolved = slots.REFERENCES.of(doc)["speakers"][index]
    entity, name = _entity(doc, cast, resolved)
    entities = [one for each in resolved.get("entities", []) if (one := _entity(doc, cast, each)[0]) is not None]
    return derived(
        Speaker,
        {**mention, "kind": _kind(mention, resolved)},
        text=text[mention["start"] : mention["end"]],
        entity=entity,
        entities=entities or ([] if entity is None else [entity]),
        organization=_id(cast.organization_ids, resolved.get("affiliation")),
        name=name,
    )


def _kind(mention: slots.SpeakerAt, resolved: slots.EntityAt) -> SpeakerKind | None:
    """The kind that the words tell; where they leave it open ("it", "the developer"), that of the entity."""
    kind = mention.get("kind")
    if kind not in {None, "unnamed"}:
        return kind
    if resolved["person"] is not None:
        return "person"
    return "organization" if resolved["organization"] is not None else kind


def _entity(doc: Doc, cast: Cast, one: slots.EntityAt) -> tuple[str | None, str | None]:
    """Id and name of a person or an organization."""
    if one["person"] is not None:
        return cast.person_ids[one["person"]], slots.PEOPLE.of(doc)[one["person"]]["name"]
    if one["organization"] is not None:
        organization = slots.ORGANIZATIONS.of(doc)[one["organization"]]
        return cast.organization_ids[one["organization"]], organization["name"]
    return None, None


def _source(doc: Doc, text: str, cast: Cast, given: slots.Attribution) -> Source | None:
    source = given["source"]
    if source is None:
        return None
    start, end = source["start"], source["end"]
    entity = _entity(doc, cast, {"person": given.get("person"), "organization": given.get("organization")})[0]
    return Source(start=start, end=end, text=text[start:end], entity=entity)
