"""Who is who: the entries of one block, whose surnames sound alike, put together into people.

First those of one full name, which are one person unless their callings speak against it; then names that may be
variants of one; then surnames alone, each to the full name that is the only one, or the one of the same weeks, titles
and company. Average linkage, and two names that can't be one person's never meet in a cluster: nothing is joined by a
chain.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from extractor.store.link.members import LATE, Cluster, Member
from extractor.store.link.names import Likeness, compared, folded, genders, nicknames, skeleton
from extractor.store.link.weights import families, probability, weights

ENOUGH = 0.5
"""The probability from which two are taken for one."""
AHEAD = 1.0
"""By how much the best full name for a surname must lead, in weights."""
WEEKS, YEARS = 30, 730
"""Days."""
MOST = 4
"""So many that are beside both count; more say no more."""
_MEN, _WOMEN = frozenset({"mr", "sir", "lord"}), frozenset({"mrs", "ms", "miss", "lady", "dame"})


def block_of(member: Member) -> str:
    """The block: how the surname sounds."""
    return skeleton(member.name.last)


def clusters(members: Sequence[Member]) -> list[Cluster]:
    """The people of a block."""
    ordered = sorted(members, key=lambda member: member.order)
    full = [member for member in ordered if member.name.given]
    lone = [member for member in ordered if not member.name.given]
    found = [cluster for form in _by(full, lambda member: member.name.whole) for cluster in _same_form(form)]
    found = _merged(found)
    return [*found, *_lone(lone, found)]


def _by(members: Iterable[Member], key: Callable[[Member], str]) -> list[list[Member]]:
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        groups[key(member)].append(member)
    return [groups[name] for name in sorted(groups)]


def _same_form(members: list[Member]) -> list[Cluster]:
    """The people of one full name: those that share company or a calling are one; groups apart are one as well, unless
    a calling or a gender speaks against it."""
    groups: list[list[Member]] = []
    for member in members:
        shared = [group for group in groups if any(_joined(member, other) for other in group[:50])]
        for group in shared[1:]:
            shared[0].extend(group)
            groups.remove(group)
        if shared:
            shared[0].append(member)
        else:
            groups.append([member])
    found: list[Cluster] = []
    for group in sorted(groups, key=lambda each: (-len(each), each[0].order)):
        made = Cluster(group, {member.id: (1.0, "same name") for member in group})
        home = next((each for each in found if not _against(each, made)), None)
        if home is None:
            found.append(made)
        else:
            home.members.extend(group)
            home.why |= made.why
    return found


def _joined(one: Member, other: Member) -> bool:
    if one.company & other.company:
        return True
    callings = _callings([one])
    return bool(callings and callings & _callings([other]))


def _callings(members: Iterable[Member]) -> set[str]:
    """The families of callings that titles and roles name."""
    known = families()
    words = {word for member in members for role in (*member.titles, *member.roles) for word in folded(role).split()}
    return {known[word.strip(".,")] for word in words if word.strip(".,") in known}


def _gender(members: Iterable[Member]) -> str:
    found = set()
    given = genders()
    for member in members:
        titles = {folded(title).strip(".") for title in member.titles}
        found |= {"m"} if titles & _MEN else set()
        found |= {"f"} if titles & _WOMEN else set()
        if member.name.first in given:
            found.add(given[member.name.first])
    return found.pop() if len(found) == 1 else ""


def _against(one: Cluster, other: Cluster) -> bool:
    """Whether two of one name are two: of callings that nobody has both of, with nothing beside both."""
    callings, others = _callings(one.members), _callings(other.members)
    apart = bool(callings and others and not callings & others)
    genders_ = {_gender(one.members), _gender(other.members)} == {"m", "f"}
    return genders_ or (apart and not one.company() & other.company())


def _merged(found: list[Cluster]) -> list[Cluster]:
    """Clusters of names that may be one person's, put together, the likeliest first."""
    while True:
        pairs = [
            (score, one, other)
            for one, other in _candidates(found)
            if (score := _pair(found[one], found[other])) is not None and score[0] >= ENOUGH
        ]
        if not pairs:
            return found
        pairs.sort(key=lambda pair: (-pair[0][0], found[pair[1]].members[0].order, found[pair[2]].members[0].order))
        taken: set[int] = set()
        gone: set[int] = set()
        for likely, one, other in pairs:
            if {one, other} & taken:
                continue
            taken |= {one, other}
            first, second = sorted((one, other), key=lambda place: -len(found[place].members))
            found[first].members.extend(found[second].members)
            found[first].why |= {member.id: likely for member in found[second].members}
            gone.add(second)
        found = [cluster for place, cluster in enumerate(found) if place not in gone]


def _candidates(found: list[Cluster]) -> list[tuple[int, int]]:
    """Pairs of clusters whose given names can begin alike, without looking at all pairs."""
    beginnings: dict[str, set[int]] = defaultdict(set)
    for place, cluster in enumerate(found):
        for first in {member.name.first for member in cluster.members}:
            for name in {first, *nicknames().get(first, ())}:
                beginnings[name[:1]].add(place)
    pairs = {pair for places in beginnings.values() for pair in combinations(sorted(places), 2)}
    return sorted(pairs)


