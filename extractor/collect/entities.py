"""People, organizations and places of the record, numbered in order of first mention."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from spacy.tokens import Doc

from extractor import annotations as slots
from extractor.record import Candidate, Mention, Organization, Person, Place


class Cast(NamedTuple):
    """All mentions of the entities, in order, and the ids that the record gives to the components' indices."""

    people: list[list[slots.MentionAt]]
    person_ids: list[str]
    organization_ids: list[str]

    @classmethod
    def of(cls, doc: Doc) -> "Cast":
        """The cast of an annotated `Doc`: names from the components that identify, pronouns from the reference."""
        people = [list(person["mentions"]) for person in slots.PEOPLE.of(doc)]
        for mention in slots.REFERENCES.of(doc)["mentions"]:
            people[mention["person"]].append(
                {"start": mention["start"], "end": mention["end"], "type": mention["type"]}
            )
        organizations = [organization["mentions"] for organization in slots.ORGANIZATIONS.of(doc)]
        return cls(
            people=[_ordered(mentions) for mentions in people],
            person_ids=number("person", [first(mentions) for mentions in people]),
            organization_ids=number("organization", [first(mentions) for mentions in organizations]),
        )


def number(kind: str, starts: Sequence[int]) -> list[str]:
    """`kind-1`, `kind-2`... by order of the starts, in the order in which the starts are given."""
    ranks = {index: rank for rank, index in enumerate(sorted(range(len(starts)), key=lambda i: (starts[i], i)), 1)}
    return [f"{kind}-{ranks[index]}" for index in range(len(starts))]


def by_number(items: Iterable[Any]) -> list[Any]:
    """Items with an id, in the order of its number."""
    return sorted(items, key=lambda item: int(item.id.rpartition("-")[2]))


def first(mentions: Iterable[slots.MentionAt]) -> int:
    """Where the first mention begins."""
    return min((mention["start"] for mention in mentions), default=0)


def people(doc: Doc, text: str, cast: Cast) -> list[Person]:
    """The people, with all their mentions."""
    return by_number(
        Person(
            id=ident,
            name=person["name"],
            titles=person["titles"],
            roles=person["roles"],
            organizations=[cast.organization_ids[number] for number in serves],
            mentions=_mentions(text, mentions),
            rule=person["rule"],
        )
        for person, mentions, ident, serves in zip(
            slots.PEOPLE.of(doc), cast.people, cast.person_ids, slots.REFERENCES.of(doc)["employers"], strict=True
        )
    )


def organizations(doc: Doc, text: str, cast: Cast) -> list[Organization]:
    """The organizations."""
    return by_number(
        Organization(
            id=ident,
            name=organization["name"],
            acronym=organization["acronym"],
            kind=organization["kind"],  # type: ignore[arg-type]
            mentions=_mentions(text, _ordered(organization["mentions"])),
            rule=organization["rule"],
        )
        for organization, ident in zip(slots.ORGANIZATIONS.of(doc), cast.organization_ids, strict=True)
    )


def places(doc: Doc, text: str) -> list[Place]:
    """The places, resolved or not; one speaks where its name is what a quote or a figure is attributed to."""
    found = slots.PLACES.of(doc)
    speakers = _speakers(doc, text)
    ids = number("place", [first(place["mentions"]) for place in found])
    return by_number(
        Place(
            id=ident,
            name=place["name"],
            kind=place["kind"],  # type: ignore[arg-type]
            country=place["country"],
            admin1=place["admin1"],
            lat=place["lat"],
            lon=place["lon"],
            geonames_id=place["geonames_id"],
            speaks=place.get("speaks", False)
            or any((m["start"], m["end"]) in speakers for m in place["mentions"] if m["type"] == "name"),
            mentions=_mentions(text, _ordered(place["mentions"])),
            rule=place["rule"],
            candidates=[Candidate(**each) for each in place["candidates"]]  # type: ignore[arg-type]
            if "candidates" in place
            else None,
        )
        for place, ident in zip(found, ids, strict=True)
    )


def _speakers(doc: Doc, text: str) -> set[tuple[int, int]]:
    """The stretches to which quotes and figures are attributed, "the" of "the United States" left out."""
    stretches = [quote["speaker"] for quote in slots.QUOTES.of(doc) if quote["speaker"]]
    sources = [one["source"] for one in slots.ATTRIBUTIONS.of(doc) if one["source"]]
    found = set()
    for each in (*stretches, *sources):
        start, end = each["start"], each["end"]
        article = text[start : start + 4].lower() == "the "
        found.add((start + 4 if article else start, end))
    return found


def _ordered(mentions: Iterable[slots.MentionAt]) -> list[slots.MentionAt]:
    """In text order, each stretch once."""
    once = {(mention["start"], mention["end"]): mention for mention in mentions}
    return [once[key] for key in sorted(once)]


def _mentions(text: str, mentions: Iterable[slots.MentionAt]) -> list[Mention]:
    return [
        Mention(start=m["start"], end=m["end"], text=text[m["start"] : m["end"]], type=m["type"])  # type: ignore[arg-type]
        for m in mentions
    ]
