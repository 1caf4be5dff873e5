"""People, organizations and places of the record, numbered in order of first mention."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from spacy.tokens import Doc

from extractor import annotations as slots
from extractor.collect.derived import derived
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
        derived(
            Person,
            person,
            id=ident,
            roles=roles,
            organizations=[cast.organization_ids[number] for number in serves],
            mentions=_mentions(text, mentions),
        )
        for person, mentions, ident, roles, serves in zip(
            slots.PEOPLE.of(doc),
            cast.people,
            cast.person_ids,
            slots.REFERENCES.of(doc)["roles"],
            slots.REFERENCES.of(doc)["employers"],
            strict=True,
        )
    )


def organizations(doc: Doc, text: str, cast: Cast) -> list[Organization]:
    """The organizations."""
    return by_number(
        derived(Organization, organization, id=ident, mentions=_mentions(text, _ordered(organization["mentions"])))
        for organization, ident in zip(slots.ORGANIZATIONS.of(doc), cast.organization_ids, strict=True)
    )


def places(doc: Doc, text: str) -> list[Place]:
    """The places, resolved or not."""
    found = slots.PLACES.of(doc)
    speaking = set(slots.SPEAKING.of(doc))
    ids = numbered_places(doc)
    return by_number(
        derived(
            Place,
            place,
            id=ident,
            within=None if (number := place.get("within")) is None else ids[number],
            speaks=index in speaking,
            mentions=_mentions(text, _ordered(place["mentions"])),
            candidates=[derived(Candidate, each) for each in place["candidates"]] if "candidates" in place else None,
        )
        for index, (place, ident) in enumerate(zip(found, ids, strict=True))
    )


def numbered_places(doc: Doc) -> list[str]:
    """The ids of the places, in the order of the slot."""
    return number("place", [first(place["mentions"]) for place in slots.PLACES.of(doc)])


def _ordered(mentions: Iterable[slots.MentionAt]) -> list[slots.MentionAt]:
    """In text order, each stretch once."""
    once = {(mention["start"], mention["end"]): mention for mention in mentions}
    return [once[key] for key in sorted(once)]


def _mentions(text: str, mentions: Iterable[slots.MentionAt]) -> list[Mention]:
    return [Mention(start=m["start"], end=m["end"], text=text[m["start"] : m["end"]], type=m["type"]) for m in mentions]
