"""The organizations that the roles and titles of people name: "spokesman for the ministry", "Tidewell CEO Ruth Calder".

A role names its organization inside it, or the organization stands right before it, with or without a possessive.
"""

from collections.abc import Iterator, Sequence

from extractor.annotations import Name, PersonFound, RoleAt
from extractor.pipes.reference.entities import Index
from extractor.pipes.reference.sites import Layout

OWNS = ("", "'s", "’s", "'", "’")
"""What stands between an organization and the role behind it, white space aside."""
WITHIN = frozenset({"compound", "poss", "nmod", "amod"})


def employers(
    names: Sequence[Name],
    people: Sequence[PersonFound],
    more: Sequence[Sequence[RoleAt]],
    organizations: Index,
    layout: Layout,
) -> list[list[int]]:
    """For each person the organizations of the roles beside the names, and of `more` said of pronouns, each once."""
    found: list[dict[int, None]] = [{} for _ in people]
    if organizations.mentions:
        at = {(one["start"], one["end"]): index for index, person in enumerate(people) for one in person["mentions"]}
        ends = {end: number for _, end, number in organizations.mentions}
        for name in names:
            index, described = at.get((name["start"], name["end"])), name.get("person")
            if index is not None and described is not None:
                for stretch in sorted((*name["titles"], *described["roles"]), key=lambda one: one["start"]):
                    found[index].update(dict.fromkeys(_named(stretch, organizations, ends, layout)))
        for index, roles in enumerate(more):
            for role in roles:
                found[index].update(dict.fromkeys(_named(role, organizations, ends, layout)))
    return [list(numbers) for numbers in found]


def _named(stretch: RoleAt, organizations: Index, ends: dict[int, int], layout: Layout) -> Iterator[int]:
    start, text = stretch["start"], layout.text
    gap = len(text[max(0, start - 3) : start]) - len(text[max(0, start - 3) : start].rstrip())
    for owns in OWNS if gap else ():
        end = start - gap - len(owns)
        # "They told Reuters President Dahl had left": he is not theirs.
        if end in ends and text[end : start - gap] == owns and layout.doc[layout.token_at(end - 1)].dep_ in WITHIN:
            yield ends[end]
    yield from (number for _, _, number in organizations.inside(start, stretch["end"]))
