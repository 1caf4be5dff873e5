"""Which place is which: by its number in GeoNames where it has one, else by its name and country."""

from collections import defaultdict
from collections.abc import Sequence

from extractor.store.link.members import Cluster, Member
from extractor.store.link.names import folded


def block_of(member: Member) -> str:
    """The block: the number in GeoNames, else the name."""
    return next((role for role in member.roles if role.startswith("geonames:")), folded(member.text))


def clusters(members: Sequence[Member]) -> list[Cluster]:
    """The places of a block: one for the number; without one, one for every country that the name was placed in."""
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(members, key=lambda each: each.order):
        groups[next((role for role in member.roles if role.startswith("country:")), "")].append(member)
    if len(groups) == 2 and "" in groups:  # an unplaced one is where its namesakes are
        (named,) = (name for name in groups if name)
        groups = {named: sorted(groups[named] + groups[""], key=lambda each: each.order)}
    rule = "GeoNames" if block_of(members[0]).startswith("geonames:") else "same name"
    return [Cluster(groups[name], {member.id: (1.0, rule) for member in groups[name]}) for name in sorted(groups)]