def _pair(one: Cluster, other: Cluster) -> tuple[float, str] | None:
    """The probability that two clusters are one person, and why; None where a name speaks against it."""
    likeness: list[Likeness] = []
    for name in {member.name for member in one.members}:
        for second in {member.name for member in other.members}:
            found = compared(name, second)
            if found.score == 0.0:
                return None
            likeness.append(found)
    if _against(one, other):
        return None
    known = weights("people")
    rules = [each.rule.removesuffix(", spelling") for each in likeness]
    total = sum(known.get(rule, 0.0) * each.score for rule, each in zip(rules, likeness, strict=True)) / len(likeness)
    best = max(likeness, key=lambda each: each.score).rule
    return probability(total + known["bias"] + _evidence(one, other)), best


def _evidence(one: Cluster, other: Cluster) -> float:
    known = weights("people")
    company, others = one.company(), other.company()
    beside = len(company & others)
    articles = {member.where.article for member in one.members}
    total = known["same company"] * min(beside, MOST)
    if not beside and len(company) > MOST and len(others) > MOST:
        total += known["no company"]
    if any(member.where.article in articles for member in other.members):
        total += known["same article"]
    if _titles(one) & _titles(other):
        total += known["same title"]
    if _callings(one.members) & _callings(other.members):
        total += known["same role"]
    gap = _gap(one.days(), other.days())
    if gap is not None:
        total += known["same weeks"] if gap <= WEEKS else known["years apart"] if gap > YEARS else 0.0
    return total


def _titles(cluster: Cluster) -> set[str]:
    return {folded(title) for member in cluster.members for title in member.titles} - {"mr.", "mr", "ms.", "mrs."}


def _gap(one: tuple[str, str], other: tuple[str, str]) -> int | None:
    """The days between two stretches of time; 0 where they meet, None where one has no day."""
    if LATE in one or LATE in other:
        return None
    first, second = sorted((one, other))
    return max(0, (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days)


def _lone(lone: list[Member], full: list[Cluster]) -> list[Cluster]:
    """Puts surnames alone to their full names; the clusters of those that have none."""
    left: list[Member] = []
    taken: list[tuple[Cluster, Member, float, str]] = []
    sizes = {id(cluster): _Days(cluster) for cluster in full}
    for member in lone:
        home = _home(member, full, sizes)
        if home is None:
            left.append(member)
        else:
            taken.append((home[0], member, home[1], home[2]))
    for cluster, member, score, rule in taken:
        cluster.members.append(member)
        cluster.why[member.id] = (score, rule)
    rivals = {member.name.last for cluster in full for member in cluster.members}
    return [each for name in _by(left, lambda member: member.name.last) for each in _named(name, rivals)]


class _Days:
    """How many articles of a cluster are near a day."""

    def __init__(self, cluster: Cluster) -> None:
        self._days = sorted(date.fromisoformat(m.where.day).toordinal() for m in cluster.members if m.where.day != LATE)
        self._all = len(cluster.members)

    def near(self, day: str) -> int:
        """The articles within `WEEKS` of a day; all where there is none."""
        if day == LATE:
            return self._all
        here = date.fromisoformat(day).toordinal()
        return sum(abs(each - here) <= WEEKS for each in self._days)


def _home(member: Member, full: list[Cluster], sizes: dict[int, _Days]) -> tuple[Cluster, float, str] | None:
    """The full name that a surname alone stands for, or None where none or several may be meant."""
    known = weights("people")
    alone = Cluster([member])
    named = [each for each in full if any(compared(member.name, other.name).score == 1.0 for other in each.members)]
    near = {id(each): sizes[id(each)].near(member.where.day) for each in named}
    total = sum(near.values())
    found = []
    for each in named:
        share = near[id(each)] / total if total else 0.0
        standing = "only one" if len(named) == 1 else "dominant" if share >= 0.8 else "rival"
        score = known["surname alone"] + known["bias"] + _evidence(alone, each)
        for ground in (*_contrary(alone, each), standing):
            score += known[ground]
        found.append((score, each))
    found.sort(key=lambda pair: (-pair[0], pair[1].members[0].order))
    if not found or probability(found[0][0]) < ENOUGH:
        return None
    if len(found) > 1 and found[0][0] - found[1][0] < AHEAD:
        return None
    return found[0][1], probability(found[0][0]), "surname alone"


def _contrary(alone: Cluster, full: Cluster) -> Iterator[str]:
    """What speaks against a surname's standing for a full name."""
    if {_gender(alone.members), _gender(full.members)} == {"m", "f"}:
        yield "other gender"
    if _callings(alone.members) and _against(alone, full):
        yield "other calling"


def _named(members: list[Member], rivals: set[str]) -> list[Cluster]:
    """People known by one name: all of it are one, unless it is a given name or the surname of several."""
    name = members[0].name.last
    sure = name not in genders() and name not in nicknames() and name not in rivals
    if sure:
        return _same_form(members)
    groups: list[Cluster] = []
    for member in members:
        home = next((each for each in groups if len(each.company() & member.company) > 1), None)
        if home is None:
            groups.append(Cluster([member], {member.id: (1.0, "alone")}))
        else:
            home.members.append(member)
            home.why[member.id] = (0.6, "same name, same company")
    return groups
