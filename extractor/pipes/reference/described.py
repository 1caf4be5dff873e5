"""The roles of people that are said of a pronoun: "Shelby died. She was the editor of the school's magazine." """

from collections.abc import Mapping, Sequence

from extractor.annotations import DescribedAt, PersonFound, PersonMention, RoleAt
from extractor.syntax.roles import distinct


def said_of(
    people: Sequence[PersonFound], mentions: Sequence[PersonMention], descriptions: Sequence[DescribedAt]
) -> list[list[RoleAt]]:
    """For each person the descriptions of the pronouns that mean it."""
    at: Mapping[int, list[RoleAt]] = {one["start"]: one["roles"] for one in descriptions}
    found: list[list[RoleAt]] = [[] for _ in people]
    for mention in mentions if at else ():
        if mention["type"] == "pronoun":
            found[mention["person"]] += at.get(mention["start"], [])
    return found


def all_roles(people: Sequence[PersonFound], more: Sequence[Sequence[RoleAt]]) -> list[list[str]]:
    """For each person the roles beside the names and those said of pronouns, each once."""
    return [
        distinct([*person["roles"], *(role["text"] for role in roles)])
        for person, roles in zip(people, more, strict=True)
    ]
